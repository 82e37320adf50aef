import { expect, test } from 'vitest'
import { parseNumeral } from '../text/numeral.ts'
import { chineseNumber, clauseName } from './clause-name.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [103, '一百零三'],
  [110, '一百一十'],
  [1005, '一千零五'],
  [1260, '一千二百六十'],
])('%i is %s', (value, text) => {
  expect(chineseNumber(value)).toBe(text)
})

test('every number is read as it is written', () => {
  for (let value = 0; value < 10_000; value++)
    expect(parseNumeral(chineseNumber(value))).toBe(value)
})

test.each([
  [{ article: 20 }, '第二十条'],
  [{ article: 120, inserted: 2 }, '第一百二十条之二'],
  [{ article: 50, paragraph: 1, item: 4 }, '第五十条第一款第（四）项'],
])('%o', (numbers, text) => {
  expect(clauseName(numbers)).toBe(text)
})
