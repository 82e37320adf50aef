import { mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderOf, HEADER, LATE, mulint, row, TITLE } from './command.ts'

const NAME = 'mulint-baseline.json'
const GUIDE = row(1, '公开指南')

let folder = ''

beforeEach(() => {
  folder = folderOf({
    '目录.tsv': catalogue(row(2, '公开制度', LATE), row(3, '公开年报', LATE), row(4, '机构职能')),
    '乙/目录.tsv': catalogue(row(2, '机构职能', LATE)),
  })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('records what is there, and a check tells nothing of it', () => {
  const { status, stdout } = mulint(folder, 'baseline', '.')
  expect(stdout).toMatch(/^基准 mulint-baseline\.json：记下\d+条，分在2个文件里。\n$/u)
  expect(status).toBe(0)
  expect(check()).toEqual({ found: [], known: total(), status: 0, stderr: '' })
  expect(mulint(folder, '.', '--baseline', NAME).stdout).toMatch(
    /^没有发现问题（另有存量\d+）。共检查2个文件/u,
  )
})

test('sees a swap: one mended, one new of the same rule in the same file', () => {
  mulint(folder, 'baseline', '.')
  write(
    '目录.tsv',
    catalogue(row(2, '公开制度'), row(3, '公开年报', LATE), row(4, '机构职能', LATE)),
  )
  expect(check()).toEqual({
    found: ['序号4／公开时限 deadline-not-allowed'],
    known: total() - 1,
    status: 1,
    stderr: `mulint：基准 ${NAME} 里有1条已经不再出现，运行 mulint baseline 清掉\n`,
  })
})

test('one of two twins that is mended leaves room for no other', () => {
  const twins = [row(2, '公开制度', LATE), row(3, '公开制度', LATE)]
  write('目录.tsv', catalogue(...twins))
  mulint(folder, 'baseline', '.', '--only', 'deadline')
  write('目录.tsv', catalogue(row(2, '公开制度'), row(3, '公开制度', LATE)))
  expect(check('--only', 'deadline')).toMatchObject({ found: [], status: 0 })
  mulint(folder, 'baseline', '.', '--only', 'deadline')
  write('目录.tsv', catalogue(...twins))
  expect(check('--only', 'deadline').found).toEqual(['序号3／公开时限 deadline-not-allowed'])
})

test('of the settings is named as seen from the folder', () => {
  write('.mulintrc.json', '{ "baseline": "乙/基准.json" }')
  expect(mulint(folder, 'baseline', '.').stdout).toMatch(/^基准 乙\/基准\.json：记下/u)
  expect(mulint(folder, '.')).toMatchObject({ status: 0, stderr: '' })
})

test('rows may be sorted and inserted', () => {
  mulint(folder, 'baseline', '.', '--skip', 'num')
  write(
    '目录.tsv',
    catalogue(
      row(2, '机构职能'),
      row(3, '领导信息'),
      row(4, '公开年报', LATE),
      row(5, '公开制度', LATE),
    ),
  )
  expect(check('--skip', 'num').found).toEqual([])
})

describe('may only shrink', () => {
  test('refuses what is new and says what it is', () => {
    mulint(folder, 'baseline', '.')
    const before = text()
    write(
      '目录.tsv',
      catalogue(row(2, '公开制度', LATE), row(3, '公开年报', LATE), row(4, '机构职能', LATE)),
    )
    const { status, stderr } = mulint(folder, 'baseline', '.')
    expect(stderr).toBe(
      `mulint：基准 ${NAME} 只减不增，现在多出目录.tsv 序号4／公开时限 deadline-not-allowed；先整改，或者加 --accept-new "理由"\n`,
    )
    expect(status).toBe(2)
    expect(text()).toBe(before)
  })

  test('takes it for a reason, and keeps that', () => {
    mulint(folder, 'baseline', '.')
    const before = total()
    write(
      '目录.tsv',
      catalogue(row(2, '公开制度', LATE), row(3, '公开年报', LATE), row(4, '机构职能', LATE)),
    )
    const { status, stdout } = mulint(folder, 'baseline', '.', '--accept-new', '新设机构')
    expect(stdout).toBe(`基准 ${NAME}：新收1条，清掉0条，现有${before + 1}条。\n`)
    expect(status).toBe(0)
    expect(read().accepted).toEqual([
      { date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u), reason: '新设机构', added: 1 },
    ])
    expect(check().found).toEqual([])
  })

  test('prunes what is mended, without being asked', () => {
    mulint(folder, 'baseline', '.')
    const before = total()
    write('目录.tsv', catalogue(row(2, '公开制度'), row(3, '公开年报', LATE), row(4, '机构职能')))
    expect(mulint(folder, 'baseline', '.').stdout).toBe(
      `基准 ${NAME}：新收0条，清掉1条，现有${before - 1}条。\n`,
    )
    expect(read().accepted).toEqual([])
  })

  test('keeps what was not looked at', () => {
    mulint(folder, 'baseline', '.')
    const before = text()
    mulint(folder, 'baseline', '乙')
    mulint(folder, 'baseline', '.', '--only', 'cite')
    expect(text()).toBe(before)
    write('目录.tsv', '')
    mulint(folder, 'baseline', '.', '--accept-new', '传坏了')
    expect(read().files['目录.tsv']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'input-unreadable' }),
        expect.objectContaining({ rule: 'deadline-not-allowed' }),
      ]),
    )
  })

  test('forgets a file that is gone', () => {
    mulint(folder, 'baseline', '.')
    unlinkSync(join(folder, '乙/目录.tsv'))
    expect(check().stderr).toMatch(/里有\d+条已经不再出现/u)
    mulint(folder, 'baseline', '.')
    expect(Object.keys(read().files)).toEqual(['目录.tsv'])
  })
})

test('stale entries fail only where that is asked', () => {
  mulint(folder, 'baseline', '.')
  write('目录.tsv', catalogue(row(2, '公开制度'), row(3, '公开年报', LATE), row(4, '机构职能')))
  expect(check().status).toBe(0)
  expect(check('--fail-on-unpruned').status).toBe(1)
  mulint(folder, 'baseline', '.')
  expect(check('--fail-on-unpruned').status).toBe(0)
})

test('knows a file that was renamed, and says so', () => {
  mulint(folder, 'baseline', '.')
  renameSync(join(folder, '目录.tsv'), join(folder, '新目录.tsv'))
  expect(check()).toMatchObject({
    found: [],
    status: 0,
    stderr:
      'mulint：新目录.tsv 的问题同 目录.tsv 全部相同，看作改名，按存量处理；运行 mulint baseline 更新\n',
  })
  expect(mulint(folder, 'baseline', '.').status).toBe(0)
  expect(Object.keys(read().files)).toEqual(['乙/目录.tsv', '新目录.tsv'])
})

test('is the same whatever the order of the files, and wherever it is run', () => {
  mulint(folder, 'baseline', '目录.tsv', '乙')
  const one = text()
  unlinkSync(join(folder, NAME))
  mulint(folder, 'baseline', '乙', '目录.tsv')
  expect(text()).toBe(one)
  const inside = join(folder, '乙')
  const { stdout } = mulint(inside, '目录.tsv', '--baseline', `../${NAME}`, '-f', 'json')
  expect(JSON.parse(stdout).summary).toMatchObject({ errors: 0, warnings: 0, infos: 0 })
})

test('lists one finding a line, by rule, and follows its schema', () => {
  mulint(folder, 'baseline', '.')
  expect(
    text().match(/\{"fingerprint":"[0-9a-f]{16}","rule":"[\w-]+","label":"[^"]+"\}/gu),
  ).toHaveLength(total())
  const rules = read().files['目录.tsv'].map(({ rule }) => rule)
  expect(rules).toEqual(rules.toSorted())
  const validate = new Ajv2020({ strict: true }).compile(
    JSON.parse(readFileSync('schemas/baseline.schema.json', 'utf8')),
  )
  expect(validate(read()), JSON.stringify(validate.errors)).toBe(true)
})

test('is no input', () => {
  mulint(folder, 'baseline', '.')
  const { files } = JSON.parse(mulint(folder, '*', '-f', 'json').stdout)
  expect(files.map(({ path }: { path: string }) => path)).toEqual(['目录.tsv'])
})

test('does not record what is wrong with waivers', () => {
  write('目录.mulint.yaml', '- {rule: cite, reason: 待定}')
  mulint(folder, 'baseline', '.')
  expect(text()).not.toContain('waiver-unused')
  expect(check().found).toEqual(['目录.mulint.yaml 第1行 waiver-unused'])
})

describe('a hostile baseline ends in one sentence', () => {
  test.each<[why: string, content: string | Uint8Array, message: string]>([
    [
      'nonsense of 10 MB',
      'x'.repeat(10_000_000),
      '第1行不合 JSON 的写法，合并时留下的标记应当删去',
    ],
    [
      'brackets of 10 MB',
      '['.repeat(10_000_000),
      '第1行不合 JSON 的写法，合并时留下的标记应当删去',
    ],
    [
      'a conflict',
      '{\n  "version": 1,\n<<<<<<< HEAD\n',
      '第3行不合 JSON 的写法，合并时留下的标记应当删去',
    ],
    ['another version', '{"version":2,"files":{}}', '的版本是“2”，这个 mulint 只认得版本1'],
    ['another file', '[]', '不是 mulint 写的基准，用 mulint baseline 重新写'],
    ['no text', Uint8Array.from([0xff, 0xfe, 0x80]), '不是 UTF-8 文本，用 mulint baseline 重新写'],
    ['no beginning', '{"version":1,"files":{}}', '的开头写得不对，用 mulint baseline 重新写'],
    [
      'names that every object has',
      '{"version":1,"tool":"x","registry":"x","files":{"__proto__":{"length":1}}}',
      '里“__proto__”这一段写得不对，用 mulint baseline 重新写',
    ],
    [
      'findings that are none',
      '{"version":1,"tool":"x","registry":"x","files":{"a":[{"fingerprint":1}]}}',
      '里“a”这一段写得不对，用 mulint baseline 重新写',
    ],
  ])('%s', (_, content, message) => {
    write(NAME, content)
    for (const words of [
      ['.', '--baseline', NAME],
      ['baseline', '.'],
    ]) {
      const { status, stderr } = mulint(folder, ...words)
      expect(stderr).toBe(`mulint：基准 ${NAME} ${message}\n`)
      expect(status).toBe(2)
    }
  })

  test('none at all', () => {
    const { status, stderr } = mulint(folder, '.', '--baseline', '没有.json')
    expect(stderr).toBe('mulint：没有基准“没有.json”，先用 mulint baseline 写一个\n')
    expect(status).toBe(2)
  })

  test('a folder', () => {
    mkdirSync(join(folder, NAME))
    expect(mulint(folder, 'baseline', '.').stderr).toBe(`mulint：基准 ${NAME} 不是文件\n`)
  })

  test('prototype names as files are files like any other', () => {
    write('__proto__/constructor.tsv', catalogue(row(2, '公开制度', LATE)))
    mulint(folder, 'baseline', '.')
    expect(check().found).toEqual([])
    expect(text()).toContain('"__proto__/constructor.tsv": [')
  })
})

test('--fail-on-unpruned needs a baseline', () => {
  expect(mulint(folder, '.', '--fail-on-unpruned').stderr).toBe(
    'mulint：--fail-on-unpruned 要和 --baseline 一起用\n',
  )
})

interface Known {
  readonly rule: string
}

function catalogue(...rows: readonly string[]): string {
  return TITLE + HEADER + GUIDE + rows.join('')
}

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

function text(): string {
  return readFileSync(join(folder, NAME), 'utf8')
}

function read(): { accepted: unknown[]; files: Record<string, Known[]> & { '目录.tsv': Known[] } } {
  return JSON.parse(text())
}

function total(): number {
  return Object.values(read().files).flat().length
}

function check(...words: readonly string[]) {
  const { status, stdout, stderr } = mulint(folder, '.', '--baseline', NAME, '-f', 'json', ...words)
  const { summary, files } = JSON.parse(stdout)
  const found: { rule: string; place: { label: string } }[] = files.flatMap(
    (file: { findings: unknown[] }) => file.findings,
  )
  return {
    found: found.map(({ rule, place }) => `${place.label} ${rule}`),
    known: summary.known,
    status,
    stderr,
  }
}
