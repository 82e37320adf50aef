import { MAX_COLUMNS } from '../../reader.ts'
import type { RowDraft } from './draft.ts'
import { tooWide } from './limits.ts'
import type { CellShape } from './row.ts'

/** Edges of different rows that are no further apart than this (in twips) are one. */
const TOLERANCE = 20

/** Width of a cell whose row does not tell it: an inch. */
const WIDTH = 1440

/** The shape of every cell of every row, each wide enough to be told from its neighbours. */
export function shapesOf(rows: readonly RowDraft[]): readonly (readonly CellShape[])[] {
  const shapes: (readonly CellShape[])[] = []
  for (const { cells, shape } of rows) {
    const known = shape?.cells ?? []
    // A row without a shape of its own has that of the row above.
    const like = known.length === 0 ? (shapes.at(-1) ?? []).map(unmerged) : known
    shapes.push(fitted(like, cells.length))
  }
  return shapes
}

function unmerged({ left, right }: CellShape): CellShape {
  return { left, right, sideways: 0, downwards: undefined }
}

function fitted(known: readonly CellShape[], count: number): readonly CellShape[] {
  const cells: CellShape[] = []
  let left = known[0]?.left ?? 0
  for (let index = 0; index < count; index++) {
    const cell = known[index] ?? {
      ...{ left, right: left + WIDTH },
      ...{ sideways: 0, downwards: undefined },
    }
    const right = Math.max(cell.right, left + TOLERANCE + 1)
    cells.push({ ...cell, left, right })
    left = right
  }
  return cells
}

/** Number of the column that begins at an edge, for all edges of a table. */
export function columnsOf(shapes: readonly (readonly CellShape[])[]): ReadonlyMap<number, number> {
  const edges = new Set<number>()
  for (const row of shapes) for (const { left, right } of row) edges.add(left).add(right)
  const columns = new Map<number, number>()
  let column = -1
  let first = Number.NEGATIVE_INFINITY
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - first > TOLERANCE) {
      column += 1
      first = edge
    }
    columns.set(edge, column)
  }
  if (column > MAX_COLUMNS) throw tooWide()
  return columns
}
