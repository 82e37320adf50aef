import type { Authority, Version } from '../src/authority/authority.ts'
import { chineseNumber, clauseName } from '../src/authority/clause-name.ts'
import { articleCount, itemsOf, type LawText } from '../src/authority/lawbook.ts'
import type { Clause, Counted } from '../src/grammar/citation/clause.ts'
import { type Cited, citations, resolveCited } from '../src/rule/citations.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { textOf } from '../src/rule/quoted.ts'
import { defineRule } from '../src/rule/rule.ts'
import { inMarks } from '../src/rule/titles.ts'
import type { Passage } from '../src/table/model.ts'
import { spellDate } from '../src/text/date.ts'

export default defineRule({
  id: 'cite-article-out-of-range',
  title: '条款号不存在',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十条',
      gist: '全条例共五十六条；第二十条只有一款，列十五项应当主动公开的信息。',
    },
  ],
  why: '条、款、项写错了，等于没有依据；公众照着去查，查到的是另一条，或者什么也没有。',
  how: '对照现行文本核对条、款、项；“（一）（二）”是项，不是款。',
  messages: {
    article: '{title}共{count}条，没有{actual}。',
    former: '{title}现行文本共{count}条，没有{actual}；{date}的文本有，核对引的是哪一个文本。',
    item: '{title}{article}列了{count}项，没有第（{actual}）项。',
    paragraph: '{title}{article}只有{count}款，没有第{actual}款。',
    paragraphIsItem:
      '{title}{article}只有一款，列有{count}项，“{actual}”应当为“第（{number}）项”。',
  },
  examples: {
    good: [
      {
        name: '在范围以内，各种写法',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 年度报告 | 《中华人民共和国政府信息公开条例》第四十九条、第五十条第一款第（三）项 | 实时更新 |
          | 2 | 行政执法 | 《政府信息公开条例》第二十条第（五）、（六）项；《政府信息公开条例》第五十六条 | 实时更新 |
          | 3 | 行政执法 | 《政府信息公开条例》第二十条第一款第（六）项 | 实时更新 |
        `,
      },
      {
        name: '登记册里没有的文件、条文分几款不清楚的不判断',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政务公开 | 《云岭市政府信息公开办法》第九十九条；《中华人民共和国预算法》第十四条第四款 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '条号、项号超出',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 年度报告 | 《中华人民共和国政府信息公开条例》⟦第五十八条⟧ | 实时更新 |
          | 2 | 机构职能 | 《中华人民共和国政府信息公开条例》第二十条⟦第（十六）项⟧ | 实时更新 |
        `,
        says: [
          '《中华人民共和国政府信息公开条例》共56条，没有第五十八条。',
          '《中华人民共和国政府信息公开条例》第二十条列了15项，没有第（十六）项。',
        ],
      },
      {
        name: '把项写成款',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 《政府信息公开条例》第二十条⟦第（二）款⟧；《政府信息公开条例》第二十条⟦第七款⟧ | 实时更新 |
          | 2 | 机构职能 | 《政府信息公开条例》第二十条⟦第二十款⟧ | 实时更新 |
        `,
        says: [
          '《中华人民共和国政府信息公开条例》第二十条只有一款，列有15项，“第（二）款”应当为“第（二）项”。',
          '《中华人民共和国政府信息公开条例》第二十条只有一款，列有15项，“第七款”应当为“第（七）项”。',
          '《中华人民共和国政府信息公开条例》第二十条只有1款，没有第二十款。',
        ],
      },
      {
        name: '设置了法规文本文件夹的，按文本判断',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政务公开 | 《云岭市政府信息公开促进条例》⟦第九十九条⟧ | 实时更新 |
        `,
        says: ['《云岭市政府信息公开促进条例》共6条，没有第九十九条。'],
      },
      {
        name: '旧文本才有的条号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 会计监督 | 《中华人民共和国会计法》⟦第五十二条⟧ | 实时更新 |
        `,
        says: [
          '《中华人民共和国会计法》现行文本共51条，没有第五十二条；2017年11月4日的文本有，核对引的是哪一个文本。',
        ],
      },
    ],
  },

  *check(context) {
    const { catalogue, authorities, asOf } = context
    for (const cited of citations(catalogue)) {
      const { clauses } = cited.citation
      if (clauses.length === 0) continue
      const { authority, by } = resolveCited(cited, authorities)
      const law = textOf(cited.declared ?? cited.citation, authority, context)
      if (law !== undefined) {
        for (const clause of clauses) yield* textFaults(cited, clause, law, authority)
      } else if (authority !== undefined && by === 'title' && authority.confidence !== 'low') {
        for (const clause of clauses) yield* clauseFaults(cited, clause, authority, asOf)
      }
    }
  },
})

/** Faults that the text of the law itself shows. */
function* textFaults(
  { passage }: Cited,
  { article, inserted, to = article, items, span }: Clause,
  law: LawText,
  authority: Authority | undefined,
) {
  const count = articleCount(law)
  if (article === undefined || to === undefined || count === 0) return
  const title = inMarks(law.title)
  const evidence = [authority === undefined ? { title: law.title } : evidenceOf(authority)]
  if (to > count) {
    const data = { title, count, actual: clauseName({ article: to }) }
    yield { message: 'article', data, at: { passage, span }, evidence } as const
    return
  }
  const listed = itemsOf(law, article, inserted)?.length ?? 0
  // Items that run into a paragraph are not seen, so an article without any says nothing.
  const place = {
    passage,
    title,
    article: clauseName({ article, inserted }),
    items: listed === 0 ? undefined : listed,
  }
  for (const item of items) yield* itemFault(place, item, { evidence })
}

function* clauseFaults({ passage }: Cited, clause: Clause, authority: Authority, asOf: string) {
  const { article, inserted, to = article } = clause
  const { articles, items = {} } = versionOn(authority, asOf)
  if (article === undefined || to === undefined || articles === undefined) return
  const title = inMarks(authority.title)
  const told = { ...degreeOf(authority), evidence: [evidenceOf(authority)] }
  if (to > articles) {
    const data = { title, count: articles, actual: clauseName({ article: to }) }
    const at = { passage, span: clause.span }
    const other = versionsOf(authority).find((version) => (version.articles ?? 0) >= to)
    if (other === undefined) yield { ...told, message: 'article', data, at } as const
    else {
      const date = spellDate(other.date)
      yield { ...told, ...LIKELY, message: 'former', data: { ...data, date }, at } as const
    }
    return
  }
  const key = inserted === undefined ? String(article) : `${article}之${inserted}`
  const place = { passage, title, article: clauseName({ article, inserted }), items: items[key] }
  for (const item of clause.items) yield* itemFault(place, item, told)
  const count = authority.paragraphs?.[key]
  if (count === undefined) return
  const isWhole = clause.items.length === 0
  for (const one of clause.paragraphs) yield* paragraphFault(place, one, count, isWhole, told)
}

interface Article {
  readonly passage: Passage
  readonly title: string
  readonly article: string
  /** How many 项 it lists, where that is known. */
  readonly items: number | undefined
}

function* itemFault({ passage, title, article, items }: Article, item: Counted, told: object) {
  if (items === undefined || item.number <= items) return
  const data = { title, article, count: items, actual: chineseNumber(item.number) }
  yield { ...told, message: 'item', data, at: { passage, span: item.span } } as const
}

function* paragraphFault(
  { passage, title, article, items = 0 }: Article,
  { number, span }: Counted,
  count: number,
  isWhole: boolean,
  told: object,
) {
  if (number <= count) return
  const at = { passage, span }
  if (count > 1 || number > items || !isWhole) {
    const data = { title, article, count, actual: chineseNumber(number) }
    yield { ...told, message: 'paragraph', data, at } as const
    return
  }
  const actual = passage.text.slice(span.start, span.end)
  const words = /[〇零一二三四五六七八九十\d]+/u.exec(actual)?.[0] ?? String(number)
  const data = { title, article, count: items, actual, number: words }
  const expected = [`第（${words}）项`]
  yield { ...told, message: 'paragraphIsItem', data, at, expected } as const
}

const LIKELY = { severity: 'warning', certainty: 'likely' } as const

/** Counts that two copies agree on are sure; of one copy alone the end may be missing. */
function degreeOf({ articlesConfidence }: Authority) {
  return articlesConfidence === 'high' ? {} : LIKELY
}

/** The newest text that was there on a day, with the longest list of each article. */
function versionOn(authority: Authority, asOf: string): Version {
  const there = versionsOf(authority).filter(({ date }) => date <= asOf)
  return there.at(-1) ?? { date: '' }
}

/** Every version that was counted, oldest first. */
function versionsOf(authority: Authority): readonly Version[] {
  const { articles, items = {}, itemLists = {}, version = '', versions = [] } = authority
  const longest = Object.entries(itemLists).map(([key, list]) => [key, Math.max(...list)])
  const current = {
    date: version,
    items: { ...items, ...Object.fromEntries(longest) },
    ...(articles !== undefined && { articles }),
  }
  return [...versions, current].sort((a, b) => (a.date < b.date ? -1 : 1))
}
