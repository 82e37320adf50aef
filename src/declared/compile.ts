import type { Catalogue } from '../catalogue/catalogue.ts'
import type { PackOrigin, Rule } from '../rule/rule.ts'
import { agencyOf } from '../rule/title-agency.ts'
import { checkColumns } from './column.ts'
import { checkDocument, checkParts } from './document.ts'
import { messageId } from './finding.ts'
import { type Declaration, type Requirement, type RulePack, scopeOf } from './pack.ts'

const CHECKS = { column: checkColumns, part: checkParts, document: checkDocument } as const

/** The rules of a pack, which are rules like any other. */
export function rulesOf(pack: RulePack): readonly Rule[] {
  const { name, issuer, version } = pack
  return pack.rules.map((declared) => ruleOf(declared, { name, issuer, version }))
}

function ruleOf(declared: Declaration, pack: PackOrigin): Rule {
  const { id, title, severity, certainty, on, basis, why, how, examples, fix, from, to } = declared
  return {
    id,
    title,
    severity,
    certainty,
    kinds: on.kinds,
    fix,
    basis,
    why,
    how,
    messages: messagesOf(declared),
    examples,
    pack,
    ...((from !== undefined || to !== undefined) && {
      holds: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    }),
    *check(context) {
      if (!holdsOn(declared, context.asOf) || !isOfAgency(declared, context.catalogue)) return
      yield* CHECKS[scopeOf(on)](declared, context)
    },
  }
}

function messagesOf({ requirements, messages }: Declaration): Rule['messages'] {
  return Object.fromEntries(
    requirements.flatMap((requirement) => {
      const text = messages[requirement.kind] ?? ''
      return partsOfRequirement(requirement).map((of) => [messageId(requirement, of), text])
    }),
  )
}

function partsOfRequirement(requirement: Requirement): readonly (string | undefined)[] {
  if (requirement.kind === 'mentions') return requirement.words.map(({ told }) => told)
  if (requirement.kind === 'exists') return requirement.items.map(({ name }) => name)
  return [undefined]
}

function holdsOn({ from, to }: Declaration, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to)
}

/** Whether a document is of an agency that was selected; one that nobody knows is not. */
function isOfAgency({ on }: Declaration, catalogue: Catalogue): boolean {
  const { agencies, notAgencies, levels } = on
  if (agencies.length + notAgencies.length + levels.length === 0) return true
  const agency = agencyOf(catalogue)
  if (agency === undefined) return false
  const { name, level } = agency
  if (levels.length > 0 && (level === undefined || !levels.includes(level))) return false
  if (agencies.length > 0 && !agencies.some((pattern) => pattern.test(name))) return false
  return !notAgencies.some((pattern) => pattern.test(name))
}
