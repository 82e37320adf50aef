import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Passage } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import { parseNumeral } from '../text/numeral.ts'
import type { Span } from '../text/span.ts'
import { partHeadings } from './parts.ts'
import { isUnbroken, originalSpan, plainOf } from './sentence.ts'
import { proseOf } from './texts.ts'

/** A day as a report writes it, which need not exist. */
export interface WrittenDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A written day, and where. */
export interface PlacedDate extends WrittenDate {
  readonly passage: Passage
  readonly span: Span
  readonly text: string
}

/** What a report says of the time that it covers. */
export interface Period {
  readonly passage: Passage
  readonly span: Span
  readonly text: string
  /** The years it names. */
  readonly years: readonly number[]
  /** First and last day, where it gives days. */
  readonly from?: WrittenDate
  readonly to?: WrittenDate
}

const ARABIC = String.raw`(?<year>20\d{2})年(?<month>\d{1,2})月(?<day>\d{1,2})日`
const WRITTEN =
  '(?<years>二[〇○零][〇○零一二三四五六七八九]{2})年(?<months>[一二三四五六七八九十]{1,2})月(?<days>[一二三四五六七八九十]{1,3})日'
// 云岭市民政局2026年1月20日 · （2026年1月20日）
const SIGNED = new RegExp(
  `^\\(?(?:[㐀-䶿一-鿿〇()、]{2,40}?[局委办厅署室会院府心处区县镇乡司队站所])?(?<date>${ARABIC}|${WRITTEN})\\)?$`,
  'u',
)
/** A label of a page, whose date is that of the page. */
const LABEL =
  /(?:日期|时间|发布|更新|来源|浏览|字号|打印)[:：]?$|^(?:发布|更新|发文|成文|索引|文号|来源)/u

/** The day under a report: the first that stands alone behind its last part, and is no date of a web page. */
export function signedOn(catalogue: Catalogue): PlacedDate | undefined {
  const prose = proseOf(catalogue)
  const last = partHeadings(catalogue).findLast(({ keys }) => keys.length > 0)
  if (last === undefined) return undefined
  const from = prose.indexOf(last.passage) + 1
  for (let at = from; at < prose.length; at++) {
    const passage = prose[at]
    if (passage === undefined || passage.text.length > LONGEST_SIGNATURE) continue
    if (LABEL.test(withoutSpace(prose[at - 1]?.text ?? '').slice(-20))) continue
    const plain = plainOf(passage.text)
    const match = SIGNED.exec(plain.text)
    const text = match?.groups?.date
    if (match === null || text === undefined) continue
    const date = readDate(match)
    if (date === undefined) continue
    const start = match[0].lastIndexOf(text)
    const span = { start, end: start + text.length }
    return { ...date, passage, span: originalSpan(plain, span), text }
  }
  return undefined
}

const LONGEST_SIGNATURE = 80

function readDate({ groups = {} }: RegExpMatchArray): WrittenDate | undefined {
  const year = groups.year ?? groups.years?.replace(/[○零]/gu, '〇')
  const month = groups.month ?? groups.months
  const day = groups.day ?? groups.days
  const [y, m, d] = [year, month, day].map((numeral) => parseNumeral(numeral ?? ''))
  if (y === undefined || m === undefined || d === undefined) return undefined
  return { year: y, month: m, day: d }
}

// 统计期限自2025年1月1日起至2025年12月31日止
const PERIOD =
  /统计(?:期限|时限|时间|周期|区间|范围|数据|截止)[^。;]{0,20}?(?<first>(?<year>20\d{2})年(?<month>\d{1,2})月(?<day>\d{1,2})日(?:起|0时)?(?:至|到|-|—|——|~|－|–)(?:(?<lastYear>20\d{2})年)?(?<lastMonth>\d{1,2})月(?<lastDay>\d{1,2})日)/gu
// 现将云岭市民政局2025年政府信息公开工作情况报告如下
const ANNOUNCED =
  /(?:^|[。;，])现[将就](?<what>[^。;，]{0,40}?(?<year>20\d{2})年(?!\d{1,2}月)度?[^。;，]{0,40}?信息公开[^。;，]{0,40}?)(?:报告|公布|公开|汇报|通报)如下/gu

/** The times that a report says it covers: the period of its figures, and the year it announces. */
export function periodsOf(catalogue: Catalogue): readonly Period[] {
  return proseOf(catalogue).flatMap(readPeriods)
}

function readPeriods(passage: Passage): readonly Period[] {
  if (!/统计|现[\s]{0,4}[将就]/u.test(passage.text)) return []
  const plain = plainOf(passage.text)
  const found: Period[] = []
  const place = (start: number, text: string) => {
    const span = { start, end: start + text.length }
    if (!isUnbroken(plain, span)) return undefined
    const at = originalSpan(plain, span)
    return { passage, span: at, text: withoutSpace(passage.text.slice(at.start, at.end)) }
  }
  for (const match of plain.text.matchAll(PERIOD)) {
    const { first = '', ...groups } = match.groups ?? {}
    const at = place(match.index + match[0].length - first.length, first)
    const [year = 0, month = 0, day = 0] = [groups.year, groups.month, groups.day].map(Number)
    const lastYear = Number(groups.lastYear ?? year)
    const to = { year: lastYear, month: Number(groups.lastMonth), day: Number(groups.lastDay) }
    const years = [...new Set([year, lastYear])]
    if (at !== undefined) found.push({ ...at, years, from: { year, month, day }, to })
  }
  for (const match of plain.text.matchAll(ANNOUNCED)) {
    const { what = '', year = '' } = match.groups ?? {}
    // 2024年和2025年
    if (what.match(/20\d{2}年/gu)?.length !== 1 || /整改|问题|落实|要点/u.test(what)) continue
    const at = place(match.index + match[0].indexOf(`${year}年`), `${year}年`)
    if (at !== undefined) found.push({ ...at, years: [Number(year)] })
  }
  return found
}

const DATES = /(?<![\d.-])(?:(?<year>(?:19|20)\d{2})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日/gu

/** Days in the prose that no calendar has. */
export function impossibleDates(catalogue: Catalogue): readonly PlacedDate[] {
  return proseOf(catalogue).flatMap((passage) => {
    if (!passage.text.includes('月')) return []
    const plain = plainOf(passage.text)
    return Array.from(plain.text.matchAll(DATES)).flatMap((match) => {
      const { year, month, day } = match.groups ?? {}
      // A leap year, where none is given.
      const date = { year: Number(year ?? 2024), month: Number(month), day: Number(day) }
      const span = { start: match.index, end: match.index + match[0].length }
      if (isPossible(date) || !isUnbroken(plain, span)) return []
      return [{ ...date, passage, span: originalSpan(plain, span), text: match[0] }]
    })
  })
}

export function isPossible({ year, month, day }: WrittenDate): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
