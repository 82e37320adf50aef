import {
  isBroken,
  type Suspect,
  sum,
  type Term,
  totalThatFollows,
} from '../src/annual/identities.ts'
import { equationsOf } from '../src/annual/tables.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Place } from '../src/table/model.ts'

export default defineRule({
  id: 'annual-balance',
  title: '申请办理数量勾稽不平',
  severity: 'error',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'none',
  basis: [
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）附件，第三部分统计表',
      gist: '每一列，第一项（本年新收）加第二项（上年结转），等于第三项（办理结果总计）加第四项（结转下年度）。',
    },
  ],
  why: '收到的和办结的、结转的对不上，说明有申请没有登记，或者有数填错；上级汇总时会直接退回。',
  how: '对照申请登记簿逐项核对这一列的四个数，改正填错的那一个。',
  messages: {
    column:
      '“{column}”一列勾稽不平：新收{received}件加上年结转{carriedIn}件是{left}件，办理结果总计{handled}件加结转下年度{carriedOut}件是{right}件，相差{difference}件。',
    suspect:
      '“{column}”一列勾稽不平：新收{received}件加上年结转{carriedIn}件是{left}件，办理结果总计{handled}件加结转下年度{carriedOut}件是{right}件，相差{difference}件；这一格改为{value}，与它有关的{count}个等式就都成立，宜先核对。',
    carriedIn: '第二项在这里。',
    handled: '第三项的总计在这里。',
    carriedOut: '第四项在这里。',
    related: '{item}在这里；这一格改为{value}，与它有关的{count}个等式就都成立，宜先核对。',
    total: '“总计”一列也因此不平。',
  },
  examples: {
    good: [
      {
        name: '一加二等于三加四',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 12 | 1 | 0 | 0 | 0 | 0 | 13 |
          | 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | （七）总计 | 13 | 1 | 0 | 0 | 0 | 0 | 14 |
          | 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
        `,
      },
      {
        name: '表不全，没有办法核对',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 12 | 1 | 0 | 0 | 0 | 0 | 13 |
          | 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
        `,
      },
      {
        name: '斜线当作0',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 3 | / | / | / | / | / | 3 |
          | 二、上年结转政府信息公开申请数量 | / | / | / | / | / | / | / |
          | （七）总计 | 3 | / | / | / | / | / | 3 |
          | 四、结转下年度继续办理 | / | / | / | / | / | / | / |
        `,
      },
    ],
    bad: [
      {
        name: '少算一件结转',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | ⟦12⟧ | 1 | 0 | 0 | 0 | 0 | ⟦→13⟧ |
          | 二、上年结转政府信息公开申请数量 | ⟦→2⟧ | 0 | 0 | 0 | 0 | 0 | 2 |
          | （七）总计 | ⟦→13⟧ | 1 | 0 | 0 | 0 | 0 | 14 |
          | 四、结转下年度继续办理 | ⟦→0⟧ | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
        says: [
          '“自然人”一列勾稽不平：新收12件加上年结转2件是14件，办理结果总计13件加结转下年度0件是13件，相差1件。',
          '“总计”一列也因此不平。',
          '第二项在这里。',
          '第三项的总计在这里。',
          '第四项在这里。',
        ],
      },
      {
        name: '只有一格填错',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 12 | ⟦1⟧ | 0 | 0 | 0 | 0 | 14 |
          | 二、上年结转政府信息公开申请数量 | 2 | ⟦→0⟧ | 0 | 0 | 0 | 0 | 2 |
          | （七）总计 | 13 | ⟦→2⟧ | 0 | 0 | 0 | 0 | 15 |
          | 四、结转下年度继续办理 | 1 | ⟦→0⟧ | 0 | 0 | 0 | 0 | 1 |
        `,
        says: [
          '“商业企业”一列勾稽不平：新收1件加上年结转0件是1件，办理结果总计2件加结转下年度0件是2件，相差1件；这一格改为2，与它有关的2个等式就都成立，宜先核对。',
          '第二项在这里。',
          '第三项的总计在这里。',
          '第四项在这里。',
        ],
      },
      {
        name: '错在结转',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | ⟦12⟧ | 1 | 0 | 0 | 0 | 0 | 13 |
          | 二、上年结转政府信息公开申请数量 | ⟦→5⟧ | 0 | 0 | 0 | 0 | 0 | 2 |
          | （七）总计 | ⟦→13⟧ | 1 | 0 | 0 | 0 | 0 | 14 |
          | 四、结转下年度继续办理 | ⟦→1⟧ | 0 | 0 | 0 | 0 | 0 | 1 |
        `,
        says: [
          '“自然人”一列勾稽不平：新收12件加上年结转5件是17件，办理结果总计13件加结转下年度1件是14件，相差3件。',
          '第二项在这里；这一格改为2，与它有关的2个等式就都成立，宜先核对。',
          '第三项的总计在这里。',
          '第四项在这里。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    for (const { balances, suspects } of equationsOf(catalogue)) {
      const broken = balances.filter(isBroken)
      const total = totalThatFollows(broken)
      for (const one of broken) {
        if (one === total) continue
        const [received, carriedIn] = one.left
        const [handled, carriedOut] = one.right
        if (!(received && carriedIn && handled && carriedOut)) continue
        const suspectOf = ({ figure }: Term) => suspects.find((other) => other.figure === figure)
        const numbers = {
          column: one.of,
          received: received.value,
          carriedIn: carriedIn.value,
          handled: handled.value,
          carriedOut: carriedOut.value,
          left: sum(one.left),
          right: sum(one.right),
          difference: Math.abs(one.difference),
        }
        const told = {
          at: { passage: received.figure.cell },
          related: [
            ...(total?.left.slice(0, 1) ?? []).map(
              ({ figure }) => ({ message: 'total', at: { passage: figure.cell } }) as const,
            ),
            term('carriedIn', carriedIn, suspectOf(carriedIn)),
            term('handled', handled, suspectOf(handled)),
            term('carriedOut', carriedOut, suspectOf(carriedOut)),
          ],
        }
        const suspect = suspectOf(received)
        if (suspect === undefined) yield { ...told, message: 'column', data: numbers }
        else yield { ...told, message: 'suspect', data: { ...numbers, ...cure(suspect) } }
      }
    }
  },
})

type TermRemark =
  | { readonly message: keyof typeof ITEMS; readonly at: Place }
  | { readonly message: 'related'; readonly data: Cure & { item: string }; readonly at: Place }

interface Cure {
  readonly value: number
  readonly count: number
}

const ITEMS = { carriedIn: '第二项', handled: '第三项的总计', carriedOut: '第四项' } as const

function term(
  item: keyof typeof ITEMS,
  { figure }: Term,
  suspect: Suspect | undefined,
): TermRemark {
  const at = { passage: figure.cell }
  return suspect === undefined
    ? ({ message: item, at } as const)
    : ({ message: 'related', data: { item: ITEMS[item], ...cure(suspect) }, at } as const)
}

function cure({ value, sets }: Suspect): Cure {
  return { value, count: sets.length }
}
