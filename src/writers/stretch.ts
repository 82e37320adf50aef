import { textOrigin } from '../table/locate.ts'
import type { Format, Passage } from '../table/model.ts'
import type { TextOrigin } from '../table/origin.ts'
import type { Span } from '../text/span.ts'

/** A text format that is written back. */
export type TextFormat = Extract<Format, 'md' | 'csv' | 'tsv' | 'txt' | 'html'>

const TEXT_FORMATS: ReadonlySet<Format> = new Set<TextFormat>(['md', 'csv', 'tsv', 'txt', 'html'])

export function isTextFormat(format: Format): format is TextFormat {
  return TEXT_FORMATS.has(format)
}

export interface TextSource {
  readonly format: TextFormat
  readonly text: string
}

/**
 * The stretches of a source that the units of a span are written with, in order, those side by side
 * in one. Tags and marks between units belong to none. An empty span has one empty stretch.
 */
export function stretchesOf(source: TextSource, passage: Passage, span: Span): readonly Span[] {
  const origin = textOrigin(passage)
  if (span.start >= span.end) {
    const at = placeOf(source, passage, origin, span.start)
    return [{ start: at, end: at }]
  }
  const { offsets } = origin
  if (offsets === undefined) {
    return [{ start: origin.start + span.start, end: origin.start + span.end }]
  }
  const stretches: Span[] = []
  for (let unit = span.start; unit < span.end; unit++) {
    const one = unitStretch(source, passage.text, offsets, unit)
    const last = stretches.at(-1)
    if (last !== undefined && one.start <= last.end) {
      stretches[stretches.length - 1] = { start: last.start, end: Math.max(last.end, one.end) }
    } else stretches.push(one)
  }
  return stretches
}

/** Where what is put in before a unit goes: right behind the unit before it. */
function placeOf(source: TextSource, { text }: Passage, origin: TextOrigin, unit: number): number {
  const { start, offsets } = origin
  if (offsets === undefined) return start + unit
  if (unit === 0) return offsets[0] ?? start
  return unitStretch(source, text, offsets, unit - 1).end
}

function unitStretch(
  source: TextSource,
  text: string,
  offsets: readonly number[],
  unit: number,
): Span {
  const start = offsets[unit] ?? 0
  const limit = offsets[unit + 1] ?? start
  const end = Math.min(limit, start + writtenLength(source, start, text[unit] ?? ''))
  return { start, end }
}

/** How much of the source stands for a unit of text. */
function writtenLength({ format, text }: TextSource, start: number, unit: string): number {
  const read = (pattern: RegExp) => {
    pattern.lastIndex = start
    return pattern.exec(text)?.[0].length
  }
  switch (format) {
    case 'html':
      if (text[start] === '<') return read(TAG) ?? 0
      if (unit === '\n' && !/[\r\n]/u.test(text[start] ?? '')) return 0
      return read(REFERENCE) ?? read(SPACE) ?? 1
    case 'md':
      // A line break stands for all between two lines.
      if (unit === '\n') return read(TAG) ?? Number.POSITIVE_INFINITY
      return read(ESCAPE) ?? read(REFERENCE) ?? 1
    default:
      if (unit === '\n') return Number.POSITIVE_INFINITY
      return unit === '"' && text.startsWith('""', start) ? 2 : 1
  }
}

/** A tag that stands for text: a line break, a picture of a tick. */
const TAG = /<(?:br|img)\b[^>]*>/iuy
const REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z\d]{1,32});/iuy
const SPACE = /[\t\n\f\r ]+/uy
const ESCAPE = /\\[!-/:-@[-`{-~]/uy
