import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONFIG_NAMES, type ConfigSearch, Configs } from './config-file.ts'

let folder = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mulint-search-')))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content = '{}'): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

/** The settings file that a file is judged by, from the top folder; `-` where there is none. */
async function judgeOf(file: string, search: Partial<ConfigSearch> = {}): Promise<string> {
  const configs = new Configs({ folder, ...search })
  try {
    const { file: found } = await configs.of(join(folder, file))
    return found === undefined ? '-' : relative(folder, found)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test.each<[why: string, files: string[], file: string, judge: string]>([
  ['the same folder', ['.mulintrc.json', '市/.mulintrc.yaml'], '市/a.csv', '市/.mulintrc.yaml'],
  ['the next above', ['.mulintrc.json', '市/局/x'], '市/局/a.csv', '.mulintrc.json'],
  ['not one below', ['市/局/.mulintrc.json'], '市/a.csv', '-'],
  ['not one beside', ['区/.mulintrc.json'], '市/a.csv', '-'],
  [
    'a repository of its own ends the search',
    ['市/.mulintrc.json', '市/局/.git/x'],
    '市/局/a.csv',
    '-',
  ],
  ['the root of a repository counts', ['.git/x', '.mulintrc.yml'], '市/局/a.csv', '.mulintrc.yml'],
])('the nearest settings file: %s', async (_why, files, file, judge) => {
  for (const name of files) put(name, '{}')
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  expect(await judgeOf(file)).toBe(judge)
})

test.each(CONFIG_NAMES)('%s is a settings file', async (name) => {
  put(
    name,
    /\.m?[jt]s$/u.test(name) ? 'export default { "asOf": "2026-01-01" }' : '{"asOf": "2026-01-01"}',
  )
  const config = await new Configs({ folder }).of(join(folder, 'a.csv'))
  expect(config).toMatchObject({ file: join(folder, name), asOf: '2026-01-01' })
})

test('of any layout of settings files the nearest wins, and only up to a repository', async () => {
  const parts = ['a', 'b', 'c', 'd']
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...CONFIG_NAMES.slice(0, 4), undefined), {
        minLength: 5,
        maxLength: 5,
      }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      async (names, depth, repository) => {
        const top = mkdtempSync(join(folder, 'p-'))
        const folders = [0, 1, 2, 3, 4].map((count) => join(top, ...parts.slice(0, count)))
        for (const one of folders) mkdirSync(one, { recursive: true })
        for (const [level, name] of names.entries()) {
          if (name !== undefined) writeFileSync(join(folders[level] ?? '', name), '{}')
        }
        mkdirSync(join(folders[repository] ?? '', '.git'))
        // Told anew: from the file's folder upward, to the repository where that lies above it.
        const lowest = repository <= depth ? repository : 0
        let expected: string | undefined
        for (let level = depth; level >= lowest && expected === undefined; level--) {
          const name = names[level]
          if (name !== undefined) expected = join(folders[level] ?? '', name)
        }
        const configs = new Configs({ folder: mkdtempSync(join(folder, 'w-')) })
        const { file } = await configs.of(join(folders[depth] ?? '', '目录.csv'))
        expect(file).toBe(expected)
      },
    ),
    { numRuns: 100 },
  )
})

describe('what the command line says about it', () => {
  test.each<[why: string, search: Partial<ConfigSearch>, judge: string]>([
    ['nothing', {}, '市/.mulintrc.json'],
    ['one file', { named: '别的.json' }, '别的.json'],
    ['the working folder only', { isNested: false }, '.mulintrc.json'],
    ['one file and the working folder only', { named: '别的.json', isNested: false }, '别的.json'],
  ])('%s', async (_why, search, judge) => {
    put('.mulintrc.json')
    put('市/.mulintrc.json')
    put('别的.json')
    expect(await judgeOf('市/a.csv', search)).toBe(judge)
  })

  test('with the working folder only, what lies nearer is not even read', async () => {
    put('市/.mulintrc.json', '坏')
    put('市/mulint.config.mjs', 'globalThis.wasRun = true')
    expect(await judgeOf('市/a.csv', { isNested: false })).toBe('-')
  })

  test('a file from elsewhere without settings is judged by those of the working folder', async () => {
    put('这里/.mulintrc.json')
    put('那里/a.csv')
    expect(await judgeOf('那里/a.csv', { folder: join(folder, '这里') })).toBe(
      '这里/.mulintrc.json',
    )
  })
})

test('two settings files in a folder are both named', async () => {
  put('市/.mulintrc.json')
  put('市/mulint.config.ts')
  expect(await judgeOf('市/a.csv')).toBe(
    '市/.mulintrc.json 和 市/mulint.config.ts 在同一个文件夹里，应当只留一个',
  )
})

test('a folder of that name is no settings file', async () => {
  mkdirSync(join(folder, '.mulintrc.yaml'))
  expect(await judgeOf('a.csv')).toBe('.mulintrc.yaml 不是文件，应当是写着设置的文件')
})

describe('settings that are programs', () => {
  const PROGRAM = 'globalThis.ranBy = import.meta.url\nexport default { rules: { cite: "off" } }'
  const REFUSED = /^(?:\.\.\/)*[\w/.\u4e00-\u9fff-]+ 是会运行的程序，不在当前项目里，没有读取；/u

  beforeEach(() => {
    Reflect.deleteProperty(globalThis, 'ranBy')
  })

  test.each<[why: string, files: string[], from: string, file: string, isRun: boolean]>([
    ['in the working folder', ['mulint.config.mjs'], '.', 'a.csv', true],
    [
      'at the root of the repository',
      ['.git/x', 'mulint.config.mjs', '市/x'],
      '市',
      '市/a.csv',
      true,
    ],
    ['in a folder of the repository', ['.git/x', '市/mulint.config.mjs'], '.', '市/a.csv', true],
    [
      'below a working folder that is no repository',
      ['报送/mulint.config.mjs'],
      '.',
      '报送/a.csv',
      false,
    ],
    ['above one', ['mulint.config.mjs', '市/x'], '市', '市/a.csv', false],
    [
      'in another repository inside',
      ['.git/x', '报送/.git/x', '报送/mulint.config.mjs'],
      '.',
      '报送/a.csv',
      false,
    ],
    ['elsewhere', ['这里/.git/x', '那里/mulint.config.mjs'], '这里', '那里/a.csv', false],
  ])('%s', async (_why, files, from, file, isRun) => {
    for (const name of files) put(name, name.endsWith('.mjs') ? PROGRAM : '')
    const said = await judgeOf(file, { folder: join(folder, from) })
    expect(Object.hasOwn(globalThis, 'ranBy')).toBe(isRun)
    if (isRun) expect(said).toBe(files.find((name) => name.endsWith('.mjs')))
    else expect(said).toMatch(REFUSED)
  })

  test('through a link that leads elsewhere', async () => {
    put('这里/.git/x', '')
    put('那里/mulint.config.mjs', PROGRAM)
    symlinkSync(join(folder, '那里'), join(folder, '这里/报送'))
    expect(await judgeOf('这里/报送/a.csv', { folder: join(folder, '这里') })).toMatch(REFUSED)
    expect(Object.hasOwn(globalThis, 'ranBy')).toBe(false)
  })

  test('extended by what was handed in', async () => {
    put('这里/x', '')
    put('那里/evil.mjs', PROGRAM)
    put('那里/.mulintrc.json', '{"extends": "evil.mjs"}')
    expect(await judgeOf('那里/a.csv', { folder: join(folder, '这里') })).toMatch(REFUSED)
    expect(Object.hasOwn(globalThis, 'ranBy')).toBe(false)
  })

  test('one that is named is run wherever it lies', async () => {
    put('这里/x', '')
    put('那里/mulint.config.mjs', PROGRAM)
    const search = { folder: join(folder, '这里'), named: '../那里/mulint.config.mjs' }
    expect(await judgeOf('这里/a.csv', search)).toBe('那里/mulint.config.mjs')
  })

  test.each<[name: string, program: string, said: string]>([
    ['mulint.config.mjs', 'throw new Error("没有网络")', 'mulint.config.mjs 运行出错：没有网络'],
    [
      'mulint.config.mjs',
      'export default { rulse: {} }',
      'mulint.config.mjs 没有设置项“rulse”，是否指 rules？',
    ],
    [
      'mulint.config.mjs',
      'export default { rules: () => 1 }',
      'mulint.config.mjs 导出的设置里只能有文字、数、真假、列表和对象',
    ],
    [
      'mulint.config.mjs',
      'const a = {}; a.overrides = [a]; export default a',
      'mulint.config.mjs 嵌套超过20层，或者自己套着自己',
    ],
    [
      'mulint.config.ts',
      'const failOn: string = "eror"; export default { failOn }',
      'mulint.config.ts failOn 不能是“eror”，是否指 error？',
    ],
  ])('%s: %s', async (name, program, said) => {
    put(name, program)
    expect(await judgeOf('a.csv')).toBe(said)
  })
})
