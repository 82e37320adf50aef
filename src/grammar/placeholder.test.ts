import { expect, test } from 'vitest'
import { findPlaceholders } from './placeholder.ts'

const found = (text: string) => findPlaceholders(text).map(({ kind, text }) => `${kind} ${text}`)

test.each([
  ['XX县人民政府', ['name XX县']],
  ['由××局负责', ['name ××局']],
  ['XX市XX区教育局', ['name XX市XX区']],
  ['某某镇人民政府', ['name 某某镇']],
  ['信息____件', ['name ____件']],
  ['收费__元', ['name __元']],
  ['202X年工作要点', ['year 202X年']],
  ['20××年度预算', ['year 20××年']],
  ['青政发〔20XX〕XX号', ['year 20XX', 'name XX号']],
  ['____年____月____日', ['name ____年____月____日']],
  ['联系人：XXX，电话：XXXXXXX', ['name XXX', 'name XXXXXXX']],
  ['XXX', ['name XXX']],
  ['（待定）', ['undecided （待定）']],
  ['待定', ['undecided 待定']],
  ['办公地址（待补充）', ['undecided （待补充）']],
  ['（填写单位职责）', ['instruction （填写单位职责）']],
  ['（填写单位名称）', ['instruction （填写单位名称）']],
  ['见（此处插入网址）', ['instruction （此处插入网址）']],
  ['TODO 补充依据', ['undecided TODO']],
])('finds what is left open in %s', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test.each([
  '黎城县人民政府',
  '申请表示例文本、填写示范',
  '申请方式（填写《政府信息公开申请表》）',
  '办理流程（填写单位申请表、提交材料）',
  '（此处所称信息，是指履职信息）',
  '参见《XX县招生工作方案》样式',
  '不得以“XX局”名义',
  'XX型设备、XXL码、3×4米',
  '138××××1234',
  '□其他____',
  '审核人：____  ____年____月____日',
  '待定系数法',
  'www.xxx.gov.cn',
  '某市某局',
  '二○○八年',
  'max_value__x',
  '×',
  '张××局长',
  '王某某单位',
])('accepts %s', (text) => {
  expect(found(text)).toEqual([])
})

test('takes linear time', () => {
  const long = 'X'.repeat(500_000) + '（'.repeat(200_000) + '_'.repeat(300_000)
  const begin = performance.now()
  findPlaceholders(long)
  expect(performance.now() - begin).toBeLessThan(20_000)
})
