import { rules } from '../../rules/index.ts'
import type { ActiveRule } from '../engine/settings.ts'
import type { Rule } from '../rule/rule.ts'

/** The rules that were asked, with the reasons that the script of every check leaves out. */
export function toldRules(active: readonly ActiveRule[]): readonly Rule[] {
  const whole = new Map(rules.map((rule) => [rule.id, rule]))
  return active.map(({ rule }) => whole.get(rule.id) ?? rule)
}
