import type { Span } from '../text/span.ts'
import type { Directive } from './model.ts'

const OPEN = '<!--'
const CLOSE = '-->'

/** What the words begin with that a comment says to mulint. */
const NAME = /^\s*mulint-/u

/** Whether the inside of a comment speaks to mulint. */
export function speaksToUs(comment: string): boolean {
  return NAME.test(comment)
}

/** The comments in a stretch of markup that speak to mulint, with their marks. */
export function* findDirectives(markup: string): Generator<{ text: string; span: Span }> {
  let start = markup.indexOf(OPEN)
  while (start >= 0) {
    const close = markup.indexOf(CLOSE, start + OPEN.length)
    if (close < 0) return
    const inside = markup.slice(start + OPEN.length, close)
    const end = close + CLOSE.length
    if (speaksToUs(inside)) yield { text: inside, span: { start, end } }
    start = markup.indexOf(OPEN, end)
  }
}

/** A comment that stands before or in a block, or, without one, inside a table. */
export function directive(text: string, { start, end }: Span, block?: number): Directive {
  return {
    text: text.trim(),
    origin: { kind: 'text', start, end },
    ...(block !== undefined && { block }),
  }
}
