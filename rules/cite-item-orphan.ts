import type { Authority } from '../src/authority/authority.ts'
import { chineseNumber, clauseName } from '../src/authority/clause-name.ts'
import { phrasesOf } from '../src/authority/phrase.ts'
import { replace } from '../src/fix/edit.ts'
import type { Citation } from '../src/grammar/citation.ts'
import { citations, resolveCited } from '../src/rule/citations.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { daysOf, hasArticles } from '../src/rule/quoted.ts'
import { type Context, defineRule } from '../src/rule/rule.ts'
import { lettersOf } from '../src/text/letters.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'cite-item-orphan',
  title: '引用“（三）项”未写条号',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国立法法',
      article: '第六十五条',
      gist: '法律分条、款、项，项的序号在条内编排；没有条号，项号指不到任何一处。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十条',
      gist: '应当主动公开的十五类信息列为这一条的十五项。',
    },
  ],
  why: '一部法里有许多个“（三）”，只写项号，别人查不到依据的是哪一条。',
  how: '在项号前补写条号，例如“第二十条第（三）项”，或者在引文前写“第二十条”。',
  messages: {
    known: '引用《{title}》第（{item}）项没有写条号，应当写明“{article}”。',
    unknown: '引用《{title}》第（{item}）项没有写条号，应当写明是第几条的第（{item}）项。',
  },
  examples: {
    good: [
      {
        name: '写了条号的',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 规划计划 | 1.《中华人民共和国政府信息公开条例》第二十条“（三）国民经济和社会发展规划、专项规划、区域规划及相关政策”；2.《中华人民共和国政府信息公开条例》第二十条第（四）项 | 实时更新 |
          | 2 | 统计信息 | 《政府信息公开条例》（国令第711号）第二十条（四）；《统计法》第二十条第二款、第（三）项 | 实时更新 |
        `,
      },
      {
        name: '意见、通知、要点、规划里的“（七）”是小标题的编号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 权责清单 | 中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）“（七）推进服务公开” | 实时更新 |
          | 2 | 规划计划 | 《国务院办公厅关于印发2021年政务公开工作要点的通知》（国办发〔2021〕12号）“（一）做好各类规划主动公开” | 实时更新 |
          | 3 | 管理制度 | 《云岭市重大行政决策目录管理办法》“（二）目录编制” | 实时更新 |
        `,
      },
      {
        name: '整部引用的、引用标题和条文字句的',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》；《中华人民共和国预算法》“第二章 预算管理职权” | 实时更新 |
          | 2 | 公开制度 | （三）《中华人民共和国政府信息公开条例》 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '引文与第二十条的一项逐字相同',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 规划计划 | 1.《中华人民共和国政府信息公开条例》⟦“（三）国民经济和社会发展规划、专项规划、区域规划及相关政策。”⟧2.《国务院办公厅关于印发2021年政务公开工作要点的通知》（国办发〔2021〕12号）“（一）做好各类规划主动公开” | 实时更新 |
        `,
        says: ['引用《中华人民共和国政府信息公开条例》第（三）项没有写条号，应当写明“第二十条”。'],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 规划计划 | 1.《中华人民共和国政府信息公开条例》第二十条“（三）国民经济和社会发展规划、专项规划、区域规划及相关政策。”2.《国务院办公厅关于印发2021年政务公开工作要点的通知》（国办发〔2021〕12号）“（一）做好各类规划主动公开” | 实时更新 |
        `,
      },
      {
        name: '项号写在引文外',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 财政信息 | 《政府信息公开条例》（国令第711号）⟦第（七）项⟧“财政预算、决算信息” | 实时更新 |
        `,
        says: ['引用《政府信息公开条例》第（七）项没有写条号，应当写明“第二十条”。'],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 财政信息 | 《政府信息公开条例》（国令第711号）第二十条第（七）项“财政预算、决算信息” | 实时更新 |
        `,
      },
      {
        name: '认不出是哪一条的，只提示补写',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 规划计划 | 《中华人民共和国政府信息公开条例》⟦“（三）各类规划和计划”⟧ | 实时更新 |
          | 2 | 档案查阅 | 《云岭市档案条例》⟦第（二）项⟧ | 实时更新 |
        `,
        says: [
          '引用《中华人民共和国政府信息公开条例》第（三）项没有写条号，应当写明是第几条的第（三）项。',
          '引用《云岭市档案条例》第（二）项没有写条号，应当写明是第几条的第（二）项。',
        ],
      },
    ],
  },

  *check(context) {
    for (const cited of citations(context.catalogue)) {
      const orphan = orphanOf(cited.citation)
      if (orphan === undefined) continue
      const { authority } = resolveCited(cited, context.authorities)
      if (!hasArticles(cited.citation, authority)) continue
      const { passage, citation } = cited
      const { span } = orphan
      const item = chineseNumber(orphan.item)
      const title = citation.name?.text ?? ''
      const article = authority && articleOf(citation.quotes[0]?.words, authority, context)
      if (authority === undefined || article === undefined) {
        yield { message: 'unknown', data: { title, item }, at: { passage, span } } as const
        continue
      }
      const edits = [replace(passage, { start: span.start, end: span.start }, article)] as const
      yield {
        message: 'known',
        data: { title, item, article },
        at: { passage, span },
        expected: [article + passage.text.slice(span.start, span.end)],
        evidence: [evidenceOf(authority)],
        fix: { safety: 'suggested', edits },
      } as const
    }
  },
})

/** The item that follows a title without an article in between. */
function orphanOf({
  name,
  clauses,
  quotes,
}: Citation): { readonly item: number; readonly span: Span } | undefined {
  const [clause] = clauses
  const [quote] = quotes
  if (name === undefined) return undefined
  if (clause !== undefined) {
    const [item] = clause.items
    const isOrphan = clause.article === undefined && clause.paragraphs.length === 0
    return isOrphan && item ? { item: item.number, span: clause.span } : undefined
  }
  const isOrphan = quote?.item !== undefined && quote.heading === undefined
  return isOrphan ? { item: quote.item, span: quote.span } : undefined
}

/** The one article that has the quoted words as an item, whatever its number. */
function articleOf(words: string | undefined, authority: Authority, context: Context) {
  if (words === undefined) return undefined
  const quoted = lettersOf(words)
  const same = phrasesOf(authority, context.authorities, daysOf(context)).filter(
    (phrase) => phrase.item !== undefined && lettersOf(phrase.words) === quoted,
  )
  const [only, ...others] = same
  return only === undefined || others.length > 0 ? undefined : clauseName({ article: only.article })
}
