import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import type { Cell } from '../table/model.ts'
import type { Catalogue } from './catalogue.ts'
import { recognise } from './recognise.ts'

const HEADER = [
  ...['序号', '一级事项', '二级事项', '三级事项', '公开内容', '公开依据'],
  ...['公开时限', '公开主体', '公开渠道和载体', '全社会', '主动'],
]
const NAMES = ['机构职能', '领导信息', '政策文件', '人事任免', '规划计划', '统计公报', '应急预案']
const DEADLINES = [
  '自信息形成之日起20个工作日内',
  '实时更新',
  '每年1月31日前',
  '自决定作出之日起7个工作日内',
]
const BASES = [
  '《政府信息公开条例》第二十条',
  '《预算法》第十四条',
  '《国务院办公厅关于印发某意见的通知》（国办发〔2019〕54号）',
]

function row(at: number): string[] {
  const pick = (all: readonly string[]) => all[at % all.length] ?? ''
  return [
    String(at + 1),
    '法定主动公开内容',
    pick(NAMES),
    `第${at + 1}类事项`,
    `公开内容${at + 1}的全部文字、条件、程序和结果`,
    pick(BASES),
    pick(DEADLINES),
    '县教育局',
    '■政府网站 □政府公报',
    '√',
    '√',
  ]
}

async function catalogueOf(rows: readonly (readonly string[])[]): Promise<Catalogue> {
  const source = [HEADER, ...rows].map((cells) => `${cells.join('\t')}\n`).join('')
  const document = await readDocument({ name: '目录.tsv', bytes: new TextEncoder().encode(source) })
  const [catalogue] = recognise(document).catalogues
  if (catalogue === undefined) throw new Error('not recognised')
  return catalogue
}

function repairedTexts({ entries, layout }: Catalogue, at: number): readonly string[] | undefined {
  const cells = entries[at]?.repair?.cells
  return cells && layout.columns.map(({ index }) => cells[index]?.text ?? '')
}

const CLEAN = Array.from({ length: 8 }, (_, at) => row(at))

describe('a row under the wrong columns', () => {
  test('there is none in a clean table', async () => {
    const { entries } = await catalogueOf(CLEAN)
    expect(entries.map(({ repair }) => repair)).toEqual(CLEAN.map(() => undefined))
  })

  test('is found by itself, moved back whole, and leaves the others alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: CLEAN.length - 1 }),
        fc.integer({ min: 3, max: 7 }),
        fc.constantFrom<'insert' | 'drop'>('insert', 'drop'),
        async (at, column, way) => {
          const rows = CLEAN.map((cells) => [...cells])
          const cells = rows[at] ?? []
          const before = [...cells]
          if (way === 'insert') {
            cells.splice(column, 0, '')
            cells.pop()
            before[HEADER.length - 1] = ''
          } else {
            cells.splice(column, 1)
            before[column] = ''
          }
          const catalogue = await catalogueOf(rows)
          const others = catalogue.entries.filter((_, index) => index !== at)
          expect(others.every(({ repair }) => repair === undefined)).toBe(true)
          expect(repairedTexts(catalogue, at)).toEqual(before)
        },
      ),
      { numRuns: 120 },
    )
  })

  test('is joined where one cell was cut in two', async () => {
    const rows = CLEAN.map((cells) => [...cells])
    rows[2]?.splice(3, 1, '第3类', '第3类事项')
    const catalogue = await catalogueOf(rows)
    expect(repairedTexts(catalogue, 2)?.slice(4)).toEqual(rows[2]?.slice(5))
  })

  test('is joined where a text goes on in a second cell, and both are read', async () => {
    const rows = CLEAN.map((cells) => [...cells])
    rows[2]?.splice(5, 1, '1.《预算法》第十四条', '2.《会计法》第三条')
    const catalogue = await catalogueOf(rows)
    const cell = catalogue.entries[2]?.own('basis')
    expect(cell?.text).toBe('1.《预算法》第十四条\n2.《会计法》第三条')
    expect(cell && catalogue.columnOf(cell)?.role).toBe('basis')
    expect(catalogue.entries[2]?.cells).toContain(cell)
  })

  test.each<[string, number, string]>([
    ['a citation and a deadline', 5, ' '],
    ['a deadline and a body', 6, '\u3000'],
    ['a deadline and a body run together', 6, ''],
    ['a body and channels', 7, ' '],
  ])('is parted where one cell holds %s', async (_name, column, between) => {
    for (const isBlankLeft of [true, false]) {
      const rows = CLEAN.map((cells) => [...cells])
      const [left = '', right = ''] = rows[3]?.slice(column, column + 2) ?? []
      rows[3]?.splice(column, 2, `${left}${between}${right}`, ...(isBlankLeft ? [''] : []))
      const catalogue = await catalogueOf(rows)
      expect(repairedTexts(catalogue, 3)).toEqual(CLEAN[3])
      expect(catalogue.entries.filter(({ repair }) => repair !== undefined)).toHaveLength(1)
      const { repair, cells = [] } = catalogue.entries[3] ?? {}
      const [first, second] = repair?.split?.parts ?? []
      expect([first?.text, second?.text]).toEqual([left, right])
      expect(cells.filter((cell) => cell === first || cell === second)).toHaveLength(2)
      expect(second && catalogue.columnOf(second)?.index).toBe(column + 1)
      expect(second && catalogue.standsIn(second)?.index).toBe(column)
      expect(repair && catalogue.entryOf(repair.split?.whole as Cell)).toBe(catalogue.entries[3])
    }
  })

  test.each<[string, number, readonly [string, string]]>([
    ['a deadline that names an agency', 6, ['20个工作日内 由县教育局', '']],
    ['a body behind a deadline, and one of its own', 6, ['实时更新 县教育局', '县教育局']],
    ['a citation with a sentence', 5, ['《预算法》第十四条 各单位应当在批复后20日内公开', '']],
    ['content that ends with a body', 4, ['分工、简历 县教育局', '《预算法》第十四条']],
    ['two bodies', 7, ['县教育局 县政务服务中心', '']],
  ])('is not one with %s', async (_name, column, texts) => {
    const rows = CLEAN.map((cells) => [...cells])
    rows[4]?.splice(column, 2, ...texts)
    const { entries } = await catalogueOf(rows)
    expect(entries.filter(({ repair }) => repair !== undefined)).toEqual([])
  })

  test('is not one where the column beside is usually blank', async () => {
    const rows = CLEAN.map((cells) => cells.with(7, ''))
    if (rows[4]) rows[4][6] = '实时更新 县民政局'
    const { entries } = await catalogueOf(rows)
    expect(entries.filter(({ repair }) => repair !== undefined)).toEqual([])
  })

  test('continues to be so in its continuation lines', async () => {
    const rows = CLEAN.map((cells) => [...cells])
    rows[2]?.splice(4, 0, '')
    rows.splice(3, 0, ['', '', '', '', '', '续行的公开内容，第二段', '《预算法》第十四条'])
    const { entries } = await catalogueOf(rows)
    expect(entries[3]?.repair?.moves.map(({ from, to }) => [from, to])).toEqual([
      [5, 4],
      [6, 5],
    ])
  })

  test.each<[string, number, string]>([
    ['a citation in the content', 4, '《云岭市促进就业办法》全文'],
    ['a website as who publishes', 7, '县政府门户网站'],
    ['a sentence as a deadline', 6, '按照县委、县政府的统一部署执行，每年不少于两次'],
    ['an agency as a name', 3, '县教育局'],
    ['a long name', 3, '义务教育学校划片招生和转学休学复学办理指南及其说明'],
    ['an unusual mark', 9, '全社会'],
    ['one foreign cell alone', 7, '实时更新'],
  ])('is not one with %s', async (_name, column, text) => {
    const rows = CLEAN.map((cells) => [...cells])
    if (rows[4]) rows[4][column] = text
    const { entries } = await catalogueOf(rows)
    expect(entries.filter(({ repair }) => repair !== undefined)).toEqual([])
  })

  test('is read as it belongs, and known by where it stands', async () => {
    const rows = CLEAN.map((cells) => [...cells])
    rows[1]?.splice(4, 0, '')
    const catalogue = await catalogueOf(rows)
    const entry = catalogue.entries[1]
    expect(entry?.text('subject')).toBe('县教育局')
    const cell = entry?.own('subject')
    expect(cell && catalogue.columnOf(cell)?.role).toBe('subject')
    expect(cell && catalogue.standsIn(cell)?.role).toBe('channels')
  })

  test('content that slid into the names is moved, short texts too where it happened often', async () => {
    const rows = CLEAN.map((cells) => [...cells])
    for (const at of [1, 4]) {
      if (rows[at]) [rows[at][3], rows[at][4]] = [rows[at][4] ?? '', '']
    }
    if (rows[6]) [rows[6][3], rows[6][4]] = ['简章', '']
    const { entries } = await catalogueOf(rows)
    expect(entries.map(({ repair }) => repair?.kind)).toEqual([
      ...[undefined, 'slid', undefined, undefined, 'slid', undefined, 'slid', undefined],
    ])
    expect(entries[1]?.text('content')).toBe('公开内容2的全部文字、条件、程序和结果')
  })
})

test('a table of many wrong rows takes time of its rows', async () => {
  const rows = Array.from({ length: 8000 }, (_, at) => {
    const cells = row(at)
    if (at % 3 === 0) cells.splice(4, 0, '')
    return cells
  })
  const { entries } = await catalogueOf(rows)
  expect(entries.filter(({ repair }) => repair !== undefined)).toHaveLength(2667)
}, 20_000)
