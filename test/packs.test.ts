import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { KIND_NAMES, KINDS, ROLE_NAMES } from '../src/catalogue/role.ts'
import { selectRules } from '../src/cli/selection.ts'
import { SLOTS } from '../src/declared/slots.ts'
import { ConfigError } from '../src/node/config-error.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { testExamples } from '../src/node/example-test.ts'
import { findFiles } from '../src/node/files.ts'
import { loadPacks } from '../src/node/packs.ts'
import { run } from '../src/node/run.ts'
import { parseYaml } from '../src/node/yaml.ts'
import { render } from '../src/report/index.ts'
import type { Rule } from '../src/rule/rule.ts'
import { jsonValue } from '../src/text/json.ts'

const BIN = resolve('bin/mulint.cjs')
const PACK = 'fixtures/packs/chuanxi.yaml'
const TODAY = '2026-11-21'
const authorities = loadAuthorities()
const text = readFileSync(PACK, 'utf8')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mulint-packs-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the pack of a province', async () => {
  const [loaded] = await load(resolve(PACK))
  const own = loaded?.rules ?? []

  test('has ten rules of different kinds', () => {
    expect(own).toHaveLength(10)
    const required = loaded?.pack.rules.flatMap(({ requirements }) =>
      requirements.map(({ kind }) => kind),
    )
    expect(new Set(required).size).toBeGreaterThanOrEqual(10)
  })

  test.each(own)('$id does on its examples what it should', async (rule) => {
    expect(await testExamples(rule, { authorities, today: TODAY })).toEqual([])
  })

  test('has a golden report', async () => {
    const { files } = await findFiles(['fixtures/packs/documents'], process.cwd())
    const settings = { rules: own.map((rule) => ({ rule })), authorities, today: TODAY }
    const report = await render('text', await run(files, { version: '0.0.0', settings }), {
      color: false,
    })
    await expect(
      report.replaceAll(/法规数据截至[\d-]+/gu, '法规数据截至〈日期〉'),
    ).toMatchFileSnapshot('../fixtures/packs/report.golden')
  })

  test('every rule speaks in the golden report', () => {
    const golden = readFileSync('fixtures/packs/report.golden', 'utf8')
    for (const { id } of own) expect(golden).toContain(`  ${id}`)
  })

  test('its rules are chosen like any other', () => {
    const all = [...rules, ...own]
    const none = { only: [], skip: [], changes: [] }
    expect(selectRules(all, { ...none, only: ['chuanxi'] })).toHaveLength(10)
    expect(selectRules(all, { ...none, skip: ['chuanxi-item-missing'] })).toHaveLength(
      selectRules(all, none).length - 1,
    )
    expect(
      selectRules(all, {
        ...none,
        only: ['chuanxi'],
        changes: ['chuanxi-item-missing=error'],
      }).flatMap(({ severity }) => severity ?? []),
    ).toEqual(['error'])
  })

  test('the same in JSON is the same', async () => {
    const file = write('same.json', JSON.stringify(jsonValue(parseYaml(text))))
    const [same] = await load(file)
    expect(plain(same?.rules)).toEqual(plain(own))
  })

  test('prefixes are not given twice', async () => {
    await expect(load(resolve(PACK), write('again.yaml', text))).rejects.toThrow(
      /again\.yaml:4:9 规则包的 prefix“chuanxi”已经有规则在用/u,
    )
    expect(await load(resolve(PACK), resolve(PACK))).toHaveLength(1)
  })

  test('a folder of packs', async () => {
    mkdirSync(join(folder, 'several'))
    write('several/a.yaml', text)
    write('several/b.yml', text.replaceAll('chuanxi', 'chuanbei'))
    write('several/README.md', '说明')
    expect((await load(join(folder, 'several'))).map(({ pack }) => pack.prefix)).toEqual([
      'chuanxi',
      'chuanbei',
    ])
  })
})

test('a folder in which settings, waivers and a baseline lie as well, and one without packs', async () => {
  const place = join(folder, 'mixed')
  mkdirSync(place)
  for (const name of ['.mulintrc.yaml', '目录.mulint.yaml', 'mulint-baseline.json']) {
    writeFileSync(join(place, name), '[]')
  }
  await expect(load(place)).rejects.toThrow('里没有规则包（.yaml、.yml、.json、.jsonc）')
  expect(mulint('pack', 'mixed').status).toBe(2)
  writeFileSync(join(place, 'own.yaml'), text)
  expect(await load(place)).toHaveLength(1)
})

describe('schemas/rule-pack.schema.json', () => {
  const schema = JSON.parse(readFileSync('schemas/rule-pack.schema.json', 'utf8'))
  const validate = new Ajv2020({ allErrors: true, strictRequired: false }).compile(schema)

  test('accepts the pack', () => {
    validate(jsonValue(parseYaml(text)))
    expect(validate.errors).toBeNull()
  })

  test.each([
    ['a key that nobody knows', 'severity: warning', 'severty: warning'],
    ['a severity that is none', 'severity: warning', 'severity: warn'],
    ['a column that is none', 'columns: 公开依据', 'columns: 公开一句'],
    ['a kind that is none', 'kinds: 主动公开事项目录', 'kinds: 目录'],
    ['a requirement that is none', 'cites:', 'sites:'],
    ['a message without its stop', '应当补上。"', '应当补上"'],
    ['no basis', 'gist: 执法', 'jist: 执法'],
    ['an example without marks', '⟦《行政许可法》第四十条⟧', '《行政许可法》第四十条'],
    ['a version that is a number', 'version: "1.2.0"', 'version: 1.2'],
    ['a part that is none', 'parts: [1, 5]', 'parts: [1, 7]'],
  ])('refuses %s, and so does the program', async (_, from, to) => {
    const wrong = text
      .replace(from, to)
      .replace(to.includes('⟦') ? '' : '⟦《川西省行政执法公示办法》第六条⟧', (marked) =>
        from.includes('⟦') ? '《川西省行政执法公示办法》第六条' : marked,
      )
    expect(wrong).not.toBe(text)
    expect(validate(jsonValue(parseYaml(wrong)))).toBe(false)
    await expect(load(write('wrong.yaml', wrong))).rejects.toThrow(ConfigError)
  })

  test('knows every kind and column by both of its names', () => {
    const { kind, column } = schema.$defs
    expect([...kind.enum].sort()).toEqual([...KINDS, ...Object.values(KIND_NAMES)].sort())
    const columns = Object.entries(ROLE_NAMES).filter(([role]) => role !== 'other')
    expect([...column.enum].sort()).toEqual(['公开事项', 'item', ...columns.flat()].sort())
  })
})

describe('mistakes name file, line and column', () => {
  test.each([
    [
      'severity: warning',
      'severity: waring',
      /wrong\.yaml:\d+:15 规则 chuanxi-measures-not-cited 的 severity 不能是“waring”，是否指 warning？$/u,
    ],
    ['    title: 行政', '\ttitle: 行政', /wrong\.yaml:\d+:\d+ [^\n]*制表符/u],
    ['    title: 行政', '   title: 行政', /wrong\.yaml:10:1 /u],
    ['"1.2.0"', '"1.2.0', /wrong\.yaml:\d+:\d+ /u],
    ['prefix: chuanxi', 'prefix: chuanxi\nprefix: chuanbei', /wrong\.yaml:\d+:\d+ [^\n]*写了两次/u],
    [
      '{expected}，应当补上',
      '{expeted}，应当补上',
      /wrong\.yaml:\d+:14 [^\n]*是否指 \{expected\}？$/u,
    ],
  ])('%s → %s', async (from, to, message) => {
    const wrong = text.replace(from, to)
    expect(wrong).not.toBe(text)
    await expect(load(write('wrong.yaml', wrong))).rejects.toThrow(message)
  })

  test('in JSON too', async () => {
    const file = write('wrong.json', '{\n  "name": "甲",\n  "prefixes": "x"\n}')
    await expect(load(file)).rejects.toThrow(
      /wrong\.json:3:3 规则包没有“prefixes”这一项，是否指 prefix？$/u,
    )
  })
})

describe('hostile packs end in one sentence', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
  for (let level = 1; level < 12; level++) {
    const [now, before] = ['abcdefghijkl'[level], 'abcdefghijkl'[level - 1]]
    bomb.push(`${now}: &${now} [${`*${before},`.repeat(9)}*${before}]`)
  }

  test.each<[name: string, content: string | Uint8Array]>([
    ['an anchor bomb', bomb.join('\n')],
    ['an anchor in itself', 'name: &a [*a]'],
    ['ten megabytes', 'a'.repeat(10 * 1024 * 1024)],
    ['a megabyte of rules', `name: x\nrules:\n${'  - id: x\n'.repeat(90_000)}`],
    ['deep brackets', '['.repeat(100_000)],
    ['deep braces', '{a: '.repeat(100_000)],
    ['deep dashes', '- '.repeat(100_000)],
    ['deep steps', Array.from({ length: 900 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['a tag that makes things', 'name: !!js/function "x"'],
    ['a merge of a prototype', '<<: {__proto__: {polluted: true}}'],
    ['a prototype', '__proto__:\n  polluted: true'],
    ['a constructor', 'constructor:\n  prototype: {polluted: true}'],
    ['keys that are no texts', '? [a, b]\n: c'],
    ['two documents', 'name: a\n---\nname: b'],
    ['nothing', ''],
    ['a comment', '# nothing'],
    ['a byte order mark and nothing', '\ufeff'],
    ['a list', '- a'],
    ['a word', 'a'],
    ['bytes that are no text', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8])],
    ['controls', 'name: "\\e[31m\\u202e"\nprefix: "\\e[2J"'],
    ['an endless line', `name: ${'x'.repeat(500_000)}`],
    [
      'an endless pattern',
      text.replace('mentions: 政府网站|门户网站', `pattern: '${'(?:a{200}){200}'}'`),
    ],
  ])('%s', async (_, content) => {
    const file = write('hostile.yaml', content)
    const start = performance.now()
    let told = ''
    try {
      await load(file)
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError)
      told = (error as Error).message
    }
    expect(told).toMatch(/^hostile\.yaml[: ]/u)
    expect(told).not.toMatch(/\n/u)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be printed
    expect(told).not.toMatch(/[\u0000-\u001f\u202e]/u)
    expect(told.length).toBeLessThan(600)
    expect(performance.now() - start).toBeLessThan(30_000)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('a byte order mark and Windows line ends are no harm', async () => {
    const windows = `\ufeff${text.replaceAll('\n', '\r\n')}`
    const [same] = await load(write('windows.yaml', windows))
    expect(same?.rules).toHaveLength(10)
  })
})

describe('an example that does not hold is told', () => {
  test.each<[why: string, from: string, to: string, reason: string]>([
    [
      'a good one is reported',
      '《川西省行政执法公示办法》第八条、第九条 |',
      '见有关文件 |',
      '不应当报',
    ],
    [
      'another sentence',
      '            - “行政许可”的公开依据没有',
      '            - “行政许可”的依据没有',
      '说的话不对',
    ],
    ['another place', '⟦《行政许可法》第四十条⟧ |', '《行政许可法》⟦第四十条⟧ |', '⟦⟧标的地方不对'],
    [
      'no table',
      '            | --- | --- | --- | --- | --- |\n            | 1 | 行政许可 | 许可决定 | 1.',
      '            1.',
      '例子没有认出',
    ],
  ])('%s', async (_, from, to, reason) => {
    const wrong = text.replace(from, to)
    expect(wrong).not.toBe(text)
    const [pack] = await load(write('failing.yaml', wrong))
    const [rule] = pack?.rules ?? []
    if (rule === undefined) throw new Error('no rule')
    const failures = await testExamples(rule, { authorities, today: TODAY })
    expect(failures).toHaveLength(1)
    expect(failures[0]?.reason).toContain(reason)
  })

  test.each<[why: string, from: string, to: string, reason: string]>([
    ['another fix', '本目录在川西政务公开网公布', '本目录在川西政务网公布', '改后的表不对'],
    [
      'a fix that is not shown',
      '          fixed: |\n            本目录',
      '          says2: |\n            本目录',
      '',
    ],
  ])('%s', async (_, from, to, reason) => {
    const wrong = text.replace(from, to)
    expect(wrong).not.toBe(text)
    const file = write('failing.yaml', wrong)
    if (reason === '') return expect(load(file)).rejects.toThrow(/没有“says2”这一项/u)
    const rule = (await load(file))[0]?.rules.find(
      ({ id }) => id === 'chuanxi-platform-renamed',
    ) as Rule
    const failures = await testExamples(rule, { authorities, today: TODAY })
    expect(failures.map((failure) => failure.reason)).toEqual([reason])
  })

  test('a requirement without an example', async () => {
    const wrong = text.replace(/ {8}- name: 把几个机关连在一起\n[\s\S]*?says: [^\n]*\n/u, '')
    const rule = (await load(write('failing.yaml', wrong)))[0]?.rules.find(
      ({ id }) => id === 'chuanxi-subject-not-full',
    ) as Rule
    expect(await testExamples(rule, { authorities, today: TODAY })).toEqual([
      { reason: 'maxLength 没有会报的例子，每个要求应当至少有一个' },
    ])
  })

  test('our own rules do on their examples what they should', async () => {
    for (const rule of rules.filter(({ id }) => /^(?:basis|subject|num)-/u.test(id))) {
      expect([rule.id, await testExamples(rule, { authorities, today: TODAY })]).toEqual([
        rule.id,
        [],
      ])
    }
  })
})

describe('docs/rule-packs.md and README.md', () => {
  const pages = ['docs/rule-packs.md', 'README.md'].map((page) => readFileSync(page, 'utf8'))
  const blocks = [...pages.join('\n').matchAll(/```yaml\n((?:name|on|require):[\s\S]*?)```/gu)].map(
    ([, block = '']) => block,
  )
  const wholes = blocks.filter((block) => block.startsWith('name:'))
  const parts = blocks.filter((block) => !block.startsWith('name:'))

  test.each(wholes)('shows a pack that holds', async (block) => {
    const [pack] = await load(write('shown.yaml', block))
    for (const rule of pack?.rules ?? []) {
      expect(await testExamples(rule, { authorities, today: TODAY })).toEqual([])
    }
  })

  test.each(parts)('shows parts of rules that can be read: %s', async (block) => {
    const [whole = ''] = wholes
    const pack = jsonValue(parseYaml(whole)) as { rules: object[] }
    const rule = { ...pack.rules[0], ...(jsonValue(parseYaml(block)) as object) }
    expect(
      await load(write('shown.json', JSON.stringify({ ...pack, rules: [rule] }))),
    ).toHaveLength(1)
  })

  test('explains every key of the schema', () => {
    const { properties, $defs } = JSON.parse(readFileSync('schemas/rule-pack.schema.json', 'utf8'))
    const page = readFileSync('docs/rule-packs.md', 'utf8')
    const keys = [
      properties,
      ...['rule', 'on', 'require', 'bad'].map((name) => $defs[name].properties),
    ]
    for (const key of keys.flatMap((one) => Object.keys(one))) expect(page).toMatch(key)
    for (const slot of Object.keys(SLOTS)) expect(page).toContain(`{${slot}}`)
  })
})

describe('on the command line', () => {
  test('a pack is checked and its examples are run', () => {
    const { status, stdout } = mulint('pack', resolve(PACK))
    expect(stdout).toContain('✓ chuanxi-item-missing')
    expect(stdout).toContain('共10条规则、24个例子，例子全部符合。')
    expect(status).toBe(0)
  })

  test('an example that fails is told with what was said and what was expected', () => {
    write('failing.yaml', text.replace('says: 公开主体“市局办公室”应当写', 'says: 公开主体应当写'))
    const { status, stdout } = mulint('pack', 'failing.yaml')
    expect(stdout).toContain('✗ chuanxi-subject-not-full')
    expect(stdout).toContain('例子“简称”：说的话不对。')
    expect(stdout).toContain('应当：公开主体应当写机关的全称')
    expect(stdout).toContain('实际：公开主体“市局办公室”应当写机关的全称')
    expect(stdout).toContain('1条规则的例子不符合。')
    expect(status).toBe(1)
  })

  test.each([
    [['pack'], 'pack 后面写规则包文件'],
    [['pack', 'nowhere.yaml'], '没有文件“nowhere.yaml”'],
    [['rules', '--pack', 'nowhere.yaml'], '--pack：没有文件“nowhere.yaml”'],
    [['pack', 'broken.yaml'], 'broken.yaml:1:1 规则包没有“x”这一项'],
    [['check', '--pack', 'broken.yaml', '.'], 'broken.yaml:1:1 规则包没有“x”这一项'],
    [['explain', 'chuanxi-item-missing'], '既不是规则，也不是文件'],
  ])('%j ends with 2 and a sentence', (words, message) => {
    write('broken.yaml', 'x: 1')
    const { status, stderr } = mulint(...words)
    expect(stderr).toContain(message)
    expect(stderr.trimEnd()).not.toContain('\n')
    expect(status).toBe(2)
  })

  test('its rules are listed, explained, and used, by option or by settings', () => {
    const pack = ['--pack', resolve(PACK)]
    expect(mulint('rules', ...pack).stdout).toMatch(
      /^chuanxi-item-missing .*（川西省政务公开规则）$/mu,
    )
    const { stdout } = mulint('explain', 'chuanxi-item-missing', ...pack)
    expect(stdout).toContain(
      '规则包：川西省政务公开规则 1.2.0（川西省人民政府办公厅），自2023-01-01起',
    )
    expect(stdout).toContain('《川西省政务公开办法》第十四条')
    const documents = resolve('fixtures/packs/documents')
    const byOption = mulint('check', documents, ...pack, '--only', 'chuanxi', '-f', 'json')
    expect(byOption.status).toBe(1)
    const schema = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'))
    const isReport = new Ajv2020({ strictTypes: false }).compile(schema)
    isReport(JSON.parse(byOption.stdout))
    expect(isReport.errors).toBeNull()
    const sarif = mulint('check', documents, ...pack, '--only', 'chuanxi', '-f', 'sarif').stdout
    expect(sarif).toContain('每年至少举办一次政府开放活动')
    write('.mulintrc.json', JSON.stringify({ packs: 'own.yaml' }))
    write('own.yaml', text)
    const bySettings = mulint('check', documents, '--only', 'chuanxi', '-f', 'json')
    expect(JSON.parse(bySettings.stdout).files).toEqual(JSON.parse(byOption.stdout).files)
    expect(mulint('doctor').stdout).toContain('正常  规则包的10条规则，例子全部符合')
    write('own.yaml', text.replace('says: 公开主体“市局办公室”应当写', 'says: 公开主体应当写'))
    expect(mulint('doctor').stdout).toContain(
      '有误  规则 chuanxi-subject-not-full  例子“简称”：说的话不对',
    )
    rmSync(join(folder, '.mulintrc.json'))
    expect(mulint('check', documents, '--only', 'chuanxi').status).toBe(2)
  })
})

function load(...files: readonly string[]) {
  return loadPacks(files, folder === '' ? process.cwd() : folder, { rules, authorities })
}

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** Rules without their functions. */
function plain(all: readonly Rule[] | undefined) {
  return JSON.parse(JSON.stringify(all))
}

function mulint(...words: readonly string[]) {
  return spawnSync(process.execPath, [BIN, ...words], { cwd: folder, encoding: 'utf8' })
}
