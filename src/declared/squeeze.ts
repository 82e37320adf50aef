import type { Span } from '../text/span.ts'

/** A text without white space, which knows where each of its characters stood. */
export interface Squeezed {
  readonly text: string
  /** The stretch of the original that a stretch of the text came from. */
  origin(span: Span): Span
}

/** Line wraps and padding inside a cell mean nothing to what people declare. */
export function squeeze(original: string, within: Span): Squeezed {
  let text = ''
  const places: number[] = []
  for (let at = within.start; at < within.end; at++) {
    const unit = original[at] ?? ''
    if (/\s/u.test(unit)) continue
    text += unit
    places.push(at)
  }
  return {
    text,
    origin: ({ start, end }) => ({
      start: places[start] ?? within.end,
      end: (places[end - 1] ?? within.end - 1) + 1,
    }),
  }
}
