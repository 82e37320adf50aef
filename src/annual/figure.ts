import type { Cell } from '../table/model.ts'
import { halfWidth, withoutSpace } from '../text/normalise.ts'

/** A cell of a statistical table that should hold a number. */
export interface Figure {
  readonly cell: Cell
  /**
   * `number`: it does; `blank`: nothing; `none`: a mark such as / for what does not apply; `wrong`:
   * something else, a number below 0 included.
   */
  readonly state: 'number' | 'blank' | 'none' | 'wrong'
  /** The number, 0 for `none`; undefined for the others. */
  readonly value: number | undefined
  /** What a wrong one surely means: 105 of 105件. */
  readonly meant?: string
}

const NONE = /^(?:[/\\|—–―-]{1,4}|无|不适用)$/u
// 1613.88 · 1,234 · 105
const NUMBER = /^\d{1,18}(?:\.\d{1,8})?$/u
const GROUPED = /^\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,8})?$/u
// 105件 · 3.2万元
const WITH_UNIT = /^(?<number>[\d,.]{1,24})(?:件|宗|条|项|个|次|份|起|万元)$/u
// The letter for the digit.
const LETTER_ZERO = /^[oO〇○零]$/u

/** Reads a cell; never throws. */
export function figureOf(cell: Cell): Figure {
  const words = withoutSpace(halfWidth(cell.text)).replace(/\?/gu, '')
  if (words === '') return { cell, state: 'blank', value: undefined }
  if (NONE.test(words)) return { cell, state: 'none', value: 0 }
  const value = numberOf(words)
  if (value !== undefined) return { cell, state: 'number', value }
  const wrong = { cell, state: 'wrong', value: undefined } as const
  if (LETTER_ZERO.test(words)) return { ...wrong, meant: '0' }
  const number = WITH_UNIT.exec(words)?.groups?.number
  if (number === undefined || numberOf(number) === undefined) return wrong
  return { ...wrong, meant: number }
}

function numberOf(words: string): number | undefined {
  return NUMBER.test(words) || GROUPED.test(words) ? Number(words.replace(/,/gu, '')) : undefined
}

/** Whether a text could stand where a figure should: a number, a mark for none, or a slip of one. */
export function isFigureLike({ text }: Cell): boolean {
  return (
    /^[-−]?[\d,.]{1,64}(?:件|宗|条|项|个|次|份|起|万元)?$|^[oO]$/u.test(
      withoutSpace(halfWidth(text)),
    ) || NONE.test(withoutSpace(halfWidth(text)))
  )
}

/** Most digits that are taken apart. */
const MOST_DIGITS = 24

/**
 * The one way to take glued digits apart into `count` numbers of which the last is the sum of the
 * others; undefined when there is none, or more than one.
 */
export function splitSum(digits: string, count: number): readonly number[] | undefined {
  if (!/^\d+$/u.test(digits) || digits.length < count || digits.length > MOST_DIGITS) {
    return undefined
  }
  const found: number[][] = []
  const take = (from: number, numbers: readonly number[], sum: number) => {
    if (found.length > 1) return
    if (numbers.length === count - 1) {
      const rest = digits.slice(from)
      if (isPlain(rest) && Number(rest) === sum) found.push([...numbers, sum])
      return
    }
    const left = count - numbers.length - 1
    const most = digits[from] === '0' ? from + 1 : digits.length - left
    for (let to = from + 1; to <= most; to++) {
      const number = Number(digits.slice(from, to))
      take(to, [...numbers, number], sum + number)
    }
  }
  take(0, [], 0)
  return found.length === 1 ? found[0] : undefined
}

function isPlain(digits: string): boolean {
  return digits === '0' || /^[1-9]/u.test(digits)
}
