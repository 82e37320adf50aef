import { expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { readDocument } from '../readers/choose.ts'
import { reportLines } from './report-text.ts'

async function lines(text: string) {
  const bytes = new TextEncoder().encode(text)
  const document = await readDocument({ name: '年报.txt', bytes })
  return recognise(document, 'annual-report').catalogues.flatMap(reportLines)
}

const HEADER = '项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计'

test('tells what was recognised in a report', async () => {
  const told = await lines(
    [
      '云岭市民政局2025年政府信息公开工作年度报告\n',
      '一、总体情况\n',
      '三、收到和处理政府信息公开申请情况\n',
      HEADER,
      '一、本年新收政府信息公开申请数量\t2\t0\t0\t0\t1\t0\t3',
      '二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t1',
      '（一）予以公开\t2\t0\t0',
    ].join('\n'),
  )
  expect(told).toEqual([
    '年度：2025，按2021年度起的格式（国办公开办函〔2021〕30号）核对',
    '部分：认出2个，没有认出主动公开政府信息情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项',
    '第二部分统计表：没有认出',
    '第三部分统计表：认出3行，应有25行，2行数字齐全；核对2个等式，1个不成立',
    '第四部分统计表：没有认出',
  ])
})

test('tells of a report without a form that nothing is held to one', async () => {
  expect(await lines('云岭市民政局2017年政府信息公开工作年度报告\n\n一、概述\n')).toEqual([
    '年度：2017，2018年度以前没有统一格式，不核对部分和统计表',
    expect.stringMatching(/^部分：认出\d个$/u),
    '第二部分统计表：没有认出',
    '第三部分统计表：没有认出',
    '第四部分统计表：没有认出',
  ])
})
