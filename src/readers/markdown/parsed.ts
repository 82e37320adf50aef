import { textOrigin } from '../../table/locate.ts'
import type { Block, Directive, Document } from '../../table/model.ts'
import { decodeCells } from './decode.ts'
import { readSkeleton, type Scanned } from './skeleton.ts'

/**
 * Does what scanning could not: cells with markup, and, unless the `plain` blocks are known, all
 * that stands around the tables. The one module that loads the parser.
 */
export function readParsed(
  scanned: Scanned,
  plain: Block[] | undefined,
): Pick<Document, 'blocks' | 'directives'> {
  const inCells = decodeCells(
    scanned.source,
    scanned.tables.flatMap(({ marked }) => marked),
  )
  const { blocks, directives } = plain ? { blocks: plain, directives: [] } : readSkeleton(scanned)
  const all = inOrder([...directives, ...inCells])
  return { blocks, ...(all.length > 0 && { directives: all }) }
}

/** By place, each once: tables whose cells were decoded may have been read again. */
function inOrder(directives: readonly Directive[]): Directive[] {
  const byPlace = new Map(directives.map((one) => [textOrigin(one).start, one]))
  return [...byPlace].sort(([a], [b]) => a - b).map(([, one]) => one)
}
