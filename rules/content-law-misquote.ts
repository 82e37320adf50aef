import { findMisquotes, type Misquote, watch } from '../src/authority/misquote.ts'
import { authorityOf, clauseOf, phrasesInForce } from '../src/authority/phrase.ts'
import type { Authorities } from '../src/authority/registry.ts'
import type { Catalogue } from '../src/catalogue/catalogue.ts'
import type { Role } from '../src/catalogue/role.ts'
import { replace } from '../src/fix/edit.ts'
import { citations, resolveCited } from '../src/rule/citations.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { daysOf } from '../src/rule/quoted.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell, Passage } from '../src/table/model.ts'

export default defineRule({
  id: 'content-law-misquote',
  title: '复述法条走样',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
    {
      source: '重大行政决策程序暂行条例',
      article: '第三条第三款',
      gist: '决策机关可以结合职责权限和本地实际，确定决策事项的目录、标准，向社会公布。',
    },
  ],
  why: '照抄法条却抄错字，目录就改了法律的意思，别处照着抄还会一错再错。',
  how: '照公布的文本改正；只想概括大意的，换自己的话说。',
  messages: {
    wrong: '“{actual}”与条文不一致，应当为“{expected}”（《{title}》{clause}）。',
    loose: '“{actual}”宜照录条文，写作“{expected}”（《{title}》{clause}）。',
  },
  examples: {
    good: [
      {
        name: '照录条文，标点不同不算',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 重大行政决策事项目录 | 制定重大公共政策措施等五方面决策事项范围，结合职责权限和本地实际确定决策事项目录、标准；经同级党委同意后向社会公布 | 《重大行政决策程序暂行条例》第三条 | 实时更新 |
          | 2 | 年度报告 | 各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况 | 《中华人民共和国政府信息公开条例》第五十条 | 每年1月31日前 |
        `,
      },
      {
        name: '通行的简写、自己的话',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 自该信息形成或变更之日起20个工作日内公开；坚持以“公开为常态、不公开为例外” | 《中华人民共和国政府信息公开条例》第二十六条 | 实时更新 |
          | 2 | 机构职能 | 机关职能、机构设置、办公地址、办公时间、联系方式、负责人信息 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 公开制度 | 涉及群众利益调整、需要广泛知晓的信息 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
          | 4 | 建设项目 | 年度重点项目目录、决策依据，经同级党委同意的项目目录 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
      },
      {
        name: '文件题名里的字照题名',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 决策公开 | 公布《云岭市年度重大行政决策项目目录、标准》 | 《重大行政决策程序暂行条例》 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '“事项”抄成“项目”',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 重大行政⟦决策项目目录⟧ | 结合职责权限和本地实际⟦确定决策项目目录⟧、标准，经同级党委同意后向社会公布，并根据实际情况调整 | 《重大行政决策程序暂行条例》（国务院令第713号） | 实时更新 |
        `,
        says: [
          '“决策项目目录”宜照录条文，写作“决策事项目录”（《重大行政决策程序暂行条例》第三条第三款）。',
          '“确定决策项目目录”与条文不一致，应当为“确定决策事项目录”（《重大行政决策程序暂行条例》第三条第三款）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 重大行政决策事项目录 | 结合职责权限和本地实际确定决策事项目录、标准，经同级党委同意后向社会公布，并根据实际情况调整 | 《重大行政决策程序暂行条例》（国务院令第713号） | 实时更新 |
        `,
      },
      {
        name: '抄漏、抄错了字',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 年度报告 | 各级人民政府的年度报告⟦还应包括工作考核⟧、社会评议和责任追究结果情况 | 《中华人民共和国政府信息公开条例》第四十九条 | 每年1月31日前 |
          | 2 | 决策公开 | 涉及公众利益调整、⟦需要公众广泛知道或者需要公众参与决策⟧的政府信息 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
        `,
        says: [
          '“还应包括工作考核”宜照录条文，写作“还应当包括工作考核”（《中华人民共和国政府信息公开条例》第五十条第（四）项）。',
          '“需要公众广泛知道或者需要公众参与决策”与条文不一致，应当为“需要公众广泛知晓或者需要公众参与决策”（《中华人民共和国政府信息公开条例》第十九条）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 年度报告 | 各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况 | 《中华人民共和国政府信息公开条例》第四十九条 | 每年1月31日前 |
          | 2 | 决策公开 | 涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的政府信息 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
        `,
      },
      {
        name: '年报正文里放进引号的',
        kind: 'annual-report',
        table: `
          云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          我局认真执行《中华人民共和国政府信息公开条例》，坚持“⟦公开为常态，不公开为例外⟧”。

          二、主动公开政府信息情况

          三、收到和处理政府信息公开申请情况
        `,
        says: [
          '“公开为常态，不公开为例外”宜照录条文，写作“以公开为常态、不公开为例外”（《中华人民共和国政府信息公开条例》第五条）。',
        ],
        fixed: `
          云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          我局认真执行《中华人民共和国政府信息公开条例》，坚持“以公开为常态、不公开为例外”。

          二、主动公开政府信息情况

          三、收到和处理政府信息公开申请情况
        `,
      },
    ],
  },

  *check(context) {
    const { catalogue, authorities } = context
    const phrases = watch(phrasesInForce(authorities, daysOf(context)))
    let cites: Attribution | undefined
    for (const passage of catalogue.passages()) {
      if (passage.text.length < SHORTEST) continue
      const found = findMisquotes(passage.text, phrases)
      if (found.length === 0 || !isRetold(catalogue, passage)) continue
      cites ??= attribution(catalogue, authorities)
      for (const misquote of found) {
        const { phrase, span, expected } = misquote
        const degree = degreeOf(misquote, cites(passage, phrase.authority))
        const authority = authorityOf(phrase.authority, authorities)
        if (degree === undefined || authority === undefined) continue
        const actual = passage.text.slice(span.start, span.end)
        const data = { actual, expected, title: authority.title, clause: clauseOf(phrase) }
        yield {
          ...degree,
          data,
          at: { passage, span },
          evidence: [evidenceOf(authority)],
          fix: { safety: 'suggested', edits: [replace(passage, span, expected)] },
        } as const
      }
    }
  },
})

/** No known mistake is shorter. */
const SHORTEST = 6
/** Other rules read these. */
const ELSEWHERE: ReadonlySet<Role | undefined> = new Set(['basis', 'deadline'])

function isRetold(catalogue: Catalogue, passage: Passage): boolean {
  if (catalogue.entryOf(passage) === undefined) return true
  return !ELSEWHERE.has(catalogue.columnOf(passage as Cell)?.role)
}

/** How to say it: as a fault only where the words surely claim to be those of the law. */
function degreeOf({ isSlight, isSure, isQuoted }: Misquote, isAttributed: boolean) {
  const claims = isAttributed || isQuoted
  if (claims && isSure && !isSlight) return { message: 'wrong' } as const
  if (!claims && (isSlight || !isSure)) return undefined
  return { message: 'loose', severity: 'info', certainty: 'hint' } as const
}

type Attribution = (passage: Passage, authority: string) => boolean

/** Whether a passage, or the basis of its line, cites an authority. */
function attribution(catalogue: Catalogue, authorities: Authorities): Attribution {
  const cited = new Map<Passage, Set<string>>()
  for (const one of citations(catalogue)) {
    const id = resolveCited(one, authorities).authority?.id
    if (id === undefined) continue
    const ids = cited.get(one.passage)
    if (ids === undefined) cited.set(one.passage, new Set([id]))
    else ids.add(id)
  }
  return (passage, authority) => {
    const entry = catalogue.entryOf(passage)
    const places = [passage, entry?.cell('basis'), ...(entry?.cells ?? [])]
    return places.some((place) => place !== undefined && cited.get(place)?.has(authority))
  }
}
