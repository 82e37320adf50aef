import { describe, expect, test } from 'vitest'
import { parseSeq } from '../grammar/numbering.ts'
import { readDocument } from '../readers/choose.ts'
import { recognise } from './recognise.ts'
import { sequences } from './sequence.ts'

const HEADER = '序号|公开事项||公开内容|公开时限'
const BELOW = '|一级事项|二级事项||'

describe('the runs of numbers', () => {
  test.each<[string, string[], number[][]]>([
    ['one', ['1|职能', '2|人事', '3|财务'], [[1, 2, 3]]],
    ['with a gap', ['1|职能', '2|人事', '22|财务'], [[1, 2, 22]]],
    ['with a misprint', ['1|职能', '2|人事', '2|财务', '4|统计'], [[1, 2, 2, 4]]],
    ['not from 1', ['11|职能', '12|人事'], [[11, 12]]],
    ['of other spellings', ['（1）|职能', '２.|人事', '③|财务'], [[1, 2, 3]]],
    ['of one number', ['1|职能'], [[1]]],
    ['without numbers', ['甲|职能', '乙|人事'], []],
    ['of codes', ['0101|职能', '0102|人事', '0201|财务'], []],
    ['with one code in five', ['1|甲', '2|乙', '3|丙', '4|丁', '0505|戊'], []],
    [
      'with one code in eleven',
      [...'甲乙丙丁戊己庚辛壬癸'].map((name, index) => `${index + 1}|${name}`).concat('0505|子'),
      [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ],
    [
      'that begin again at 1',
      ['1|职能', '2|人事', '1|财务', '2|统计'],
      [
        [1, 2],
        [1, 2],
      ],
    ],
    ['of which a second 1 is a misprint', ['1|职能', '2|', '1|', '4|'], [[1, 2, 1, 4]]],
    ['that begin again with another item', ['1|职能', '2|', '1|人事'], [[1, 2], [1]]],
    ['parted by a heading', ['1|职能', '2|人事', '二、其他', '3|财务'], [[1, 2], [3]]],
    [
      'parted by a header printed again',
      ['1|职能', '2|人事', `${HEADER}`, `${BELOW}`, '3|财务'],
      [[1, 2], [3]],
    ],
    ['with continuation lines', ['1|职能', '|', '2|人事'], [[1, 2]]],
    ['with a line printed twice', ['1|职能', '2|人事', '2|人事', '3|财务'], [[1, 2, 3]]],
  ])('%s', async (_name, rows, expected) => {
    expect(await runsOf(rows)).toEqual(expected)
  })
})

async function runsOf(rows: readonly string[]): Promise<readonly (readonly number[])[]> {
  const full = rows.map((row, index) => {
    const [seq = '', item = ''] = row.split('|')
    if (row === HEADER || row === BELOW) return row
    if (!row.includes('|')) return `${row}||||`
    const name = item === '' ? `事项${index}` : item
    return `${seq}|${item}|${name}|${name}的文本|实时更新`
  })
  const source = [HEADER, BELOW, ...full].join('\n').replaceAll('|', '\t')
  const bytes = new TextEncoder().encode(`${source}\n`)
  const [catalogue] = recognise(await readDocument({ name: '目录.tsv', bytes })).catalogues
  if (catalogue === undefined) throw new Error('no catalogue')
  return sequences(catalogue, parseSeq).map((run) => run.map(([, number]) => number))
}
