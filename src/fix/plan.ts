import { sourceSpan } from '../table/locate.ts'
import type { Span } from '../text/span.ts'
import type { Fix } from './edit.ts'

/** A stretch of a source text and what should stand there. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What of a list of fixes of a text file can be done at once. */
export interface Plan<T> {
  readonly taken: readonly T[]
  /** Those that overlap an earlier one; the next pass takes them. */
  readonly later: readonly T[]
}

/**
 * Chooses fixes that do not overlap, the first of two. Throws for any format but text. One that
 * overlaps is left out whole: half a renumbering would be worse than none.
 */
export function plan<T extends { readonly fix: Fix }>(wanted: readonly T[]): Plan<T> {
  const places = new Places()
  const taken: T[] = []
  const later: T[] = []
  for (const one of wanted) {
    const spans = one.fix.edits.map(({ passage, span }) => sourceSpan({ passage, span }))
    if (spans.some((span) => places.meet(span))) later.push(one)
    else {
      taken.push(one)
      for (const span of spans) places.add(span)
    }
  }
  return { taken, later }
}

/** The source with replacements put in; they must not overlap and must be in order of place. */
export function applyReplacements(source: string, replacements: readonly Replacement[]): string {
  let output = ''
  let from = 0
  for (const { start, end, text } of replacements) {
    output += source.slice(from, start) + text
    from = end
  }
  return output + source.slice(from)
}

/** Two passes as one: the replacements of the second, in the text that the first makes, follow. */
export function compose(
  first: readonly Replacement[],
  second: readonly Replacement[],
): readonly Replacement[] {
  const whole = [{ start: 0, end: Number.POSITIVE_INFINITY }]
  return merged(put(put(whole, first), second))
}

/** A stretch of a source: kept as it is, or what stands there instead. */
interface Piece extends Span {
  readonly text?: string
}

/** Pieces of a text with replacements put in, which count in the text that the pieces make. */
function put(pieces: readonly Piece[], replacements: readonly Replacement[]): readonly Piece[] {
  const rest = [...pieces].reverse()
  const done: Piece[] = []
  let at = 0
  /** Takes pieces until the text reaches an offset. */
  const take = (until: number, how: (piece: Piece) => Piece) => {
    while (at < until) {
      const next = rest.pop()
      if (next === undefined) throw new Error('plan: a replacement lies behind the text')
      const [left, right] = cut(next, until - at)
      if (right !== undefined) rest.push(right)
      at += lengthOf(left)
      done.push(how(left))
    }
  }
  for (const { start, end, text } of replacements) {
    take(start, (piece) => piece)
    take(end, (piece) => ({ start: piece.start, end: piece.end, text: '' }))
    const place = done.at(-1)?.end ?? 0
    done.push({ start: place, end: place, text })
  }
  return [...done, ...rest.reverse()]
}

function lengthOf({ start, end, text }: Piece): number {
  return text?.length ?? end - start
}

/** A piece cut in two behind so many units; only the first where it is no longer. */
function cut(piece: Piece, length: number): readonly [Piece, Piece?] {
  const { start, end, text } = piece
  if (lengthOf(piece) <= length) return [piece]
  if (text === undefined) {
    const middle = start + length
    return [
      { start, end: middle },
      { start: middle, end },
    ]
  }
  return [
    { start, end, text: text.slice(0, length) },
    { start: end, end, text: text.slice(length) },
  ]
}

/** What is not kept, side by side in one. */
function merged(pieces: readonly Piece[]): readonly Replacement[] {
  const all: Replacement[] = []
  let isOpen = false
  for (const { start, end, text } of pieces) {
    const last = all.at(-1)
    if (text === undefined) isOpen = false
    else if (isOpen && last !== undefined) {
      all[all.length - 1] = { start: last.start, end, text: last.text + text }
    } else {
      all.push({ start, end, text })
      isOpen = true
    }
  }
  return all.filter(({ start, end, text }) => start < end || text !== '')
}

/** Stretches of a source that are taken, in order of place. */
class Places {
  readonly #spans: Span[] = []

  /** Whether a stretch overlaps one that is taken, or begins where one begins. */
  meet(span: Span): boolean {
    const at = this.#after(span.start)
    return [this.#spans[at - 1], this.#spans[at]].some(
      (other) => other !== undefined && collide(span, other),
    )
  }

  add(span: Span): void {
    this.#spans.splice(this.#after(span.start), 0, span)
  }

  /** Number of stretches that begin at an offset or before it. */
  #after(offset: number): number {
    let low = 0
    let high = this.#spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#spans[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

function collide(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end ? true : a.start === b.start
}
