import type { Authority } from '../src/authority/authority.ts'
import { clauseName } from '../src/authority/clause-name.ts'
import { phrasesOf } from '../src/authority/phrase.ts'
import {
  compareToPhrases,
  compareToText,
  isAccepted,
  type Misquotation,
  type Quotation,
} from '../src/authority/quotation.ts'
import { replace } from '../src/fix/edit.ts'
import type { Quote } from '../src/grammar/citation/quote.ts'
import { type Cited, citations, resolveCited } from '../src/rule/citations.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { daysOf, hasArticles, quotationOf, textOf } from '../src/rule/quoted.ts'
import { type Context, defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'cite-quote-mismatch',
  title: '引文与原文不符',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '公开的信息应当准确；引号里的条文要与公布的文本一致。',
    },
  ],
  why: '放进引号的是法条原话，改了字或者标错项号，依据就对不上。',
  how: '照公布的文本改正引文；概括大意的，去掉引号。',
  messages: {
    differs: '引文“{actual}”与《{title}》{clause}不符，应当为“{expected}”。',
    item: '引文“{actual}”是《{title}》{clause}，应当改正项号。',
    article: '引文“{actual}”不在《{title}》{clause}，应当改引{expected}。',
    absent: '引文“{actual}”在《{title}》{clause}中没有，应当核对引文。',
  },
  examples: {
    good: [
      {
        name: '逐字引用，末尾的标点不计',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 规划计划 | 《中华人民共和国政府信息公开条例》第二十条“（三）国民经济和社会发展规划、专项规划、区域规划及相关政策。” | 实时更新 |
          | 2 | 权责清单 | 《政府信息公开条例》第二十条第（五）项“办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果” | 实时更新 |
        `,
      },
      {
        name: '节选、用省略号、连引两项',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政策措施 | 《政府信息公开条例》第二十条“（十一）社会保障、促进就业等方面的政策、措施” | 实时更新 |
          | 2 | 行政执法 | 《政府信息公开条例》第二十条“（六）实施行政处罚、行政强制……行政处罚决定” | 实时更新 |
          | 3 | 财政信息 | 《政府信息公开条例》第二十条“（七）财政预算、决算信息；（八）行政事业性收费项目及其依据、标准” | 实时更新 |
          | 4 | 目录管理 | 《云岭市政府信息公开促进条例》第三条“（一）公开事项的名称……；（三）负责公开的机关” | 实时更新 |
        `,
      },
      {
        name: '政策文件的小标题、没有收入条文的法',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政策解读 | 《国务院办公厅关于印发2022年政务公开工作要点的通知》（国办发〔2022〕8号）“五、强化工作指导监督，（十五）在发布重大政策的同时做好解读工作。” | 实时更新 |
          | 2 | 档案查阅 | 《云岭市档案条例》第三条“（二）查阅档案的程序和时限” | 实时更新 |
        `,
      },
      {
        name: '当时施行的还是旧条例',
        kind: 'ledger',
        table: `
          云岭市民政局政务公开工作台账

          | 序号 | 一级指标 | 二级指标 | 工作任务 | 牵头科室 |
          | --- | --- | --- | --- | --- |
          | 1 | 主动公开 | 规划计划 | 落实《政府信息公开条例》第二十条“（三）国民经济和社会发展规划、专项规划及相关文件” | 办公室 |

          2018年3月1日
        `,
      },
    ],
    bad: [
      {
        name: '改了字的',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 规划计划 | 《中华人民共和国政府信息公开条例》第二十条⟦“（三）国民经济和社会发展规划、区域规划及有关政策”⟧ | 实时更新 |
          | 2 | 政府采购 | 《政府信息公开条例》第二十条第（九）项⟦“政府集中采购项目目录、采购标准及实施情况”⟧ | 实时更新 |
        `,
        says: [
          '引文“国民经济和社会发展规划、区域规划及有关政策”与《中华人民共和国政府信息公开条例》第二十条第（三）项不符，应当为“国民经济和社会发展规划、专项规划、区域规划及相关政策”。',
          '引文“政府集中采购项目目录、采购标准及实施情况”与《中华人民共和国政府信息公开条例》第二十条第（九）项不符，应当为“政府集中采购项目的目录、标准及实施情况”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 规划计划 | 《中华人民共和国政府信息公开条例》第二十条“（三）国民经济和社会发展规划、专项规划、区域规划及相关政策” | 实时更新 |
          | 2 | 政府采购 | 《政府信息公开条例》第二十条第（九）项“政府集中采购项目的目录、标准及实施情况” | 实时更新 |
        `,
      },
      {
        name: '项号错了的',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 财政信息 | 《政府信息公开条例》第二十条⟦“（四）财政预算、决算信息”⟧ | 实时更新 |
          | 2 | 目录管理 | 《云岭市政府信息公开促进条例》第三条⟦“（一）负责公开的机关和咨询方式”⟧ | 实时更新 |
        `,
        says: [
          '引文“财政预算、决算信息”是《中华人民共和国政府信息公开条例》第二十条第（七）项，应当改正项号。',
          '引文“负责公开的机关和咨询方式”是《云岭市政府信息公开促进条例》第三条第（三）项，应当改正项号。',
        ],
      },
      {
        name: '有法规文本可比的，逐条核对',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 目录更新 | 《云岭市政府信息公开促进条例》第四条⟦“目录有变动的，自变动之日起二十个工作日内更新”⟧ | 实时更新 |
        `,
        says: [
          '引文“目录有变动的，自变动之日起二十个工作日内更新”与《云岭市政府信息公开促进条例》第四条不符，应当为“目录有变动的，自变动之日起十个工作日内更新”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 目录更新 | 《云岭市政府信息公开促进条例》第四条“目录有变动的，自变动之日起十个工作日内更新” | 实时更新 |
        `,
      },
      {
        name: '引文在另一条的、整部法里都没有的',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 目录核对 | 《云岭市政府信息公开促进条例》第四条⟦“目录每年一月核对一次”⟧ | 实时更新 |
          | 2 | 目录纠错 | 《云岭市政府信息公开促进条例》第五条⟦“对写错目录的工作人员通报批评”⟧ | 实时更新 |
        `,
        says: [
          '引文“目录每年一月核对一次”不在《云岭市政府信息公开促进条例》第四条，应当改引第三条。',
          '引文“对写错目录的工作人员通报批评”在《云岭市政府信息公开促进条例》第五条中没有，应当核对引文。',
        ],
      },
    ],
  },

  *check(context) {
    for (const cited of citations(context.catalogue)) {
      for (const quote of cited.citation.quotes) {
        const quotation = quotationOf(cited.citation, quote)
        if (quotation === undefined) continue
        const found = judge(cited, quotation, context)
        if (found !== undefined) yield* accuse(cited, quote, quotation, found)
      }
    }
  },
})

interface Judgement {
  readonly title: string
  readonly authority: Authority | undefined
  readonly misquotation: Misquotation
}

function judge(cited: Cited, quotation: Quotation, context: Context): Judgement | undefined {
  const { citation } = cited
  const { authority } = resolveCited(cited, context.authorities)
  const law = textOf(citation, authority, context)
  if (law === undefined && !hasArticles(citation, authority)) return undefined
  const phrases = authority ? phrasesOf(authority, context.authorities, daysOf(context)) : []
  if (isAccepted(quotation, phrases)) return undefined
  const misquotation =
    law !== undefined && quotation.articles.length > 0
      ? compareToText(quotation, law)
      : compareToPhrases(quotation, phrases)
  const title = authority?.title ?? law?.title ?? ''
  return misquotation && { title, authority, misquotation }
}

function* accuse(
  { passage }: Cited,
  { span }: Quote,
  { words: actual, articles: [place], item }: Quotation,
  { title, authority, misquotation }: Judgement,
) {
  const evidence = authority === undefined ? [] : [evidenceOf(authority)]
  const told = { at: { passage, span }, evidence }
  if (misquotation.kind === 'item') {
    const clause = clauseName({ article: misquotation.article, item: misquotation.item })
    yield { ...told, message: 'item', data: { actual, title, clause } } as const
    return
  }
  if (place === undefined) return
  const { number: article, inserted } = place
  const clause = clauseName({ article, inserted, item })
  if (misquotation.kind === 'absent') {
    yield { ...told, message: 'absent', data: { actual, title, clause } } as const
  } else if (misquotation.kind === 'article') {
    const { number, inserted: nth } = misquotation.article
    const expected = clauseName({ article: number, inserted: nth })
    yield { ...told, message: 'article', data: { actual, title, clause, expected } } as const
  } else {
    const expected = misquotation.words
    const start = passage.text.indexOf(actual, span.start)
    const edits = [replace(passage, { start, end: start + actual.length }, expected)] as const
    const data = { actual, title, clause, expected }
    yield { ...told, message: 'differs', data, fix: { safety: 'suggested', edits } } as const
  }
}
