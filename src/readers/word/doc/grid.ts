import { MAX_SPAN } from '../../reader.ts'
import { columnsOf, shapesOf } from './columns.ts'
import type { CellDraft, TableDraft } from './draft.ts'
import type { CellShape } from './row.ts'

/** A cell in its place; rows and columns from 0. */
export interface PlacedCell {
  readonly draft: CellDraft
  readonly row: number
  readonly column: number
  /** Which cell of its row it is, from 0; those merged into the one before are not counted. */
  readonly inRow: number
  readonly columnSpan: number
  rowSpan: number
}

export interface Grid {
  /** The cells that begin in each row. */
  readonly rows: readonly (readonly PlacedCell[])[]
  /** Cells that others cover; none of their text is shown. */
  readonly covered: readonly PlacedCell[]
  /** Cells that would cover more columns than any cell in earnest. */
  readonly cut: readonly PlacedCell[]
}

/** Lays a table out: its columns are the edges of all its rows, a cell covers those between its own. */
export function layOut({ rows }: TableDraft): Grid {
  const shapes = shapesOf(rows)
  const columns = columnsOf(shapes)
  const covered: PlacedCell[] = []
  const cut: PlacedCell[] = []
  // The cell that a merge downwards would go on with, by the column in which it begins.
  const open = new Map<number, PlacedCell>()
  const laidOut = rows.map(({ cells }, row) => {
    const begun: PlacedCell[] = []
    const shapesInRow = shapes[row] ?? []
    for (let index = 0, inRow = 0; index < cells.length; inRow++) {
      const end = endOfMerge(shapesInRow, index)
      const [first, ...others] = cells.slice(index, end)
      const shape = shapesInRow[index]
      const last = shapesInRow[end - 1]
      if (first === undefined || shape === undefined || last === undefined) break
      index = end
      const column = columns.get(shape.left) ?? 0
      const columnSpan = (columns.get(last.right) ?? 0) - column
      const place = { row, column, inRow, rowSpan: 1, columnSpan: Math.min(columnSpan, MAX_SPAN) }
      const cell: PlacedCell = { draft: first, ...place }
      if (columnSpan > MAX_SPAN) cut.push(cell)
      covered.push(...others.map((draft) => ({ draft, ...place })))
      const above = shape.downwards === 'goes-on' ? open.get(column) : undefined
      if (above && above.row + above.rowSpan === row && above.columnSpan === cell.columnSpan) {
        above.rowSpan += 1
        covered.push(cell)
        continue
      }
      if (shape.downwards !== undefined) open.set(column, cell)
      begun.push(cell)
    }
    return begun
  })
  return { rows: laidOut, covered, cut }
}

// Word and others have the two values the other way round, but all of them have two.
function endOfMerge(shapes: readonly CellShape[], first: number): number {
  const { sideways } = shapes[first] ?? { sideways: 0 }
  let end = first + 1
  if (sideways === 0) return end
  for (; end < shapes.length; end++) {
    const value = shapes[end]?.sideways ?? 0
    if (value === 0 || value === sideways) break
  }
  return end
}
