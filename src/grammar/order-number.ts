import { NUMERAL, parseNumeral } from '../text/numeral.ts'
import type { Span } from '../text/span.ts'
import { isInside, markedStretches } from './marks.ts'

/** The number of an order (令号) that publishes a law or regulation, such as 国务院令第713号, as written. */
export interface OrderNumber {
  readonly text: string
  readonly span: Span
  /** 国务院, 主席, or the name of a ministry as written; 国令 and 中华人民共和国国务院令 are 国务院. */
  readonly issuer: string
  readonly serial: number
  /** Whether the serial is written in Chinese numerals. */
  readonly isChinese: boolean
  /** Whether 第 is missing before the serial. */
  readonly lacksOrdinal: boolean
  /** A second 号 behind the closing bracket, as in （国令第711号）号. */
  readonly surplus: Span | undefined
}

//   令     第     七百一十三   号
//       ordinal   serial
const AFTER_ISSUER = new RegExp(
  `令\\s{0,4}(?<ordinal>第?)\\s{0,4}(?<serial>${NUMERAL}{1,9})\\s{0,4}号`,
  'gu',
)
// 国务院  第  713  号令
const BEFORE_ORDER = new RegExp(`第\\s{0,4}(?<serial>${NUMERAL}{1,9})\\s{0,4}号令`, 'gu')

const STATE = /(?:中华人民共和国)?(?<issuer>国务院|主席)\s*$|(?<![㐀-䶿一-鿿〇])(?<short>国)\s*$/u
const MINISTRY = /[㐀-䶿一-鿿〇、]{1,24}(?:部|委|委员会|局|署|行|办公室|办公厅|院|会|政府)\s*$/u
// Words of a sentence that may stand before the name, but not the 和 and 经 that are part of a name:
// 共和国, 住房和城乡建设部, 国家经济贸易委员会.
const SENTENCE =
  /^.*(?:根据|按照|依据|以及|[及与见的]|(?<!共)和(?!城乡建设|信息化|社会保障|改革|计划生育|旅游|草原|物资储备)|经(?!济))/u
const STATE_NAME = /^中华人民共和国/u

/**
 * The order numbers in a text outside title marks, in every spelling. Orders counted by year
 * (2017年第10号令) and announcements (公告2009年第1号) have no issuer before them and are left out.
 */
export function findOrderNumbers(text: string): readonly OrderNumber[] {
  if (!text.includes('令')) return []
  const titles = markedStretches(text, '《')
  const matches = [...text.matchAll(AFTER_ISSUER), ...text.matchAll(BEFORE_ORDER)]
  return matches
    .filter(({ index }) => !isInside(titles, index))
    .flatMap((match) => readOrder(text, match) ?? [])
    .sort((a, b) => a.span.start - b.span.start)
}

/** The usual spelling: 国务院令第713号. */
export function formatOrderNumber(issuer: string, serial: number): string {
  return `${issuer}令第${serial}号`
}

function readOrder(text: string, match: RegExpMatchArray): OrderNumber | undefined {
  const at = match.index ?? 0
  const written = match.groups?.serial ?? ''
  const serial = parseNumeral(written)
  const before = text.slice(Math.max(0, at - 26), at)
  const state = STATE.exec(before)
  const ministry = state === null ? MINISTRY.exec(before)?.[0].replace(SENTENCE, '') : undefined
  const issuer =
    state?.groups?.issuer ??
    (state?.groups?.short && '国务院') ??
    ministry?.trim().replace(STATE_NAME, '')
  if (serial === undefined || issuer === undefined || issuer === '') return undefined
  const start = at - (state?.[0].length ?? ministry?.length ?? 0)
  const end = at + match[0].length
  const surplus = /^\s*[）)]\s*号/u.exec(text.slice(end, end + 6))?.[0]
  return {
    text: text.slice(start, end),
    span: { start, end },
    issuer,
    serial,
    isChinese: !/^[0-9０-９]/u.test(written),
    lacksOrdinal: match.groups?.ordinal === '',
    surplus:
      surplus === undefined
        ? undefined
        : { start: end + surplus.length - 1, end: end + surplus.length },
  }
}
