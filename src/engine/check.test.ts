import { describe, expect, test } from 'vitest'
import { Authorities } from '../authority/registry.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { recognise } from '../catalogue/recognise.ts'
import type { Kind } from '../catalogue/role.ts'
import { readDocument } from '../readers/choose.ts'
import { defineRule, type Rule } from '../rule/rule.ts'
import { check, say } from './check.ts'
import type { ActiveRule } from './settings.ts'

const SOURCE =
  '序号\t公开事项\t公开内容\t公开时限\n1\t机构职能\t内设机构\t信息形成之日起30个工作日内\n2\t人事\t任免信息\t及时\n'

describe('which rules are asked', () => {
  test.each<[string, Kind[], number]>([
    ['a rule for catalogues', ['catalogue'], 1],
    ['a rule for catalogues and ledgers', ['ledger', 'catalogue'], 1],
    ['not a rule for ledgers', ['ledger'], 0],
    ['not a rule for reports and standard catalogues', ['annual-report', 'domain-catalogue'], 0],
  ])('%s', async (_name, kinds, found) => {
    expect(
      await checked([{ rule: { ...reporting('deadline-vague', '及时'), kinds: kinds as [Kind] } }]),
    ).toHaveLength(found)
  })

  test('of every catalogue of a document, with the others at hand', async () => {
    const siblings: number[] = []
    const rule: Rule = {
      ...reporting('deadline-vague', '及时'),
      check(context) {
        siblings.push(context.siblings.indexOf(context.catalogue), context.siblings.length)
        return []
      },
    }
    await checked([{ rule }], `${SOURCE}\n续表\n\n${SOURCE}`)
    expect(siblings).toEqual([0, 2, 1, 2])
  })
})

describe('the severity of a finding', () => {
  const rule = reporting('deadline-vague', '及时')
  const doubting: Rule = {
    ...rule,
    *check(context) {
      for (const finding of rule.check(context)) yield { ...finding, severity: 'info' }
    },
  }

  test.each<[string, ActiveRule, string | undefined]>([
    ['is left to the rule', { rule }, undefined],
    ['may be its own', { rule: doubting }, 'info'],
    ['is what was chosen', { rule, severity: 'error' }, 'error'],
    ['is what was chosen, whatever it says itself', { rule: doubting, severity: 'error' }, 'error'],
  ])('%s', async (_name, active, severity) => {
    const [found] = await checked([active])
    expect(found?.finding.severity).toBe(severity)
  })
})

describe('one root cause is one finding', () => {
  const LONG = reporting('deadline-too-long', '30个工作日内')
  const UNIT = reporting('deadline-unit', '工作日')
  const FORMED = reporting('deadline-anchor', '信息形成')
  const VAGUE = reporting('deadline-vague', '及时')
  const WHOLE = reporting('deadline-unclear', '')

  test.each<[string, Rule, string[], Rule, string[]]>([
    ['the same characters', LONG, ['deadline-unit'], UNIT, ['deadline-too-long']],
    ['some of the same', UNIT, ['deadline-too-long'], LONG, ['deadline-unit']],
    [
      'a whole cell against a part',
      WHOLE,
      ['deadline-unit'],
      UNIT,
      ['deadline-unclear', 'deadline-unclear'],
    ],
    [
      'a part against a whole cell',
      LONG,
      ['deadline-unclear'],
      WHOLE,
      ['deadline-too-long', 'deadline-unclear'],
    ],
    [
      'other characters of the cell',
      FORMED,
      ['deadline-unit'],
      UNIT,
      ['deadline-anchor', 'deadline-unit'],
    ],
    ['another cell', VAGUE, ['deadline-unit'], UNIT, ['deadline-unit', 'deadline-vague']],
    ['another rule', LONG, ['deadline-vague'], UNIT, ['deadline-too-long', 'deadline-unit']],
    ['nothing superseded', LONG, [], UNIT, ['deadline-too-long', 'deadline-unit']],
  ])('%s', async (_name, rule, supersedes, other, expected) => {
    const superior = { rule: { ...rule, supersedes } }
    for (const rules of [
      [superior, { rule: other }],
      [{ rule: other }, superior],
    ]) {
      const ids = (await checked(rules)).map(({ rule: { id } }) => id)
      expect(ids.toSorted()).toEqual(expected)
    }
  })
})

describe('what a rule says', () => {
  const { messages, ...rest } = reporting('deadline-vague', '及时')
  const rule: Rule = {
    ...rest,
    messages: { ...messages, two: '“{actual}”应当为“{expected}”，“{actual}”不合规定。' },
  }

  test.each<[string, string, Record<string, string | number>, string]>([
    ['a sentence without slots', 'found', {}, '公开时限不明确，应当写明。'],
    ['slots', 'two', { actual: '及时', expected: 20 }, '“及时”应当为“20”，“及时”不合规定。'],
    [
      'what looks like a slot',
      'two',
      { actual: '{expected}', expected: '$&' },
      '“{expected}”应当为“$&”，“{expected}”不合规定。',
    ],
    [
      'controls shown',
      'two',
      { actual: '\u001b[31m', expected: '甲\n乙' },
      '“‹U+001B›[31m”应当为“甲⏎乙”，“‹U+001B›[31m”不合规定。',
    ],
  ])('%s', (_name, message, data, sentence) => {
    expect(say(rule, message, data)).toBe(sentence)
  })

  test('a long quotation is cut', () => {
    const said = say(rule, 'two', { actual: '长'.repeat(120), expected: '长'.repeat(121) })
    expect(said).toContain(`“${'长'.repeat(120)}”应当为“${'长'.repeat(120)}…”`)
  })

  test.each<[string, string, Record<string, string> | undefined, string]>([
    ['a sentence that is missing', 'none', {}, 'deadline-vague: no message none'],
    ['a slot that is missing', 'two', { actual: '及时' }, 'deadline-vague: no expected for two'],
    ['no data at all', 'two', undefined, 'deadline-vague: no actual for two'],
  ])('throws for %s', (_name, message, data, told) => {
    expect(() => say(rule, message, data)).toThrow(told)
  })
})

async function checked(rules: readonly ActiveRule[], source = SOURCE) {
  const bytes = new TextEncoder().encode(source)
  const { catalogues } = recognise(await readDocument({ name: '目录.tsv', bytes }))
  const settings = { rules, authorities: Authorities.of([]), today: '2026-11-21' }
  return check(catalogues, settings, { asOf: settings.today, written: undefined })
}

/** A rule that reports a word in the deadlines; every whole cell, when there is no word. */
function reporting(id: string, word: string): Rule {
  return defineRule({
    id,
    title: '公开时限不明确',
    severity: 'warning',
    certainty: 'certain',
    kinds: ['catalogue'],
    fix: 'none',
    basis: [{ source: '中华人民共和国政府信息公开条例', article: '第二十六条', gist: '' }],
    why: '',
    how: '',
    messages: { found: '公开时限不明确，应当写明。' },
    examples: { good: [], bad: [] },
    *check({ catalogue }: { catalogue: Catalogue }) {
      for (const passage of catalogue.cells('deadline')) {
        const start = passage.text.indexOf(word)
        if (start === -1) continue
        const span = { start, end: start + word.length }
        yield { message: 'found', at: word === '' ? { passage } : { passage, span } }
      }
    },
  })
}
