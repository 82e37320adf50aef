import type { Stroke } from './path.ts'

/** A ruled line, put together from the pieces it was drawn in. */
export type Line = Stroke

export interface Lines {
  /** From top to bottom. */
  readonly across: readonly Line[]
  /** From left to right. */
  readonly down: readonly Line[]
}

/** Strokes no further apart than this are one line: double borders, pieces of a border, corners. */
export const SNAP = 2.5

/** Nothing shorter parts anything: the smallest print is twice as high. */
const SHORTEST = 3

// A page with more strokes, or more lines of one direction, holds a drawing and not a table.
export const MAX_STROKES = 50_000
const MAX_LINES = 4_000

const NONE: Lines = { across: [], down: [] }

/** Puts strokes together to lines. */
export function linesOf(strokes: readonly Stroke[]): Lines {
  if (strokes.length >= MAX_STROKES) return NONE
  const across = linesAlong(strokes.filter(({ direction }) => direction === 'across'))
  const down = linesAlong(strokes.filter(({ direction }) => direction === 'down'))
  if (Math.max(across.length, down.length) > MAX_LINES) return NONE
  return { across, down }
}

function linesAlong(strokes: readonly Stroke[]): readonly Line[] {
  return clustersOf(strokes, ({ at }) => at)
    .flatMap(({ at, members }) => [...joined(members)].map((line) => ({ ...line, at })))
    .filter(({ from, to }) => to - from >= SHORTEST)
}

function* joined(strokes: readonly Stroke[]): Generator<Stroke> {
  let line: Stroke | undefined
  for (const stroke of strokes.toSorted((one, other) => one.from - other.from)) {
    if (line && stroke.from <= line.to + SNAP) {
      line = { ...line, to: Math.max(line.to, stroke.to) }
      continue
    }
    if (line) yield line
    line = stroke
  }
  if (line) yield line
}

interface Cluster<T> {
  /** Middle of where the members stand. */
  readonly at: number
  readonly members: readonly T[]
}

/** Parts values that stand no further than a snap from the first one of their group; in order. */
export function clustersOf<T>(values: readonly T[], placeOf: (value: T) => number): Cluster<T>[] {
  const clusters: { first: number; at: number; members: T[] }[] = []
  for (const value of values.toSorted((one, other) => placeOf(one) - placeOf(other))) {
    const place = placeOf(value)
    const cluster = clusters.at(-1)
    if (cluster && place - cluster.first <= SNAP) {
      cluster.members.push(value)
      cluster.at = (cluster.first + place) / 2
    } else {
      clusters.push({ first: place, at: place, members: [value] })
    }
  }
  return clusters
}
