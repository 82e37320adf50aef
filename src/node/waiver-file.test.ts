import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWaiversBeside } from './waiver-file.ts'

const NAMES = new Set(['cite', 'cite-outdated'])
/** A hostile file is done with in this time, on a slow and busy machine. */
const MOST_MS = 10_000

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mulint-waivers-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a waiver', () => {
  test('says what it is about', () => {
    const { waivers, faults } = read(
      '- rule: cite-outdated\n  entry: 012\n  item: 机构职能\n  role: 公开依据\n  reason: 待定\n  basis: 《条例》\n  approver: 王主任\n  expires: 2027-03-31\n',
    )
    expect(faults).toEqual([])
    expect(waivers).toEqual([
      {
        rule: 'cite-outdated',
        scope: { kind: 'row', entry: '012', item: '机构职能', role: 'basis' },
        reason: '待定',
        basis: '《条例》',
        approver: '王主任',
        expires: '2027-03-31',
        source: { kind: 'file', path: '目录.mulint.yaml', line: 1 },
      },
    ])
  })

  test('without a place is about the file', () => {
    expect(read('- {rule: cite, reason: 待定}').waivers[0]?.scope).toEqual({ kind: 'file' })
  })

  test.each<[why: string, content: string]>([
    ['a mark', '\uFEFF- rule: cite\n  reason: 待定\n'],
    ['Windows line ends', '- rule: cite\r\n  reason: 待定\r\n'],
    ['remarks', '# 豁免\n\n- rule: cite # 引用\n  reason: 待定\n'],
  ])('is read with %s', (_, content) => {
    expect(read(content)).toMatchObject({ waivers: [{ reason: '待定' }], faults: [] })
  })

  test.each(['', '# 还没有\n', '[]', '---\n'])('may be missing: %j', (content) => {
    expect(read(content)).toEqual({ waivers: [], faults: [] })
  })

  test.each<[content: string, line: number, told: string]>([
    [
      '- rule: cite\n  ruel: x',
      2,
      'waiver-unknown 豁免没有“ruel”这一项，是否指 rule；这条豁免不起作用。',
    ],
    [
      '- rule: cite\n  file: x',
      2,
      'waiver-unknown 豁免没有“file”这一项，是否指 rule；这条豁免不起作用。',
    ],
    ['- reason: x', 1, 'waiver-unknown 豁免缺少 rule；这条豁免不起作用。'],
    ['- rule: [cite]\n  reason: x', 1, 'waiver-unknown rule 应当是一行文字；这条豁免不起作用。'],
    ['- rule: cite\n  rule: cite', 2, 'waiver-unknown rule 写了两次；这条豁免不起作用。'],
    ['- rule: cite', 1, 'waiver-no-reason 豁免 cite 没有写理由，不起作用；应当写明理由。'],
    [
      '- rule: cite\n  reason: ""',
      1,
      'waiver-no-reason 豁免 cite 没有写理由，不起作用；应当写明理由。',
    ],
    ['- rule: cit\n  reason: x', 1, 'waiver-unknown 豁免的“cit”不是规则，是否指 cite？'],
    ['- rule: cite\n  reason: x\n  role: 依椐', 1, 'waiver-unknown 没有“依椐”这样的栏'],
    [
      '- rule: cite\n  reason: x\n  expires: 2027-02-30',
      1,
      'waiver-unknown expires 应当是存在的日期，写作 YYYY-MM-DD，不能是“2027-02-30”；这条豁免不起作用。',
    ],
    ['- cite', 1, 'waiver-unknown 豁免应当写作“- rule: …”和“reason: …”等几行；这条豁免不起作用。'],
    ['- __proto__: x', 1, 'waiver-unknown 豁免没有“__proto__”这一项'],
    ['- constructor: x', 1, 'waiver-unknown 豁免没有“constructor”这一项'],
    ['- rule: __proto__\n  reason: x', 1, 'waiver-unknown 豁免的“__proto__”不是规则'],
    ['- rule: &a cite\n  reason: *a', 1, 'waiver-unknown rule 应当是一行文字'],
  ])('%j is void', (content, line, told) => {
    const { waivers, faults } = read(content)
    expect(waivers).toEqual([])
    expect(faults).toHaveLength(1)
    expect(faults[0]?.source).toMatchObject({ line })
    expect(`${faults[0]?.finding} ${faults[0]?.message}`.startsWith(told)).toBe(true)
  })
})

describe('a hostile file ends in one sentence', () => {
  const size = 250_000
  test.each<[why: string, content: string | Uint8Array, told: string]>([
    ['10 MB', 'x'.repeat(10_000_000), '超过256 KB'],
    ['brackets in a line', '['.repeat(size), '嵌套超过20层'],
    ['brackets in lines', '[\n'.repeat(size / 2), '嵌套超过20层'],
    ['dashes', '- '.repeat(size / 2), '嵌套超过20层'],
    [
      'deeper and deeper',
      Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      '嵌套超过20层',
    ],
    [
      'an anchor bomb',
      [
        'a: &a0 [x]',
        ...Array.from({ length: 40 }, (_, at) => `b${at}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`),
      ].join('\n'),
      '应当是一个列表，每条豁免以“- rule:”开头',
    ],
    ['aliases', '*a '.repeat(size / 3), '不合 YAML 的写法'],
    ['tags', '- !a '.repeat(size / 5), ''],
    [
      'too many',
      '- {rule: cite, reason: x}\n'.repeat(3_000),
      '超过2000条，应当改用 mulint baseline',
    ],
    ['a quote without an end', '- rule: "x', '不合 YAML 的写法'],
    ['no text', Uint8Array.from([0xff, 0xfe, 0x80]), '不是 UTF-8 文本，应当另存为 UTF-8'],
  ])('%s', (_, content, told) => {
    const from = performance.now()
    const { waivers, faults } = read(content)
    expect(performance.now() - from).toBeLessThan(MOST_MS)
    expect(waivers).toEqual([])
    expect(faults).toHaveLength(1)
    expect(faults[0]?.finding).toBe('waiver-unreadable')
    expect(faults[0]?.message).toMatch(new RegExp(`^豁免文件${told}`, 'u'))
    expect(faults[0]?.message).toMatch(/；其中的豁免都不起作用。$/u)
  })

  test('a waiver of as many keys as fit is not compared key by key', () => {
    const keys = Array.from({ length: 18_000 }, (_, at) => `k${at}: 1`).join('\n  ')
    const from = performance.now()
    expect(read(`- ${keys}`).faults).toHaveLength(1)
    expect(performance.now() - from).toBeLessThan(MOST_MS)
  })
})

function read(content: string | Uint8Array) {
  const file = join(folder, '目录.mulint.yaml')
  writeFileSync(file, content)
  return readWaiversBeside(file, '目录.mulint.yaml', NAMES)
}
