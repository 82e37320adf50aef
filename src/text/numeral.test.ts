import { describe, expect, test } from 'vitest'
import { NUMERAL, parseNumeral } from './numeral.ts'

describe('parseNumeral', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['713', 713],
    ['７１３', 713],
    ['1７3', 173],
    ['0054', 54],
    ['〇', 0],
    ['零', 0],
    ['九', 9],
    ['十', 10],
    ['十六', 16],
    ['二十', 20],
    ['七十三', 73],
    ['一百', 100],
    ['一百零八', 108],
    ['一百一十八', 118],
    ['七百一十三', 713],
    ['一千零一', 1001],
    ['三千四百五十六', 3456],
    ['两万零三十', 20_030],
    ['九万九千九百九十九', 99_999],
    ['七一三', 713],
    ['二〇一九', 2019],
    ['二○一九', 2019],
    ['二零二六', 2026],
    ['两百', 200],
  ])('%s is %i', (text, value) => {
    expect(parseNumeral(text)).toBe(value)
  })

  test.each(['', ' ', '号', '713号', '第713', '七百a', '1.5', '-3', '二十日', '20十', '１２.'])(
    '%j is no whole number',
    (text) => {
      expect(parseNumeral(text)).toBeUndefined()
    },
  )

  test('every number up to 99,999 is read back from Chinese', () => {
    const misread: string[] = []
    for (let number = 1; number <= 99_999; number++) {
      const written = chinese(number)
      if (parseNumeral(written) !== number) misread.push(written)
    }
    expect(misread).toEqual([])
  })
})

test('the pattern matches whole numerals and nothing else', () => {
  const found = '令第七百一十三号、第７13号、第二○号，百姓'.match(new RegExp(`${NUMERAL}+`, 'gu'))
  expect(found).toEqual(['七百一十三', '７13', '二○', '百'])
})

/** 一万零三十, as it is read aloud. */
function chinese(number: number): string {
  const digits = '零一二三四五六七八九'
  const units = ['', '十', '百', '千', '万']
  return [...String(number)]
    .map((digit, index, all) =>
      digit === '0' ? '零' : `${digits[Number(digit)]}${units[all.length - 1 - index]}`,
    )
    .join('')
    .replace(/零+/gu, '零')
    .replace(/零$/u, '')
    .replace(/^一十/u, '十')
}
