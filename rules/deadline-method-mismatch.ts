import { suggestion } from '../src/fix/edit.ts'
import { judgedDeadlines } from '../src/rule/deadlines.ts'
import { isOnRequest, isProactive, mayBeAppliedFor } from '../src/rule/method.ts'
import { itemName } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'

const ON_REQUEST = '自收到申请之日起20个工作日内'

export default defineRule({
  id: 'deadline-method-mismatch',
  title: '时限与公开方式不匹配',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  supersedes: ['deadline-trigger-mismatch', 'deadline-not-allowed'],
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十六条',
      gist: '主动公开的，自信息形成或者变更之日起20个工作日内公开。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第三十三条',
      gist: '依申请公开的，自收到申请之日起20个工作日内答复。',
    },
  ],
  why: '主动公开没有申请人，依申请公开没有申请就不会开始，起算的日子错了，期限就永远到不了。',
  how: '主动公开的从信息形成或者变更之日起算，依申请公开的从收到申请之日起算；两种方式都有的，分别写明。',
  messages: {
    onRequest: '“{item}”依申请公开，时限却从“{actual}”起算，应当为“{expected}”。',
    proactive: '“{item}”主动公开，时限却从“{actual}”起算，应当从信息形成或者变更之日起算。',
  },
  examples: {
    good: [
      {
        name: '各按各的起算；两种方式并列',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 会议纪要 | 纪要 | 自收到申请之日起20个工作日内 | 依申请公开 |
          | 2 | 机构职能 | 职能 | 自信息形成之日起20个工作日内 | 主动公开 |
          | 3 | 档案信息 | 档案 | 自信息形成之日起20个工作日内 | 主动公开、依申请公开 |
          | 5 | 依申请公开 | 答复 | 自收到申请之日起20个工作日内 | 主动公开 |
          | 4 | 统计台账 | 台账 | 信息形成之日起20个工作日内；自收到申请之日起20个工作日内 | 依申请公开 |
        `,
      },
    ],
    bad: [
      {
        name: '依申请公开从信息形成起算',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 会议纪要 | 纪要 | 自⟦信息形成或者变更⟧之日起20个工作日内 | 依申请公开 |
        `,
        says: [
          '“会议纪要”依申请公开，时限却从“信息形成或者变更”起算，应当为“自收到申请之日起20个工作日内”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 会议纪要 | 纪要 | 自收到申请之日起20个工作日内 | 依申请公开 |
        `,
      },
      {
        name: '主动公开从收到申请起算',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | 自⟦收到申请⟧之日起20个工作日内 | 主动公开 |
        `,
        says: ['“机构职能”主动公开，时限却从“收到申请”起算，应当从信息形成或者变更之日起算。'],
      },
    ],
  },

  *check({ catalogue, authorities }) {
    for (const { cell, entries, clauses, items } of judgedDeadlines(catalogue, authorities)) {
      const anchors = clauses.flatMap((clause) =>
        clause.kind === 'relative' && 'text' in clause.anchor
          ? [{ clause, anchor: clause.anchor }]
          : [],
      )
      const kinds = new Set(anchors.map(({ anchor }) => anchor.kind))
      if (kinds.has('formed') && kinds.has('application')) continue
      const item = itemName(entries[0])
      const formed = anchors.find(({ anchor }) => anchor.kind === 'formed')
      if (formed !== undefined && entries.every(isOnRequest)) {
        yield {
          message: 'onRequest',
          data: { item, actual: formed.anchor.text, expected: ON_REQUEST },
          at: { passage: cell, span: formed.anchor.span },
          expected: [ON_REQUEST],
          ...(clauses.length === 1 && {
            fix: suggestion(cell, { start: 0, end: cell.text.length }, ON_REQUEST),
          }),
        } as const
      }
      const asked = anchors.find(({ anchor }) => anchor.kind === 'application')
      const isApplied = items.some(({ item: { name } }) => mayBeAppliedFor(name))
      if (asked !== undefined && !isApplied && entries.every(isProactive)) {
        const data = { item, actual: asked.anchor.text }
        const at = { passage: cell, span: asked.anchor.span }
        yield { message: 'proactive', data, at } as const
      }
    }
  },
})
