import type { Block, Notice } from '../../table/model.ts'
import type { SheetOrigin } from '../../table/origin.ts'
import type { Sheet } from './region.ts'

/** What a sheet hides, told once for each sheet; hidden rows without content are not worth telling. */
export function hiddenNotices(
  { name, isHidden }: Sheet,
  blocks: readonly Block[],
): readonly Notice[] {
  if (blocks.length === 0) return []
  const notices: Notice[] = []
  if (isHidden) {
    notices.push({
      kind: 'hidden-sheet',
      text: `工作表“${name}”是隐藏的，其中的内容也已读取；应当核对是否需要公开，不需要的应当删去。`,
    })
  }
  const rows = count(blocks, 'rows')
  if (rows > 0) {
    notices.push({
      kind: 'hidden-rows',
      text: `工作表“${name}”的表格有${rows}行是隐藏的，其中的内容也已读取；应当取消隐藏，或者删去这些行。`,
    })
  }
  const columns = count(blocks, 'columns')
  if (columns > 0) {
    notices.push({
      kind: 'hidden-columns',
      text: `工作表“${name}”的表格有${columns}列是隐藏的，其中的内容也已读取；应当取消隐藏，或者删去这些列。`,
    })
  }
  return notices
}

function count(blocks: readonly Block[], what: 'rows' | 'columns'): number {
  return blocks.reduce((sum, block) => {
    return sum + (block.kind === 'table' ? (block.hidden?.[what].length ?? 0) : 0)
  }, 0)
}

/** Merges that could not be kept because others lie across them. */
export function overlapNotices(overlaps: readonly SheetOrigin[]): readonly Notice[] {
  const [first] = overlaps
  if (first === undefined) return []
  const where = `工作表“${first.sheet}”的 ${first.range ?? first.address}`
  const subject =
    overlaps.length === 1
      ? `${where} 与别的合并单元格重叠`
      : `有${overlaps.length}处合并单元格与别的重叠，第一处是${where}`
  return [
    {
      kind: 'overlapping-merge',
      text: `${subject}，已按未合并读取；应当取消合并后重新合并。`,
    },
  ]
}
