import type { YearFigures } from '../annual/years.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Data, Finding, Rule } from '../rule/rule.ts'
import { realPlace } from '../table/mended.ts'
import type { Passage } from '../table/model.ts'
import { excerpt, printable } from '../text/printable.ts'
import { overlaps, type Span } from '../text/span.ts'
import type { Settings } from './settings.ts'

/** A finding with the rule and the catalogue that it belongs to. */
export interface RuleFinding {
  readonly rule: Rule
  readonly finding: Finding
  readonly catalogue: Catalogue
}

/** The days that decide which law a document is held to, and what is known from elsewhere. */
export interface Circumstances {
  readonly asOf: string
  readonly written: string | undefined
  readonly lastYear?: YearFigures
}

/** Asks every active rule about every catalogue of a document. */
export function check(
  catalogues: readonly Catalogue[],
  settings: Settings,
  circumstances: Circumstances,
): RuleFinding[] {
  const found: RuleFinding[] = []
  for (const catalogue of catalogues) {
    for (const { rule, severity } of settings.rules) {
      if (!rule.kinds.includes(catalogue.kind)) continue
      if (catalogue.refusal !== undefined && rule.asksOfRefused !== true) continue
      const context = {
        catalogue,
        siblings: catalogues,
        authorities: settings.authorities,
        ...(settings.lawbook && { lawbook: settings.lawbook }),
        ...(settings.dictionary && { dictionary: settings.dictionary }),
        ...(settings.profile && { profile: settings.profile }),
        ...circumstances,
      }
      for (const finding of rule.check(context)) {
        found.push({ rule, catalogue, finding: severity ? { ...finding, severity } : finding })
      }
    }
  }
  return withoutSuperseded(found)
}

/** One root cause, one finding: a superseded rule is silent about characters its superior named. */
function withoutSuperseded(found: RuleFinding[]): RuleFinding[] {
  const superior = found.filter(({ rule }) => rule.supersedes !== undefined)
  if (superior.length === 0) return found
  const spoken = new Map<Passage, { span: Span; supersedes: readonly string[] }[]>()
  for (const { rule, finding } of superior) {
    const { passage, span } = spokenOf(finding)
    const said = { span, supersedes: rule.supersedes ?? [] }
    const list = spoken.get(passage)
    if (list === undefined) spoken.set(passage, [said])
    else list.push(said)
  }
  return found.filter(({ rule, finding }) => {
    const { passage, span } = spokenOf(finding)
    return !spoken
      .get(passage)
      ?.some((said) => said.supersedes.includes(rule.id) && overlaps(said.span, span))
  })
}

/** The characters that a finding speaks about. */
function spokenOf({ at }: Finding): { readonly passage: Passage; readonly span: Span } {
  const { passage, span } = realPlace(at)
  return { passage, span: span ?? { start: 0, end: passage.text.length } }
}

/** What a sentence quotes of a document is no longer than this. */
const QUOTE_LENGTH = 120

/**
 * A rule's sentence with its slots filled, safe to print. Throws when the sentence or a slot is
 * missing.
 */
export function say(rule: Rule, message: string, data: Data | undefined): string {
  const template = rule.messages[message]
  if (template === undefined) throw new Error(`${rule.id}: no message ${message}`)
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = data?.[name]
    if (value === undefined) throw new Error(`${rule.id}: no ${name} for ${message}`)
    return excerpt(printable(String(value)), QUOTE_LENGTH)
  })
}
