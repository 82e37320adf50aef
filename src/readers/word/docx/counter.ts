import { inFont } from '../symbols.ts'
import { LEVELS, type Level, type List, type Numbering } from './numbering.ts'
import { formatNumber } from './numerals.ts'
import type { Styles } from './styles.ts'

/** What a paragraph says of the list that it stands in. */
export interface Listed {
  readonly style: string | undefined
  /** Number of the list; that of its style where it says none, and 0 for no list at all. */
  readonly list: string | undefined
  /** Level from 0. */
  readonly level: number | undefined
}

/** Signs with which people tick: other bullets say nothing. */
const TICK = /^[✓✔√☑☒✗✘☐□]$/u

/** Units of a number: enough for nine levels, and too few to swell a small file. */
const MAX_LABEL = 100

/** Numbers the paragraphs of a text one after the other, as Word does when it shows them. */
export class Counter {
  readonly #numbering: Numbering
  readonly #styles: Styles
  /** How far each level has come, by the basis of the list. */
  readonly #counts = new Map<string, (number | undefined)[]>()
  /** Levels that have begun where their list says. */
  readonly #begun = new Map<List, Set<number>>()

  constructor(numbering: Numbering, styles: Styles) {
    this.#numbering = numbering
    this.#styles = styles
  }

  /** Counts a paragraph and tells what stands in front of it, which is nothing without a list. */
  next(listed: Listed): string {
    if (this.#numbering.size === 0) return ''
    const lineage = listed.style === undefined ? [] : this.#styles.lineage(listed.style)
    const number = listed.list ?? lineage.find(({ list }) => list !== undefined)?.list
    const list = number === undefined ? undefined : this.#numbering.get(number)
    if (list === undefined) return ''
    const at = listed.level ?? levelOf(list, lineage)
    const level = list.levels.get(at)
    if (level === undefined) return ''
    return labelOf(list, level, this.#count(list, level, at))
  }

  /** The numbers of a level and of those above it. */
  #count(list: List, level: Level, at: number): readonly number[] {
    const counts = this.#countsOf(list)
    const before = counts[at]
    const isNew = before === undefined || this.#beginsAnew(list, at)
    counts[at] = isNew ? (list.starts.get(at) ?? level.start) : before + 1
    // A level that was left out counts as begun.
    for (let above = 0; above < at; above++) {
      counts[above] ??= list.levels.get(above)?.start ?? 0
    }
    for (let below = at + 1; below < LEVELS; below++) {
      if (at < (list.levels.get(below)?.restart ?? below)) counts[below] = undefined
    }
    return counts.slice(0, at + 1).map((count = 0) => count)
  }

  #countsOf({ basis }: List): (number | undefined)[] {
    const counts = this.#counts.get(basis) ?? []
    this.#counts.set(basis, counts)
    return counts
  }

  /** Whether a level is to begin where its list says, which it does once. */
  #beginsAnew(list: List, at: number): boolean {
    if (!list.starts.has(at)) return false
    const begun = this.#begun.get(list) ?? new Set()
    this.#begun.set(list, begun)
    if (begun.has(at)) return false
    begun.add(at)
    return true
  }
}

/** The level on which text of a style stands: the list says, or else the style. */
function levelOf(list: List, lineage: ReturnType<Styles['lineage']>): number {
  for (const { id, level } of lineage) {
    for (const [number, { style }] of list.levels) if (style === id) return number
    if (level !== undefined) return level
  }
  return 0
}

function labelOf(list: List, level: Level, counts: readonly number[]): string {
  if (level.isHidden) return ''
  if (level.format === 'bullet') {
    const sign = inFont(level.font, level.text)
    return TICK.test(sign) ? sign : ''
  }
  const label = level.text.replace(/%(?<number>[1-9])/gu, (_, number) => {
    const at = Number(number) - 1
    const count = counts[at]
    return count === undefined ? '' : shown(count, list.levels.get(at)?.format, level.isLegal)
  })
  return label.slice(0, MAX_LABEL)
}

function shown(count: number, format = 'decimal', isLegal: boolean): string {
  if (/^0+1$/u.test(format)) return String(count).padStart(format.length, '0')
  const isPlain = isLegal && format !== 'none' && format !== 'decimalZero'
  return formatNumber(count, isPlain ? 'decimal' : format)
}
