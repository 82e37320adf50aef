import type { Box } from '../../table/origin.ts'
import { boxAround, type Matrix, type Point, transform } from './geometry.ts'

/** A straight stroke along the page, or a bar that is filled to look like one. */
export interface Stroke {
  readonly direction: 'across' | 'down'
  /** The y of a stroke across, the x of one down. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** WPS and Word fill a bar where they mean a line; theirs are at most this thick. */
const MAX_BAR = 3

/** How far a line may be from upright or level, in points. */
const SLANT = 0.5

/** The lines that a path leaves on the page when it is stroked, or filled. */
export function* strokesOf(
  path: Float32Array,
  matrix: Matrix,
  isStroked: boolean,
): Generator<Stroke> {
  for (const points of subpathsOf(path)) {
    const placed = points.map((point) => point && transform(matrix, point.x, point.y))
    yield* isStroked ? strokesAlong(placed) : barOf(placed)
  }
}

// How pdf.js writes a path: a number for what to do, and then the numbers of its points.
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
const CLOSE = 4

/** Numbers after the one that says what to do. */
const LENGTHS = new Map([
  [MOVE, 2],
  [LINE, 2],
  [CURVE, 6],
  [QUADRATIC, 4],
  [CLOSE, 0],
])

/** The points of each part of a path; undefined where a curve leads to the next one. */
function* subpathsOf(path: Float32Array): Generator<readonly (Point | undefined)[]> {
  let points: (Point | undefined)[] = []
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? CLOSE
    const length = LENGTHS.get(step)
    if (length === undefined) break
    const end = at + 1 + length
    if (step === MOVE && points.length > 0) {
      yield points
      points = []
    }
    if (step === CLOSE) points.push(points[0])
    if (step === CURVE || step === QUADRATIC) points.push(undefined)
    if (length > 0) points.push({ x: path[end - 2] ?? 0, y: path[end - 1] ?? 0 })
    at = end
  }
  if (points.length > 0) yield points
}

function* strokesAlong(points: readonly (Point | undefined)[]): Generator<Stroke> {
  for (const [index, point] of points.entries()) {
    const last = points[index - 1]
    if (last && point) yield* strokeBetween(last, point)
  }
}

function* strokeBetween(one: Point, other: Point): Generator<Stroke> {
  const { left, top, right, bottom } = boxAround([one, other])
  if (bottom - top <= SLANT && right > left) {
    yield { direction: 'across', at: (top + bottom) / 2, from: left, to: right }
  } else if (right - left <= SLANT) {
    yield { direction: 'down', at: (left + right) / 2, from: top, to: bottom }
  }
}

/** The line that a filled shape looks like; a dot may be part of one of either direction. */
function* barOf(points: readonly (Point | undefined)[]): Generator<Stroke> {
  const corners = points.filter((point) => point !== undefined)
  if (corners.length < points.length) return
  const box = boxAround(corners)
  const { left, top, right, bottom } = box
  const [width, height] = [right - left, bottom - top]
  if (Math.min(width, height) > MAX_BAR || !corners.every((corner) => isCorner(corner, box))) return
  if (height <= MAX_BAR) {
    yield { direction: 'across', at: (top + bottom) / 2, from: left, to: right }
  }
  if (width <= MAX_BAR) {
    yield { direction: 'down', at: (left + right) / 2, from: top, to: bottom }
  }
}

function isCorner({ x, y }: Point, { left, top, right, bottom }: Box): boolean {
  return Math.min(x - left, right - x) <= SLANT / 2 && Math.min(y - top, bottom - y) <= SLANT / 2
}
