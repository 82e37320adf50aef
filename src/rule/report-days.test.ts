import { expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { readDocument } from '../readers/choose.ts'
import { lateReports } from './report-days.ts'

test.each<[string, string, string, readonly string[]]>([
  ['a department in time', '青溪县民政局', '每年1月31日前公布政府信息公开工作年度报告', []],
  ['the end of the month', '青溪县民政局', '1月底前公布政府信息公开年报', []],
  ['a department too late', '青溪县民政局', '3月31日前公布政府信息公开工作年度报告', ['3月31日']],
  ['a government', '青溪县人民政府办公室', '3月31日前公布政府信息公开工作年度报告', []],
  [
    'a government too late',
    '青溪县人民政府办公室',
    '4月底前公布政府信息公开工作年度报告',
    ['4月底'],
  ],
  [
    'departments of a government',
    '青溪县人民政府办公室',
    '各部门3月15日前公布政府信息公开工作年度报告',
    ['3月15日'],
  ],
  [
    'both',
    '青溪县人民政府办公室',
    '各部门1月31日前、县政府3月31日前公布政府信息公开工作年度报告',
    [],
  ],
  [
    'in autumn for the running year',
    '青溪县民政局',
    '12月底前编制政府信息公开工作年度报告并报送',
    [],
  ],
  ['a check of reports', '青溪县民政局', '6月底前通报政府信息公开工作年度报告核查情况并公布', []],
  ['another report', '青溪县民政局', '3月31日前公布法治政府建设年度报告', []],
])('%s', async (_name, agency, text, expected) => {
  const source = `# ${agency}政务公开工作任务台账\n\n| 工作任务 | 牵头单位 |\n| --- | --- |\n| 公开 | 办公室 |\n`
  const bytes = new TextEncoder().encode(source)
  const [ledger] = recognise(await readDocument({ name: '台账.md', bytes })).catalogues
  if (ledger === undefined) throw new Error('not a ledger')
  const found = lateReports(text, '', ledger).map(({ span }) => text.slice(span.start, span.end))
  expect(found).toEqual(expected)
})
