import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  articleCount,
  isQuotedFrom,
  itemsOf,
  Lawbook,
  type LawText,
  paragraphsOf,
  parseLaw,
} from './lawbook.ts'

const FILE = 'fixtures/lawbook/地方性法规/云岭市政府信息公开促进条例(2021-03-18).md'
const law = parseLaw(readFileSync(FILE, 'utf8'))

describe('a law', () => {
  test('has its title and its days', () => {
    expect(law).toMatchObject({
      title: '云岭市政府信息公开促进条例',
      date: '2021-03-18',
      effective: '2021-06-01',
    })
  })

  test('has its articles, bare, bold, as headings and inserted', () => {
    expect([...law.articles.keys()]).toEqual(['1', '2', '3', '4', '5', '5之1', '6'])
    expect(articleCount(law)).toBe(6)
    expect(law.articles.get('4')?.text).toBe('目录有变动的，自变动之日起十个工作日内更新。')
    expect(law.articles.get('5')?.text).toBe('行政机关发现目录写错的，应当先改正、后说明。')
  })

  test('has paragraphs and items', () => {
    expect(paragraphsOf(law, 2)).toHaveLength(2)
    expect(paragraphsOf(law, 3)).toHaveLength(2)
    expect(itemsOf(law, 3)).toEqual([
      { number: 1, text: '公开事项的名称和内容提要', paragraph: 1 },
      { number: 2, text: '公开的依据和时限', paragraph: 1 },
      { number: 3, text: '负责公开的机关和咨询方式', paragraph: 1 },
    ])
    expect(itemsOf(law, 5, 1)?.map(({ number }) => number)).toEqual([1, 2])
    expect(itemsOf(law, 7)).toBeUndefined()
    expect(paragraphsOf(law, 7)).toBeUndefined()
  })

  test('does not take a chapter for a paragraph', () => {
    expect(paragraphsOf(law, 2)?.join('')).not.toContain('目录')
  })
})

describe('other ways to lay a law out', () => {
  const articles = ({ articles }: LawText) => [...articles].map(([key, { text }]) => [key, text])

  test.each<[string, string, string[][]]>([
    [
      'bold numbers',
      '# 甲条例\n**第一条** 甲。\n**第二条**　乙。',
      [
        ['1', '甲。'],
        ['2', '乙。'],
      ],
    ],
    ['headings', '# 甲条例\n#### 第十条 甲。\n乙。', [['10', '甲。\n乙。']]],
    ['names of articles', '# 甲条例\n第一条【目的】甲。', [['1', '甲。']]],
    ['no title mark', '甲条例\r\n\r\n第一条 甲。\r\n', [['1', '甲。']]],
    ['blanks inside the number', '# 甲条例\n第 一 条　甲。', [['1', '甲。']]],
    [
      'a reference at the head of a line',
      '# 甲条例\n第一条 甲。\n第一条规定的除外。',
      [['1', '甲。\n第一条规定的除外。']],
    ],
    ['an annex that counts anew', '# 甲条例\n第一条 甲。\n附件\n第一条 乙。', [['1', '甲。']]],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => {
    expect(articles(parseLaw(text))).toEqual(expected)
  })
})

describe('the lawbook', () => {
  test('asks for a law once, by its key', () => {
    const asked: string[] = []
    const book = new Lawbook((key) => {
      asked.push(key)
      return key === '甲条例' ? '# 中华人民共和国甲条例\n第一条 甲。' : undefined
    })
    expect(book.find('《中华人民共和国甲条例》')?.title).toBe('中华人民共和国甲条例')
    expect(book.find('甲条例')).toBe(book.find('甲 条例'))
    expect(book.find('乙条例')).toBeUndefined()
    expect(asked).toEqual(['甲条例', '乙条例'])
  })

  test('takes a file without articles for none', () => {
    expect(new Lawbook(() => '# 甲条例\n见附件。').find('甲条例')).toBeUndefined()
  })
})

describe('quoted words', () => {
  const TEXT = law.articles.get('3')?.text ?? ''
  test.each([
    ['公开的依据和时限。', true],
    ['公开的 依据，和时限', true],
    ['目录每年一月核对一次……说明', true],
    ['公开的依据、公开的时限', false],
    ['说明……目录每年一月核对一次', false],
    ['', true],
  ])('%s', (words, expected) => {
    expect(isQuotedFrom(words, TEXT)).toBe(expected)
  })
})
