import { judgedDeadlines } from '../src/rule/deadlines.ts'
import { defineRule } from '../src/rule/rule.ts'
import { withoutSpace } from '../src/text/normalise.ts'

// 定期发布, 每季度公布, 按月公开 – 年度计划 is a name and no rhythm.
const RHYTHM =
  /(?:定期|按[年季月周]度?|每(?:半年|年|季度?|个?月|周|日|天)度?)(?:向社会)?(?:对外)?(?:发布|公布|公开|更新|通报|公示)(?:一次)?/u

export default defineRule({
  id: 'deadline-content-conflict',
  title: '时限与公开内容自相矛盾',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '内容说定期发布，时限说实时更新，两个说法只能做到一个。',
  how: '时限写成与内容一致的周期，如“每月（季）度结束后20个工作日内”；确实随时更新的，改内容里的说法。',
  messages: {
    rhythm: '公开内容写的是“{rhythm}”，时限却是“{actual}”，两处宜一致。',
    place: '内容里的说法在这里。',
  },
  examples: {
    good: [
      {
        name: '周期一致；年度计划、年度报告只是名称',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 市场消费 | 定期发布运行分析 | 每季度结束后20个工作日内 |
          | 2 | 物价信息 | 每月公布物价指数 | 每月10日前 |
          | 3 | 计划总结 | 年度工作计划和年度工作总结 | 自信息形成之日起20个工作日内 |
        `,
      },
    ],
    bad: [
      {
        name: '内容定期发布，时限实时更新',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 市场消费 | ⟦→定期发布⟧消费市场运行情况分析报告 | ⟦实时更新⟧ |
        `,
        says: [
          '公开内容写的是“定期发布”，时限却是“实时更新”，两处宜一致。',
          '内容里的说法在这里。',
        ],
      },
    ],
  },

  *check({ catalogue, authorities }) {
    for (const { cell, entries, clauses } of judgedDeadlines(catalogue, authorities)) {
      const [clause] = clauses
      if (clauses.length !== 1 || clause?.kind !== 'realtime') continue
      const told = entries
        .flatMap((entry) => [entry.own('content'), entry.own('item.level3')])
        .flatMap((passage) => {
          const match = RHYTHM.exec(passage?.text ?? '')
          return passage === undefined || match === null ? [] : [{ passage, match }]
        })
      const [first] = told
      if (first === undefined) continue
      const { passage, match } = first
      const rhythm = match[0]
      const span = { start: match.index, end: match.index + rhythm.length }
      yield {
        message: 'rhythm',
        data: { rhythm: withoutSpace(rhythm), actual: clause.text },
        at: { passage: cell, span: clause.span },
        related: [{ message: 'place', at: { passage, span } }],
      } as const
    }
  },
})
