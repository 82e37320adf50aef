import { describe, expect, test } from 'vitest'
import type { Rule } from '../rule/rule.ts'
import { defineRule } from '../rule/rule.ts'
import { UsageError } from './exit-code.ts'
import { type Selection, selectRules } from './selection.ts'

const RULES = ['cite-outdated', 'cite-number-malformed', 'num-seq-gap', 'deadline-missing'].map(
  rule,
)

describe('the rules that are switched on', () => {
  test.each<[string, Partial<Selection>, string[]]>([
    ['all', {}, ['cite-outdated', 'cite-number-malformed', 'num-seq-gap', 'deadline-missing']],
    ['only one', { only: ['num-seq-gap'] }, ['num-seq-gap']],
    ['only a family', { only: ['cite'] }, ['cite-outdated', 'cite-number-malformed']],
    ['only several', { only: ['num, deadline-missing'] }, ['num-seq-gap', 'deadline-missing']],
    ['given more than once', { only: ['num', 'deadline'] }, ['num-seq-gap', 'deadline-missing']],
    [
      'without one',
      { skip: ['num-seq-gap'] },
      ['cite-outdated', 'cite-number-malformed', 'deadline-missing'],
    ],
    ['without a family', { skip: ['cite,num'] }, ['deadline-missing']],
    [
      'a family without one',
      { only: ['cite'], skip: ['cite-outdated'] },
      ['cite-number-malformed'],
    ],
    [
      'one turned off',
      { only: ['cite'], changes: ['cite-outdated=off'] },
      ['cite-number-malformed'],
    ],
    ['all skipped', { skip: ['cite,num,deadline'] }, []],
  ])('%s', (_name, selection, ids) => {
    expect(select(selection).map(({ rule }) => rule.id)).toEqual(ids)
  })

  test.each<[string, Partial<Selection>, boolean]>([
    ['not by itself', {}, false],
    ['not by a family that is skipped', { skip: ['num'] }, false],
    ['named', { only: ['complete-profile-item'] }, true],
    ['its family named', { only: ['complete'] }, true],
    ['given a severity', { changes: ['complete-profile-item=info'] }, true],
    ['turned off', { changes: ['complete-profile-item=off'] }, false],
    ['named and skipped', { only: ['complete'], skip: ['complete-profile-item'] }, false],
  ])('a rule that one must ask for: %s', (_name, chosen, isOn) => {
    const optIn = { ...rule('complete-profile-item'), isOptIn: true } as const
    const given = { only: [], skip: [], changes: [], ...chosen }
    expect(selectRules([...RULES, optIn], given).some((one) => one.rule === optIn)).toBe(isOn)
  })

  test.each<[string, string[], string | undefined]>([
    ['none', [], undefined],
    ['a severity', ['num-seq-gap=info'], 'info'],
    ['the last of several', ['num-seq-gap=info', 'num-seq-gap=error'], 'error'],
    ['on again', ['num-seq-gap=off', 'num-seq-gap=warning'], 'warning'],
    ['of another rule', ['cite-outdated=error'], undefined],
  ])('severity: %s', (_name, changes, severity) => {
    const active = select({ changes }).find(({ rule }) => rule.id === 'num-seq-gap')
    expect(active).toBeDefined()
    expect(active?.severity).toBe(severity)
  })
})

describe('names that no rule has', () => {
  test.each<[string, Partial<Selection>, string]>([
    ['misspelt', { only: ['num-seq-gpa'] }, '--only：没有规则“num-seq-gpa”，是否指 num-seq-gap？'],
    ['a misspelt family', { skip: ['ctie'] }, '--skip：没有规则“ctie”，是否指 cite？'],
    [
      'unknown',
      { only: ['table-of-contents'] },
      '--only：没有规则“table-of-contents”，用 mulint rules 查看全部规则',
    ],
    ['half a name', { only: ['num-seq'] }, '--only：没有规则“num-seq”'],
    ['nothing between commas', { only: ['num,,cite'] }, '--only：没有规则“”'],
    [
      'changed',
      { changes: ['num-seq-gpa=off'] },
      '--rule：没有规则“num-seq-gpa”，是否指 num-seq-gap？',
    ],
    ['a family changed', { changes: ['cite=off'] }, '--rule：没有规则“cite”'],
    [
      'a misspelt severity',
      { changes: ['num-seq-gap=eror'] },
      '--rule num-seq-gap 的级别不能是“eror”，是否指 error？',
    ],
    [
      'an unknown severity',
      { changes: ['num-seq-gap=critical'] },
      '级别不能是“critical”，可以是 off、error、warning、info',
    ],
    [
      'no severity',
      { changes: ['num-seq-gap'] },
      '--rule num-seq-gap 缺少级别，可以是 off、error、warning、info',
    ],
    [
      'two severities',
      { changes: ['num-seq-gap=off=info'] },
      '--rule num-seq-gap 的级别不能是“off=info”',
    ],
  ])('%s', (_name, selection, message) => {
    expect(() => select(selection)).toThrow(UsageError)
    expect(() => select(selection)).toThrow(message)
  })
})

function select(selection: Partial<Selection>) {
  return selectRules(RULES, { only: [], skip: [], changes: [], ...selection })
}

function rule(id: string): Rule {
  return defineRule({
    id,
    title: id,
    severity: 'warning',
    certainty: 'certain',
    kinds: ['catalogue'],
    fix: 'none',
    basis: [{ source: '中华人民共和国政府信息公开条例', article: '第二十条', gist: '' }],
    why: '',
    how: '',
    messages: {},
    examples: { good: [], bad: [] },
    check: () => [],
  })
}
