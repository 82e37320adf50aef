import { expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { readDocument } from '../readers/choose.ts'
import { impossibleDates, periodsOf, signedOn } from './dates.ts'

async function read(text: string) {
  const source = `云岭市民政局2025年政府信息公开工作年度报告\n\n${text}\n`
  const document = await readDocument({ name: '年报.txt', bytes: new TextEncoder().encode(source) })
  const [catalogue] = recognise(document, 'annual-report').catalogues
  if (catalogue === undefined) throw new Error('no report')
  return catalogue
}

const LAST = '六、其他需要报告的事项\n\n无。\n\n'

test.each<[string, string | undefined]>([
  [`${LAST}云岭市民政局\n\n2026年1月20日`, '2026年1月20日'],
  [`${LAST}云岭市民政局2026年1月20日`, '2026年1月20日'],
  [`${LAST}（2026年1月20日）`, '2026年1月20日'],
  [`${LAST}二〇二六年一月二十日`, '二〇二六年一月二十日'],
  [`${LAST}２０２６年 1 月 20 日\n\n2026年2月3日`, '2026年1月20日'],
  [`${LAST}2026年2月30日`, '2026年2月30日'],
  [`${LAST}发布日期：2026年2月20日`, undefined],
  [`${LAST}发布日期：\n\n2026年2月20日`, undefined],
  [`2026年2月20日\n\n${LAST}`, undefined],
  [`${LAST}会议于2026年2月20日召开。`, undefined],
  [`${LAST}2026-02-20`, undefined],
])('%j is signed on %s', async (text, expected) => {
  expect(signedOn(await read(text))?.text).toBe(expected)
})

test.each<[string, readonly (readonly number[])[]]>([
  ['所列数据的统计期限为2025年1月1日至2025年12月31日。', [[2025]]],
  ['本报告数据统计期限自2025年1月1日起至12月31日止。', [[2025]]],
  ['所列数据统计期限从2024年1月1日到2025年12月31日。', [[2024, 2025]]],
  ['现将云岭市民政局2024年政府信息公开工作情况报告如下：', [[2024]]],
  ['现将2024年和2025年政府信息公开工作情况报告如下。', []],
  ['现将2024年12月以来政府信息公开工作情况报告如下。', []],
  ['2024年，我局政府信息公开工作取得进展。', []],
  ['现将2024年政府信息公开工作问题整改情况报告如下。', []],
  ['根据《2024年政务公开工作要点》，现将有关情况报告如下。', []],
])('%s covers %j', async (text, years) => {
  expect(periodsOf(await read(text)).map((period) => period.years)).toEqual(years)
})

test.each<[string, readonly string[]]>([
  ['2025年2月30日召开会议，4月31日印发通知。', ['2025年2月30日', '4月31日']],
  ['2025年13月1日。', ['2025年13月1日']],
  ['2025年2月29日。', ['2025年2月29日']],
  ['2024年2月29日、2月29日、12月31日。', []],
  ['分别在2、3 1月5日、3-31月。', []],
])('%s holds no calendar’s %j', async (text, expected) => {
  expect(impossibleDates(await read(text)).map((date) => date.text)).toEqual(expected)
})
