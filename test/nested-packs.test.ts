import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderOf, HEADER, LATE, mulint, row, TITLE } from './command.ts'

/** A folder of a repository with settings and rules of its own, and one without. */
const CATALOGUE = TITLE + HEADER + row(1, '公开指南') + row(2, '公开制度', LATE)
const RULE = 'jiaoyu-subject-abbreviated'
const TABLE = '| 公开事项 | 公开内容 | 公开时限 | 公开主体 |\\n| --- | --- | --- | --- |\\n'
const PACK = `
name: 教育系统规则
prefix: jiaoyu
issuer: 云岭市教育局
version: "1"
rules:
  - id: ${RULE}
    title: 公开主体没有写全称
    severity: warning
    on: { kinds: 主动公开事项目录, columns: 公开主体 }
    require: { pattern: ^云岭市 }
    message: 公开主体“{actual}”应当写全称。
    basis: { source: 教育系统公开办法, article: 第一条, gist: 写全称。 }
    why: 公众不知道是谁。
    how: 写全称。
    examples:
      good: { name: 全称, table: "${TABLE}| 指南 | 文本 | 及时 | 云岭市教育局 |" }
      bad:
        name: 简称
        table: "${TABLE}| 指南 | 文本 | 及时 | ⟦市局⟧ |"
        says: 公开主体“市局”应当写全称。
`

let folder = ''

beforeEach(() => {
  folder = folderOf({
    '目录.tsv': CATALOGUE,
    '教育/目录.tsv': CATALOGUE,
    '教育/规则.yaml': PACK,
    '教育/.mulintrc.json': '{ "packs": ["规则.yaml"] }',
  })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what nested settings know is waived from above', () => {
  const words = ['--rule', RULE, '--reason', '已请示']
  const { status, stdout, stderr } = mulint(folder, 'waive', '教育/目录.tsv', ...words)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^写入 教育\/目录\.mulint\.yaml：豁免 jiaoyu-/u)
  expect(status).toBe(0)
  const rules = found('.').map(({ rule }) => rule)
  expect(rules).not.toContain(RULE)
  expect(rules.filter((rule) => rule.startsWith('waiver-'))).toEqual([])
})

test('nothing is waived for a rule that nested settings switch off', () => {
  writeFileSync(join(folder, '教育/.mulintrc.json'), '{ "rules": { "deadline": "off" } }')
  const words = ['--rule', 'deadline-not-allowed', '--reason', '已请示']
  expect(mulint(folder, 'waive', '教育/目录.tsv', ...words)).toMatchObject({ status: 2 })
  expect(mulint(folder, 'waive', '目录.tsv', ...words)).toMatchObject({ status: 0 })
})

test.each(['nested settings', 'an override'])('a baseline keeps what %s no longer ask', (by) => {
  mulint(folder, 'baseline', '.')
  const rules = { 'deadline-not-allowed': 'off', [RULE]: 'off' }
  const said = by === 'an override' ? { overrides: [{ files: '目录.tsv', rules }] } : { rules }
  const config = JSON.stringify({ packs: ['规则.yaml'], ...said })
  writeFileSync(join(folder, '教育/.mulintrc.json'), config)
  const known = ['--baseline', 'mulint-baseline.json', '--fail-on-unpruned']
  expect(mulint(folder, '.', ...known)).toMatchObject({ status: 0, stderr: '' })
  expect(mulint(folder, 'baseline', '.').stdout).toContain('清掉0条')
})

test('a baseline keeps findings of nested packs where other rules are asked', () => {
  mulint(folder, 'baseline', '.')
  const known = ['--baseline', 'mulint-baseline.json', '--fail-on-unpruned']
  expect(mulint(folder, '.', '--only', 'cite', ...known)).toMatchObject({ status: 0, stderr: '' })
})

test('a rule of the working folder may be named where nested settings have no such rule', () => {
  writeFileSync(join(folder, '本级.yaml'), PACK.replaceAll('jiaoyu', 'benji'))
  writeFileSync(join(folder, '.mulintrc.json'), '{ "packs": ["本级.yaml"] }')
  const words = ['--rule', 'benji-subject-abbreviated=error', '--only', 'benji']
  // Both rows of the one file, and none of the other.
  expect(found('.', ...words).map(({ rule }) => rule)).toEqual([
    'benji-subject-abbreviated',
    'benji-subject-abbreviated',
  ])
})

test('a waiver that came along is idle only where its rule is asked', () => {
  const given = '- rule: deadline-not-allowed\n  file: 教育/*\n  reason: 已请示\n'
  writeFileSync(join(folder, '上级.yaml'), given)
  writeFileSync(join(folder, '教育/.mulintrc.json'), '{ "rules": { "deadline": "off" } }')
  expect(mulint(folder, '.', '--waivers', '上级.yaml').stderr).toBe('')
})

test('--print-config lists rules of packs, too', () => {
  const { stdout } = mulint(
    folder,
    '--print-config',
    '教育/目录.tsv',
    '--rule',
    'cite-outdated=off',
  )
  expect(JSON.parse(stdout).settings.rules).toMatchObject({
    [RULE]: 'warning',
    'cite-outdated': 'off',
  })
})

function found(...words: readonly string[]): readonly { readonly rule: string }[] {
  const { files } = JSON.parse(mulint(folder, ...words, '-f', 'json').stdout)
  return files.flatMap(({ findings }: { findings: unknown[] }) => findings)
}
