import type { Sheet } from '../catalogue/catalogue.ts'
import { Grid } from '../catalogue/merge.ts'
import { cellWithin } from '../table/mended.ts'
import type { Cell, Paragraph, Passage } from '../table/model.ts'
import type { Span } from '../text/span.ts'
import { isFigureLike } from './figure.ts'
import { wordsOf } from './label.ts'

/** A word of running text that is a cell of a table that lost its lines. */
interface Token {
  readonly passage: Passage
  readonly span: Span
}

/** More words than the tables of a report have. */
const MOST_TOKENS = 5000

/**
 * The tables of a report whose cells stand one after the other in running text, each label before its
 * figures; undefined where there are none. A row is known by its figures following its label; blank
 * cells are lost, so that nothing can be said about the shape.
 */
export function flattenedSheet(paragraphs: readonly Paragraph[], table: number): Sheet | undefined {
  const rows: Cell[][] = []
  let row: Cell[] = []
  let hasFigures = false
  const begin = () => {
    row = []
    hasFigures = false
    rows.push(row)
  }
  begin()
  for (const { passage, span } of tokens(paragraphs)) {
    const cell = cellWithin(passage, span, rows.length - 1, row.length)
    const isFigure = isFigureLike(cell)
    // The figures of part four stand below their labels.
    if (isFigure ? !hasFigures && row.filter(isOutcome).length >= 2 : hasFigures) begin()
    hasFigures ||= isFigure
    row.push(cellWithin(passage, span, rows.length - 1, row.length))
  }
  const isTable = rows.some((cells) => cells.some((cell) => isFigureLike(cell)))
  return isTable ? { grid: new Grid({ kind: 'table', rows }), table } : undefined
}

function isOutcome(cell: Cell): boolean {
  return /^(?:结果维持|结果纠正|其他结果|尚未审结)$/u.test(wordsOf(cell).key)
}

/** The words outside sentences, a number of a list together with what it counts. */
function* tokens(paragraphs: readonly Paragraph[]): Iterable<Token> {
  let count = 0
  for (const passage of paragraphs) {
    if (passage.text.includes('。')) continue
    let start: number | undefined
    for (const { 0: word, index } of passage.text.matchAll(/[^\s|]+/gu)) {
      if (++count > MOST_TOKENS) return
      const end = index + word.length
      if (NUMBER.test(word)) {
        start ??= index
        continue
      }
      yield { passage, span: { start: start ?? index, end } }
      start = undefined
    }
  }
}

/** Nothing but the number of a list: （一） · 1. */
const NUMBER = /^(?:[（(][一二三四五六七八九十][）)]|[一二三四五六七八九十]、|\d{1,2}[.．、])$/u
