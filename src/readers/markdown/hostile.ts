import { MAX_COLUMNS } from '../reader.ts'
import { isBlank, linesOf } from './lines.ts'
import { tooManyColumns } from './row.ts'

/** More marks than any paragraph or cell has in earnest; the parser is quadratic in them. */
const MAX_MARKS = 2_000

const MARKS = /[*_~`[\]<>&]/g

/** A line that opens a hundred quotes or lists inside each other; the parser is worse than linear. */
const NESTED = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+|>[ \t]*){100}/m
const NESTING = /[-+*>.)]/g

/** Stands for a mark that is not to be one: a letter to the parser, in no document. */
const MASK = '\uE000'

/** Whether a text has so few marks that parsing it is cheap. */
export function isCalm(text: string): boolean {
  return count(text, MARKS) <= MAX_MARKS
}

/**
 * A text of the same length that can be parsed in linear time: where thousands of marks stand in
 * one paragraph, they are none. A row too wide for any table is refused.
 */
export function calm(text: string): string {
  const starts = stretchesOf(text)
  const stretches = starts.map((start, index) => text.slice(start, starts[index + 1]))
  return stretches.map(calmStretch).join('')
}

function calmStretch(text: string): string {
  if (count(text, /\|/g) > MAX_COLUMNS + 1) throw tooManyColumns()
  const calmed = isCalm(text) ? text : text.replace(MARKS, MASK)
  return NESTED.test(calmed) ? calmed.replace(NESTING, MASK) : calmed
}

/** Where each part begins that is parsed by itself: a row of a table, or the lines of a paragraph. */
function stretchesOf(text: string): number[] {
  const starts = [0]
  let apart = false
  for (const line of linesOf(text, 0)) {
    const isRow = text.slice(line.start, line.end).includes('|')
    if (line.start > 0 && (apart || isRow)) starts.push(line.start)
    apart = isRow || isBlank(text, line)
  }
  return starts
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}
