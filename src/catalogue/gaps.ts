import type { Passage } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import type { Catalogue, Entry } from './catalogue.ts'
import { isUnreliable, misfits } from './misfit.ts'
import type { Role } from './role.ts'
import { foreignCells, type Shape, shapeOf } from './shape.ts'

/** A value that is missing in a column, from one entry or from several that follow each other. */
interface GapOver<Extent> {
  /** Head lines without a value, in order; at least one. */
  readonly heads: readonly [Entry, ...Entry[]]
  /** What to point at: the blank cell, or the entry's item where the row has no such cell. */
  readonly at: Passage
  /**
   * How far the gap reaches: one entry; several in a row, which may be a merged cell whose merge
   * the format lost; or every entry of the catalogue.
   */
  readonly extent: Extent
}

export type Gap = GapOver<'entry'> | GapOver<'run'> | GapOver<'column'>

/**
 * The entries that have no value in any of the given columns, after lending. A value on any line of
 * an entry will do for marks and lists, which may be printed line by line; a text must stand on the
 * head line, because the continuation lines speak for themselves. Entries that are empty
 * altogether, that have too few or too many cells, or whose cells stand in the wrong columns are
 * left out, and so are those that the caller excuses: their fault is another one.
 */
export function* gaps(
  catalogue: Catalogue,
  roles: readonly Role[],
  isExcused: (head: Entry) => boolean = () => false,
): Iterable<Gap> {
  const present = roles.filter((role) => catalogue.layout.has(role))
  const [column] = present
  if (column === undefined) return
  const isMissing = (head: Entry) => {
    const lines = TEXTS.has(column) ? [head] : catalogue.lines(head)
    return lines.every((line) => present.every((role) => line.cell(role) === undefined))
  }
  const judged = catalogue.once(judgedHeads)
  const missing = judged.filter((head) => isMissing(head) && !isExcused(head))
  const [first, ...rest] = missing
  if (first === undefined) return
  if (rest.length > 0 && missing.length === judged.length) {
    yield { heads: [first, ...rest], at: placeOf(first, column), extent: 'column' }
    return
  }
  for (const run of runs(catalogue, new Set(missing))) yield* tell(run, column)
}

/** Head lines that follow each other, in the same section. */
function* runs({ heads }: Catalogue, missing: ReadonlySet<Entry>): Iterable<readonly Entry[]> {
  let run: Entry[] = []
  for (const head of heads) {
    const goesOn = missing.has(head) && (run[0]?.section ?? head.section) === head.section
    if (!goesOn && run.length > 0) {
      yield run
      run = []
    }
    if (missing.has(head)) run.push(head)
  }
  if (run.length > 0) yield run
}

const TEXTS: ReadonlySet<Role> = new Set(['content', 'basis', 'deadline', 'subject'])

function* tell(run: readonly Entry[], column: Role): Iterable<Gap> {
  const [first, ...rest] = run
  if (first === undefined) return
  const mergesAreKnown = first.sheet.grid.hasSpans
  if (rest.length > 0 && !mergesAreKnown) {
    yield { heads: [first, ...rest], at: placeOf(first, column), extent: 'run' }
    return
  }
  for (const head of run) yield { heads: [head], at: placeOf(head, column), extent: 'entry' }
}

function placeOf(entry: Entry, column: Role): Passage {
  const cell = entry.own(column)
  if (cell !== undefined) return cell
  const item = (['item.level3', 'item.level2', 'item.level1', 'content', 'seq'] as const)
    .map((role) => entry.own(role))
    .find((own) => own !== undefined && !isBlank(own.text))
  return item ?? entry.cells[0] ?? emptyPlace(entry)
}

function emptyPlace(entry: Entry): Passage {
  throw new Error(`gaps: row ${entry.row} has no cell to point at`)
}

/** Head lines that stand under the right columns and say anything at all. */
function judgedHeads(catalogue: Catalogue): readonly Entry[] {
  const askew = askewEntries(catalogue)
  return catalogue.heads.filter(
    (head) =>
      !askew.has(head) &&
      // What a shifted row lacks is what its shift cost.
      head.repair?.kind !== 'shifted' &&
      !catalogue.lines(head).every((line) => line.isEmpty),
  )
}

/** The lines whose cells do not stand under the right columns, so that none of them can be judged. */
export function askewEntries(catalogue: Catalogue): ReadonlySet<Entry> {
  return catalogue.once(findAskew)
}

function findAskew(catalogue: Catalogue): ReadonlySet<Entry> {
  if (isUnreliable(catalogue)) return new Set(catalogue.entries)
  const askew = new Set(misfits(catalogue).keys())
  for (const entry of catalogue.entries) {
    if (entry.repair !== undefined) continue
    if (foreignCells(entry.cells, catalogue.layout) >= 2) askew.add(entry)
  }
  return askew
}

/** Whether a text of this shape stands elsewhere in the line, so that the column is not really empty. */
export function standsElsewhere(entry: Entry, shape: Shape, role: Role): boolean {
  const own = entry.own(role)
  return entry.cells.some((cell) => cell !== own && shapeOf(cell.text) === shape)
}

const LEVELS: readonly Role[] = ['item.level3', 'item.level2', 'item.level1']

/**
 * The head lines whose content slipped into a column for names: prose stands there and the content
 * is blank. Where that happened to several entries, shorter texts in the same column are no names
 * either. What has a name on another level is moved back before; these are the entries without.
 */
export function withContentInName(catalogue: Catalogue): ReadonlySet<Entry> {
  const empty = catalogue.heads.filter((head) => head.text('content') === '')
  const slipped = new Set<Entry>()
  for (const role of LEVELS) {
    const prose = empty.filter((head) => shapeOf(head.own(role)?.text ?? '') === 'prose')
    const filled = empty.filter((head) => !isBlank(head.own(role)?.text ?? ''))
    for (const head of prose.length >= 2 ? filled : prose) slipped.add(head)
    if (prose.length >= 2) break
  }
  return slipped
}

/** What most entries say in a column: the text that at least two thirds of those that say anything share. */
export function usualText(catalogue: Catalogue, role: Role): string | undefined {
  const counts = new Map<string, number>()
  let all = 0
  for (const head of catalogue.heads) {
    const text = head.text(role)
    if (text === '') continue
    all++
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  for (const [text, count] of counts) if (all >= 2 && count * 3 >= all * 2) return text
  return undefined
}
