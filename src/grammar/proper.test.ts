import { expect, test } from 'vitest'
import { findProperNames, holdsNames } from './proper.ts'

test.each<[string, readonly string[]]>([
  ['按照国办发〔2019〕54号要求公开', ['国办发〔2019〕54号']],
  ['《条例》（国务院令第711号）', ['国务院令第711号']],
  ['联系人：张 喆、李做为；电话0833-2490123', ['张 喆、李做为', '0833-2490123']],
  ['责任人:欧阳喆', ['欧阳喆']],
  ['由王帐号同志负责', ['王帐号']],
  ['统一社会信用代码12510100MB1234567X', ['12510100MB1234567X']],
  ['项目编号JSGC-2024-015', ['JSGC-2024-015']],
  ['咨询电话02812345678', ['02812345678']],
  ['http://www.example.gov.cn/zwgk/index.html查询', ['http://www.example.gov.cn/zwgk/index.html']],
  [
    '见http://www.example.gov.cn/目录,2025(1)/a;b，下同',
    ['http://www.example.gov.cn/目录,2025(1)/a;b'],
  ],
  ['邮箱zwgk@example.gov.cn', ['zwgk@example.gov.cn']],
  ['2023年收到申请15件', []],
  ['自信息形成之日起20个工作日内', []],
])('%s', (text, expected) => {
  const found = findProperNames(text).map(({ start, end }) => text.slice(start, end))
  expect(found).toEqual(expected)
})

test.each([
  ['联系人', true],
  ['责任人及电话', true],
  ['公开主体', false],
  ['责任单位', false],
])('a column %s holds names: %s', (label, expected) => {
  expect(holdsNames(label)).toBe(expected)
})
