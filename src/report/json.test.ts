import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { diagnostic, runOf } from '../../test/run-result.ts'
import type { FileResult } from '../engine/result.ts'
import { renderJson } from './json.ts'

const PASSAGE = { text: '20日', origin: { kind: 'text', start: 0, end: 3 } } as const
const FULL = diagnostic({
  actual: '国务院令第七十三号',
  expected: ['国务院令第713号'],
  evidence: [{ title: '重大行政决策程序暂行条例', number: '国务院令第713号', date: '2019-04-20' }],
  fix: {
    safety: 'safe',
    edits: [
      { passage: PASSAGE, span: { start: 0, end: 3 }, text: '国务院令第713号' },
      { passage: { ...PASSAGE }, span: { start: 0, end: 3 }, text: '其后' },
    ],
  },
  related: [{ message: '见这里。', location: { label: '表头' }, at: { passage: PASSAGE } }],
  at: { passage: PASSAGE },
  location: {
    label: '序号12／公开依据',
    entry: '12',
    role: 'basis',
    table: 1,
    row: 27,
    column: 6,
    line: 31,
    col: 88,
    endLine: 31,
    endCol: 97,
  },
})

describe('the report', () => {
  const validate = new Ajv2020({ strict: true }).compile(
    JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')),
  )

  test.each<[string, Partial<FileResult>[]]>([
    ['of no file', []],
    ['of a file without findings', [{ format: 'csv', encoding: 'gb18030', kind: 'catalogue' }]],
    [
      'of a file with everything',
      [
        {
          format: 'tsv',
          encoding: 'utf-8',
          kind: 'catalogue',
          title: '云岭市教育局主动公开事项目录',
          agency: '云岭市教育局',
          asOf: '2026-11-21',
          diagnostics: [FULL, diagnostic()],
          notices: [{ kind: 'unclosed-quote', text: '有一处双引号没有收尾。' }],
        },
      ],
    ],
    [
      'of files that failed',
      [
        { status: 'unreadable', diagnostics: [diagnostic({ rule: 'input-unreadable' })] },
        { status: 'not-recognised', diagnostics: [diagnostic({ rule: 'input-not-recognised' })] },
      ],
    ],
  ])('%s keeps to its schema', (_name, files) => {
    validate(JSON.parse(renderJson(runOf(...files))))
    expect(validate.errors).toBeNull()
  })

  test('says what the run was', () => {
    expect(parsed({ diagnostics: [FULL, diagnostic({ severity: 'info' })] })).toMatchObject({
      version: 1,
      tool: { name: 'mulint', version: '0.1.0' },
      registry: { date: '2026-07-31' },
      summary: {
        files: 1,
        unreadable: 0,
        tables: 1,
        entries: 15,
        rules: 16,
        errors: 1,
        warnings: 0,
        infos: 1,
        fixable: 1,
        suppressed: 0,
        known: 0,
      },
    })
  })

  test('says of a finding all but what only the program needs', () => {
    const [file] = parsed({ diagnostics: [FULL] }).files
    expect(file.findings).toEqual([
      {
        rule: 'deadline-not-allowed',
        severity: 'error',
        certainty: 'certain',
        message: FULL.message,
        place: FULL.location,
        actual: '国务院令第七十三号',
        expected: ['国务院令第713号'],
        evidence: FULL.evidence,
        fix: { safety: 'safe', text: '国务院令第713号' },
        related: [{ message: '见这里。', place: { label: '表头' } }],
        fingerprint: '9f2c000000000001',
      },
    ])
  })

  test('gives the keys in the order that was promised', () => {
    const [file] = parsed({ diagnostics: [FULL] }).files
    expect(Object.keys(file.findings[0].place)).toEqual(
      'label entry role table row column line col endLine endCol'.split(' '),
    )
    expect(Object.keys(file.findings[0])).toEqual(
      'rule severity certainty message place actual expected evidence fix related fingerprint'.split(
        ' ',
      ),
    )
  })

  test('leaves out what is not known', () => {
    const [file] = parsed({ diagnostics: [diagnostic()] }).files
    expect(Object.keys(file)).toEqual(['path', 'status', 'tables', 'entries', 'findings'])
    expect(Object.keys(file.findings[0])).not.toContain('fix')
  })

  test('ends with a line break and is the same each time', () => {
    const run = runOf({ diagnostics: [FULL] })
    expect(renderJson(run)).toMatch(/\}\n$/u)
    expect(renderJson(run)).toBe(renderJson(run))
  })
})

test('nothing in it steers a terminal or turns an editor’s text, and all of it can be read back', () => {
  const actual = '甲\u001b[31m\u202e乙\u2028\u0000\u009b\u200f\ufeff丙👍'
  const report = renderJson(runOf({ diagnostics: [diagnostic({ actual })] }))
  expect(report).not.toMatch(/[^\P{Cc}\n]|[\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u)
  expect(report).toContain('丙👍')
  expect(JSON.parse(report).files[0].findings[0].actual).toBe(actual)
})

function parsed(file: Partial<FileResult>) {
  return JSON.parse(renderJson(runOf(file)))
}
