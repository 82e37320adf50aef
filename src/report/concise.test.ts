import { expect, test } from 'vitest'
import { diagnostic, runOf } from '../../test/run-result.ts'
import type { FileResult } from '../engine/result.ts'
import { renderConcise } from './concise.ts'

const SENTENCE = '公开时限“30个工作日内”超过上限“20个工作日”。'

test.each<[string, Partial<FileResult>, string[]]>([
  ['nothing', {}, []],
  [
    'a finding as compilers print them',
    { diagnostics: [diagnostic()] },
    [`目录1.csv:12:9: error deadline-not-allowed 序号2／公开时限 ${SENTENCE}`],
  ],
  [
    'a finding without a line',
    { diagnostics: [diagnostic({ severity: 'info', location: { label: '文件' } })] },
    [`目录1.csv: info deadline-not-allowed 文件 ${SENTENCE}`],
  ],
  [
    'one line each, in the order given',
    { diagnostics: [diagnostic(), diagnostic({ rule: 'basis-missing' })] },
    [
      `目录1.csv:12:9: error deadline-not-allowed 序号2／公开时限 ${SENTENCE}`,
      `目录1.csv:12:9: error basis-missing 序号2／公开时限 ${SENTENCE}`,
    ],
  ],
  [
    'a name that would break the line',
    { path: '市直\n\u001b[0m/目录.csv', diagnostics: [diagnostic()] },
    [`市直⏎‹U+001B›[0m/目录.csv:12:9: error deadline-not-allowed 序号2／公开时限 ${SENTENCE}`],
  ],
])('%s', (_name, file, expected) => {
  const report = renderConcise(runOf(file))
  expect(report.split('\n').slice(0, -2)).toEqual(expected)
  expect(report).toMatch(/共检查1个文件、.*法规数据截至2026-07-31。\n$/u)
})

test('files one behind the other', () => {
  const file = { diagnostics: [diagnostic()] }
  const paths = renderConcise(runOf(file, {}, file))
    .split('\n')
    .slice(0, -2)
    .map((line) => line.split(':')[0])
  expect(paths).toEqual(['目录1.csv', '目录3.csv'])
})
