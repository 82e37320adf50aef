import type { Span } from '../../text/span.ts'

/** What stands before a title and belongs to it. */
export interface Lead {
  /** 【法律】 */
  readonly category: Span | undefined
  /** Issuer and verb outside the marks: 中共中央办公厅 国务院办公厅印发 */
  readonly issuer: Span | undefined
}

const CATEGORY = /[【[](?:宪法|法律|行政法规|[㐀-䶿一-鿿、及和]{2,20})[】\]]\s*$/u
const ORGAN =
  '(?:中共中央|党中央|国务院|中央军委|全国人大常委会|办公厅|办公室|秘书局|委员会|政府|总局|部|委|局|署|厅|院|会|行|处|中心)'
const VERB = '(?:关于)?(?:联合)?(?:印发|转发|批转|发布|公布|颁布|颁发|制定|下发|出台)?的?'
// 国务院办公厅关于印发《 · 中共中央 国务院《
const ISSUER = new RegExp(`${ORGAN}\\s?${VERB}\\s*$`, 'u')
// 民政部关于贯彻落实《…》的通知
const ABOUT = new RegExp(`(?:${ORGAN}|^)\\s?关于[㐀-䶿一-鿿、\\s]{0,40}$`, 'u')
// Words of a sentence before the name, and all before them.
const SENTENCE =
  /^.*(?:根据|按照|依据|依照|遵照|参照|贯彻|落实|执行|学习|符合|违反|适用|以及|详见|见|[，,。；;：:！？!?\n“”（）()《》])\s*/su
const LONGEST = 80

/** What belongs to the title that begins at `end`, not reaching back further than `start`. */
export function readLead(text: string, { start, end }: Span): Lead {
  const from = Math.max(start, end - LONGEST)
  const before = text.slice(from, end)
  const about = ABOUT.exec(before)
  const sentence = about === null ? SENTENCE : /^.*[，,。；;：:！？!?\n“”（）()《》]\s*/su
  const skipped = sentence.exec(before)?.[0].length ?? 0
  const words = before.slice(skipped)
  const category = CATEGORY.exec(words)
  const rest = category === null ? words : words.slice(0, category.index)
  const isIssuer =
    category === null && !/[【】[\]]/u.test(rest) && (ISSUER.test(rest) || ABOUT.test(rest))
  const issuer = rest.replace(/^[^㐀-䶿一-鿿]+/u, '').trimEnd()
  return {
    category:
      category === null ? undefined : spanOf(text, category[0], from + skipped + category.index),
    issuer: isIssuer && issuer !== '' ? spanOf(text, issuer, end - rest.length) : undefined,
  }
}

/** Where some words stand, the first time from a place on, without white space around them. */
function spanOf(text: string, words: string, from: number): Span {
  const trimmed = words.trim()
  const start = text.indexOf(trimmed, from)
  return { start, end: start + trimmed.length }
}
