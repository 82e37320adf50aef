import { editionOf } from '../src/annual/edition.ts'
import { type Part, partsOf, textOf } from '../src/annual/parts.ts'
import { type Fix, suggestion } from '../src/fix/edit.ts'
import { wholeProse } from '../src/rule/annual.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'annual-fee-statement',
  title: '未报告信息处理费情况',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第四十二条',
      gist: '依申请提供政府信息不收取费用；申请的数量、频次明显超过合理范围的，可以收取信息处理费。',
    },
    {
      source: '国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知',
      article: '（国办函〔2020〕109号）',
      gist: '信息处理费的收取情况要在年度报告里说明。',
    },
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）',
      gist: '“其他需要报告的事项”一并报告收取信息处理费的情况。',
    },
  ],
  why: '收没收信息处理费，公众只能从年度报告里知道；没有收的，也要写明。',
  how: '在“其他需要报告的事项”里写明全年收取的金额；没有收的，写“本年度未收取信息处理费。”',
  messages: {
    missing: '报告里没有说明收取信息处理费的情况，应当在这一部分写明；没有收取的，也应当写明。',
  },
  examples: {
    good: [
      {
        name: '写明没有收取',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          六、其他需要报告的事项

          本年度未收取信息处理费。
        `,
      },
      {
        name: '写在前面的部分',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          全年收到申请1件，没有收取任何费用。

          六、其他需要报告的事项

          无。
        `,
      },
      {
        name: '2021年以前的报告',
        table: `
          # 青溪县教育局2020年政府信息公开工作年度报告

          一、总体情况

          六、其他需要报告的事项

          无。
        `,
      },
    ],
    bad: [
      {
        name: '只写一个“无”',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          ⟦六、其他需要报告的事项⟧

          无。
        `,
        says: ['报告里没有说明收取信息处理费的情况，应当在这一部分写明；没有收取的，也应当写明。'],
        fixed: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          六、其他需要报告的事项

          本年度未收取信息处理费。无其他需要报告的事项。
        `,
      },
      {
        name: '写了别的事项',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          ⟦六、其他需要报告的事项⟧

          全年办理建议提案12件。
        `,
        says: ['报告里没有说明收取信息处理费的情况，应当在这一部分写明；没有收取的，也应当写明。'],
        fixed: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          六、其他需要报告的事项

          本年度未收取信息处理费。全年办理建议提案12件。
        `,
      },
    ],
  },

  *check({ catalogue }) {
    if (editionOf(catalogue) !== '2021') return
    const other = partsOf(catalogue).find(({ form }) => form.key === 'other')
    if (other === undefined || FEES.test(wholeProse(catalogue))) return
    const { passage, span } = other.heading
    const fix = statement(other)
    yield { message: 'missing', at: { passage, span }, ...(fix && { fix }) } as const
  },
})

/** Any words about charging for information; 行政事业性收费 is another matter. */
const FEES =
  /处理费|检索费|复制费|邮寄费|(?:收取|收缴).{0,8}(?<!事业性)(?:费用|收费)|(?:信息公开|申请|依申请).{0,20}(?<!事业性)(?:收费|费用)|[未不]收费|免费|收费情况/u
const STATEMENT = '本年度未收取信息处理费。'
// 无。 · 本年度无其他需要报告的事项。
const NOTHING =
  /^(?:[㐀-䶿一-鿿]{0,10}?(?:无|没有)(?:其他|其它)?(?:需要)?(?:报告|说明)?的?(?:其他|其它)?(?:事项|情况)?)。?$/u

/** The usual sentence, put before what the part says. */
function statement({ body }: Part): Fix | undefined {
  const [first] = body
  if (first === undefined) return undefined
  const text = textOf(first)
  const blank = text.length - text.trimStart().length
  const start = first.span.start + blank
  if (NOTHING.test(text.trim()) && text.trim().length <= 3) {
    const end = start + text.trim().length
    return suggestion(first.passage, { start, end }, `${STATEMENT}无其他需要报告的事项。`)
  }
  return suggestion(first.passage, { start, end: start }, STATEMENT)
}
