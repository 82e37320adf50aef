import type { Span } from '../text/span.ts'
import type { Cell, Passage, Place } from './model.ts'

/** A stretch of a cell or a paragraph, and where it begins in the text that was made of it. */
interface Fragment {
  readonly cell: Passage
  readonly span: Span
  readonly at: number
}

/**
 * A cell as it should have been: one of two whose texts stand in one cell, or the one that was cut
 * in two. It is read like any other; what is said about it is told of the cells that are there.
 */
export interface MendedCell extends Cell {
  readonly fragments: readonly [Fragment, ...Fragment[]]
}

/** The stretch of a cell that belongs into a cell of its own. */
export function partOf(cell: Cell, span: Span): MendedCell {
  const text = cell.text.slice(span.start, span.end)
  return { ...cell, text, fragments: [{ cell, span, at: 0 }] }
}

/** A stretch of running text that is a cell of a table which lost its lines. */
export function cellWithin(passage: Passage, span: Span, row: number, column: number): MendedCell {
  const text = passage.text.slice(span.start, span.end)
  return {
    text,
    origin: passage.origin,
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    fragments: [{ cell: passage, span, at: 0 }],
  }
}

/** Two cells that belong into one, the right one below the left. */
export function joined(left: Cell, right: Cell): MendedCell {
  const [first, ...others] = isMended(left) ? left.fragments : [wholeOf(left, 0)]
  return {
    ...left,
    text: `${left.text}\n${right.text}`,
    fragments: [first, ...others, wholeOf(right, left.text.length + 1)],
  }
}

/** The cells that a mended one was made of. */
export function cellsOf({ fragments: [first, ...others] }: MendedCell): [Cell, ...Cell[]] {
  return [first.cell as Cell, ...others.map(({ cell }) => cell as Cell)]
}

function wholeOf(cell: Cell, at: number): Fragment {
  return { cell, span: { start: 0, end: cell.text.length }, at }
}

/** Where a place really stands. What reaches over two cells is told of the first. */
export function realPlace(place: Place): Place {
  const { passage, span } = place
  if (!isMended(passage)) return place
  const { cell, ...fragment } = fragmentAt(passage, span?.start ?? 0)
  const found = span === undefined ? fragment.span : (shifted(span, fragment) ?? fragment.span)
  return { passage: cell, span: found }
}

/** The real place of an edit; undefined where it reaches over two cells. */
export function realEditPlace(
  passage: Passage,
  span: Span,
): { readonly passage: Passage; readonly span: Span } | undefined {
  if (!isMended(passage)) return { passage, span }
  const { cell, ...fragment } = fragmentAt(passage, span.start)
  if (span.end - fragment.at > fragment.span.end - fragment.span.start) return undefined
  const found = shifted(span, fragment)
  return found && { passage: cell, span: found }
}

function isMended(passage: Passage): passage is MendedCell {
  return 'fragments' in passage
}

/** The fragment that an offset of the text lies in, or ends. */
function fragmentAt({ fragments }: MendedCell, offset: number): Fragment {
  return fragments.findLast(({ at }) => at <= offset) ?? fragments[0]
}

/** A span of the text as one of the fragment's cell, cut off where the fragment ends. */
function shifted(span: Span, fragment: Omit<Fragment, 'cell'>): Span | undefined {
  const by = fragment.span.start - fragment.at
  const start = span.start + by
  const end = Math.min(span.end + by, fragment.span.end)
  return start <= end ? { start, end } : undefined
}
