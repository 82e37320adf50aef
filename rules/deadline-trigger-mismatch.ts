import type { ItemType } from '../src/authority/item-type.ts'
import type { DeadlineClause } from '../src/grammar/deadline.ts'
import { type JudgedItem, judgedDeadlines } from '../src/rule/deadlines.ts'
import { isOnRequest, mayBeAppliedFor } from '../src/rule/method.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'deadline-trigger-mismatch',
  title: '起算事件与事项不符',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  supersedes: ['deadline-not-allowed'],
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十六条',
      gist: '主动公开的期限从信息形成或者变更之日起算。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第三十三条',
      gist: '答复申请的期限从收到申请之日起算。',
    },
  ],
  why: '清单、计划在检查以前就有，没有“结果作出之日”；起算的日子不存在，时限等于没有。',
  how: '按事项分开写：清单、计划从形成或者变更之日起算，结果从作出之日起算。',
  messages: {
    never: '“{item}”在“{actual}”以前就有，不能从那时起算，时限应当另写，如“{expected}”。',
    onRequest: '答复“{item}”从收到申请之日起算，不从“{actual}”起算，应当为“{expected}”。',
    proactive:
      '“{item}”不是依申请公开的事项，时限却从“{actual}”起算，应当从信息形成或者变更之日起算。',
  },
  examples: {
    good: [
      {
        name: '分开写的；只有结果的；依申请公开的答复',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 抽查计划 抽查结果 | 双随机抽查 | 计划：自形成或者变更之日起20个工作日内；结果：检查结果作出之日起7个工作日内 |
          | 2 | 抽查结果 | 抽查情况及查处结果 | 检查及查处结果作出之日起7个工作日内 |
          | 3 | 依申请公开答复 | 办理结果 | 自收到申请之日起20个工作日内 |
        `,
      },
    ],
    bad: [
      {
        name: '清单、计划从检查结果作出之日起算',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 随机抽查事项清单 抽查计划 抽查结果 | 双随机抽查 | ⟦检查及查处结果作出⟧之日起7个工作日内 |
        `,
        says: [
          '“随机抽查事项清单”在“检查及查处结果作出”以前就有，不能从那时起算，时限应当另写，如“自该政府信息形成或者变更之日起20个工作日内”。',
        ],
      },
      {
        name: '依申请公开的答复从信息形成起算，主动公开的从收到申请起算',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 依申请公开答复 | 办理结果 | 自⟦该信息形成或者变更⟧之日起20个工作日内 |
          | 2 | 机构职能 | 职能、设置、地址 | 自⟦收到申请⟧之日起20个工作日内 |
        `,
        says: [
          '答复“依申请公开答复”从收到申请之日起算，不从“该信息形成或者变更”起算，应当为“自收到申请之日起20个工作日内”。',
          '“机构职能”不是依申请公开的事项，时限却从“收到申请”起算，应当从信息形成或者变更之日起算。',
        ],
      },
    ],
  },

  *check({ catalogue, authorities }) {
    for (const { cell, entries, clauses, items } of judgedDeadlines(catalogue, authorities)) {
      const relative = clauses.filter((clause) => clause.kind === 'relative')
      const asked = relative.find(({ anchor }) => anchor.kind === 'application')
      const formed = relative.find(({ anchor }) => anchor.kind === 'formed')
      const named = items.filter(({ item }) => item.by === 'name')
      const never = relative.length === 1 && named.find((judged) => neverHappens(judged, relative))
      const [first] = relative
      if (never && first !== undefined && 'text' in first.anchor) {
        const { name, type } = never.item
        yield {
          message: 'never',
          data: { item: name, actual: first.anchor.text, expected: type.wording },
          at: { passage: cell, span: first.anchor.span },
          expected: [type.wording],
        } as const
      }
      const answer = named.find(({ item }) => isAnswer(item.type))
      if (answer !== undefined && asked === undefined && formed && 'text' in formed.anchor) {
        const { name, type } = answer.item
        yield {
          message: 'onRequest',
          data: { item: name, actual: formed.anchor.text, expected: type.wording },
          at: { passage: cell, span: formed.anchor.span },
          expected: [type.wording],
        } as const
      }
      const mayBeAsked = items.some(({ item }) => isAnswer(item.type) || mayBeAppliedFor(item.name))
      if (asked && 'text' in asked.anchor && !mayBeAsked && !entries.some(isOnRequestAtAll)) {
        const [item] = items
        if (item === undefined || formed !== undefined) continue
        yield {
          message: 'proactive',
          data: { item: item.item.name, actual: asked.anchor.text },
          at: { passage: cell, span: asked.anchor.span },
        } as const
      }
    }
  },
})

function isAnswer({ limit }: ItemType): boolean {
  return limit.kind === 'within' && limit.event.includes('申请')
}

/** Whether the entry is published on request, alone or besides. */
function isOnRequestAtAll(entry: Parameters<typeof isOnRequest>[0]): boolean {
  return (
    isOnRequest(entry) ||
    entry.text('method.onRequest') !== '' ||
    entry.text('method').includes('申请')
  )
}

/** Whether the only deadline of a cell counts from something that does not happen to an item. */
function neverHappens(
  { item: { type } }: JudgedItem,
  [clause]: readonly Extract<DeadlineClause, { kind: 'relative' }>[],
): boolean {
  if (type.notEvents === undefined || clause?.anchor.kind !== 'event') return false
  return new RegExp(type.notEvents, 'u').test(clause.anchor.text)
}
