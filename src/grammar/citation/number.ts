import { parseNumeral } from '../../text/numeral.ts'
import type { Span } from '../../text/span.ts'
import { type DocNumber, findDocNumbers } from '../doc-number.ts'
import { isInside, markedStretches } from '../marks.ts'
import { findOrderNumbers, type OrderNumber } from '../order-number.ts'

/** A number counted by year: 公告2009年第1号, 2017年第10号令, 2013年第2号公告. */
export interface YearNumber {
  readonly text: string
  readonly span: Span
  readonly year: number
  readonly serial: number
  readonly isOrder: boolean
}

/** The number of a standard: GB/T 15834—2011, DB35/T 1792-2018. */
export interface StandardNumber {
  readonly text: string
  readonly span: Span
}

/** The numbers by which instruments are cited, each list in order of place. */
export interface CitedNumbers {
  readonly orders: readonly OrderNumber[]
  readonly documents: readonly DocNumber[]
  readonly yearly: readonly YearNumber[]
  readonly standards: readonly StandardNumber[]
}

// 公告   2017   年  第   10    号  令
//  kind  year         serial       kind
const YEARLY =
  /(?<before>公告|通告|令)?\s{0,4}(?<year>(?:19|20)\d{2})\s{0,4}年\s{0,4}第\s{0,4}(?<serial>\d{1,4})\s{0,4}号\s{0,4}(?<after>令|公告|通告)?/gu
const STANDARD =
  /(?<![A-Z])(?:GB|DB\d{2}|WH|CJJ|JGJ|AQ|HJ|MZ|JT|WS)\s?(?:[/／]?\s?T)?\s?\d{1,6}(?:\.\d{1,3})?\s?[—–\-－]\s?(?:19|20)\d{2}/gu

/** Every number in a text; those inside title marks belong to the title. */
export function findNumbers(text: string): CitedNumbers {
  const titles = markedStretches(text, '《')
  return {
    orders: findOrderNumbers(text),
    documents: findDocNumbers(text),
    yearly: findYearly(text).filter(({ span }) => !isInside(titles, span.start)),
    standards: findStandards(text).filter(({ span }) => !isInside(titles, span.start)),
  }
}

function findYearly(text: string): readonly YearNumber[] {
  if (!/年\s{0,4}第/u.test(text)) return []
  return [...text.matchAll(YEARLY)].flatMap(({ index, 0: words, groups = {} }) => {
    const kind = groups.after ?? groups.before
    const serial = parseNumeral(groups.serial ?? '')
    if (kind === undefined || serial === undefined) return []
    const trimmed = words.trim()
    const start = index + words.indexOf(trimmed)
    const span = { start, end: start + trimmed.length }
    return [{ text: trimmed, span, year: Number(groups.year), serial, isOrder: kind === '令' }]
  })
}

function findStandards(text: string): readonly StandardNumber[] {
  return [...text.matchAll(STANDARD)].map(({ index, 0: words }) => ({
    text: words,
    span: { start: index, end: index + words.length },
  }))
}
