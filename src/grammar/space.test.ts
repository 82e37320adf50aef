import { expect, test } from 'vitest'
import { findStraySpaces } from './space.ts'

test.each([
  ['结合人防 实际落实', [4]],
  ['限额 、余额　、', [2, 6]],
  ['联系方式 。', [4]],
  ['（ 国办发', [1]],
  ['《办法》 ，', [4]],
])('%s', (text, starts) => {
  expect(findStraySpaces(text).map(({ start }) => start)).toEqual(starts)
})

test.each([
  '中共中央办公厅 国务院办公厅印发',
  '主要职责 领导信息',
  '甲； 2.乙。 丙',
  '附  件',
  '《云岭市 ，办法》',
  '依据权责清单 优化流程',
  'Word 文档',
])('leaves alone: %s', (text) => {
  expect(findStraySpaces(text)).toEqual([])
})
