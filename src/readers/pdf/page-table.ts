import type { Box } from '../../table/origin.ts'
import { holds, indexBelow } from './geometry.ts'
import type { Grid, Slot } from './grid.ts'
import type { Run } from './text.ts'
import { type TextLine, textLinesOf } from './text-line.ts'

/** A cell as it stands on its page. */
export interface PageCell extends Slot {
  readonly box: Box
  readonly lines: readonly TextLine[]
}

/** What of a table stands on one page. */
export interface PageTable {
  readonly kind: 'table'
  readonly page: number
  readonly box: Box
  readonly columns: readonly number[]
  /** The cells that begin in each row. */
  readonly rows: readonly (readonly PageCell[])[]
}

/** Tables and lines of a page from top to bottom. */
export type PageItem = PageTable | TextLine

export function linesIn(item: PageItem): readonly TextLine[] {
  return item.kind === 'line' ? [item] : item.rows.flat().flatMap(({ lines }) => lines)
}

/** Writes the runs of a page into its grids; what stands in none is lines. */
export function pageItemsOf(
  runs: readonly Run[],
  grids: readonly Grid[],
  page: number,
): readonly PageItem[] {
  const placed = new Map<Grid, Map<Slot, Run[]>>()
  const loose: Run[] = []
  const squares = new Map(grids.map((grid) => [grid, new Squares(grid)]))
  let last: Home | undefined
  for (const run of runs) {
    const home = last?.continues(run) ? last.with(run) : homeOf(run, squares)
    last = home
    if (!home) {
      loose.push(run)
      continue
    }
    const slots = placed.get(home.grid) ?? new Map<Slot, Run[]>()
    placed.set(home.grid, slots)
    const inside = slots.get(home.slot)
    if (inside) inside.push(run)
    else slots.set(home.slot, [run])
  }
  const items: readonly PageItem[] = [
    ...textLinesOf(loose, page),
    ...grids.map((grid) => tableOf(grid, placed.get(grid) ?? new Map(), page)),
  ]
  return items.toSorted((one, other) => one.box.top - other.box.top)
}

/** Slots by the squares that they cover. */
class Squares {
  readonly #grid: Grid
  readonly #slots: (Slot | undefined)[] = []
  readonly #columns: number

  constructor(grid: Grid) {
    this.#grid = grid
    this.#columns = grid.columns.length - 1
    for (const slot of grid.slots) {
      for (let row = slot.row; row < slot.row + slot.rowSpan; row++) {
        const start = row * this.#columns + slot.column
        for (let column = 0; column < slot.columnSpan; column++) this.#slots[start + column] = slot
      }
    }
  }

  at({ first: { x, y } }: Run): Slot | undefined {
    const row = indexBelow(this.#grid.rows, y)
    return this.#slots[row * this.#columns + indexBelow(this.#grid.columns, x)]
  }
}

/** The smallest grid that holds the first character of a run, and the slot there. */
function homeOf(run: Run, squares: ReadonlyMap<Grid, Squares>): Home | undefined {
  let home: Home | undefined
  for (const [grid, inside] of squares) {
    if (!holds(grid.box, run.first) || (home && areaOf(grid) > areaOf(home.grid))) continue
    const slot = inside.at(run)
    if (slot) home = new Home(grid, slot, run)
  }
  return home
}

function areaOf({ box }: Grid): number {
  return (box.right - box.left) * (box.bottom - box.top)
}

/** How near a run has to begin to where the one before it ends, in sizes of the font. */
const NEAR = 0.35

/** Where a run was written. A text that runs over the edge of its cell still belongs to it. */
class Home {
  readonly grid: Grid
  readonly slot: Slot
  readonly #run: Run

  constructor(grid: Grid, slot: Slot, run: Run) {
    this.grid = grid
    this.slot = slot
    this.#run = run
  }

  with(run: Run): Home {
    return new Home(this.grid, this.slot, run)
  }

  /** Whether a run goes on where this one ends, with no edge between the two. */
  continues(run: Run): boolean {
    const last = this.#run
    if (run.direction !== 'level' || last.direction !== 'level') return false
    const near = NEAR * run.size
    if (Math.abs(run.baseline - last.baseline) > near) return false
    if (Math.abs(run.box.left - last.box.right) > near) return false
    const { columns } = this.grid
    const edge = columns[indexBelow(columns, run.box.left)] ?? 0
    return edge < last.box.right - SLACK
  }
}

/** Characters may touch the edge between them by this much. */
const SLACK = 0.5

function tableOf(grid: Grid, runs: ReadonlyMap<Slot, readonly Run[]>, page: number): PageTable {
  const { columns, rows, slots, box } = grid
  const cells: PageCell[][] = rows.slice(1).map(() => [])
  for (const slot of slots) {
    cells[slot.row]?.push({
      ...slot,
      box: {
        left: columns[slot.column] ?? 0,
        top: rows[slot.row] ?? 0,
        right: columns[slot.column + slot.columnSpan] ?? 0,
        bottom: rows[slot.row + slot.rowSpan] ?? 0,
      },
      lines: textLinesOf(runs.get(slot) ?? [], page),
    })
  }
  return { kind: 'table', page, box, columns, rows: cells }
}
