import type { Block, Directive, Document, Table } from '../../table/model.ts'
import type { Span } from '../../text/span.ts'
import { blockNodes, blockOf, directivesIn, hasDefinition } from './blocks.ts'
import { Excerpt } from './excerpt.ts'
import { calm } from './hostile.ts'
import type { Reading } from './inline.ts'
import { parse } from './remark.ts'
import type { ScannedTable } from './scan.ts'

/** Stands for a table that was read before: the shortest text that is a table. */
export const STUB = '|x|\n|-|'

/** A document whose tables were scanned; it begins where its first line does. */
export interface Scanned {
  readonly source: string
  readonly lines: readonly Span[]
  readonly tables: readonly ScannedTable[]
}

type Content = Required<Pick<Document, 'blocks' | 'directives'>>

/**
 * The blocks and comments of any document. The parser sees a stub for each scanned table and decides whether
 * there is a table at that place.
 */
export function readSkeleton(scanned: Scanned): Content {
  const { source, lines, tables } = scanned
  const excerpt = new Excerpt(source)
  const stubs = new Map<number, Table>()
  let next = lines[0]?.start ?? source.length
  for (const { first, end, table } of tables) {
    excerpt.copy(next, lines[first]?.start ?? next)
    stubs.set(excerpt.length, table)
    excerpt.insert(STUB)
    next = lines[end - 1]?.end ?? next
  }
  excerpt.copy(next, source.length)
  const text = calm(excerpt.text)
  const reading: Reading = { ...parse(text), source, excerpt }
  // A definition anywhere makes links of brackets in cells, which were read without knowing.
  if (hasDefinition(reading) && tables.length > 0 && hasBrackets(scanned)) {
    return readSkeleton({ ...scanned, tables: [] })
  }
  const blocks: Block[] = []
  const directives: Directive[] = []
  for (const node of blockNodes(reading)) {
    const place = node.type === 'table' ? undefined : blocks.length
    for (const one of directivesIn(reading, text, node, place)) directives.push(one)
    if (node.type === 'html') continue
    const block = stubs.get(node.position?.start.offset ?? -1) ?? blockOf(reading, node)
    if (block !== undefined) blocks.push(block)
  }
  return { blocks, directives }
}

function hasBrackets({ source, lines, tables }: Scanned): boolean {
  return tables.some(({ first, end }) =>
    source.slice(lines[first]?.start, lines[end - 1]?.end).includes('['),
  )
}
