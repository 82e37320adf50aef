import type { ActiveRule } from '../engine/settings.ts'
import { familyOf, type Rule, SEVERITIES, type Severity } from '../rule/rule.ts'
import { nearest } from '../text/distance.ts'
import { excerpt } from '../text/printable.ts'
import { suggest } from './arguments.ts'
import { UsageError } from './exit-code.ts'

/** What the command line says about rules. */
export interface Selection {
  readonly only: readonly string[]
  readonly skip: readonly string[]
  /** `<id>=<severity>`, later ones win. */
  readonly changes: readonly string[]
}

/** What settings files say about a rule or a family, in order. */
interface Change {
  readonly name: string
  readonly severity: Severity | 'off'
  fault(message: string): Error
}

/**
 * The rules that are switched on; those that are opt-in only when they are named. The selection may
 * also name rules that only other files are judged by. Throws {@link UsageError} for a name that no
 * rule has.
 */
export function selectRules(
  rules: readonly Rule[],
  selection: Selection,
  settings: readonly Change[] = [],
  elsewhere: readonly Rule[] = [],
): readonly ActiveRule[] {
  const names = namesOf(rules)
  const all = [...rules, ...elsewhere]
  const selectable = elsewhere.length === 0 ? names : namesOf(all)
  const only = readNames('--only', selection.only, selectable)
  const skip = readNames('--skip', selection.skip, selectable)
  const severities = new Map([
    ...configured(rules, settings, names),
    ...selection.changes.map((change) => readChange(change, all)),
  ])
  const isIn = (list: ReadonlySet<string>, id: string) => list.has(id) || list.has(familyOf(id))
  return rules
    .filter(({ id }) => (only.size === 0 || isIn(only, id)) && !isIn(skip, id))
    .filter(({ id, isOptIn }) => !isOptIn || isIn(only, id) || severities.has(id))
    .filter(({ id }) => severities.get(id) !== 'off')
    .map((rule) => {
      const severity = severities.get(rule.id)
      return severity === undefined || severity === 'off' ? { rule } : { rule, severity }
    })
}

function namesOf(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.flatMap(({ id }) => [id, familyOf(id)]))
}

/** The severities that settings files give; a family does not switch on what is opt-in. */
function configured(
  rules: readonly Rule[],
  settings: readonly Change[],
  names: ReadonlySet<string>,
): ReadonlyMap<string, Severity | 'off'> {
  const severities = new Map<string, Severity | 'off'>()
  for (const { name, severity, fault } of settings) {
    if (!names.has(name)) {
      const near = nearest(name, names)
      const hint = near === undefined ? '，用 mulint rules 查看全部规则' : `，是否指 ${near}？`
      throw fault(`rules 里没有规则或者规则族“${excerpt(name, 50)}”${hint}`)
    }
    for (const { id, isOptIn } of rules) {
      if (id === name || (familyOf(id) === name && !isOptIn)) severities.set(id, severity)
    }
  }
  return severities
}

function readNames(
  option: string,
  given: readonly string[],
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const list = given.flatMap((text) => text.split(',')).map((name) => name.trim())
  for (const name of list) {
    if (!names.has(name)) throw unknownRule(option, name, names)
  }
  return new Set(list)
}

function readChange(change: string, rules: readonly Rule[]): readonly [string, Severity | 'off'] {
  const [id = '', ...rest] = change.split('=')
  const severity = rest.join('=')
  const ids = rules.map((rule) => rule.id)
  if (!ids.includes(id)) throw unknownRule('--rule', id, ids)
  const choices = ['off', ...SEVERITIES]
  if (!choices.includes(severity)) {
    const told =
      severity === '' ? `--rule ${id} 缺少级别` : `--rule ${id} 的级别不能是“${severity}”`
    throw new UsageError(`${told}${suggest(nearest(severity, choices), choices)}`)
  }
  return [id, severity as Severity | 'off']
}

function unknownRule(option: string, name: string, names: Iterable<string>): UsageError {
  const near = nearest(name, names)
  const hint = near === undefined ? '，用 mulint rules 查看全部规则' : `，是否指 ${near}？`
  return new UsageError(`${option}：没有规则“${name}”${hint}`)
}
