import type { ItemType, Limit, Profile } from '../authority/item-type.ts'
import { isGeneral, type Judgement, judge } from '../authority/limit.ts'
import type { Authorities } from '../authority/registry.ts'
import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { askewEntries } from '../catalogue/gaps.ts'
import { type DeadlineClause, findDeadlines } from '../grammar/deadline.ts'
import type { Cell } from '../table/model.ts'
import { type Item, itemsOf, profileOf, sharesWord } from './items.ts'
import { inMarks } from './titles.ts'

/** What came of holding a deadline to the limit of one item's type, and the clause that decided. */
export type Outcome =
  | { readonly kind: 'within' | 'unknown' }
  | { readonly kind: 'refused' | 'vague' | 'remark'; readonly clause: DeadlineClause }
  | {
      readonly kind: 'over'
      readonly clause: DeadlineClause
      readonly limit: Limit
      readonly isUsual: boolean
    }

export interface JudgedItem {
  readonly item: Item
  readonly profile: Profile
  readonly outcome: Outcome
}

/** A cell of 公开时限 with all that it speaks for. */
export interface JudgedDeadline {
  readonly cell: Cell
  /** The lines that it speaks for, without those whose cells stand in the wrong columns. */
  readonly entries: readonly [Entry, ...Entry[]]
  readonly clauses: readonly DeadlineClause[]
  /** Each type once, as the first line that is of it tells it. */
  readonly items: readonly JudgedItem[]
}

const known = new WeakMap<
  Catalogue,
  { readonly authorities: Authorities; readonly judged: readonly JudgedDeadline[] }
>()

/** Every deadline of a catalogue held to what the law allows for its items. */
export function judgedDeadlines(
  catalogue: Catalogue,
  authorities: Authorities,
): readonly JudgedDeadline[] {
  const found = known.get(catalogue)
  if (found?.authorities === authorities) return found.judged
  const judged = [...judgeAll(catalogue, authorities)]
  known.set(catalogue, { authorities, judged })
  return judged
}

function* judgeAll(catalogue: Catalogue, authorities: Authorities): Iterable<JudgedDeadline> {
  const askew = askewEntries(catalogue)
  // Catalogues repeat a few deadlines hundreds of times.
  const read = new Map<string, readonly DeadlineClause[]>()
  for (const [cell, all] of catalogue.groups('deadline')) {
    const [first, ...others] = all.filter((entry) => !askew.has(entry))
    if (first === undefined) continue
    const entries = [first, ...others] as const
    const clauses = read.get(cell.text) ?? findDeadlines(cell.text)
    read.set(cell.text, clauses)
    const items: JudgedItem[] = []
    for (const entry of entries) {
      const profile = profileOf(entry, catalogue)
      for (const item of itemsOf(entry, authorities.itemTypes)) {
        if (items.some((other) => other.item.type === item.type)) continue
        items.push({ item, profile, outcome: outcomeOf(item, clauses) })
      }
    }
    yield { cell, entries, clauses, items }
  }
}

/**
 * One clause that keeps the limit is enough where a cell holds several, for it may be the one that
 * is meant; but nothing longer than the general limit is meant by anybody.
 */
function outcomeOf(item: Item, clauses: readonly DeadlineClause[]): Outcome {
  const { type } = item
  const judged = clauses.map((clause) => ({ clause, judgement: judge(clause, type, item) }))
  const broken = judged.find(
    ({ clause, judgement }) => BREACHES.has(judgement.kind) && isAbout(clause, item),
  )
  const isKept = judged.some(({ judgement }) => judgement.kind === 'within')
  if (broken !== undefined && (isGeneral(type) || !isKept)) {
    // What is only inferred is not told what form it must have.
    const isInferred = item.by === 'above' && broken.judgement.kind === 'refused'
    return isInferred ? { kind: 'unknown' } : told(broken)
  }
  if (isKept) return { kind: 'within' }
  const weak = judged.find(({ judgement: { kind } }) => kind === 'vague' || kind === 'remark')
  const others = judged.filter(({ judgement: { kind } }) => kind === 'unknown')
  return weak !== undefined && others.length === 0 ? told(weak) : { kind: 'unknown' }
}

const BREACHES: ReadonlySet<Judgement['kind']> = new Set(['over', 'refused'])

function told({ clause, judgement }: { clause: DeadlineClause; judgement: Judgement }): Outcome {
  switch (judgement.kind) {
    case 'over':
      return { ...judgement, clause }
    case 'refused':
    case 'vague':
    case 'remark':
      return { kind: judgement.kind, clause }
    default:
      return { kind: judgement.kind }
  }
}

/** Whether a clause speaks about an item: one with a label does where the label has words of it. */
function isAbout({ label }: DeadlineClause, { name, type, by }: Item): boolean {
  if (label === undefined || by === 'none') return true
  if (/^其[他它余]|^除/u.test(label.text)) return !sharesWord(label.text, name + type.name)
  return sharesWord(label.text, name + type.name)
}

/** The clause of the law that a type's limit rests on: 《预算法》第十四条第二款. */
export function basisText({ basis: [first] }: ItemType): string {
  const { source, number, article } = first
  const named = inMarks(source)
  return `${named}${number === undefined || !/〔/u.test(number) ? '' : `（${number}）`}${article}`
}
