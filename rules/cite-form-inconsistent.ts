import type { Authority } from '../src/authority/authority.ts'
import { titleKey } from '../src/authority/normalise.ts'
import { type Cited, citations, resolveCited } from '../src/rule/citations.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { type Context, defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'cite-form-inconsistent',
  title: '同一文件引用写法不一',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger'],
  fix: 'none',
  basis: [
    {
      source: '党政机关公文处理工作条例',
      article: '第十九条',
      gist: '公文起草应当表述准确、文字精练，引用公文应当先引标题、后引发文字号。',
    },
  ],
  why: '同一份文件前后几种写法，读的人会以为是几份文件，检索也难以归在一起。',
  how: '全表用一种写法：法律法规用全称或者通行的简称，文件照原文的标题。',
  messages: {
    forms: '“{actual}”与表内{count}处的写法“{usual}”指的是同一份文件，宜统一写法。',
    place: '这里是表内通用的写法。',
  },
  examples: {
    good: [
      {
        name: '前后一致，空格和顿号不算；声明过的简称不算',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政务公开 | 《中共中央办公厅 国务院办公厅印发〈关于全面推进政务公开工作的意见〉的通知》（中办发〔2016〕8号） | 实时更新 |
          | 2 | 政务公开 | 《中共中央办公厅、国务院办公厅印发<关于全面推进政务公开工作的意见>的通知》（中办发〔2016〕8号） | 实时更新 |
          | 3 | 公开指南 | 《中华人民共和国政府信息公开条例》（以下简称《条例》）第十二条；《条例》第十三条 | 实时更新 |
        `,
      },
      {
        name: '书名号里外的分别由书名号规则去说',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 网站 | 《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号） | 实时更新 |
          | 2 | 网站 | 国务院办公厅关于印发《政府网站发展指引》的通知（国办发〔2017〕47号） | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '全称和简称混用',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | ⟦→《中华人民共和国政府信息公开条例》⟧第十二条 | 实时更新 |
          | 2 | 公开制度 | 《中华人民共和国政府信息公开条例》第四条 | 实时更新 |
          | 3 | 年度报告 | ⟦《政府信息公开条例》⟧第四十九条、第五十条 | 实时更新 |
        `,
        says: [
          '“政府信息公开条例”与表内2处的写法“中华人民共和国政府信息公开条例”指的是同一份文件，宜统一写法。',
          '这里是表内通用的写法。',
        ],
      },
      {
        name: '印发和关于印发混用',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政务公开 | ⟦《中共中央办公厅 国务院办公厅关于印发〈关于全面推进政务公开工作的意见〉的通知》⟧（中办发〔2016〕8号） | 实时更新 |
          | 2 | 政务公开 | ⟦→《中共中央办公厅 国务院办公厅印发〈关于全面推进政务公开工作的意见〉的通知》⟧（中办发〔2016〕8号） | 实时更新 |
        `,
        says: [
          '“中共中央办公厅国务院办公厅关于印发关于全面推进政务公开工作的意见的通知”与表内1处的写法“中共中央办公厅国务院办公厅印发关于全面推进政务公开工作的意见的通知”指的是同一份文件，宜统一写法。',
          '这里是表内通用的写法。',
        ],
      },
    ],
  },

  *check(context) {
    for (const [authority, forms] of formsOf(context)) {
      if (forms.size < 2) continue
      const official = formOf(authority.title)
      const [usual, ...others] = [...forms].sort(
        ([a, at], [b, bt]) =>
          bt.length - at.length || Number(b === official) - Number(a === official),
      )
      if (usual === undefined) continue
      const [words, places] = usual
      for (const [actual, [first]] of others) {
        if (first === undefined || places[0] === undefined) continue
        const related = [{ message: 'place', at: placeOf(places[0]) }] as const
        yield {
          message: 'forms',
          data: { actual, usual: words, count: places.length },
          at: placeOf(first),
          evidence: [evidenceOf(authority)],
          related,
        } as const
      }
    }
  },
})

/** The wordings of each authority that the bases cite by its right title, with their places. */
function formsOf({ catalogue, authorities }: Context) {
  const found = new Map<Authority, Map<string, Cited[]>>()
  for (const cited of citations(catalogue)) {
    const { name, fullName } = cited.citation
    if (!cited.isBasis || cited.declared !== undefined || name === undefined) continue
    const { authority, by } = resolveCited(cited, authorities)
    if (authority === undefined || by !== 'title') continue
    const form = formOf(fullName ?? name.text)
    const forms = found.get(authority) ?? new Map<string, Cited[]>()
    found.set(authority, forms)
    const places = forms.get(form)
    if (places === undefined) forms.set(form, [cited])
    else places.push(cited)
  }
  return found
}

/** The words of a title without marks, blanks and the 、 between issuers. */
function formOf(title: string): string {
  const words = title.replace(/[《》〈〉<>\s]/gu, '').replace(/办公厅、/gu, '办公厅')
  return words.startsWith('中华人民共和国') ? `中华人民共和国${titleKey(words)}` : titleKey(words)
}

function placeOf({ passage, citation }: Cited) {
  return { passage, span: citation.name?.span ?? citation.span }
}
