import { halfWidth } from '../../text/normalise.ts'
import type { Span } from '../../text/span.ts'

/** Words of a cell: the characters without white space, and where they stand. */
export interface Phrase {
  readonly text: string
  readonly span: Span
}

/** From `start` to before `end` of a squeezed text, not of the cell. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A cell as a pattern wants it, that can lead every stretch back to where it came from. */
export interface Squeezed {
  /** Without white space and invisible characters, full-width ASCII forms made half-width. */
  readonly text: string
  /** The characters of a stretch as they were written, and where. */
  phrase(start: number, end: number): Phrase
}

export function squeeze(original: string): Squeezed {
  let bare = ''
  const positions: number[] = []
  for (const { 0: run, index } of original.matchAll(/[^\s\p{Cf}]+/gu)) {
    for (let unit = 0; unit < run.length; unit++) positions.push(index + unit)
    bare += run
  }
  const spanOf = (first: number, end: number): Span => {
    const start = positions[first] ?? original.length
    const last = positions[end - 1]
    return { start, end: end <= first || last === undefined ? start : last + 1 }
  }
  return {
    text: halfWidth(bare),
    phrase: (start, end) => ({ text: bare.slice(start, end), span: spanOf(start, end) }),
  }
}
