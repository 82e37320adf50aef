import { describe, expect, test } from 'vitest'
import { parseLaw } from './lawbook.ts'
import type { Phrase } from './phrase.ts'
import { compareToPhrases, compareToText, isAccepted, type Quotation } from './quotation.ts'

const LAW = parseLaw(`# 云岭市公共档案条例

第一条 市民凭身份证件查阅公共档案，不收取费用。

第二条 档案馆应当公布下列内容：

（一）开放时间和查阅地点；

（二）查阅公共档案的程序和时限；

（三）复制档案的收费项目及其依据。

前款内容有变动的，档案馆自变动之日起十个工作日内予以更新。
`)

const quoting = (words: string, article?: number, item?: number): Quotation => ({
  words,
  articles: article === undefined ? [] : [{ number: article, inserted: undefined }],
  item,
})

describe('a quotation held to the text', () => {
  test.each<[string, Quotation]>([
    ['word by word', quoting('市民凭身份证件查阅公共档案，不收取费用', 1)],
    ['an excerpt', quoting('查阅公共档案的程序', 2, 2)],
    ['with words left out', quoting('档案馆……十个工作日内予以更新', 2)],
    ['two points', quoting('开放时间和查阅地点；（二）查阅公共档案的程序', 2, 1)],
    ['two points without their numbers', quoting('开放时间和查阅地点；复制档案的收费项目', 2)],
    ['a short name for what is there', quoting('收费', 1)],
    ['an article that is not there', quoting('查阅登记簿保存五年以上', 9)],
  ])('is right: %s', (_name, quotation) => {
    expect(compareToText(quotation, LAW)).toBeUndefined()
  })

  test.each<[string, Quotation, object]>([
    ['another item', quoting('复制档案的收费项目及其依据', 2, 1), { kind: 'item', item: 3 }],
    ['another article', quoting('市民凭身份证件查阅公共档案', 2), { kind: 'article' }],
    [
      'other words in the middle',
      quoting('自变动之日起二十个工作日内予以更新', 2),
      { kind: 'differs', words: '自变动之日起十个工作日内予以更新' },
    ],
    [
      'another end',
      quoting('查阅公共档案的程序与期限', 2, 2),
      { kind: 'differs', words: '查阅公共档案的程序和时限' },
    ],
    ['what is nowhere', quoting('查阅登记簿保存五年以上', 2), { kind: 'absent' }],
  ])('is wrong: %s', (_name, quotation, expected) => {
    expect(compareToText(quotation, LAW)).toMatchObject(expected)
  })
})

describe('a quotation held to phrases', () => {
  const COMMON = { authority: 'reg:甲条例', version: '2019-04-03', sources: [] }
  const phrases: readonly Phrase[] = [
    { ...COMMON, article: 2, item: 1, words: '开放时间和查阅地点', confidence: 'high' },
    { ...COMMON, article: 2, item: 2, words: '查阅公共档案的程序和时限', confidence: 'high' },
    { ...COMMON, article: 2, item: 3, words: '复制档案的收费项目', confidence: 'medium' },
    {
      ...COMMON,
      article: 3,
      words: '自该档案形成之日起十日内',
      accepted: ['自档案形成之日起十日内'],
      confidence: 'high',
    },
  ]

  test.each<[string, Quotation]>([
    ['word by word', quoting('查阅公共档案的程序和时限', 2, 2)],
    ['an excerpt, and more than the phrase', quoting('开放时间和查阅地点以及电话', 2, 1)],
    ['an item of which no phrase is sure', quoting('复制档案的收费事项', 2, 3)],
    ['nothing like it', quoting('查阅登记簿', 2, 2)],
    ['no item', quoting('查阅公共档案的程序和期限', 2)],
    ['words left out', quoting('查阅……和期限', 2, 2)],
  ])('is left alone: %s', (_name, quotation) => {
    expect(compareToPhrases(quotation, phrases)).toBeUndefined()
  })

  test.each<[string, Quotation, object]>([
    ['another item', quoting('查阅公共档案的程序和时限', 2, 1), { kind: 'item', item: 2 }],
    ['another item, without article', quoting('开放时间和查阅地点', undefined, 2), { item: 1 }],
    ['other words', quoting('查阅公共档案程序和期限', 2, 2), { words: '查阅公共档案的程序和时限' }],
  ])('is wrong: %s', (_name, quotation, expected) => {
    expect(compareToPhrases(quotation, phrases)).toMatchObject(expected)
  })

  test('may be a short form in general use', () => {
    expect(isAccepted(quoting('自档案形成之日起十日内', 3), phrases)).toBe(true)
    expect(isAccepted(quoting('自档案形成之日起十日内', 2), phrases)).toBe(false)
  })
})
