import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { defineRule } from '../rule/rule.ts'
import { loadAuthorities } from './data.ts'
import { findFiles } from './files.ts'
import { run, runOn } from './run.ts'

const [first] = rules
if (first === undefined) throw new Error('there are no rules')

/** A rule with a fault of its own, which shows on one document. */
const broken = defineRule({
  ...first,
  id: 'broken-rule',
  kinds: ['catalogue'],
  // biome-ignore lint/correctness/useYield: it never gets that far
  *check({ catalogue }) {
    if (catalogue.agency === '云岭市教育局') throw new Error('broken-rule: no such thing')
  },
})

test('an error of our own on one file does not end the run', async () => {
  const { files } = await findFiles(['fixtures/documents'], process.cwd())
  const result = await run(files, {
    version: '9.9.9',
    settings: { rules: [{ rule: broken }], authorities: loadAuthorities(), today: '2026-11-21' },
  })
  const failed = result.files.filter(({ crash }) => crash !== undefined)
  expect(failed.map(({ path, status }) => [path, status])).toEqual([
    ['fixtures/documents/edu-bureau/source.tsv', 'unreadable'],
  ])
  expect(failed[0]?.diagnostics.map(({ message }) => message)).toEqual([
    'mulint 9.9.9 出错，没有检查这个文件（broken-rule: no such thing）；这是程序的错误，不是文件的。',
  ])
  expect(result.files.filter(({ status }) => status === 'checked').length).toBeGreaterThan(5)
})

test('a ledger in prose has no entries and is checked all the same', async () => {
  const lines = ['关于落实2025年政务公开工作任务的责任分工', '', '一、重点领域']
  for (const [at, office] of ['县财政局', '县教育局', '县民政局'].entries())
    lines.push(`${at + 1}.做好本领域信息公开。（责任单位：${office}）`)
  const settings = { rules: [], authorities: loadAuthorities(), today: '2026-11-21' }
  const { files } = await runOn(
    { file: '分工.txt', path: '分工.txt', isNamed: true },
    new TextEncoder().encode(`${lines.join('\n')}\n`),
    { version: '9.9.9', settings },
  )
  expect(files.map(({ kind, diagnostics }) => [kind, diagnostics])).toEqual([['ledger', []]])
})

test.each([
  ['目录.md', true, '| 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |', ['error input-empty']],
  [
    '目录.md',
    false,
    '| 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |',
    ['warning input-empty'],
  ],
])('%s that has a header and no entry does not look clean', async (path, isNamed, header, told) => {
  const bytes = new TextEncoder().encode(`${header}\n|${' --- |'.repeat(5)}\n`)
  const settings = { rules: [], authorities: loadAuthorities(), today: '2026-11-21' }
  const { files } = await runOn({ file: path, path, isNamed }, bytes, {
    version: '9.9.9',
    settings,
  })
  expect(
    files.flatMap(({ diagnostics }) =>
      diagnostics.map(({ severity, rule }) => `${severity} ${rule}`),
    ),
  ).toEqual(told)
})
