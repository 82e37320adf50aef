import type { YearFigures } from '../annual/years.ts'
import type { Profile } from '../authority/item-type.ts'
import type { Lawbook } from '../authority/lawbook.ts'
import type { Authorities } from '../authority/registry.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Kind } from '../catalogue/role.ts'
import type { Fix, Safety } from '../fix/edit.ts'
import type { Place } from '../table/model.ts'
import type { Dictionary } from './dictionary.ts'

export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** `certain`: nobody can read it otherwise; `likely`: a person should look; `hint`: a thought. */
export type Certainty = 'certain' | 'likely' | 'hint'

/** The clause that makes a rule a rule, its gist told in our own words so that nobody has to look it up. */
export interface LegalBasis {
  readonly source: string
  readonly article: string
  readonly gist: string
}

/** A document, in Markdown unless `format` says otherwise, that the rule must accept. */
export interface GoodExample {
  readonly name: string
  readonly table: string
  readonly format?: 'md' | 'tsv' | 'html'
  /** What kind of document it is; the first of the rule's kinds when absent. */
  readonly kind?: Kind
  /** The agency's report of the year before, in Markdown. */
  readonly lastYear?: string
}

/**
 * One that it must report: each ⟦…⟧ exactly, in order, and nothing else.
 * A related remark points at ⟦→…⟧.
 */
export interface BadExample extends GoodExample {
  /** Every sentence, each finding's own before its related ones. */
  readonly says: readonly [string, ...string[]]
  /** The table after every fix, on which the rule must then be silent. */
  readonly fixed?: string
}

/** Everything a rule can say, keyed by message id; {slots} are filled from a finding's data. */
export type Messages = Readonly<Record<string, string>>

export type Data = Readonly<Record<string, string | number>>

export interface Remark {
  readonly message: string
  readonly data?: Data
  readonly at: Place
}

/** A fact of the registry that a finding rests on. */
export interface Evidence {
  readonly title: string
  readonly number?: string
  /** YYYY-MM-DD, or less where no more is known. */
  readonly date?: string
  /** Address of the page or text that the fact was taken from. */
  readonly source?: string
}

export interface Finding extends Remark {
  /** What it is about, where the rule may tell of several things at one place: it is known again by it. */
  readonly about?: string
  /** As in the rule's own table, where the sentence is told once only this time. */
  readonly once?: Once
  /** Where it differs from the rule's own. */
  readonly severity?: Severity
  /** Where it differs from the rule's own. */
  readonly certainty?: Certainty
  /** What should stand there, best first. */
  readonly expected?: readonly string[]
  readonly evidence?: readonly Evidence[]
  readonly related?: readonly Remark[]
  readonly fix?: Fix
}

export interface Context {
  readonly catalogue: Catalogue
  /** All catalogues of the same document, in order. */
  readonly siblings: readonly Catalogue[]
  readonly authorities: Authorities
  /** Texts of laws, where whoever runs the check has some. */
  readonly lawbook?: Lawbook
  /** Our vocabularies with words of a user's own, where there are some. */
  readonly dictionary?: Dictionary
  /** Who publishes, where the caller knows. */
  readonly profile?: Profile
  /** What the agency's annual report of the year before hands on, where that is known. */
  readonly lastYear?: YearFigures
  /** The day to judge the law by, YYYY-MM-DD. */
  readonly asOf: string
  /** The day the document gives as its own, YYYY-MM-DD. */
  readonly written: string | undefined
}

/** The words that are pointed at (or what the finding is about), the column, or nothing more. */
export type Once = 'words' | 'column' | 'sentence'

/** The pack (规则包) of declared rules that a rule comes from. */
export interface PackOrigin {
  readonly name: string
  readonly issuer: string
  readonly version: string
}

export interface Rule {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly certainty: Certainty
  /** The kinds of documents it is asked about. */
  readonly kinds: readonly [Kind, ...Kind[]]
  /** The boldest fix that it ever offers. */
  readonly fix: Safety | 'none'
  readonly basis: readonly [LegalBasis, ...LegalBasis[]]
  readonly why: string
  readonly how: string
  readonly messages: Messages
  readonly examples: { readonly good: readonly GoodExample[]; readonly bad: readonly BadExample[] }
  /** It runs only where somebody asks for it by name. */
  readonly isOptIn?: true
  /**
   * Sentences that are told once, at the first of all the places they are about, which another order
   * of rows changes; and what they are known again by, besides the sentence.
   */
  readonly once?: Readonly<Record<string, Once>>
  /** Rules that stay silent where this one has spoken about the same characters. */
  readonly supersedes?: readonly string[]
  /** Whether it is asked about tables that cannot be judged, too. */
  readonly asksOfRefused?: true
  /** Where it was declared; absent for rules of our own. */
  readonly pack?: PackOrigin
  /** First and last day on which it holds, YYYY-MM-DD; judged against the day of the law. */
  readonly holds?: { readonly from?: string; readonly to?: string }
  check(context: Context): Iterable<Finding>
}

type Slot<Template> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Slot<Rest>
  : never

type RemarkOf<M extends Messages> = {
  [Id in keyof M & string]: Omit<Remark, 'data'> & { readonly message: Id } & DataFor<Slot<M[Id]>>
}[keyof M & string]

type DataFor<Name extends string> = [Name] extends [never]
  ? { readonly data?: undefined }
  : { readonly data: Readonly<Record<Name, string | number>> }

type FindingOf<M extends Messages> = RemarkOf<M> &
  Omit<Finding, keyof Remark | 'related'> & { readonly related?: readonly RemarkOf<M>[] }

interface TypedRule<M extends Messages> extends Omit<Rule, 'check'> {
  readonly messages: M
  check(context: Context): Iterable<FindingOf<M>>
}

/** Type-checks every message id and slot a rule uses, then forgets the types. */
export function defineRule<const M extends Messages>(rule: TypedRule<M>): Rule {
  return rule as unknown as Rule
}

/** The family of a rule is the first word of its id: `cite`, `num`, `deadline` … */
export function familyOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('-')))
}
