import { describe, expect, test } from 'vitest'
import { MAX_CELLS } from '../reader.ts'
import { addressOf } from './address.ts'
import { layOut, type Merge, type Sheet } from './region.ts'

/** A paragraph, or the rows of a table. */
type Shape = string | string[]

describe('tables and paragraphs', () => {
  test.each<[string, string[], string[], Shape[]]>([
    ['a table', ['序号|事项', '1|职能'], [], [['序号|事项', '1|职能']]],
    ['blank rows part tables', ['甲|乙', '', '丙|丁'], [], [['甲|乙'], ['丙|丁']]],
    ['so do rows of white space', ['甲|乙', ' |\n', '丙|丁'], [], [['甲|乙'], ['丙|丁']]],
    [
      'but not where a merge reaches over',
      ['甲|乙', '', '|丁'],
      ['A1:A3'],
      [['甲↓3|乙', '', '丁']],
    ],
    ['a table begins where its cells begin', ['', '|甲|乙', '|1|2'], [], [['甲|乙', '1|2']]],
    [
      'places without text are cells',
      ['甲|乙|丙', '1', '1|2|3'],
      [],
      [['甲|乙|丙', '1||', '1|2|3']],
    ],
    ['a title above', ['目录', '甲|乙'], [], ['目录', ['甲|乙']]],
    ['a merged title', ['目录', '甲|乙'], ['A1:B1'], ['目录', ['甲|乙']]],
    ['a title two rows high', ['目录', '', '甲|乙'], ['A1:B2'], ['目录', ['甲|乙']]],
    [
      'several lines above',
      ['附件', '目录', '|单位：件', '甲|乙'],
      ['A2:B2'],
      ['附件', '目录', '单位：件', ['甲|乙']],
    ],
    ['a note below', ['甲|乙', '1|2', '注：一式两份'], [], [['甲|乙', '1|2'], '注：一式两份']],
    [
      'a sentence below',
      ['甲|乙', '1|2', '本表由教育局编制。'],
      [],
      [['甲|乙', '1|2'], '本表由教育局编制。'],
    ],
    ['a merged note', ['甲|乙', '1|2', '教育局'], ['A3:B3'], [['甲|乙', '1|2'], '教育局']],
    ['notes below', ['甲|乙', '注1：职能', '注2：预算'], [], [['甲|乙'], '注1：职能', '注2：预算']],
    ['not an entry with a number only', ['甲|乙', '1|2', '2'], [], [['甲|乙', '1|2', '2|']]],
    [
      'not an entry with a name only',
      ['甲|乙', '1|2', '|职能：领导'],
      [],
      [['甲|乙', '1|2', '|职能：领导']],
    ],
    [
      'not what merged cells stand beside',
      ['甲|乙', '1|2', '|注：两份'],
      ['A2:A3'],
      [['甲|乙', '1↓2|2', '注：两份']],
    ],
    [
      'a line amid the table',
      ['甲|乙', '一、职能', '1|2'],
      ['A2:B2'],
      [['甲|乙', '一、职能→2', '1|2']],
    ],
    [
      'a line above the table that comes again within',
      ['情况', '第一项', '内容|件数', '1|2', '第二项', '内容|金额', '3|4'],
      ['A1:B1', 'A2:B2', 'A5:B5'],
      ['情况', ['第一项→2', '内容|件数', '1|2', '第二项→2', '内容|金额', '3|4']],
    ],
    ['text alone', ['总体情况', '主动公开', '', '附件'], [], ['总体情况', '主动公开', '附件']],
    ['nothing', ['', ' '], ['A1:B9'], []],
  ])('%s', (_name, rows, merges, expected) => {
    expect(shapesOf(sheet(rows, merges))).toEqual(expected)
  })
})

describe('merges', () => {
  test.each<[string, string[], string[], Shape[], string[]]>([
    ['to the right', ['甲||乙', '1|2|3'], ['A1:B1'], [['甲→2|乙', '1|2|3']], []],
    ['both ways', ['甲||乙', '||3', '1|2|3'], ['A1:B2'], [['甲↓2→2|乙', '3', '1|2|3']], []],
    ['of empty cells', ['甲|乙|丙', '1', '2|3|4'], ['B2:C2'], [['甲|乙|丙', '1|→2', '2|3|4']], []],
    [
      'cut at the last row and column',
      ['甲|乙', '1|2'],
      ['A1:A9', 'B2:IV2'],
      [['甲↓2|乙', '2']],
      [],
    ],
    [
      'of empty cells from outside',
      ['|甲|乙', '||2', '|3|4'],
      ['A2:B2'],
      [['甲|乙', '|2', '3|4']],
      [],
    ],
    [
      'that overlap',
      ['甲|乙|丙', '1|2|3', '4|5|6'],
      ['A1:B2', 'B2:C2'],
      [['甲↓2→2|丙', '3', '4|5|6']],
      ['B2:C2'],
    ],
    [
      'that overlap below',
      ['甲|乙|丙', '1|2|3'],
      ['B1:B2', 'A2:C2'],
      [['甲|乙↓2|丙', '1|3']],
      ['A2:C2'],
    ],
    [
      'that overlap beside',
      ['甲|乙|丙', '1|2|3'],
      ['A1:B1', 'B1:C1'],
      [['甲→2|丙', '1|2|3']],
      ['B1:C1'],
    ],
  ])('%s', (_name, rows, merges, expected, overlaps) => {
    const found = sheet(rows, merges)
    expect(shapesOf(found)).toEqual(expected)
    expect(layOut([found]).notices.map(({ text }) => text)).toEqual(
      overlaps.map(
        (range) =>
          `工作表“目录”的 ${range} 与别的合并单元格重叠，已按未合并读取；应当取消合并后重新合并。`,
      ),
    )
  })

  test('text that a merge covers is hidden text', () => {
    expect(layOut([sheet(['甲|乙', '1|2'], ['A1:A2'])]).asides).toEqual([
      { kind: 'hidden-text', text: '1', origin: { kind: 'sheet', sheet: '目录', address: 'A2' } },
    ])
  })

  test('a cell names what it is merged with, cut to the table', () => {
    const { blocks } = layOut([sheet(['目录', '甲|乙', '1|2'], ['A1:B1', 'A2:A9'])])
    expect(blocks).toMatchObject([
      { origin: { address: 'A1', range: 'A1:B1' } },
      { rows: [[{ origin: { address: 'A2', range: 'A2:A3' } }, {}], [{}]] },
    ])
  })
})

test('overlapping merges are told once', () => {
  const found = sheet(['甲|乙|丙', '1|2|3'], ['A1:A2', 'A2:B2', 'A2:C2'])
  expect(layOut([found]).notices).toEqual([
    {
      kind: 'overlapping-merge',
      text: '有2处合并单元格与别的重叠，第一处是工作表“目录”的 A2:B2，已按未合并读取；应当取消合并后重新合并。',
    },
  ])
})

test('hidden rows and columns count from the first ones of the table', () => {
  const found = {
    ...sheet(['目录', '', '|甲|乙', '|1|2', '|3|4'], []),
    hiddenRows: new Set([0, 3]),
  }
  expect(layOut([{ ...found, hiddenColumns: new Set([2, 9]) }]).blocks).toMatchObject([
    { kind: 'paragraph' },
    { hidden: { rows: [1], columns: [1] } },
  ])
})

test('a sheet without content is not worth telling that it is hidden', () => {
  expect(layOut([{ ...sheet([], []), isHidden: true }]).notices).toEqual([])
})

test('the cells of all tables count, empty ones too', () => {
  const wide = (columns: number): Sheet => ({
    ...sheet([], []),
    cells: [cell(0, 0), cell(0, 1), cell(0, columns - 1)],
  })
  const [few, most] = [1000, MAX_CELLS - 999]
  expect(layOut([wide(few), wide(few)]).blocks).toHaveLength(2)
  expect(() => layOut([wide(few), wide(most)])).toThrow(
    expect.objectContaining({ reason: 'too-many-cells' }),
  )
})

test.each([
  [0, 0, 'A1'],
  [8, 7, 'H9'],
  [0, 25, 'Z1'],
  [0, 26, 'AA1'],
  [0, 701, 'ZZ1'],
  [1_048_575, 16_383, 'XFD1048576'],
])('row %i, column %i is %s', (row, column, address) => {
  expect(addressOf(row, column)).toBe(address)
})

/** A sheet drawn as rows of cells parted by bars. */
function sheet(rows: readonly string[], merges: readonly string[]): Sheet {
  return {
    name: '目录',
    cells: rows.flatMap((texts, row) =>
      texts.split('|').map((text, column) => ({ row, column, text })),
    ),
    merges: merges.map(mergeOf),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    isHidden: false,
  }
}

function cell(row: number, column: number) {
  return { row, column, text: '1' }
}

function mergeOf(range: string): Merge {
  const [, left = '', top, right = '', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(range) ?? []
  return {
    top: Number(top) - 1,
    left: indexOf(left),
    bottom: Number(bottom) - 1,
    right: indexOf(right),
  }
}

function indexOf(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** ↓2→3 stands for two rows high and three columns wide. */
function shapesOf(found: Sheet): readonly Shape[] {
  return layOut([found]).blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text
    return block.rows.map((row) =>
      row
        .map(({ text, rowSpan, columnSpan }) => {
          return (
            text + (rowSpan > 1 ? `↓${rowSpan}` : '') + (columnSpan > 1 ? `→${columnSpan}` : '')
          )
        })
        .join('|'),
    )
  })
}
