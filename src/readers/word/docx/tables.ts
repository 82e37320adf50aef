import type { Cell, Table } from '../../../table/model.ts'
import type { CellDraft, TableDraft } from './draft.ts'
import { originOf } from './place.ts'

/** The tables of drafts, of which each stands behind those inside it. */
export function buildTables(drafts: readonly TableDraft[]): ReadonlyMap<TableDraft, Table> {
  const built = new Map<TableDraft, Table>()
  for (const draft of drafts) built.set(draft, buildTable(draft, built))
  return built
}

function buildTable(draft: TableDraft, built: ReadonlyMap<TableDraft, Table>): Table {
  const columns = widthOf(draft)
  const headerRows = countHeaderRows(draft)
  const nested = draft.rows
    .flatMap(({ begun }) => begun)
    .flatMap((cell) => cell.nested)
    .flatMap((inner) => built.get(inner) ?? [])
  return {
    kind: 'table',
    rows: draft.rows.map(({ begun }) => begun.map((cell) => buildCell(cell, columns))),
    ...(headerRows > 0 && { headerRows }),
    ...(nested.length > 0 && { nested }),
  }
}

/** A span that was cut makes no table wider. */
function widthOf({ rows, gridColumns }: TableDraft): number {
  let columns = gridColumns
  for (const { cells } of rows) {
    for (const { column, columnSpan, isCut } of cells) {
      columns = Math.max(columns, column + (isCut ? 1 : columnSpan))
    }
  }
  return columns
}

function countHeaderRows({ rows }: TableDraft): number {
  const body = rows.findIndex(({ isHeader }) => !isHeader)
  return body === -1 ? rows.length : body
}

function buildCell(cell: CellDraft, columns: number): Cell {
  const { row, column, rowSpan, columnSpan, paragraph, writing } = cell
  return {
    text: writing.text,
    row,
    column,
    rowSpan,
    columnSpan: Math.min(columnSpan, columns - column),
    origin: originOf({ cell, paragraph }, writing.pieces),
  }
}
