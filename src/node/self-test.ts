import type { Lawbook } from '../authority/lawbook.ts'
import type { Authorities } from '../authority/registry.ts'
import { lint } from '../engine/lint.ts'
import { readDocument } from '../readers/choose.ts'
import { outdent, unmark } from '../rule/example.ts'
import type { BadExample, Rule } from '../rule/rule.ts'
import type { Document } from '../table/model.ts'

/** What examples are judged with. */
export interface SelfTestSettings {
  readonly authorities: Authorities
  readonly lawbook?: Lawbook
}

/** A rule that says nothing about any of its own bad examples, or breaks on them. */
export interface SelfTestFault {
  readonly rule: string
  /** One Chinese sentence without 。 */
  readonly reason: string
}

/** The day that the examples were written for, YYYY-MM-DD. */
const EXAMPLES_DAY = '2026-11-21'

/** Asks every rule about its own bad examples; each must fire on one. Returns those that do not. */
export async function selfTest(
  rules: readonly Rule[],
  settings: SelfTestSettings,
): Promise<readonly SelfTestFault[]> {
  const faults: SelfTestFault[] = []
  for (const rule of rules) {
    try {
      if (!(await firesOnSome(rule, settings))) {
        faults.push({ rule: rule.id, reason: '自己的反例一个也没有报' })
      }
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error)
      faults.push({ rule: rule.id, reason: `检查自己的反例时出错（${told}）` })
    }
  }
  return faults
}

async function firesOnSome(rule: Rule, settings: SelfTestSettings): Promise<boolean> {
  for (const example of rule.examples.bad) if (await fires(rule, example, settings)) return true
  return false
}

async function fires(
  rule: Rule,
  { table, format = 'md', kind = rule.kinds[0], lastYear }: BadExample,
  shared: SelfTestSettings,
): Promise<boolean> {
  const settings = { ...shared, rules: [{ rule }], kind, today: EXAMPLES_DAY }
  const document = await read(unmark(outdent(table)).source, format)
  const before =
    lastYear === undefined ? undefined : lint(await read(outdent(lastYear), 'md'), settings).figures
  return lint(document, settings, before).diagnostics.length > 0
}

function read(text: string, format: string): Promise<Document> {
  return readDocument({ name: `example.${format}`, bytes: new TextEncoder().encode(text) })
}
