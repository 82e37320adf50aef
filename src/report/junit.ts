import type { Diagnostic } from '../engine/diagnostic.ts'
import type { FileResult, RunResult } from '../engine/result.ts'
import type { Rule } from '../rule/rule.ts'
import { printable } from '../text/printable.ts'
import { placeName, placeWords } from './place.ts'
import { attributes, escapeXml } from './xml.ts'

/** What one rule said about one file. */
interface Case {
  readonly rule: string
  readonly title: string
  readonly found: readonly Diagnostic[]
}

/**
 * The report as JUnit writes it: a suite for each file and a case for each rule that was asked
 * about it, so that what is in order is seen to be. Errors and warnings fail a case, infos stand
 * beside it, and a file that could not be read is an error.
 */
export function renderJunit(run: RunResult, rules: readonly Rule[]): string {
  const suites = run.files.map((file) => ({ file, cases: casesOf(file, rules) }))
  const count = (of: (file: FileResult, cases: readonly Case[]) => number) =>
    suites.reduce((sum, { file, cases }) => sum + of(file, cases), 0)
  const total = {
    name: 'mulint',
    tests: count((_, cases) => cases.length),
    failures: count(failures),
    errors: count(errors),
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes(total)}>`,
    ...suites.flatMap(({ file, cases }) => suiteOf(file, cases)),
    '</testsuites>',
    '',
  ].join('\n')
}

function casesOf(file: FileResult, rules: readonly Rule[]): readonly Case[] {
  const asked = rules.filter(({ kinds }) => file.kind !== undefined && kinds.includes(file.kind))
  const titles = new Map(asked.map(({ id, title }) => [id, title]))
  for (const { rule } of file.diagnostics) if (!titles.has(rule)) titles.set(rule, '')
  if (titles.size === 0) titles.set('mulint', '')
  return [...titles].map(([rule, title]) => ({
    rule,
    title,
    found: file.diagnostics.filter((one) => one.rule === rule),
  }))
}

function isFailed({ found }: Case): boolean {
  return found.some(({ severity }) => severity !== 'info')
}

function failures({ status }: FileResult, cases: readonly Case[]): number {
  return status === 'unreadable' ? 0 : cases.filter(isFailed).length
}

function errors({ status }: FileResult, cases: readonly Case[]): number {
  return status === 'unreadable' ? cases.filter(isFailed).length : 0
}

function suiteOf(file: FileResult, cases: readonly Case[]): readonly string[] {
  const name = printable(file.path)
  const counts = {
    name,
    tests: cases.length,
    failures: failures(file, cases),
    errors: errors(file, cases),
  }
  return [
    `  <testsuite${attributes(counts)}>`,
    ...cases.flatMap((one) => caseOf(one, name, file.status === 'unreadable')),
    '  </testsuite>',
  ]
}

function caseOf(one: Case, classname: string, isUnreadable: boolean): readonly string[] {
  const { rule, title, found } = one
  const open = `    <testcase${attributes({ classname, name: `${rule} ${title}`.trimEnd() })}`
  const [first] = found
  if (first === undefined) return [`${open}/>`]
  const text = escapeXml(found.map(lineOf).join('\n'))
  const inside = isFailed(one)
    ? failure(isUnreadable ? 'error' : 'failure', found, text)
    : `<system-out>${text}</system-out>`
  return [`${open}>`, `      ${inside}`, '    </testcase>']
}

function failure(element: string, found: readonly Diagnostic[], text: string): string {
  const worst = found.find(({ severity }) => severity === 'error') ?? found[0]
  const values = { type: worst?.severity, message: worst && sentenceOf(worst) }
  return `<${element}${attributes(values)}>${text}</${element}>`
}

function lineOf(diagnostic: Diagnostic): string {
  const { location } = diagnostic
  const at = location.line === undefined ? '' : `${placeName(location)} `
  return `${at}${sentenceOf(diagnostic)}`
}

function sentenceOf({ location, message }: Diagnostic): string {
  return `${placeWords(location)}${message}`
}
