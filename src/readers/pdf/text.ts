import type { Box } from '../../table/origin.ts'
import { isBlank } from '../../text/normalise.ts'
import type { Glyph } from './drawing.ts'
import { centre, type Point, union } from './geometry.ts'

/** Characters that were drawn one after the other without a gap. */
export interface Run {
  readonly text: string
  /** Around what can be seen of it. */
  readonly box: Box
  /** Upper half of its first character that can be seen: what hangs out of a cell hangs out below. */
  readonly first: Point
  readonly baseline: number
  readonly size: number
  readonly direction: Direction
}

/** From left to right, along the page in another way, or across it as only watermarks are. */
export type Direction = 'level' | 'turned' | 'oblique'

/** A pen that moves further than this share of the font's size begins a new run. */
const GAP = 0.1

/** How far the end of a character may be off its start, in sizes of the font. */
const SLANT = 0.02

/** How high above the baseline a character is looked up, in sizes of the font. */
const UPPER_HALF = 0.5

/** Puts characters together. What cannot be seen, or is drawn twice to look bold, is left out. */
export function* runsOf(glyphs: readonly Glyph[]): Generator<Run> {
  const seen = new Seen()
  let run: Glyph[] = []
  for (const glyph of [...glyphs, undefined]) {
    const last = run.at(-1)
    if (last && !(glyph && follows(glyph, last))) {
      const found = runOf(run)
      if (found && !seen.has(found)) yield found
      run = []
    }
    if (glyph) run.push(glyph)
  }
}

function follows(glyph: Glyph, last: Glyph): boolean {
  const gap = GAP * Math.min(glyph.size, last.size)
  return (
    Math.abs(glyph.start.x - last.end.x) <= gap &&
    Math.abs(glyph.start.y - last.end.y) <= gap &&
    directionOf(glyph) === directionOf(last)
  )
}

function directionOf({ start, end, size }: Glyph): Direction {
  const [across, down] = [end.x - start.x, Math.abs(end.y - start.y)]
  const slant = SLANT * size
  if (down <= slant) return across >= 0 ? 'level' : 'turned'
  return Math.abs(across) <= slant ? 'turned' : 'oblique'
}

function runOf(glyphs: readonly Glyph[]): Run | undefined {
  const visible = glyphs.filter(({ text }) => !isBlank(text))
  const [first] = visible
  if (!first) return undefined
  const direction = directionOf(first)
  return {
    text: glyphs.map(({ text }) => text).join(''),
    box: visible.map(({ box }) => box).reduce(union),
    first:
      direction === 'level'
        ? { x: centre(first.box).x, y: first.start.y - UPPER_HALF * first.size }
        : centre(first.box),
    baseline: first.start.y,
    size: visible.reduce((most, { size }) => Math.max(most, size), 0),
    direction,
  }
}

/** The runs so far, by what they say and the square point of the page where they begin. */
class Seen {
  readonly #keys = new Set<string>()

  /** Whether the same was drawn here before; remembers it if not. */
  has({ text, first }: Run): boolean {
    const [x, y] = [Math.round(first.x), Math.round(first.y)]
    const around = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((across) => [x + across, y + down]))
    if (around.some(([left, top]) => this.#keys.has(`${left} ${top} ${text}`))) return true
    this.#keys.add(`${x} ${y} ${text}`)
    return false
  }
}
