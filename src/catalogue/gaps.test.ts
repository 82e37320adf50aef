import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import type { Catalogue } from './catalogue.ts'
import {
  askewEntries,
  type Gap,
  gaps,
  standsElsewhere,
  usualText,
  withContentInName,
} from './gaps.ts'
import { recognise } from './recognise.ts'

const HEADER = '序号|公开事项|公开内容|公开依据|公开时限|公开主体|公开渠道|备注'

describe('the values that are missing', () => {
  test.each<[string, string[], string[]]>([
    ['none', ['1|职能|文本|《条例》|||', '2|人事|文本|《条例》|||'], []],
    ['one', ['1|职能|文本|《条例》|||', '2|人事|文本||||', '3|财务|文本|《条例》|||'], ['entry 2']],
    [
      'two apart',
      ['1|职能|文本||||', '2|人事|文本|《条例》|||', '3|财务|文本||||', '4|统计|文本|《条例》|||'],
      ['entry 1', 'entry 3'],
    ],
    [
      'several in a row are one, for the merge may be lost',
      ['1|职能|文本|《条例》|||', '2|人事|文本||||', '3|财务|文本||||', '4|统计|文本|《条例》|||'],
      ['run 2 3'],
    ],
    ['all of several', ['1|职能|文本||||', '2|人事|文本||||'], ['column 1 2']],
    ['the only one', ['1|职能|文本||||'], ['entry 1']],
    [
      'a heading parts a row of them',
      ['1|职能|文本||||', '二、人事|||||||', '2|人事|文本||||', '3|财务|文本|《条例》|||'],
      ['entry 1', 'entry 2'],
    ],
    [
      'on a continuation line, which borrows',
      ['1|职能|文本|《条例》|||', '||另一文本||||', '2|人事|文本|《条例》|||'],
      [],
    ],
    [
      'on the head line only',
      ['1|职能|文本||||', '||另一文本|《条例》|||', '2|人事|文本|《条例》|||'],
      ['entry 1'],
    ],
    ['an item that was emptied', ['1|职能|文本|《条例》|||', '2|||||||'], []],
    [
      'a line with too few cells',
      ['1|职能|文本|《条例》|||', '2|人事$', '3|财务|文本|《条例》|||'],
      [],
    ],
    [
      'a line whose cells stand in the wrong columns',
      [
        '1|职能|文本|《条例》|||',
        '2|人事|《条例》||市人社局|20个工作日内|',
        '3|财务|文本|《条例》|||',
      ],
      [],
    ],
  ])('%s', async (_name, rows, expected) => {
    const catalogue = await catalogueOf([HEADER, ...rows])
    expect([...gaps(catalogue, ['basis'])].map(told)).toEqual(expected)
  })

  test('a column that the header does not have is not missed', async () => {
    const catalogue = await catalogueOf(['序号|公开事项|公开内容|公开时限', '1|职能|文本|实时更新'])
    expect([...gaps(catalogue, ['basis', 'channels'])]).toEqual([])
  })

  test('any of several columns will do', async () => {
    const catalogue = await catalogueOf([
      '序号|公开事项|公开内容|公开时限|公开对象|公开对象',
      '||||全社会|特定群体',
      '1|职能|文本|实时更新|√|',
      '2|人事|文本|实时更新||√',
      '3|财务|文本|实时更新||',
    ])
    const roles = ['audience.public', 'audience.specific'] as const
    expect([...gaps(catalogue, roles)].map(told)).toEqual(['entry 3'])
  })

  test('marks and lists may stand on any line of an entry', async () => {
    const catalogue = await catalogueOf([
      HEADER,
      '1|职能|文本|《条例》||||',
      '||||||■政府网站|',
      '2|人事|文本|《条例》|||■政府网站|',
    ])
    expect([...gaps(catalogue, ['channels'])]).toEqual([])
  })

  test('those that the caller excuses are left out', async () => {
    const catalogue = await catalogueOf([HEADER, '1|职能|文本||||', '2|人事|文本|《条例》|||'])
    expect([...gaps(catalogue, ['basis'], ({ seq }) => seq === '1')]).toEqual([])
  })

  test.each<[string, string, string]>([
    ['the blank cell', '1|职能|文本||实时更新|||', ''],
    ['the item, where the row ends before', '1|职能|文本$', '职能'],
  ])('point at %s', async (_name, row, text) => {
    const others = ['2|人事|文本', '3|财务|文本|《条例》']
    const [gap] = gaps(await catalogueOf([HEADER, row, ...others], 'md'), ['basis'])
    expect(gap?.at.text).toBe(text)
  })
})

test.each<[string, string, boolean]>([
  ['right', '1|职能|文本|《条例》|20个工作日内|市教育局|■政府网站|', false],
  ['one value out of place', '1|职能|文本|《条例》||20个工作日内||', false],
  ['two values out of place', '1|职能|■政府网站|20个工作日内||《条例》|市教育局|', true],
  ['two values that can be moved back', '1|职能|《条例》||市教育局|20个工作日内||', false],
  ['a cell too many', '1|职能|文本|《条例》|20个工作日内|市教育局|■政府网站||余', true],
])('a line is askew: %s', async (_name, row, askew) => {
  const catalogue = await catalogueOf([
    HEADER,
    row,
    '2|人事|文本|《条例》|长期公开|市人社局|■网站|无',
  ])
  const [entry] = catalogue.entries
  expect(entry && askewEntries(catalogue).has(entry)).toBe(askew)
})

test.each<[string, boolean]>([
  ['1|职能|文本||《条例》第二十条|||', true],
  ['1|职能|文本|《条例》第二十条||||', false],
  ['1|职能|文本|||||', false],
])('a basis stands elsewhere in %s: %s', async (row, elsewhere) => {
  const [entry] = (await catalogueOf([HEADER, row])).entries
  expect(entry && standsElsewhere(entry, 'citation', 'basis')).toBe(elsewhere)
})

describe('content that slipped into a column for names', () => {
  const LEVELS = '序号|公开事项|||公开内容|公开时限\n|一级事项|二级事项|三级事项||'
  const PROSE = '负责全市义务教育阶段学校的招生和学籍管理工作'

  test.each<[string, string[], string[]]>([
    ['none', ['1|招生|政策|简章|文本|实时更新'], []],
    ['prose beside a blank content', [`1|||${PROSE}||实时更新`], ['1']],
    ['prose that can be moved', [`1|招生|政策|${PROSE}||实时更新`], []],
    ['a name beside a blank content', ['1|招生|政策|简章||实时更新'], []],
    ['prose beside a content', [`1|招生|政策|${PROSE}|文本|实时更新`], []],
    [
      'a short text where several slipped',
      [
        `1|||${PROSE}||实时更新`,
        `2|||${PROSE}||实时更新`,
        '3|||名单||实时更新',
        '4|招生|简章||文本|实时更新',
      ],
      ['1', '2', '3'],
    ],
  ])('%s', async (_name, rows, expected) => {
    const catalogue = await catalogueOf([...LEVELS.split('\n'), ...rows])
    expect([...withContentInName(catalogue)].map(({ seq }) => seq)).toEqual(expected)
  })
})

describe('what most entries say', () => {
  test.each<[string, string[], string | undefined]>([
    ['all', ['市教育局', '市教育局'], '市教育局'],
    ['two thirds', ['市教育局', '市教育局', '市人社局'], '市教育局'],
    ['half', ['市教育局', '市人社局'], undefined],
    ['those without count for nothing', ['市教育局', '', '市教育局', ''], '市教育局'],
    ['a single one', ['市教育局', ''], undefined],
    ['nothing', ['', ''], undefined],
  ])('%s', async (_name, subjects, expected) => {
    const rows = subjects.map((subject, index) => `${index + 1}|职能|文本|《条例》||${subject}||`)
    expect(usualText(await catalogueOf([HEADER, ...rows]), 'subject')).toBe(expected)
  })
})

function told({ extent, heads }: Gap): string {
  return [extent, ...heads.map(({ seq }) => seq)].join(' ')
}

/** Rows whose cells are parted by upright bars; blank cells follow up to the width, but not behind $. */
async function catalogueOf(rows: readonly string[], format = 'tsv'): Promise<Catalogue> {
  const width = rows[0]?.split('|').length ?? 0
  const cells = rows.map((row) => {
    const texts = row.replace('$', '').split('|')
    const lost = row.endsWith('$') ? 0 : Math.max(0, width - texts.length)
    return [...texts, ...Array.from({ length: lost }, () => '')]
  })
  const line = Array.from({ length: width }, () => '---')
  const source =
    format === 'md'
      ? [...cells.slice(0, 1), line, ...cells.slice(1)].map((row) => `|${row.join('|')}|`)
      : cells.map((row) => row.join('\t'))
  const bytes = new TextEncoder().encode(`${source.join('\n')}\n`)
  const { catalogues } = recognise(await readDocument({ name: `目录.${format}`, bytes }))
  const [catalogue] = catalogues
  if (catalogue === undefined || catalogues.length > 1) throw new Error('not one catalogue')
  return catalogue
}
