import type { Span } from './span.ts'

/** A stretch where a text departs from the words it follows; either side may be empty. */
export interface Departure {
  /** In the text. */
  readonly written: Span
  /** In the words. */
  readonly meant: Span
}

/** A place where a text follows some words nearly but not wholly. */
export interface Variant {
  readonly span: Span
  /** At least one, in order and apart. */
  readonly departures: readonly Departure[]
}

/** So many places are looked at closely; more only stand in a text made to be slow. */
const MOST_LOOKS = 500

/**
 * The places where a text follows some words with at least one and at most `limit` letters changed,
 * in order and apart. The first two and the last two letters have to be right.
 */
export function findVariants(text: string, words: string, limit: number): readonly Variant[] {
  if (limit < 1 || words.length < 2 * (limit + 1)) return []
  if (!text.includes(words.slice(0, 2)) || !text.includes(words.slice(-2))) return []
  const found: Variant[] = []
  let end = 0
  for (const start of likelyStarts(text, words, limit)) {
    if (start < end || text.startsWith(words, start)) continue
    const variant = align(text, words, start, limit)
    if (variant === undefined) continue
    found.push(variant)
    end = variant.span.end
  }
  return found
}

/**
 * Where the words may begin: of `limit` + 1 pieces of them one must stand there unchanged, at most
 * `limit` letters off its place.
 */
function likelyStarts(text: string, words: string, limit: number): readonly number[] {
  const head = words.slice(0, 2)
  const starts = new Set<number>()
  let looks = 0
  const length = Math.floor(words.length / (limit + 1))
  for (let number = 0; number <= limit; number++) {
    const offset = number * length
    const piece = words.slice(offset, offset + length)
    let at = text.indexOf(piece)
    for (; at >= 0 && looks < MOST_LOOKS; at = text.indexOf(piece, at + 1)) {
      looks++
      for (let start = at - offset - limit; start <= at - offset + limit; start++) {
        if (start >= 0 && text.startsWith(head, start)) starts.add(start)
      }
    }
  }
  return [...starts].sort((a, b) => a - b)
}

/** How the words are followed from a place on; undefined where that takes more than `limit` changes. */
function align(text: string, words: string, start: number, limit: number): Variant | undefined {
  const window = text.slice(start, start + words.length + limit)
  const costs = costsOf(window, words)
  let best: number | undefined
  for (let end = Math.max(0, words.length - limit); end <= window.length; end++) {
    const cost = costs[words.length]?.[end] ?? Number.POSITIVE_INFINITY
    const least = best === undefined ? limit : (costs[words.length]?.[best] ?? 0) - 1
    if (cost <= least && window.slice(0, end).endsWith(words.slice(-2))) best = end
  }
  if (best === undefined) return undefined
  const departures = departuresOf(costs, window, words, best).map(({ written, meant }) => ({
    written: { start: start + written.start, end: start + written.end },
    meant,
  }))
  const isAnchored = departures.every(
    ({ meant }) => meant.start >= 2 && meant.end <= words.length - 2,
  )
  if (departures.length === 0 || !isAnchored) return undefined
  return { span: { start, end: start + best }, departures }
}

/** Changes that turn the first letters of the words into the first ones of the window, by lengths. */
function costsOf(window: string, words: string): readonly number[][] {
  const costs = [Array.from({ length: window.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= words.length; row++) {
    const above = costs[row - 1] ?? []
    const line = [row]
    for (let column = 1; column <= window.length; column++) {
      const same = words[row - 1] === window[column - 1]
      line.push(
        Math.min(
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
        ),
      )
    }
    costs.push(line)
  }
  return costs
}

/** Follows the cheapest way back and gathers neighbouring changes. */
function departuresOf(
  costs: readonly (readonly number[])[],
  window: string,
  words: string,
  end: number,
): readonly Departure[] {
  const found: { written: Span; meant: Span }[] = []
  let row = words.length
  let column = end
  while (row > 0 || column > 0) {
    const cost = costs[row]?.[column] ?? 0
    const [toRow, toColumn] = stepBack(costs, row, column, words[row - 1] === window[column - 1])
    if ((costs[toRow]?.[toColumn] ?? 0) < cost) {
      const last = found.at(-1)
      const joins = last?.written.start === column && last.meant.start === row
      const written = { start: toColumn, end: joins ? last.written.end : column }
      const meant = { start: toRow, end: joins ? last.meant.end : row }
      if (joins) found.pop()
      found.push({ written, meant })
    }
    row = toRow
    column = toColumn
  }
  return found.reverse()
}

function stepBack(
  costs: readonly (readonly number[])[],
  row: number,
  column: number,
  same: boolean,
): readonly [number, number] {
  const cost = costs[row]?.[column] ?? 0
  const diagonal = row > 0 && column > 0 ? (costs[row - 1]?.[column - 1] ?? cost) : undefined
  if (diagonal !== undefined && diagonal + (same ? 0 : 1) === cost) return [row - 1, column - 1]
  if (row > 0 && (costs[row - 1]?.[column] ?? cost) + 1 === cost) return [row - 1, column]
  return [row, column - 1]
}
