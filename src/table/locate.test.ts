import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import { LineMap, sourceSpan } from './locate.ts'
import type { Cell } from './model.ts'

describe('LineMap', () => {
  test.each<[string, string, number, number, number]>([
    ['the start', '甲\n乙', 0, 1, 1],
    ['the line break itself', '甲\n乙', 1, 1, 2],
    ['the start of the next line', '甲\n乙', 2, 2, 1],
    ['the end of the text', '甲\n乙', 3, 2, 2],
    ['an empty line', '甲\n\n乙', 2, 2, 1],
    ['behind a last line break', '甲\n', 2, 2, 1],
    ['between the two of CRLF', '甲\r\n乙', 2, 1, 3],
    ['behind CRLF', '甲\r\n乙', 3, 2, 1],
    ['behind CR alone', '甲\r乙', 2, 2, 1],
    ['behind LF CR', '甲\n\r乙', 3, 3, 1],
    ['behind a form feed', '甲\f乙', 2, 1, 3],
    ['behind a separator of Unicode', '甲\u2028乙', 2, 1, 3],
    ['behind a character of two units', '👍乙', 2, 1, 3],
    ['an empty text', '', 0, 1, 1],
  ])('%s', (_name, source, offset, line, col) => {
    expect(new LineMap(source).position(offset)).toEqual({ line, col })
  })

  test('agrees with counting the lines one by one', () => {
    const source = '序号\r\n\r\n1\t职能\n\n2\t"机构\n设置"\r3\r\n'
    const map = new LineMap(source)
    const starts = [...source.matchAll(/\r\n|\r|\n/gu)].map(
      ({ 0: end, index }) => index + end.length,
    )
    for (let offset = 0; offset <= source.length; offset++) {
      const before = [0, ...starts].filter((start) => start <= offset)
      const counted = { line: before.length, col: offset - (before.at(-1) ?? 0) + 1 }
      expect(map.position(offset)).toEqual(counted)
    }
  })

  test('gives a range with an exclusive end, over lines too', () => {
    const map = new LineMap('序号\n公开\n时限')
    expect(map.range({ start: 3, end: 5 })).toEqual({ line: 2, col: 1, endLine: 2, endCol: 3 })
    expect(map.range({ start: 4, end: 8 })).toEqual({ line: 2, col: 2, endLine: 3, endCol: 3 })
  })
})

describe('a place leads back to the source', () => {
  test.each<[string, string, string, string, string]>([
    ['a plain cell', 'md', '20个工作日', '工作日', '工作日'],
    ['behind an escape', 'md', '甲\\|乙丙', '乙丙', '乙丙'],
    ['an escape', 'md', '甲\\|乙', '|', '\\|'],
    ['an entity', 'md', '甲&lt;乙', '<', '&lt;'],
    ['behind a tag', 'md', '<b>甲</b>乙', '乙', '乙'],
    ['before a line break', 'md', '甲**乙**<br>丙', '乙', '乙'],
    ['behind a line break', 'md', '甲<br>乙', '乙', '乙'],
    ['over a line break', 'md', '甲<br>乙', '甲\n乙', '甲<br>乙'],
    ['a quoted cell', 'csv', '"甲,乙"', ',乙', ',乙'],
    ['a doubled quotation mark', 'csv', '"甲""乙"', '"', '""'],
    ['behind a doubled quotation mark', 'csv', '"甲""乙"', '乙', '乙'],
    ['a character of two units', 'csv', '甲👍乙', '乙', '乙'],
  ])('%s', async (_name, format, written, part, expected) => {
    const { source, cell } = await cellOf(written, format)
    const at = cell.text.indexOf(part)
    const { start, end } = sourceSpan({
      passage: cell,
      span: { start: at, end: at + part.length },
    })
    expect(at).not.toBe(-1)
    expect(source.slice(start, end)).toBe(expected)
  })

  test.each<[string, string, string]>([
    ['a whole cell', 'md', '甲\\|乙'],
    ['a whole quoted cell without its marks', 'csv', '甲""乙'],
  ])('%s', async (_name, format, inside) => {
    const { source, cell } = await cellOf(format === 'csv' ? `"${inside}"` : inside, format)
    const { start, end } = sourceSpan({ passage: cell })
    expect(source.slice(start, end)).toBe(inside)
  })

  test.each(['md', 'csv'])('an empty span of %s stays empty', async (format) => {
    const { source, cell } = await cellOf('甲乙', format)
    const { start, end } = sourceSpan({ passage: cell, span: { start: 1, end: 1 } })
    expect(start).toBe(end)
    expect(source.slice(start)).toMatch(/^乙/u)
  })
})

/** The second cell of the second row of a table, with the source that it stands in. */
async function cellOf(written: string, format: string): Promise<{ source: string; cell: Cell }> {
  const source =
    format === 'md'
      ? `| 序号 | 内容 |\n| --- | --- |\n| 1 | ${written} |\n`
      : `序号,内容\n1,${written}\n`
  const bytes = new TextEncoder().encode(source)
  const { blocks } = await readDocument({ name: `目录.${format}`, bytes })
  const [table] = blocks.filter((block) => block.kind === 'table')
  const cell = table?.rows[1]?.[1]
  if (cell === undefined) throw new Error('no second cell')
  return { source, cell }
}
