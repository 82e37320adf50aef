import type { Span } from '../text/span.ts'
import type { Passage, Place } from './model.ts'
import type { TextOrigin } from './origin.ts'

/** Line and column in a text file, both from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly col: number
}

/** Where a place stands in a text file; `endCol` is exclusive. */
export interface TextRange {
  readonly line: number
  readonly col: number
  readonly endLine: number
  readonly endCol: number
}

/** Where a passage of a text format stands. Throws for a passage of any other format. */
export function textOrigin({ origin }: Passage): TextOrigin {
  if (origin.kind !== 'text') throw new Error(`locate: a ${origin.kind} has no place in a text`)
  return origin
}

/**
 * The characters of a text source that a place covers, in UTF-16 units from 0. Throws for a place
 * in any other format.
 */
export function sourceSpan({ passage, span }: Place): Span {
  const origin = textOrigin(passage)
  if (span === undefined) return { start: origin.start, end: origin.end }
  return { start: sourceOffset(origin, span.start), end: endOffset(origin, passage.text, span) }
}

function sourceOffset({ start, offsets }: TextOrigin, offset: number): number {
  return offsets?.[offset] ?? start + offset
}

// The end of a span is where its last unit ends, which is not where the next unit begins when
// something that is no text (a tag, a line break) stands between them.
function endOffset(origin: TextOrigin, text: string, span: Span): number {
  const { offsets } = origin
  if (offsets === undefined || span.end === span.start || span.end >= text.length) {
    return sourceOffset(origin, span.end)
  }
  const last = offsets[span.end - 1] ?? 0
  const next = offsets[span.end] ?? last + 1
  return text[span.end] === '\n' ? Math.min(next, last + 1) : next
}

/** Finds lines and columns in one decoded text; a line ends with LF, CRLF or CR and nothing else. */
export class LineMap {
  readonly #starts: readonly number[]

  constructor(source: string) {
    const starts = [0]
    for (let index = 0; index < source.length; index++) {
      const unit = source.charCodeAt(index)
      if (unit === 10) starts.push(index + 1)
      else if (unit === 13 && source.charCodeAt(index + 1) !== 10) starts.push(index + 1)
    }
    this.#starts = starts
  }

  position(offset: number): Position {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, col: offset - (this.#starts[low] ?? 0) + 1 }
  }

  range(span: Span): TextRange {
    const from = this.position(span.start)
    const to = this.position(span.end)
    return { line: from.line, col: from.col, endLine: to.line, endCol: to.col }
  }
}
