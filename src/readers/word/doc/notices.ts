import type { Notice } from '../../../table/model.ts'
import type { WordOrigin } from '../../../table/origin.ts'
import { MAX_SPAN } from '../../reader.ts'
import type { Found } from './found.ts'

export function noticesOf({ hidden, covered, cut }: Found): readonly Notice[] {
  return [
    ...counted(hidden, (count, first) => ({
      kind: 'hidden-text',
      text: `文档有${count}处隐藏文字，不作为正文读取，第一处在${first}；应当删去，或者取消隐藏。`,
    })),
    ...counted(covered, (count, first) => ({
      kind: 'hidden-text',
      text: `文档有${count}个被合并的单元格里还有看不见的文字，不作为正文读取，第一个在${first}；应当删去，或者移到合并后的单元格里。`,
    })),
    ...counted(cut, (count, first) => ({
      kind: 'span-limit',
      text: `文档有${count}个单元格合并的列数超过 ${MAX_SPAN}，已按 ${MAX_SPAN} 列读取，第一个在${first}；应当重新合并这些单元格。`,
    })),
  ]
}

/** One notice for all the places at which something was found. */
function counted(
  places: readonly WordOrigin[],
  tell: (count: number, first: string) => Notice,
): readonly Notice[] {
  const [first] = places
  return first === undefined ? [] : [tell(places.length, placeName(first))]
}

function placeName({ table, row, column, paragraph }: WordOrigin): string {
  return table === undefined ? `第${paragraph}段` : `第${table}张表第${row}行第${column}列`
}
