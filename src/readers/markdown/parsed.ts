import type { Block } from '../../table/model.ts'
import { decodeCells } from './decode.ts'
import { readSkeleton, type Scanned } from './skeleton.ts'

/**
 * Does what scanning could not: cells with markup, and, unless the `plain` blocks are known, all
 * that stands around the tables. The one module that loads the parser.
 */
export function readParsed(scanned: Scanned, plain: Block[] | undefined): Block[] {
  decodeCells(
    scanned.source,
    scanned.tables.flatMap(({ marked }) => marked),
  )
  return plain ?? readSkeleton(scanned)
}
