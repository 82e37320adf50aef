import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import { readLedgerHeader } from './ledger-header.ts'
import { Grid } from './merge.ts'

const [TASK, WHAT, LEAD, SUPPORT] = [
  'indicator.level1',
  'indicator.level2',
  'leadOffice',
  'supportOffice',
] as const

describe('the header of a ledger', () => {
  test.each<[string, string, string[]]>([
    [
      'tasks and offices',
      '序号|工作任务|工作要求|牵头单位|配合单位|完成时限|备注',
      ['seq', TASK, WHAT, LEAD, SUPPORT, 'deadline', 'remark'],
    ],
    ['indicators', '内容|一级指标|二级指标|牵头处室|备注', ['other', TASK, WHAT, LEAD, 'remark']],
    ['one office only', '工作任务|具体要求|责任科室|时限要求', [TASK, WHAT, LEAD, 'deadline']],
    [
      'those in charge beside the one that leads',
      '工作任务|牵头单位|责任单位|工作要求',
      [TASK, LEAD, SUPPORT, WHAT],
    ],
    [
      'those in charge before the one that leads',
      '序号|任务|责任部门|牵头部门',
      ['seq', TASK, SUPPORT, LEAD],
    ],
    ['both in one column', '工作任务|工作要求|牵头单位|配合/责任单位', [TASK, WHAT, LEAD, SUPPORT]],
    ['two columns of tasks', '重点任务|工作任务|责任单位|时间节点', [TASK, WHAT, LEAD, 'deadline']],
    ['a group by its order', '任务类别|重点任务|具体措施|责任单位', ['other', TASK, WHAT, LEAD]],
    ['three levels', '一级指标|二级指标|三级指标|责任单位', ['other', TASK, WHAT, LEAD]],
    ['a goal beside the task', '工作任务|具体措施|工作目标|责任单位', [TASK, WHAT, 'other', LEAD]],
    ['the task is all it says', '序号|内容|责任科室|时限', ['seq', TASK, LEAD, 'deadline']],
    [
      'people are none of ours',
      '工作任务|责任领导|责任单位|责任人',
      [TASK, 'other', LEAD, 'other'],
    ],
    ['a second column of one kind', '工作任务|牵头单位|牵头科室', [TASK, LEAD, 'other']],
  ])('%s', async (_name, row, roles) => {
    const header = readLedgerHeader(await gridOf([row, '1|公开']), 0)
    expect(header?.layout.columns.slice(0, roles.length).map(({ role }) => role)).toEqual(roles)
    expect(header?.depth).toBe(1)
  })

  test('the column of groups is known as such', async () => {
    const header = readLedgerHeader(await gridOf(['内容|一级指标|二级指标|牵头处室', '']), 0)
    expect(header?.layout.group?.index).toBe(0)
  })

  test('two rows', async () => {
    const rows = [
      '序号|工作任务|责任分工||完成时限',
      '||牵头|配合|',
      '1|公开目录|办公室|人事科|年底前',
    ]
    const header = readLedgerHeader(await gridOf(rows), 0)
    expect(header).toMatchObject({ depth: 2 })
    expect(header?.layout.columns.map(({ role }) => role)).toEqual([
      ...['seq', TASK, LEAD, SUPPORT, 'deadline'],
    ])
  })

  test('a label over the numbers and the tasks', async () => {
    const html = `<table><tr><th>工作任务</th><th colspan="2">具体要求</th><th>责任科室</th></tr>
      <tr><td>公开</td><td>1</td><td>更新目录</td><td>办公室</td></tr></table>`
    const bytes = new TextEncoder().encode(html)
    const { blocks } = await readDocument({ name: '台账.html', bytes })
    const [table] = blocks
    if (table?.kind !== 'table') throw new Error('not one table')
    const header = readLedgerHeader(new Grid(table), 0)
    expect(header?.layout.columns.map(({ role }) => role)).toEqual([TASK, 'seq', WHAT, LEAD])
  })

  test('a title above is no label', async () => {
    const title = Array.from({ length: 4 }, () => '重点任务分解表').join('|')
    const rows = [title, '工作任务|具体要求|责任科室|时限要求', '公开目录|更新|办公室|年底前']
    expect(readLedgerHeader(await gridOf(rows), 0)).toBeUndefined()
    expect(readLedgerHeader(await gridOf(rows), 1)).toMatchObject({ depth: 1 })
  })

  test.each([
    ['nobody in charge', '序号|工作任务|工作要求|备注'],
    ['nothing but somebody in charge', '牵头单位|甲|乙'],
  ])('none: %s', async (_name, row) => {
    expect(readLedgerHeader(await gridOf([row]), 0)).toBeUndefined()
  })
})

/** The only table of a text whose cells are parted by upright bars. */
async function gridOf(rows: readonly string[]): Promise<Grid> {
  const bytes = new TextEncoder().encode(`${rows.join('\n').replaceAll('|', '\t')}\n`)
  const { blocks } = await readDocument({ name: '台账.tsv', bytes })
  const [table, ...others] = blocks
  if (table?.kind !== 'table' || others.length > 0) throw new Error('not one table')
  return new Grid(table)
}
