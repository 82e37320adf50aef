import { editDistance } from '../text/distance.ts'
import type { Authority } from './authority.ts'
import { CORE } from './compile.ts'
import { titleKey } from './normalise.ts'
import type { Authorities } from './registry.ts'

/** An authority whose title is nearly the one that was asked for. */
export interface Near {
  readonly authority: Authority
  /** Insertions, deletions, replacements and swaps of neighbours. */
  readonly distance: number
}

/** The titles of a registry with what rules most of them out at a glance. */
interface Shapes {
  readonly keys: readonly string[]
  readonly lengths: Uint16Array
  /** Which of 64 classes of characters occur in each title, as two halves. */
  readonly low: Int32Array
  readonly high: Int32Array
}

const known = new WeakMap<Authorities, Shapes>()

/**
 * The authorities whose title or alias is at most `limit` changes away from a title, nearest first;
 * each once. Reads all titles of the registry the first time.
 */
function nearTitles(authorities: Authorities, title: string, limit: number): readonly Near[] {
  const wanted = titleKey(title)
  const found = new Map<Authority, number>()
  for (const [key, distance] of nearKeys(shapesOf(authorities), wanted, limit)) {
    for (const authority of authorities.byTitle(key)) {
      found.set(authority, Math.min(distance, found.get(authority) ?? limit))
    }
  }
  return [...found]
    .map(([authority, distance]) => ({ authority, distance }))
    .sort((a, b) => a.distance - b.distance || (a.authority.id < b.authority.id ? -1 : 1))
}

/** The authority that is nearer to a title than any other by `margin` changes, if there is one. */
export function nearestTitle(
  authorities: Authorities,
  title: string,
  limit: number,
  margin = 1,
): Near | undefined {
  const [best, second] = nearTitles(authorities, title, limit + margin)
  if (best === undefined || best.distance > limit) return undefined
  return second === undefined || second.distance - best.distance >= margin ? best : undefined
}

function* nearKeys(
  { keys, lengths, low, high }: Shapes,
  wanted: string,
  limit: number,
): Iterable<readonly [string, number]> {
  const [wantedLow, wantedHigh] = shapeOf(wanted)
  for (let index = 0; index < keys.length; index++) {
    if (Math.abs((lengths[index] ?? 0) - wanted.length) > limit) continue
    // A change takes one character out and puts one in, so it moves at most two classes.
    const apart = bits((low[index] ?? 0) ^ wantedLow) + bits((high[index] ?? 0) ^ wantedHigh)
    if (apart > 2 * limit) continue
    const key = keys[index] ?? ''
    const distance = editDistance(wanted, key, limit)
    if (distance <= limit) yield [key, distance]
  }
}

function shapesOf(authorities: Authorities): Shapes {
  const shapes = known.get(authorities) ?? makeShapes([...authorities.titles()])
  known.set(authorities, shapes)
  return shapes
}

function makeShapes(titles: readonly string[]): Shapes {
  const keys = titles.filter((key) => !key.startsWith(CORE))
  const shapes = {
    keys,
    lengths: Uint16Array.from(keys, (key) => key.length),
    low: new Int32Array(keys.length),
    high: new Int32Array(keys.length),
  }
  for (const [index, key] of keys.entries()) {
    const [low, high] = shapeOf(key)
    shapes.low[index] = low
    shapes.high[index] = high
  }
  return shapes
}

function shapeOf(text: string): readonly [number, number] {
  let low = 0
  let high = 0
  for (let index = 0; index < text.length; index++) {
    const kind = Math.imul(text.charCodeAt(index), 0x9e3779b1) >>> 26
    if (kind < 32) low |= 1 << kind
    else high |= 1 << (kind - 32)
  }
  return [low, high]
}

/** How many bits are set. */
function bits(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
