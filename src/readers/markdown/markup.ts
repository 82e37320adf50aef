import type { Passage } from '../../table/model.ts'
import type { Span } from '../../text/span.ts'
import { PassageBuilder, verbatim } from './passage.ts'

/** A cheap first look: a text without any of these is its own plain text. */
const MARK = /[\\&`*_[<~]/

/** An escape, or a line break that is written as a backslash. */
const ESCAPE = /\\[!-/:-@[-`{-~\r\n]/
const REFERENCE = /&[#0-9A-Za-z]+;/
const BREAK = /<br ?\/?>/gi

/**
 * Whether a text may hold inline markup, so that its plain text is not certain. Brackets alone are
 * no markup (国办发[2019]54号): without a link definition only `](` makes a link of them.
 */
export function isMarked(text: string): boolean {
  if (!MARK.test(text)) return false
  return (
    ESCAPE.test(text) ||
    REFERENCE.test(text) ||
    text.includes('](') ||
    text.includes('~~') ||
    ['``', '**', '__', '<>'].some((marks) => holdsBoth(text, marks))
  )
}

/** The plain text of a stretch of one line, or undefined when only a parser can tell it. */
export function plainPassage(source: string, { start, end }: Span): Passage | undefined {
  const text = source.slice(start, end)
  if (!isMarked(text)) return verbatim(source, start, end)
  const rest = text.replace(BREAK, '!')
  if (rest.includes('<') || isMarked(rest)) return undefined
  const builder = new PassageBuilder(source, start)
  builder.copyReplacing(start, end, BREAK, () => '\n')
  return builder.passage()
}

/** Whether the first mark is found, and the second anywhere behind it. */
function holdsBoth(text: string, marks: string): boolean {
  const first = text.indexOf(marks.charAt(0))
  return first >= 0 && text.indexOf(marks.charAt(1), first + 1) >= 0
}
