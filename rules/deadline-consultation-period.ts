import { findDeadlines } from '../src/grammar/deadline.ts'
import { judgedDeadlines } from '../src/rule/deadlines.ts'
import { defineRule } from '../src/rule/rule.ts'

/** Types of drafts on which the public is heard. */
const DRAFTS: ReadonlySet<string> = new Set(['consultation-draft'])

export default defineRule({
  id: 'deadline-consultation-period',
  title: '意见征集未写征求意见期限',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue'],
  fix: 'none',
  basis: [
    {
      source: '重大行政决策程序暂行条例',
      article: '第十五条第一款',
      gist: '决策草案公开征求意见一般不少于30日；因情况紧急缩短的，应当说明。',
    },
    {
      source: '规章制定程序条例',
      article: '第十五条第二款',
      gist: '规章草案向社会征求意见一般不少于30日。',
    },
    {
      source: '优化营商环境条例',
      article: '第六十二条',
      gist: '制定与市场主体生产经营活动密切相关的规定，公开征求意见一般不少于30日。',
    },
  ],
  why: '“多少日内公开”管的是何时贴出来，公众有多少日可以提意见要另外写明，否则贴一天就收也合目录。',
  how: '写明征求意见的期限，一般不少于30日；采纳情况何时公开也一并写明。部门参照执行的，按本级规定的期限写。',
  messages: {
    missing: '“{item}”只写了何时公开，没有写征求意见的期限，宜写明一般不少于30日。',
  },
  examples: {
    good: [
      {
        name: '写了期限；期限写在内容里；按进展及时公开；目录不是草案',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策草案意见征集 | 草案全文 | 草案形成后公开，征求意见期限不少于30日 |
          | 2 | 重大决策预公开 | 决策草案 | 按进展情况及时公开 |
          | 3 | 意见征集 | 草案全文、征求意见的途径和期限（一般不少于30日） | 草案形成之日起20个工作日内 |
          | 4 | 重大行政决策事项目录 | 年度目录 | 自该信息形成或者变更之日起20个工作日内 |
        `,
      },
    ],
    bad: [
      {
        name: '只写了公开的时限',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 重大决策预公开 | 决策草案、征集公告 | ⟦自该信息形成或者变更之日起20个工作日内⟧ |
        `,
        says: ['“重大决策预公开”只写了何时公开，没有写征求意见的期限，宜写明一般不少于30日。'],
      },
    ],
  },

  *check({ catalogue, authorities }) {
    for (const { cell, entries, clauses, items } of judgedDeadlines(catalogue, authorities)) {
      const draft = items.find(({ item }) => DRAFTS.has(item.type.id) && item.by === 'name')
      if (draft === undefined || clauses.some(({ kind }) => kind === 'min-notice')) continue
      if (entries.some((entry) => tellsPeriod(entry.text('content')))) continue
      const clause = clauses.find(({ kind }) => kind === 'relative' || kind === 'realtime')
      if (clause === undefined) continue
      const data = { item: draft.item.name }
      yield { message: 'missing', data, at: { passage: cell, span: clause.span } } as const
    }
  },
})

/** Many write the period where they say what is published. */
function tellsPeriod(content: string): boolean {
  return findDeadlines(content).some(({ kind }) => kind === 'min-notice')
}
