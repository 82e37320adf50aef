import { compareSpans, type Span } from '../text/span.ts'
import { findDocNumbers } from './doc-number.ts'
import { findOrderNumbers } from './order-number.ts'

/**
 * Addresses (where a part of one is Chinese, nobody can tell where it ends before a blank or a mark
 * of Chinese text), codes of Latin letters and digits, telephone numbers, numbers of seven digits and
 * more.
 */
const CODES = [
  /(?:https?:\/\/|www\.)[\w\-./?%&=#~:]+(?:(?<=[\w/][/=])\p{Script=Han}[^\s\u3000-\u303f\uff00-\uffef“”"<>|]*)?/giu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z-])[A-Za-z\d][\w-]{3,}(?![\w-])/gu,
  /(?<![\w-])\d{7,}(?![\w-])/gu,
]

//  联系人  ：  张 三、李四
//  label  mark   names
const LABELLED =
  /(?:联系人|负责人|责任人|经办人|承办人|审核人|签发人|填报人|填表人|制表人?|联络员|姓名)\s{0,4}[:：]\s{0,4}(?<names>[\p{Script=Han}·]{1,8}(?:[ \u3000、][\p{Script=Han}·]{1,8}){0,5})/dgu

//  张三  同志
const COMRADE = /(?<names>\p{Script=Han}{2,3})同志/dgu

/** The label of a column that holds names of persons. */
const NAMES = /联系人|负责人|责任人|经办人|承办人|联络员|姓名/u

/**
 * What in a text is no wording but names something: names of persons, document and order numbers,
 * codes, telephone numbers, addresses.
 */
export function findProperNames(text: string): readonly Span[] {
  const spans: Span[] = [...findDocNumbers(text), ...findOrderNumbers(text)].map(({ span }) => span)
  for (const pattern of CODES) {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      spans.push({ start: index, end: index + match.length })
    }
  }
  for (const pattern of [LABELLED, COMRADE]) {
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices?.groups?.names ?? [0, 0]
      spans.push({ start, end })
    }
  }
  return spans.sort(compareSpans)
}

/** Whether a column of this label holds names of persons. */
export function holdsNames(label: string): boolean {
  return NAMES.test(label)
}
