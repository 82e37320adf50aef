import { describe, expect, test } from 'vitest'
import { findHalfMarks, findLooseMarks, findPointRuns } from './punctuation.ts'

describe('half-width marks', () => {
  test.each([
    ['知情权,根据《条例》,结合实际', ',,'],
    ['公开内容(要素)', '()'],
    ['(一) 予以公开', '()'],
    ['村(居)公示栏', '()'],
    ['2023年,收到申请', ','],
    ['联系电话:0816', ':'],
    ['是否公开?', '?'],
  ])('%s', (text, marks) => {
    expect(
      findHalfMarks(text)
        .map(({ mark }) => mark)
        .join(''),
    ).toBe(marks)
  })

  test.each([
    '补助1,471元，8:30开始',
    '网址https://a.gov.cn/b?c=1;d',
    'GB/T 32939(2016)和Windows,Linux',
    '川办发(2014)74号',
    '1)填表',
    '《办法(试行)》“甲,乙”',
    '（含附件)',
    '空格&nbsp;之后',
    '甲,,乙',
  ])('leaves alone: %s', (text) => {
    expect(findHalfMarks(text)).toEqual([])
  })
})

describe('points side by side', () => {
  test.each([
    ['甲，，乙', '，'],
    ['甲。；乙', '。'],
    ['甲，、乙', '，'],
    ['甲,;乙', '；'],
  ])('%s', (text, right) => {
    expect(findPointRuns(text).map((run) => run.right)).toEqual([right])
  })

  test.each(['甲……乙——丙', '甲。。。', 'a::b', '“甲，，乙”', '甲！！'])(
    'leaves alone: %s',
    (text) => {
      expect(findPointRuns(text)).toEqual([])
    },
  )
})

describe('loose marks', () => {
  test.each([
    ['“甲', ['unclosed', 0]],
    ['甲”', ['unopened', 1]],
    ['“甲“乙', ['reversed', 2]],
    ['”甲”乙', ['reversed', 0]],
    ['“甲“乙”', ['unclosed', 0]],
    ['甲（乙', ['unclosed', 1]],
    ['（甲)', ['mixed', 0]],
    ['（川办发(2014)74号', ['unclosed', 0]],
    ['《甲《乙》', ['unclosed', 0]],
  ])('%s', (text, expected) => {
    expect(findLooseMarks(text).map(({ fault, at }) => [fault, at])).toEqual([expected])
  })

  test.each([
    '“甲”（乙）《丙〈丁〉》',
    '“推进“互联网+”政务”',
    '1）甲；2)乙；a)丙',
    '〔2016 )115号',
    '(2016〕115号',
  ])('leaves alone: %s', (text) => {
    expect(findLooseMarks(text)).toEqual([])
  })
})

test('long texts are read in one go', () => {
  for (const part of ['（', '“', '甲,', '，，甲', '《甲（”']) {
    const text = part.repeat(200_000)
    const start = performance.now()
    findHalfMarks(text)
    findPointRuns(text)
    findLooseMarks(text)
    expect(performance.now() - start).toBeLessThan(3000)
  }
})
