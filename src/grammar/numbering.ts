import type { Span } from '../text/span.ts'
import { isInside, markedStretches } from './marks.ts'

/** A number that begins a point of a list inside a text, such as the 2. of “1.…；2.…”. */
export interface ListMarker {
  readonly number: number
  /** The digits alone. */
  readonly span: Span
  /** What follows the digits: `.` `．` `、` or an ideographic full stop. */
  readonly delimiter: string
}

// ；    2       .      《…
// begin number  delimiter  next
const MARKER =
  /(?<=^|[\s；;。，,、”"》）)：:])(?<number>\d{1,2})(?<delimiter>[.．、])(?=\s*[《〈“【（(㐀-䶿一-鿿〇])/gu

/**
 * The list numbers in a text, outside quotation and title marks: 1. 2. 3. Decimals, dates, article
 * quotes and sub-numbers such as 1.1 are none.
 */
export function findListMarkers(text: string): readonly ListMarker[] {
  if (!/\d[.．、]/u.test(text)) return []
  let quoted: readonly Span[] | undefined
  const markers: ListMarker[] = []
  for (const match of text.matchAll(MARKER)) {
    const { number = '', delimiter = '' } = match.groups ?? {}
    const start = match.index
    quoted ??= markedStretches(text, '“《〈')
    if (isInside(quoted, start)) continue
    markers.push({ number: Number(number), span: { start, end: start + number.length }, delimiter })
  }
  return markers
}

/** A place where a numbering that should go up by one does not. */
export interface NumberingFault {
  /** Index of the odd one in the list that was given. */
  readonly index: number
  /** `duplicate`: the number stood before; `gap`: numbers are skipped; `order`: it goes back. */
  readonly kind: 'duplicate' | 'gap' | 'order'
  /** What should stand there if everything before it is right. */
  readonly expected: number
}

/**
 * Where a row of numbers stops going up by one. One misprint is one fault: after 1 2 4 4 5 only the
 * first 4 is odd, after 1 2 2 4 only the second 2. So is one renumbering: 7 7 8 10 becomes 7 8 9 10,
 * and the 10 is right. The first number may be any.
 */
export function numberingFaults(numbers: readonly number[]): readonly NumberingFault[] {
  const faults: NumberingFault[] = []
  const seen = new Set<number>()
  let last: number | undefined
  // By how much the numbers since the last fault are too low, or too high where it is negative.
  let lag = 0
  for (const [index, number] of numbers.entries()) {
    const next = numbers[index + 1]
    if (last === undefined || number === last + 1) {
      last = number
      seen.add(number)
      continue
    }
    const usual: number = last + 1
    const expected = usual + Math.max(0, lag)
    const repeated = seen.has(number)
    if (lag !== 0 && number === usual + lag) {
      // What an earlier fault put out of step is in step again: of 1 2 4 5 5 the first 5 should be 4.
      if (repeated) faults.push({ index: index - 1, kind: 'duplicate', expected: number - 1 })
      last = number
      lag = 0
    } else if (next === usual + 1) {
      // A misprint in a row that is right before and behind it.
      faults.push({ index, kind: repeated || next === number ? 'duplicate' : 'order', expected })
      last = usual
    } else if (next === usual && !repeated) {
      // A stray number between two that belong together.
      faults.push({ index, kind: 'order', expected })
    } else {
      const kind = repeated ? 'duplicate' : number > last ? 'gap' : 'order'
      faults.push({ index, kind, expected })
      lag = expected - number
      last = number
    }
    seen.add(number)
  }
  return faults
}

// 12 · １２ · ⑫ · 12. · （12） · 12、
const SEQ = /^[（(]?(?<number>\d{1,4})[）)]?[.．、]?$/u

/** The number of a 序号 cell; undefined for codes such as 0101, 1.2 or A-3 that count nothing. */
export function parseSeq(text: string): number | undefined {
  const packed = text
    .replace(/\s+/gu, '')
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const circled = packed.length === 1 ? packed.charCodeAt(0) - 0x245f : 0
  if (circled >= 1 && circled <= 20) return circled
  const number = SEQ.exec(packed)?.groups?.number
  if (number === undefined || (number.length > 2 && number.startsWith('0'))) return undefined
  return Number(number)
}

/** A fault of a list inside a text, with what each number should be. */
export interface ListFault extends NumberingFault {
  readonly marker: ListMarker
  /** The number before the odd one; undefined where the list begins with it. */
  readonly before: number | undefined
  /** What each marker from the odd one on should read, for those that should read otherwise. */
  readonly renumbered: readonly (readonly [ListMarker, number])[]
}

/**
 * The first fault of the list that the markers form; a list begins at 1, and a 1 after a higher
 * number begins another list. `from` is the number that the list may begin with because it goes on
 * from another cell. A single number that begins a text is no list.
 */
export function listFault(
  markers: readonly ListMarker[],
  from: number | undefined,
): ListFault | undefined {
  const [first] = markers
  if (first === undefined) return undefined
  if (markers.length === 1 && first.span.start === 0) return undefined
  if (areSeveralLists(markers)) return undefined
  let list: ListMarker[] = []
  for (const [index, marker] of [...markers, undefined].entries()) {
    const restarts = marker?.number === 1 && (markers[index - 1]?.number ?? 0) > 1
    if (marker === undefined || restarts) {
      const fault = faultOf(list, list[0] === first ? from : undefined)
      if (fault !== undefined) return fault
      list = []
    }
    if (marker !== undefined) list.push(marker)
  }
  return undefined
}

/** 1. and 1、 side by side are two levels of a list, if each is right by itself. */
function areSeveralLists(markers: readonly ListMarker[]): boolean {
  const styles = new Set(markers.map(({ delimiter }) => delimiter))
  if (styles.size < 2) return false
  return [...styles].every((style) => {
    const numbers = markers
      .filter(({ delimiter }) => delimiter === style)
      .map(({ number }) => number)
    return numbers.every(
      (number, index) => number === 1 || number === (numbers[index - 1] ?? 0) + 1,
    )
  })
}

function faultOf(list: readonly ListMarker[], from: number | undefined): ListFault | undefined {
  const [first] = list
  if (first === undefined) return undefined
  const begin = first.number === from ? first.number : 1
  const [fault] = numberingFaults([begin - 1, ...list.map(({ number }) => number)])
  if (fault === undefined) return undefined
  const index = fault.index - 1
  const marker = list[index] as ListMarker
  const renumbered = list
    .map((one, position) => [one, begin + position] as const)
    .filter(([one, number]) => one.number !== number)
  return { ...fault, index, marker, before: list[index - 1]?.number, renumbered }
}
