import type { Span } from '../../text/span.ts'
import { isBlank } from './lines.ts'
import { areDelimiters, cellSpans } from './row.ts'

/** The lines of a table, by index: header, delimiter row, and the body up to but not with `end`. */
export interface Run {
  readonly first: number
  readonly end: number
}

export const HEADING = /^(#{1,6})(?=[ \t]|$)/

/** What ends a block of HTML that may reach over blank lines. */
const HTML_END = /-->|\?>|\]\]>|<\/(?:script|pre|style|textarea)>/i

/** Begins a block of HTML that any `>` ends, so that no row may be taken out of it. */
const DECLARATION = /<![a-z]/i

/**
 * The runs of lines that are tables wherever a table may stand: Markdown around them decides
 * whether they are (inside a fence they are not), but nothing else about them. A table for which
 * this is not certain is left to the parser.
 */
export function findRuns(text: string, lines: readonly Span[]): Run[] {
  if (DECLARATION.test(text)) return []
  const runs: Run[] = []
  let first = 0
  while (first < lines.length) {
    const end = endOfBars(text, lines, first)
    if (isCertain(text, lines, { first, end })) runs.push({ first, end })
    first = Math.max(end, first + 1)
  }
  return runs
}

/** Index of the first line from `first` on that does not begin with a bar in column 0. */
function endOfBars(text: string, lines: readonly Span[], first: number): number {
  let end = first
  // An indented row may belong to a list.
  while (text[lines[end]?.start ?? text.length] === '|') end++
  return end
}

function isCertain(text: string, lines: readonly Span[], { first, end }: Run): boolean {
  const header = lines[first]
  const delimiters = lines[first + 1]
  const last = lines[end - 1]
  if (end - first < 2 || !header || !delimiters || !last) return false
  return (
    mayPrecede(text, lines[first - 1]) &&
    isHead(text, header, delimiters) &&
    mayFollow(text, lines[end]) &&
    !HTML_END.test(text.slice(header.start, last.end))
  )
}

/** After any other line the run may go on in a table or a paragraph. */
function mayPrecede(text: string, line: Span | undefined): boolean {
  if (!line) return true
  return isBlank(text, line) || HEADING.test(text.slice(line.start, line.end))
}

/** Any other line may be a row without bars. */
function mayFollow(text: string, line: Span | undefined): boolean {
  return !line || isBlank(text, line)
}

function isHead(text: string, header: Span, delimiters: Span): boolean {
  const cells = cellSpans(text, delimiters)
  if (cells.length < 2 || !areDelimiters(text, cells)) return false
  return cellSpans(text, header).length === cells.length
}
