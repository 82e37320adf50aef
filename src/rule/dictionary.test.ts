import { describe, expect, test } from 'vitest'
import { findUses } from '../grammar/lexicon.ts'
import { Dictionary } from './dictionary.ts'

const dictionary = new Dictionary({
  typos: [
    ['云玲市', '云岭市'],
    ['政策文', '政策文件'],
    ['其它', '其他的'],
  ],
  terms: [['便民大厅(站)', '政务服务大厅']],
  items: [
    ['三重一大', '重大行政决策'],
    ['财政预算', '财政预算、决算'],
  ],
  accept: ['布署街', '进行进行曲'],
})

describe('own typos', () => {
  test.each<[text: string, found: string[]]>([
    ['云玲市教育局', ['云玲市→云岭市']],
    ['对政策文解读，政策文件全文', ['政策文→政策文件']],
    ['工作布署', ['布署→部署']],
    ['其它事项', ['其它→其他的']],
    ['《云玲市办法》', []],
  ])('%s', (text, found) => {
    const uses = findUses(text, dictionary.typos)
    expect(uses.map(({ actual, expected }) => `${actual}→${expected}`)).toEqual(found)
  })
})

test('own terms are taken as they are written', () => {
  const uses = findUses('便民大厅(站)和便民大厅', dictionary.terms)
  expect(uses.map(({ actual, expected }) => [actual, expected])).toEqual([
    ['便民大厅(站)', '政务服务大厅'],
  ])
})

test.each<[text: string, count: number]>([
  ['三重一大事项', 1],
  ['财政预算', 1],
  ['财政预算、决算', 0],
])('own names of items in %s', (text, count) => {
  const [first, second] = dictionary.itemNames
  const found = [first, second].flatMap((term) => (term ? [...text.matchAll(term.pattern)] : []))
  expect(found.length).toBe(count)
})

test.each<[text: string, start: number, end: number, isAccepted: boolean]>([
  ['布署街道', 0, 2, true],
  ['工作布署', 2, 4, false],
  ['布署街和布署', 4, 6, false],
  ['唱进行进行曲', 1, 5, true],
])('what is accepted in %s %d–%d', (text, start, end, isAccepted) => {
  expect(dictionary.accepts(text, { start, end })).toBe(isAccepted)
})
