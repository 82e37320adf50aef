import {
  type DeadlineClause,
  type Duration,
  surelyLonger,
  surelyWithin,
  type Unit,
  usuallyLonger,
} from '../grammar/deadline.ts'
import type { FormName, ItemType, Limit, WithinLimit } from './item-type.ts'

/**
 * What a clause of a deadline is to the limit of an item type. `within`: it surely keeps it, or the
 * type accepts its form; `over`: it surely breaks `limit`, `isUsual` where only a long holiday could
 * make it keep it; `refused`: a clause of its form cannot keep it; `vague`: it has no number where
 * the law has one; `remark`: the same, and no more than worth a word; `unknown`: it cannot be said.
 */
export type Judgement =
  | { readonly kind: 'within' | 'refused' | 'vague' | 'remark' | 'unknown' }
  | { readonly kind: 'over'; readonly limit: Limit; readonly isUsual: boolean }

/** What the item is besides its type. */
export interface Circumstances {
  /** It comes once a year or quarter by its name, so that a date or a rhythm may be right. */
  readonly isRecurring: boolean
}

const UNKNOWN = { kind: 'unknown' } as const
const WITHIN = { kind: 'within' } as const

/** Judges one clause of a deadline. */
export function judge(
  clause: DeadlineClause,
  type: ItemType,
  { isRecurring }: Circumstances = { isRecurring: false },
): Judgement {
  const compared = compare(clause, type.limit)
  // What lets another law go first keeps a limit that another law sets.
  if (compared.kind === 'over') {
    return clause.unlessOtherwise && !isGeneral(type) ? UNKNOWN : compared
  }
  if (compared.kind === 'within') return compared
  const form = formOf(clause)
  if (form === undefined) return UNKNOWN
  if (type.accepts?.includes(form)) return WITHIN
  if (type.refuses?.includes(form) && isComparable(clause, isRecurring)) {
    return clause.unlessOtherwise ? UNKNOWN : { kind: 'refused' }
  }
  if (!WEAK.has(form)) {
    const isRemark = type.remarks?.includes(form) && isComparable(clause, isRecurring)
    return isRemark ? { kind: 'remark' } : UNKNOWN
  }
  // 6个月 may be the time on display, and the deadline may stand elsewhere.
  const isKept = clause.kind === 'longterm' && clause.duration !== undefined
  return { kind: isKept || type.remarks?.includes(form) ? 'remark' : 'vague' }
}

/** Whether the limit is that of article 26 of the Regulation: 20 working days from forming. */
export function isGeneral({ limit }: ItemType): boolean {
  return limit.kind === 'within' && limit.events === undefined
}

/** Forms that say neither a number nor an event nor a rhythm. */
const WEAK: ReadonlySet<FormName> = new Set(['realtime', 'timely', 'longterm', 'by-rule'])

function formOf({ kind }: DeadlineClause): FormName | undefined {
  switch (kind) {
    case 'min-notice':
    case 'min-lead':
    case 'ditto':
    case 'empty':
    case 'unknown':
      return undefined
    default:
      return kind
  }
}

const A_MONTH: Duration = { amount: 1, unit: 'month' }

/** Whether a form that is refused is refused here. */
function isComparable(clause: DeadlineClause, isRecurring: boolean): boolean {
  switch (clause.kind) {
    case 'relative':
      return clause.anchor.kind === 'formed' || clause.anchor.kind === 'none'
    case 'periodic':
      return !isRecurring && !surelyWithin(clause, A_MONTH)
    case 'fixed-date':
      return !isRecurring && clause.possible
    case 'longterm':
      return clause.duration === undefined
    default:
      return true
  }
}

/** Compares a clause to a limit, as far as they are of kinds that compare. */
function compare(clause: DeadlineClause, limit: Limit): Judgement {
  switch (limit.kind) {
    case 'within':
      return compareWithin(clause, limit)
    case 'by-date':
      if (clause.kind !== 'fixed-date' || !clause.possible) return UNKNOWN
      return verdict(
        limit,
        clause.month < limit.month || (clause.month === limit.month && clause.day <= limit.day),
      )
    case 'notice':
      return clause.kind === 'min-notice' && !clause.unitMissing
        ? compareFloor(clause, limit)
        : UNKNOWN
    case 'lead':
      return clause.kind === 'min-lead' ? compareFloor(clause, limit) : UNKNOWN
    case 'rhythm':
      return clause.kind === 'periodic' ? compareCeiling(clause, limit) : UNKNOWN
    case 'together':
      return clause.kind === 'sync' ? WITHIN : compareWithin(clause, limit.otherwise)
    case 'promptly':
      return clause.kind === 'timely' ? WITHIN : UNKNOWN
    case 'all':
    case 'any':
      return compareParts(clause, limit.of)
  }
}

function compareWithin(clause: DeadlineClause, limit: WithinLimit): Judgement {
  if (clause.kind === 'periodic') return surelyWithin(clause, limit) ? WITHIN : UNKNOWN
  if (clause.kind !== 'relative' || !countsFromSame(clause.anchor, limit)) return UNKNOWN
  return compareCeiling(clause, limit)
}

/** Whether a deadline counts from the event of the limit; information is formed by any event. */
function countsFromSame(
  anchor: Extract<DeadlineClause, { kind: 'relative' }>['anchor'],
  { events }: WithinLimit,
): boolean {
  switch (anchor.kind) {
    case 'none':
      return true
    case 'formed':
      return events === undefined || !APPLICATION.test(events)
    case 'application':
    case 'event':
      return events !== undefined && new RegExp(events, 'u').test(anchor.text)
  }
}

/** An answer to an application counts from nothing else. */
const APPLICATION = /申请/u

function compareCeiling(length: Duration, limit: Limit & Duration): Judgement {
  if (surelyWithin(length, limit)) return WITHIN
  if (surelyLonger(length, limit)) return { kind: 'over', limit, isUsual: false }
  return usuallyLonger(length, limit) ? { kind: 'over', limit, isUsual: true } : UNKNOWN
}

function compareFloor(length: Duration, limit: Limit & Duration): Judgement {
  if (surelyWithin(limit, length)) return WITHIN
  return surelyLonger(limit, length) ? { kind: 'over', limit, isUsual: false } : UNKNOWN
}

/** A clause is about one part of several; which one is not told, so that keeping any is keeping it. */
function compareParts(clause: DeadlineClause, parts: readonly Limit[]): Judgement {
  const judged = parts.map((part) => compare(clause, part))
  return (
    judged.find(({ kind }) => kind === 'within') ??
    judged.find(({ kind }) => kind === 'over') ??
    UNKNOWN
  )
}

function verdict(limit: Limit, isWithin: boolean): Judgement {
  return isWithin ? WITHIN : { kind: 'over', limit, isUsual: false }
}

const UNIT_NAMES: Readonly<Record<Unit, string>> = {
  hour: '小时',
  workday: '个工作日',
  day: '日',
  week: '周',
  month: '个月',
  quarter: '个季度',
  year: '年',
}

/** 20个工作日, 5小时 */
export function durationText({ amount, unit }: Duration): string {
  return `${amount}${UNIT_NAMES[unit]}`
}

/** What a limit allows, as a sentence or a table tells it. */
export function limitText(limit: Limit): string {
  switch (limit.kind) {
    case 'within':
      return `自${limit.event}之日起${durationText(limit)}内`
    case 'by-date':
      return `每年${limit.month}月${limit.day}日前`
    case 'notice':
      return `${limit.what}${limit.isUsual ? '一般' : ''}不少于${durationText(limit)}`
    case 'lead':
      return `${limit.event}${durationText(limit)}前`
    case 'rhythm':
      return limit.amount === 1
        ? `至少每${RHYTHMS[limit.unit] ?? durationText(limit)}一次`
        : `至少每${durationText(limit)}一次`
    case 'together':
      return `与${limit.event}同步，最迟${limitText(limit.otherwise)}`
    case 'promptly':
      return '及时'
    case 'all':
      return limit.of.map(limitText).join('，且')
    case 'any':
      return limit.of.map(limitText).join('，或者')
  }
}

const RHYTHMS: Readonly<Partial<Record<Unit, string>>> = {
  day: '日',
  week: '周',
  month: '月',
  quarter: '季度',
  year: '年',
}
