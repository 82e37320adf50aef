import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuthorityRecord } from '../authority/authority.ts'
import type { ItemType } from '../authority/item-type.ts'
import { itemWords } from '../authority/item-types.ts'
import { loadConfig, withOwnAuthorities } from './config-file.ts'
import { SETTINGS } from './config-shape.ts'
import { loadAuthorities } from './data.ts'

const METHOD = {
  id: 'doc:云政发-2023-5',
  title: '云岭市政务公开办法',
  kind: '地方规范性文件',
  number: '云政发〔2023〕5号',
  confidence: 'medium',
} as const satisfies AuthorityRecord

const CANTEEN = {
  id: 'school-canteen',
  name: '学校食堂检查结果',
  priority: 90,
  match: { names: ['学校食堂.{0,4}检查'] },
  limit: {
    kind: 'within',
    amount: 7,
    unit: 'workday',
    event: '检查结束',
    events: '检查(结束|完成)',
  },
  wording: '自检查结束之日起7个工作日内',
  severity: 'warning',
  confidence: 'medium',
  basis: [
    {
      source: '云岭市政务公开办法',
      article: '第九条',
      gist: '食堂检查结束后7个工作日内公开结果',
      verification: 'text',
    },
  ],
  good: ['自检查结束之日起5个工作日内'],
  bad: ['自检查结束之日起10个工作日内'],
} as const satisfies ItemType

let folder = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mulint-config-')))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a file as it is given, or as JSON. */
function put(name: string, content: unknown): void {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  const isText = typeof content === 'string' || content instanceof Uint8Array
  writeFileSync(file, isText ? content : JSON.stringify(content))
}

/** What is said about the settings of the folder, and the authorities they name. */
async function complaint(named?: string): Promise<string> {
  try {
    await withOwnAuthorities(loadAuthorities(), await loadConfig(folder, named), folder)
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.message}` : String(error)
  }
  return ''
}

describe('where settings are found', () => {
  test('nowhere', async () => {
    expect(await loadConfig(folder)).toMatchObject({ chain: [], authorities: [], deadlines: [] })
  })

  test('the nearest file wins, and its paths count from where it lies', async () => {
    put('.mulintrc.json', { authorities: 'far.json' })
    put(
      '市/.mulintrc.json',
      '\ufeff// 本市的设置\n{ "authorities": ["own/a.json"], "deadlines": "own/b.json", "lawbook": "法律", }',
    )
    put('市/own/a.json', [])
    put('市/own/b.json', [])
    put('市/法律/x.md', '')
    mkdirSync(join(folder, '市/局'))
    expect(await loadConfig(join(folder, '市/局'))).toMatchObject({
      file: join(folder, '市/.mulintrc.json'),
      authorities: [join(folder, '市/own/a.json')],
      deadlines: [join(folder, '市/own/b.json')],
      lawbook: join(folder, '市/法律'),
    })
  })

  test('a file that is named is read and no other', async () => {
    put('.mulintrc.json', '坏')
    put('设置.json', { $schema: 'https://example.org/mulint.json' })
    expect(await loadConfig(folder, '设置.json')).toMatchObject({
      file: join(folder, '设置.json'),
      authorities: [],
      deadlines: [],
    })
  })
})

/** Every setting, as a message lists them. */
const ALL = Object.keys(SETTINGS.keys).join('、')

describe('what is said about settings', () => {
  test.each<[settings: unknown, message: string]>([
    ['{\n\n "lawbok": "x" }', '.mulintrc.json:3:2 没有设置项“lawbok”，是否指 lawbook？'],
    [{ 规则: {} }, `.mulintrc.json:1:2 没有设置项“规则”，可以是 ${ALL}`],
    ['{"__proto__": {}}', `.mulintrc.json:1:2 没有设置项“__proto__”，可以是 ${ALL}`],
    [[], '.mulintrc.json:1:1 设置应当写在一对花括号里'],
    [{ authorities: 5 }, '.mulintrc.json:1:16 authorities 应当是一个路径或者一列路径'],
    [
      '{"authorities": [\n"own.json",\n""]}',
      '.mulintrc.json:3:1 authorities 应当是一个路径或者一列路径',
    ],
    [{ deadlines: {} }, '.mulintrc.json:1:14 deadlines 应当是一个路径或者一列路径'],
    [{ lawbook: ['a'] }, '.mulintrc.json:1:12 lawbook 应当是一个文件夹的路径'],
    [{ authorities: 'nowhere.json' }, '.mulintrc.json:1:16 authorities：没有文件“nowhere.json”'],
    [{ deadlines: ['nowhere.json'] }, '.mulintrc.json:1:15 deadlines：没有文件“nowhere.json”'],
    [{ lawbook: 'own.json' }, '.mulintrc.json:1:12 lawbook：没有文件夹“own.json”'],
    ['{\n "lawbook" "x" }', '.mulintrc.json:2:12 名称后面缺少冒号'],
    ['{"a\u001b[31m": 1}', '.mulintrc.json:1:2 引号里有不能这样写的字符'],
    [Uint8Array.of(0x7b, 0xc0, 0x7d), '.mulintrc.json 不是 UTF-8 文本，另存为 UTF-8 后再用'],
    [' '.repeat(10 * 1024 * 1024 + 1), '.mulintrc.json 超过10 MB'],
  ])('%.60j', async (settings, message) => {
    put('own.json', [METHOD])
    put('.mulintrc.json', settings)
    expect(await complaint()).toBe(`ConfigError ${message}`)
  })

  test('a file that is named and not there', async () => {
    expect(await complaint('设置.json')).toBe('ConfigError 没有设置文件“设置.json”')
  })
})

describe('own authorities', () => {
  test('stand beside those that ship', async () => {
    put('a.json', [METHOD])
    put('b.json', [{ ...METHOD, id: 'doc:云政发-2024-1', number: '云政发〔2024〕1号' }])
    put('.mulintrc.json', { authorities: ['a.json', 'b.json'] })
    const config = await loadConfig(folder)
    const authorities = await withOwnAuthorities(loadAuthorities(), config, folder)
    expect(authorities.byTitle(METHOD.title).map(({ number }) => number)).toEqual([
      '云政发〔2023〕5号',
      '云政发〔2024〕1号',
    ])
    expect(authorities.byNumber('713').length).toBe(1)
    expect(authorities.size).toBe(loadAuthorities().size + 2)
  })

  test.each<[change: object, message: string]>([
    [
      { date: '2023年5月' },
      '3 date 应当写到知道的程度，如“2023”“2023-05”“2023-05-12”，不能是“2023年5月”',
    ],
    [{ titel: 'x' }, '3 这一条没有“titel”这一项，是否指 title？'],
    [
      { kind: '办法' },
      '3 kind 应当是 宪法、法律、行政法规、地方性法规、部门规章、地方政府规章、党内法规、规范性文件、部门规范性文件、地方规范性文件、国家标准、地方标准之一，不能是“办法”',
    ],
    [{ kind: undefined }, '2 这一条缺少 kind'],
    [
      { number: '云政发[2023]5号' },
      '3 number 应当是发文字号，如“云政发〔2023〕5号”，或者标准号，如“GB/T 9704—2012”，不能是“云政发[2023]5号”',
    ],
    [
      { number: 5 },
      '3 number 应当是发文字号，如“云政发〔2023〕5号”，或者标准号，如“GB/T 9704—2012”，不能是“5”',
    ],
    [
      { events: [{ action: '公布', number: '第12号' }] },
      '3 events.0.number 应当是令号，如“云岭市人民政府令第12号”，不能是“第12号”',
    ],
    [{ events: [{}] }, '3 events.0 缺少 action'],
    [{ events: {} }, '3 events 应当写在一对方括号里'],
    [{ aliases: [] }, '3 aliases 是空的，应当写明内容或者不写这一项'],
    [{ aliases: ['办法', '办法'] }, '3 aliases 的第1项和第2项相同'],
    [{ aliases: [' 办法'] }, '3 aliases.0 应当是一行文字，首尾没有空白，不能是“ 办法”'],
    [{ items: { 第四条: 3 } }, '3 items 应当以条序为名，如“20”“120之2”，不能是“第四条”'],
    [{ items: { 4: 0 } }, '3 items.4 应当是大于0的整数，不能是“0”'],
    [
      { sources: ['example.org'] },
      '3 sources.0 应当是 http:// 或者 https:// 开头的网址，不能是“example.org”',
    ],
    [
      { id: '云政发-2023-5' },
      '3 id 应当以 law:、reg:、rule:、doc: 或者 std: 开头，不能是“云政发-2023-5”',
    ],
    [{ supersededOn: '2024-01-01' }, '3 这一条有 supersededOn，应当同时有 supersededBy'],
  ])('%.60j', async (change, message) => {
    put('own.json', withChangeOnLineThree(METHOD, change))
    put('.mulintrc.json', { authorities: 'own.json' })
    expect(await complaint()).toBe(`ConfigError own.json:${message}`)
  })

  test.each<[file: unknown, message: string]>([
    [METHOD, 'own.json:1 依据应当逐条写在一对方括号里'],
    ['[\n5]', 'own.json:2 这一条应当写在一对花括号里，不能是“5”'],
    [
      `[\n${JSON.stringify(METHOD)},\n${JSON.stringify(METHOD)}]`,
      'own.json:3 id“doc:云政发-2023-5”写了两次',
    ],
    ['[\n{"id": "a"\n', 'own.json:3:1 没有写完，缺少“}”'],
  ])('%.60j', async (file, message) => {
    put('own.json', file)
    put('.mulintrc.json', { authorities: 'own.json' })
    expect(await complaint()).toBe(`ConfigError ${message}`)
  })
})

describe('own item types', () => {
  test('stand beside those that ship, and replace one of the same id', async () => {
    put('a.json', [CANTEEN])
    put('b.json', [{ ...CANTEEN, id: 'budget-final-department', name: '部门预算' }])
    put('.mulintrc.json', { deadlines: ['a.json', 'b.json'] })
    const config = await loadConfig(folder)
    const authorities = await withOwnAuthorities(loadAuthorities(), config, folder)
    const { itemTypes } = authorities
    const words = itemWords('学校食堂 检查情况', { names: [], content: '', subject: '' })
    expect(itemTypes.named(words).map(({ name }) => name)).toEqual(['部门预算', CANTEEN.name])
    const ids = itemTypes.all.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(loadAuthorities().itemTypes.all.length + 1)
    expect(authorities.size).toBe(loadAuthorities().size)
  })

  test.each<[change: object, message: string]>([
    [{ nmae: 'x' }, '3 这一条没有“nmae”这一项，是否指 name？'],
    [{ wording: undefined }, '2 这一条缺少 wording'],
    [{ priority: 101 }, '3 priority 应当是0到100的整数，不能是“101”'],
    [{ severity: '错误' }, '3 severity 应当是 error、warning、info之一，不能是“错误”'],
    [
      { id: '食堂' },
      '3 id 应当由小写英文字母和数字组成，可以用连字符相连，如“budget-final-department”，不能是“食堂”',
    ],
    [{ match: { subjects: ['局$'] } }, '3 match 缺少 names 或者 contents'],
    [{ match: { names: '食堂' } }, '3 match.names 应当写在一对方括号里，不能是“食堂”'],
    [{ match: { names: [''] } }, '3 match.names.0 应当是正则表达式，不能是“”'],
    [{ limit: { amount: 7, unit: 'day', event: '检查结束' } }, '3 limit 缺少 kind'],
    [
      { limit: { kind: 'wihtin' } },
      '3 limit.kind 应当是 within、by-date、notice、lead、rhythm、together、promptly、all、any之一，不能是“wihtin”',
    ],
    [
      { limit: { kind: 'rhythm', amount: 0, unit: 'month' } },
      '3 limit.amount 应当是大于0的整数，不能是“0”',
    ],
    [
      { limit: { kind: 'lead', amount: 5, unit: 'day', events: '试鸣', event: '试鸣' } },
      '3 limit 没有“events”这一项，是否指 event？',
    ],
    [{ limit: { kind: 'all', of: [{ kind: 'promptly' }] } }, '3 limit.of 应当至少有2项'],
    [
      { limit: { kind: 'together', event: '公布', otherwise: { kind: 'promptly' } } },
      '3 limit.otherwise 缺少 amount',
    ],
    [
      { limit: { kind: 'by-date', month: 13, day: 1 } },
      '3 limit.month 应当是1到12的整数，不能是“13”',
    ],
    [{ limit: { kind: 'by-date', month: 2, day: 30 } }, '3 limit.day 不对，没有2月30日这一天'],
    [
      {
        limit: { kind: 'any', of: [{ kind: 'promptly' }, { kind: 'by-date', month: 9, day: 31 }] },
      },
      '3 limit.of.1.day 不对，没有9月31日这一天',
    ],
    [
      { accepts: ['relativ'] },
      '3 accepts.0 应当是 relative、fixed-date、periodic、realtime、timely、longterm、by-rule、sync、event之一，不能是“relativ”',
    ],
    [{ basis: [] }, '3 basis 是空的，应当写明内容或者不写这一项'],
    [
      { basis: [{ ...CANTEEN.basis[0], gist: '食'.repeat(46) }] },
      `3 basis.0.gist 应当是一行文字，首尾没有空白，不超过45字，不能是“${'食'.repeat(40)}…”`,
    ],
  ])('%.60j', async (change, message) => {
    put('own.json', withChangeOnLineThree(CANTEEN, change))
    put('.mulintrc.json', { deadlines: 'own.json' })
    expect(await complaint()).toBe(`ConfigError own.json:${message}`)
  })

  const limit = CANTEEN.limit
  test.each<[change: object, message: string]>([
    [{ match: { names: ['食堂', '食堂('] } }, 'match.names.1 不是正则表达式：“(”没有配对的“)”'],
    [{ match: { contents: ['食堂)'] } }, 'match.contents.0 不是正则表达式：“)”没有配对的“(”'],
    [
      { match: { ...CANTEEN.match, subjects: ['[局'] } },
      'match.subjects.0 不是正则表达式：“[”没有配对的“]”',
    ],
    [
      { match: { ...CANTEEN.match, notNames: ['*校'] } },
      'match.notNames.0 不是正则表达式：“*”“+”“?”“{”前面没有可以重复的内容',
    ],
    [
      { match: { ...CANTEEN.match, notContents: ['校\\-'] } },
      'match.notContents.0 不是正则表达式：“\\”后面的字符不能这样写',
    ],
    [{ match: { names: ['校{2'] } }, 'match.names.0 不是正则表达式：“{”后面应当是次数和“}”'],
    [{ match: { names: ['校{2,1}'] } }, 'match.names.0 不是正则表达式：“{}”里的次数应当由小到大'],
    [
      { match: { names: ['校]'] } },
      'match.names.0 不是正则表达式：“]”“{”“}”不作符号用时前面应当有“\\”',
    ],
    [{ match: { names: ['[9-0]'] } }, 'match.names.0 不是正则表达式：“[]”里的范围应当由小到大'],
    [{ match: { names: ['校\\'] } }, 'match.names.0 不是正则表达式：“\\”后面没有字符'],
    [{ match: { names: ['(?校)'] } }, 'match.names.0 不是正则表达式：“(?”后面的字符不能这样写'],
    [{ match: { names: ['\\p{校}'] } }, 'match.names.0 不是正则表达式：Invalid property name'],
    [{ match: { names: ['(?<年>\\d{4})'] } }, 'match.names.0 不能给组起名，也不能引用前面的组'],
    [{ match: { names: ['(.)\\1'] } }, 'match.names.0 不能给组起名，也不能引用前面的组'],
    [{ limit: { ...limit, events: '(' } }, 'limit.events 不是正则表达式：“(”没有配对的“)”'],
    [
      { limit: { kind: 'together', event: '公布', otherwise: { ...limit, events: '(' } } },
      'limit.otherwise.events 不是正则表达式：“(”没有配对的“)”',
    ],
    [
      { limit: { kind: 'all', of: [limit, { ...limit, events: '(' }] } },
      'limit.of.1.events 不是正则表达式：“(”没有配对的“)”',
    ],
    [{ notEvents: '(' }, 'notEvents 不是正则表达式：“(”没有配对的“)”'],
    [{ whenCited: '(' }, 'whenCited 不是正则表达式：“(”没有配对的“)”'],
  ])('%.60j', async (change, message) => {
    put('own.json', withChangeOnLineThree(CANTEEN, change))
    put('.mulintrc.json', { deadlines: 'own.json' })
    expect(await complaint()).toBe(`ConfigError own.json:3 ${message}`)
  })

  test.each<[change: object]>([
    [{ limit: { kind: 'by-date', month: 2, day: 29 } }],
    [{ match: { names: ['(?<!幼儿园)食堂', '(?<=学校)食堂', '\\\\1'] } }],
    [{ profiles: { township: 'info' }, accepts: ['sync'], note: '本市另有规定' }],
  ])('may be %j', async (change) => {
    put('own.json', [{ ...CANTEEN, ...change }])
    put('.mulintrc.json', { deadlines: 'own.json' })
    expect(await complaint()).toBe('')
  })

  test('a file that is no list', async () => {
    put('own.json', CANTEEN)
    put('.mulintrc.json', { deadlines: 'own.json' })
    expect(await complaint()).toBe('ConfigError own.json:1 事项类型应当逐条写在一对方括号里')
  })

  test('an id in two files', async () => {
    put('a.json', [CANTEEN])
    put(
      'b.json',
      `[\n${JSON.stringify({ ...CANTEEN, id: 'kindergarten-canteen' })},\n${JSON.stringify(CANTEEN)}]`,
    )
    put('.mulintrc.json', { deadlines: ['a.json', 'b.json'] })
    expect(await complaint()).toBe('ConfigError b.json:3 id“school-canteen”写了两次')
  })
})

/** A file of one record, which begins on line 2 and has on line 3 what was changed in it. */
function withChangeOnLineThree(record: object, change: object): string {
  const entries = Object.entries(record).filter(([key]) => !Object.hasOwn(change, key))
  const rest = JSON.stringify(Object.fromEntries(entries)).slice(1)
  const changed = JSON.stringify(change).slice(1, -1)
  return `[\n{\n${changed}${changed === '' ? '' : ','}\n${rest}\n]`
}
