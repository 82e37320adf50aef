import type { Span } from '../../text/span.ts'

/** The lines of a text from an offset on, without their ends: LF, CR LF or CR. */
export function linesOf(text: string, from: number): Span[] {
  const lines: Span[] = []
  let start = from
  let feed = indexOrEnd(text, '\n', from)
  let carriage = indexOrEnd(text, '\r', from)
  while (start < text.length) {
    const end = Math.min(feed, carriage)
    lines.push({ start, end })
    start = end === carriage && feed === carriage + 1 ? end + 2 : end + 1
    if (feed < start) feed = indexOrEnd(text, '\n', start)
    if (carriage < start) carriage = indexOrEnd(text, '\r', start)
  }
  return lines
}

/** Markdown's blanks: a space or a tab. An ideographic space is text. */
export function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0x09
}

/** A stretch without the blanks around it; an empty span after the first blank when all is blank. */
export function trimBlanks(text: string, { start, end }: Span): Span {
  let first = start
  while (first < end && isBlankAt(text, first)) first++
  if (first === end) return emptyAt(Math.min(start + 1, end))
  let last = end
  while (isBlankAt(text, last - 1)) last--
  return { start: first, end: last }
}

/** Whether a line has nothing but blanks. */
export function isBlank(text: string, line: Span): boolean {
  const { start, end } = trimBlanks(text, line)
  return start === end
}

function emptyAt(at: number): Span {
  return { start: at, end: at }
}

function indexOrEnd(text: string, unit: string, from: number): number {
  const at = text.indexOf(unit, from)
  return at < 0 ? text.length : at
}
