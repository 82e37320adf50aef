import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import { agencyAbove, agencyOfTitle, dateLine, findTitle, kindOfTitle } from './title.ts'

test.each([
  ['云岭市教育局主动公开事项目录', 'catalogue'],
  ['云岭市教育局 主动公开\n基本目录', 'catalogue'],
  ['青溪县政府信息公开事项清单', 'catalogue'],
  ['青溪县义务教育领域基层政务公开标准目录', 'domain-catalogue'],
  ['云岭市国有土地上房屋征收与补偿领域政务公开事项目录', 'domain-catalogue'],
  ['云岭市教育局2025年政府信息公开工作年度报告', 'annual-report'],
  ['云岭市教育局2025年信息公开年报', 'annual-report'],
  ['青溪县2025年政务公开工作任务台账', 'ledger'],
  ['2025年政务公开重点任务分解表', 'ledger'],
  ['青溪县2025年政务公开工作要点分工', 'ledger'],
  ['2025年政务公开考核指标责任分解表', 'ledger'],
  ['青溪县2025年政务公开工作要点任务清单', 'ledger'],
  ['青溪县人民政府关于机构设置的通知', undefined],
  ['教师资格认定办事指南', undefined],
  ['', undefined],
])('%j announces %s', (title, kind) => {
  expect(kindOfTitle(title)).toBe(kind)
})

test.each([
  ['云岭市教育局主动公开事项目录', '云岭市教育局'],
  ['云岭市 教育局\n主动公开事项目录', '云岭市教育局'],
  ['云岭市教育局2025年政府信息公开工作年度报告', '云岭市教育局'],
  ['云岭市教育局2025年度政府信息公开工作年度报告', '云岭市教育局'],
  ['云岭市教育局关于2025年政府信息公开工作年度报告', '云岭市教育局'],
  ['青溪县人民政府2025年政府信息公开工作年度报告', '青溪县人民政府'],
  ['云岭市住房和城乡建设局主动公开基本目录', '云岭市住房和城乡建设局'],
  ['云岭市市场监督管理局（知识产权局）主动公开目录', '云岭市市场监督管理局（知识产权局）'],
  ['青溪县白石镇政务公开事项目录', '青溪县白石镇'],
  ['青溪县政务公开工作任务台账', '青溪县'],
  ['云岭市东湖街道政务公开目录', '云岭市东湖街道'],
  ['主动公开事项目录', undefined],
  ['2025年政务公开工作任务台账', undefined],
  ['义务教育领域基层政务公开标准目录', undefined],
  ['关于做好政务公开工作的通知', undefined],
  ['', undefined],
])('%j names %s', (title, agency) => {
  expect(agencyOfTitle(title)).toBe(agency)
})

describe('a paragraph that is a date', () => {
  test.each([
    ['2026年1月20日', '2026-01-20'],
    ['2026 年 1 月 20 日', '2026-01-20'],
    ['　　2026年12月31日\n', '2026-12-31'],
    ['2024年2月29日', '2024-02-29'],
    ['更新日期：2025年3月20日', '2025-03-20'],
    ['（发布时间: 2025-03-20）', '2025-03-20'],
  ])('%j', (text, date) => {
    expect(dateLine(text)).toBe(date)
  })

  test.each([
    '2026年2月29日',
    '2026年4月31日',
    '2026年13月1日',
    '2026年0月1日',
    '2026年1月',
    '云岭市教育局2026年1月20日',
    '2026年1月20日前',
    '2026-01-20',
    '公开时限：2026年1月20日',
    '',
  ])('%j is none', (text) => {
    expect(dateLine(text)).toBeUndefined()
  })
})

test('of a web page, the title that says whose report it is', async () => {
  const bytes = new TextEncoder().encode(
    '首页 > 信息公开 > 年报\n\n政府信息公开年报\n\n云岭市水利局\n\n2025年政府信息公开工作年度报告\n\n一、总体情况\n',
  )
  const document = await readDocument({ name: 'a.txt', bytes })
  const title = findTitle(document)
  expect(title?.text).toBe('2025年政府信息公开工作年度报告')
  expect(title && agencyAbove(title, document)).toBe('云岭市水利局')
})
