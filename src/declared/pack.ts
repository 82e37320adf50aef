import type { Limit } from '../authority/item-type.ts'
import type { Kind, Role } from '../catalogue/role.ts'
import type { Safety } from '../fix/edit.ts'
import type { Citation } from '../grammar/citation.ts'
import type { Certainty, LegalBasis, PackOrigin, Rule, Severity } from '../rule/rule.ts'
import type { AgencyLevel } from '../rule/title-agency.ts'
import type { Pattern } from '../text/pattern.ts'

/** Rules that somebody declared without writing code. */
export interface RulePack extends PackOrigin {
  /** The family of its rules: every id begins with it and a hyphen. */
  readonly prefix: string
  readonly rules: readonly Declaration[]
}

/** A column of a table, or the name of an entry's item on its lowest level. */
export type DeclaredColumn = Role | 'item'

/** What a declared rule is asked about; a list that is empty leaves it open. */
export interface Selector {
  readonly kinds: readonly [Kind, ...Kind[]]
  readonly columns: readonly DeclaredColumn[]
  /** Numbers of the six parts of an annual report. */
  readonly parts: readonly number[]
  /** Patterns of which a name of the item, on any level, has to fit one. */
  readonly items: readonly Pattern[]
  readonly notItems: readonly Pattern[]
  /** Ids of item types (事项类型) of which the item has to be one. */
  readonly itemTypes: readonly string[]
  readonly agencies: readonly Pattern[]
  readonly notAgencies: readonly Pattern[]
  readonly levels: readonly AgencyLevel[]
}

/** What a rule is about: cells of a column, a part of a report, or the document as a whole. */
export type Scope = 'column' | 'part' | 'document'

export function scopeOf({ columns, parts }: Selector): Scope {
  return columns.length > 0 ? 'column' : parts.length > 0 ? 'part' : 'document'
}

/** A word that has to stand there, or one of several that will do. */
export interface WantedWord {
  /** As it is declared: 群众满意度|群众评价 */
  readonly told: string
  readonly any: readonly string[]
}

/** An item that a document has to have. */
export interface WantedItem {
  readonly name: string
  readonly is: (words: string) => boolean
}

export type Requirement =
  | { readonly kind: 'notEmpty' | 'empty' }
  | { readonly kind: 'pattern' | 'notPattern'; readonly pattern: Pattern }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'maxLength'; readonly length: number }
  | { readonly kind: 'deadlineAtMost'; readonly told: string; readonly limit: Limit }
  | { readonly kind: 'cites'; readonly told: string; readonly citation: Citation }
  | { readonly kind: 'mentions'; readonly words: readonly WantedWord[] }
  | { readonly kind: 'sameAs' | 'differsFrom'; readonly column: Role }
  | { readonly kind: 'exists'; readonly items: readonly WantedItem[] }

export type RequirementKind = Requirement['kind']

/** One rule as it was declared and checked. */
export interface Declaration {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly certainty: Certainty
  readonly on: Selector
  /** In the order in which they were written; the first that a text breaks speaks. */
  readonly requirements: readonly Requirement[]
  readonly messages: Readonly<Partial<Record<RequirementKind, string>>>
  /** The only text that can be right, where there is one. */
  readonly expected?: string
  readonly fix: Safety | 'none'
  readonly basis: readonly [LegalBasis, ...LegalBasis[]]
  /** First and last day on which it holds, YYYY-MM-DD. */
  readonly from?: string
  readonly to?: string
  readonly why: string
  readonly how: string
  readonly examples: Rule['examples']
}
