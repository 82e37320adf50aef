import { describe, expect, test } from 'vitest'
import type { Cell } from '../table/model.ts'
import { figureOf, isFigureLike, splitSum } from './figure.ts'

function cell(text: string): Cell {
  const origin = { kind: 'text', start: 0, end: text.length } as const
  return { text, origin, row: 0, column: 0, rowSpan: 1, columnSpan: 1 }
}

describe('a cell of a table', () => {
  test.each([
    ['0', 0],
    ['17', 17],
    [' 1 7 ', 17],
    ['１７', 17],
    ['1,613', 1613],
    ['1，613.88', 1613.88],
    ['1613.88', 1613.88],
    ['00', 0],
    ['?5', 5],
    [' 5', 5],
  ])('%j is %s', (text, value) => {
    expect(figureOf(cell(text))).toMatchObject({ state: 'number', value })
  })

  test.each(['/', '／', '—', '——', '-', '无', '不适用'])(
    '%j says that it does not apply',
    (text) => {
      expect(figureOf(cell(text))).toMatchObject({ state: 'none', value: 0 })
    },
  )

  test.each(['', ' ', '\n', '　'])('%j is blank', (text) => {
    expect(figureOf(cell(text))).toMatchObject({ state: 'blank', value: undefined })
  })

  test.each<[string, string | undefined]>([
    ['105件', '105'],
    ['3.2万元', '3.2'],
    ['O', '0'],
    ['零', '0'],
    ['-3', undefined],
    ['见附件', undefined],
    ['1,2', undefined],
    ['1.2.3', undefined],
    ['三', undefined],
    ['9'.repeat(40), undefined],
  ])('%j is wrong, and was meant for %j', (text, meant) => {
    const figure = figureOf(cell(text))
    expect([figure.state, figure.value, figure.meant]).toEqual(['wrong', undefined, meant])
  })

  test.each([
    ['17', true],
    ['-17', true],
    ['1,613.88', true],
    ['105件', true],
    ['/', true],
    ['o', true],
    ['15130000154', true],
    ['总计', false],
    ['1.属于国家秘密', false],
    ['无法提供', false],
    ['', false],
  ])('%j looks like a figure: %s', (text, looks) => {
    expect(isFigureLike(cell(text))).toBe(looks)
  })
})

describe('glued digits', () => {
  test.each<[string, number, readonly number[] | undefined]>([
    ['15130000154', 7, [151, 3, 0, 0, 0, 0, 154]],
    ['0000000', 7, [0, 0, 0, 0, 0, 0, 0]],
    ['1000001', 7, [1, 0, 0, 0, 0, 0, 1]],
    // 1 + 0 + 1 = 2 one way only.
    ['1012', 4, [1, 0, 1, 2]],
    // No way at all.
    ['1234567', 7, undefined],
    ['123456', 7, undefined],
    // 1+1+11+… in two ways: 1, 12 and 11, 2 cannot be told apart.
    ['11213', 3, undefined],
    ['abc', 3, undefined],
    ['', 7, undefined],
    ['1'.repeat(30), 7, undefined],
  ])('%s in %i is %j', (digits, count, expected) => {
    expect(splitSum(digits, count)).toEqual(expected)
  })
})
