import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { INIT_JSONC, INIT_YAML } from '../src/cli/commands/init-text.ts'
import { loadConfig } from '../src/node/config-file.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { selfTest } from '../src/node/self-test.ts'
import { parseYaml } from '../src/node/yaml.ts'
import { jsonValue, parseJson } from '../src/text/json.ts'

const BIN = resolve('bin/mulint.cjs')
const HEADER =
  '序号\t公开事项\t公开内容\t公开依据\t公开时限\t公开主体\t公开渠道\t公开对象\t公开方式\n'
const ROW =
  '1\t公开制度\t制度文本\t《中华人民共和国政府信息公开条例》第四条\t实时更新\t市教育局\t政府网站\t全社会\t主动公开\n'
const CLEAN = `云岭市教育局主动公开事项目录\n\n${HEADER}${ROW}`
/** An error of subject-missing. */
const ERROR = CLEAN.replace('\t市教育局', '\t')
/** A warning of cite-number-malformed. */
const WARNING = CLEAN.replace('》第四条', '》（国令711号）第四条')

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mulint-settings-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Files = Readonly<Record<string, string | Uint8Array>>

function put(files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

function mulint(words: string, input?: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, ...words.split(' ').filter((word) => word !== '')],
    { cwd: folder, encoding: 'utf8', ...(input !== undefined && { input }) },
  )
  return { status, stdout, stderr }
}

/** The rules that are reported, by file. */
function found(words: string): Record<string, string[]> {
  const { stdout, stderr } = mulint(`${words} -f json`)
  if (stdout === '') throw new Error(stderr)
  type File = { path: string; findings: { rule: string; severity: string }[] }
  const { files } = JSON.parse(stdout) as { files: File[] }
  return Object.fromEntries(
    files.map(({ path, findings }) => [
      path,
      findings.map(({ rule, severity }) => `${severity} ${rule}`),
    ]),
  )
}

describe('each file is judged by the nearest settings', () => {
  test('in one run', () => {
    put({
      'a.tsv': ERROR,
      '市/a.tsv': ERROR,
      '区/a.tsv': ERROR,
      '区/年报/a.tsv': ERROR,
      '.mulintrc.json': '{"rules": {"subject-missing": "warning"}}',
      '市/.mulintrc.yaml': 'rules: { subject: off }',
      '区/.mulintrc.jsonc': '{"overrides": [{"files": "年报/**", "rules": {"subject": "info"}}]}',
    })
    expect(found('.')).toEqual({
      'a.tsv': ['warning subject-missing'],
      '市/a.tsv': [],
      '区/a.tsv': ['error subject-missing'],
      '区/年报/a.tsv': ['info subject-missing'],
    })
    const all = ['a.tsv', '区/a.tsv', '区/年报/a.tsv', '市/a.tsv']
    const alike = (said: string[]) => Object.fromEntries(all.map((path) => [path, said]))
    expect(found('. --no-nested-config')).toEqual(alike(['warning subject-missing']))
    expect(found('. -c 市/.mulintrc.yaml')).toEqual(alike([]))
    expect(found('. --rule subject-missing=error')).toEqual(alike(['error subject-missing']))
  })

  test('with the registry, words, kind and encoding of each', () => {
    const own =
      '[{"id":"rule:云岭市政务公开办法","title":"云岭市政务公开办法","kind":"地方政府规章","effective":"2023-07-01","status":"废止","repealedOn":"2024-01-01","confidence":"medium"}]'
    put({
      '市/a.tsv': CLEAN.replace('制度文本', '云玲市的制度，工作布署'),
      '市/.mulintrc.yaml':
        'dictionary:\n - 词.yaml\n - { accept: [工作布署] }\nauthorities: 依据.json\nrules: { content: off }',
      '市/词.yaml': 'typos: { 云玲市: 云岭市 }',
      '市/依据.json': own.replace(',"status":"废止","repealedOn":"2024-01-01"', ''),
      '区/a.tsv': CLEAN.replace('制度文本', '云玲市的制度，工作布署'),
      '区/.mulintrc.yaml': 'rules: { content: off }\nencoding: utf-8',
    })
    expect(found('.')).toEqual({
      '市/a.tsv': ['error text-known-typo'],
      '区/a.tsv': ['error text-known-typo'],
    })
    expect(mulint('市/a.tsv -f concise').stdout).toContain('“云玲市”有错别字，应当为“云岭市”。')
    expect(mulint('区/a.tsv -f concise').stdout).toContain('“布署”有错别字，应当为“部署”。')
  })

  test('own terms and names of items', () => {
    put({
      'a.tsv': CLEAN.replace('公开制度', '三重一大').replace('制度文本', '便民大厅的制度'),
      '.mulintrc.json':
        '{"dictionary": {"terms": {"便民大厅": "政务服务大厅"}, "items": {"三重一大": "重大行政决策"}}}',
    })
    const { stdout } = mulint('a.tsv -f concise')
    expect(stdout).toContain('“便民大厅”不是规范用语，应当为“政务服务大厅”（自定词典）。')
    expect(stdout).toContain('事项名称里的“三重一大”应当写作“重大行政决策”。')
  })

  test('who publishes may be said', () => {
    put({
      'a.tsv': CLEAN.replace('公开制度\t制度文本', '部门预算\t本部门预算').replace(
        '实时更新',
        '及时公开',
      ),
      '市/.mulintrc.json': '{"profile": "domain"}',
    })
    put({ '市/a.tsv': readFileSync(join(folder, 'a.tsv')) })
    expect(found('. --only deadline-not-allowed')).toEqual({
      'a.tsv': ['error deadline-not-allowed'],
      '市/a.tsv': ['warning deadline-not-allowed'],
    })
  })

  test('standard input is judged as the file that it is named', () => {
    put({ '.mulintrc.json': '{}', '市/.mulintrc.json': '{"rules": {"subject": "off"}}' })
    expect(mulint('--stdin --stdin-filename a.tsv', ERROR).status).toBe(1)
    expect(mulint('--stdin --stdin-filename 市/a.tsv', ERROR).status).toBe(0)
  })

  test('explained as it is checked', () => {
    put({ 'a.tsv': CLEAN, '.mulintrc.json': '{"kind": "ledger"}' })
    expect(mulint('explain a.tsv').stdout).not.toContain('认作：主动公开事项目录')
    expect(mulint('explain a.tsv --kind auto').stdout).toContain('认作：主动公开事项目录')
  })

  test('opt-in rules by their own name, not by their family', () => {
    const printed = (settings: string) => {
      put({ '.mulintrc.json': settings })
      return JSON.parse(mulint('--print-config a.tsv').stdout).settings.rules
    }
    expect(printed('{"rules": {"complete": "error"}}')).toMatchObject({
      'complete-profile-item': 'off',
      'complete-required-item': 'error',
    })
    expect(printed('{"rules": {"complete-profile-item": "info"}}')).toMatchObject({
      'complete-profile-item': 'info',
    })
  })
})

describe('exit codes from settings', () => {
  test.each<[why: string, files: Files, words: string, code: number]>([
    ['failOn', { '.mulintrc.json': '{"failOn": "warning"}' }, 'w.tsv', 1],
    [
      '--fail-on before it',
      { '.mulintrc.json': '{"failOn": "warning"}' },
      'w.tsv --fail-on error',
      0,
    ],
    ['maxWarnings', { '.mulintrc.json': '{"maxWarnings": 0}' }, 'w.tsv', 1],
    [
      '--max-warnings before it',
      { '.mulintrc.json': '{"maxWarnings": 0}' },
      'w.tsv --max-warnings 1',
      0,
    ],
    [
      'failOn of another folder',
      { '市/.mulintrc.json': '{"failOn": "warning"}' },
      'w.tsv 市/a.tsv',
      0,
    ],
    [
      'maxWarnings of another folder',
      { '市/.mulintrc.json': '{"maxWarnings": 0}' },
      'w.tsv 市/a.tsv',
      0,
    ],
    ['a fault in settings of a file', { '市/.mulintrc.json': '{"x": 0}' }, 'w.tsv 市/a.tsv', 2],
    ['an unknown rule', { '.mulintrc.json': '{"rules": {"cite-outdatd": "off"}}' }, 'w.tsv', 2],
    ['two files', { '.mulintrc.json': '{}', '.mulintrc.yml': 'root: true' }, 'w.tsv', 2],
    [
      'a baseline that is not there yet',
      { '.mulintrc.json': '{"baseline": "x.json"}' },
      'w.tsv',
      2,
    ],
  ])('%s', (_why, files, words, code) => {
    put({ 'w.tsv': WARNING, '市/a.tsv': CLEAN, ...files })
    const { status, stderr, stdout } = mulint(words)
    expect({ status, told: status === code ? '' : stderr + stdout }).toEqual({
      status: code,
      told: '',
    })
    if (code === 2) expect(stdout).toBe('')
  })

  test.each([
    [
      '{\n  "rules": {\n    "cite-outdatd": "off"\n  }\n}',
      'mulint：.mulintrc.json:3:5 rules 里没有规则或者规则族“cite-outdatd”，是否指 cite-outdated？\n',
    ],
    [
      '{"rules": {"ciet": "off"}}',
      'mulint：.mulintrc.json:1:12 rules 里没有规则或者规则族“ciet”，是否指 cite？\n',
    ],
    [
      '{"rules": {"__proto__": "off"}}',
      'mulint：.mulintrc.json:1:12 rules 里没有规则或者规则族“__proto__”，用 mulint rules 查看全部规则\n',
    ],
  ])('%j names the place and the nearest name', (settings, told) => {
    put({ 'a.tsv': CLEAN, '.mulintrc.json': settings })
    expect(mulint('a.tsv')).toEqual({ status: 2, stdout: '', stderr: told })
  })

  test('programs as settings, in TypeScript too', () => {
    put({
      'a.tsv': ERROR,
      'mulint.config.ts':
        'const level: string = "off"\nexport default { rules: { "subject-missing": level } } satisfies object',
    })
    expect(mulint('a.tsv')).toMatchObject({ status: 0, stderr: '' })
  })

  test('a program that was handed in is told and not run', () => {
    put({ '报送/a.tsv': ERROR, '报送/mulint.config.js': 'process.exit(0)' })
    const { status, stdout, stderr } = mulint('报送')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(
      /^mulint：报送\/mulint\.config\.js 是会运行的程序，不在当前项目里，没有读取；[^\n]+\n$/u,
    )
    expect(mulint('报送 --no-nested-config').status).toBe(1)
  })

  test('a program in the midst of what is checked runs only where it is named', () => {
    put({ 'a.tsv': ERROR, 'mulint.config.mjs': 'console.log("ran"); export default {}' })
    expect(mulint('. --no-nested-config')).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'mulint：mulint.config.mjs 是程序，有 --no-nested-config 时不运行，确要用它，用 -c 指明\n',
    })
    const named = mulint('. --no-nested-config -c mulint.config.mjs')
    expect(named.status).toBe(1)
    expect(named.stdout).toMatch(/^ran\n/u)
  })
})

describe('what is ignored', () => {
  const files: Files = {
    'a.tsv': CLEAN,
    '草稿/b.tsv': ERROR,
    '归档/c.tsv': ERROR,
    'd.tsv': ERROR,
    'e.png': 'x',
    '.git/HEAD': '',
    '.gitignore': '草稿/\n',
    '.mulintignore': '/归档\n',
    '.mulintrc.json': '{"ignore": "d.tsv"}',
  }

  test('is not checked, unless it is asked for', () => {
    put(files)
    expect(mulint('.')).toMatchObject({ status: 0, stderr: '' })
    expect(Object.keys(found('. --no-ignore'))).toEqual([
      'a.tsv',
      'd.tsv',
      '归档/c.tsv',
      '草稿/b.tsv',
    ])
    expect(Object.keys(found('*.tsv **/*.tsv'))).toEqual(['a.tsv'])
  })

  test.each([
    ['草稿/b.tsv', '“草稿/b.tsv” 在忽略之列（.gitignore:1 草稿/），因为点了名，仍然检查'],
    ['归档', '“归档” 在忽略之列（.mulintignore:1 /归档），因为点了名，仍然检查'],
    ['d.tsv', '“d.tsv” 在忽略之列（设置里的 ignore），因为点了名，仍然检查'],
  ])('%s is checked with a note when it is named, and not with --force-exclude', (path, note) => {
    put(files)
    expect(mulint(path)).toMatchObject({ status: 1, stderr: `mulint：${note}\n` })
    expect(mulint(`${path} --force-exclude`)).toMatchObject({ status: 0, stderr: '' })
    expect(found(`${path} a.tsv --force-exclude`)).toEqual({ 'a.tsv': [] })
  })

  test('a folder in which all is ignored is not silence', () => {
    put({ '草稿/b.tsv': ERROR, '.mulintignore': '*.tsv' })
    const { status, stderr } = mulint('草稿')
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'mulint：“草稿” 没有对应的文件，或者文件夹里没有能检查的文件，有的在忽略之列，用 --list-files 查看\n',
    })
  })

  test('what was handed in hides nothing from --no-nested-config', () => {
    put({ '报送/a.tsv': ERROR, '报送/.mulintignore': '*', 'b.tsv': CLEAN })
    expect(mulint('.').status).toBe(0)
    expect(mulint('. --no-nested-config').status).toBe(1)
  })

  test('--list-files tells what and why', () => {
    put(files)
    expect(mulint('. --list-files')).toEqual({
      status: 0,
      stderr: '',
      stdout: [
        '不查  .git/  隐藏的',
        '不查  .gitignore  隐藏的',
        '不查  .mulintignore  隐藏的',
        '不查  .mulintrc.json  隐藏的',
        '检查  a.tsv  设置：.mulintrc.json',
        '不查  d.tsv  设置里的 ignore',
        '不查  e.png  不是目录会用的格式',
        '不查  归档/  .mulintignore:1 /归档',
        '不查  草稿/  .gitignore:1 草稿/',
        '共检查1个文件。',
        '',
      ].join('\n'),
    })
  })
})

test('standard input waives nothing for itself where nothing in a submission counts', () => {
  put({ 'given.yaml': '- rule: subject\n  file: a.md\n  reason: 局长批准\n' })
  const cells = (line: string) => `| ${line.split('\t').join(' | ')} |`
  const [header = '', late = ''] = [HEADER, ERROR.split('\n').at(-2) ?? ''].map((line) =>
    cells(line.trimEnd()),
  )
  const rule = header.replace(/[^| ]+/gu, '---')
  const table = `# 云岭市教育局主动公开事项目录\n\n${header}\n${rule}\n${late}\n`
  const comment = '\n<!-- mulint-ignore-file subject-missing: 自己免检 -->\n'
  const status = (words: string, input: string) =>
    mulint(`--stdin --stdin-filename a.md ${words}`, input).status
  expect(status('', table)).toBe(1)
  expect(status('', table + comment)).toBe(0)
  expect(status('--no-inline-config', table + comment)).toBe(1)
  expect(status('--no-inline-config --waivers given.yaml', table)).toBe(0)
})

test('settings that end the program do not make it look clean', () => {
  put({ 'a.tsv': ERROR, 'mulint.config.mjs': 'process.exit(0)' })
  expect(mulint('a.tsv')).toMatchObject({
    status: 2,
    stderr: 'mulint：mulint.config.mjs 运行出错：设置里不能用 process.exit\n',
  })
})

test('--print-config tells what holds for a file and where it came from', () => {
  put({
    '省/共用.yaml': 'profile: county\nrules: { cite: "off" }',
    '市/.mulintrc.json':
      '{"extends": "../省/共用.yaml", "overrides": [{"files": "*.txt", "encoding": "gb18030", "rules": {"cite-outdated": "info"}}]}',
  })
  const printed = (words: string) => JSON.parse(mulint(`--print-config ${words}`).stdout)
  expect(printed('市/目录.txt --as-of 2026-01-01 --max-warnings 3')).toMatchObject({
    file: '市/目录.txt',
    config: ['省/共用.yaml', '市/.mulintrc.json'],
    settings: {
      kind: 'auto',
      profile: 'county',
      asOf: '2026-01-01',
      encoding: 'gb18030',
      failOn: 'error',
      maxWarnings: 3,
      rules: { 'cite-outdated': 'info', 'cite-title-wrong': 'off' },
    },
  })
  expect(printed('市/目录.csv').settings).not.toHaveProperty('encoding')
  expect(printed('目录.csv').config).toEqual([])
})

describe('init', () => {
  test.each(['', '.mulintrc.jsonc', '.mulintrc.yaml'])(
    '%s writes once, and what it writes is right',
    (name) => {
      expect(mulint(`init ${name}`)).toMatchObject({ status: 0, stderr: '' })
      const [file = ''] = readdirSync(folder)
      expect(file).toBe(name === '' ? '.mulintrc.jsonc' : name)
      put({ 'a.tsv': CLEAN })
      expect(mulint('a.tsv').status).toBe(0)
      const text = readFileSync(join(folder, file), 'utf8')
      expect(mulint('init')).toMatchObject({
        status: 2,
        stderr: `mulint：这里已经有设置文件 ${file}，没有改动\n`,
      })
      expect(readFileSync(join(folder, file), 'utf8')).toBe(text)
    },
  )

  test.each(['别的.json', '.mulintrc.jsonc b', '__proto__'])('%s is refused', (words) => {
    expect(mulint(`init ${words}`).status).toBe(2)
    expect(readdirSync(folder)).toEqual([])
  })

  const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'))
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

  test.each<[name: string, text: string, taken: string]>([
    ['.mulintrc.jsonc', INIT_JSONC, INIT_JSONC.replace(/^( *)\/\/ (?=\s*["\]{}])/gmu, '$1')],
    [
      '.mulintrc.yaml',
      INIT_YAML,
      INIT_YAML.replace(/^# (?=\s*(?:- )?[\w\u4e00-\u9fff-]+:(?: |$))/gmu, ''),
    ],
  ])('what %s has in comments is right when it is taken in', async (name, text, taken) => {
    put({
      [`市/${name}`]: taken,
      [`省/${name}`]: name.endsWith('c') ? '{}' : 'root: true',
      '市/依据/本市.json': '[]',
      '市/时限/本市.json': '[]',
      '市/法律文本/x.md': '',
    })
    const parse = name.endsWith('c') ? parseJson : parseYaml
    for (const one of [text, taken]) {
      expect(validate(jsonValue(parse(one))), JSON.stringify(validate.errors)).toBe(true)
    }
    const config = await loadConfig(join(folder, '市'))
    expect(config.overrides.length).toBe(2)
    expect(config.rules.length).toBe(3)
    expect(config).toMatchObject({ profile: 'township', maxWarnings: 20, asOf: '2026-01-01' })
    expect(config.dictionary.length).toBe(1)
  })
})

describe('doctor', () => {
  test('finds all in order', () => {
    put({
      '.mulintrc.json': '{"lawbook": "法律"}',
      '法律/x.md': '',
      '市/.mulintrc.yaml': 'root: true',
    })
    const { status, stdout } = mulint('doctor')
    expect(status).toBe(0)
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^正常 {2}Node\.js \d+\./u),
      expect.stringMatching(/^正常 {2}mulint \d+\.\d+\.\d+$/u),
      expect.stringMatching(/^正常 {2}法规数据截至\d{4}-\d\d-\d\d，共\d+件$/u),
      '正常  设置  .mulintrc.json',
      '正常  设置  市/.mulintrc.yaml',
      '正常  法律文本  法律',
      `正常  ${rules.length}条规则都查出了自己的反例`,
      '',
    ])
  })

  test('tells each fault in a line', () => {
    put({ '.mulintrc.json': '{"rules": {"cite-x": "off"}}', '市/.mulintrc.yaml': 'x: 1' })
    const { status, stdout } = mulint('doctor')
    expect(status).toBe(1)
    expect(stdout.split('\n').filter((line) => line.startsWith('有误'))).toEqual([
      expect.stringMatching(
        /^有误 {2}设置 {2}\.mulintrc\.json:1:12 rules 里没有规则或者规则族“cite-x”/u,
      ),
      expect.stringMatching(/^有误 {2}设置 {2}市\/\.mulintrc\.yaml:1:1 没有设置项“x”/u),
    ])
  })

  test('a rule that says nothing about its own bad examples is told', async () => {
    const [first, second] = rules
    if (first === undefined || second === undefined) throw new Error('there are no rules')
    const silent = { ...first, id: 'silent-rule', check: () => [] }
    const broken = {
      ...second,
      id: 'broken-rule',
      check: () => {
        throw new Error('no such thing')
      },
    }
    const faults = await selfTest([first, silent, broken], { authorities: loadAuthorities() })
    expect(faults).toEqual([
      { rule: 'silent-rule', reason: '自己的反例一个也没有报' },
      { rule: 'broken-rule', reason: '检查自己的反例时出错（no such thing）' },
    ])
  })
})

test('the settings that the README shows follow the schema', () => {
  const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'))
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
  const shown = [...readFileSync('README.md', 'utf8').matchAll(/```jsonc\n([\s\S]*?)```/gu)]
    .map(([, text = '']) => text)
    .filter((text) => text.includes('"extends"'))
  expect(shown.length).toBe(1)
  for (const text of shown) {
    expect(validate(jsonValue(parseJson(text))), JSON.stringify(validate.errors)).toBe(true)
  }
})
