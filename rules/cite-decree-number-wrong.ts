import type { Authority } from '../src/authority/authority.ts'
import {
  hasAllOrders,
  lacksEvents,
  type Order,
  orders,
  unnumbered,
} from '../src/authority/orders.ts'
import type { Authorities } from '../src/authority/registry.ts'
import { editionOn } from '../src/authority/status.ts'
import { replace } from '../src/fix/edit.ts'
import { formatOrderNumber, type OrderNumber } from '../src/grammar/order-number.ts'
import { citations, resolveCited } from '../src/rule/citations.ts'
import { evidenceOfOrder } from '../src/rule/evidence.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Passage } from '../src/table/model.ts'

export default defineRule({
  id: 'cite-decree-number-wrong',
  title: '令号错误',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  supersedes: ['cite-number-malformed'],
  basis: [
    {
      source: '重大行政决策程序暂行条例',
      article: '（国务院令第713号）',
      gist: '法律由主席令公布，行政法规由国务院令公布，令号印在公布令上，一部法律法规只有那几个令号。',
    },
  ],
  why: '令号是法律法规的身份证号，写错了就是引了另一部法，甚至是不存在的法。',
  how: '照公布令改正令号；修订过的，写现行版本的令号。',
  messages: {
    one: '“{actual}”应当为“{expected}”：《{title}》由{expected}{action}。',
    unsure:
      '“{actual}”不在已知的《{title}》令号里（已知的是{expected}），这部法修改过、令号没有查全，宜核对。',
    several: '“{actual}”不是《{title}》的令号，应当为{expected}。',
  },
  examples: {
    good: [
      {
        name: '各种写法的正确令号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策预公开 | 《重大行政决策程序暂行条例》（国务院令第713号）；《重大行政决策程序暂行条例》（国令第713号） | 实时更新 |
          | 2 | 公开指南 | 《政府信息公开条例》（中华人民共和国国务院令第七百一十一号）第十二条 | 实时更新 |
        `,
      },
      {
        name: '修订前的令号也是它的令号，是否过时由别的规则判断',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》（国务院令第492号） | 实时更新 |
          | 2 | 应急预案 | 《中华人民共和国突发事件应对法》（主席令第69号） | 实时更新 |
        `,
      },
      {
        name: '没有登记的文件、修正情况没有查全的规章不判断',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 人防工程 | 《云岭市人民防空工程管理办法》（云岭市人民政府令第3号） | 实时更新 |
          | 2 | 船员管理 | 《内河船舶船员值班规则》（交通运输部令第21号） | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '七十三号与713号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策预公开 | 1.《重大行政决策程序暂行条例》（⟦国务院令第七十三号⟧）；2.《优化营商环境条例》第四十八条 | 实时更新 |
        `,
        says: [
          '“国务院令第七十三号”应当为“国务院令第713号”：《重大行政决策程序暂行条例》由国务院令第713号公布。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策预公开 | 1.《重大行政决策程序暂行条例》（国务院令第713号）；2.《优化营商环境条例》第四十八条 | 实时更新 |
        `,
      },
      {
        name: '令号写在标题前面',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策预公开 | ⟦国务院令第731号⟧《重大行政决策程序暂行条例》 | 实时更新 |
        `,
        says: [
          '“国务院令第731号”应当为“国务院令第713号”：《重大行政决策程序暂行条例》由国务院令第713号公布。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策预公开 | 国务院令第713号《重大行政决策程序暂行条例》 | 实时更新 |
        `,
      },
      {
        name: '修改而没有换文本的，几个令号都对，列出来',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构设置 | 《医疗机构管理条例》（⟦国务院令第194号⟧） | 实时更新 |
        `,
        says: [
          '“国务院令第194号”不是《医疗机构管理条例》的令号，应当为国务院令第752号（2022年修订）或者国务院令第149号（1994年公布）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构设置 | 《医疗机构管理条例》（国务院令第752号） | 实时更新 |
        `,
      },
      {
        name: '修改过而令号没有查全的，只请核对，不改',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 普查 | 《全国经济普查条例》（⟦国务院令第702号⟧） | 实时更新 |
        `,
        says: [
          '“国务院令第702号”不在已知的《全国经济普查条例》令号里（已知的是国务院令第415号（2004年公布）），这部法修改过、令号没有查全，宜核对。',
        ],
      },
      {
        name: '修订过的，写现行版本的令号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》（⟦国务院令第712号⟧） | 实时更新 |
        `,
        says: [
          '“国务院令第712号”应当为“国务院令第711号”：《中华人民共和国政府信息公开条例》由国务院令第711号修订。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》（国务院令第711号） | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue, authorities, asOf }) {
    for (const cited of citations(catalogue)) {
      const { authority, by } = resolveCited(cited, authorities)
      if (authority === undefined || by !== 'title') continue
      for (const number of cited.citation.orders) {
        const isKnown = isOneOf(number, orders(authority)) || isOmnibus(number, authorities)
        if (!isKnown) yield* accuse(cited.passage, number, authority, asOf)
      }
    }
  },
})

function* accuse(passage: Passage, number: OrderNumber, authority: Authority, asOf: string) {
  const all = orders(authority).toReversed()
  // Numbers that rest on memory alone are good enough to accept a citation, not to reject one.
  if (!all.some(({ confidence }) => confidence === 'high')) return
  const known = inForce(all, authority, asOf)
  const [latest] = known
  if (latest === undefined) return

  const degree = degreeOf(authority, all)
  const expected = distinct(known)
  const [only = '', ...others] = expected
  const { title } = authority
  const told = {
    ...degree,
    at: { passage, span: number.span },
    expected,
    evidence: known.map((order) => evidenceOfOrder(authority, order)),
  }
  if (degree === UNSURE) {
    const data = { title, actual: number.text, expected: known.map(withYear).join('、') }
    yield { ...told, message: 'unsure', data } as const
    return
  }
  const edits = [replace(passage, number.span, only)] as const
  if (others.length > 0) {
    const data = { title, actual: number.text, expected: known.map(withYear).join('或者') }
    yield { ...told, message: 'several', data, fix: { safety: 'suggested', edits } } as const
    return
  }
  const data = { title, actual: number.text, expected: only, action: latest.action }
  const safety = degree === SURE && distinct(all).length === 1 ? 'safe' : 'suggested'
  yield { ...told, message: 'one', data, fix: { safety, edits } } as const
}

/** The orders of the text in force on a day; that of an earlier text would be outdated advice. */
function inForce(all: readonly Order[], authority: Authority, day: string): readonly Order[] {
  const edition = editionOn(authority, day)?.date ?? ''
  const current = all.filter(({ date = day }) => date >= edition && date <= day)
  return current.length > 0 ? current : all
}

const SURE = {} as const
const UNSURE = { severity: 'info', certainty: 'hint' } as const

/** How surely a number that is not known is wrong. */
function degreeOf(authority: Authority, known: readonly Order[]) {
  // It may be that of an amendment whose number nobody has looked up.
  if (unnumbered(authority).length > 0 || lacksEvents(authority)) return UNSURE
  const isSure = hasAllOrders(authority) && known.every(({ confidence }) => confidence === 'high')
  return isSure ? SURE : ({ severity: 'warning', certainty: 'likely' } as const)
}

/** A decision that amended several texts at once may have amended this one too. */
function isOmnibus({ issuer, serial }: OrderNumber, authorities: Authorities): boolean {
  const terms = new Map<string, number>()
  for (const authority of authorities.byNumber(formatOrderNumber(issuer, serial))) {
    const order = orders(authority).find((one) => one.serial === serial && one.issuer === issuer)
    if (order === undefined || order.action === '公布') continue
    const term = order.term ?? order.date ?? ''
    terms.set(term, (terms.get(term) ?? 0) + 1)
  }
  return [...terms.values()].some((count) => count > 1)
}

function isOneOf({ issuer, serial }: OrderNumber, known: readonly Order[]): boolean {
  return known.some((order) => order.serial === serial && isSameIssuer(order.issuer, issuer))
}

// Ministries are renamed and abbreviated; their serial alone must do.
function isSameIssuer(a: string, b: string): boolean {
  const state = ['国务院', '主席']
  return a === b || !(state.includes(a) || state.includes(b))
}

function spell({ issuer, serial }: Order): string {
  return formatOrderNumber(issuer, serial)
}

function withYear(order: Order): string {
  return order.date === undefined
    ? spell(order)
    : `${spell(order)}（${order.date.slice(0, 4)}年${order.action}）`
}

function distinct(known: readonly Order[]): readonly string[] {
  return [...new Set(known.map(spell))]
}
