import { editionOf } from '../src/annual/edition.ts'
import { hasFormTitle, partsOf } from '../src/annual/parts.ts'
import { suggestion } from '../src/fix/edit.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'annual-section-title',
  title: '年报部分标题不规范',
  severity: 'info',
  certainty: 'likely',
  kinds: ['annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）',
      gist: '所附格式给出了六个部分的标题和次序。',
    },
  ],
  why: '标题、次序统一，公众和上级才好把各单位、各年度的报告对照着看。',
  how: '照格式改用规定的标题，按规定的次序排列。',
  messages: {
    title: '这一部分的标题“{actual}”宜照格式写作“{expected}”。',
    order: '“{actual}”宜照格式排在“{next}”之前。',
    next: '它现在排在这一部分之后。',
  },
  examples: {
    good: [
      {
        name: '标准的标题和常用的写法',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、行政机关主动公开政府信息的情况

          三、收到和处理政府信息公开申请情况

          四、因政府信息公开工作被申请行政复议、提起行政诉讼情况

          五、政府信息公开工作存在的主要问题及改进情况

          六、其他需要报告的事项
        `,
      },
      {
        name: '标题后面接着写正文',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况。2025年，我局公开信息12条。

          二、主动公开政府信息情况（见下表）

          三、收到和处理政府信息公开申请情况：见下表。
        `,
      },
      {
        name: '2018年以前的标题',
        table: `
          # 青溪县教育局2018年政府信息公开工作年度报告

          一、概述

          二、依申请公开政府信息办理情况
        `,
      },
    ],
    bad: [
      {
        name: '标题与格式不一样',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、⟦工作概述⟧

          二、主动公开政府信息情况

          五、⟦存在问题及改进情况⟧
        `,
        says: [
          '这一部分的标题“工作概述”宜照格式写作“总体情况”。',
          '这一部分的标题“存在问题及改进情况”宜照格式写作“存在的主要问题及改进情况”。',
        ],
        fixed: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、主动公开政府信息情况

          五、存在的主要问题及改进情况
        `,
      },
      {
        name: '次序颠倒',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、⟦→收到和处理政府信息公开申请情况⟧

          三、⟦主动公开政府信息情况⟧

          四、政府信息公开行政复议、行政诉讼情况
        `,
        says: [
          '“主动公开政府信息情况”宜照格式排在“收到和处理政府信息公开申请情况”之前。',
          '它现在排在这一部分之后。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    if (editionOf(catalogue) === 'free') return
    const parts = partsOf(catalogue)
    for (const [index, { form, heading }] of parts.entries()) {
      const { passage, titleSpan, title: actual } = heading
      const at = { passage, span: titleSpan }
      if (heading.keys.length === 1 && !hasFormTitle(form, heading)) {
        const expected = form.title
        yield {
          message: 'title',
          data: { actual, expected },
          at,
          expected: [expected],
          fix: suggestion(passage, titleSpan, expected),
        } as const
      }
      const later = parts.slice(0, index).find((other) => other.form.number > form.number)
      if (later === undefined || later.heading === heading) continue
      const next = later.heading.title
      const related = [
        { message: 'next', at: { passage: later.heading.passage, span: later.heading.titleSpan } },
      ] as const
      yield { message: 'order', data: { actual, next }, at, related } as const
    }
  },
})
