import type { Cell } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import { affinity, type Look, lookOf } from './affinity.ts'
import type { Layout } from './catalogue.ts'
import type { Role } from './role.ts'

/** A cell that stands under another column than its own. */
export interface Move {
  readonly cell: Cell
  /** Column that it stands in and column that it belongs to, from 0. */
  readonly from: number
  readonly to: number
}

/** How the cells of a row belong under the header, where they do not stand so. */
export interface Repair {
  /** The cell of each column. */
  readonly cells: readonly (Cell | undefined)[]
  readonly moves: readonly [Move, ...Move[]]
  /** `slid`: nothing but the content stands in a column of names. */
  readonly kind: 'shifted' | 'slid'
}

/** One line of a catalogue, as its source has it. */
export interface Line {
  /** The cell of each column as it stands, blank ones included. */
  readonly cells: readonly (Cell | undefined)[]
  /** Columns that cells of the rows above hang into. */
  readonly covered?: ReadonlySet<number>
  readonly isHead: boolean
}

/** A laying-out costs so much each time that cells begin to stand farther left or right. */
const TURN = 1
/** Two cells under one column: a cell that was cut in two. */
const JOIN = 2.5
/** A column that takes anything explains nothing. */
const SINK = 2
const ANYTHING: ReadonlySet<Role> = new Set(['remark', 'other'])
/** Of two ways to lay out a row, the one that moves fewer cells. */
const STEP = 0.01
/** Another laying-out is believed when it explains the row better by so much, */
const MARGIN = 5
/** and two cells beside each other are better off by so much each. */
const GAIN = 2.5
/** A continuation line (续行) of a repaired row needs less. */
const MARGIN_BELOW = 4
/** A text that stands several times in a column is at home there. */
const USUAL = 2

/**
 * The rows whose cells stand under the wrong columns, by position in `lines`, with how they belong.
 * Only rows in which a cell stands where it has no business are laid out anew, each in time of its
 * cells times the columns.
 */
export function alignLines(lines: readonly Line[], layout: Layout): ReadonlyMap<number, Repair> {
  const repairs = new Map<number, Repair>()
  const usual = usualTexts(lines, layout)
  let head: Repair | undefined
  for (const [at, line] of lines.entries()) {
    if (line.isHead) head = undefined
    const repair = isSuspect(line, layout) ? alignRow(line, layout, usual, head) : undefined
    if (repair === undefined) continue
    repairs.set(at, repair)
    if (line.isHead) head = repair
  }
  for (const [at, repair] of slidContent(lines, layout, repairs)) repairs.set(at, repair)
  return repairs
}

type Usual = ReadonlyMap<number, ReadonlyMap<string, number>>

/** How often each text stands in each column. */
function usualTexts(lines: readonly Line[], layout: Layout): Usual {
  const counts = new Map<number, Map<string, number>>()
  for (const { index, role } of layout.columns) {
    if (!REPEATED.has(role)) continue
    const texts = new Map<string, number>()
    counts.set(index, texts)
    for (const { cells } of lines) {
      const text = cells[index]?.text.trim() ?? ''
      if (text !== '') texts.set(text, (texts.get(text) ?? 0) + 1)
    }
  }
  return counts
}

/** Columns in which the same text comes again and again. */
const REPEATED: ReadonlySet<Role> = new Set(['deadline', 'subject', 'channels', 'method'])

/** Whether a cell of the row is foreign to its column, or the row has other cells than the header. */
function isSuspect({ cells }: Line, layout: Layout): boolean {
  let foreign = 0
  for (const [column, cell] of cells.entries()) {
    if (cell === undefined || isBlank(cell.text)) continue
    const role = layout.columns[column]?.role
    if (role === undefined) foreign++
    else if (affinity(lookOf(cell.text), role) <= -1.5) foreign++
  }
  return foreign > 0
}

interface Filled {
  readonly cell: Cell
  readonly column: number
  readonly look: Look
}

function alignRow(
  { cells, covered, isHead }: Line,
  layout: Layout,
  usual: Usual,
  head: Repair | undefined,
): Repair | undefined {
  const filled = cells.flatMap((cell, column): Filled[] =>
    cell === undefined || isBlank(cell.text) ? [] : [{ cell, column, look: lookOf(cell.text) }],
  )
  if (filled.length < 2 || filled.length > layout.width * 2) return undefined
  const score = ({ cell, column, look }: Filled, to: number) => {
    const { role } = layout.columns[to] ?? { role: 'other' as const }
    const count = usual.get(to)?.get(cell.text.trim()) ?? 0
    const isUsual = count - (to === column ? 1 : 0) >= 2
    const isSink = to !== column && ANYTHING.has(role)
    return affinity(look, role) + (isUsual ? USUAL : 0) - (isSink ? SINK : 0)
  }
  const own = filled.reduce(
    (sum, one) => sum + (one.column < layout.width ? score(one, one.column) : BEYOND),
    0,
  )
  // What hangs down from a shifted row hangs wrong itself.
  const isOpen = (column: number) => head !== undefined || covered?.has(column) !== true
  const best = layOut(filled, layout.width, (one, column) =>
    isOpen(column) ? score(one, column) : TAKEN,
  )
  if (best === undefined) return undefined
  const moves = filled.flatMap(({ cell, column }, at): Move[] => {
    const to = best.columns[at] ?? column
    return to === column ? [] : [{ cell, from: column, to }]
  })
  const [first, ...rest] = moves
  if (first === undefined) return undefined
  const better = best.score - own
  const gains = filled.map((one, at) => {
    const to = best.columns[at] ?? one.column
    const before = one.column < layout.width ? score(one, one.column) : BEYOND
    return to === one.column ? 0 : score(one, to) - before
  })
  const isSure = gains.some((gain, at) => gain >= GAIN && (gains[at + 1] ?? 0) >= GAIN)
  // A laying-out that leaves a cell where it has no business explains nothing.
  const isClean = filled.every((one, at) => {
    const to = best.columns[at] ?? one.column
    return score(one, to) > FOREIGN && (to === one.column || score(one, one.column) < AT_HOME)
  })
  if (!isClean) return undefined
  const follows = !isHead && head !== undefined && isSameWay(moves, head) && better >= MARGIN_BELOW
  if (!follows && !(isSure && better >= MARGIN)) return undefined
  return {
    kind: 'shifted',
    cells: laid(filled, best.columns, layout.width),
    moves: [first, ...rest],
  }
}

/** What speaks against a cell under a column as strongly as anything does. */
const FOREIGN = -3

/** What speaks for a cell under its own column so strongly that nothing moves it. */
const AT_HOME = 2.5

/** A column that is not to be had. */
const TAKEN = -100

/** What a cell to the right of the last column costs. */
const BEYOND = -3

/** Whether cells moved to the same side as those of the row that the line continues. */
function isSameWay(moves: readonly Move[], head: Repair): boolean {
  const way = (all: readonly Move[]) => Math.sign((all[0]?.to ?? 0) - (all[0]?.from ?? 0))
  return way(moves) === way(head.moves)
}

interface Laying {
  readonly score: number
  /** The column of each filled cell. */
  readonly columns: readonly number[]
}

/** The cheapest way to lay the cells under the columns in their order. */
function layOut(
  filled: readonly Filled[],
  width: number,
  score: (one: Filled, column: number) => number,
): Laying | undefined {
  // best[column]: of the cells so far, the last one under this column.
  let best: (number | undefined)[] = []
  const steps: (number | undefined)[][] = []
  for (const [at, one] of filled.entries()) {
    const previous = filled[at - 1]
    const next: (number | undefined)[] = []
    const came: (number | undefined)[] = []
    for (let column = 0; column < width; column++) {
      const gain = score(one, column) - (column === one.column ? 0 : STEP)
      let most: number | undefined
      let from: number | undefined
      if (previous === undefined) most = gain - (column === one.column ? 0 : TURN)
      else {
        for (let before = 0; before <= column; before++) {
          const value = best[before]
          if (value === undefined) continue
          const turned = column - one.column !== before - previous.column
          const cost = before === column ? JOIN : turned ? TURN : 0
          const total = value + gain - cost
          if (most === undefined || total > most) {
            most = total
            from = before
          }
        }
      }
      next.push(most)
      came.push(from)
    }
    best = next
    steps.push(came)
  }
  let column = -1
  for (const [at, value] of best.entries()) {
    if (value !== undefined && (column < 0 || value > (best[column] ?? -Infinity))) column = at
  }
  const total = best[column]
  if (total === undefined) return undefined
  const columns = [column]
  for (let at = filled.length - 1; at > 0; at--) {
    column = steps[at]?.[column] ?? column
    columns.unshift(column)
  }
  return { score: total, columns }
}

/** The cell of each column; of two under one, the one to the right. */
function laid(
  filled: readonly Filled[],
  columns: readonly number[],
  width: number,
): readonly (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = Array.from({ length: width })
  for (const [at, { cell }] of filled.entries()) cells[columns[at] ?? 0] = cell
  return cells
}

const LEVELS: readonly Role[] = ['item.level3', 'item.level2', 'item.level1']

/**
 * Head lines whose content slid into a column of names: a sentence stands there, and the content is
 * blank. Where that happened to several rows, shorter texts in the same column are no names either.
 */
function* slidContent(
  lines: readonly Line[],
  layout: Layout,
  repaired: ReadonlyMap<number, Repair>,
): Iterable<[number, Repair]> {
  const to = layout.column('content')?.index
  if (to === undefined) return
  const empty = [...lines.entries()].filter(
    ([at, { cells, isHead }]) => isHead && !repaired.has(at) && isBlank(cells[to]?.text ?? ''),
  )
  for (const role of LEVELS) {
    const from = layout.column(role)?.index
    if (from === undefined || from > to) continue
    const filled = empty.filter(([, { cells }]) => !isBlank(cells[from]?.text ?? ''))
    const prose = filled.filter(([, { cells }]) => lookOf(cells[from]?.text ?? '') === 'prose')
    for (const [at, { cells }] of prose.length >= 2 ? filled : prose) {
      const cell = cells[from]
      if (cell === undefined || !hasNameBefore(cells, layout, from)) continue
      const after = Array.from({ length: layout.width }, (_, column) =>
        column === to ? cell : column === from ? undefined : cells[column],
      )
      yield [at, { kind: 'slid', cells: after, moves: [{ cell, from, to }] }]
    }
    if (prose.length > 0) return
  }
}

/** Whether the item keeps a name of its own on a level above. */
function hasNameBefore(cells: Line['cells'], layout: Layout, from: number): boolean {
  return layout.columns.some(
    ({ index, role }) =>
      role.startsWith('item.') && index < from && !isBlank(cells[index]?.text ?? ''),
  )
}
