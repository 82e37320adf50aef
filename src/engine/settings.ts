import type { Profile } from '../authority/item-type.ts'
import type { Lawbook } from '../authority/lawbook.ts'
import type { Authorities } from '../authority/registry.ts'
import type { Kind } from '../catalogue/role.ts'
import type { Dictionary } from '../rule/dictionary.ts'
import type { Rule, Severity } from '../rule/rule.ts'

/** A rule that is switched on, with the severity that was chosen for it, if any. */
export interface ActiveRule {
  readonly rule: Rule
  /** Replaces every severity the rule would give. */
  readonly severity?: Severity
}

/** Everything that decides what a document's report says; handed in, never fetched. */
export interface Settings {
  readonly rules: readonly ActiveRule[]
  /** Ids of every rule there is, also of those that are off: waivers may name them. */
  readonly ruleIds?: readonly string[]
  readonly authorities: Authorities
  /** Texts of laws, where whoever runs the check has some. */
  readonly lawbook?: Lawbook
  /** Our vocabularies with words of a user's own, where there are some. */
  readonly dictionary?: Dictionary
  /** What the document is, where the caller knows. */
  readonly kind?: Kind
  /** Who publishes it, where the caller knows. */
  readonly profile?: Profile
  /** The day to judge the law by, YYYY-MM-DD; the document's own date when absent, else `today`. */
  readonly asOf?: string
  /** YYYY-MM-DD */
  readonly today: string
  /** Whether what a document says about its own inspection counts; yes when absent. */
  readonly inlineConfig?: boolean
}
