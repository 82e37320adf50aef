import { describe, expect, test } from 'vitest'
import { displayWidth, padEnd } from './width.ts'

describe('displayWidth', () => {
  test.each<[string, string, number]>([
    ['nothing', '', 0],
    ['ASCII', 'num-seq-gap', 11],
    ['Chinese', '公开依据', 8],
    ['full-width punctuation', '（要素）：', 10],
    ['both', '序号12／公开依据', 16],
    ['half-width forms', 'ﾆ', 1],
    ['a character beyond the first plane', '𠮷', 2],
    ['an extension of 1999', '㐂', 2],
    ['an ideographic space', '\u3000', 2],
    ['title marks', '《条例》', 8],
    ['hexagonal brackets', '〔2019〕', 8],
    ['curly quotes, which Chinese terminals draw narrow', '“无”', 4],
    ['boxes', '■□√', 3],
    ['an emoji', '👍', 2],
    ['an emoji of vehicles', '🚌', 2],
    ['a combining mark', 'e\u0301', 1],
    ['a zero-width space', '公\u200b开', 4],
    ['a byte order mark', '\ufeff公开', 4],
    ['a variation selector', '☑\ufe0f', 1],
  ])('of %s', (_name, text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

test.each([
  ['序号1', 8, '序号1   '],
  ['公开时限', 8, '公开时限'],
  ['公开渠道和载体', 8, '公开渠道和载体'],
  ['', 3, '   '],
])('%j padded to %i columns', (text, width, padded) => {
  expect(padEnd(text, width)).toBe(padded)
})
