import type { Cell, Table } from '../../table/model.ts'
import { withoutSpace } from '../../text/normalise.ts'
import { nearest } from './geometry.ts'
import { clustersOf, SNAP } from './lines.ts'
import type { PageCell, PageTable } from './page-table.ts'
import { type OpenCell, type Seam, seamOf } from './seam.ts'
import { unwrapped } from './wrap.ts'

/** How far the edges of one table may be apart on two pages. */
const SAME_EDGE = SNAP

/** Rows that a first page may have above the header and the next ones not: title, unit, date. */
const MAX_TITLE_ROWS = 3

/** A table that is put together from what stands on its pages. */
export class JoinedTable {
  readonly kind = 'table'
  readonly #first: PageTable
  #last: PageTable
  #edges: number[] = []
  #rows: OpenCell[][] = []
  /** The cells that cover the last row. */
  #bottom: readonly OpenCell[] = []

  constructor(first: PageTable) {
    this.#first = first
    this.#last = first
    this.#take(first, 0, undefined)
  }

  /** Whether the table can go on with what stands on top of a page. */
  accepts(piece: PageTable): boolean {
    if (piece.page !== this.#last.page + 1) return false
    return [this.#first, this.#last].some(({ columns }) => sharesEdges(columns, piece.columns))
  }

  append(piece: PageTable): void {
    const from = repeatedRows(this.#first, piece)
    const row = piece.rows[from]
    this.#take(piece, from, row && seamOf(this.#bottom, row, this.#last))
    this.#last = piece
  }

  #take(piece: PageTable, from: number, seam: Seam | undefined): void {
    this.#edges.push(...piece.columns)
    const start = this.#rows.length - Number(seam?.isRest ?? false)
    const touched = new Set(this.#bottom)
    for (const [index, cells] of piece.rows.slice(from).entries()) {
      const row = this.#rows[start + index] ?? []
      this.#rows[start + index] = row
      for (const cell of cells) {
        const above = index === 0 ? seam?.continued.get(cell) : undefined
        if (above) goOn(above, cell, start)
        else if (index > 0 || !seam?.isRest) row.push(open(cell, start + index, piece.page))
      }
      for (const cell of row) touched.add(cell)
    }
    this.#bottom = [...touched].filter(({ row, rowSpan }) => row + rowSpan >= this.#rows.length)
  }

  finish(): Table {
    const edges = clustersOf(this.#edges, (edge) => edge).map(({ at }) => at)
    const rows = this.#rows.map((cells) =>
      cells.map((cell) => cellOf(cell, edges)).sort((one, other) => one.column - other.column),
    )
    return { kind: 'table', rows }
  }
}

/** The same outer edges, and the inner ones of one among those of the other. */
function sharesEdges(some: readonly number[], others: readonly number[]): boolean {
  const [few, many] = some.length <= others.length ? [some, others] : [others, some]
  return isSame(few.at(0), many.at(0)) && isSame(few.at(-1), many.at(-1)) && isWithin(few, many)
}

function isWithin(few: readonly number[], many: readonly number[]): boolean {
  return few.every((edge) => isSame(edge, many[nearest(many, edge)]))
}

function isSame(one = Number.NaN, other = Number.NaN): boolean {
  return Math.abs(one - other) <= SAME_EDGE
}

/** How many rows at the top of a piece repeat the header of the table. */
function repeatedRows(table: PageTable, piece: PageTable): number {
  const words = wordsIn(piece.rows[0] ?? [])
  for (let from = 0; from <= MAX_TITLE_ROWS; from++) {
    const same = sameRows(table.rows.slice(from), piece.rows)
    if (same > 0) return same
    // Above a header stand titles. Under it stand entries, and one may be there twice.
    if (wordsIn(table.rows[from] ?? []) * 2 > words) return 0
  }
  return 0
}

function wordsIn(row: readonly PageCell[]): number {
  return row.filter(({ lines }) => lines.length > 0).length
}

/** How many rows of both are alike and hold no cell that reaches into the next one. */
function sameRows(
  rows: readonly (readonly PageCell[])[],
  others: readonly (readonly PageCell[])[],
): number {
  let same = 0
  let reach = 0
  for (const [index, row] of others.entries()) {
    if (!isAlike(row, rows[index] ?? [])) break
    for (const { rowSpan } of row) reach = Math.max(reach, index + rowSpan)
    if (reach === index + 1) same = reach
  }
  return others.slice(0, same).some((row) => wordsIn(row) > 0) ? same : 0
}

function isAlike(row: readonly PageCell[], other: readonly PageCell[]): boolean {
  return (
    row.length === other.length &&
    row.every((cell, index) => {
      const twin = other[index]
      return (
        isSame(cell.box.left, twin?.box.left) &&
        isSame(cell.box.right, twin?.box.right) &&
        cell.rowSpan === twin?.rowSpan &&
        withoutSpace(unwrapped(cell.lines)) === withoutSpace(unwrapped(twin.lines))
      )
    })
  )
}

function open({ box, lines, rowSpan }: PageCell, row: number, page: number): OpenCell {
  return { row, rowSpan, page, box, lines: [...lines], isJoined: false }
}

function goOn(above: OpenCell, { rowSpan, lines }: PageCell, row: number): void {
  above.rowSpan = row + rowSpan - above.row
  above.isJoined ||= lines.length > 0
  for (const line of lines) above.lines.push(line)
}

function cellOf(cell: OpenCell, edges: readonly number[]): Cell {
  const { row, rowSpan, page, box, lines, isJoined } = cell
  const column = nearest(edges, box.left)
  return {
    row,
    column,
    rowSpan,
    columnSpan: Math.max(nearest(edges, box.right) - column, 1),
    text: unwrapped(lines),
    origin: { kind: 'page', page, box },
    ...(isJoined && { joined: true }),
  }
}
