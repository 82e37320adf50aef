import type { Box } from '../../table/origin.ts'
import { nearest } from './geometry.ts'
import { SNAP } from './lines.ts'
import type { PageCell, PageTable } from './page-table.ts'
import type { TextLine } from './text-line.ts'
import { isFull } from './wrap.ts'

/** A cell that may yet go on overleaf. */
export interface OpenCell {
  readonly row: number
  /** Where it begins. */
  readonly page: number
  readonly box: Box
  readonly lines: TextLine[]
  rowSpan: number
  isJoined: boolean
}

/** How the first row of a page hangs together with the last one before it. */
export interface Seam {
  /** The row is the rest of the one above, which the page end cut. */
  readonly isRest: boolean
  /** The cells above that its cells belong to. */
  readonly continued: ReadonlyMap<PageCell, OpenCell>
}

/** Tells whether a row is new, is the rest of the one above, or goes on under merged cells. */
export function seamOf(
  bottom: readonly OpenCell[],
  row: readonly PageCell[],
  before: PageTable,
): Seam {
  const margin = innerMargin(before)
  const ordered = bottom.toSorted((one, other) => one.box.left - other.box.left)
  const lefts = ordered.map(({ box }) => box.left)
  const pairs = row.map((cell) => {
    const nearby = ordered[nearest(lefts, cell.box.left)]
    const above = nearby && isSameWidth(nearby.box, cell.box) ? nearby : undefined
    return { cell, above, sign: signOf(cell, above, margin) }
  })
  const signs = pairs.map(({ sign }) => sign)
  const isRest = !signs.includes('new') && (signs.includes('rest') || signs.includes('stack'))
  const continued = new Map<PageCell, OpenCell>()
  let isLeading = true
  for (const { cell, above, sign } of pairs) {
    isLeading &&= sign === 'blank'
    if (above && (isRest || goesOn(cell, above, sign, isLeading, signs))) continued.set(cell, above)
  }
  return { isRest, continued }
}

/** What a cell says of its row: `stack` is writing with one character a line, which says little. */
type Sign = 'blank' | 'new' | 'rest' | 'stack' | 'unsure'

function signOf({ lines }: PageCell, above: OpenCell | undefined, margin: number): Sign {
  const [first] = lines
  if (!first) return 'blank'
  const last = above?.lines.at(-1)
  if (!above || !last) return 'new'
  if (above.lines.length > 1 && isStack(above.lines) && isStack(lines)) return 'stack'
  if (!isFull(last, first, above.box.right - margin)) return 'new'
  return /[。！？]\s*$/u.test(last.text) ? 'unsure' : 'rest'
}

function isStack(lines: readonly TextLine[]): boolean {
  return lines.every(({ text }) => [...text.trim()].length === 1)
}

/** Whether a cell of a new row is part of the merged one above it. */
function goesOn(
  { lines, rowSpan }: PageCell,
  above: OpenCell,
  sign: Sign,
  isLeading: boolean,
  [first, ...others]: readonly Sign[],
): boolean {
  if (first !== 'blank' || above.lines.length === 0) return false
  if (others.every((other) => other === 'blank')) return false
  if (isLeading) return true
  const isMerged = above.rowSpan > 1 || rowSpan > 1
  return isMerged && (lines.length === 0 || sign === 'rest')
}

function isSameWidth(one: Box, other: Box): boolean {
  return Math.abs(one.left - other.left) <= SNAP && Math.abs(one.right - other.right) <= SNAP
}

/** The least room between the edge of a cell and its writing. */
function innerMargin({ rows }: PageTable): number {
  let least = Infinity
  for (const { box, lines } of rows.flat()) {
    for (const line of lines) least = Math.min(least, line.box.left - box.left)
  }
  return Number.isFinite(least) ? Math.max(least, 0) : 0
}
