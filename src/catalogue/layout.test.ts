import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import { readCatalogueHeader, repeats } from './layout.ts'
import { Grid } from './merge.ts'

const LEVELS = ['item.level1', 'item.level2']
const AUDIENCES = ['audience.public', 'audience.specific']
const METHODS = ['method.proactive', 'method.onRequest']

describe('the columns of a header', () => {
  test.each<[string, string[], number, string[]]>([
    [
      'in one row',
      ['序号|公开事项|公开内容|公开依据|公开时限|公开主体|公开渠道和载体|备注'],
      1,
      ['seq', 'item.level1', 'content', 'basis', 'deadline', 'subject', 'channels', 'remark'],
    ],
    [
      'in any order',
      ['公开主体|公开时限|公开事项|公开内容'],
      1,
      ['subject', 'deadline', 'item.level1', 'content'],
    ],
    [
      'in two rows',
      [
        '序号|公开事项||公开内容（要素）|公开依据|公开对象||公开方式||公开层级|',
        '|一级事项|二级事项|||全社会|特定群体|主动|依申请|县级|乡、村级',
      ],
      2,
      [
        'seq',
        ...LEVELS,
        'content',
        'basis',
        ...AUDIENCES,
        ...METHODS,
        'level.county',
        'level.township',
      ],
    ],
    [
      'with merged labels filled in',
      [
        '序号|公开事项|公开事项|公开内容|公开依据|公开对象|公开对象|公开方式|公开方式',
        '序号|一级事项|二级事项|公开内容|公开依据|全社会|特定群众|主动|依申请公开',
      ],
      2,
      ['seq', ...LEVELS, 'content', 'basis', ...AUDIENCES, ...METHODS],
    ],
    [
      'with three levels',
      ['序号|公开事项|||公开内容|公开时限', '|一级|二级|三级||'],
      2,
      ['seq', ...LEVELS, 'item.level3', 'content', 'deadline'],
    ],
    [
      'whose second row got lost',
      [
        '序号|公开事项||公开内容|公开依据|公开对象||公开层级|',
        '1|政策文件|规划|文本|《条例》|√||√|',
      ],
      1,
      ['seq', ...LEVELS, 'content', 'basis', ...AUDIENCES, 'level.county', 'level.township'],
    ],
    [
      'whose labels are split over the rows',
      ['序号|公开事项|公开|公开|公开|公开', '||内容|依据|时限|主体'],
      2,
      ['seq', 'item.level1', 'content', 'basis', 'deadline', 'subject'],
    ],
    [
      'of which one label is split',
      ['序号|公开事项|公开内容|公开|公开主体', '|||时限|'],
      2,
      ['seq', 'item.level1', 'content', 'deadline', 'subject'],
    ],
    [
      'with one column for the method',
      ['序号|公开事项|公开内容|公开时限|公开方式|公开对象'],
      1,
      ['seq', 'item.level1', 'content', 'deadline', 'method', 'audience.public'],
    ],
    [
      'with instructions in a label',
      ['序号|公开事项|公开内容（“●”表示必选项，“○”表示可选项）|公开渠道和载体（“■”表示必选项）'],
      1,
      ['seq', 'item.level1', 'content', 'channels'],
    ],
    [
      'with blanks and line breaks in labels',
      ['序 号|公 开 事 项|公开　内容|公开 时限'],
      1,
      ['seq', 'item.level1', 'content', 'deadline'],
    ],
    [
      'with columns that are not ours',
      ['序号|事项类别|公开事项|公开内容|网站对应栏目|公开时限'],
      1,
      ['seq', 'other', 'item.level1', 'content', 'other', 'deadline'],
    ],
    [
      'with a column twice',
      ['序号|公开事项|公开内容|公开依据|法律依据|公开时限'],
      1,
      ['seq', 'item.level1', 'content', 'basis', 'other', 'deadline'],
    ],
    [
      'with the names of items side by side',
      ['序号|公开事项|事项名称|公开内容|公开时限'],
      1,
      ['seq', ...LEVELS, 'content', 'deadline'],
    ],
    [
      'that begins a single label of the second row',
      ['公开事项|公开内容|公开时限|公开层级', '|||县级'],
      2,
      ['item.level1', 'content', 'deadline', 'level.county'],
    ],
  ])('%s', async (_name, rows, depth, roles) => {
    const header = readCatalogueHeader(await gridOf(rows), 0)
    expect(header?.layout.columns.map(({ role }) => role)).toEqual(roles)
    expect(header?.depth).toBe(depth)
  })

  test('the rows are numbered although the first column has no label', async () => {
    const body = ['1|职能|文本|实时更新', '2|机构|文本|实时更新', '3|人事|文本|实时更新']
    const numbered = readCatalogueHeader(await gridOf(['|公开事项|公开内容|公开时限', ...body]), 0)
    expect(numbered?.layout.column('seq')?.index).toBe(0)
    const words = body.map((row) => row.replace(/^\d/u, '综合类'))
    const named = readCatalogueHeader(await gridOf(['|公开事项|公开内容|公开时限', ...words]), 0)
    expect(named?.layout.has('seq')).toBe(false)
  })

  test.each([
    ['one label only', '云岭市教育局|公开事项|甲|乙'],
    ['an entry', '1|机构职能|内设机构|《条例》'],
    ['labels that only stand below others', '全社会|特定群体|主动|依申请'],
  ])('no header: %s', async (_name, row) => {
    expect(readCatalogueHeader(await gridOf([row, '1|甲|乙|丙']), 0)).toBeUndefined()
  })

  test('an entry below a header is no second row', async () => {
    const rows = ['序号|公开事项|公开内容|公开对象', '1|机构职能|内设机构|全社会']
    expect(readCatalogueHeader(await gridOf(rows), 0)?.depth).toBe(1)
  })

  test('the standard columns are counted once however many squares they fill', async () => {
    const rows = [
      '序号|公开事项||公开内容|公开对象||公开方式|',
      '|一级事项|二级事项||全社会|特定群体|主动|依申请',
    ]
    const known = readCatalogueHeader(await gridOf(rows), 0)?.known ?? []
    expect([...known].sort()).toEqual(['audience', 'content', 'item', 'method', 'seq'])
  })
})

describe('a header printed again', () => {
  const HEADER = ['序号|公开事项||公开内容|公开时限', '|一级事项|二级事项||']

  test.each<[string, string, boolean]>([
    ['its first row', HEADER[0] ?? '', true],
    ['its second row', HEADER[1] ?? '', true],
    ['with blanks', '序 号|公开 事项||公开内容|公开时限', true],
    ['an entry', '1|机构职能|内设机构|文本|实时更新', false],
    ['half of the words', '序号|公开事项||内容说明|时限说明', false],
    ['one word that is the same', '|||公开内容|', false],
    ['another header', '序号|工作任务|工作要求|牵头单位|备注', false],
  ])('%s: %s', async (_name, row, isRepeated) => {
    const grid = await gridOf([...HEADER, row])
    const header = readCatalogueHeader(grid, 0)
    expect(header && repeats(grid, 2, header)).toBe(isRepeated)
  })
})

/** The only table of a text whose cells are parted by upright bars. */
async function gridOf(rows: readonly string[]): Promise<Grid> {
  const bytes = new TextEncoder().encode(`${rows.join('\n').replaceAll('|', '\t')}\n`)
  const { blocks } = await readDocument({ name: '目录.tsv', bytes })
  const [table, ...others] = blocks
  if (table?.kind !== 'table' || others.length > 0) throw new Error('not one table')
  return new Grid(table)
}
