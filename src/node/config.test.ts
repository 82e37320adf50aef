import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from './config-file.ts'
import { loadDictionary } from './dictionary.ts'

let folder = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mulint-config-')))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

async function complaint(name: string): Promise<string> {
  try {
    const { dictionary } = await loadConfig(folder, name)
    await loadDictionary(dictionary, folder)
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.message}` : String(error)
  }
  return ''
}

describe('what is extended', () => {
  test('goes before: one value is replaced, lists and rules grow', async () => {
    for (const name of ['省/依据.json', '依据.json']) put(name, '[]')
    put(
      '省/共用.yaml',
      'rules: { cite: off, cite-outdated: error }\nauthorities: 依据.json\nfailOn: warning\nasOf: 2026-01-01\nignore: 草稿',
    )
    put(
      '.mulintrc.jsonc',
      '{ "extends": "省/共用.yaml", "rules": { "num": "info" }, "authorities": ["依据.json"], "failOn": "info", "packs": [], "baseline": "存量.json" }',
    )
    const config = await loadConfig(folder)
    expect(config).toMatchObject({
      chain: [join(folder, '省/共用.yaml'), join(folder, '.mulintrc.jsonc')],
      authorities: [join(folder, '省/依据.json'), join(folder, '依据.json')],
      failOn: 'info',
      asOf: '2026-01-01',
      baseline: join(folder, '存量.json'),
      ignore: [{ base: join(folder, '省'), patterns: ['草稿'] }],
    })
    expect(config.rules.map(({ name, severity }) => `${name}=${severity}`)).toEqual([
      'cite=off',
      'cite-outdated=error',
      'num=info',
    ])
  })

  test('a family goes before its rules wherever it stands', async () => {
    put('.mulintrc.json', '{"rules": {"cite-outdated": "error", "cite": "off"}}')
    const { rules } = await loadConfig(folder)
    expect(rules.map(({ name }) => name)).toEqual(['cite', 'cite-outdated'])
  })
})

/** Golden: what is said, with the place. */
describe('what is said, in JSON and in YAML', () => {
  test.each<[name: string, text: string, said: string]>([
    ['a.json', '{\n  "rulse": {}\n}', 'a.json:2:3 没有设置项“rulse”，是否指 rules？'],
    ['a.yaml', 'failOn: error\nrulse: {}\n', 'a.yaml:2:1 没有设置项“rulse”，是否指 rules？'],
    [
      'a.json',
      '{"rules": {"cite": "eror"}}',
      'a.json:1:20 rules.cite 不能是“eror”，是否指 error？',
    ],
    [
      'a.yaml',
      'rules:\n  cite: fatal',
      'a.yaml:2:9 rules.cite 不能是“fatal”，可以是 off、info、warning、error',
    ],
    [
      'a.yaml',
      'rules:\n  cite: [warning, { most: 5 }]',
      'a.yaml:2:9 rules.cite 没有选项，应当直接写级别，如 "warning"',
    ],
    ['a.yaml', 'rules: [cite]', 'a.yaml:1:8 rules 应当是一对花括号，里面写 "规则": "级别"'],
    ['a.yaml', 'kind: catalog', 'a.yaml:1:7 kind 不能是“catalog”，是否指 catalogue？'],
    [
      'a.yaml',
      'profile: 5',
      'a.yaml:1:10 profile 应当是 auto、department、county、township、domain之一',
    ],
    ['a.yaml', 'asOf: 2026-02-30', 'a.yaml:1:7 asOf 应当是存在的日期，写作 "YYYY-MM-DD"'],
    ['a.yaml', 'encoding: klingon', 'a.yaml:1:11 encoding 应当是一种编码的名称，如 "gb18030"'],
    ['a.yaml', 'maxWarnings: -1', 'a.yaml:1:14 maxWarnings 应当是不小于0的整数'],
    ['a.yaml', 'root: yes', 'a.yaml:1:7 root 应当是 true 或者 false'],
    ['a.yaml', 'extends: 没有.yaml', 'a.yaml:1:10 extends：没有文件“没有.yaml”'],
    [
      'a.yaml',
      'extends: 说明.txt',
      'a.yaml:1:10 extends：“说明.txt”应当是 .json、.jsonc、.yaml 或者 .yml 文件',
    ],
    ['a.yaml', 'packs:\n - 没有.yaml', 'a.yaml:2:4 packs：没有文件“没有.yaml”'],
    ['a.yaml', 'overrides:\n - kind: ledger', 'a.yaml:2:4 overrides.1 缺少 files'],
    [
      'a.json',
      '{"overrides": [{"files": "a", "lawbook": "x"}]}',
      'a.json:1:31 overrides.1 里没有设置项“lawbook”，可以是 files、kind、profile、asOf、encoding、rules',
    ],
    ['a.yaml', 'overrides: 年报', 'a.yaml:1:12 overrides 应当是一对花括号，里面写设置项'],
    [
      'a.yaml',
      'ignore: /tmp',
      'a.yaml:1:9 ignore：通配符“/tmp”应当从设置文件所在的文件夹算起，不以“/”开头',
    ],
    [
      'a.yaml',
      'ignore: "*a*a*a*a*"',
      'a.yaml:1:9 ignore：通配符“*a*a*a*a*”太复杂，一层里不超过3个“*”“?”，一共不超过2个“**/”、2个“{”',
    ],
    ['a.yaml', 'dictionary: 5', 'a.yaml:1:13 dictionary 应当是一个路径，或者一对花括号'],
    [
      'a.yaml',
      'dictionary: { typo: {} }',
      'a.yaml:1:15 dictionary 里没有设置项“typo”，是否指 typos？',
    ],
    [
      'a.yaml',
      'dictionary: { typos: { 的: 地 } }',
      'a.yaml:1:24 dictionary.typos：“的”应当是2到50个字的词，头两个是文字或者数字，不含“$”和换行',
    ],
    [
      'a.yaml',
      'dictionary: { typos: { 部署: 部署 } }',
      'a.yaml:1:28 dictionary.typos：“部署”改成了它自己',
    ],
    [
      'a.yaml',
      'dictionary: 词.yaml',
      '词.yaml:2:1 没有设置项“错字”，可以是 $schema、typos、terms、items、accept',
    ],
    ['a.yaml', 'a: [1', 'a.yaml:1:6 缩进不对，或者括号没有成对'],
    ['a.yaml', 'rules:\n\tcite: off', 'a.yaml:2:1 缩进应当用空格，不能用制表符'],
    ['a.yaml', 'root: true\nroot: true', 'a.yaml:2:1 “root”写了两次'],
    ['a.yaml', 'root: !!js/function "x"', 'a.yaml:1:7 不能用标签（!）'],
    ['a.yaml', 'a: *x', 'a.yaml:1:4 引用（*）没有对应的锚点（&）'],
    ['a.yaml', '? [a]\n: b', 'a.yaml:1:3 这里应当是文字的名称'],
    ['a.yaml', '', 'a.yaml:1:1 没有内容'],
    ['a.yaml', 'a: 1\n---\nb: 2', 'a.yaml:2:1 一个文件里只能有一份，不能用“---”再起一份'],
  ])('%s %j', async (name, text, said) => {
    put('说明.txt', '')
    put('词.yaml', '# 词\n错字: {}')
    put(name, text)
    expect(await complaint(name)).toBe(`ConfigError ${said}`)
  })

  test('BOM, CRLF and comments count as they stand', async () => {
    put('a.jsonc', '\ufeff{\r\n  // 级别\r\n  "failOn": "eror",\r\n}\r\n')
    expect(await complaint('a.jsonc')).toBe(
      'ConfigError a.jsonc:3:13 failOn 不能是“eror”，是否指 error？',
    )
    put('a.yaml', '\ufeff# 级别\r\nfailOn: eror\r\n')
    expect(await complaint('a.yaml')).toBe(
      'ConfigError a.yaml:2:9 failOn 不能是“eror”，是否指 error？',
    )
  })
})

/** Billion laughs: each line repeats the one above nine times. */
const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat(
    [...'bcdefghi'].map(
      (key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(', ')}]`,
    ),
  )
  .join('\n')

describe('hostile files end in one clear sentence, and soon', () => {
  test.each<[why: string, name: string, text: string | Uint8Array, said: RegExp]>([
    [
      'prototype names in JSON',
      'a.json',
      '{"__proto__": {"root": true}}',
      /^a\.json:1:2 没有设置项“__proto__”/u,
    ],
    [
      'prototype names in YAML',
      'a.yaml',
      'constructor: {}',
      /^a\.yaml:1:1 没有设置项“constructor”/u,
    ],
    [
      'prototype names below',
      'a.yaml',
      'dictionary: { hasOwnProperty: {} }',
      /没有设置项“hasOwnProperty”/u,
    ],
    ['an alias bomb', 'a.yaml', BOMB, /^a\.yaml:\d+:\d+ 引用（\*）超过50处$/u],
    [
      'an alias of itself',
      'a.yaml',
      'a: &a [*a]',
      /^a\.yaml:1:\d+ (?:嵌套超过100层|引用（\*）超过50处|引用（\*）没有对应的锚点（&）)$/u,
    ],
    ['10 MB of YAML', 'a.yaml', `a: ${'x'.repeat(10 * 1024 * 1024)}`, /^a\.yaml 超过1 MB$/u],
    ['more than 10 MB of JSON', 'a.json', ' '.repeat(10 * 1024 * 1024 + 1), /^a\.json 超过10 MB$/u],
    ['deep brackets in YAML', 'a.yaml', '[\n'.repeat(300_000), /^a\.yaml:\d+:1 嵌套超过100层$/u],
    ['deep brackets in JSON', 'a.json', '['.repeat(100_000), /^a\.json:1:102 嵌套超过100层$/u],
    ['deep lists in a line', 'a.yaml', '- '.repeat(400_000), /^a\.yaml:1:1 这一行超过10000个字$/u],
    [
      'deep indentation',
      'a.yaml',
      Array.from({ length: 1_400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      /^a\.yaml:\d+:\d+ (?:嵌套太深|嵌套超过100层)$/u,
    ],
    [
      'many keys',
      'a.yaml',
      Array.from({ length: 60_000 }, (_, count) => `k${count}: 1`).join('\n'),
      /^a\.yaml:\d+:\d+ (?:超过100000个值|没有设置项“k0”)/u,
    ],
    ['many anchors', 'a.yaml', '&a\n'.repeat(300_000), /^a\.yaml:\d+:\d+ .+$/u],
    [
      'many overrides',
      'a.json',
      `{"overrides": [${'{"files": "a"},'.repeat(201)}]}`,
      /^a\.json:1:15 overrides 超过200项$/u,
    ],
    [
      'no UTF-8',
      'a.yaml',
      Uint8Array.of(0xb9, 0xe6, 0xd4, 0xf2),
      /^a\.yaml 不是 UTF-8 文本，另存为 UTF-8 后再用$/u,
    ],
    ['NULs', 'a.yaml', '\0\0\0', /^a\.yaml:1:1 .+$/u],
    ['escape codes', 'a.json', '{"\\u001b[31m": 1}', /^a\.json:1:2 没有设置项“\P{Cc}+$/u],
    [
      'extends itself',
      'a.json',
      '{"extends": "./a.json"}',
      /^a\.json:1:13 extends 转了一圈又回到自己：a\.json → a\.json$/u,
    ],
    [
      'extends in a circle',
      'a.json',
      '{"extends": "b.yaml"}',
      /^c\.yaml:1:10 extends 转了一圈又回到自己：a\.json → b\.yaml → c\.yaml → a\.json$/u,
    ],
    ['extends a folder', 'a.json', '{"extends": "."}', /^a\.json:1:13 extends：没有文件“\.”$/u],
    [
      'extends without end',
      'a.json',
      '{"extends": ["0.json", "0.json"]}',
      /extends 一共读了超过50个文件$/u,
    ],
  ])('%s', async (_why, name, text, said) => {
    put('b.yaml', 'extends: c.yaml')
    put('c.yaml', 'extends: a.json')
    for (let count = 0; count < 20; count++) {
      put(
        `${count}.json`,
        count === 19 ? '{}' : `{"extends": ["${count + 1}.json", "${count + 1}.json"]}`,
      )
    }
    put(name, text)
    const began = Date.now()
    const told = await complaint(name)
    expect(told).toMatch(/^ConfigError [^\n]+$/u)
    expect(told.replace('ConfigError ', '')).toMatch(said)
    expect(Date.now() - began).toBeLessThan(10_000)
  })

  test('a folder instead of a file', async () => {
    mkdirSync(join(folder, 'a.yaml'))
    expect(await complaint('a.yaml')).toBe('ConfigError a.yaml 不是文件，应当是写着设置的文件')
  })
})
