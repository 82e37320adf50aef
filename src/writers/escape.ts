import type { Span } from '../text/span.ts'
import type { TextSource } from './stretch.ts'

/** A text as it has to be written in a passage of a format; quoted fields have their own way. */
export function escaped(source: TextSource, { start, end }: Span, text: string): string {
  switch (source.format) {
    case 'md':
      return escapeMarkdown(source.text, { start, end }, text)
    case 'html':
      return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(LINE_BREAK, '<br>')
    default:
      return text
  }
}

/** A text as it has to be written between the quotes of a field. */
export function escapeInQuotes(text: string): string {
  return text.replaceAll('"', '""')
}

/** Whether a passage of delimited text stands between quotes. */
export function isQuoted({ format, text }: TextSource, { start, end }: Span): boolean {
  return isDelimited(format) && text[start - 1] === '"' && text[end] === '"'
}

/** Whether a field without quotes has to get some for what is put into it. */
export function needsQuotes(
  { format, text }: TextSource,
  { start, end }: Span,
  edits: readonly { readonly text: string }[],
  edited: string,
): boolean {
  if (!isDelimited(format)) return false
  const separator = [text[start - 1], text[end]].find((unit) => unit && SEPARATORS.includes(unit))
  if (separator === undefined) return false
  const special = new RegExp(`["\\r\\n${separator}]`, 'u')
  return edited.startsWith('"') || edits.some((edit) => special.test(edit.text))
}

function isDelimited(format: TextSource['format']): boolean {
  return format === 'csv' || format === 'tsv' || format === 'txt'
}

const SEPARATORS = '\t,;|'
const LINE_BREAK = /\r\n?|\n/gu

/** What Markdown takes for markup, or may: escaped, it is read as it stands. */
const MARK = /[\\|*_`]|~(?=~)|(?<=~)~|<(?=[a-z/!?])|&(?=[#a-z])/giu

function escapeMarkdown(source: string, { start, end }: Span, text: string): string {
  const safe = text.replace(MARK, '\\$&')
  if (!isInRow(source, start)) return safe
  const oneLine = safe.replace(LINE_BREAK, '<br>')
  // Into an empty cell, `|  |`, with a blank on either side.
  const isTight = start === end && source[start - 1] === ' ' && source[end] === '|'
  return isTight ? `${oneLine} ` : oneLine
}

/** Whether an offset lies in a line that may be the row of a table. */
function isInRow(source: string, at: number): boolean {
  const before = Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1
  const feed = source.slice(at).search(/[\r\n]/u)
  return source.slice(before, feed < 0 ? undefined : at + feed).includes('|')
}
