import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import { withoutSpace } from '../text/normalise.ts'
import type { Catalogue } from './catalogue.ts'
import { recognise } from './recognise.ts'
import {
  blankMeaning,
  borrowedLeads,
  groupsOf,
  leadGaps,
  sharedTasks,
  type Task,
  tasksOf,
} from './tasks.ts'

const LEVELS = '内容|一级指标|二级指标|牵头科室|备注'
const FLAT = '序号|工作任务|牵头科室|完成时限'

describe('groups', () => {
  test.each<[string, readonly string[], Record<string, number>]>([
    [
      'a label is merged over its rows',
      [
        LEVELS,
        '组织|领导|听取汇报|办公室|',
        '|经费|列入预算|财务科|',
        '制度|协调|建立机制|办公室|',
      ],
      { 组织: 2, 制度: 1 },
    ],
    [
      'a label is printed again overleaf',
      [LEVELS, '组织|领导|听取汇报|办公室|', '||召开会议||', '组织|经费|列入预算|财务科|'],
      { 组织: 3 },
    ],
    [
      'a label stands in every row',
      [
        '工作任务|具体要求|责任科室',
        '公开|更新目录|办公室',
        '公开|发布年报|办公室',
        '解读|制作图解|法规科',
      ],
      { 公开: 2, 解读: 1 },
    ],
    [
      'headings part the rows where there are no labels',
      [
        FLAT,
        '一、公开|||',
        '1|更新目录|办公室|年底前',
        '二、解读|||',
        '2|制作图解|法规科|年底前',
        '3|接受访谈|法规科|年底前',
      ],
      { '': 3 },
    ],
    [
      'headings numbered in their own column',
      [
        FLAT,
        '一|决策公开||',
        '1|更新目录|办公室|年底前',
        '二|政策解读||',
        '2|制作图解|法规科|年底前',
      ],
      { '': 2 },
    ],
  ])('%s', async (_name, rows, sizes) => {
    const found: Record<string, number> = {}
    for (const { label, tasks } of groupsOf(await ledger(rows))) {
      found[label] = (found[label] ?? 0) + tasks.length
    }
    expect(found).toEqual(sizes)
  })

  test('a label of one character per line is read as one word', async () => {
    const html = `<h1>公开任务台账</h1><table><tr><th>内容</th><th>一级指标</th><th>二级指标</th><th>牵头科室</th></tr>
      <tr><td>组<br>织<br>领<br>导</td><td>领导</td><td>听取汇报</td><td>办公室</td></tr></table>`
    const [group] = groupsOf(await read(html, 'html'))
    expect(group?.label).toBe('组织领导')
  })

  test('a heading that says who is responsible covers its tasks', async () => {
    const rows = [
      FLAT,
      '一、公开（牵头单位：办公室）|||',
      '1|更新目录||年底前',
      '二、解读|||',
      '2|制作图解|法规科|年底前',
    ]
    const covered = groupsOf(await ledger(rows)).map(({ isCovered }) => isCovered)
    expect(covered).toEqual([true, false])
  })
})

describe('what a blank means', () => {
  test.each<[string, readonly string[], string]>([
    [
      'like offices are merged',
      [FLAT, '1|更新目录|办公室|年底前', '2|发布年报||一月底前', '3|制作图解|法规科|同步'],
      'unknown',
    ],
    [
      'like offices are written out',
      [FLAT, '1|更新目录|办公室|年底前', '2|发布年报|办公室|一月底前', '3|制作图解||同步'],
      'inferred',
    ],
    [
      'like labels are written out',
      [
        '工作任务|具体要求|责任科室',
        '公开|更新目录|办公室',
        '公开|发布年报|',
        '解读|制作图解|法规科',
        '解读|接受访谈|信息科',
      ],
      'inferred',
    ],
    [
      'most of a column is blank',
      [
        FLAT,
        '1|更新目录|办公室|年底前',
        '2|发布年报|办公室|一月底前',
        '3|制作图解||同步',
        '4|接受访谈||同步',
        '5|检查网站||每月',
      ],
      'unknown',
    ],
  ])('%s', async (_name, rows, meaning) => {
    expect(blankMeaning(await ledger(rows))).toBe(meaning)
  })

  test('merges that the format kept tell that it is blank', async () => {
    const html = `<h1>公开任务台账</h1><table><tr><th>工作任务</th><th>具体要求</th><th>责任科室</th></tr>
      <tr><td rowspan="2">公开</td><td>更新目录</td><td>办公室</td></tr><tr><td>发布年报</td><td></td></tr></table>`
    expect(blankMeaning(await read(html, 'html'))).toBe('blank')
  })

  test('a column of offices without any merge may yet be blank where it is like the one above', async () => {
    const row = (task: string, office: string) => `<td>${task}</td><td>${office}</td></tr>`
    const html = `<h1>公开任务台账</h1><table><tr><th>工作任务</th><th>具体要求</th><th>责任科室</th></tr>
      <tr><td rowspan="3">公开</td>${row('更新目录', '办公室')}<tr>${row('发布年报', '')}<tr>${row('整理档案', '')}
      <tr><td rowspan="2">解读</td>${row('制作图解', '法规科')}<tr>${row('接受访谈', '')}</table>`
    const catalogue = await read(html, 'html')
    expect(blankMeaning(catalogue)).toBe('unknown')
    expect(leadGaps(catalogue)).toEqual([])
  })

  test('an office is lent downwards, but not past a heading', async () => {
    const rows = [
      FLAT,
      '一、公开|||',
      '1|更新目录|办公室|年底前',
      '2|发布年报||一月底前',
      '二、解读|||',
      '3|制作图解||同步',
      '4|接受访谈|法规科|同步',
    ]
    const lent = [...borrowedLeads(await ledger(rows))].map(([{ seq }, { text }]) => [seq, text])
    expect(lent).toEqual([['2', '办公室']])
  })
})

describe('nobody leads', () => {
  test.each<[string, readonly string[], readonly (readonly [string, string])[]]>([
    [
      'a blank that may be a lost merge',
      [FLAT, '1|更新目录|办公室|年底前', '2|发布年报||', '3|制作图解|法规科|同步'],
      [],
    ],
    [
      'the first row',
      [FLAT, '1|更新目录||年底前', '2|发布年报|办公室|一月底前'],
      [['first', '更新目录']],
    ],
    [
      'no row',
      [FLAT, '1|更新目录||年底前', '2|发布年报||一月底前'],
      [['all', '更新目录、发布年报']],
    ],
    [
      'a blank among offices that are written out',
      [FLAT, '1|更新目录|办公室|年底前', '2|发布年报|办公室|一月底前', '3|制作图解||同步'],
      [['blank', '制作图解']],
    ],
    [
      'a run that is more likely a lost merge',
      [
        FLAT,
        '1|甲项工作|办公室|年底前',
        '2|乙项工作|办公室|年底前',
        '3|丙项工作|办公室|年底前',
        '4|丁项工作|办公室|年底前',
        '5|戊项工作|办公室|年底前',
        '6|己项工作||',
        '7|庚项工作||',
        '8|辛项工作||',
      ],
      [],
    ],
    [
      'the task names who does it',
      [
        FLAT,
        '1|更新目录|办公室|年底前',
        '2|发布年报|办公室|一月底前',
        '3|制作图解，由法规科牵头||同步',
      ],
      [],
    ],
    [
      'the only blank of a full table',
      [
        FLAT,
        '1|更新目录|办公室|年底前',
        '2|发布年报||一月底前',
        '3|制作图解|法规科|同步',
        '4|检查网站|信息科|每月',
        '5|组织培训|人事科|年内',
      ],
      [['doubt', '发布年报']],
    ],
  ])('%s', async (_name, rows, gaps) => {
    const found = leadGaps(await ledger(rows)).map(({ kind, tasks }) => [
      kind,
      tasks.map(nameOf).join('、'),
    ])
    expect(found).toEqual(gaps)
  })

  test('below a label that is printed again overleaf nothing is said', async () => {
    const row = (cells: string) => `<tr>${cells}</tr>`
    const html = `<h1>公开任务台账</h1><table>${[
      '<th>内容</th><th>工作任务</th><th>牵头科室</th>',
      '<td rowspan="2">公开</td><td>更新目录</td><td rowspan="2">办公室</td>',
      '<td>发布年报</td>',
      '<td rowspan="2">公开</td><td>办理申请</td><td></td>',
      '<td>整理档案</td><td>人事科</td>',
    ]
      .map(row)
      .join('')}</table>`
    expect(leadGaps(await read(html, 'html'))).toEqual([])
  })
})

describe('several tasks in one cell', () => {
  const rows = (cell: string, ...offices: readonly string[]) => [
    '一级指标|二级指标|牵头科室',
    ...offices.map((office, at) => (at === 0 ? `平台|${cell}|${office}` : `||${office}`)),
    '解读|制作图解|法规科',
  ]

  test.each<[string, readonly string[], readonly (readonly [number, number])[]]>([
    ['as many offices', rows('网站管理制度⏎微信管理制度', '办公室', '信息科'), [[2, 2]]],
    ['fewer offices', rows('日常监测制度⏎网站管理制度⏎微信管理制度', '办公室', '信息科'), [[3, 2]]],
    ['numbered', rows('1.检查网站栏目⏎2.清理失效的链接', '办公室', '信息科'), [[2, 2]]],
    ['glued by the format', rows('网站管理制度微信管理制度', '办公室', '信息科'), [[2, 2]]],
    ['one task of two offices', rows('建立健全网站管理制度', '办公室', '信息科'), []],
    [
      'one task that is wrapped',
      rows('建立健全政务舆情收集、会商、⏎研判、回应、评估机制', '办公室', '信息科'),
      [],
    ],
    ['one office', rows('网站管理制度⏎微信管理制度', '办公室'), []],
  ])('%s', async (_name, lines, found) => {
    const shared = sharedTasks(await ledger(lines))
    expect(shared.map(({ paragraphs, rows }) => [paragraphs.length, rows.length])).toEqual(found)
  })
})

test('a label that is repeated tells no task, a new one does', async () => {
  const rows = [
    '工作任务|工作要求|责任科室',
    '公开|更新目录|办公室',
    '公开||人事科',
    '年报||办公室',
  ]
  const told = tasksOf(await ledger(rows)).map((task) => [nameOf(task), task.isOwn])
  expect(told).toEqual([
    ['更新目录', true],
    ['', false],
    ['年报', true],
  ])
})

test('a label over two offices is the task of both', async () => {
  const html = `<h1>公开任务台账</h1><table><tr><th>工作任务</th><th>具体要求</th><th>责任科室</th></tr>
    <tr><td rowspan="2">年度报告</td><td></td><td>办公室</td></tr><tr><td></td><td>人事科</td></tr></table>`
  expect(tasksOf(await read(html, 'html')).map(nameOf)).toEqual(['年度报告', '年度报告'])
})

test('the tasks of anything but a ledger are none', async () => {
  const { catalogues } = recognise(
    await readDocument({
      name: '目录.md',
      bytes: new TextEncoder().encode(
        '# 主动公开目录\n\n| 公开事项 | 公开内容 | 公开时限 | 公开主体 |\n| --- | --- | --- | --- |\n| 指南 | 文本 | 实时更新 | 局 |\n',
      ),
    }),
  )
  expect(catalogues.map((catalogue) => tasksOf(catalogue))).toEqual([[]])
})

function nameOf({ task }: Task): string {
  return withoutSpace(task?.text ?? '')
}

/** A ledger whose cells are parted by upright bars; ⏎ breaks a line inside a cell. */
async function ledger(rows: readonly string[]): Promise<Catalogue> {
  const cell = (text: string) => (text.includes('⏎') ? `"${text.replaceAll('⏎', '\n')}"` : text)
  const lines = rows.map((row) => row.split('|').map(cell).join('\t'))
  return read(`公开任务台账\n\n${lines.join('\n')}\n`, 'tsv')
}

async function read(source: string, format: string): Promise<Catalogue> {
  const bytes = new TextEncoder().encode(source)
  const { catalogues } = recognise(await readDocument({ name: `台账.${format}`, bytes }))
  const [catalogue] = catalogues
  if (catalogue === undefined || catalogues.length > 1) throw new Error('not one ledger')
  return catalogue
}
