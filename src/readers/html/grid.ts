import type { Cell, Passage } from '../../table/model.ts'
import { MAX_COLUMNS, MAX_SPAN, UnreadableError } from '../reader.ts'
import { tooManyCells } from './tree.ts'

/** A cell as it is written: where it goes follows from the cells before it. */
export interface WrittenCell {
  readonly passage: Passage
  readonly isHeader: boolean
  /** Rows it claims to cover; 0 for all that are left of its group. */
  readonly rowSpan: number
  readonly columnSpan: number
}

export interface WrittenRow {
  readonly cells: readonly WrittenCell[]
  readonly isHidden: boolean
}

export interface RowGroup {
  readonly kind: 'thead' | 'tbody' | 'tfoot'
  readonly rows: readonly WrittenRow[]
}

export interface Grid {
  readonly rows: readonly (readonly Cell[])[]
  /** Cells that claim more rows or columns than there are. */
  readonly cut: number
  /** Cells that claim a place that an earlier cell covers. */
  readonly overlapping: number
  /** Places that the cells cover. */
  readonly covered: number
}

/**
 * Puts every cell where a browser puts it; `room` is how many places the cells may cover. Throws
 * {@link UnreadableError} past the limits.
 */
export function layOut(groups: readonly RowGroup[], room: number): Grid {
  // Claims that no table can meet are not believed at all when cutting them is not enough.
  const grid =
    new GridBuilder(room, false).build(groups) ?? new GridBuilder(room, true).build(groups)
  if (grid === undefined) throw tooManyCells()
  return grid
}

/** Groups in the order in which they are shown: the first header on top, the first footer below. */
export function inVisualOrder(groups: readonly RowGroup[]): readonly RowGroup[] {
  const head = groups.find(({ kind }) => kind === 'thead')
  const foot = groups.find(({ kind }) => kind === 'tfoot')
  const rest = groups.filter((group) => group !== head && group !== foot)
  return [head, ...rest, foot].filter((group) => group !== undefined)
}

class GridBuilder {
  readonly #room: number
  readonly #isStrict: boolean
  readonly #rows: Cell[][] = []
  /** For each column the first row, from the top of the table, that is not covered from above. */
  readonly #free: number[] = []
  #covered = 0
  #cut = 0
  #overlapping = 0

  /** A strict grid takes a claim that would have to be cut for none. */
  constructor(room: number, isStrict: boolean) {
    this.#room = room
    this.#isStrict = isStrict
  }

  /** Undefined when the cells do not fit and some of them claim what is not there. */
  build(groups: readonly RowGroup[]): Grid | undefined {
    for (const { rows } of groups) {
      const end = this.#rows.length + rows.length
      for (const { cells } of rows) if (!this.#addRow(cells, end)) return undefined
    }
    return {
      rows: this.#rows,
      cut: this.#cut,
      overlapping: this.#overlapping,
      covered: this.#covered,
    }
  }

  #addRow(cells: readonly WrittenCell[], groupEnd: number): boolean {
    const row = this.#rows.length
    const placed: Cell[] = []
    let column = 0
    for (const cell of cells) {
      while (this.#isCovered(row, column)) column += 1
      if (cell.rowSpan > groupEnd - row || cell.columnSpan > MAX_SPAN) this.#cut += 1
      const { text, origin } = cell.passage
      const rowSpan = this.#rowSpan(cell, groupEnd - row)
      const columnSpan = this.#columnSpan(cell, row, column)
      this.#covered += rowSpan * columnSpan
      if (this.#covered > this.#room) return this.#fail(tooManyCells())
      if (column + columnSpan > MAX_COLUMNS) return this.#fail(tooManyColumns())
      while (this.#free.length < column) this.#free.push(0)
      for (let next = column; next < column + columnSpan; next++) this.#free[next] = row + rowSpan
      placed.push({ text, origin, row, column, rowSpan, columnSpan })
      column += columnSpan
    }
    this.#rows.push(placed)
    return true
  }

  #fail(error: UnreadableError): false {
    if (this.#isStrict || this.#cut === 0) throw error
    return false
  }

  #isCovered(row: number, column: number): boolean {
    return (this.#free[column] ?? 0) > row
  }

  #rowSpan({ rowSpan }: WrittenCell, left: number): number {
    if (rowSpan === 0) return left
    if (rowSpan <= left) return rowSpan
    return this.#isStrict ? 1 : left
  }

  #columnSpan({ columnSpan }: WrittenCell, row: number, column: number): number {
    const cut = this.#isStrict ? 1 : MAX_SPAN
    const claimed = columnSpan > MAX_SPAN ? cut : columnSpan
    let free = 1
    while (free < claimed && !this.#isCovered(row, column + free)) free += 1
    if (free < claimed) this.#overlapping += 1
    return free
  }
}

function tooManyColumns(): UnreadableError {
  return new UnreadableError(
    'too-many-columns',
    `网页中的表格超过 ${MAX_COLUMNS} 列，无法读取；应当核对单元格的合并范围。`,
  )
}
