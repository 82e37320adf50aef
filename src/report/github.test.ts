import { describe, expect, test } from 'vitest'
import { diagnostic, runOf } from '../../test/run-result.ts'
import type { Diagnostic } from '../engine/diagnostic.ts'
import { renderGithub } from './github.ts'

const LAST =
  '错误1、警告0、提示0。共检查1个文件、1张表、15个条目，用16条规则；法规数据截至2026-07-31。\n'
const SENTENCE = '公开时限“30个工作日内”超过上限“20个工作日”。'

describe('an annotation', () => {
  test.each<[name: string, path: string, changes: Partial<Diagnostic>, expected: string]>([
    [
      'has its place',
      '目录.csv',
      {},
      `::error file=目录.csv,line=12,endLine=12,col=9,endColumn=17,title=mulint deadline-not-allowed::序号2／公开时限：${SENTENCE}`,
    ],
    [
      'has no end where nothing stands',
      '目录.csv',
      { location: { label: '序号2／公开时限', line: 12, col: 9, endLine: 12, endCol: 9 } },
      `::error file=目录.csv,line=12,endLine=12,col=9,title=mulint deadline-not-allowed::序号2／公开时限：${SENTENCE}`,
    ],
    [
      'has no columns over several lines',
      '目录.csv',
      { location: { label: '序号2／公开时限', line: 12, col: 9, endLine: 13, endCol: 3 } },
      `::error file=目录.csv,line=12,endLine=13,title=mulint deadline-not-allowed::序号2／公开时限：${SENTENCE}`,
    ],
    [
      'names the cell of a workbook',
      '目录.xlsx',
      { location: { label: '序号2／公开时限', row: 3, column: 5, sheet: '目录', address: 'E3' } },
      `::error file=目录.xlsx,title=mulint deadline-not-allowed::目录!E3 序号2／公开时限：${SENTENCE}`,
    ],
    [
      'names no place of a whole file',
      '目录.xlsx',
      { location: { label: '文件' } },
      `::error file=目录.xlsx,title=mulint deadline-not-allowed::${SENTENCE}`,
    ],
    [
      'escapes what GitHub would read as its own',
      '甲,乙:50%.csv',
      { location: { label: '文件' }, message: '占100%，\r\n::error::再来。' },
      '::error file=甲%2C乙%3A50%25.csv,title=mulint deadline-not-allowed::占100%25，%0D%0A::error::再来。',
    ],
    [
      'is a warning',
      '目录.csv',
      { severity: 'warning', location: { label: '文件' } },
      `::warning file=目录.csv,title=mulint deadline-not-allowed::${SENTENCE}`,
    ],
    [
      'is a notice',
      '目录.csv',
      { severity: 'info', location: { label: '文件' } },
      `::notice file=目录.csv,title=mulint deadline-not-allowed::${SENTENCE}`,
    ],
  ])('%s', (_, path, changes, expected) => {
    const report = renderGithub(runOf({ path, diagnostics: [diagnostic(changes)] }))
    expect(report.split('\n')[0]).toBe(expected)
  })
})

test('the summary ends the log', () => {
  expect(renderGithub(runOf({ diagnostics: [diagnostic()] })).endsWith(LAST)).toBe(true)
})

describe('more than GitHub shows', () => {
  const many = (severity: Diagnostic['severity'], count: number) =>
    Array.from({ length: count }, (_, at) =>
      diagnostic({ severity, message: `${severity}第${at + 1}条。` }),
    )
  const lines = (...diagnostics: Diagnostic[]) => renderGithub(runOf({ diagnostics })).split('\n')
  const commands = (all: readonly string[], name: string) =>
    all.filter((line) => line.startsWith(`::${name} `))

  test('ten of each level need no notice', () => {
    const all = lines(...many('info', 10), ...many('warning', 10), ...many('error', 10))
    expect(all.filter((line) => line.startsWith('::')).map((line) => line.slice(0, 6))).toEqual([
      ...Array(10).fill('::erro'),
      ...Array(10).fill('::warn'),
      ...Array(10).fill('::noti'),
    ])
    expect(all).toHaveLength(32)
  })

  test('what has no room is counted once and stands in the log', () => {
    const all = lines(...many('info', 10), ...many('warning', 13), ...many('error', 12))
    expect(commands(all, 'error')).toHaveLength(10)
    expect(commands(all, 'warning')).toHaveLength(10)
    expect(commands(all, 'notice')).toHaveLength(10)
    expect(commands(all, 'notice').at(-1)).toBe(
      '::notice title=mulint::GitHub 每一步每个级别最多显示10条标注，还有6条没有标注，列在这一步的日志里。',
    )
    const logged = all.filter((line) => /^(?:错误|警告|提示) /u.test(line))
    expect(logged).toEqual([
      ...[11, 12].map((at) => logLine('错误', `error第${at}条。`)),
      ...[11, 12, 13].map((at) => logLine('警告', `warning第${at}条。`)),
      logLine('提示', 'info第10条。'),
    ])
  })

  test('no line of the log is a command', () => {
    const path = '::error::##[error]甲.csv'
    const message = '##[add-mask]甲。'
    const diagnostics = many('error', 11).map((one) => ({ ...one, message }))
    const log = renderGithub(runOf({ path, diagnostics, status: 'unreadable' }))
      .split('\n')
      .slice(11)
    expect(log.join('\n')).toContain('## [add-mask]甲。')
    expect(log.filter((line) => line.startsWith('::') || line.includes('##['))).toEqual([])
  })
})

function logLine(severity: string, message: string) {
  return `${severity} 目录1.csv:12:9 序号2／公开时限 ${message} deadline-not-allowed`
}
