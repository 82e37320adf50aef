import type { Span } from '../../text/span.ts'

const CLOSING = /[）)】\]]/u
const OPENING = /[（(【[]/u
const END = /[；;。]/u
const LONGEST = 300

/**
 * The bracketed remark that begins at a place, brackets included. `inner` are stretches in it that
 * may hold brackets of their own, even broken ones: 国人口发(2007)78号. One that is never closed
 * ends with the last of them; without any it is none.
 */
export function readBracket(text: string, start: number, inner: readonly Span[]): Span | undefined {
  if (!OPENING.test(text[start] ?? '')) return undefined
  let depth = 0
  let titles = 0
  let known = start
  const last = Math.min(text.length, start + LONGEST)
  for (let at = start; at < last; at++) {
    const skipped = inner.find((span) => span.start === at)
    if (skipped !== undefined && skipped.end > at) {
      known = skipped.end
      at = known - 1
      continue
    }
    const character = text[at] ?? ''
    if (character === '《') titles++
    else if (character === '》') titles--
    else if (OPENING.test(character)) depth++
    else if (CLOSING.test(character) && --depth === 0) return { start, end: at + 1 }
    else if (titles <= 0 && END.test(character)) break
  }
  return known > start ? { start, end: known } : undefined
}
