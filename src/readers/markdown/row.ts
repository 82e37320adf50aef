import type { Span } from '../../text/span.ts'
import { MAX_COLUMNS, UnreadableError } from '../reader.ts'
import { isBlank, trimBlanks } from './lines.ts'

const DELIMITER = /^:?-+:?$/
const BACKSLASH = 0x5c

/**
 * The cells of a row that begins with a bar, without the blanks around them. A cell reaches from
 * bar to bar; what follows the last bar is a cell only when it is not blank, or the only one.
 */
export function cellSpans(text: string, line: Span): Span[] {
  const spans: Span[] = []
  let start = line.start + 1
  for (let bar = nextBar(text, start); bar < line.end; bar = nextBar(text, start)) {
    if (spans.length === MAX_COLUMNS) throw tooManyColumns()
    spans.push(trimBlanks(text, { start, end: bar }))
    start = bar + 1
  }
  const last = { start, end: line.end }
  if (spans.length === 0 || !isBlank(text, last)) spans.push(trimBlanks(text, last))
  return spans
}

/** Whether cells are those of a delimiter row: `---`, `:--`, `--:` or `:-:`. */
export function areDelimiters(text: string, cells: readonly Span[]): boolean {
  return cells.every(({ start, end }) => DELIMITER.test(text.slice(start, end)))
}

export function tooManyColumns(): UnreadableError {
  return new UnreadableError('too-many-columns', `表格中有一行超过${MAX_COLUMNS}列，无法读取。`)
}

/** The next bar that divides cells: an odd number of backslashes before a bar makes it text. */
function nextBar(text: string, from: number): number {
  let bar = text.indexOf('|', from)
  while (bar >= 0 && isEscaped(text, bar, from)) bar = text.indexOf('|', bar + 1)
  return bar < 0 ? Number.POSITIVE_INFINITY : bar
}

function isEscaped(text: string, bar: number, from: number): boolean {
  let first = bar
  while (first > from && text.charCodeAt(first - 1) === BACKSLASH) first--
  return (bar - first) % 2 === 1
}
