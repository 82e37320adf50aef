import { type Shape, shapeOf } from '../src/catalogue/shape.ts'
import { type Fix, replace, suggestion } from '../src/fix/edit.ts'
import type { DeadlineClause } from '../src/grammar/deadline.ts'
import { judgedDeadlines } from '../src/rule/deadlines.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'

/** The wording of the Regulation's Article 26. */
const USUAL = '自该政府信息形成或者变更之日起20个工作日内'

export default defineRule({
  id: 'deadline-unparseable',
  title: '时限表述不完整或无法识别',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'safe',
  supersedes: ['deadline-vague'],
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十六条',
      gist: '期限有起算的日子，有天数：自政府信息形成或者变更之日起20个工作日内。',
    },
    {
      source: 'GB/T 15835—2011',
      article: '《出版物上数字用法》',
      gist: '年月日的写法应当是日历上有的日期。',
    },
  ],
  why: '没有“内”分不清是最迟还是要满这么多天，没有起算的日子就算不出到期的一天。',
  how: '写全三样：从哪一天起算、多少个工作日、“内”。',
  messages: {
    bare: '“{actual}”缺起算的日子和“内”字，宜写作“{expected}”。',
    impossible: '日历上没有“{actual}”，宜核对后改正。',
    surplus: '“{actual}”多一个“的”，宜写作“{expected}”。',
    ditto: '“{actual}”在发布、筛选以后找不到所指的那一行，宜照写上一行的时限。',
    dittoOf: '“{actual}”在发布、筛选以后找不到所指的那一行，宜照写“{expected}”。',
    unknown: '“{actual}”没有读出时限，宜核对是否写错了栏、漏了字。',
  },
  examples: {
    good: [
      {
        name: '写全的；法律的事件；没有起算点但有“内”的',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | 自信息形成之日起20个工作日内 |
          | 2 | 土地征收 | 公告 | 拟征收土地现状调查结束后5个工作日内，在村公示栏公开 |
          | 3 | 人事信息 | 任免 | 20个工作日内 |
          | 4 | 部门决算 | 决算 | 每年10月底前 |
          | 5 | 听证公告 | 公告 | 听证会举行7日前 |
        `,
      },
    ],
    bad: [
      {
        name: '只有天数；多“的”',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | ⟦20工作日⟧ |
          | 2 | 抽查结果 | 查处结果 | 检查及查处结果作出⟦之日起的⟧7个工作日内 |
        `,
        says: [
          '“20工作日”缺起算的日子和“内”字，宜写作“自该政府信息形成或者变更之日起20个工作日内”。',
          '“之日起的”多一个“的”，宜写作“之日起”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | 自该政府信息形成或者变更之日起20个工作日内 |
          | 2 | 抽查结果 | 查处结果 | 检查及查处结果作出之日起7个工作日内 |
        `,
      },
      {
        name: '日历上没有的日期；读不出的文字；不知道同哪一行',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | ⟦同上⟧ |
          | 2 | 工作总结 | 总结 | ⟦每年2月30日前⟧ |
          | 3 | 内设机构 | 科室 | ⟦详见附件二⟧ |
        `,
        says: [
          '“同上”在发布、筛选以后找不到所指的那一行，宜照写上一行的时限。',
          '日历上没有“每年2月30日前”，宜核对后改正。',
          '“详见附件二”没有读出时限，宜核对是否写错了栏、漏了字。',
        ],
      },
      {
        name: '同上一行',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | 自信息形成之日起20个工作日内 |
          | 2 | 领导信息 | 分工 | ⟦同上⟧ |
        `,
        says: ['“同上”在发布、筛选以后找不到所指的那一行，宜照写“自信息形成之日起20个工作日内”。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | 自信息形成之日起20个工作日内 |
          | 2 | 领导信息 | 分工 | 自信息形成之日起20个工作日内 |
        `,
      },
    ],
  },

  *check({ catalogue, authorities }) {
    let above: string | undefined
    for (const { cell, clauses } of judgedDeadlines(catalogue, authorities)) {
      for (const clause of clauses) yield* told(cell, clause, above)
      if (clauses.every(({ kind }) => kind !== 'ditto' && kind !== 'unknown')) {
        above = cell.text.trim()
      }
    }
  },
})

function* told(cell: Cell, clause: DeadlineClause, above: string | undefined) {
  const actual = clause.text
  switch (clause.kind) {
    case 'relative': {
      if (isBare(clause)) {
        const expected = USUAL.replace('20', String(clause.amount))
        const at = { passage: cell, span: clause.span }
        const fix = suggestion(cell, clause.span, expected)
        yield {
          message: 'bare',
          data: { actual, expected },
          at,
          expected: [expected],
          fix,
        } as const
      }
      if (clause.surplus !== undefined) yield withoutSurplus(cell, clause.surplus.span)
      return
    }
    case 'fixed-date': {
      if (clause.possible) return
      const { text, span } = clause.term
      const at = { passage: cell, span }
      yield { message: 'impossible', data: { actual: text }, at } as const
      return
    }
    case 'ditto': {
      const at = { passage: cell, span: clause.span }
      if (above === undefined) yield { message: 'ditto', data: { actual }, at } as const
      else {
        const fix = suggestion(cell, clause.span, above)
        const data = { actual, expected: above }
        yield { message: 'dittoOf', data, at, expected: [above], fix } as const
      }
      return
    }
    case 'unknown':
      // What belongs into another column is the fault of the row, lost characters that of the file.
      if (!OWN_SHAPES.has(shapeOf(cell.text)) || cell.text.includes('\uFFFD')) return
      yield {
        message: 'unknown',
        data: { actual },
        at: { passage: cell, span: clause.span },
      } as const
  }
}

const OWN_SHAPES: ReadonlySet<Shape> = new Set(['words', 'prose', 'number'])

/** The days of the general rule; a shorter term has a law of its own that says from when it counts. */
const GENERAL_DAYS = 20

/** 20个工作日 alone: neither from when nor that it is a limit. */
function isBare(clause: Extract<DeadlineClause, { kind: 'relative' }>): boolean {
  const { anchor, within, term, text, unit, amount } = clause
  if (amount < GENERAL_DAYS || unit !== 'workday') return false
  return anchor.kind === 'none' && !within && term.text === text
}

/** 之日起的7个工作日内 */
function withoutSurplus(cell: Cell, { start, end }: { start: number; end: number }) {
  const from = Math.max(0, start - 3)
  const words = cell.text.slice(from, end)
  const expected = words.slice(0, -1)
  const fix: Fix = { safety: 'safe', edits: [replace(cell, { start: from, end }, expected)] }
  const at = { passage: cell, span: { start: from, end } }
  return {
    message: 'surplus',
    data: { actual: words, expected },
    at,
    expected: [expected],
    fix,
  } as const
}
