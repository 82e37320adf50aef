import { describe, expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { readDocument } from '../readers/choose.ts'
import { partHeadings, partsOf, partsWithTable, textOf } from './parts.ts'

async function read(text: string, name = '年报.txt') {
  const title = '云岭市民政局2025年政府信息公开工作年度报告'
  const bytes = new TextEncoder().encode(name.endsWith('html') ? text : `${title}\n\n${text}\n`)
  const document = await readDocument({ name, bytes })
  const [catalogue] = recognise(document, 'annual-report').catalogues
  if (catalogue === undefined) throw new Error('no report')
  return catalogue
}

const ALL = ['overview', 'proactive', 'requests', 'disputes', 'issues', 'other']
const TITLES = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
]
const NUMERALS = '一二三四五六'
const numbered = (number: (numeral: string, index: number) => string) =>
  TITLES.map(
    (title, index) => `${number(NUMERALS[index] ?? '', index)}${title}\n\n本部分的说明。`,
  ).join('\n\n')

describe('the six parts are found', () => {
  test.each<[string, string]>([
    ['under 一、', numbered((numeral) => `${numeral}、`)],
    ['under 一. with blanks', numbered((numeral) => `  ${numeral}. `)],
    ['under 第一部分', numbered((numeral) => `第${numeral}部分 `)],
    ['under 第一章', numbered((numeral) => `第${numeral}章　`)],
    ['under 1.', numbered((_, index) => `${index + 1}．`)],
    ['under （一）', numbered((numeral) => `（${numeral}）`)],
    ['without numbers', numbered(() => '')],
    [
      'with text behind the title',
      TITLES.map((title, index) => `${NUMERALS[index]}、${title}。本部分的说明，全年无变化。`).join(
        '\n\n',
      ),
    ],
    [
      'with text that no mark sets apart',
      TITLES.map((title, index) => `${NUMERALS[index]}、${title}2025年，我局照章办理。`).join(
        '\n\n',
      ),
    ],
    [
      'behind a table of contents',
      `${TITLES.map((title, index) => `${NUMERALS[index]}、${title}……${index + 1}`).join('\n\n')}\n\n${numbered((numeral) => `${numeral}、`)}`,
    ],
    [
      'by other titles',
      '一、概述\n\n二、行政机关主动公开政府信息的情况\n\n三、依申请公开办理情况\n\n四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况\n\n五、存在问题及改进情况\n\n六、需要报告的其他事项',
    ],
  ])('%s', async (_name, text) => {
    const parts = partsOf(await read(text))
    expect(parts.map(({ form }) => form.key)).toEqual(ALL)
  })

  test('in the cells of a workbook', async () => {
    const rows = TITLES.map(
      (title, index) => `${NUMERALS[index]}、${title},\n"本部分的说明，全年无变化。",`,
    )
    const report = await read(rows.join('\n'), '年报.csv')
    const parts = partsOf(report)
    expect(parts.map(({ form }) => form.key)).toEqual(ALL)
    expect(parts.map(({ body }) => body.map(textOf).join())).toEqual(
      TITLES.map(() => '本部分的说明，全年无变化。'),
    )
  })

  test('in one cell of a page', async () => {
    const text = TITLES.map((title, index) => `${NUMERALS[index]}、${title}<br>本部分的说明。<br>`)
    const report = await read(
      `<h1>云岭市民政局2025年政府信息公开工作年度报告</h1><table><tr><td>${text.join('')}</td></tr></table>`,
      '年报.html',
    )
    const parts = partsOf(report)
    expect(parts.map(({ form }) => form.key)).toEqual(ALL)
    expect(parts.map(({ body }) => body.map(textOf).join().trim())).toEqual(
      TITLES.map(() => '本部分的说明。'),
    )
  })
})

describe('what is no heading of a part', () => {
  test.each([
    '一、本年新收政府信息公开申请数量 3',
    '四、结转下年度继续办理 0',
    '（一）主动公开方面。全年公开信息12条。',
    '总体情况良好，主动公开政府信息情况有所改善。',
    '一是总体情况较好。',
    '三、本年度办理结果',
    '1.其他',
  ])('%s', async (text) => {
    expect(partHeadings(await read(text)).filter(({ keys }) => keys.length > 0)).toEqual([])
  })

  test('a heading of one’s own is kept apart', async () => {
    const headings = partHeadings(await read('一、总体情况\n\n二、重点领域工作\n\n三、附则'))
    expect(headings.map(({ label, title, keys }) => [label, title, keys])).toEqual([
      ['一、', '总体情况', ['overview']],
      ['二、', '重点领域工作', []],
      ['三、', '附则', []],
    ])
  })
})

test('prose belongs to the heading above it', async () => {
  const parts = partsOf(
    await read('一、总体情况\n\n甲。\n\n（一）主动公开。乙。\n\n二、主动公开政府信息情况\n\n丙。'),
  )
  expect(parts.map(({ body }) => body.map(textOf))).toEqual([
    ['甲。', '（一）主动公开。乙。'],
    ['丙。'],
  ])
})

test('一、 below 第一部分 is no part', async () => {
  const report = await read(
    '第一部分 总体情况\n\n一、主动公开情况\n\n甲。\n\n三、信息管理\n\n乙。\n\n第二部分 主动公开政府信息情况\n\n丙。',
  )
  expect(partHeadings(report).map(({ label }) => label)).toEqual(['第一部分 ', '第二部分 '])
  expect(partsOf(report).map(({ body }) => body.length)).toEqual([4, 1])
})

test('the official title counts among several', async () => {
  const report = await read('总体情况\n\n一、主动公开情况\n\n甲。\n\n主动公开政府信息情况\n\n乙。')
  expect(partsOf(report).map(({ heading }) => heading.title)).toEqual([
    '总体情况',
    '主动公开政府信息情况',
  ])
})

test('one heading speaks of two parts', async () => {
  const parts = partsOf(
    await read('一、总体情况\n\n二、主动公开和依申请公开情况\n\n三、存在的主要问题及改进情况'),
  )
  expect(parts.map(({ form }) => form.key)).toEqual(['overview', 'proactive', 'requests', 'issues'])
})

test('a table stands for its part', async () => {
  const report = await read(
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n\n行政复议\t行政诉讼\n结果维持\t尚未审结\n0\t0',
  )
  expect([...partsWithTable(report)].sort()).toEqual(['disputes', 'proactive'])
})
