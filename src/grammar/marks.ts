import type { Span } from '../text/span.ts'

const CLOSED_BY: Readonly<Record<string, string>> = { '”': '“', '》': '《', '〉': '〈' }
const MARK = /[“”《》〈〉]/gu

/**
 * The outermost stretches that stand between paired marks, marks included, in order. `opening`
 * lists the opening marks that count. A mark that is never closed opens nothing.
 */
export function markedStretches(text: string, opening: string): readonly Span[] {
  const stretches: Span[] = []
  const open: { readonly mark: string; readonly at: number }[] = []
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const opener = CLOSED_BY[mark]
    if (!opening.includes(opener ?? mark)) continue
    if (opener === undefined) {
      open.push({ mark, at: index })
      continue
    }
    while (open.length > 0 && open.at(-1)?.mark !== opener) open.pop()
    const from = open.pop()
    if (from === undefined) continue
    while ((stretches.at(-1)?.start ?? -1) > from.at) stretches.pop()
    stretches.push({ start: from.at, end: index + 1 })
  }
  return stretches
}

/** Whether a place lies inside one of the stretches, which are in order and apart. */
export function isInside(stretches: readonly Span[], at: number): boolean {
  let low = 0
  let high = stretches.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const { start, end } = stretches[middle] as Span
    if (at < start) high = middle - 1
    else if (at >= end) low = middle + 1
    else return true
  }
  return false
}
