import { namesNoEvent, readLead } from './anchor.ts'
import type { FixedDateForm, Form, PeriodicForm, RelativeForm } from './form.ts'
import { misspelling, slipsOf } from './slip.ts'
import type { Phrase, Squeezed, Stretch } from './squeezed.ts'
import {
  type AmountTerm,
  type DateTerm,
  findTerms,
  lastDayOf,
  type PeriodTerm,
  type Term,
} from './term.ts'

/** A number or date of a sentence and what it turned out to mean. */
export interface Reading {
  readonly form: Form
  /** Where the part of the sentence begins that leads up to it. */
  readonly start: number
  /** The words it was read from: the anchor, if there is one, to the number. */
  readonly said: Stretch
  readonly subject?: Phrase
}

/** What the numbers and dates of a sentence mean, in their order. */
export function* readings(cell: Squeezed, sentence: Stretch): Generator<Reading> {
  const { text } = cell
  let from = sentence.start
  const terms = findTerms(text.slice(sentence.start, sentence.end)).map((term) => ({
    ...term,
    start: term.start + sentence.start,
    end: term.end + sentence.start,
  }))
  for (const [at, term] of terms.entries()) {
    const previous = terms[at - 1]
    const next = terms[at + 1]
    // In 每月结束后10日内 the number speaks; in 每季度首月10日前 the rhythm.
    if (term.kind === 'period' && next && isOnePart(text, term, next) && !isBefore(next)) continue
    if (!(previous?.kind === 'period' && isBefore(term) && isOnePart(text, previous, term))) {
      const words = partBefore(text, from, term.start)
      const reading = readTerm(cell, { term, words, end: next?.start ?? sentence.end })
      if (reading) yield reading
    }
    from = term.end
  }
}

function isOnePart(text: string, one: Stretch, other: Stretch): boolean {
  return !text.slice(one.end, other.start).includes(',')
}

function isBefore(term: Term): boolean {
  return term.kind === 'amount' && term.bound === 'before'
}

/**
 * The words before a number: after the last comma. When nothing but 应当在 stands there, the part
 * before the comma is meant if it ends like an event: 信息形成后，应当在7个工作日内.
 */
function partBefore(text: string, from: number, end: number): Stretch {
  let start = end
  let stop = end
  for (let at = end - 1; at >= from - 1; at--) {
    if (at >= from && text[at] !== ',' && text[at] !== ':') continue
    const words = text.slice(at + 1, stop)
    if (!namesNoEvent(words)) {
      return stop === end || EVENT_END.test(words) ? { start: at + 1, end: stop } : { start, end }
    }
    if (start === end) start = at + 1
    if (text[at] === ':') break
    stop = at
  }
  return { start, end }
}

/** How an event ends that a comma parts from its number. */
const EVENT_END = /(?:[后起日时的)]|形成|产生|变更|获取)$/u

/** A number or date with the words before it, and where the next one begins or the sentence ends. */
interface Setting {
  readonly term: Term
  readonly words: Stretch
  readonly end: number
}

function readTerm(cell: Squeezed, { term, words, end }: Setting): Reading | undefined {
  switch (term.kind) {
    case 'date':
      return { form: fixedDate(cell, term), start: words.start, said: term }
    case 'period':
      return { form: periodic(cell, term), start: words.start, said: term }
    case 'amount':
      return readAmount(cell, { term, words, end })
  }
}

function fixedDate(cell: Squeezed, term: DateTerm): FixedDateForm {
  const { year, month, day } = term
  const possible = day >= 1 && day <= lastDayOf(month)
  return { kind: 'fixed-date', year, month, day, term: cell.phrase(term.start, term.end), possible }
}

function periodic(cell: Squeezed, term: PeriodTerm): PeriodicForm {
  const { amount, unit } = term
  return { kind: 'periodic', amount, unit, term: cell.phrase(term.start, term.end) }
}

interface AmountSetting extends Setting {
  readonly term: AmountTerm
}

/** What an amount means is told by the words around it: 公示5日, 公示前5日, 公示后5日内. */
function readAmount(cell: Squeezed, setting: AmountSetting): Reading | undefined {
  const { term, words } = setting
  const before = cell.text.slice(words.start, words.end)
  if (term.bound === 'before' || LEAD.test(before)) {
    // 开始前30日内 is a stretch in which to do it, not a distance to keep.
    return term.bound === 'within' ? undefined : minLead(cell, setting, before)
  }
  if (KEPT.test(before) && isHowLong(cell.text, setting)) {
    const { amount, unit } = term
    const duration = { amount, unit }
    return { form: { kind: 'longterm', duration }, start: words.start, said: term }
  }
  const notice = NOTICE.exec(before)?.groups
  if (notice?.most !== undefined) return undefined
  if (FLOOR.test(before) || (notice && term.bound === 'none')) {
    return minNotice(cell, setting, notice?.what)
  }
  // 24小时 may be opening hours.
  if (term.bound === 'none' && term.unit === 'hour' && !SINCE.test(before)) return undefined
  return relative(cell, setting)
}

/** Ends of the words before 24小时 that make it a deadline without 内. */
const SINCE = /(?:[后起]|超过|[晚迟]于)$/u

// 采购活动开始 前       提前 至少
const LEAD = /(?:提前|前)(?:的|至少|不少于|不得少于)?$/u

/** Words before the event of a lead, such as 不晚于 before 采购活动开始前30日. */
const LEAD_HEAD = /^(?:不[晚迟]于|最[迟晚]|应当?|[须在于自]){0,3}/u

function minLead(cell: Squeezed, { term, words }: AmountSetting, before: string): Reading {
  const { least: amount, unit } = term
  const start = words.start + (LEAD_HEAD.exec(before)?.[0].length ?? 0)
  const ahead = LEAD.exec(before)?.index
  const from = ahead === undefined ? term.start : words.start + ahead
  const form = {
    kind: 'min-lead',
    amount,
    unit,
    term: cell.phrase(from, term.end),
    ...(from > start && { event: cell.phrase(start, from) }),
  } as const
  return { form, start: words.start, said: { start, end: term.end } }
}

// 公开征求意见 期限   一般 不得少于     the same with a ceiling: 公示不超过
// what                                                           most
const NOTICE =
  /(?<what>(?:(?:公开)?(?:征求|征集|听取)(?:公众)?意见|预?公告|公示|公开|公布|展示)(?:的?(?:期限?|时间|时长|周期))?)(?:一般|原则上|应当?|均){0,2}(?:为|是|:)?(?:不得?(?:少|低|短)于|至少|(?<most>不得?超过))?$/u

/** 不少于 with whatever comes before it. */
const FLOOR = /不得?(?:少|低|短)于$/u

function minNotice(
  cell: Squeezed,
  { term, words }: AmountSetting,
  what: string | undefined,
): Reading {
  const before = cell.text.slice(words.start, words.end)
  const { least: amount, unit, expected } = term
  const at = (NOTICE.exec(before) ?? FLOOR.exec(before))?.index ?? 0
  const start = words.start + at
  const form = {
    kind: 'min-notice',
    amount,
    unit,
    unitMissing: expected !== undefined,
    term: cell.phrase(start, term.end),
    ...(what !== undefined && { notice: cell.phrase(start, start + what.length) }),
  } as const
  const clause = isAfterBound(cell.text, words.start) ? start : words.start
  return { form, start: clause, said: { start, end: term.end } }
}

/** 公开1年, 保存6个月, or nothing at all before 6个月. */
const KEPT = /(?:^|(?:公开|保留|保存|有效|展示|留存)(?:期限?|时间)?(?:为|不得?少于)?)$/u

function isHowLong(text: string, { term, words, end }: AmountSetting): boolean {
  const isLong = term.unit === 'month' || term.unit === 'quarter' || term.unit === 'year'
  return isLong && term.bound === 'none' && turned(text, { term, words, end }) === undefined
}

function relative(cell: Squeezed, setting: AmountSetting): Reading {
  const { text } = cell
  const { term, end } = setting
  const words = withoutLeadingVerb(text, setting)
  const ahead = readLead(cell, words.start, words.end)
  const behind = ahead.anchor.kind === 'none' ? turned(text, setting) : undefined
  const lead = behind ? readLead(cell, behind.start, behind.end) : ahead
  const slips = [...ahead.slips, ...(behind ? lead.slips : []), ...slipsOf(text, term, end)]
  const { amount, unit, bound, expected } = term
  const form: RelativeForm = {
    kind: 'relative',
    anchor: lead.anchor,
    amount,
    unit,
    term: cell.phrase(term.start, term.end),
    within: bound === 'within' || CEILING.test(text.slice(words.start, term.start)),
    unitMissing: expected !== undefined && unit === 'day',
    ...(lead.surplus && { surplus: lead.surplus }),
    ...(slips.length > 0 && { misspelt: misspelling(cell, slips) }),
  }
  const { subject } = ahead
  const said = { start: ahead.start, end: term.end }
  return { form, start: words.start, said, ...(subject && { subject }) }
}

/** Words that say as much as 内. */
const CEILING = /不得?(?:超过|[晚迟]于)/u

/** 公开 that still belongs to the clause before: 20个工作日内公开处罚决定7个工作日内. */
function withoutLeadingVerb(text: string, { words }: AmountSetting): Stretch {
  if (!isAfterBound(text, words.start)) return words
  const { 0: verb = '' } =
    /^(?:予以|及时|主动|向社会|并|且){0,3}(?:公开|公布|公示|发布|公告)(?=..)/u.exec(
      text.slice(words.start, words.end),
    ) ?? {}
  return { start: words.start + verb.length, end: words.end }
}

/** Whether another number ends right here. */
function isAfterBound(text: string, at: number): boolean {
  return /[内前]/u.test(text[at - 1] ?? '')
}

const LONGEST_TURNED_ANCHOR = 60

// 20个工作日 （自  信息形成或者变更之日起 ）
//            open words
const TURNED = /^[,(]?(?<open>\(|自|从)(?<words>[^,;。()]*(?:\([^,;。()]*\)[^,;。()]*)?)/u

/** The anchor that follows its number, in brackets or after 自. */
function turned(text: string, { term, end }: AmountSetting): Stretch | undefined {
  const after = text.slice(term.end, Math.min(end, term.end + LONGEST_TURNED_ANCHOR))
  const match = TURNED.exec(after)
  const words = match?.groups?.words ?? ''
  if (!match || !/(?:日起|后|变更|形成)$/u.test(words)) return undefined
  return { start: term.end + match[0].length - words.length, end: term.end + match[0].length }
}
