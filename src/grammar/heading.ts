import { parseNumeral } from '../text/numeral.ts'
import type { Span } from '../text/span.ts'

/** Levels of headings in Chinese numerals, highest first: 第一章, 一、, （一）. */
export const HEADING_LEVELS = ['chapter', 'part', 'section'] as const
export type HeadingLevel = (typeof HEADING_LEVELS)[number]

/** A heading that begins a line. */
export interface Heading {
  readonly level: HeadingLevel
  readonly number: number
  /** The number as written: 三、 */
  readonly label: string
  readonly span: Span
  /** What follows the number on the line, without white space around it. */
  readonly title: string
}

const HEADING =
  /^(?:第(?<chapter>[一二三四五六七八九十]{1,3})章|(?<part>[一二三四五六七八九十]{1,3})、|[（(](?<section>[一二三四五六七八九十]{1,3})[）)])/u

// 一、二级指标 is no heading 一.
const TWO_NUMERALS = /^[一二三四五六七八九十]{1,2}[级类线审等期季产]/u
// Labels of the rows of the tables of an annual report, where the tables have fallen apart.
const ROW_LABEL =
  /^(?:一、本年新收|二、上年结转|三、本年度办理结果|四、结转下年度继续办理|[（(][一二三四五六七][）)]\s{0,2}(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|总计))/u

/** The headings that begin lines of a text. */
export function findHeadings(text: string): readonly Heading[] {
  const found: Heading[] = []
  let from = 0
  while (from < text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 ? text.length : newline
    const heading = headingOf(text.slice(from, to), from)
    if (heading !== undefined) found.push(heading)
    from = to + 1
  }
  return found
}

function headingOf(line: string, offset: number): Heading | undefined {
  const words = line.trimStart()
  const match = HEADING.exec(words)
  if (match === null || ROW_LABEL.test(words)) return undefined
  const [label] = match
  const title = words.slice(label.length).trim()
  const { chapter, part, section } = match.groups ?? {}
  if (part !== undefined && TWO_NUMERALS.test(title)) return undefined
  const number = parseNumeral(chapter ?? part ?? section ?? '')
  if (number === undefined) return undefined
  const level = chapter !== undefined ? 'chapter' : part !== undefined ? 'part' : 'section'
  const start = offset + line.length - words.length
  return { level, number, label, span: { start, end: start + label.length }, title }
}

const DIGITS = '〇一二三四五六七八九'

/** The label of a heading of a level, for numbers from 1 to 99. */
export function headingLabel(level: HeadingLevel, number: number): string {
  const tens = Math.floor(number / 10)
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  const numeral = `${ten}${number % 10 === 0 ? '' : DIGITS[number % 10]}`
  return { chapter: `第${numeral}章`, part: `${numeral}、`, section: `（${numeral}）` }[level]
}
