import { INPUT_FINDINGS } from '../engine/result.ts'
import { WAIVER_FINDINGS } from '../engine/waiver.ts'
import { type Certainty, familyOf, type Rule, type Severity } from '../rule/rule.ts'

/** What a report tells of a rule: enough to act on a finding without mulint at hand. */
export interface RuleFacts {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly certainty: Certainty
  /** Its family and the kinds of documents it is asked about. */
  readonly tags: readonly string[]
  readonly why?: string
  readonly how?: string
  /** The clauses it rests on, one line each. */
  readonly basis: readonly string[]
}

/** Facts on every rule that was asked and on every other one that findings name, in order of id. */
export function ruleFacts(rules: readonly Rule[], named: Iterable<string>): readonly RuleFacts[] {
  const known = new Map(rules.map((rule) => [rule.id, factsOf(rule)]))
  const others = [...new Set(named)].filter((id) => !known.has(id)).map(factsOfOther)
  return [...known.values(), ...others].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function factsOf({ id, title, severity, certainty, kinds, why, how, basis }: Rule): RuleFacts {
  return {
    id,
    title,
    severity,
    certainty,
    tags: [...new Set([familyOf(id), ...kinds])],
    why,
    how,
    basis: basis.map(({ source, article, gist }) => `${named(source)}${article}：${gist}`),
  }
}

const OTHER_FINDINGS: Readonly<Record<string, { title: string; why: string; how: string }>> = {
  ...INPUT_FINDINGS,
  ...WAIVER_FINDINGS,
}

/** What is about a file as a whole or about a waiver belongs to no rule. */
function factsOfOther(id: string): RuleFacts {
  const facts = { id, severity: 'error', certainty: 'certain', tags: [familyOf(id)] } as const
  const told = Object.hasOwn(OTHER_FINDINGS, id) ? OTHER_FINDINGS[id] : undefined
  return { ...facts, title: id, basis: [], ...told }
}

/** Standards are called by their number, everything else by its title. */
function named(source: string): string {
  return /^(?:GB|DB)/u.test(source) ? source : `《${source}》`
}
