import { halfWidth, withoutSpace } from '../text/normalise.ts'
import { NUMERAL, parseNumeral } from '../text/numeral.ts'

const COUNTRY = '中华人民共和国'

/**
 * A title as it is looked up: without title marks, white space and a leading 中华人民共和国, with
 * half-width forms, one kind of dash and one kind of quotation mark.
 */
export function titleKey(title: string): string {
  const key = halfWidth(withoutSpace(title))
    .replace(/[《》〈〉<>﹤﹥]/gu, '')
    .replace(/[—–―‐‑−]+|-{2,}/gu, '-')
    .replace(/[“”„‟]/gu, '"')
    .replace(/[‘’]/gu, "'")
  return key.startsWith(COUNTRY) && key !== COUNTRY ? key.slice(COUNTRY.length) : key
}

// 国务院办公厅   关于 印发     政府网站发展指引   的通知
//    issuer                    inner
const WRAPPED =
  /^(?<issuer>.{0,60}?)(?:关于)?(?:印发|转发|批转|发布|公布|颁布|颁发)(?<inner>.{4,}?)(?:的(?:通知|公告))?$/u
// 国务院办公厅   关于推进……的意见
const ISSUED =
  /^(?<issuer>.{2,60}?(?:中共中央|国务院|办公厅|办公室|秘书局|委员会|政府|总局|[部委局署厅院会行]))(?<about>关于.{4,})$/u
const EDITION =
  /\((?:试行|暂行|修订|修正|修订版|修正版|试行稿|(?:19|20)\d\d(?:年|版|年版)?(?:修订|修正|修改)?(?:版|本)?)\)$/u
const ISSUER = /(?:中共中央|国务院|办公厅|办公室|秘书局|会|政府|总局|[部委局署厅院行])$/u

/** A title taken apart; see `coreKey`. */
interface TitleParts {
  /** Who issued it, as far as the title begins with that. */
  readonly issuer: string
  readonly core: string
}

/**
 * What is left of a title when everything is taken off that people leave out or add: the issuer,
 * 印发…的通知 around the document itself, （试行） and the year of an edition behind it. Two
 * instruments may share it.
 */
export function coreKey(title: string): string {
  return partsOf(title).core
}

/** The issuer that a title begins with, or nothing. */
export function issuerKey(title: string): string {
  return partsOf(title).issuer
}

function partsOf(title: string): TitleParts {
  const whole = titleKey(title).replace(EDITION, '')
  const wrapped = WRAPPED.exec(whole)?.groups
  if (
    wrapped?.inner !== undefined &&
    (wrapped.issuer === '' || ISSUER.test(wrapped.issuer ?? ''))
  ) {
    const inner = issuedParts(wrapped.inner.replace(EDITION, ''))
    return { issuer: wrapped.issuer ?? '', core: inner.core }
  }
  return issuedParts(whole)
}

function issuedParts(title: string): TitleParts {
  const { issuer = '', about = title } = ISSUED.exec(title)?.groups ?? {}
  return { issuer, core: about }
}

/** An order (令) as it is known by: 国务院 and 713, or 农业部, 2013 and 5 where numbers restart yearly. */
interface ParsedOrder {
  /** Without 令 and 中华人民共和国, as in `OrderNumber`: 国务院, 主席, or the ministry. */
  readonly issuer: string
  readonly serial: number
  readonly year?: number
}

//   国务院    令  〔 2021 〕年   第    713     号
//   issuer        open year    ordinal serial
const ORDER = new RegExp(
  `^(?<issuer>.+?)令(?:[〔[(【]?(?<year>(?:19|20)\\d{2})(?:年|[〕\\])】]))?第?(?<serial>${NUMERAL}+)号?$`,
  'u',
)

//   农业部   2013  年   第      5     号  令
const ORDER_LAST = new RegExp(
  `^(?<issuer>.+?)(?:(?<year>(?:19|20)\\d{2})年)?第(?<serial>${NUMERAL}+)号令$`,
  'u',
)

/** The order that a text names and nothing else: 国务院令第713号, 国务院令第七百一十三号, 第713号令. */
export function parseOrder(text: string): ParsedOrder | undefined {
  const plain = halfWidth(withoutSpace(text))
  const { issuer, year, serial } = (ORDER.exec(plain) ?? ORDER_LAST.exec(plain))?.groups ?? {}
  if (issuer === undefined || serial === undefined) return undefined
  const value = parseNumeral(serial)
  if (value === undefined) return undefined
  const named = issuer.startsWith(COUNTRY) ? issuer.slice(COUNTRY.length) : issuer
  return {
    issuer: named.replace('中央军委', '中央军事委员会'),
    serial: value,
    ...(year === undefined ? {} : { year: Number(year) }),
  }
}

//   国办发  〔   2018   〕年  第   0  118  号
//   code       year              serial
const DOC_NUMBER =
  /^(?<code>.+?)[〔[({【﹝]?(?<year>(?:19|20)\d{2})[〕\])}】﹞年]?第?0*(?<serial>\d+)号?$/u

/**
 * A number as it is looked up. Orders: serial, issuer and year, so that all of one serial and all
 * years of one issuer stand together. Documents: code, year, serial in one spelling of brackets.
 * Anything else (GB/T 9704—2012) loses white space and differences of width and dash. `year` is for
 * an order that does not print its own.
 */
export function numberKey(number: string, year = ''): string {
  const order = parseOrder(number)
  if (order) {
    const issuer = order.issuer.replace(/、/gu, '')
    return `${order.serial} ${issuer} ${order.year ?? year}`.trimEnd()
  }
  const plain = halfWidth(withoutSpace(number))
  const groups = DOC_NUMBER.exec(plain)?.groups
  if (groups && /[㐀-䶿一-鿿〇]$/u.test(groups.code ?? '')) {
    return `${groups.code}〔${groups.year}〕${groups.serial}`
  }
  return titleKey(plain).toUpperCase()
}
