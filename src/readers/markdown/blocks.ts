import type {
  Heading,
  Html,
  Nodes,
  Paragraph as ParagraphNode,
  TableCell,
  Table as TableNode,
} from 'mdast'
import { directive, findDirectives } from '../../table/directive.ts'
import type { Block, Cell, Directive, Table } from '../../table/model.ts'
import { placeOf, plainText, type Reading } from './inline.ts'
import { isBlankAt } from './lines.ts'
import { walk } from './walk.ts'

type BlockNode = ParagraphNode | Heading | TableNode

/**
 * Paragraphs, headings and tables in reading order, those in quotes and lists among them, and the
 * HTML between them.
 */
export function* blockNodes({ tree }: Reading): Generator<BlockNode | Html> {
  for (const node of walk(tree, isBlockNode)) {
    if (isBlockNode(node) || node.type === 'html') yield node
  }
}

/** The comments in a node that speak to mulint; `block` is that which they stand before or in. */
export function* directivesIn(
  { excerpt }: Reading,
  text: string,
  top: Nodes,
  block?: number,
): Generator<Directive> {
  for (const node of walk(top)) {
    if (node.type !== 'html') continue
    const from = node.position?.start.offset ?? 0
    for (const found of findDirectives(text.slice(from, node.position?.end.offset))) {
      const start = excerpt.toSource(from + found.span.start)
      const end = start + found.span.end - found.span.start
      yield directive(found.text, { start, end }, block)
    }
  }
}

/** Whether a link or a footnote is defined anywhere. */
export function hasDefinition({ tree }: Reading): boolean {
  for (const { type } of walk(tree, isBlockNode)) {
    if (type === 'definition' || type === 'footnoteDefinition') return true
  }
  return false
}

/** The block that a node is, or undefined when it has no text. */
export function blockOf(reading: Reading, node: BlockNode): Block | undefined {
  if (node.type === 'table') return tableOf(reading, node)
  const passage = plainText(reading, node, placeOf(reading, node)[0])
  if (passage.text === '') return undefined
  if (node.type === 'paragraph') return { kind: 'paragraph', ...passage }
  return { kind: 'paragraph', heading: node.depth, ...passage }
}

function tableOf(reading: Reading, node: TableNode): Table {
  const rows = node.children.map(({ children }, row) =>
    children.map((cell, column): Cell => {
      const passage = plainText(reading, cell, cellStart(reading, cell))
      return { text: passage.text, row, column, rowSpan: 1, columnSpan: 1, origin: passage.origin }
    }),
  )
  return { kind: 'table', rows }
}

/** Where the content of a cell begins; in an empty one after the bar and one blank. */
function cellStart(reading: Reading, cell: TableCell): number {
  const { source } = reading
  const [content] = cell.children
  if (content) return placeOf(reading, content)[0]
  const [start] = placeOf(reading, cell)
  const inside = source[start] === '|' ? start + 1 : start
  return isBlankAt(source, inside) ? inside + 1 : inside
}

function isBlockNode(node: Nodes): node is BlockNode {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'table'
}
