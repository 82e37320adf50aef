import type { Span } from '../../text/span.ts'
import type { Anchor } from './anchor.ts'
import type { Duration } from './duration.ts'
import type { Phrase } from './squeezed.ts'
import type { YearOfDate } from './term.ts'

/** One clause of a deadline (公开时限) such as 自该信息形成或者变更之日起20个工作日内. */
export type DeadlineClause = Form & Clause

export type DeadlineKind = DeadlineClause['kind']

/** What every clause has, whatever its form. The text is without white space. */
export interface Clause extends Phrase {
  /** The part of the content that the clause is about: 处罚决定：…, 其中行政许可应自…. */
  readonly label?: Phrase
  /** Whether it ends in 法律、法规另有规定的，从其规定, which makes it no vaguer. */
  readonly unlessOtherwise: boolean
  /** The weaker forms said in passing: 20个工作日内及时公开 is relative and notes `timely`. */
  readonly notes: readonly Note[]
}

export interface Note extends Phrase {
  readonly kind: WeakKind
}

/** A form without a number or a date. */
export type WeakKind = 'sync' | 'realtime' | 'timely' | 'longterm' | 'by-rule' | 'event'

export type Form =
  | RelativeForm
  | FixedDateForm
  | PeriodicForm
  | MinNoticeForm
  | MinLeadForm
  | LongtermForm
  | EventForm
  /** `ditto`: 同上, 〃. `empty`: nothing, or a dash. `unknown`: not understood. */
  | { readonly kind: 'realtime' | 'timely' | 'by-rule' | 'ditto' | 'empty' | 'unknown' }

/** 自…之日起20个工作日内: at most so long after the event. */
export interface RelativeForm extends Duration {
  readonly kind: 'relative'
  readonly anchor: Anchor
  /** The number with its unit and 内. */
  readonly term: Phrase
  /** Whether 内 or 不超过 says that it is a limit. */
  readonly within: boolean
  /** 20内: the unit is lost and read as days, the shorter reading. */
  readonly unitMissing: boolean
  /** The 的 of 之日起的7个工作日内. */
  readonly surplus?: Phrase
  /** Where it is next to the standard sentence (条例第二十六条) and not equal to it. */
  readonly misspelt?: Misspelling
}

export interface Misspelling {
  readonly actual: string
  readonly expected: string
  readonly span: Span
}

/** 每年1月31日前, 次年3月底前, 年底前: the last day on which it is in time. */
export interface FixedDateForm {
  readonly kind: 'fixed-date'
  readonly year: YearOfDate
  readonly month: number
  readonly day: number
  readonly term: Phrase
  /** Whether any calendar has the day: 2月30日 is impossible. */
  readonly possible: boolean
}

/** 每季度, 半年至少更新1次: at most so long between one time and the next. */
export interface PeriodicForm extends Duration {
  readonly kind: 'periodic'
  readonly unit: 'day' | 'workday' | 'month'
  readonly term: Phrase
}

/** 公示不少于7个工作日: at least so long on display, whenever it begins. */
export interface MinNoticeForm extends Duration {
  readonly kind: 'min-notice'
  readonly term: Phrase
  /** 公示时间, 征求意见期限. */
  readonly notice?: Phrase
  readonly unitMissing: boolean
}

/** 试鸣5日前, 提前一周: at least so long before an event. */
export interface MinLeadForm extends Duration {
  readonly kind: 'min-lead'
  readonly term: Phrase
  readonly event?: Phrase
}

/** 长期公开, 6个月: how long, not by when. */
export interface LongtermForm {
  readonly kind: 'longterm'
  readonly duration?: Duration
}

/** 与政策文件同步发布, 随采购公告公开, 批复后公布: an event without a number. */
export interface EventForm {
  readonly kind: 'sync' | 'event'
  readonly event?: Phrase
}
