import { cellsOf, joined, partOf } from '../table/mended.ts'
import type { Cell } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import { affinity, type Look, lookOf } from './affinity.ts'
import type { Layout } from './catalogue.ts'
import { type Cut, cutFor, cutsOf, type Part } from './cut.ts'
import { type Laid, type Laying, layOut } from './lay-out.ts'
import type { Role } from './role.ts'
import { type Line, Surroundings } from './surroundings.ts'

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
  /** The cell that holds the texts of two columns. */
  readonly split?: Split
  /** What is read for a cell that is cut or joined with another; nothing for one joined to the left. */
  readonly read?: ReadonlyMap<Cell, readonly Cell[]>
}

/** Two texts in one cell, each with the column that it belongs to, from 0. */
export interface Split {
  readonly whole: Cell
  readonly parts: readonly [Cell, Cell]
  readonly columns: readonly [number, number]
}

/** A column that takes anything explains nothing. */
const SINK = 2
const ANYTHING: ReadonlySet<Role> = new Set(['remark', 'other'])
/** Two cells under one column: a cell that was cut in two. One that stands twice costs nothing. */
const JOIN = 2.5
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
 * Only rows in which a cell stands where it has no business, or may hold the text of a blank one
 * beside it, are laid out anew, each in time of its cells times the columns.
 */
export function alignLines(lines: readonly Line[], layout: Layout): ReadonlyMap<number, Repair> {
  const repairs = new Map<number, Repair>()
  const around = new Surroundings(lines, layout)
  let head: Repair | undefined
  for (const [at, line] of lines.entries()) {
    if (line.isHead) head = undefined
    if (!isSuspect(line, layout) && !around.mayHoldTwo(line)) continue
    const repair = alignRow(line, around, head)
    if (repair === undefined) continue
    repairs.set(at, repair)
    if (line.isHead && isShift(repair)) head = repair
  }
  for (const [at, repair] of slidContent(lines, layout, repairs)) repairs.set(at, repair)
  return repairs
}

/** Whether other cells moved than those that were cut out of one. */
function isShift({ moves, split }: Repair): boolean {
  return moves.some(({ cell }) => split?.parts.includes(cell) !== true)
}

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
  /** Where it falls into the texts of two columns. */
  readonly cuts: readonly Cut[]
}

function alignRow(line: Line, around: Surroundings, head: Repair | undefined): Repair | undefined {
  const whole = line.cells.flatMap((cell, column): Filled[] =>
    cell === undefined || isBlank(cell.text)
      ? []
      : [{ cell, column, look: lookOf(cell.text), cuts: [] }],
  )
  if (whole.length < 2 || whole.length > around.layout.width * 2) return undefined
  const filled = whole.map((one): Filled => {
    // A merged cell says the same to the rows below, which have no part of it.
    const cuts = one.cell.rowSpan > 1 ? [] : cutsOf(one.cell.text, around.known)
    // What holds two texts has the look of neither.
    return cuts.length === 0 ? one : { ...one, cuts, look: 'prose' }
  })
  const split = filled.some(({ cuts }) => cuts.length > 0)
    ? new Row(line, filled, around, head).repair()
    : undefined
  return split?.split === undefined ? new Row(line, whole, around, head).repair() : split
}

/** One row that is laid out anew. */
class Row {
  readonly #line: Line
  readonly #filled: readonly Filled[]
  readonly #around: Surroundings
  readonly #head: Repair | undefined

  constructor(
    line: Line,
    filled: readonly Filled[],
    around: Surroundings,
    head: Repair | undefined,
  ) {
    this.#line = line
    this.#filled = filled
    this.#around = around
    this.#head = head
  }

  repair(): Repair | undefined {
    const best = layOut({
      width: this.#around.layout.width,
      stands: this.#filled.map(({ column }) => column),
      whole: (at, to) => this.#open(to) ?? this.#score(this.#at(at), to),
      cut: (at, to) => this.#cutScore(this.#at(at), to),
      join: (at, to) => this.#joinCost(at, to),
    })
    if (best === undefined || !this.#isClean(best)) return undefined
    const halves = this.#halves(best)
    if (halves.length > 1) return undefined
    const [half] = halves
    const moves = this.#moves(best, half)
    const [first, ...rest] = moves
    if (first === undefined) return undefined
    const better = best.score - this.#own()
    const isFollowing =
      !this.#line.isHead && this.#head !== undefined && isSameWay(moves, this.#head)
    const least = isFollowing ? MARGIN_BELOW : MARGIN
    if (better < least || !(isFollowing || this.#isSure(best))) return undefined
    return {
      kind: 'shifted',
      moves: [first, ...rest],
      ...this.#laid(best, half),
      ...(half && { split: half }),
    }
  }

  #at(index: number): Filled {
    const one = this.#filled[index]
    if (one === undefined) throw new Error(`align: no cell ${index} in the row`)
    return one
  }

  /** Undefined for a column that is to be had: what hangs down from a shifted row hangs wrong itself. */
  #open(column: number): number | undefined {
    const isOpen = this.#head !== undefined || this.#line.covered?.has(column) !== true
    return isOpen ? undefined : TAKEN
  }

  #score({ cell, column, look }: Filled, to: number): number {
    return this.#worth(cell.text, look, to, to === column)
  }

  #worth(text: string, look: Look, to: number, isOwn: boolean): number {
    const role = this.#around.roleOf(to)
    const isUsual = this.#around.count(to, text) - (isOwn ? 1 : 0) >= 2
    const isSink = !isOwn && ANYTHING.has(role)
    return affinity(look, role) + (isUsual ? USUAL : 0) - (isSink ? SINK : 0)
  }

  #cutScore({ cuts }: Filled, right: number): number | undefined {
    const cut = this.#cut(cuts, right)
    if (cut === undefined) return undefined
    const worth = (part: Part, to: number) =>
      this.#open(to) ?? this.#worth(part.text, part.look, to, false)
    return worth(cut.left, right - 1) + worth(cut.right, right)
  }

  #joinCost(at: number, to: number): number {
    const [before, one] = [this.#filled[at - 1], this.#at(at)]
    const isTwice = before?.cell.text.trim() === one.cell.text.trim()
    return isTwice && GOES_ON.has(this.#around.roleOf(to)) ? 0 : JOIN
  }

  #cut(cuts: readonly Cut[], right: number): Cut | undefined {
    if (cuts.length === 0) return undefined
    return cutFor(cuts, this.#around.roleOf(right - 1), this.#around.roleOf(right))
  }

  /** What the row is worth as it stands. */
  #own(): number {
    return this.#filled.reduce((sum, one) => sum + this.#ownScore(one), 0)
  }

  #ownScore(one: Filled): number {
    return one.column < this.#around.layout.width ? this.#score(one, one.column) : BEYOND
  }

  /** A laying-out that leaves a cell where it has no business explains nothing. */
  #isClean({ laid }: Laying): boolean {
    return this.#filled.every((one, at) => {
      const { column: to, isCut } = laid[at] ?? { column: one.column, isCut: false }
      if (isCut) return true
      return (
        this.#score(one, to) > FOREIGN &&
        (to === one.column || this.#score(one, one.column) < AT_HOME)
      )
    })
  }

  /** Whether two cells beside each other are better off, or one holds the text of a lost one. */
  #isSure({ laid }: Laying): boolean {
    const gains = this.#filled.map((one, at) => {
      const { column: to, isCut } = laid[at] ?? { column: one.column, isCut: false }
      if (isCut) return GAIN
      return to === one.column ? 0 : this.#score(one, to) - this.#ownScore(one)
    })
    if (gains.some((gain, at) => gain >= GAIN && (gains[at + 1] ?? 0) >= GAIN)) return true
    return this.#filled.some(({ column }, at) => {
      const { column: right, isCut } = laid[at] ?? { column, isCut: false }
      const other = column === right ? right - 1 : right
      return isCut && (column === right || column === right - 1) && this.#isLost(other)
    })
  }

  #isLost(column: number): boolean {
    return this.#around.isLost(this.#line, column)
  }

  #halves({ laid }: Laying): readonly Split[] {
    return this.#filled.flatMap(({ cell, cuts }, at): Split[] => {
      const one: Laid | undefined = laid[at]
      const cut = one?.isCut === true ? this.#cut(cuts, one.column) : undefined
      if (one === undefined || cut === undefined) return []
      const parts = [partOf(cell, cut.left.span), partOf(cell, cut.right.span)] as const
      return [{ whole: cell, parts, columns: [one.column - 1, one.column] }]
    })
  }

  #moves({ laid }: Laying, split: Split | undefined): readonly Move[] {
    return this.#filled.flatMap(({ cell, column }, at): Move[] => {
      if (split?.whole === cell) {
        return split.parts
          .map((part, side) => ({ cell: part, from: column, to: split.columns[side] ?? column }))
          .filter(({ to }) => to !== column)
      }
      const to = laid[at]?.column ?? column
      return to === column ? [] : [{ cell, from: column, to }]
    })
  }

  /** The cell of each column, and what is read for the cells that were cut or joined. */
  #laid({ laid }: Laying, split: Split | undefined): Pick<Repair, 'cells' | 'read'> {
    const cells: (Cell | undefined)[] = Array.from({ length: this.#around.layout.width })
    const read = new Map<Cell, readonly Cell[]>()
    for (const [at, { cell, column }] of this.#filled.entries()) {
      if (split?.whole === cell) {
        const [left, right] = split.columns
        ;[cells[left], cells[right]] = split.parts
        read.set(cell, split.parts)
        continue
      }
      const to = laid[at]?.column ?? column
      const before = cells[to]
      if (before === undefined || !isReadTogether(this.#around.roleOf(to), before, cell)) {
        cells[to] = cell
        continue
      }
      const both = joined(before, cell)
      cells[to] = both
      const [first, ...others] = cellsOf(both)
      for (const one of others) read.set(one, [])
      read.set(first, [both])
    }
    return { cells, ...(read.size > 0 && { read }) }
  }
}

/** Columns whose texts go on in a second cell; of two names or marks, the one to the right is read. */
const GOES_ON: ReadonlySet<Role> = new Set(['content', 'basis', 'deadline', 'subject', 'channels'])

/** Whether two cells under one column say more together than the one to the right does. */
function isReadTogether(role: Role, left: Cell, right: Cell): boolean {
  return GOES_ON.has(role) && left.text.trim() !== right.text.trim()
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
