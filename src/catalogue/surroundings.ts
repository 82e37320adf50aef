import type { Cell } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import type { Layout } from './catalogue.ts'
import { cutFor, cutsOf, isUnmistakable, KnownTexts } from './cut.ts'
import type { Role } from './role.ts'

/** One line of a catalogue, as its source has it. */
export interface Line {
  /** The cell of each column as it stands, blank ones included. */
  readonly cells: readonly (Cell | undefined)[]
  /** Columns that cells of the rows above hang into. */
  readonly covered?: ReadonlySet<number>
  readonly isHead: boolean
}

/** What a row is compared with: the columns, and what stands in them elsewhere. */
export class Surroundings {
  readonly layout: Layout
  readonly known: KnownTexts
  readonly #usual: Usual
  /** Columns that are filled in at least half of the head lines. */
  readonly #filled: ReadonlySet<number>

  constructor(lines: readonly Line[], layout: Layout) {
    this.layout = layout
    this.#usual = usualTexts(lines, layout)
    const repeated = [...this.#usual].flatMap(([column, texts]) =>
      isUnmistakable(this.roleOf(column)) ? [...texts.keys()] : [],
    )
    this.known = new KnownTexts(repeated)
    const heads = lines.filter(({ isHead }) => isHead)
    const isFilled = (column: number) =>
      heads.filter(({ cells }) => !isBlank(cells[column]?.text ?? '')).length * 2 >= heads.length
    this.#filled = new Set(layout.columns.map(({ index }) => index).filter(isFilled))
  }

  roleOf(column: number): Role {
    return this.layout.columns[column]?.role ?? 'other'
  }

  /** How often a text stands in a column. */
  count(column: number, text: string): number {
    return this.#usual.get(column)?.get(text.trim()) ?? 0
  }

  /** Whether a column is blank in a head line, though it seldom is, and no cell hangs into it. */
  isLost({ cells, covered, isHead }: Line, column: number): boolean {
    return (
      isHead &&
      this.#filled.has(column) &&
      covered?.has(column) !== true &&
      isBlank(cells[column]?.text ?? '')
    )
  }

  /** Whether a cell beside a lost one falls into the texts of both columns. */
  mayHoldTwo(line: Line): boolean {
    return this.layout.columns.some(({ index: left }) => {
      const right = left + 1
      const roles = [this.roleOf(left), this.roleOf(right)] as const
      if (!roles.every(isUnmistakable)) return false
      const cell = this.isLost(line, right)
        ? line.cells[left]
        : this.isLost(line, left)
          ? line.cells[right]
          : undefined
      return cell !== undefined && cutFor(cutsOf(cell.text, this.known), ...roles) !== undefined
    })
  }
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
