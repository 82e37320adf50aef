import { expect, test } from 'vitest'
import { loadAuthorities } from '../node/data.ts'
import { similarTitles } from './similar.ts'

const authorities = loadAuthorities()

test.each([
  ['政府信息公开条列', '中华人民共和国政府信息公开条例'],
  ['《中华人民共和国突发事件应对条例》', '中华人民共和国突发事件应对法'],
  ['重大行政决策程序规定', '重大行政决策程序暂行条例'],
])('%s', (text, title) => {
  expect(similarTitles(authorities, text, 3).map((one) => one.title)).toContain(title)
})

test('no more than asked, each once, and nothing for what is like nothing', () => {
  expect(similarTitles(authorities, '政府信息公开', 2)).toHaveLength(2)
  expect(similarTitles(authorities, '值班安排', 3)).toEqual([])
  expect(similarTitles(authorities, '', 3)).toEqual([])
  expect(similarTitles(authorities, '法', 3)).toEqual([])
})
