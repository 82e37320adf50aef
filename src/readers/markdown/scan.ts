import type { Cell, Table } from '../../table/model.ts'
import type { Span } from '../../text/span.ts'
import { plainPassage } from './markup.ts'
import { verbatim } from './passage.ts'
import { cellSpans } from './row.ts'
import type { Run } from './runs.ts'

/** A cell whose plain text only a parser can tell; until then it holds its source. */
export interface MarkedCell {
  readonly row: Cell[]
  readonly cell: Cell
}

/** A table made of its lines alone. */
export interface ScannedTable extends Run {
  readonly table: Table
  readonly marked: readonly MarkedCell[]
}

/** Reads the cells of a run; the delimiter row is not a row of the table. */
export function scanTable(text: string, lines: readonly Span[], run: Run): ScannedTable {
  const marked: MarkedCell[] = []
  const bodies = lines.slice(run.first, run.end).filter((_, index) => index !== 1)
  const rows = bodies.map((line, row) => {
    const cells: Cell[] = []
    for (const [column, span] of cellSpans(text, line).entries()) {
      const plain = plainPassage(text, span)
      const { text: content, origin } = plain ?? verbatim(text, span.start, span.end)
      const cell = { text: content, row, column, rowSpan: 1, columnSpan: 1, origin }
      cells.push(cell)
      if (!plain) marked.push({ row: cells, cell })
    }
    return cells
  })
  return { ...run, table: { kind: 'table', rows }, marked }
}
