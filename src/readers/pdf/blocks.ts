import type { Block } from '../../table/model.ts'
import { JoinedTable } from './joined-table.ts'
import { linesIn, type PageItem, type PageTable } from './page-table.ts'
import { type Margins, marginsAround, paragraphsOf } from './paragraph.ts'
import type { TextLine } from './text-line.ts'

/** Paragraphs and tables of a document, over the ends of its pages. */
export function* blocksOf(
  items: readonly PageItem[],
  widthOf: (page: number) => number,
): Generator<Block> {
  const flow = joined(items)
  const margins = marginsBy(
    flow.filter((item) => item.kind === 'line'),
    ({ page }) => widthOf(page),
  )
  let lines: TextLine[] = []
  for (const item of flow) {
    if (item.kind === 'line') {
      lines.push(item)
      continue
    }
    yield* paragraphsOf(lines, margins)
    yield item.finish()
    lines = []
  }
  yield* paragraphsOf(lines, margins)
}

/** Joins tables that go on overleaf. What has a single cell and goes on no table is a frame. */
function joined(items: readonly PageItem[]): readonly (JoinedTable | TextLine)[] {
  const found: (JoinedTable | TextLine)[] = []
  for (const item of items) {
    const last = found.at(-1)
    if (item.kind === 'line') found.push(item)
    else if (last?.kind === 'table' && last.accepts(item)) last.append(item)
    else if (isFrame(item)) for (const line of linesIn(item)) found.push(line)
    else found.push(new JoinedTable(item))
  }
  return found
}

function isFrame({ rows }: PageTable): boolean {
  return rows.flat().length === 1
}

/** Pages of one width have the same margins. */
function marginsBy(
  lines: readonly TextLine[],
  widthOf: (line: TextLine) => number,
): (line: TextLine) => Margins {
  const alike = new Map<number, TextLine[]>()
  for (const line of lines) {
    const width = widthOf(line)
    const others = alike.get(width)
    if (others) others.push(line)
    else alike.set(width, [line])
  }
  const margins = new Map(
    [...alike].map(([width, group]) => [width, marginsAround(group, width)] as const),
  )
  return (line) => margins.get(widthOf(line)) ?? marginsAround([line], widthOf(line))
}
