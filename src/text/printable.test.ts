import { describe, expect, test } from 'vitest'
import { excerpt, printable } from './printable.ts'

describe('printable', () => {
  test.each([
    [
      'leaves text alone',
      '公开依据：《条例》（国令第711号）👍',
      '公开依据：《条例》（国令第711号）👍',
    ],
    ['shows a line break', '政府网站\n政府公报', '政府网站⏎政府公报'],
    ['shows the line break of Windows once', '政府网站\r\n政府公报', '政府网站⏎政府公报'],
    ['shows the line break of old Macs', '政府网站\r政府公报', '政府网站⏎政府公报'],
    ['makes a tab a blank', '1\t机构职能', '1 机构职能'],
    ['disarms an escape sequence', '\u001b[31m红', '‹U+001B›[31m红'],
    ['disarms NUL, backspace and DEL', '\0\b\u007f', '‹U+0000›‹U+0008›‹U+007F›'],
    ['disarms the controls above ASCII', '\u009b2J', '‹U+009B›2J'],
    ['disarms what turns the reading direction', '甲\u202e乙\u202c', '甲‹U+202E›乙‹U+202C›'],
    ['disarms isolates and marks', '\u2066\u200f\u061c', '‹U+2066›‹U+200F›‹U+061C›'],
    ['shows the separators of Unicode', '甲\u2028乙\u2029', '甲‹U+2028›乙‹U+2029›'],
    ['shows a byte order mark', '\ufeff序号', '‹U+FEFF›序号'],
  ])('%s', (_name, text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  test('leaves nothing that a terminal obeys', () => {
    const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('')
    expect(printable(all)).not.toMatch(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u)
  })
})

test.each([
  ['公开时限', 4, '公开时限'],
  ['公开时限', 3, '公开时…'],
  ['', 0, ''],
  ['公开', 0, '…'],
  ['👍👍👍', 3, '👍👍👍'],
  ['👍👍👍', 2, '👍👍…'],
])('the start of %j in %i characters', (text, length, start) => {
  expect(excerpt(text, length)).toBe(start)
})
