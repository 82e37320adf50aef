import { expect, test } from 'vitest'
import { Catalogue, Layout } from '../catalogue/catalogue.ts'
import { formEdition, reportYear } from './year.ts'

const titled = (text: string) =>
  new Catalogue({
    kind: 'annual-report',
    title: { text, origin: { kind: 'text', start: 0, end: text.length } },
    header: [],
    layout: new Layout([]),
    sheets: [],
    entries: [],
    paragraphs: [],
  })

test.each([
  ['云岭市民政局2025年政府信息公开工作年度报告', 2025],
  ['云岭市民政局 2025 年政府信息公开工作年度报告', 2025],
  ['云岭市民政局\n2021年度政府信息公开工作年度报告', 2021],
  ['云岭市民政局二〇二三年政府信息公开工作年度报告', 2023],
  ['云岭市民政局二○一八年政府信息公开年报', 2018],
  ['云岭市民政局政府信息公开工作年度报告', undefined],
])('%j tells of %s', (title, year) => {
  expect(reportYear(titled(title))).toBe(year)
})

test.each([
  [2026, '2021'],
  [2021, '2021'],
  [2020, '2019'],
  [2019, '2019'],
  [2018, 'free'],
  [undefined, '2021'],
])('the form of %s is that of %s', (year, edition) => {
  expect(formEdition(year)).toBe(edition)
})
