import { disputeTotals, isBroken, sum } from '../src/annual/identities.ts'
import { tablesOf } from '../src/annual/tables.ts'
import { suggestion } from '../src/fix/edit.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'annual-review-litigation-total',
  title: '行政复议、行政诉讼表合计不符',
  severity: 'error',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）附件，第四部分统计表',
      gist: '三组各五栏，每组的总计是结果维持、结果纠正、其他结果、尚未审结之和。',
    },
  ],
  why: '合计与分项对不上，至少有一个数是错的。',
  how: '先核对四类结果，无误的，按四类结果重算总计。',
  messages: {
    group:
      '“{group}”一组，结果维持、结果纠正、其他结果、尚未审结合计是{sum}件，总计填的是{actual}件，相差{difference}件。',
    part: '“{name}”填的是{value}件。',
  },
  examples: {
    good: [
      {
        name: '每组总计等于四类结果之和',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          四、政府信息公开行政复议、行政诉讼情况

          | 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
          | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
          | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
          | 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |
        `,
      },
    ],
    bad: [
      {
        name: '其他结果1件，总计却是0',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          四、政府信息公开行政复议、行政诉讼情况

          | 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
          | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
          | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
          | 0 | 0 | ⟦→1⟧ | 0 | ⟦0⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
        says: [
          '“行政复议”一组，结果维持、结果纠正、其他结果、尚未审结合计是1件，总计填的是0件，相差1件。',
          '“其他结果”填的是1件。',
        ],
        fixed: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          四、政府信息公开行政复议、行政诉讼情况

          | 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
          | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
          | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
          | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    const { disputes } = tablesOf(catalogue)
    if (disputes === undefined) return
    for (const { of, left, right, difference } of disputeTotals(disputes).filter(isBroken)) {
      const [total] = right
      if (total === undefined) continue
      const filled = left.filter((term) => term.value !== 0)
      const { cell } = total.figure
      const value = String(sum(left))
      yield {
        message: 'group',
        data: { group: of, sum: value, actual: total.value, difference: Math.abs(difference) },
        at: { passage: cell },
        expected: [value],
        fix: suggestion(cell, { start: 0, end: cell.text.length }, value),
        related: (filled.length > 0 ? filled : left.slice(0, 1)).map(
          ({ name, value: part, figure }) =>
            ({
              message: 'part',
              data: { name, value: part },
              at: { passage: figure.cell },
            }) as const,
        ),
      }
    }
  },
})
