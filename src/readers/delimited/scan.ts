import type { TextOrigin } from '../../table/origin.ts'
import { MAX_COLUMNS } from '../reader.ts'

/** What stands between two fields of a record. */
export type Separator = '\t' | ',' | ';' | '|'

/** One field of a record, exactly as it stands between its separators or quotes. */
export interface Field {
  readonly text: string
  readonly origin: TextOrigin
}

const LF = 10
const CR = 13

/**
 * The records of a text, field by field. An empty line is a record of one empty field; a text that
 * ends with a line end has no record after it. Without a separator every line is one field and
 * quotes mean nothing. A record past the column limit is cut one field after it. The places of
 * quotes that never close are added to `openQuotes`.
 */
export function* scanRecords(
  text: string,
  separator: Separator | undefined,
  openQuotes: number[] = [],
): Generator<readonly Field[]> {
  let at = 0
  while (at < text.length) {
    const fields: Field[] = []
    for (;;) {
      const quoted = separator && quotedField(text, at, separator, openQuotes)
      const field = quoted ?? plainField(text, at, separator)
      fields.push(field)
      at = field.origin.end + (quoted ? 1 : 0)
      if (at === text.length || text[at] !== separator || fields.length > MAX_COLUMNS) break
      at += 1
    }
    yield fields
    at = afterLineEnd(text, at)
  }
}

function plainField(text: string, start: number, separator: string | undefined): Field {
  const stop = separator?.charCodeAt(0)
  let end = start
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end)
    if (unit === stop || unit === LF || unit === CR) break
  }
  return verbatim(text, start, end)
}

/**
 * The field whose quote opens at `at`, or undefined where none does: `"放管服"改革` only begins with
 * a quoted word, for the second quote does not end the field.
 */
// Linear in all: a stretch that was searched in vain holds no lone quote but its last, so each later
// search within it ends in the run of quotes where it begins.
function quotedField(
  text: string,
  at: number,
  separator: Separator,
  openQuotes: number[],
): Field | undefined {
  if (text[at] !== '"') return undefined
  const start = at + 1
  const end = closingQuote(text, start)
  if (end === -1 || !endsField(text[end + 1], separator)) {
    if (end === -1 || /[\n\r]/u.test(text.slice(start, end))) openQuotes.push(at)
    return undefined
  }
  const inner = text.slice(start, end)
  return inner.includes('""') ? unescaped(inner, start) : verbatim(text, start, end)
}

/** The next quote that is not doubled, or -1. */
function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from)
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  return quote
}

function endsField(next: string | undefined, separator: Separator): boolean {
  return next === undefined || next === separator || next === '\n' || next === '\r'
}

function verbatim(text: string, start: number, end: number): Field {
  return { text: text.slice(start, end), origin: { kind: 'text', start, end } }
}

function unescaped(inner: string, start: number): Field {
  const offsets: number[] = []
  for (let index = 0; index < inner.length; index++) {
    offsets.push(start + index)
    if (inner[index] === '"') index += 1
  }
  const end = start + inner.length
  offsets.push(end)
  return { text: inner.replaceAll('""', '"'), origin: { kind: 'text', start, end, offsets } }
}

function afterLineEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit === CR) return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1
  return unit === LF ? at + 1 : at
}
