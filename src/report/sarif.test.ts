import { describe, expect, test } from 'vitest'
import { diagnostic, runOf } from '../../test/run-result.ts'
import type { Diagnostic } from '../engine/diagnostic.ts'
import type { FileResult } from '../engine/result.ts'
import { MAX_RESULTS, renderSarif } from './sarif.ts'

const PASSAGE = { text: '20日', origin: { kind: 'text', start: 40, end: 43 } } as const
const CELL = { ...PASSAGE, origin: { kind: 'sheet', sheet: '目录', address: 'E3' } } as const

describe('a result', () => {
  test('has its place in lines and in the words of a clerk', () => {
    const { locations } = resultOf({})
    expect(locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: '%E7%9B%AE%E5%BD%951.csv', uriBaseId: '%SRCROOT%' },
          region: { startLine: 12, startColumn: 9, endLine: 12, endColumn: 17 },
        },
        logicalLocations: [{ name: '序号2／公开时限' }],
      },
    ])
  })

  test.each<[string, Diagnostic['location'], string, object]>([
    [
      'a cell of a workbook',
      { label: '序号2／公开时限', row: 3, column: 5, sheet: '目录', address: 'E3' },
      '目录!E3 序号2／公开时限：超过上限。',
      { name: '序号2／公开时限', fullyQualifiedName: '目录!E3', kind: 'cell' },
    ],
    [
      'a page',
      { label: '正文', page: 3 },
      '第3页 正文：超过上限。',
      { name: '正文', fullyQualifiedName: '第3页' },
    ],
    ['a whole file', { label: '文件' }, '超过上限。', { name: '文件' }],
  ])('in %s gets the first character, which code scanning asks for', (_, location, text, name) => {
    const { locations, message } = resultOf({ location, message: '超过上限。' })
    expect(locations[0].physicalLocation.region).toEqual({ startLine: 1, startColumn: 1 })
    expect(locations[0].logicalLocations).toEqual([name])
    expect(message.text).toBe(text)
  })

  test('says braces and links as words', () => {
    const { message } = resultOf({ location: { label: '文件' }, message: '“[点](http://a){0}”' })
    expect(message.text).toBe('“[点] (http://a){{0}}”')
  })

  test('is known again by our key alone', () => {
    expect(resultOf({}).partialFingerprints).toEqual({ 'mulintRow/v1': '9f2c000000000001' })
  })

  test('tells a related place once', () => {
    const related = { message: '见这里。', location: { label: '表头' }, at: { passage: PASSAGE } }
    const { relatedLocations } = resultOf({ related: [related, { ...related }] })
    expect(relatedLocations).toHaveLength(1)
    expect(relatedLocations[0].message.text).toBe('表头：见这里。')
  })

  test.each<[string, Diagnostic['fix'], number]>([
    ['text', { safety: 'safe', edits: [edit(PASSAGE, '20个工作日')] }, 1],
    [
      'text that the format writes otherwise',
      { safety: 'safe', edits: [edit(PASSAGE, '甲|乙')] },
      0,
    ],
    ['a workbook', { safety: 'safe', edits: [edit(CELL, '20个工作日')] }, 0],
  ])('has a fix in %s: %s', (_, fix, count) => {
    const { fixes = [] } = resultOf({ ...(fix && { fix }) })
    expect(fixes).toHaveLength(count)
    if (count > 0) {
      expect(fixes[0].artifactChanges[0].replacements).toEqual([
        {
          deletedRegion: { charOffset: 40, charLength: 2 },
          insertedContent: { text: '20个工作日' },
        },
      ])
    }
  })

  test('outside the folder has no base', () => {
    const { locations } = resultOf({}, { path: '../目录.csv' })
    expect(locations[0].physicalLocation.artifactLocation).toEqual({
      uri: '../%E7%9B%AE%E5%BD%95.csv',
    })
  })
})

test('what is waived and what the baseline knows is told as such', () => {
  const source = { kind: 'comment', start: 0, end: 9 } as const
  const waiver = { rule: 'deadline', scope: { kind: 'file' }, reason: '另有规定', source } as const
  const { results } = runOfLog({
    diagnostics: [diagnostic()],
    suppressed: [{ diagnostic: diagnostic(), waiver }],
    known: [diagnostic()],
  })
  const states = results.map((one: { suppressions?: object[]; baselineState?: string }) => [
    one.suppressions,
    one.baselineState,
  ])
  expect(states).toEqual([
    [undefined, undefined],
    [[{ kind: 'inSource', justification: '另有规定' }], undefined],
    [undefined, 'unchanged'],
  ])
})

describe('the invocation', () => {
  test('tells what could not be read and what was noticed', () => {
    const unreadable = diagnostic({ rule: 'input-unreadable', message: '文件损坏。' })
    const notices = [{ kind: 'wrong-extension', text: '扩展名不对。' }] as const
    const { tool, invocations } = runOfLog(
      { status: 'unreadable', diagnostics: [unreadable] },
      { notices },
    )
    const [{ executionSuccessful, toolExecutionNotifications }] = invocations
    expect(executionSuccessful).toBe(true)
    expect(
      toolExecutionNotifications.map(
        (one: { level: string; descriptor: { id: string }; message: { text: string } }) => [
          one.level,
          one.descriptor.id,
          one.message.text,
        ],
      ),
    ).toEqual([
      ['error', 'input-unreadable', '文件损坏。'],
      ['note', 'wrong-extension', '扩展名不对。'],
    ])
    expect(tool.driver.notifications).toEqual([
      { id: 'input-unreadable' },
      { id: 'wrong-extension' },
    ])
  })

  test('did not succeed when the program failed on a file', () => {
    const { invocations } = runOfLog({ status: 'unreadable', crash: 'Error: at line 1' })
    expect(invocations[0].executionSuccessful).toBe(false)
  })
})

test('a rule that nobody handed over is described by its id', () => {
  expect(runOfLog({ diagnostics: [diagnostic()] }).tool.driver.rules).toMatchObject([
    { id: 'deadline-not-allowed', shortDescription: { text: 'deadline-not-allowed' } },
  ])
})

test('more results than GitHub takes: the most severe stay, and the rest are told', () => {
  const infos = Array(MAX_RESULTS).fill(diagnostic({ severity: 'info' }))
  const errors = [diagnostic(), diagnostic({ severity: 'warning' })]
  const told: string[] = []
  const run = runOf({ diagnostics: [...infos, ...errors] })
  const [{ results, invocations }] = JSON.parse(
    renderSarif(run, [], (sentence) => told.push(sentence)),
  ).runs
  expect(results).toHaveLength(MAX_RESULTS)
  expect(results.slice(-3).map(({ level }: { level: string }) => level)).toEqual([
    'note',
    'error',
    'warning',
  ])
  expect(told).toEqual([
    'SARIF 一次最多收25000条，按级别从高到低写入，还有2条没有写入；全部结果见 -f json。',
  ])
  expect(invocations[0].toolExecutionNotifications).toMatchObject([
    { level: 'warning', descriptor: { id: 'results-limit' }, message: { text: told[0] } },
  ])
})

function edit(passage: typeof PASSAGE | typeof CELL, text: string) {
  return { passage, span: { start: 0, end: 2 }, text }
}

function runOfLog(...files: readonly Partial<FileResult>[]) {
  return JSON.parse(renderSarif(runOf(...files), [], () => {})).runs[0]
}

function resultOf(changes: Partial<Diagnostic>, file: Partial<FileResult> = {}) {
  return runOfLog({ ...file, diagnostics: [diagnostic(changes)] }).results[0]
}
