import { isGeneral } from '../src/authority/limit.ts'
import type { DeadlineClause } from '../src/grammar/deadline.ts'
import { type JudgedDeadline, judgedDeadlines } from '../src/rule/deadlines.ts'
import type { Item } from '../src/rule/items.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Place } from '../src/table/model.ts'

export default defineRule({
  id: 'deadline-inconsistent',
  title: '同类事项时限不一',
  severity: 'info',
  certainty: 'hint',
  kinds: ['catalogue'],
  fix: 'none',
  once: { different: 'words' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第八条',
      gist: '各级人民政府应当加强政务公开，推进公开工作的标准化、规范化。',
    },
  ],
  why: '同一事项一处写5个工作日、一处写20个工作日，公众和工作人员都不知道以哪个为准。',
  how: '同一事项用同一个时限；确有不同阶段的，在事项名称里写明阶段。',
  messages: {
    different: '“{item}”这里的时限是“{actual}”，别处是“{other}”，宜统一。',
    place: '别处的写法在这里。',
  },
  examples: {
    good: [
      {
        name: '不同的阶段是不同的事项；写法不同而长短一样',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 行政许可受理 | 受理情况 | 自受理之日起5个工作日内 |
          | 2 | 行政许可结果 | 许可决定 | 自作出行政决定之日起7个工作日内 |
          | 3 | 规范性文件 | 市级文件 | 自信息形成之日起20个工作日内 |
          | 4 | 规范性文件 | 部门文件 | 自该政府信息形成或者变更之日起二十个工作日内予以公开 |
        `,
      },
    ],
    bad: [
      {
        name: '同名事项两个时限',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 规范性文件 | 市级文件 | 自信息形成之日起⟦→5个工作日内⟧ |
          | 2 | 规范性文件 | 部门文件 | 自信息形成之日起⟦20个工作日内⟧ |
        `,
        says: [
          '“规范性文件”这里的时限是“20个工作日内”，别处是“5个工作日内”，宜统一。',
          '别处的写法在这里。',
        ],
      },
    ],
  },

  *check({ catalogue, authorities }) {
    const first = new Map<string, Use>()
    for (const deadline of judgedDeadlines(catalogue, authorities)) {
      const use = useOf(deadline)
      if (use === undefined) continue
      const before = first.get(use.key)
      if (before === undefined) first.set(use.key, use)
      else if (before.length !== use.length) {
        const other = before.words
        yield {
          message: 'different',
          data: { item: use.item.name, actual: use.words, other },
          about: use.key,
          at: use.at,
          related: [{ message: 'place', at: before.at }],
        } as const
      }
    }
  },
})

interface Use {
  readonly item: Item
  /** What the same item has in common. */
  readonly key: string
  readonly length: string
  readonly words: string
  readonly at: Place
}

/** The only deadline of an item that stands alone in its cell and is recognised by its name. */
function useOf({ cell, clauses, items, entries }: JudgedDeadline): Use | undefined {
  const [judged, ...others] = items.filter(({ item }) => item.by === 'name')
  // What breaks the law has been told so.
  if (judged?.outcome.kind === 'over') return undefined
  const [clause, ...more] = clauses
  if (judged === undefined || others.length > 0 || more.length > 0) return undefined
  if (clause?.kind !== 'relative' || !isAlike(clause, judged.item)) return undefined
  const { item } = judged
  const [subject, level2] = (['subject', 'item.level2'] as const).map((role) =>
    entries[0].text(role),
  )
  return {
    item,
    key: [item.type.id, item.name, level2, subject].join('\n'),
    length: `${clause.amount} ${clause.unit}`,
    words: clause.term.text,
    at: { passage: cell, span: clause.term.span },
  }
}

/** Deadlines from another event than the forming of the information are for another stage. */
function isAlike(
  { anchor }: Extract<DeadlineClause, { kind: 'relative' }>,
  { type }: Item,
): boolean {
  return anchor.kind === 'formed' || (anchor.kind === 'event' && !isGeneral(type))
}
