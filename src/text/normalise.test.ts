import { describe, expect, test } from 'vitest'
import { halfWidth, isBlank, unstacked, withoutSpace } from './normalise.ts'

test.each([
  ['公开时限', '公开时限'],
  ['公开\n时限', '公开时限'],
  [' 序　号\t', '序号'],
  ['公开\r\n渠道\u00a0和载体', '公开渠道和载体'],
  ['', ''],
  [' \u3000\n', ''],
])('%j without space is %j', (text, packed) => {
  expect(withoutSpace(text)).toBe(packed)
})

test.each<[string, boolean]>([
  ['', true],
  [' ', true],
  ['\u3000\u00a0\t\r\n', true],
  ['\ufeff', true],
  ['。', false],
  [' 无 ', false],
  ['—', false],
])('%j is blank: %s', (text, blank) => {
  expect(isBlank(text)).toBe(blank)
})

describe('halfWidth', () => {
  test.each([
    ['公开内容（要素）', '公开内容(要素)'],
    ['２０个工作日', '20个工作日'],
    ['ＧＢ／Ｔ　９７０４', 'GB/T　9704'],
    ['时限：长期；另有规定，从其规定！？～', '时限:长期;另有规定,从其规定!?~'],
    ['《条例》〔2019〕54号。、“”', '《条例》〔2019〕54号。、“”'],
    ['政府网站👍', '政府网站👍'],
  ])('%s becomes %s', (text, narrow) => {
    expect(halfWidth(text)).toBe(narrow)
  })

  test('keeps every place, also beside characters of two units', () => {
    const text = '👍（要素）𠮷：１'
    expect(halfWidth(text)).toHaveLength(text.length)
    expect(halfWidth(text).indexOf('(')).toBe(text.indexOf('（'))
  })
})

test.each([
  ['组\n\n织\n\n领\n\n导', '组织领导'],
  ['制\n 度\n', '制度'],
  ['主要负责人\n亲自抓', '主要负责人\n亲自抓'],
  ['人\n事处', '人\n事处'],
  ['组织领导', '组织领导'],
  ['', ''],
])('%j is read as %j', (text, line) => {
  expect(unstacked(text)).toBe(line)
})
