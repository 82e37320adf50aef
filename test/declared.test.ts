import { describe, expect, test } from 'vitest'
import { rulesOf } from '../src/declared/compile.ts'
import { DeclarationError } from '../src/declared/fields.ts'
import { readPack } from '../src/declared/read.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { readDocument } from '../src/readers/choose.ts'
import { parseJson } from '../src/text/json.ts'

const authorities = loadAuthorities()
const KNOWN = {
  itemTypes: authorities.itemTypes.all.map(({ id }) => id),
  families: ['cite', 'deadline', 'subject'],
}

const RULE = {
  id: 'demo-thing-wrong',
  title: '示例',
  severity: 'warning',
  on: { kinds: 'catalogue', columns: 'subject' },
  require: { notEmpty: true },
  message: '不对。',
  basis: { source: '川西省政务公开办法', article: '第一条', gist: '要点。' },
  why: '原因。',
  how: '改法。',
  examples: {
    good: { name: '好', table: '| 公开事项 |' },
    bad: { name: '坏', table: '⟦⟧', says: '不对。' },
  },
}

type Json = Readonly<Record<string, unknown>>

const COLUMN = { kinds: 'catalogue', columns: 'subject' }
const HEADER = ['公开事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道']
const ROW = {
  公开事项: '公开指南',
  公开内容: '指南文本',
  公开依据: '《中华人民共和国政府信息公开条例》第十二条',
  公开时限: '20个工作日内',
  公开主体: '云岭市教育局',
  公开渠道: '■政府网站 □公开栏',
}

describe('what a rule requires of a column', () => {
  test.each<[requirement: Json, column: string, good: readonly string[], bad: readonly string[]]>([
    [{ notEmpty: true }, '公开主体', ['云岭市教育局'], ['', '  ']],
    [{ empty: true }, '公开渠道', [''], ['公开栏']],
    [
      { pattern: '^云岭市.+局$' },
      '公开主体',
      ['云岭市教育局', '云岭市 教育局', ''],
      ['市教育局', '云岭市教育局办公室'],
    ],
    [{ notPattern: '^市' }, '公开主体', ['云岭市教育局', ''], ['市教育局']],
    [
      { oneOf: ['公开栏', '政府网站'] },
      '公开渠道',
      ['公开栏', '政府 网站', ''],
      ['公开栏、政府网站', '网站'],
    ],
    [{ maxLength: 6 }, '公开主体', ['云岭市教育局', '云岭市 教育局', '市局'], ['云岭市教育局办']],
    [
      { mentions: '政府网站' },
      '公开渠道',
      ['政府网站、公开栏', '■政府网站 □公开栏', '政府 网站'],
      ['□政府网站 ■公开栏', '公开栏'],
    ],
    [{ mentions: '政府网站|门户网站' }, '公开渠道', ['门户网站', '政府网站'], ['公开栏']],
    [{ sameAs: '公开事项' }, '公开内容', [], []],
    [{ sameAs: 'content' }, '公开主体', ['指南文本', '指南 文本', ''], ['云岭市教育局']],
    [{ differsFrom: '公开内容' }, '公开主体', ['云岭市教育局', ''], ['指南文本', ' 指南文本 ']],
    [
      { cites: '《政府信息公开条例》' },
      '公开依据',
      [
        '《中华人民共和国政府信息公开条例》第一条',
        '《政府信息公开条例》（国务院令第711号）',
        '政府信息公开条例',
        '',
      ],
      ['《中华人民共和国预算法》', '按有关规定'],
    ],
    [
      { cites: '《政府信息公开条例》第二十条' },
      '公开依据',
      [
        '《政府信息公开条例》第二十条第（二）项',
        '《政府信息公开条例》第十九条至第二十一条',
        '《预算法》第十四条；《中华人民共和国政府信息公开条例》第二十条',
      ],
      ['《政府信息公开条例》', '《政府信息公开条例》第二十一条', '《预算法》第二十条'],
    ],
    [
      { cites: '《川西省人民政府关于印发川西省政务公开办法的通知》（川西政发〔2023〕5号）' },
      '公开依据',
      ['《川西省政务公开办法》', '川西政发〔2023〕5号', '《关于印发川西省政务公开办法的通知》'],
      ['《川北省政务公开条例》', '川西政发〔2023〕6号'],
    ],
    [
      { cites: '国务院令第711号' },
      '公开依据',
      ['《中华人民共和国政府信息公开条例》（国务院令第711号）'],
      ['《预算法》'],
    ],
    [
      { deadlineAtMost: '20个工作日' },
      '公开时限',
      ['20个工作日内', '10日内', '及时', '30日内', '自形成之日起15个工作日内', '', '每年1月31日前'],
      ['30个工作日内', '自批复之日起21个工作日内', '6个月内'],
    ],
    [
      { deadlineAtMost: '20日' },
      '公开时限',
      ['20日内', '1周内', '48小时内', '15个工作日内'],
      ['21日内', '1个月内', '20个工作日内', '30个工作日内'],
    ],
    [{ deadlineAtMost: '24小时内' }, '公开时限', ['24小时内', '1日内'], ['48小时内', '3日内']],
    [
      { deadlineAtMost: { limit: '20日', after: ['批复', '批准'] } },
      '公开时限',
      ['批复后20日内', '竣工后30日内', '批准后60日内，法律、法规另有规定的，从其规定'],
      ['财政部门批复后30日内', '批准之日起1个月内'],
    ],
    [
      { deadlineAtMost: '批复之日起20日内' },
      '公开时限',
      ['决算批复后20日内', '竣工后30日内'],
      ['批复后30日内'],
    ],
    [
      { deadlineAtMost: '每年1月31日前' },
      '公开时限',
      ['每年1月31日前', '每年1月15日前', '及时'],
      ['每年3月31日前'],
    ],
    [{ deadlineAtMost: '每季度' }, '公开时限', ['每季度', '每月'], ['每半年', '每年']],
  ])('%j in %s', async (require, column, good, bad) => {
    const rule = { ...RULE, on: { ...COLUMN, columns: nameOf(column) }, require }
    for (const text of good)
      expect([text, ...(await said(rule, { [column]: text }))]).toEqual([text])
    for (const text of bad) {
      expect([text, ...(await said(rule, { [column]: text }))]).toEqual([text, '不对。'])
    }
  })

  test('a merged cell is told once', async () => {
    const rule = { ...RULE, require: { notPattern: '市' } }
    const table = `<table><tr><th>公开事项</th><th>公开内容</th><th>公开时限</th><th>公开主体</th></tr>
      <tr><td>公开指南</td><td>指南</td><td>及时</td><td rowspan="2">市局</td></tr><tr><td>公开制度</td><td>制度</td><td>及时</td></tr></table>`
    expect(await saidOf(rule, table, 'html')).toEqual(['不对。'])
  })

  test('the first requirement that is broken speaks', async () => {
    const rule = {
      ...RULE,
      require: { maxLength: 2, pattern: '云岭' },
      message: { maxLength: '长。', pattern: '错。' },
    }
    expect(await said(rule, { 公开主体: '市教育局' })).toEqual(['长。'])
    expect(await said(rule, { 公开主体: '市局' })).toEqual(['错。'])
    expect(await said(rule, { 公开主体: '云岭' })).toEqual([])
  })

  test('an office of a ledger that may be the one above is not missing', async () => {
    const on = { kinds: 'ledger', columns: 'leadOffice' }
    const rule = { ...RULE, on, message: '“{item}”没有{column}。' }
    const ledger = (offices: readonly string[]) =>
      [
        '# 云岭市林业局2026年政务公开工作任务台账\n',
        '| 一级指标 | 二级指标 | 牵头单位 | 完成时限 |',
        '| --- | --- | --- | --- |',
        ...offices.map(
          (office, at) => `| 组织领导 | 第${at + 1}项任务的要求 | ${office} | 6月底前 |`,
        ),
      ].join('\n')
    const lent = ['办公室', '', '', '', '人事科', '', '', '', '财务科', '', '', '']
    expect(await saidOf(rule, ledger(lent))).toEqual([])
    const written = ['办公室', '办公室', '人事科', '人事科', '', '办公室', '办公室', '财务科']
    expect(await saidOf(rule, ledger(written))).toEqual(['“第5项任务的要求”没有牵头单位。'])
  })

  test('a column that is not there is not judged', async () => {
    const rule = { ...RULE, on: { ...COLUMN, columns: '备注' } }
    expect(await said(rule, {})).toEqual([])
  })
})

describe('what a rule requires of a document', () => {
  const ON = { kinds: 'catalogue' }

  test.each<[requirement: Json, good: string, bad: string]>([
    [{ exists: '公开指南' }, '公开指南', '公开制度'],
    [{ exists: { name: '指南', pattern: '^公开指.$' } }, '公开 指南', '公开指南目录'],
    [{ mentions: '公开指南' }, '公开指南', '公开制度'],
    [{ pattern: '公开指.' }, '公开指南', '公开制度'],
    [{ notPattern: '公开指.' }, '公开制度', '公开指南'],
    [{ cites: '《川西省政务公开办法》' }, '见《川西省政务公开办法》', '公开制度'],
  ])('%j', async (require, good, bad) => {
    const rule = { ...RULE, on: ON, require }
    const content = { 公开内容: '略' }
    expect(await said(rule, { ...content, 公开事项: good })).toEqual([])
    expect(await said(rule, { ...content, 公开事项: bad })).toEqual(['不对。'])
  })

  test('each of several words and items is told by itself', async () => {
    const rule = {
      ...RULE,
      on: ON,
      require: { exists: ['甲事项', '乙事项'] },
      message: '没有{expected}。',
    }
    expect(await said(rule, {})).toEqual(['没有乙事项。', '没有甲事项。'])
  })

  test('several tables of one document are one document', async () => {
    const rule = { ...RULE, on: ON, require: { mentions: '乙栏目', notPattern: '丙栏目' } }
    const two = (a: string, b: string) =>
      `${table({ 公开内容: a })}\n\n第二张表\n\n${table({ 公开内容: b })}`
    expect(await saidOf(rule, two('甲栏目', '乙栏目'))).toEqual([])
    expect(await saidOf(rule, two('甲栏目', '甲栏目'))).toEqual(['不对。'])
    expect(await saidOf(rule, two('乙栏目', '丙栏目'))).toEqual(['不对。'])
  })

  test('a report is asked for its prose, whole or by parts', async () => {
    const report = (one: string, five: string) =>
      `# 云岭市教育局2025年政府信息公开工作年度报告\n\n一、总体情况\n\n${one}\n\n五、存在的主要问题及改进情况\n\n${five}\n`
    const kinds = 'annual-report'
    const whole = { ...RULE, on: { kinds }, require: { mentions: '社会评议' } }
    expect(await saidOf(whole, report('社会评议两次。', '检索不便。'))).toEqual([])
    expect(await saidOf(whole, report('公开信息两条。', '检索不便。'))).toEqual(['不对。'])
    const part = { ...whole, on: { kinds, parts: 5 }, message: '“{part}”不对。' }
    expect(await saidOf(part, report('社会评议两次。', '检索不便。'))).toEqual([
      '“存在的主要问题及改进情况”不对。',
    ])
    const word = { ...part, require: { notPattern: '不便' }, message: '“{actual}”不对。' }
    expect(await saidOf(word, report('检索不便。', '检索不便。'))).toEqual(['“不便”不对。'])
  })
})

describe('what a rule selects', () => {
  test.each<[on: Json, row: Json, isAsked: boolean]>([
    [{ items: '指南' }, {}, true],
    [{ items: ['制度', '公开指.'] }, {}, true],
    [{ items: '制度' }, {}, false],
    [{ notItems: '制度' }, {}, true],
    [{ notItems: '指南' }, {}, false],
    [{ items: '部门', notItems: '决算' }, { 公开事项: '部门决算' }, false],
    [{ itemTypes: 'budget-final-department' }, { 公开事项: '部门预算' }, true],
    [{ itemTypes: 'budget-final-department' }, {}, false],
    [{ agencies: '^云岭市' }, {}, true],
    [{ agencies: '^澜河市' }, {}, false],
    [{ notAgencies: '^云岭市' }, {}, false],
    [{ notAgencies: '^澜河市' }, {}, true],
    [{ levels: '市级' }, {}, true],
    [{ levels: ['county', 'township'] }, {}, false],
    [{ kinds: ['ledger'] }, {}, false],
    [{ kinds: '主动公开事项目录' }, {}, true],
  ])('%j of %j: %s', async (on, row, isAsked) => {
    const rule = { ...RULE, on: { ...COLUMN, ...on }, require: { notPattern: '教育局' } }
    const title = '# 云岭市教育局主动公开事项目录\n\n'
    expect(await saidOf(rule, title + table(row))).toEqual(isAsked ? ['不对。'] : [])
  })

  test('an agency that nobody knows is not accused', async () => {
    const rule = { ...RULE, on: { ...COLUMN, notAgencies: '^澜河市' }, require: { pattern: '^乙' } }
    expect(await saidOf(rule, table({}))).toEqual([])
    expect(await saidOf(rule, `# 云岭市教育局主动公开事项目录\n\n${table({})}`)).toEqual(['不对。'])
  })

  test.each([
    ['2023-12-31', 0],
    ['2024-01-01', 1],
    ['2024-12-31', 1],
    ['2025-01-01', 0],
  ])('on %s it holds: %d', async (day, count) => {
    const rule = { ...RULE, require: { empty: true }, from: '2024-01-01', to: '2024-12-31' }
    expect(await saidOf(rule, table({}), 'md', day)).toHaveLength(count)
  })

  test('item is the lowest name of an entry', async () => {
    const rule = {
      ...RULE,
      on: { ...COLUMN, columns: 'item' },
      require: { maxLength: 3 },
      message: '“{item}”{length}。',
    }
    expect(await said(rule, {})).toEqual(['“公开指南”4。'])
  })
})

describe('what a rule says', () => {
  test('all slots of a cell', async () => {
    const rule = {
      ...RULE,
      require: { oneOf: ['甲局', '乙局'] },
      message: '{seq}|{item}|{column}|{actual}|{length}|{expected}|{agency}。',
    }
    const text = `# 云岭市教育局主动公开事项目录\n\n| 序号 | 公开事项 | 公开内容 | 公开主体 |\n| --- | --- | --- | --- |\n| 3 | 公开指南 | 指南 | 市局{item} |\n`
    expect(await saidOf(rule, text)).toEqual([
      '3|公开指南|公开主体|市局{item}|8|甲局”或者“乙局|云岭市教育局。',
    ])
  })

  test('blanks in a row are told once, with their number', async () => {
    const rule = { ...RULE, message: '“{item}”（序号{seq}）没有{column}。' }
    const rows = ['公开指南', '公开制度'].map((name, at) => `| ${at + 1} | ${name} | 文本 |  |`)
    const text = `| 序号 | 公开事项 | 公开内容 | 公开主体 |\n| --- | --- | --- | --- |\n| 9 | 机构职能 | 职责 | 市局 |\n${rows.join('\n')}\n`
    expect(await saidOf(rule, text)).toEqual([
      '“公开指南”等2项“公开制度”（序号1至2）没有公开主体。',
    ])
  })

  test('fingerprints know an entry again when rows are sorted and others come between', async () => {
    const rule = { ...RULE, require: { pattern: '^云岭市' } }
    const rows = ['公开指南', '公开制度', '机构职能'].map(
      (name) => `| ${name} | 文本 | 及时 | 市局 |`,
    )
    const head = '| 公开事项 | 公开内容 | 公开时限 | 公开主体 |\n| --- | --- | --- | --- |\n'
    const before = await findings(rule, `${head}${rows.join('\n')}\n`)
    const after = await findings(
      rule,
      `${head}| 工作动态 | 动态 | 及时 | 云岭市教育局 |\n${rows.toReversed().join('\n')}\n`,
    )
    const prints = (all: typeof before) => all.map(({ fingerprint }) => fingerprint).sort()
    expect(before).toHaveLength(3)
    expect(prints(after)).toEqual(prints(before))
    expect(new Set(prints(before)).size).toBe(3)
  })

  test('a fix is offered as it was declared, but not for rows that were not selected', async () => {
    const rule = {
      ...RULE,
      on: { ...COLUMN, items: '指南' },
      require: { oneOf: '甲局' },
      expected: '甲局',
      fix: 'safe',
    }
    const [own] = await findings(rule, table({}))
    expect(own?.fix).toMatchObject({ safety: 'safe', edits: [{ text: '甲局' }] })
    expect(own?.expected).toEqual(['甲局'])
    const shared = `<table><tr><th>公开事项</th><th>公开内容</th><th>公开时限</th><th>公开主体</th></tr>
      <tr><td>公开指南</td><td>指南</td><td>及时</td><td rowspan="2">市局</td></tr><tr><td>公开制度</td><td>制度</td><td>及时</td></tr></table>`
    const [both] = await findings(rule, shared, 'html')
    expect(both?.message).toBe('不对。')
    expect(both?.fix).toBeUndefined()
  })
})

describe('mistakes in a pack', () => {
  const without = (key: string) =>
    Object.fromEntries(Object.entries(RULE).filter(([k]) => k !== key))

  test.each<[rule: unknown, message: string]>([
    [{ ...RULE, id: 'thing-wrong' }, '规则的 id 应当以“demo-”开头'],
    [{ ...RULE, id: 'demo-Thing' }, '规则的 id 应当以“demo-”开头'],
    [{ ...RULE, tilte: 1 }, '第1条规则没有“tilte”这一项，是否指 title？'],
    [{ ...RULE, __proto__x: 1 }, '第1条规则没有“__proto__x”这一项'],
    [without('title'), '规则 demo-thing-wrong 缺少 title，写规则的名称'],
    [without('basis'), '规则 demo-thing-wrong 缺少 basis，写依据的 source、article 和 gist'],
    [without('examples'), '规则 demo-thing-wrong 缺少 examples'],
    [{ ...RULE, basis: [] }, '规则 demo-thing-wrong 的 basis 是空的'],
    [
      { ...RULE, basis: { source: '办法' } },
      '规则 demo-thing-wrong 的 basis 缺少 article，写条款，如“第八条”',
    ],
    [
      { ...RULE, severity: 'waring' },
      '规则 demo-thing-wrong 的 severity 不能是“waring”，是否指 warning？',
    ],
    [
      { ...RULE, title: 12 },
      '规则 demo-thing-wrong 的 title 应当是文字，数字两边加引号，写作 "12"',
    ],
    [{ ...RULE, title: ' ' }, '规则 demo-thing-wrong 的 title 是空的'],
    [
      { ...RULE, message: '\u001b[31m不对。' },
      '规则 demo-thing-wrong 的 message 里有不能显示的字符',
    ],
    [{ ...RULE, why: '甲\u202e乙' }, '规则 demo-thing-wrong 的 why 里有不能显示的字符'],
    [{ ...RULE, title: '一\n二' }, '规则 demo-thing-wrong 的 title 应当写成一行'],
    [{ ...RULE, title: '长'.repeat(301) }, '规则 demo-thing-wrong 的 title 超过300个字'],
    [{ ...RULE, from: '2024-02-30' }, '规则 demo-thing-wrong 的 from 应当是存在的日期'],
    [{ ...RULE, from: '2024-05-01', to: '2024-01-01' }, '规则 demo-thing-wrong 的 to 早于 from'],
    [{ ...RULE, on: 'catalogue' }, '规则 demo-thing-wrong 的 on 应当逐项写出'],
    [{ ...RULE, on: {} }, '规则 demo-thing-wrong 的 on 缺少 kinds'],
    [{ ...RULE, on: { kinds: '主动公开事项目绿' } }, '是否指 主动公开事项目录？'],
    [
      { ...RULE, on: { kinds: 'catalogue', columns: '公开时间' } },
      '规则 demo-thing-wrong 的 on 的 columns 没有“公开时间”这一栏，是否指 公开时限？',
    ],
    [
      { ...RULE, on: { kinds: 'annual-report', columns: 'subject' } },
      'columns 不能同 政府信息公开工作年度报告一起写',
    ],
    [{ ...RULE, on: { kinds: 'ledger', parts: 5 } }, 'parts 只能同 政府信息公开工作年度报告一起写'],
    [{ ...RULE, on: { kinds: 'annual-report', parts: 7 } }, 'parts 应当是1到6的整数'],
    [
      { ...RULE, on: { kinds: 'catalogue', items: '甲' }, require: { notPattern: '乙' } },
      'items 应当同 columns 一起写',
    ],
    [{ ...RULE, on: { ...COLUMN, items: '(甲' } }, 'items 的第1个字符：“(”没有配对的“)”'],
    [
      { ...RULE, on: { ...COLUMN, itemTypes: 'budget-final-departmant' } },
      '没有“budget-final-departmant”这个事项类型，是否指 budget-final-department？',
    ],
    [{ ...RULE, on: { ...COLUMN, levels: '市' } }, 'levels 不能是“市”'],
    [{ ...RULE, require: {} }, 'require 是空的，可以是 notEmpty'],
    [{ ...RULE, require: { notempty: true } }, 'require 没有“notempty”这一项，是否指 notEmpty？'],
    [{ ...RULE, require: { notEmpty: false } }, 'notEmpty 只能是 true'],
    [{ ...RULE, require: { empty: true, maxLength: 3 } }, 'empty 不能同别的要求一起写'],
    [{ ...RULE, require: { maxLength: 0 } }, 'maxLength 应当是1到10000的整数'],
    [{ ...RULE, require: { maxLength: '3' } }, 'maxLength 应当是1到10000的整数'],
    [{ ...RULE, require: { pattern: '(a+)+\\1' } }, 'pattern 的第6个字符：模式里不能引用前面的组'],
    [
      { ...RULE, require: { exists: '甲' } },
      'exists 只能在on 没有写 columns 和 parts（看全文）时写',
    ],
    [{ ...RULE, on: { kinds: 'catalogue' } }, 'notEmpty 只能在on 写了 columns（看某一栏）时写'],
    [
      { ...RULE, on: { kinds: 'catalogue' }, require: { exists: ['甲', '甲'] } },
      'exists 里“甲”写了两次',
    ],
    [
      { ...RULE, require: { deadlineAtMost: '20日' } },
      'deadlineAtMost 只能用在公开时限（deadline）栏',
    ],
    [
      { ...RULE, on: { ...COLUMN, columns: 'deadline' }, require: { deadlineAtMost: '及时' } },
      '的“及时”不是能比较的时限',
    ],
    [{ ...RULE, require: { cites: '有关规定' } }, 'cites 应当写一份文件'],
    [{ ...RULE, require: { cites: '《甲法》和《乙法》' } }, 'cites 应当写一份文件'],
    [{ ...RULE, require: { mentions: '甲||乙' } }, '“|”的一边是空的'],
    [{ ...RULE, require: { sameAs: '公开主体' } }, 'sameAs 写的就是 columns 里的这一栏'],
    [{ ...RULE, require: { sameAs: 'item' } }, 'sameAs 应当写明哪一级'],
    [{ ...RULE, message: '不对' }, 'message 应当是一句话，以“。”结尾'],
    [{ ...RULE, message: '{itm}不对。' }, 'message 里没有 {itm} 这个空位，是否指 {item}？'],
    [{ ...RULE, message: '{事项}不对。' }, 'message 里没有 {事项} 这个空位，可以是 '],
    [
      { ...RULE, message: '{actual}不对。' },
      'message 里的 {actual}（现在的文字）在 notEmpty 这里没有内容',
    ],
    [
      { ...RULE, message: '{expected}不对。' },
      'message 里的 {expected}（应当是什么）在 notEmpty 这里没有内容',
    ],
    [{ ...RULE, message: '{item不对。' }, 'message 里的“{”“}”没有成对'],
    [{ ...RULE, message: { pattern: '不对。' } }, 'message 没有“pattern”这一项，可以是 notEmpty'],
    [{ ...RULE, message: {} }, 'message 缺少 notEmpty'],
    [{ ...RULE, fix: 'safe' }, 'fix 要有 expected（改成什么）才能写'],
    [
      { ...RULE, on: { kinds: 'catalogue' }, require: { exists: '甲' }, expected: '甲' },
      'expected 不能同 exists 一起写',
    ],
    [{ ...RULE, examples: { good: [], bad: RULE.examples.bad } }, 'examples 的 good 是空的'],
    [
      {
        ...RULE,
        examples: { good: RULE.examples.good, bad: { name: '坏', table: '甲', says: '不对。' } },
      },
      '没有用⟦⟧标出会报的地方',
    ],
    [
      { ...RULE, examples: { good: RULE.examples.good, bad: { name: '坏', table: '⟦⟧' } } },
      '的 bad 缺少 says',
    ],
    [
      {
        ...RULE,
        examples: { good: { ...RULE.examples.good, kind: 'ledger' }, bad: RULE.examples.bad },
      },
      'kind 不在 on 的 kinds 里',
    ],
    ['规则', '第1条规则应当逐项写出'],
  ])('%#: %j', (rule, message) => {
    expect(() => pack(rule)).toThrow(message)
    expect(() => pack(rule)).toThrow(DeclarationError)
  })

  test.each<[key: string, value: unknown, message: string]>([
    ['prefix', 'cite', '规则包的 prefix“cite”已经有规则在用，应当另取一个'],
    ['prefix', 'Demo', '规则包的 prefix 应当由2到20个小写英文字母组成'],
    ['version', 1, '规则包的 version 应当是文字，数字两边加引号，写作 "1"'],
    ['rules', [], 'rules 应当逐条写规则'],
    ['rules', {}, 'rules 应当逐条写规则'],
    ['rules', [RULE, RULE], 'id“demo-thing-wrong”写了两次'],
    ['rules', Array(501).fill(RULE), 'rules 超过500条'],
    ['nmae', '甲', '规则包没有“nmae”这一项，是否指 name？'],
  ])('%s: %j', (key, value, message) => {
    expect(() => pack(RULE, { [key]: value })).toThrow(message)
  })

  test('keys of objects are keys like any other', () => {
    const text = JSON.stringify(RULE).replace('"title"', '"__proto__":{},"title"')
    expect(() => read(text)).toThrow('第1条规则没有“__proto__”这一项')
    expect(() => pack({ ...RULE, message: '{constructor}不对。' })).toThrow(
      '没有 {constructor} 这个空位',
    )
    expect(() => pack({ ...RULE, on: { kinds: 'toString' } })).toThrow('kinds 不能是“toString”')
  })
})

function nameOf(column: string): string {
  return column === '公开渠道' ? '公开渠道和载体' : column
}

/** A small catalogue of one entry. */
function table(row: Json): string {
  const cells = { ...ROW, ...row }
  return [HEADER, HEADER.map(() => '---'), HEADER.map((name) => cells[name as keyof typeof ROW])]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n')
}

function pack(rule: unknown, more: Json = {}) {
  const whole = { name: '示例规则', prefix: 'demo', issuer: '川西省人民政府办公厅', version: '1' }
  return readPack(parseJson(JSON.stringify({ ...whole, rules: [rule], ...more })), KNOWN)
}

function read(rule: string) {
  return readPack(
    parseJson(`{"name":"甲","prefix":"demo","issuer":"乙","version":"1","rules":[${rule}]}`),
    KNOWN,
  )
}

function said(rule: Json, row: Json): Promise<readonly string[]> {
  return saidOf(rule, table(row))
}

async function saidOf(
  rule: Json,
  text: string,
  format = 'md',
  asOf = '2026-11-21',
): Promise<readonly string[]> {
  return (await findings(rule, text, format, asOf)).map(({ message }) => message)
}

async function findings(rule: Json, text: string, format = 'md', asOf = '2026-11-21') {
  const document = await readDocument({
    name: `目录.${format}`,
    bytes: new TextEncoder().encode(text),
  })
  const rules = rulesOf(pack(rule)).map((one) => ({ rule: one }))
  const report = lint(document, { rules, authorities, today: asOf, asOf })
  expect(report.kind).toBeDefined()
  return report.diagnostics
}
