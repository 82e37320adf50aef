import { expect, test } from 'vitest'
import { severalItems } from './several-items.ts'

test.each([
  '权责清单 运行流程图 廉政风险防控图',
  '制度建设\n行政执法\n法制信息',
  '主要职责 领导信息 内设机构 下属单位',
  '随机抽查事项清单 抽查计划 抽查结果',
  '制度建设 行政执法三项制度',
  '代表建议答复 委员提案答复',
])('%j are several items', (text) => {
  expect(severalItems(text)).toEqual(text.split(/\s/u))
})

test.each([
  '权责清单',
  '政府信息公\n开指南',
  '国民经济\n和社会发\n展规划',
  '重大建设项目\n批准和实施\n情况信息',
  '行政许可\n办理结果',
  '行政许可 结果',
  '双随机 一公开',
  '随机抽查事项清单 双随机、一公开检查',
  '对执法职责、依据、程序的规定；\n执法结果的公示。',
  '机构 信息',
])('%j is one item', (text) => {
  expect(severalItems(text)).toEqual([])
})
