import { array, assert, constantFrom, double, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN } from './built-in.ts'
import { formatNumber } from './format.ts'
import { parseSerial } from './serial.ts'

/** 19 January 2024, a Friday. */
const DAY = 45_310

describe('General', () => {
  test.each([
    [12, '12'],
    [-3.5, '-3.5'],
    [0.1 + 0.2, '0.3'],
    [1613.8800000000001, '1613.88'],
    [1e-3, '0.001'],
    [1e-7, '1E-07'],
    [110108199001011, '110108199001011'],
    [1e21, '1E+21'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value, undefined, false)).toBe(text)
  })
})

describe('numbers', () => {
  test.each<[number, string, string]>([
    [12, '0', '12'],
    [7, '000', '007'],
    [1234.5, '0.00', '1234.50'],
    [1.005, '0.00', '1.01'],
    [-0.5, '0', '-1'],
    [0.125, '0%', '13%'],
    [0.125, '0.00%', '12.50%'],
    [1_234_567.891, '#,##0', '1,234,568'],
    [1_234_567.891, '#,##0.00', '1,234,567.89'],
    [12, '#,##0', '12'],
    [0, '#', ''],
    [1.5, '0.##', '1.5'],
    [1_234_567, '0.0,', '1234.6'],
    [12_345, '0.00E+00', '1.23E+04'],
    [0.5, '0.0E-0', '5.0E-1'],
    [-1234.5, '#,##0.00_);(#,##0.00)', '(1,234.50)'],
    [-1234.5, '#,##0.00_ ;[Red]\\-#,##0.00\\ ', '-1,234.50 '],
    [0, '0;-0;;@', ''],
    [0, '0.00;-0.00;"无"', '无'],
    [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '-'],
    [5, '"第"0"号"', '第5号'],
    [5, '0"%"', '5%'],
    [5, '0\\件', '5件'],
    [5, '[$￥-804]#,##0.00', '￥5.00'],
    [5, '"是";"否"', '是'],
    [5, 'General"元"', '5元'],
    [5, 'G/通用格式', '5'],
    [5, '@', '5'],
    [5, '[DBNum1][$-804]General', '5'],
  ])('%d as %s is %j', (value, code, text) => {
    expect(formatNumber(value, code, false)).toBe(text)
  })

  test.each([
    ['fractions', '# ?/?'],
    ['conditions', '[<=100]0.0;0'],
    ['text between digits', '000-0000'],
    ['powers of a thousand', '##0.0E+0'],
    ['too many places', `0.${'0'.repeat(200)}`],
    ['too long a code', `"${'长'.repeat(300)}"0`],
  ])('as General: %s', (_name, code) => {
    expect(formatNumber(1234.5, code, false)).toBe('1234.5')
  })
})

describe('dates and times', () => {
  test.each<[number, string, string]>([
    [DAY, 'yyyy/m/d', '2024/1/19'],
    [DAY, 'yyyy-mm-dd', '2024-01-19'],
    [DAY, 'yyyy\\-mm\\-dd;@', '2024-01-19'],
    [DAY, 'yyyy"年"m"月"d"日"', '2024年1月19日'],
    [DAY, 'yyyy年m月d日', '2024年1月19日'],
    [DAY, '[$-804]yyyy"年"mm"月"dd"日"\\ dddd', '2024年01月19日 Friday'],
    [DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二四年一月十九日'],
    [DAY + 12, '[DBNum1]m"月"d"日"', '一月三十一日'],
    [DAY + 1, '[DBNum1]d', '二十'],
    [DAY, '[$-804]aaaa', '星期五'],
    [DAY, '"周"aaa', '周五'],
    [DAY, 'd-mmm-yy', '19-Jan-24'],
    [DAY, 'mmmm', 'January'],
    [DAY, 'mmmmm', 'J'],
    [DAY, 'ddd', 'Fri'],
    [DAY + 0.5, 'yyyy/m/d h:mm', '2024/1/19 12:00'],
    [DAY + 0.75, 'h:mm AM/PM', '6:00 PM'],
    [DAY + 0.25, '上午/下午h"时"mm"分"', '上午6时00分'],
    [DAY, '上午/下午h"时"', '上午12时'],
    [0.1, 'h:mm:ss', '2:24:00'],
    [0.999_999_9, 'h:mm:ss', '0:00:00'],
    [1.25, '[h]:mm:ss', '30:00:00'],
    [1.25, '[mm]', '1800'],
    [0.000_015, 'mm:ss.0', '00:01.3'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [59, 'yyyy-mm-dd', '1900-02-28'],
    [60, 'yyyy-mm-dd', '1900-02-29'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
    [0, 'yyyy-mm-dd', '1900-01-00'],
    [2_958_465, 'yyyy-mm-dd', '9999-12-31'],
    [2_958_466, 'yyyy-mm-dd', '2958466'],
    [-1, 'yyyy-mm-dd', '-1'],
  ])('%d as %s is %s', (value, code, text) => {
    expect(formatNumber(value, code, false)).toBe(text)
  })

  test.each([
    [27, '2024年1月'],
    [28, '1月19日'],
    [31, '2024年1月19日'],
    [50, '2024年1月'],
    [57, '2024年1月'],
    [58, '1月19日'],
    [14, '2024/1/19'],
  ])('number format %d', (id, text) => {
    expect(formatNumber(DAY, BUILT_IN.get(id), false)).toBe(text)
  })

  test('days counted from 1904', () => {
    expect(formatNumber(0, 'yyyy-mm-dd', true)).toBe('1904-01-01')
    expect(formatNumber(DAY - 1462, 'yyyy-mm-dd', true)).toBe('2024-01-19')
  })
})

test.each([
  ['2024-01-19', DAY],
  ['2024-01-19T12:00:00', DAY + 0.5],
  ['2024-01-19T12:00:00Z', DAY + 0.5],
  ['1900-02-28', 59],
  ['1900-03-01', 61],
  ['2024年1月19日', Number.NaN],
  ['2024-13-01', Number.NaN],
])('%s is day %d', (text, serial) => {
  expect(parseSerial(text, false)).toBe(serial)
})

test('days of 1904 count from there', () => {
  expect(parseSerial('1904-01-01', true)).toBe(0)
})

test('whatever the code, there is a text', () => {
  const pieces = constantFrom(...'0#?,.%;"[]\\_*@/', 'E+', 'yyyy', 'm', 'h', 's.0', 'AM/PM', '年')
  const numbers = double({ noNaN: true, noDefaultInfinity: true })
  assert(
    property(array(pieces, { maxLength: 12 }), numbers, (code, value) => {
      expect(formatNumber(value, code.join(''), false)).toBeTypeOf('string')
    }),
    { numRuns: 2000, seed: 1 },
  )
})
