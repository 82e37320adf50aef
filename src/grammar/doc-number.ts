import type { Span } from '../text/span.ts'
import { isInside, markedStretches } from './marks.ts'

/** A document number (发文字号) such as 国办发〔2019〕54号, as written. */
export interface DocNumber {
  readonly text: string
  readonly span: Span
  /** 发文机关代字 */
  readonly issuer: string
  /** Undefined where the year was left out. */
  readonly year: number | undefined
  readonly serial: number
  /** What its form lacks; empty for 机关代字〔年份〕N号. */
  readonly faults: readonly DocNumberFault[]
}

/**
 * `brackets`: the year stands in others than 〔〕, or one of them is lost; `small`: ﹝﹞, which only
 * look like them; `ordinal`: 第 before the serial; `padded`: a zero before it; `suffix`: no 号;
 * `year`: no year.
 */
export type DocNumberFault = 'brackets' | 'small' | 'ordinal' | 'padded' | 'suffix' | 'year'

//   〔    2019   〕     第     054     号
//  open   year  close  ordinal serial suffix
const NUMBER =
  /(?<open>[〔［[(（【﹝])\s{0,4}(?<year>(?:19|20)\d\s?\d)\s{0,4}(?<close>[〕］\])）】﹞]?)\s{0,4}(?<ordinal>第?)\s{0,4}(?<serial>\d(?:\s\d){1,3}(?=\s{0,4}号)|\d{1,4})(?!\d)\s{0,4}(?<suffix>号?)/gu

// （渝交计  121  号）
const YEARLESS =
  /(?<=[（(])(?<issuer>[㐀-䶿一-鿿〇]{2,8}(?:发|函|办|字|计|规|通))(?<serial>\d{1,4})号(?=[)）])/gu

const ISSUER = /[㐀-䶿一-鿿〇]{2,12}\s{0,4}$/u
// Words of a sentence that may stand before the code: 根据国办发〔2016〕19号.
const SENTENCE =
  /^.*(?:关于|根据|按照|依据|印发|转发|执行|贯彻|落实|以及|文件|通知|[和及与见的按据])/u
// Remarks stand in round brackets as well as years do; only these endings make a code of what is before.
const CODE = /[发函办字规令电通文政计教财监社建农商卫民环税审保综议组纪法委府厅]$/u

/**
 * The document numbers in a text, in every spelling seen in the wild. Those inside title marks
 * belong to a published title and are left out; white space is a line wrap and means nothing.
 */
export function findDocNumbers(text: string): readonly DocNumber[] {
  if (!text.includes('号') && !text.includes('〔')) return []
  let titles: readonly Span[] | undefined
  const isInTitle = (at: number) => {
    titles ??= markedStretches(text, '《')
    return isInside(titles, at)
  }
  const found: DocNumber[] = []
  for (const match of text.matchAll(NUMBER)) {
    const number = readNumber(text, match)
    if (number !== undefined && !isInTitle(match.index)) found.push(number)
  }
  for (const match of text.matchAll(YEARLESS)) {
    const { issuer = '', serial = '' } = match.groups ?? {}
    if (text[match.index - 2] !== '》' || isInTitle(match.index)) continue
    const span = { start: match.index, end: match.index + match[0].length }
    found.push({
      text: match[0],
      span,
      issuer,
      year: undefined,
      serial: Number(serial),
      faults: ['year'],
    })
  }
  return found
}

/** The one right spelling of a number that has its year (GB/T 9704—2012, 7.2.5). */
export function formatDocNumber({ issuer, year, serial }: DocNumber): string {
  return `${issuer}〔${year}〕${serial}号`
}

function readNumber(text: string, match: RegExpMatchArray): DocNumber | undefined {
  const {
    open = '',
    year = '',
    close = '',
    ordinal = '',
    serial = '',
    suffix = '',
  } = match.groups ?? {}
  const at = match.index ?? 0
  const before = ISSUER.exec(text.slice(Math.max(0, at - 14), at))?.[0] ?? ''
  const issuer = before.trim().replace(SENTENCE, '')
  if (issuer.length < 2) return undefined
  if ('(（[［【'.includes(open) && !(CODE.test(issuer) && suffix === '号')) return undefined
  if (close === '' && suffix === '') return undefined
  const end = at + match[0].trimEnd().length
  const start = at - (before.length - before.lastIndexOf(issuer))
  return {
    text: text.slice(start, end),
    span: { start, end },
    issuer,
    year: Number(year.replace(/\s/gu, '')),
    serial: Number(serial.replace(/\s/gu, '')),
    faults: faultsOf(`${open}${close}`, ordinal, serial, suffix === '' && !isListed(text, end)),
  }
}

/** 国办发〔2016〕19、20号 */
function isListed(text: string, end: number): boolean {
  return /^\s*[、和及与至—\-－～~]\s*\d/u.test(text.slice(end, end + 6))
}

function faultsOf(
  brackets: string,
  ordinal: string,
  serial: string,
  lacksSuffix: boolean,
): readonly DocNumberFault[] {
  const faults: DocNumberFault[] = []
  if (brackets === '﹝﹞') faults.push('small')
  else if (brackets !== '〔〕') faults.push('brackets')
  if (ordinal !== '') faults.push('ordinal')
  if (serial.startsWith('0')) faults.push('padded')
  if (lacksSuffix) faults.push('suffix')
  return faults
}
