import { APPLICANTS } from '../src/annual/form.ts'
import { proactiveFigure } from '../src/annual/proactive.ts'
import { figureAt, lineOf } from '../src/annual/requests.ts'
import { tablesOf } from '../src/annual/tables.ts'
import { REQUEST_HEADER } from '../src/rule/report-example.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'
import { withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'annual-carryover',
  title: '上下年度数据不衔接',
  severity: 'error',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'none',
  basis: [
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）附件，第三部分统计表',
      gist: '“上年结转”是上一年度没有办结、结转到本年的申请，与上一年报告的“结转下年度继续办理”是同一批。',
    },
  ],
  why: '去年说结转几件，今年就应当接着办几件；对不上，就有申请没有人办，或者有一年的数报错了。',
  how: '对照两年的申请登记簿，改正报错的一年；去年报错的，发布更正说明。',
  messages: {
    total:
      '“上年结转”总计填的是{actual}件，{year}年的报告“结转下年度继续办理”是{expected}件，两处应当相等。',
    column:
      '“上年结转”的“{column}”填的是{actual}件，{year}年的报告“结转下年度继续办理”的同一栏是{expected}件，两处应当相等。',
    valid:
      '“{row}”现行有效填的是{actual}件，{year}年的报告是{before}件，加本年制发{made}件、减本年废止{repealed}件是{expected}件，宜核对口径。',
  },
  examples: {
    good: [
      {
        name: '两年相接',
        lastYear: `
          # 云岭市民政局2024年政府信息公开工作年度报告

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 9 | 0 | 0 | 0 | 0 | 0 | 9 |
          | 四、结转下年度继续办理 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        `,
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 15 | 0 | 0 | 0 | 0 | 0 | 15 |
          | 二、上年结转政府信息公开申请数量 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        `,
      },
    ],
    bad: [
      {
        name: '去年结转2件，今年一件也没有',
        lastYear: `
          # 云岭市民政局2024年政府信息公开工作年度报告

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 9 | 0 | 0 | 0 | 0 | 0 | 9 |
          | 四、结转下年度继续办理 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        `,
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 15 | 0 | 0 | 0 | 0 | 0 | 15 |
          | 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | ⟦0⟧ |
        `,
        says: ['“上年结转”总计填的是0件，2024年的报告“结转下年度继续办理”是2件，两处应当相等。'],
      },
      {
        name: '总计相等，申请人不同',
        lastYear: `
          # 云岭市民政局2024年政府信息公开工作年度报告

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 9 | 0 | 0 | 0 | 0 | 0 | 9 |
          | 四、结转下年度继续办理 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        `,
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 15 | 0 | 0 | 0 | 0 | 0 | 15 |
          | 二、上年结转政府信息公开申请数量 | | | ⟦1⟧ | ⟦1⟧ | 0 | 0 | 0 | 0 | 2 |
        `,
        says: [
          '“上年结转”的“自然人”填的是1件，2024年的报告“结转下年度继续办理”的同一栏是2件，两处应当相等。',
          '“上年结转”的“商业企业”填的是1件，2024年的报告“结转下年度继续办理”的同一栏是0件，两处应当相等。',
        ],
      },
      {
        name: '现行有效件数接不上',
        lastYear: `
          # 云岭市民政局2024年政府信息公开工作年度报告

          | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
          | --- | --- | --- | --- |
          | 行政规范性文件 | 3 | 0 | 20 |
        `,
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
          | --- | --- | --- | --- |
          | 行政规范性文件 | 2 | 1 | ⟦25⟧ |
        `,
        says: [
          '“行政规范性文件”现行有效填的是25件，2024年的报告是20件，加本年制发2件、减本年废止1件是21件，宜核对口径。',
        ],
      },
    ],
  },

  *check({ catalogue, lastYear }) {
    if (lastYear === undefined) return
    const { requests, proactive } = tablesOf(catalogue)
    const { year } = lastYear
    const evidence = [{ title: lastYear.title }]
    const isRestated = catalogue.paragraphs.some(({ text }) => RESTATED.test(withoutSpace(text)))
    const line = requests.length === 1 && requests[0] ? lineOf(requests[0], 'carriedIn') : undefined
    const broken = APPLICANTS.flatMap(({ key, label }) => {
      const figure = figureAt(line, key)
      const expected = lastYear.carriedOut.get(key)
      const isSame = figure?.value === undefined || expected === undefined
      return isSame || figure.value === expected ? [] : [{ key, label, figure, expected }]
    })
    const total = broken.find(({ key }) => key === 'total')
    for (const { key, label, figure, expected } of total === undefined ? broken : [total]) {
      const told = {
        at: { passage: figure.cell },
        evidence,
        expected: [String(expected)],
        // A restated figure, or the files of a merged agency.
        ...(isRestated && ({ severity: 'warning', certainty: 'likely' } as const)),
      }
      const data = { actual: figure.value ?? 0, expected, year }
      if (key === 'total') yield { ...told, message: 'total', data }
      else yield { ...told, message: 'column', data: { ...data, column: label } }
    }
    for (const [key, row] of [
      ['rules', '规章'],
      ['normativeDocs', '行政规范性文件'],
    ] as const) {
      const [made, repealed, valid] = (['made', 'repealed', 'valid'] as const).map((column) =>
        proactiveFigure(proactive, key, column),
      )
      const before = lastYear.valid.get(key)
      if (before === undefined || valid?.value === undefined) continue
      if (made?.value === undefined || repealed?.value === undefined) continue
      const expected = before + made.value - repealed.value
      if (expected === valid.value) continue
      // Real agencies count anew after a clean-up: a thought, no more.
      yield {
        message: 'valid',
        data: {
          row,
          actual: valid.value,
          year,
          before,
          made: made.value,
          repealed: repealed.value,
          expected,
        },
        severity: 'info',
        certainty: 'hint',
        at: { passage: valid.cell },
        evidence,
      }
    }
  },
})

/** What explains why two years do not meet. */
const RESTATED =
  /统计口径|机构改革|职能(?:划转|调整|整合)|(?:划入|并入|合并)|(?:数据|数字).{0,6}(?:更正|修正|订正)|更正/u
