import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findDocNumbers, formatDocNumber } from './doc-number.ts'

describe('one number', () => {
  test.each<[string, string, string, number | undefined, number, string[]]>([
    ['right', '国办发〔2019〕54号', '国办发', 2019, 54, []],
    ['in brackets', '《意见》（国办发〔2019〕54号）', '国办发', 2019, 54, []],
    ['behind a title', '《意见》国办发〔2019〕54号', '国办发', 2019, 54, []],
    ['of a county office', '云政办函〔2025〕7号', '云政办函', 2025, 7, []],
    ['of the last century', '国发〔1998〕21号', '国发', 1998, 21, []],
    ['with a line wrap', '国办发〔2019〕\n54 号', '国办发', 2019, 54, []],
    ['with a wrapped issuer', '国办发 〔2019〕54号', '国办发', 2019, 54, []],
    ['with a wrapped serial', '国办发〔2019〕5 4 号', '国办发', 2019, 54, []],
    ['in square brackets', '国办发[2019]54号', '国办发', 2019, 54, ['brackets']],
    ['in full-width square brackets', '国办发［2019］54号', '国办发', 2019, 54, ['brackets']],
    ['in round brackets', '国办发(2019)54号', '国办发', 2019, 54, ['brackets']],
    ['in full-width round brackets', '国办发（2019）54号', '国办发', 2019, 54, ['brackets']],
    ['in lenticular brackets', '国办发【2019】54号', '国办发', 2019, 54, ['brackets']],
    ['in small brackets', '国办发﹝2019﹞54号', '国办发', 2019, 54, ['small']],
    ['in a pair that does not match', '国办发〔2019)54号', '国办发', 2019, 54, ['brackets']],
    ['with a bracket lost', '国办发〔201954号', '国办发', 2019, 54, ['brackets']],
    ['with 第', '国办发〔2019〕第54号', '国办发', 2019, 54, ['ordinal']],
    ['with a zero', '国办发〔2019〕054号', '国办发', 2019, 54, ['padded']],
    ['without 号', '国办发〔2019〕54', '国办发', 2019, 54, ['suffix']],
    ['all wrong', '国办发[2019]第054号', '国办发', 2019, 54, ['brackets', 'ordinal', 'padded']],
    ['without its year', '《办法》（云交计121号）', '云交计', undefined, 121, ['year']],
  ])('%s', (_name, text, issuer, year, serial, faults) => {
    expect(findDocNumbers(text)).toMatchObject([{ issuer, year, serial, faults }])
  })
})

describe('the words of a number', () => {
  test.each([
    ['根据国办发〔2016〕19号', '国办发〔2016〕19号'],
    ['按照《意见》和国办发〔2016〕19号文件', '国办发〔2016〕19号'],
    ['关于政务公开的国办发〔2016〕19号', '国办发〔2016〕19号'],
    ['政务公开工作要点的通知国办发〔2016〕19号', '国办发〔2016〕19号'],
    ['若干意见国发〔2015〕33号', '国发〔2015〕33号'],
    ['（国办发 〔2016〕 19 号）', '国办发 〔2016〕 19 号'],
    ['国办发〔2016〕19 ', '国办发〔2016〕19'],
    ['国办发〔2016〕5 4 号文', '国办发〔2016〕5 4 号'],
    ['《办法》(云交计121号)', '云交计121号'],
  ])('%s', (text, expected) => {
    const found = findDocNumbers(text)
    expect(found.map((number) => number.text)).toEqual([expected])
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual([expected])
  })
})

test.each<[string, string, string[]]>([
  ['several', '国发〔2015〕33号、国办发〔2016〕19号', ['国发〔2015〕33号', '国办发〔2016〕19号']],
  ['a list of serials lacks no 号', '国办发〔2016〕19、20号', ['国办发〔2016〕19']],
  ['a title in front', '《〈办法〉的通知》（财预〔2016〕143号）', ['财预〔2016〕143号']],
])('%s', (_name, text, expected) => {
  const found = findDocNumbers(text)
  expect(found.map((number) => number.text)).toEqual(expected)
  expect(found.flatMap(({ faults }) => faults)).toEqual([])
})

describe('no number', () => {
  test.each([
    ['nothing', ''],
    ['inside a title', '《对国办发〔2016〕19号的补充通知》'],
    ['a year as a remark', '《义务教育法》（2018年修正）第1号'],
    ['a year alone', '《义务教育法》(2018)'],
    ['a year behind a word that is no code', '工作要点（2022）3号楼'],
    ['an order', '国务院令第711号'],
    ['an order counted by year', '发展改革委2017年第10号令'],
    ['an announcement', '公告2009年第1号'],
    ['a standard', 'GB/T 9704—2012'],
    ['an issuer that is missing', '〔2019〕54号'],
    ['a house number', '文化路121号'],
    ['a number in brackets behind no title', '窗口（综合办121号）'],
    ['a year that is none', '国办发〔1019〕54号'],
  ])('%s', (_name, text) => {
    expect(findDocNumbers(text)).toEqual([])
  })
})

test.each([
  ['国办发[2019]第054号', '国办发〔2019〕54号'],
  ['国办发 （2019） 54 号', '国办发〔2019〕54号'],
  ['国办发〔201954号', '国办发〔2019〕54号'],
  ['国办发〔2019〕54号', '国办发〔2019〕54号'],
])('%s is rightly spelt %s', (text, right) => {
  expect(findDocNumbers(text).map(formatDocNumber)).toEqual([right])
})

const corpus = process.env.MULINT_CORPUS ?? '../shared'
const isWanted = existsSync(corpus) || process.env.CI === 'true'

describe.skipIf(!isWanted)(`the citations of real catalogues (MULINT_CORPUS, ${corpus})`, () => {
  test('each is found whole, and has the faults that its form has', () => {
    const rows = citations()
    const wrong = rows.flatMap(({ text, shape }) => {
      const read = findDocNumbers(text).map((number) => [
        text.slice(number.span.start, number.span.end) === number.text,
        /^(?=\S).*号$/su.test(number.text) && /[（(》]\s*$/u.test(text.slice(0, number.span.start)),
        number.faults.join(),
      ])
      const form = shape.find((word) => FAULTS.has(word))
      const expected = form === undefined ? [] : [[true, true, FAULTS.get(form)]]
      if (text.includes('渝交计121号')) expected.push([true, true, 'year'])
      return JSON.stringify(read) === JSON.stringify(expected) ? [] : [[text, read, expected]]
    })
    expect(wrong).toEqual([])
    expect(rows).toHaveLength(381)
  })
})

/** The faults of each form of number that the collection tells apart. */
const FAULTS: ReadonlyMap<string, string> = new Map([
  ['docno-〔〕', ''],
  ['docno-﹝﹞', 'small'],
  ['docno-()', 'brackets'],
  ['docno-[]', 'brackets'],
  ['docno-【】', 'brackets'],
  ['docno-broken-bracket', 'brackets'],
])

/** What is written, and the words by which the collection describes it. */
function citations(): readonly { text: string; shape: readonly string[] }[] {
  const [, ...lines] = readFileSync(join(corpus, 'domain/vocab/citations.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => {
    const [text = '', , , , shape = ''] = line.split('\t')
    return { text: text.replaceAll('⏎', '\n'), shape: shape.split(',') }
  })
}
