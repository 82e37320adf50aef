import type { InlineCode, Nodes, Text } from 'mdast'
import type { Passage } from '../../table/model.ts'
import type { Excerpt } from './excerpt.ts'
import { PassageBuilder } from './passage.ts'
import type { Parsed, Piece } from './remark.ts'
import { walk } from './walk.ts'

const LINE_BREAK = /^<\/?br[\s/>]/i
const ESCAPED_BAR = /\\\|/g

/** A parsed excerpt, and the source it was taken from. */
export interface Reading extends Parsed {
  readonly source: string
  readonly excerpt: Excerpt
}

/** The plain text of a paragraph, a heading or a cell; `at` is where an empty one stands. */
export function plainText(reading: Reading, node: Nodes, at: number): Passage {
  const builder = new PassageBuilder(reading.source, at)
  const inTable = node.type === 'tableCell'
  for (const leaf of walk(node)) addLeaf(reading, leaf, inTable, builder)
  return builder.passage()
}

/** Source offsets of a node. */
export function placeOf({ excerpt }: Reading, { position }: Nodes): readonly [number, number] {
  const start = position?.start.offset ?? 0
  const end = position?.end.offset ?? start
  const from = excerpt.toSource(start)
  return [from, from + end - start]
}

function addLeaf(reading: Reading, node: Nodes, inTable: boolean, builder: PassageBuilder): void {
  const [start, end] = placeOf(reading, node)
  if (node.type === 'inlineCode' && inTable) addCellCode(reading, node, builder)
  else if (node.type === 'text' || node.type === 'inlineCode') addText(reading, node, builder)
  else if (node.type === 'image' || node.type === 'imageReference') {
    addAlternative(reading, node.alt ?? '', start, end, builder)
  } else if (node.type === 'break' || (node.type === 'html' && LINE_BREAK.test(node.value))) {
    builder.put('\n', start, end)
  }
}

function addText(reading: Reading, node: Text | InlineCode, builder: PassageBuilder): void {
  const pieces = piecesOf(reading, node)
  // The text of an address that is a link is one token of its own.
  if (pieces.length === 0) builder.copy(...placeOf(reading, node))
  const first = pieces[0]?.at ?? 0
  for (const [index, { kind, at, start, end }] of pieces.entries()) {
    const next = pieces[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const value = node.value.slice(at - first, next - first)
    if (kind === 'verbatim') {
      // Of a tab that is partly indentation, spaces are left that stand nowhere.
      const left = value.length - (end - start)
      if (left > 0) builder.put(value.slice(0, left), start, start)
      builder.copy(start, end)
    } else builder.put(kind === 'newline' ? '\n' : value, start, end)
  }
}

/** Inside code nothing can be escaped but, in a cell, the bar that would end it. */
function addCellCode(reading: Reading, node: InlineCode, builder: PassageBuilder): void {
  for (const { start, end } of piecesOf(reading, node)) {
    builder.copyReplacing(start, end, ESCAPED_BAR, () => '|')
  }
}

/** The words that stand for an image, `![…](…)`. */
function addAlternative(
  { source }: Reading,
  alt: string,
  start: number,
  end: number,
  builder: PassageBuilder,
): void {
  const first = start + '!['.length
  if (source.startsWith(alt, first)) builder.copy(first, first + alt.length)
  else builder.put(alt, start, end)
}

/** The pieces that lie within a node, by their places in the source. */
function piecesOf({ pieces, excerpt }: Reading, { position }: Nodes): Piece[] {
  const start = position?.start.offset ?? 0
  const end = position?.end.offset ?? start
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const within: Piece[] = []
  for (let piece = pieces[low]; piece && piece.start < end; piece = pieces[++low]) {
    // The text of a task, - [x] …, begins within its piece: behind a blank.
    const cut = Math.max(0, start - piece.start)
    const from = excerpt.toSource(piece.start + cut)
    const length = piece.end - piece.start - cut
    within.push({ kind: piece.kind, at: piece.at + cut, start: from, end: from + length })
  }
  return within
}
