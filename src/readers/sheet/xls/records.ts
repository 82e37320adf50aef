import type { Bytes } from '../../compound/bytes.ts'
import { damaged, truncated } from '../../compound/fault.ts'

/** A record of a workbook stream, with the records that continue it. */
export interface WorkbookRecord {
  readonly type: number
  /** Where it begins in the stream. */
  readonly at: number
  readonly content: Bytes
  readonly continued: readonly Bytes[]
}

/** Types of records, as in [MS-XLS] 2.3. */
const BOF = 0x08_09
const EOF = 0x00_0a
const CONTINUE = 0x00_3c

const HEADER = 4

/**
 * The records of the substream that begins at a place of a workbook stream, from its first one (BOF)
 * to the last before its end (EOF). Substreams inside it, such as charts, are left out. Fails when
 * none begins there or the stream ends first.
 */
export function* readSubstream(stream: Bytes, start: number): Generator<WorkbookRecord> {
  let depth = 0
  for (let at = start; ; ) {
    const type = headerAt(stream, at)
    const content = contentAt(stream, at)
    const continued: Bytes[] = []
    let next = at + HEADER + content.length
    while (next + HEADER <= stream.length && stream.u16(next) === CONTINUE) {
      const more = contentAt(stream, next)
      continued.push(more)
      next += HEADER + more.length
    }
    if (depth === 0 && type !== BOF) throw damaged()
    if (type === BOF) depth += 1
    if (type === EOF) depth -= 1
    if (depth === 0) return
    if (depth === 1) yield { type, at, content, continued }
    at = next
  }
}

function headerAt(stream: Bytes, at: number): number {
  if (at + HEADER > stream.length) throw truncated()
  return stream.u16(at)
}

function contentAt(stream: Bytes, at: number): Bytes {
  const length = stream.u16(at + 2)
  if (at + HEADER + length > stream.length) throw truncated()
  return stream.part(at + HEADER, length)
}
