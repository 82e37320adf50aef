import { expect, test } from 'vitest'
import { findHeadings, headingLabel } from './heading.ts'

const found = (text: string) =>
  findHeadings(text).map(({ level, number, label, title }) => [level, number, label, title])

test('finds headings at the beginning of lines', () => {
  expect(found('一、总体情况\n  （二）依申请公开方面。全年1件\n第三章 附则\n十二、其他')).toEqual([
    ['part', 1, '一、', '总体情况'],
    ['section', 2, '（二）', '依申请公开方面。全年1件'],
    ['chapter', 3, '第三章', '附则'],
    ['part', 12, '十二、', '其他'],
  ])
})

test('tells where the number stands', () => {
  const text = '第一行\n 五、问题'
  const [heading] = findHeadings(text)
  expect(text.slice(heading?.span.start, heading?.span.end)).toBe('五、')
})

test.each([
  '一、二级指标',
  '一是高度重视',
  '四、结转下年度继续办理',
  '（三）不予公开',
  '第二十条第（一）项',
  '“（三）国民经济和社会发展规划”',
])('%s is no heading', (text) => {
  expect(found(text)).toEqual([])
})

test.each([
  [1, '一、'],
  [10, '十、'],
  [19, '十九、'],
  [20, '二十、'],
  [21, '二十一、'],
])('writes %i as %s', (number, label) => {
  expect(headingLabel('part', number)).toBe(label)
  expect(findHeadings(label)[0]?.number).toBe(number)
})
