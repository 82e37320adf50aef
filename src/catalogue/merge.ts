import type { Cell, Table } from '../table/model.ts'

/** A table laid out as a grid: which cell covers which square. */
export class Grid {
  readonly table: Table
  /** Number of columns of the widest row, merged cells counted with all their columns. */
  readonly columns: number
  /** Whether the format told of merged cells, so that a blank square is really blank. */
  readonly hasSpans: boolean
  readonly #covering: ReadonlyMap<number, Cell> | undefined

  constructor(table: Table) {
    this.table = table
    let columns = 0
    let hasSpans = false
    let hasHoles = false
    for (const row of table.rows) {
      const last = row.at(-1)
      if (last !== undefined) columns = Math.max(columns, last.column + last.columnSpan)
      hasSpans ||= row.some((cell) => cell.rowSpan > 1 || cell.columnSpan > 1)
      hasHoles ||= row.some((cell, index) => cell.column !== index)
    }
    this.columns = columns
    this.hasSpans = hasSpans
    this.#covering = hasSpans || hasHoles ? cover(table, columns) : undefined
  }

  get rows(): number {
    return this.table.rows.length
  }

  /** The cell that begins at a square or is merged over it. */
  at(row: number, column: number): Cell | undefined {
    if (column >= this.columns) return undefined
    if (this.#covering !== undefined) return this.#covering.get(row * this.columns + column)
    return this.table.rows[row]?.[column]
  }

  /** Columns that a row really has, merged cells from above and from the left included. */
  width(row: number): number {
    if (this.#covering === undefined) return this.table.rows[row]?.length ?? 0
    let width = 0
    for (let column = 0; column < this.columns; column++) {
      if (this.#covering.has(row * this.columns + column)) width = column + 1
    }
    return width
  }
}

function cover(table: Table, columns: number): ReadonlyMap<number, Cell> {
  const covering = new Map<number, Cell>()
  for (const cell of table.rows.flat()) {
    const lastRow = Math.min(cell.row + cell.rowSpan, table.rows.length)
    for (let row = cell.row; row < lastRow; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        covering.set(row * columns + column, cell)
      }
    }
  }
  return covering
}
