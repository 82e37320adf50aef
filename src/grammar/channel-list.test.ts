import { expect, test } from 'vitest'
import { channelOptions } from './channel-list.ts'

test.each([
  ['■政府网站 □两微一端', ['■政府网站', '□两微一端']],
  ['■ 政府网站；□发布会/听证会。', ['■政府网站', '□发布会/听证会']],
  ['■社区/企事业单位/村公示 栏（电子屏）', ['■社区/企事业单位/村公示栏(电子屏)']],
  ['R政府网站\n£政府公报', ['R政府网站', '£政府公报']],
  ['口两微一端 口便民服务站', ['口两微一端', '口便民服务站']],
  ['办事窗口', ['办事窗口']],
  ['政府网站、公开查阅点', ['政府网站', '公开查阅点']],
  ['政府网站 ■政务新媒体', ['政府网站', '■政务新媒体']],
  ['■其他___', ['■其他']],
  ['', []],
])('%j lists %j', (text, expected) => {
  const options = channelOptions(text)
  expect(options.map(({ name, mark }) => `${mark?.symbol ?? ''}${name}`)).toEqual(expected)
})

test('a name and a mark are found where they stand', () => {
  const text = '■ 政府网站； □政府公报'
  const [first, second] = channelOptions(text)
  expect(text.slice(first?.span.start, first?.span.end)).toBe('政府网站')
  expect(second?.mark?.span).toEqual({ start: 8, end: 9 })
  expect([first?.mark?.isChosen, second?.mark?.isChosen]).toEqual([true, false])
})
