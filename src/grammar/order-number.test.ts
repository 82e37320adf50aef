import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findOrderNumbers, formatOrderNumber } from './order-number.ts'

describe('one number', () => {
  test.each<[string, string, number]>([
    ['国务院令第713号', '国务院', 713],
    ['中华人民共和国国务院令第713号', '国务院', 713],
    ['国令第713号', '国务院', 713],
    ['国务院第713号令', '国务院', 713],
    ['国务院 令第 713 号', '国务院', 713],
    ['国务院令第７１３号', '国务院', 713],
    ['国务院令第七百一十三号', '国务院', 713],
    ['国务院令第七一三号', '国务院', 713],
    ['主席令第十六号', '主席', 16],
    ['中华人民共和国主席令第69号', '主席', 69],
    ['建设部令第162号', '建设部', 162],
    ['教育部第29号令', '教育部', 29],
    ['中国人民银行令第3号', '中国人民银行', 3],
    ['海关总署令第1号', '海关总署', 1],
    ['国家食品药品监督管理总局令第23号', '国家食品药品监督管理总局', 23],
    ['住房和城乡建设部令第11号', '住房和城乡建设部', 11],
    ['中华人民共和国住房和城乡建设部令第11号', '住房和城乡建设部', 11],
    ['中华人民共和国国家卫生健康委员会令第2号', '国家卫生健康委员会', 2],
    ['工业和信息化部令第5号', '工业和信息化部', 5],
    ['国家发展和改革委员会令第10号', '国家发展和改革委员会', 10],
    ['国家经济贸易委员会令第12号', '国家经济贸易委员会', 12],
    ['人力资源和社会保障部令第8号', '人力资源和社会保障部', 8],
  ])('%s', (text, issuer, serial) => {
    const found = findOrderNumbers(text)
    expect(found).toMatchObject([{ text, issuer, serial, lacksOrdinal: false }])
    expect(found[0]).toMatchObject({ span: { start: 0, end: text.length }, surplus: undefined })
  })
})

test.each<[string, boolean]>([
  ['国务院令第713号', false],
  ['国务院令第７１３号', false],
  ['国务院令第七百一十三号', true],
  ['国务院第七一三号令', true],
])('%s is written in Chinese: %s', (text, isChinese) => {
  expect(findOrderNumbers(text)).toMatchObject([{ isChinese }])
})

test.each(['国务院令713号', '国务院令 713 号', '国令711号', '建设部令69号'])(
  '%s lacks 第',
  (text) => {
    expect(findOrderNumbers(text)).toMatchObject([{ text, lacksOrdinal: true }])
  },
)

describe('the words of a number', () => {
  test.each([
    ['《条例》（国务院令第711号，以下简称《条例》）', '国务院令第711号'],
    ['根据国务院令第711号', '国务院令第711号'],
    ['按照《条例》和建设部令第69号', '建设部令第69号'],
    ['依据中华人民共和国国务院令第711号第二十条', '中华人民共和国国务院令第711号'],
    ['2019年4月3日国务院令第711号', '国务院令第711号'],
    ['经国务院第711号令公布', '国务院第711号令'],
    ['以及教育部令第29号', '教育部令第29号'],
  ])('%s', (text, expected) => {
    const found = findOrderNumbers(text)
    expect(found.map((number) => number.text)).toEqual([expected])
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual([expected])
  })
})

test.each<[string, string | undefined]>([
  ['（国令第711号）号', '号'],
  ['(国令第711号) 号', '号'],
  ['（国令第711号）', undefined],
])('what is too much behind %s is %s', (text, expected) => {
  const [number] = findOrderNumbers(text)
  const { start = 0, end = 0 } = number?.surplus ?? {}
  expect(text.slice(start, end)).toBe(expected ?? '')
  expect(end).toBe(expected === undefined ? 0 : text.lastIndexOf('号') + 1)
})

test('several come in order of place, however they are spelt', () => {
  const found = findOrderNumbers('国务院第492号令、国务院令第711号、主席令第十六号')
  expect(found.map(({ serial }) => serial)).toEqual([492, 711, 16])
})

describe('no number', () => {
  test.each([
    ['nothing', ''],
    ['a word with 令', '责令改正第3号通知'],
    ['inside a title', '《国务院令第711号释义》'],
    ['an order counted by year', '国家发展改革委2017年第10号令'],
    ['an announcement', '公告2009年第1号'],
    ['a document number', '国办发〔2019〕54号'],
    ['an issuer that is missing', '（令第711号）'],
    ['no serial', '国务院令第号'],
  ])('%s', (_name, text) => {
    expect(findOrderNumbers(text)).toEqual([])
  })
})

test('the usual spelling', () => {
  expect(formatOrderNumber('国务院', 713)).toBe('国务院令第713号')
})

const corpus = process.env.MULINT_CORPUS ?? '../shared'
const isWanted = existsSync(corpus) || process.env.CI === 'true'

describe.skipIf(!isWanted)(`the citations of real catalogues (MULINT_CORPUS, ${corpus})`, () => {
  test('each is found whole, with its issuer and its faults', () => {
    const rows = citations()
    const wrong = rows.flatMap(({ text, shape }) => {
      const read = findOrderNumbers(text).map((number) => [
        text.slice(number.span.start, number.span.end) === number.text,
        /[（(》日]\s*$/u.test(text.slice(0, number.span.start)) && number.text.endsWith('号'),
        number.issuer,
        number.lacksOrdinal,
        number.isChinese,
        number.surplus !== undefined,
      ])
      const issuer = issuerOf(text, shape)
      const expected = [
        true,
        true,
        issuer,
        shape.includes('令-missing-第'),
        shape.includes('令-chinese-number'),
        /[）)]\s*号$/u.test(text),
      ]
      const all = issuer === undefined ? [] : [expected]
      return JSON.stringify(read) === JSON.stringify(all) ? [] : [[text, read, all]]
    })
    expect(wrong).toEqual([])
    expect(rows).toHaveLength(381)
  })
})

/** The collection names 国务院 and 主席; ministries are only in the text. */
function issuerOf(text: string, shape: readonly string[]): string | undefined {
  if (shape.some((word) => /^国务院令|^国令/u.test(word))) return '国务院'
  if (shape.includes('主席令')) return '主席'
  return /[（(](?:中华人民共和国)?(\p{Script=Han}+)令第/u.exec(text)?.[1]
}

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
