import { textOrigin } from '../../table/locate.ts'
import type { Directive } from '../../table/model.ts'
import { directivesIn } from './blocks.ts'
import { Excerpt } from './excerpt.ts'
import { isCalm } from './hostile.ts'
import { plainText, type Reading } from './inline.ts'
import { parse } from './remark.ts'
import type { MarkedCell } from './scan.ts'
import { STUB } from './skeleton.ts'

/** Source that is parsed at once, in UTF-16 units: bounds the memory of the parser. */
const BATCH = 65_536

/**
 * Gives cells with markup their plain text; a cell is parsed alone, not its table. Comments in them
 * that speak to mulint are handed back.
 */
export function decodeCells(source: string, cells: readonly MarkedCell[]): Directive[] {
  const directives: Directive[] = []
  let batch: MarkedCell[] = []
  let size = 0
  for (const marked of cells) {
    if (!isCalm(marked.cell.text)) continue
    batch.push(marked)
    size += marked.cell.text.length
    if (size < BATCH) continue
    directives.push(...decodeBatch(source, batch))
    batch = []
    size = 0
  }
  if (batch.length > 0) directives.push(...decodeBatch(source, batch))
  return directives
}

/** Parses cells as the rows of a table of one column. */
function* decodeBatch(source: string, cells: readonly MarkedCell[]): Generator<Directive> {
  const excerpt = new Excerpt(source)
  excerpt.insert(STUB)
  for (const { cell } of cells) {
    excerpt.insert('\n| ')
    const { start, end } = textOrigin(cell)
    excerpt.copy(start, end)
    excerpt.insert(' |')
  }
  const content = excerpt.text
  const parsed = parse(content)
  const [table] = parsed.tree.children
  if (table?.type !== 'table') throw new Error('markdown: the stub of a table is no table')
  const reading: Reading = { ...parsed, source, excerpt }
  for (const [index, { row, cell }] of cells.entries()) {
    const decoded = table.children[index + 1]?.children[0]
    if (!decoded) throw new Error('markdown: a cell was lost')
    const { text, origin } = plainText(reading, decoded, textOrigin(cell).start)
    row[cell.column] = { ...cell, text, origin }
    yield* directivesIn(reading, content, decoded)
  }
}
