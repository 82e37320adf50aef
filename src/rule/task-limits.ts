import { type Duration, surelyLonger, type Unit } from '../grammar/deadline.ts'
import { parseNumeral } from '../text/numeral.ts'
import type { Span } from '../text/span.ts'
import { STATUTORY_LIMITS, type StatutoryLimit } from './vocabulary/statutory-limits.ts'

/** A number in a task that allows more time than the law. */
export interface Excess {
  readonly limit: StatutoryLimit
  /** The number with its unit. */
  readonly span: Span
  readonly duration: Duration
}

// 最迟  24  小时  内
//       amount unit
const DURATION =
  /(?<amount>\d{1,3}|[一二两三四五六七八九十]{1,4})\s{0,2}(?<unit>个?工作日|个?小时|个?月|日|天|周)(?=之?以?内|之?前|$|[，。；、）)\s])|(?<=(?:不得?超过|最长|不晚于|最迟)[^，。；]{0,6})(?<most>\d{1,3})\s{0,2}(?<of>个?工作日|个?小时|日|天)/gu

/** What is longer is no sentence of a task. */
const LONGEST_SENTENCE = 600
/** How far back a sentence before may stand. */
const FAR = 120

/** The numbers of a text that exceed a limit. `before` is what a task says in another cell. */
export function excesses(text: string, before = ''): readonly Excess[] {
  const found: Excess[] = []
  for (const sentence of sentences(text)) {
    if (sentence.words.length > LONGEST_SENTENCE) continue
    for (const match of sentence.words.matchAll(DURATION)) {
      const { amount, unit, most, of } = match.groups ?? {}
      const duration = durationOf(amount ?? most, unit ?? of)
      if (duration === undefined) continue
      const far = text.slice(Math.max(0, sentence.start - FAR), sentence.start)
      const limit = limitFor({ before, far }, sentence.words, match.index, match[0].length)
      if (limit === undefined || !surelyLonger(duration, limit)) continue
      const start = sentence.start + match.index
      found.push({ limit, duration, span: { start, end: start + match[0].length } })
    }
  }
  return found
}

function durationOf(amount = '', unit = ''): Duration | undefined {
  const number = parseNumeral(amount)
  const name = UNITS[unit.replace('个', '')]
  return number === undefined || name === undefined ? undefined : { amount: number, unit: name }
}

const UNITS: Readonly<Record<string, Unit>> = {
  工作日: 'workday',
  小时: 'hour',
  月: 'month',
  日: 'day',
  天: 'day',
  周: 'week',
}

interface Sentence {
  readonly words: string
  readonly start: number
}

function sentences(text: string): readonly Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const words of text.split(/[。；;！\n]/u)) {
    found.push({ words, start })
    start += words.length + 1
  }
  return found
}

/** The limit that a number is held to by the words around it. */
function limitFor(
  { before, far }: { readonly before: string; readonly far: string },
  words: string,
  index: number,
  length: number,
): StatutoryLimit | undefined {
  const from = Math.max(words.lastIndexOf('，', index), words.lastIndexOf(',', index)) + 1
  const rest = words.slice(index + length)
  const [here = '', behind = ''] = rest.split(/[，,]/u)
  const clause = words.slice(from, index + length) + here
  const alone = withoutNumbers(clause)
  // Where the clause itself has no verb, the next one tells what is to be done by then.
  const near = alone ? `${clause}，${behind}` : clause
  const told = `${before}，${words.slice(0, from)}${near}`
  const scope = scopeOf(`${before}，${words.slice(0, index)}`)
  return STATUTORY_LIMITS.find((limit) => {
    if (limit.scope === 'grave' && scope !== 'grave') return false
    if (limit.scope === 'general' && scope === 'grave') return false
    const duty = before === '' || !alone ? near : `${before}，${near}`
    if (!limit.duty.test(duty)) return false
    const subject = limit.isFar ? `${far}，${told}` : told
    if (limit.about !== undefined && !limit.about.test(subject)) return false
    return !(limit.not?.test(told) ?? false)
  })
}

/** Whether a clause says nothing but by when: 最迟要在5小时内, 自收到申请之日起20个工作日内. */
function withoutNumbers(clause: string): boolean {
  return !/[内前][^，。；]{2,}/u.test(clause)
}

/** Which events the words before a number speak of last. */
function scopeOf(words: string): 'grave' | 'general' | undefined {
  const at = (pattern: RegExp) => [...words.matchAll(pattern)].at(-1)?.index ?? -1
  const grave = at(/特别重大|重大突发/gu)
  const general = at(/其他|其它|一般|普通|日常/gu)
  if (grave === -1 && general === -1) return undefined
  return grave > general ? 'grave' : 'general'
}
