import { describe, expect, test } from 'vitest'
import type { ItemType } from '../authority/item-type.ts'
import { ItemTypes } from '../authority/item-types.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { recognise } from '../catalogue/recognise.ts'
import { readDocument } from '../readers/choose.ts'
import { type Item, itemsOf, profileOf, severityOf, sharesWord } from './items.ts'

function type(
  id: string,
  priority: number,
  names: string[],
  more: Partial<ItemType> = {},
): ItemType {
  return {
    id,
    name: names[0] ?? id,
    priority,
    match: { names },
    limit: { kind: 'promptly' },
    wording: '及时',
    severity: 'error',
    confidence: 'high',
    basis: [{ source: '某法', article: '第一条', gist: '', verification: 'text' }],
    good: ['及时'],
    bad: [],
    ...more,
  }
}

const types = new ItemTypes([
  type('general', 0, ['.']),
  type('budget', 80, ['部门预算|预算$'], {
    match: { names: ['部门预算|预算$'], notNames: ['采购'] },
  }),
  type('list', 79, ['抽查事项清单|抽查计划']),
  type('result', 78, ['抽查结果']),
  type('report', 90, ['信息公开年报']),
  type('siren', 70, ['试鸣公告'], { match: { contents: ['警报试鸣'] } }),
  type('county', 95, ['信息公开年报'], {
    match: { names: ['信息公开年报'], subjects: ['人民政府$'] },
  }),
])

async function catalogueOf(...rows: readonly string[]): Promise<Catalogue> {
  const head = '序号\t一级事项\t二级事项\t三级事项\t公开内容\t公开时限\t公开主体'
  const source = `${head}\n${rows.join('\n')}\n`
  const document = await readDocument({ name: '目录.tsv', bytes: new TextEncoder().encode(source) })
  const [catalogue] = recognise(document).catalogues
  if (catalogue === undefined) throw new Error('not recognised')
  return catalogue
}

async function told(row: string): Promise<readonly string[]> {
  const { entries } = await catalogueOf(row)
  const [entry] = entries
  if (entry === undefined) throw new Error('no entry')
  return itemsOf(entry, types).map(({ name, type: { id }, by }) => `${name} ${id} ${by}`)
}

describe('what an entry publishes', () => {
  test.each<[string, readonly string[]]>([
    ['1\t财政\t部门预算\t\t收支表\t批复后20日内\t某局', ['部门预算 budget name']],
    // 一格里的几个事项
    [
      '1\t监管\t双随机\t抽查事项清单 抽查计划 抽查结果\t内容\t实时更新\t某局',
      ['抽查事项清单 list name', '抽查结果 result name'],
    ],
    [
      '1\t监管\t双随机\t抽查结果 检查人员\t内容\t实时更新\t某局',
      ['抽查结果 result name', '检查人员 general none'],
    ],
    // 换行拆开的一个名称
    ['1\t财政\t部 门 预 算\t\t收支表\t批复后20日内\t某局', ['部门预算 budget name']],
    // 上一级的名称
    ['1\t财政\t部门预算\t收支总表\t数字\t批复后20日内\t某局', ['部门预算 budget above']],
    ['1\t财政\t部门预算\t预算说明\t数字\t批复后20日内\t某局', ['部门预算 budget above']],
    ['1\t财政\t部门预算\t编制办法\t数字\t批复后20日内\t某局', ['编制办法 general none']],
    ['1\t财政\t部门预算\t采购预算\t数字\t批复后20日内\t某局', ['采购预算 general none']],
    // 写进事项栏的内容不是名称
    [
      '1\t财政\t部门预算\t对本部门全年收入和支出的安排，以及说明的文字\t\t批复后20日内\t某局',
      ['部门预算 budget name'],
    ],
    // 内容里提到的另算
    [
      '1\t应急\t应急常识\t\t防空警报试鸣通告、避险常识\t实时更新\t某局',
      ['应急常识 general none', '试鸣公告 siren content'],
    ],
    // 公开主体
    ['1\t年报\t信息公开年报\t\t年报\t每年1月31日前\t某局', ['信息公开年报 report name']],
    ['1\t年报\t信息公开年报\t\t年报\t每年3月31日前\t某县人民政府', ['信息公开年报 county name']],
    ['1\t机构职能\t\t\t职能\t实时更新\t某局', ['机构职能 general none']],
  ])('%s', async (row, expected) => {
    expect(await told(row)).toEqual(expected)
  })

  test('is nothing without a name', async () => {
    const { entries } = await catalogueOf(
      '1\t甲\t\t\t内容\t实时更新\t某局',
      '2\t\t\t\t内容\t实时更新\t某局',
    )
    expect(itemsOf(entries[0] ?? never(), types)).toHaveLength(1)
    expect(itemsOf(entries[0] ?? never(), new ItemTypes([]))).toEqual([])
  })

  test('is told of a megabyte in no time', async () => {
    const long = '依据；'.repeat(300_000)
    const [first] = await told(`1\t${'预算'.repeat(300_000)}\t\t\t${long}\t实时更新\t某局`)
    expect(first?.length).toBeLessThan(100)
  }, 5000)
})

test.each([
  ['青溪县教育局', 'department'],
  ['青溪县人民政府', 'county'],
  ['青溪县人民政府办公室', 'county'],
  ['云岭乡', 'township'],
  ['云岭镇人民政府', 'township'],
  ['城东街道办事处', 'township'],
])('%s publishes as a %s', async (subject, profile) => {
  const catalogue = await catalogueOf(`1\t机构职能\t\t\t职能\t实时更新\t${subject}`)
  expect(profileOf(catalogue.entries[0] ?? never(), catalogue)).toBe(profile)
})

test.each<[Item['by'], 'error' | 'warning' | 'info', string, string]>([
  ['name', 'error', 'department', 'error'],
  ['none', 'error', 'department', 'error'],
  ['above', 'error', 'department', 'warning'],
  ['content', 'error', 'department', 'warning'],
  ['content', 'info', 'department', 'info'],
  ['name', 'error', 'township', 'info'],
])(
  'a type known by its %s, of grade %s, published by a %s',
  async (by, severity, profile, expected) => {
    const { entries } = await catalogueOf('1\t机构职能\t\t\t职能\t实时更新\t某局')
    const item: Item = {
      entry: entries[0] ?? never(),
      name: '某',
      type: type('some', 1, ['某'], { severity, profiles: { township: 'info' } }),
      by,
      isRecurring: false,
    }
    expect(severityOf(item, profile as 'department')).toBe(expected)
  },
)

test.each([
  ['部门年度报告', '政府信息公开工作年度报告', true],
  ['行政许可', '行政处罚', false],
  ['其他信息', '公开情况', false],
])('%s and %s share a word: %s', (one, other, shared) => {
  expect(sharesWord(one, other)).toBe(shared)
})

function never(): never {
  throw new Error('no entry')
}
