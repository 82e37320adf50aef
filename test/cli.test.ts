import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMATS } from '../src/report/index.ts'

const BIN = resolve('bin/mulint.cjs')

const HEADER =
  '序号\t公开事项\t公开内容\t公开依据\t公开时限\t公开主体\t公开渠道\t公开对象\t公开方式\n'
const GUIDE =
  '1\t公开指南\t指南文本\t《中华人民共和国政府信息公开条例》第十二条\t实时更新\t市教育局\t政府网站\t全社会\t主动公开\n'
const RULES =
  '2\t公开制度\t制度文本\t《中华人民共和国政府信息公开条例》第四条\t实时更新\t市教育局\t政府网站\t全社会\t主动公开\n'
const TITLE = '云岭市教育局主动公开事项目录\n\n'

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'clean.tsv': TITLE + HEADER + GUIDE + RULES,
  'error.tsv': TITLE + HEADER + GUIDE + RULES.replace('市教育局', ''),
  'warning.tsv': TITLE + HEADER + GUIDE.replace('》第十二条', '》（国令711号）第十二条') + RULES,
  'info.tsv':
    TITLE + HEADER + GUIDE.replace('》第十二条', '》（国务院令第七百一十一号）第十二条') + RULES,
  'scrambled.tsv': TITLE + HEADER.replace('公开时限', '开限公时') + GUIDE + RULES,
  'unlabelled.tsv': `序号\t项开事公\t容开内公\t开限公时\t体公主开\n${GUIDE}`,
  'prose.md': '# 值班安排\n\n本周由综合科值班。\n',
  'empty.csv': '',
  'binary.tsv': Uint8Array.from({ length: 300 }, (_, index) => (index * 151) % 256),
  'workbook.xlsx': Uint8Array.from([0x50, 0x4b, 3, 4, ...Array<number>(60).fill(0)]),
  'mixed/a-good.tsv': TITLE + HEADER + GUIDE + RULES,
  'mixed/b-broken.tsv': Uint8Array.from({ length: 300 }, (_, index) => (index * 151) % 256),
  'mixed/README.md': '# 说明\n\n本仓库存放公开目录。\n',
  'repository/catalogue.tsv': TITLE + HEADER + GUIDE + RULES,
  'repository/README.md': '# 说明\n\n本仓库存放公开目录。\n',
  'only-prose/README.md': '# 说明\n\n本仓库存放公开目录。\n',
  'settings.json': '{ "authorities": "own.json", "lawbook": "mixed" } // 本市的设置',
  'misspelt.json': '{\n  "authorities": "own.json",\n  "lawbok": "mixed"\n}',
  'own.json':
    '[{"id":"rule:云岭市政务公开办法","title":"云岭市政务公开办法","kind":"地方政府规章","events":[{"date":"2023-05-12","action":"公布","number":"云岭市人民政府令第12号"}],"notes":["代拟\\u001b[31m\\u202e"],"confidence":"medium"}]',
  'configured/.mulintrc.json': '{ "authorities": ["wrong.json"] }',
  'configured/wrong.json': '[\n  {"id": "doc:云政发-2023-5"}\n]',
  'nothing/picture.png': Uint8Array.from([0x89, 0x50]),
  'escapes.tsv': `${TITLE + HEADER + GUIDE}2\t公开\u001b[31m制度\u202e\t文本\t\t实时更新\t市教育局\t政府网站\t全社会\t主动公开\n${RULES.replace('2', '3')}`,
}

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mulint-cli-'))
  for (const [name, content] of Object.entries(FILES)) {
    const file = join(folder, name)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, content)
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('exit codes', () => {
  test.each<[why: string, words: string, code: number]>([
    ['nothing found', 'check clean.tsv', 0],
    ['check is the default command', 'clean.tsv', 0],
    ['a header out of order', 'scrambled.tsv', 1],
    ['a header of which no label is known', 'unlabelled.tsv', 1],
    ['a header out of order, though nothing tells of it', 'scrambled.tsv --only deadline', 1],
    ['an error', 'check error.tsv', 1],
    ['a warning alone does not fail', 'warning.tsv', 0],
    ['a warning fails when asked', 'warning.tsv --fail-on warning', 1],
    ['an info fails when asked', 'info.tsv --fail-on info', 1],
    ['an info does not fail at warning', 'info.tsv --fail-on warning', 0],
    ['as many warnings as allowed', 'warning.tsv --max-warnings 1', 0],
    ['more warnings than allowed', 'warning.tsv --max-warnings 0', 1],
    ['an error made a warning', 'error.tsv --rule subject-missing=warning', 0],
    ['a warning made an error', 'warning.tsv --rule cite-number-malformed=error', 1],
    ['a rule switched off', 'error.tsv --rule subject-missing=off', 0],
    ['a rule skipped', 'error.tsv --skip subject-missing', 0],
    ['a family skipped', 'error.tsv --skip subject', 0],
    ['another rule only', 'error.tsv --only cite,num', 0],
    ['quiet changes what is shown, not what counts', 'warning.tsv --quiet --max-warnings 0', 1],
    ['one good file, one broken, one that is no catalogue', 'mixed', 1],
    ['a README in a repository of catalogues', 'repository', 0],
    ['a file without a table, named', 'prose.md', 2],
    ['a file without a table, named beside a good one', 'clean.tsv prose.md', 1],
    ['a folder in which nothing is recognised', 'only-prose', 2],
    ['a broken file alone', 'binary.tsv', 2],
    ['a broken file beside a good one', 'clean.tsv binary.tsv', 1],
    ['an empty file', 'empty.csv', 2],
    ['a format that cannot be read', 'clean.tsv workbook.xlsx', 1],
    ['no path', 'check', 2],
    ['no words at all', '', 2],
    ['a path that is not there', 'check nowhere.tsv', 2],
    ['one path that is there and one that is not', 'clean.tsv nowhere.tsv', 2],
    ['a pattern that matches', '*.tsv --only subject', 1],
    ['a pattern without a match', '*.xls', 2],
    ['a folder without a file to check', 'nothing', 2],
    ['an unknown option', 'clean.tsv --fromat json', 2],
    ['an unknown short option', 'clean.tsv -x', 2],
    ['an unknown format', 'clean.tsv -f jsno', 2],
    ['an option without its value', 'clean.tsv --format', 2],
    ['an unknown rule', 'clean.tsv --only subject-mising', 2],
    ['an unknown rule to change', 'clean.tsv --rule subject-mising=off', 2],
    ['an unknown severity', 'clean.tsv --rule subject-missing=fatal', 2],
    ['an unknown kind', 'clean.tsv --kind katalog', 2],
    ['a kind that is given', 'clean.tsv --kind catalogue', 0],
    ['a threshold that is none', 'clean.tsv --fail-on fatal', 2],
    ['a number of warnings that is none', 'clean.tsv --max-warnings viele', 2],
    ['a day that is none', 'clean.tsv --as-of 2026-02-30', 2],
    ['a day', 'clean.tsv --as-of 2026-02-28', 0],
    ['an unknown encoding', 'clean.tsv --encoding klingon', 1 + 1],
    ['settings', 'clean.tsv -c settings.json', 0],
    ['settings for a file explained', 'explain clean.tsv -c settings.json', 0],
    ['settings that are not there', 'clean.tsv -c nowhere.json', 2],
    ['settings that are misspelt', 'clean.tsv --config misspelt.json', 2],
    ['misspelt settings for a rule explained', 'explain subject-missing -c misspelt.json', 2],
    ['a report that cannot be written', 'clean.tsv -f json=nowhere/report.json', 2],
    ['a report that can', 'clean.tsv -f json=report.json', 0],
    ['two reports in one file', 'clean.tsv -f json=r.json -f sarif=./r.json', 2],
    ['a report over what is checked', 'clean.tsv -f json=clean.tsv', 2],
    ['a commit to compare with, alone', 'clean.tsv --since main', 2],
    ['changes of standard input', '--stdin --stdin-filename a.tsv --changed', 2],
    ['changed and staged at once', 'clean.tsv --changed --staged', 2],
    ['staged since a commit', 'clean.tsv --staged --since main', 2],
    ['changes where there is no repository', 'clean.tsv --changed', 2],
    ['help', '--help', 0],
    ['help on a command', 'check --help', 0],
    ['the version', '--version', 0],
    ['the rules', 'rules', 0],
    ['a rule explained', 'explain subject-missing', 0],
    ['a finding about files explained', 'explain input-unreadable', 0],
    ['a recognised file explained', 'explain clean.tsv', 0],
    ['a file explained that is no catalogue', 'explain prose.md', 2],
    ['a broken file explained', 'explain binary.tsv', 2],
    ['an entry explained', 'explain clean.tsv --entry 1', 0],
    ['an entry that is not there', 'explain clean.tsv --entry 99', 2],
    ['an entry of a rule', 'explain subject-missing --entry 1', 2],
    ['an entry checked', 'check clean.tsv --entry 1', 2],
    ['a rule with the limits of all item types', 'explain deadline-not-allowed', 0],
    ['a catalogue converted', 'convert clean.tsv', 0],
    ['a catalogue converted into a file', 'convert clean.tsv --to json -o converted.json', 0],
    ['a catalogue converted to nowhere', 'convert clean.tsv -o nowhere/a.md', 2],
    ['converted to a format that is none', 'convert clean.tsv --to docx', 2],
    ['prose converted', 'convert prose.md', 2],
    ['a header out of order converted', 'convert scrambled.tsv', 2],
    ['a broken file converted', 'convert binary.tsv', 2],
    ['nothing converted', 'convert', 2],
    ['a folder converted', 'convert mixed', 2],
    ['an order looked up', 'lookup 713', 0],
    ['several words looked up', 'lookup 国务院令 第713号', 0],
    ['a document looked up', 'lookup 国办发〔2018〕118号', 0],
    ['a title looked up on a day', 'lookup 突发事件应对法 --as-of 2010-01-01', 0],
    ['an authority of the user looked up', 'lookup 云岭市政务公开办法 -c settings.json', 0],
    ['an authority of the user, without the settings', 'lookup 云岭市政务公开办法', 2],
    ['what nobody knows looked up', 'lookup 国发〔2099〕1号', 2],
    ['nothing looked up', 'lookup', 2],
    ['looked up on a day that is none', 'lookup 713 --as-of 2026-02-30', 2],
    ['looked up in a format that is none', 'lookup 713 -f concise', 2],
    ['neither rule nor file explained', 'explain subject-mising', 2],
    ['nothing explained', 'explain', 2],
  ])('%s: mulint %s', (_, words, code) => {
    const { status, stdout, stderr } = mulint(words)
    expect({ status, stderr: status === code ? '' : stderr + stdout }).toEqual({
      status: code,
      stderr: '',
    })
    expect(stderr).not.toMatch(/\n\s+at /u)
  })

  test('from standard input', () => {
    expect(mulint('--stdin --stdin-filename a.tsv', FILES['clean.tsv']).status).toBe(0)
    expect(mulint('--stdin --stdin-filename a.tsv', FILES['error.tsv']).status).toBe(1)
    expect(mulint('--stdin --stdin-filename a.md', FILES['prose.md']).status).toBe(2)
    expect(mulint('--stdin clean.tsv', '').status).toBe(2)
    expect(mulint('clean.tsv --stdin-filename a.tsv').status).toBe(2)
  })
})

describe('usage errors', () => {
  test.each([
    ['clean.tsv --fromat json', 'mulint：没有选项 --fromat，是否指 --format？\n'],
    ['clean.tsv -f jsno', 'mulint：--format 没有“jsno”这种格式，是否指 json？\n'],
    [
      'clean.tsv --only subject-mising',
      'mulint：--only：没有规则“subject-mising”，是否指 subject-missing？\n',
    ],
    ['clean.tsv --kind katalogue', 'mulint：--kind 不能是“katalogue”，是否指 catalogue？\n'],
    ['explain clean.tsv --entry 99', 'mulint：没有序号为“99”的条目，表里的序号从1到2\n'],
    [
      'check clean.tsv --entry 1',
      'mulint：--entry 同 explain 一起用，例如 mulint explain 目录.xlsx --entry 10\n',
    ],
    ['clean.tsv -c nowhere.json', 'mulint：没有设置文件“nowhere.json”\n'],
    [
      'clean.tsv -c misspelt.json',
      'mulint：misspelt.json:3:3 没有设置项“lawbok”，是否指 lawbook？\n',
    ],
    [
      'clean.tsv -c configured/.mulintrc.json',
      'mulint：configured/wrong.json:2 这一条缺少 title\n',
    ],
    [
      'lookup 政府信息公开条列',
      'mulint：依据库里没有“政府信息公开条列”，题名相近的有《中华人民共和国政府信息公开条例》、《国务院办公厅关于印发当前政府信息公开重点工作安排的通知》、《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》\n',
    ],
    ['lookup 国发〔2099〕1号', 'mulint：依据库里没有“国发〔2099〕1号”\n'],
    ['lookup', 'mulint：lookup 后面写题名、令号或者文号，例如 mulint lookup 713\n'],
    ['clean.tsv --since main', 'mulint：--since 要和 --changed 一起用\n'],
    [
      'clean.tsv -f json=r.json -f sarif=./r.json',
      'mulint：两份报告都要写到“./r.json”，各写到各的文件\n',
    ],
    ['nowhere.tsv', 'mulint：“nowhere.tsv” 没有对应的文件，或者文件夹里没有能检查的文件\n'],
    [
      'explain subject-mising',
      'mulint：“subject-mising”既不是规则，也不是文件，是否指 subject-missing？\n',
    ],
  ])('mulint %s names the cause and the nearest name in one line', (words, expected) => {
    const { stdout, stderr } = mulint(words)
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: expected })
  })
})

describe('the folder of a good, a broken and a foreign file', () => {
  test('reports all three', () => {
    const { stdout } = mulint('mixed -f json')
    const { files } = JSON.parse(stdout)
    expect(
      files.map(
        (file: {
          path: string
          status: string
          findings: { severity: string; rule: string }[]
        }) => [
          file.path,
          file.status,
          ...file.findings.map(({ rule, severity }) => `${severity} ${rule}`),
        ],
      ),
    ).toEqual([
      ['mixed/README.md', 'not-recognised', 'info input-not-recognised'],
      ['mixed/a-good.tsv', 'checked'],
      ['mixed/b-broken.tsv', 'unreadable', 'error input-unreadable'],
    ])
  })

  test('names the failing files before the last line', () => {
    const { stdout } = mulint('mixed')
    const lines = stdout.trimEnd().split('\n')
    expect(lines.slice(-3)).toEqual([
      '无法读取：mixed/b-broken.tsv',
      '没有认出：mixed/README.md',
      expect.stringMatching(
        /^错误1、警告0、提示1。共检查3个文件、1张表、2个条目，用\d+条规则；法规数据截至\d{4}-\d\d-\d\d。$/u,
      ),
    ])
  })
})

describe('the JSON report', () => {
  const schema = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'))
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema)

  test.each([
    ...readdirSync('fixtures/documents').map((name) => `fixtures/documents/${name}`),
    'fixtures/damaged',
  ])('of %s follows its schema', (path) => {
    const { stdout } = mulint(`${resolve(path)} -f json --as-of 2026-11-21`)
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true)
  })

  test('has its keys in the order of the contract', () => {
    const report = JSON.parse(mulint('error.tsv -f json').stdout)
    expect(Object.keys(report)).toEqual(['version', 'tool', 'registry', 'summary', 'files'])
    const [file] = report.files
    expect(Object.keys(file)).toEqual([
      'path',
      'format',
      'encoding',
      'status',
      'kind',
      'title',
      'agency',
      'asOf',
      'tables',
      'entries',
      'findings',
    ])
    expect(file.findings[0].place).toEqual({
      label: '序号2／公开主体',
      entry: '2',
      role: 'subject',
      table: 1,
      row: 3,
      column: 6,
      line: 5,
      col: 39,
      endLine: 5,
      endCol: 39,
    })
  })

  test('is the same for the same input', () => {
    const path = resolve('fixtures/documents')
    const [first, second] = [1, 2].map(() => mulint(`${path} -f json`).stdout)
    expect(second).toBe(first)
  })
})

describe('lookup', () => {
  test.each([
    ['713', '重大行政决策程序暂行条例'],
    ['第713号', '重大行政决策程序暂行条例'],
    ['第七百一十三号', '重大行政决策程序暂行条例'],
    ['国务院令第713号', '重大行政决策程序暂行条例'],
    ['主席令第二十五号', '中华人民共和国突发事件应对法'],
    ['国办发[2018]118号', '国务院办公厅关于全面推行行政执法公示制度'],
    ['《政府信息公开条例》（国务院令第711号）', '中华人民共和国政府信息公开条例'],
    ['信息公开条例', '中华人民共和国政府信息公开条例'],
  ])('%s finds %s', (text, title) => {
    expect(mulint(`lookup ${text}`).stdout).toContain(`${title}`)
  })

  test('tells one in full, several one after the other, and many in two lines each', () => {
    expect(mulint('lookup 713').stdout).toMatch(
      /^重大行政决策程序暂行条例\n {2}种类：行政法规\n[\s\S]*\n {2}来源：[\s\S]*\n\n依据库截至\d{4}-\d\d-\d\d。\n$/u,
    )
    const many = mulint('lookup 69').stdout.split('\n\n')
    expect(many[0]).toMatch(/^共\d件。$/u)
    expect(many[1]).toMatch(
      /^中华人民共和国职业教育法\n {2}法律；1996-05-15 公布，.*主席令第69号（八届）.*有效.*$/u,
    )
  })

  test('gives the records as JSON', () => {
    const [record, ...more] = JSON.parse(mulint('lookup 713 -f json').stdout)
    expect(more).toEqual([])
    expect(record).toMatchObject({
      id: 'reg:重大行政决策程序暂行条例',
      events: [{ date: '2019-04-20', action: '公布', number: '国务院令第713号' }],
      status: '现行有效',
      sources: ['https://github.com/LawRefBook/Laws'],
    })
    expect(mulint('lookup 国发〔2099〕1号 -f json').stdout).toBe('[]\n')
  })

  test.each(['text', 'json'])('%s obeys nothing that a file of authorities says', (format) => {
    const { stdout } = mulint(`lookup 云岭市政务公开办法 -c settings.json -f ${format}`)
    expect(stdout).toContain('代拟')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may come out
    expect(stdout).not.toMatch(/[\u001b\u202e]/u)
  })
})

describe('output', () => {
  test('goes to several formats in one run', () => {
    const { stdout } = mulint('error.tsv -f concise -f json=out.json')
    expect(stdout).toContain('error.tsv:5:39: error subject-missing 序号2／公开主体 ')
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).files).toHaveLength(1)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('keeps the other reports when one cannot be written', () => {
    const words = 'error.tsv -f json=nowhere/a.json -f sarif=clean.tsv -f json=b.json -f text'
    rmSync(join(folder, 'clean.tsv'))
    mkdirSync(join(folder, 'clean.tsv'))
    const { status, stdout, stderr } = mulint(words)
    rmSync(join(folder, 'clean.tsv'), { recursive: true })
    writeFileSync(join(folder, 'clean.tsv'), FILES['clean.tsv'] ?? '')
    expect(status).toBe(2)
    expect(stderr).toBe(
      'mulint：报告写不进“nowhere/a.json”（ENOENT），检查文件夹是否存在、是否可写\nmulint：报告写不进“clean.tsv”（EISDIR），检查文件夹是否存在、是否可写\n',
    )
    expect(stdout).toContain('subject-missing')
    expect(JSON.parse(readFileSync(join(folder, 'b.json'), 'utf8')).files).toHaveLength(1)
  })

  test('never goes over what is checked', () => {
    const { stderr } = mulint('clean.tsv -f json=./clean.tsv')
    expect(stderr).toBe('mulint：“./clean.tsv”是要检查的文件，报告不能写到它上面，换一个文件名\n')
    expect(readFileSync(join(folder, 'clean.tsv'), 'utf8')).toBe(FILES['clean.tsv'])
  })

  test('is annotations in GitHub Actions, unless a format is asked for', () => {
    const env = { GITHUB_ACTIONS: 'true' }
    expect(mulint('error.tsv', undefined, env).stdout).toMatch(
      /^::error file=error\.tsv,line=5,endLine=5,col=39,title=mulint subject-missing::序号2／公开主体：/u,
    )
    expect(mulint('error.tsv -f text', undefined, env).stdout).not.toContain('::error')
    expect(mulint('error.tsv', undefined, { GITHUB_ACTIONS: 'false' }).stdout).not.toContain('::')
  })

  test('SARIF tells the reasons of every rule that was asked', () => {
    const { stdout } = mulint('error.tsv -f sarif')
    const [{ tool }] = JSON.parse(stdout).runs
    const asked = tool.driver.rules.filter(({ id }: { id: string }) => !id.startsWith('input-'))
    expect(asked.length).toBeGreaterThan(50)
    expect(
      asked.filter(
        ({ help }: { help: { text: string } }) =>
          !/为什么：.+\n怎么改：.+\n依据：/u.test(help.text),
      ),
    ).toEqual([])
  })

  test.each<[why: string, words: string, env: Record<string, string>, colored: boolean]>([
    ['off in a pipe', 'error.tsv', {}, false],
    ['FORCE_COLOR turns it on', 'error.tsv', { FORCE_COLOR: '1' }, true],
    ['NO_COLOR wins over FORCE_COLOR', 'error.tsv', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['--color wins over NO_COLOR', 'error.tsv --color', { NO_COLOR: '1' }, true],
    ['--no-color wins over FORCE_COLOR', 'error.tsv --no-color', { FORCE_COLOR: '1' }, false],
    ['never in JSON', 'error.tsv --color -f json', {}, false],
  ])('colour: %s', (_, words, env, colored) => {
    expect(mulint(words, undefined, env).stdout.includes('\u001b[')).toBe(colored)
  })

  test.each(Object.keys(FORMATS))('%s obeys nothing that a cell says', (format) => {
    const { stdout } = mulint(`escapes.tsv -f ${format}`)
    expect(stdout).toContain('basis-missing')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may come out
    expect(stdout).not.toMatch(/[\u001b\u202e]/u)
  })

  test('quiet shows errors only', () => {
    expect(mulint('warning.tsv --quiet').stdout).not.toContain('cite-number-malformed')
    expect(mulint('error.tsv --quiet').stdout).toContain('subject-missing')
  })
})

function mulint(words: string, input?: string | Uint8Array, env: Record<string, string> = {}) {
  const { NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, ...inherited } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, ...words.split(' ').filter((word) => word !== '')],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...inherited, ...env },
      ...(input !== undefined && { input }),
    },
  )
  return { status, stdout, stderr }
}
