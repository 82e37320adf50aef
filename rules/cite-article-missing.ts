import type { Authority } from '../src/authority/authority.ts'
import type { Authorities } from '../src/authority/registry.ts'
import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { replace } from '../src/fix/edit.ts'
import type { Clause } from '../src/grammar/citation/clause.ts'
import { type Cited, citations, resolveCited } from '../src/rule/citations.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { defineRule } from '../src/rule/rule.ts'
import { severalItems } from '../src/rule/several-items.ts'
import { inMarks } from '../src/rule/titles.ts'
import { isBlank, withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'cite-article-missing',
  title: '引用法律法规未写条款（项）',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue'],
  fix: 'suggested',
  once: { many: 'sentence' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十条',
      gist: '主动公开的信息分十五项列举，只写到条，看不出是哪一项。',
    },
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的依据，使公众查得到。',
    },
  ],
  why: '一部法律几十上百条，只写名称等于让读的人自己去找。',
  how: '写到规定公开义务的那一条；条下分项的，写到项。',
  messages: {
    none: '{title}没有写到条，宜写明是第几条。',
    many: '公开依据有{count}处引用法律法规没有写到条（这里是{title}），宜逐处写明是第几条。',
    item: '第二十条列有十五项，“{topic}”宜写到第（{item}）项。',
    report: '第四十九条规定年度报告的时间，内容规定在第五十条，宜写作“第四十九条、第五十条”。',
    unit: '“{actual}”后面缺“条”字，宜补上。',
  },
  examples: {
    good: [
      {
        name: '写到条、写到项、引了原文、不是法律法规',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
          | 2 | 机构职能 | 《中华人民共和国政府信息公开条例》第二十条第（二）项 | 实时更新 |
          | 3 | 行政许可 | 《中华人民共和国政府信息公开条例》第二十条“（五）办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果” | 实时更新 |
          | 4 | 网站 | 《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号） | 实时更新 |
          | 5 | 年度报告 | 《中华人民共和国政府信息公开条例》第四十九条、第五十条 | 实时更新 |
        `,
      },
      {
        name: '说不准是第几项的，不提',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 工作动态 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '只写了名称',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策预公开 | ⟦《重大行政决策程序暂行条例》⟧（国务院令第713号） | 实时更新 |
        `,
        says: ['《重大行政决策程序暂行条例》没有写到条，宜写明是第几条。'],
      },
      {
        name: '第二十条没有写到项',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 《中华人民共和国政府信息公开条例》⟦第二十条⟧ | 实时更新 |
          | 2 | 财政预决算 | 《政府信息公开条例》⟦第二十条⟧ | 实时更新 |
        `,
        says: [
          '第二十条列有十五项，“机构职能”宜写到第（二）项。',
          '第二十条列有十五项，“财政预决算”宜写到第（七）项。',
        ],
      },
      {
        name: '年度报告只引第四十九条',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政府信息公开年度报告 | 《中华人民共和国政府信息公开条例》⟦第四十九条⟧ | 每年1月31日前 |
        `,
        says: ['第四十九条规定年度报告的时间，内容规定在第五十条，宜写作“第四十九条、第五十条”。'],
      },
      {
        name: '丢了“条”字',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 征地 | 《中华人民共和国土地管理法》⟦第四十七⟧。 | 实时更新 |
        `,
        says: ['“第四十七”后面缺“条”字，宜补上。'],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 征地 | 《中华人民共和国土地管理法》第四十七条。 | 实时更新 |
        `,
      },
      {
        name: '全表都只写名称的，合起来说一次',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | ⟦《中华人民共和国政府信息公开条例》⟧ | 实时更新 |
          | 2 | 行政许可 | 《行政许可法》 | 实时更新 |
          | 3 | 行政处罚 | 《行政处罚法》 | 实时更新 |
          | 4 | 行政强制 | 《行政强制法》 | 实时更新 |
          | 5 | 预算 | 《预算法》 | 实时更新 |
          | 6 | 统计 | 《统计法》 | 实时更新 |
          | 7 | 政府采购 | 《政府采购法》 | 实时更新 |
          | 8 | 招标投标 | 《招标投标法》 | 实时更新 |
        `,
        says: [
          '公开依据有8处引用法律法规没有写到条（这里是《中华人民共和国政府信息公开条例》），宜逐处写明是第几条。',
        ],
      },
    ],
  },

  *check({ catalogue, authorities }) {
    const laws = lawsOf(catalogue, authorities)
    yield* withoutArticle(laws)
    for (const law of laws) {
      const { passage, citation } = law.cited
      for (const clause of citation.clauses) {
        if (clause.lacksUnit) yield lostUnit(passage, clause)
      }
      if (law.authority.id === 'reg:政府信息公开条例') yield* tooCoarse(law)
    }
  },
})

interface Law {
  readonly cited: Cited
  readonly authority: Authority
}

/** The laws, regulations and department rules that the bases cite. */
function lawsOf(catalogue: Catalogue, authorities: Authorities): readonly Law[] {
  return citations(catalogue).flatMap((cited) => {
    const { authority } = resolveCited(cited, authorities)
    const isLaw = cited.isBasis && ['法律', '行政法规', '部门规章'].includes(authority?.kind ?? '')
    return authority !== undefined && isLaw ? [{ cited, authority }] : []
  })
}

/** From so many places on, they are told together if they are the rule and not the exception. */
const MANY = 8

function* withoutArticle(laws: readonly Law[]) {
  const bare = laws.filter(({ cited: { citation } }) => {
    const { clauses, quotes } = citation
    return clauses.length === 0 && quotes.every(({ item }) => item === undefined)
  })
  const [first] = bare
  if (first === undefined) return
  if (bare.length >= MANY && bare.length * 2 > laws.length) {
    const data = { count: bare.length, title: inMarks(first.authority.title) }
    yield {
      message: 'many',
      data,
      at: placeOf(first),
      evidence: [evidenceOf(first.authority)],
    } as const
    return
  }
  for (const law of bare) {
    const data = { title: inMarks(law.authority.title) }
    yield {
      message: 'none',
      data,
      at: placeOf(law),
      evidence: [evidenceOf(law.authority)],
    } as const
  }
}

function placeOf({ cited: { passage, citation } }: Law) {
  return { passage, span: citation.name?.span ?? citation.span }
}

function lostUnit(passage: Cited['passage'], { span }: Clause) {
  const actual = passage.text.slice(span.start, span.end)
  const edits = [replace(passage, { start: span.end, end: span.end }, '条')] as const
  const fix = { safety: 'suggested', edits } as const
  return {
    message: 'unit',
    data: { actual },
    at: { passage, span },
    expected: [`${actual}条`],
    fix,
  } as const
}

function* tooCoarse({ cited, authority }: Law) {
  const { passage, citation, entry } = cited
  const [clause, ...others] = citation.clauses
  if (clause === undefined || others.length > 0 || entry === undefined) return
  const { article, items, paragraphs, span } = clause
  const isBare = items.length === 0 && paragraphs.length === 0 && citation.quotes.length === 0
  if (!isBare || clause.to !== undefined) return
  const told = { at: { passage, span }, evidence: [evidenceOf(authority)] }
  // Numbers of articles are shown, never written into the text: they move between versions.
  const suggest = (words: string) => [`${passage.text.slice(span.start, span.end)}${words}`]
  if (article === 49 && /年度?报/u.test(namesOf(entry).map(withoutSpace).join())) {
    yield { ...told, message: 'report', expected: suggest('、第五十条') } as const
  }
  const found = article === 20 ? topicOf(entry) : undefined
  if (found === undefined) return
  const [topic, item] = found
  const expected = suggest(`第（${item}）项`)
  yield { ...told, message: 'item', data: { topic, item }, expected } as const
}

/** What each 项 of Article 20 is about, as items are called that fall under it. */
const TOPICS: readonly (readonly [item: string, pattern: RegExp])[] = [
  ['一', /规范性文件|规章(?!制度)|政策文件|法规文件|法规公文/u],
  [
    '二',
    /机构(?:职能|设置|概况|信息|简介)|(?:机关|单位|部门)(?:职能|简介|概况)|内设机构|领导(?:信息|分工|简介|之窗)|联系方式|工作职责/u,
  ],
  ['三', /发展规划|专项规划|区域规划|规划计划|规划信息|中长期规划/u],
  ['四', /统计(?:信息|数据|公报|资料)/u],
  ['五', /行政许可|权力清单|权责清单|办事指南|政务服务事项|公共服务事项/u],
  ['六', /行政处罚|行政强制/u],
  ['七', /预算|决算|预决算|三公.{0,2}经费/u],
  ['八', /行政事业性收费|收费(?:项目|标准|目录)/u],
  ['九', /政府采购|集中采购/u],
  ['十', /重大(?:建设)?项目|重点(?:建设)?项目/u],
  ['十一', /扶贫|社会救助|社会保险|促进就业|义务教育|医疗卫生/u],
  ['十二', /应急(?:预案|管理)|预警|突发(?:公共)?事件/u],
  ['十三', /环境保护|公共卫生|安全生产|食品药品|产品质量/u],
  ['十四', /公务员|招考|招录|人员招聘/u],
]

/** The 项 that the names of an item point at, most exact name first; none where they disagree. */
function topicOf(entry: Entry): readonly [topic: string, item: string] | undefined {
  for (const text of namesOf(entry)) {
    const name = withoutSpace(text)
    const found = TOPICS.filter(([, pattern]) => pattern.test(name))
    const [only] = found
    if (only === undefined) continue
    return found.length === 1 ? [severalItems(text).join('、') || name, only[0]] : undefined
  }
  return undefined
}

function namesOf(entry: Entry): readonly string[] {
  return (['item.level3', 'item.level2', 'item.level1'] as const)
    .map((role) => entry.text(role))
    .filter((text) => !isBlank(text) && withoutSpace(text).length <= 30)
}
