import type { Cell, Table } from '../../../table/model.ts'
import type { WordOrigin } from '../../../table/origin.ts'
import { isBlank } from '../../../text/normalise.ts'
import type { TableDraft } from './draft.ts'
import type { Found } from './found.ts'
import { layOut, type PlacedCell } from './grid.ts'

interface Waiting {
  readonly draft: TableDraft
  /** Where the table goes. */
  readonly into: Table[]
  /** Where the cell around it is. */
  readonly holder?: WordOrigin
}

/**
 * Builds a table and those inside it. What stands in a nested one is where the cell around it is, in
 * the table that stands in the document itself.
 */
export function buildTable(draft: TableDraft, number: number, found: Found): Table {
  const tables: Table[] = []
  const waiting: Waiting[] = [{ draft, into: tables }]
  for (const { draft, into, holder } of waiting) {
    const { rows, covered, cut } = layOut(draft)
    const originOf = (cell: PlacedCell): WordOrigin => ({
      ...(holder ?? placeOf(cell, number)),
      paragraph: cell.draft.paragraph,
    })
    const nested: Table[] = []
    for (const cell of rows.flat()) {
      const origin = originOf(cell)
      found.hang(cell.draft.hanging, origin)
      for (const inner of cell.draft.nested) {
        waiting.push({ draft: inner, into: nested, holder: origin })
      }
    }
    for (const cell of covered) {
      const origin = originOf(cell)
      found.hang(cell.draft.hanging, origin)
      if (!isBlank(cell.draft.text)) found.cover(cell.draft.text, origin)
    }
    for (const cell of cut) found.cut.push(originOf(cell))
    into.push({
      kind: 'table',
      rows: rows.map((cells) => cells.map((cell) => cellOf(cell, originOf(cell)))),
      ...headerOf(draft),
      ...(rows.some(holdTable) && { nested }),
    })
  }
  return tables[0] ?? { kind: 'table', rows: [] }
}

function cellOf(cell: PlacedCell, origin: WordOrigin): Cell {
  const { draft, row, column, rowSpan, columnSpan } = cell
  return { text: draft.text, row, column, rowSpan, columnSpan, origin }
}

function placeOf({ row, column, inRow }: PlacedCell, table: number): Omit<WordOrigin, 'paragraph'> {
  return { kind: 'word', table, row: row + 1, column: column + 1, cellInRow: inRow + 1 }
}

function holdTable(cells: readonly PlacedCell[]): boolean {
  return cells.some(({ draft }) => draft.nested.length > 0)
}

function headerOf({ rows }: TableDraft): Pick<Table, 'headerRows'> {
  const body = rows.findIndex(({ shape }) => shape?.isHeader !== true)
  const headerRows = body === -1 ? rows.length : body
  return headerRows > 0 ? { headerRows } : {}
}
