import type { Duration } from '../grammar/deadline.ts'
import type { Confidence } from './authority.ts'

/** What the law allows for the deadline (公开时限) of an item type. */
export type Limit =
  | WithinLimit
  /** 每年1月31日前 */
  | { readonly kind: 'by-date'; readonly month: number; readonly day: number }
  /** 公示期不少于5个工作日; `what` is the name of the period, `isUsual` says 一般不少于. */
  | (Duration & { readonly kind: 'notice'; readonly what: string; readonly isUsual?: true })
  /** 试鸣5日前; `event` is what must not happen earlier. */
  | (Duration & { readonly kind: 'lead'; readonly event: string })
  /** 至少每季度一次 */
  | (Duration & { readonly kind: 'rhythm' })
  /** 与政策文件同步; where that is not said, at most so long after it. */
  | { readonly kind: 'together'; readonly event: string; readonly otherwise: WithinLimit }
  /** 及时: the law has no number. */
  | { readonly kind: 'promptly' }
  /** `all`: every part holds; `any`: the parts are for different stages or manners. */
  | { readonly kind: 'all' | 'any'; readonly of: readonly Limit[] }

/** 自…之日起20个工作日内 */
export interface WithinLimit extends Duration {
  readonly kind: 'within'
  /** From when it counts, such as 财政部门批复 or 信息形成或者变更. */
  readonly event: string
  /** Pattern of other words for that event; a deadline that counts from anything else is not compared. */
  readonly events?: string
}

/**
 * Forms of a deadline that a type may accept or refuse: those without a number, and those that
 * cannot be compared to a limit of another form.
 */
export const FORMS = [
  'relative',
  'fixed-date',
  'periodic',
  'realtime',
  'timely',
  'longterm',
  'by-rule',
  'sync',
  'event',
] as const
export type FormName = (typeof FORMS)[number]

/**
 * How a fact was checked: `text`: in the text of the law; `copy`: in a copy on a web page;
 * `secondary`: told by others; `recall`: from memory.
 */
export const VERIFICATIONS = ['text', 'copy', 'secondary', 'recall'] as const
export type Verification = (typeof VERIFICATIONS)[number]

export interface LimitBasis {
  /** Full title, without marks. */
  readonly source: string
  readonly number?: string
  readonly article: string
  /** Our own words. */
  readonly gist: string
  readonly verification: Verification
}

export const PROFILES = ['department', 'county', 'township', 'domain'] as const
/**
 * Who publishes: a department, the government of a county or above, a township or subdistrict, or
 * anybody by the standard catalogue of one of the 26 domains (基层政务公开标准目录).
 */
export type Profile = (typeof PROFILES)[number]

/** Patterns are regular expressions with the flag u. */
export interface ItemPatterns {
  /** Of the name of an item on any level, white space removed. */
  readonly names?: readonly string[]
  /** Of its content. */
  readonly contents?: readonly string[]
  /** Of who publishes it, besides. */
  readonly subjects?: readonly string[]
  readonly notNames?: readonly string[]
  readonly notContents?: readonly string[]
}

type Grade = 'error' | 'warning' | 'info'

/** A type of item (事项类型) with what the law allows for it. */
export interface ItemType {
  readonly id: string
  readonly name: string
  /** Of several types that a name fits, the highest is meant. */
  readonly priority: number
  readonly match: ItemPatterns
  readonly limit: Limit
  /** How the deadline is best written. */
  readonly wording: string
  /** Forms without a comparable number that are as good. */
  readonly accepts?: readonly FormName[]
  /** Forms that break the law, such as a count of days where it names a date. */
  readonly refuses?: readonly FormName[]
  /** Forms that are worth no more than a remark (info); all others are vague. */
  readonly remarks?: readonly FormName[]
  /** Pattern of events that do not happen to it, such as 检查结果作出 to a plan. */
  readonly notEvents?: string
  /**
   * Pattern of words in names or content by which the limit holds for a part of a row that cites one
   * of the `basis` instruments: 执法结果 beside 国办发〔2018〕118号.
   */
  readonly whenCited?: string
  readonly severity: Grade
  /** Where a profile differs. */
  readonly profiles?: Readonly<Partial<Record<Profile, Grade>>>
  readonly confidence: Confidence
  readonly basis: readonly [LimitBasis, ...LimitBasis[]]
  /** Deadlines that no rule may report, and such that one must. */
  readonly good: readonly string[]
  readonly bad: readonly string[]
  readonly note?: string
}
