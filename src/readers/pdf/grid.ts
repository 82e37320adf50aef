import type { Box } from '../../table/origin.ts'
import type { Budget } from './budget.ts'
import { boxAround, centre, holds, indexBelow, nearest } from './geometry.ts'
import { clustersOf, type Line, type Lines, SNAP } from './lines.ts'

/** Where a cell stands in its grid; rows and columns are counted from 0. */
export interface Slot {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** A ruled table, before there is text in it. */
export interface Grid {
  readonly box: Box
  /** Edges from the left to the right, one more than there are columns. */
  readonly columns: readonly number[]
  /** Edges from the top to the bottom, one more than there are rows. */
  readonly rows: readonly number[]
  /** In order of row and column. */
  readonly slots: readonly Slot[]
}

/** How far the end of a line may be from the line at which it ends. */
const REACH = 2 * SNAP

/** The grids that lines make where they cross; a frame around another grid is none. */
export function gridsOf(lines: Lines, budget: Budget): readonly Grid[] {
  const grids = groupsOf(lines).flatMap((group) => gridOf(group, budget) ?? [])
  return grids.filter((grid) => !isFrame(grid, grids))
}

function isFrame({ box, slots }: Grid, grids: readonly Grid[]): boolean {
  return (
    slots.length === 1 && grids.some((other) => other.box !== box && holds(box, centre(other.box)))
  )
}

/** Lines that touch, directly or by way of others. */
function groupsOf({ across, down }: Lines): readonly Lines[] {
  const heights = across.map(({ at }) => at)
  const groups = new Groups(across.length + down.length)
  for (const [index, line] of down.entries()) {
    const last = indexBelow(heights, line.to + SNAP)
    for (let other = indexBelow(heights, line.from - SNAP) + 1; other <= last; other++) {
      const { from, to } = across[other] as Line
      if (from - SNAP <= line.at && line.at <= to + SNAP) groups.join(across.length + index, other)
    }
  }
  const found = new Map<number, { across: Line[]; down: Line[] }>()
  for (const [index, line] of [...across, ...down].entries()) {
    const root = groups.rootOf(index)
    const group = found.get(root) ?? { across: [], down: [] }
    group[line.direction].push(line)
    found.set(root, group)
  }
  return [...found.values()]
}

/** Sets that grow together. */
class Groups {
  readonly #parents: Int32Array

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, index) => index)
  }

  rootOf(index: number): number {
    let at = index
    for (;;) {
      const parent = this.#parents[at] as number
      if (parent === at) return at
      this.#parents[at] = this.#parents[parent] as number
      at = parent
    }
  }

  join(one: number, other: number): void {
    this.#parents[this.rootOf(one)] = this.rootOf(other)
  }
}

function gridOf(lines: Lines, budget: Budget): Grid | undefined {
  const across = anchored(lines.across, edgesOf(lines.down, lines.across))
  const rows = edgesOf(across, lines.down)
  const down = anchored(lines.down, rows)
  const columns = edgesOf(down, across)
  const squares = (columns.length - 1) * (rows.length - 1)
  if (columns.length < 2 || rows.length < 2) return undefined
  budget.spendSquares(squares)
  const slots = slotsOf(wallsOf(down, columns, rows), wallsOf(across, rows, columns))
  const corners = [
    { x: columns[0] ?? 0, y: rows[0] ?? 0 },
    { x: columns.at(-1) ?? 0, y: rows.at(-1) ?? 0 },
  ]
  return { box: boxAround(corners), columns, rows, slots }
}

/** The lines that end at an edge: what ends within a cell is there to underline or to strike out. */
function anchored(lines: readonly Line[], edges: readonly number[]): readonly Line[] {
  const ends = (place: number) =>
    place < (edges[0] ?? Infinity) ||
    place > (edges.at(-1) ?? -Infinity) ||
    Math.abs(place - (edges[nearest(edges, place)] ?? Infinity)) <= REACH
  return lines.filter(({ from, to }) => ends(from) && ends(to))
}

/**
 * Where lines stand, and where two or more of those that cross them end beyond: a table may be open
 * at its sides.
 */
function edgesOf(lines: readonly Line[], crossing: readonly Line[]): readonly number[] {
  const edges = clustersOf(lines, ({ at }) => at).map(({ at }) => at)
  const [first = 0] = edges
  const last = edges.at(-1) ?? 0
  const before = crossing.map(({ from }) => from).filter((from) => from < first - REACH)
  const after = crossing.map(({ to }) => to).filter((to) => to > last + REACH)
  return [
    ...(before.length > 1 ? [Math.min(...before)] : []),
    ...edges,
    ...(after.length > 1 ? [Math.max(...after)] : []),
  ]
}

/** For each edge, the bands along it in which a line stands. */
type Walls = readonly Uint8Array[]

function wallsOf(
  lines: readonly Line[],
  edges: readonly number[],
  bands: readonly number[],
): Walls {
  const walls = edges.map(() => new Uint8Array(bands.length - 1))
  const middles = bands.slice(1).map((edge, index) => (edge + (bands[index] ?? 0)) / 2)
  for (const { at, from, to } of lines) {
    const wall = walls[nearest(edges, at)]
    wall?.fill(1, indexBelow(middles, from) + 1, indexBelow(middles, to) + 1)
  }
  return walls
}

/** Squares without a wall between them are one slot; one that is no rectangle is cut into some. */
function slotsOf(down: Walls, across: Walls): readonly Slot[] {
  const [rows, columns] = [across.length - 1, down.length - 1]
  const taken = Array.from({ length: rows }, () => new Uint8Array(columns))
  const slots: Slot[] = []
  const isOpen = (row: number, from: number, to: number) => {
    for (let column = from; column < to; column++) {
      if (taken[row]?.[column] !== 0 || across[row]?.[column] !== 0) return false
      if (column > from && down[column]?.[row] !== 0) return false
    }
    return true
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row]?.[column] !== 0) continue
      let right = column + 1
      while (right < columns && down[right]?.[row] === 0 && taken[row]?.[right] === 0) right++
      let bottom = row + 1
      while (bottom < rows && isOpen(bottom, column, right)) bottom++
      for (let below = row; below < bottom; below++) taken[below]?.fill(1, column, right)
      slots.push({ row, column, rowSpan: bottom - row, columnSpan: right - column })
    }
  }
  return slots
}
