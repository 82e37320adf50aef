/** A stretch of a text and what stands there in another. */
export interface Difference {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Texts whose changed parts are longer, multiplied, are told apart at their ends only. */
const MOST_PAIRS = 40_000

/**
 * Where a text differs from another, in order: the fewest characters to take out and put in. Never
 * parts the two halves of a character.
 */
export function differences(from: string, to: string): readonly Difference[] {
  const old = [...from]
  const now = [...to]
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  const most = Math.min(old.length, now.length) - head
  while (tail < most && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  const a = old.slice(head, old.length - tail)
  const b = now.slice(head, now.length - tail)
  const start = old.slice(0, head).join('').length
  if (a.length === 0 && b.length === 0) return []
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_PAIRS) {
    return [{ start, end: start + a.join('').length, text: b.join('') }]
  }
  return aligned(a, b, start)
}

function aligned(a: readonly string[], b: readonly string[], start: number): Difference[] {
  const common = commonLengths(a, b)
  const width = b.length + 1
  const found: Difference[] = []
  let at = start
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const from = at
    let text = ''
    while ((i < a.length || j < b.length) && (i >= a.length || a[i] !== b[j])) {
      const takesOut = common[(i + 1) * width + j] ?? -1
      const putsIn = common[i * width + j + 1] ?? -1
      if (j >= b.length || (i < a.length && takesOut >= putsIn)) {
        at += a[i]?.length ?? 0
        i++
      } else {
        text += b[j]
        j++
      }
    }
    if (at > from || text !== '') found.push({ start: from, end: at, text })
    while (i < a.length && a[i] === b[j]) {
      at += a[i]?.length ?? 0
      i++
      j++
    }
  }
  return found
}

/** How many characters the rest of each text has in common with the rest of the other. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const isSame = a[i] === b[j]
      common[i * width + j] = isSame
        ? (common[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0)
    }
  }
  return common
}
