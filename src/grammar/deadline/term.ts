import { parseNumeral } from '../../text/numeral.ts'
import type { Duration, Unit } from './duration.ts'
import type { Stretch } from './squeezed.ts'

/** A number, a date or a rhythm, from `start` to before `end` of a squeezed text. */
export type Term = AmountTerm | DateTerm | PeriodTerm

/** 20个工作日内, 公示期7至15日: what it means is told by the words before it. */
export interface AmountTerm extends Stretch, Duration {
  readonly kind: 'amount'
  /** The lower end of 7至15日; otherwise the amount itself. */
  readonly least: number
  /** 内, 以内 and 之内; 前 and 之前; nothing. */
  readonly bound: 'within' | 'before' | 'none'
  /** How the number and its unit are written right, when a piece of the unit is lost. */
  readonly expected?: string
}

/** 每年1月31日前, 6月底前, 年底前. */
export interface DateTerm extends Stretch {
  readonly kind: 'date'
  readonly year: YearOfDate
  readonly month: number
  readonly day: number
}

/** 每年, 次年, 当年 (or 本年), the number in 2025年12月31日前, or none named. */
export type YearOfDate = 'every' | 'next' | 'this' | number | undefined

/** 每季度, 按年, 半年至少更新1次: a rhythm in days, working days or months. */
export interface PeriodTerm extends Stretch {
  readonly kind: 'period'
  readonly amount: number
  readonly unit: 'day' | 'workday' | 'month'
}

/** The numbers, dates and rhythms of a sentence, in their order and none inside another. */
export function findTerms(sentence: string): Term[] {
  const terms: Term[] = []
  const found = READINGS.filter(({ needs }) => needs.test(sentence)).flatMap(({ pattern, read }) =>
    [...sentence.matchAll(pattern)].flatMap(({ 0: text, index, groups = {} }) => {
      return read(groups, { start: index, end: index + text.length }) ?? []
    }),
  )
  // The sort is stable: of two that begin at the same character the earlier reading stays first.
  for (const term of found.sort((one, other) => one.start - other.start)) {
    if (term.start >= (terms.at(-1)?.end ?? 0)) terms.push(term)
  }
  return terms
}

type Groups = Readonly<Record<string, string | undefined>>

interface Reading {
  readonly pattern: RegExp
  /** What no match can do without, so that most sentences need not be searched. */
  readonly needs: RegExp
  readonly read: (groups: Groups, stretch: Stretch) => Term | undefined
}

// 每年   1   月  31 日   前
// year month   day     bound
const DATE =
  /(?<year>每年度?的?|[次翌]年|下一?年度?|[当本今]年度?|\d{4}年)?(?<![\d.])(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(?<last>[底末]))?(?<bound>[之以]?前)?(?![\d起后至~—-])/gu

function readDate({ year, month, day, last, bound }: Groups, stretch: Stretch): Term | undefined {
  // 3月内 is a length of time; 每年3月 names a month.
  if ((day ?? last ?? year ?? bound) === undefined) return undefined
  const inMonth = parseNumeral(month ?? '') ?? 0
  const onDay = day === undefined ? undefined : parseNumeral(day)
  const open = last === undefined && bound !== undefined ? 1 : lastDayOf(inMonth)
  return { kind: 'date', ...stretch, year: yearOf(year), month: inMonth, day: onDay ?? open }
}

// 每年  底    前
// year      bound
const YEAR_END = /(?<year>每年?|[次翌当本]年?|\d{4})?年度?[底末](?:[之以]?前)?/gu

function readYearEnd({ year }: Groups, stretch: Stretch): Term {
  return { kind: 'date', ...stretch, year: yearOf(year), month: 12, day: 31 }
}

function yearOf(written: string | undefined): YearOfDate {
  if (written === undefined) return undefined
  if (written.startsWith('每')) return 'every'
  if (/^[次翌下]/u.test(written)) return 'next'
  if (/^[当本今]/u.test(written)) return 'this'
  return Number.parseInt(written, 10)
}

/** The last day that a month can have: 29 for a February. */
export function lastDayOf(month: number): number {
  return [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

// 每    三    年   更新  2   次     按   月
// every count unit     times   every unit
const PERIOD =
  /(?:(?:每|按照?|逐)(?<count>半|\d{1,3}|[一二两三四五六七八九十]{1,3})?个?(?<unit>半年|年|季度?|月|周(?!期)|星期|旬|工作日|日(?!程|常|期)|天)度?(?:[^,。;\d]{0,8}?(?<times>\d{1,3}|[一二两三四五六七八九十]{1,3})次)?)(?:\d{1,2}[日号][之以]?前)?/gu

// 半    年  至少更新  1   次
// count unit       times
const PERIOD_BY_TIMES =
  /(?<![\d第])(?<count>半|\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?<unit>年|季度?|月|周|星期|天|日)内?(?:至少|不得?少于|最少)?(?:更新|公开|公布|公示|发布|维护)?(?:至少|不得?少于|最少)?(?<times>\d{1,3}|[一二两三四五六七八九十]{1,3})次/gu

/** The rhythms in the measure that the calendar fixes. */
const PERIODS: Readonly<Record<string, readonly [number, PeriodTerm['unit']]>> = {
  年: [12, 'month'],
  半年: [6, 'month'],
  季: [3, 'month'],
  季度: [3, 'month'],
  月: [1, 'month'],
  旬: [10, 'day'],
  星期: [7, 'day'],
  周: [7, 'day'],
  天: [1, 'day'],
  日: [1, 'day'],
  工作日: [1, 'workday'],
}

function readPeriod({ count, unit, times }: Groups, stretch: Stretch): Term | undefined {
  const period = PERIODS[unit ?? '']
  if (period === undefined) return undefined
  const amount = (period[0] * numberOf(count, 1)) / Math.max(1, numberOf(times, 1))
  return { kind: 'period', ...stretch, amount, unit: period[1] }
}

// 7    至 15     个工作日  内
// least  number   unit    bound
const AMOUNT =
  /(?<![\d.第同统每上下近月×])(?:(?<least>\d{1,4}|[一二两三四五六七八九十百]{1,5})(?:个?工作日|日|天|个?月)?[至到~—-]{1,2})?(?<number>半|\d{1,9}|[〇零一二两三四五六七八九十百]{1,7})(?<unit>个?工作[日天]|个?自然[日天]|个?日历[日天]|个?小时|个?季度|个?星期|(?:个|(?<=半))月(?!份)|月(?=[以之]?内)|年(?![度报底末])|周(?![期边知])|天|日(?![常期程]))(?:(?<within>[之以]?内(?![容设部]))|(?<before>[之以]?前)|(?<after>之?后))?/gu

const UNITS: Readonly<Record<string, Unit>> = {
  工作日: 'workday',
  工作天: 'workday',
  自然日: 'day',
  自然天: 'day',
  日历日: 'day',
  日历天: 'day',
  小时: 'hour',
  季度: 'quarter',
  星期: 'week',
  周: 'week',
  月: 'month',
  年: 'year',
  天: 'day',
  日: 'day',
}

function readAmount(groups: Groups, stretch: Stretch): Term | undefined {
  const { least, number, unit = '', within, before, after } = groups
  // 5日后 says when it may begin, not by when it must be done; 2025年 is no length of time.
  if (after !== undefined || (unit === '年' && numberOf(number, 0) >= 1000)) return undefined
  const named = UNITS[unit.replace('个', '')]
  if (named === undefined) return undefined
  const duration = number === '半' ? halfOf(named) : { amount: numberOf(number, 0), unit: named }
  return {
    kind: 'amount',
    ...stretch,
    ...duration,
    least: numberOf(least, duration.amount),
    bound: within !== undefined ? 'within' : before !== undefined ? 'before' : 'none',
  }
}

/** 半年 and 半个月 in whole units. */
function halfOf(unit: Unit): Duration {
  if (unit === 'year') return { amount: 6, unit: 'month' }
  if (unit === 'month') return { amount: 15, unit: 'day' }
  return { amount: 0.5, unit }
}

// 20     工作      内
// number what is left of the unit
const TORN_AMOUNT =
  /(?<![\d.月第])(?<number>\d{1,4})(?<torn>[个各工作曰日天]{0,6})[之以]?内(?![容设部])/gu

const WHOLE_UNIT = /^(?:个?工作[日天]|[日天])$/u

function readTornAmount({ number, torn = '' }: Groups, stretch: Stretch): Term | undefined {
  if (WHOLE_UNIT.test(torn)) return undefined
  const amount = numberOf(number, 0)
  const unit: Unit = /[个各工作]/u.test(torn) ? 'workday' : 'day'
  const expected = unit === 'workday' ? `${amount}个工作日内` : `${amount}日内`
  return { kind: 'amount', ...stretch, amount, unit, least: amount, bound: 'within', expected }
}

// 不得少于 30   (the rest is cut off)
const CUT_AMOUNT = /(?<=[少低短]于)(?<number>\d{1,3})(?=$|[…,)])/gu

function readCutAmount({ number }: Groups, stretch: Stretch): Term {
  const amount = numberOf(number, 0)
  const expected = `${amount}日`
  return { kind: 'amount', ...stretch, amount, unit: 'day', least: amount, bound: 'none', expected }
}

/** Of two that begin at the same character, the one named first is right. */
const READINGS: readonly Reading[] = [
  { pattern: DATE, needs: /月/u, read: readDate },
  { pattern: YEAR_END, needs: /年度?[底末]/u, read: readYearEnd },
  { pattern: PERIOD, needs: /[每按逐]/u, read: readPeriod },
  { pattern: PERIOD_BY_TIMES, needs: /次/u, read: readPeriod },
  { pattern: TORN_AMOUNT, needs: /\d/u, read: readTornAmount },
  { pattern: AMOUNT, needs: /[日天时度期月年周]/u, read: readAmount },
  { pattern: CUT_AMOUNT, needs: /于\d/u, read: readCutAmount },
]

function numberOf(written: string | undefined, fallback: number): number {
  if (written === undefined) return fallback
  return written === '半' ? 0.5 : (parseNumeral(written) ?? fallback)
}
