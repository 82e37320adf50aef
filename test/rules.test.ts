import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import type { Diagnostic } from '../src/engine/diagnostic.ts'
import { lint } from '../src/engine/lint.ts'
import { applyReplacements, plan } from '../src/fix/plan.ts'
import { findDocNumbers } from '../src/grammar/doc-number.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { openLawbook } from '../src/node/lawbook.ts'
import { readDocument } from '../src/readers/choose.ts'
import { outdent, unmark } from '../src/rule/example.ts'
import type { GoodExample, Rule } from '../src/rule/rule.ts'
import { sourceSpan } from '../src/table/locate.ts'
import type { Place } from '../src/table/model.ts'
import { replacementsOf } from '../src/writers/replacements.ts'

const authorities = loadAuthorities()
const lawbook = openLawbook('fixtures/lawbook')

describe.each(rules)('$id', (rule) => {
  test.each(rule.examples.good)('accepts: $name', async (example) => {
    const said = await check(rule, example, outdent(example.table))
    expect(said.map(({ message }) => message)).toEqual([])
  })

  test.each(rule.examples.bad)('reports: $name', async (example) => {
    const { source, marks, pointers } = unmark(outdent(example.table))
    const diagnostics = await check(rule, example, source)
    const said = diagnostics.flatMap(({ message, related }) => [
      message,
      ...related.map((remark) => remark.message),
    ])
    expect(said).toEqual(example.says)
    expect(diagnostics.map(({ at }) => spanOf(at, source))).toEqual(marks.map(snug(source)))
    expect(
      diagnostics.flatMap(({ related }) => related.map(({ at }) => spanOf(at, source))),
    ).toEqual(pointers.map(snug(source)))

    const output = mended(source, example.format, diagnostics)
    expect(output).toBe(example.fixed === undefined ? source : outdent(example.fixed))
    if (example.fixed !== undefined) expect(await check(rule, example, output)).toEqual([])
  })
})

describe('every rule', () => {
  test('has a file of its name, and every file is a rule', () => {
    const files = readdirSync('rules').filter((name) => !/^index\.ts$|\.test\.ts$/u.test(name))
    expect(rules.map(({ id }) => `${id}.ts`)).toEqual(files.sort())
  })

  test.each(rules)('$id is named thing-fault', ({ id }) => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/u)
  })

  test.each(rules)('$id says each of its sentences in some example', async (rule) => {
    const said = new Set<string>()
    for (const example of rule.examples.bad) {
      const found = await check(rule, example, unmark(outdent(example.table)).source)
      for (const { messageId } of found) said.add(messageId)
      for (const one of found.flatMap(({ related }) => related)) {
        for (const [id, template] of Object.entries(rule.messages)) {
          if (fills(template, one.message)) said.add(id)
        }
      }
    }
    expect(Object.keys(rule.messages).filter((id) => !said.has(id))).toEqual([])
  })

  test.each(rules)('$id offers no bolder fix than it says', async (rule) => {
    const offered = new Set<string>()
    for (const example of rule.examples.bad) {
      const found = await check(rule, example, unmark(outdent(example.table)).source)
      for (const { fix } of found) if (fix) offered.add(fix.safety)
    }
    const allowed = { none: [], suggested: ['suggested'], safe: ['safe', 'suggested'] }[rule.fix]
    expect([...offered].filter((safety) => !allowed.includes(safety as never))).toEqual([])
    if (rule.fix !== 'none') expect(offered).toContain(rule.fix)
  })

  test.each(rules)('$id says whole sentences of the right tone', ({ severity, messages }) => {
    for (const message of Object.values(messages)) {
      expect(message).toMatch(/。$/u)
      expect(message).not.toMatch(/(?<!申)请|您|非法|异常|可能有误|[,;:!?]/u)
      if (severity === 'info') expect(message).not.toContain('应当')
    }
  })

  test.each(rules)('$id rests on authorities that are known and in force', ({ basis }) => {
    for (const { source, article } of basis) {
      if (/^GB\/T /u.test(source)) continue
      const [authority, ...others] = authorities.byTitle(source)
      expect(others).toEqual([])
      expect(authority, source).toBeDefined()
      expect(authority?.status ?? '现行有效').toBe('现行有效')
      for (const number of findDocNumbers(article)) expect(authority?.number).toBe(number.text)
    }
  })

  test.each(rules)('$id has its page', ({ id }) => {
    expect(existsSync(`docs/rules/${id}.md`)).toBe(true)
  })
})

/** The example after all of its fixes. */
function mended(source: string, format: GoodExample['format'], diagnostics: readonly Diagnostic[]) {
  const fixes = diagnostics.flatMap(({ fix }) => (fix === undefined ? [] : { fix }))
  const edits = plan(fixes).taken.flatMap(({ fix }) => fix.edits)
  const text = { format: format ?? 'md', text: source } as const
  return applyReplacements(source, replacementsOf(text, edits))
}

async function check(
  rule: Rule,
  { format = 'md', kind = rule.kinds[0], lastYear }: GoodExample,
  source: string,
): Promise<readonly Diagnostic[]> {
  const document = await readDocument({ name: `example.${format}`, bytes: encode(source) })
  const settings = { rules: [{ rule }], authorities, lawbook, kind, today: '2026-11-21' }
  if (lastYear === undefined) return lint(document, settings).diagnostics
  const before = await readDocument({ name: '上年.md', bytes: encode(outdent(lastYear)) })
  return lint(document, settings, lint(before, settings).figures).diagnostics
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function spanOf(at: Place | undefined, source: string) {
  if (at === undefined) throw new Error('a rule spoke about no place')
  return snug(source)(sourceSpan(at))
}

/** Where nothing stands, any of the blanks of the cell will do. */
function snug(source: string) {
  return ({ start, end }: { start: number; end: number }) => {
    if (start !== end) return { start, end }
    let first = start
    while (/[ \t]/u.test(source[first - 1] ?? '')) first--
    return { start: first, end: first }
  }
}

/** Whether a sentence is a template with its slots filled. */
function fills(template: string, sentence: string): boolean {
  const pattern = template
    .split(/\{\w+\}/u)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('.+')
  return new RegExp(`^${pattern}$`, 'u').test(sentence)
}
