import { headingFaults } from '../src/rule/headings.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'num-heading-gap',
  title: '标题层次序号缺失或重复',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'annual-report', 'ledger'],
  fix: 'none',
  basis: [
    {
      source: 'GB/T 9704—2012',
      article: '《党政机关公文格式》',
      gist: '文中结构层次的序数依次可以用“一、”“（一）”“1.”“（1）”标注。',
    },
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）',
      gist: '年度报告分为六个部分，依次编号。',
    },
  ],
  why: '标题跳号，多半是漏了一部分；重号，引用“第几部分”就不知所指。',
  how: '先核对是否漏了一部分：漏了的补上，没有漏的顺次重排。',
  messages: {
    gap: '标题由“{before}”跳到“{actual}”，缺{missing}；漏了一部分的，应当补上，没有漏的，应当顺次重排。',
    duplicate: '标题序号“{actual}”重复，按次序应当为“{expected}”。',
    order: '标题序号“{actual}”次序不对，应当为“{expected}”。',
    before: '前一个标题在这里。',
  },
  examples: {
    good: [
      {
        name: '各级标题顺次相接，下一级重新起算',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          （一）主动公开。全年公开信息12条。

          （二）依申请公开。一是畅通渠道。三是按时答复。

          二、主动公开政府信息情况

          （一）规章。无。

          三、收到和处理政府信息公开申请情况
        `,
      },
      {
        name: '统计表里的“一、本年新收”不是标题',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、主动公开政府信息情况

          三、收到和处理政府信息公开申请情况

          一、本年新收政府信息公开申请数量

          二、上年结转政府信息公开申请数量

          四、结转下年度继续办理

          四、政府信息公开行政复议、行政诉讼情况
        `,
      },
      {
        name: '缺的序号写在段落中间，或者标题没有写序号',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况。全年工作平稳。二、主动公开政府信息情况。见附表。

          三、收到和处理政府信息公开申请情况

          行政复议和行政诉讼情况

          五、存在的主要问题及改进情况

          六、其他需要报告的事项
        `,
      },
      {
        name: '翻页后重印的标题',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、主动公开政府信息情况

          二、主动公开政府信息情况（续）

          三、收到和处理政府信息公开申请情况
        `,
      },
      {
        name: '附件另行编号；“一、二级指标”不是标题',
        table: `
          一、编制说明

          一、二级指标按市里统一口径填写。

          附件

          二、目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 通知公告 | 公告文本 | 实时更新 |

          四、监督渠道
        `,
      },
      {
        name: '摘引的法条各项',
        table: `
          一、编制依据

          （一）概况信息

          （三）规划信息

          （六）处罚信息

          （八）收费信息

          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 通知公告 | 公告文本 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '由三跳到五',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、主动公开政府信息情况

          ⟦→三、⟧收到和处理政府信息公开申请情况

          ⟦五、⟧存在的主要问题及改进情况

          六、其他需要报告的事项
        `,
        says: [
          '标题由“三、”跳到“五、”，缺“四、”；漏了一部分的，应当补上，没有漏的，应当顺次重排。',
          '前一个标题在这里。',
        ],
      },
      {
        name: '下一级标题重号',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          （一）主动公开。全年公开信息12条。

          ⟦→（二）⟧依申请公开。全年收到申请1件。

          ⟦（二）⟧政府信息管理。健全制度。

          （四）平台建设。更新栏目。
        `,
        says: ['标题序号“（二）”重复，按次序应当为“（三）”。', '前一个标题在这里。'],
      },
      {
        name: '次序颠倒',
        table: `
          一、编制依据

          ⟦→二、⟧适用范围

          ⟦五、⟧监督渠道

          四、更新办法

          五、附则

          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 通知公告 | 公告文本 | 实时更新 |
        `,
        says: ['标题序号“五、”次序不对，应当为“三、”。', '前一个标题在这里。'],
      },
    ],
  },

  *check({ catalogue }) {
    for (const { kind, heading, before, expected } of headingFaults(catalogue)) {
      const { label: actual, passage, span } = heading
      const told = {
        at: { passage, span },
        related: [{ message: 'before', at: { passage: before.passage, span: before.span } }],
      } as const
      if (kind === 'gap') {
        const missing = listed(expected)
        yield { ...told, message: kind, data: { actual, before: before.label, missing } }
      } else {
        yield { ...told, message: kind, data: { actual, expected: expected[0] ?? '' }, expected }
      }
    }
  },
})

/** What is missing, one by one while it is little. */
function listed(labels: readonly string[]): string {
  const quoted = labels.map((label) => `“${label}”`)
  return quoted.length <= 3 ? quoted.join('') : `${quoted[0]}至${quoted.at(-1)}`
}
