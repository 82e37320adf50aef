import type { Authority } from '../src/authority/authority.ts'
import { coreKey, numberKey, titleKey } from '../src/authority/normalise.ts'
import type { Authorities } from '../src/authority/registry.ts'
import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { type Edit, type Fix, replace } from '../src/fix/edit.ts'
import { formatDocNumber } from '../src/grammar/doc-number.ts'
import { type Cited, citations, resolveCited } from '../src/rule/citations.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { defineRule } from '../src/rule/rule.ts'
import { withoutSpace } from '../src/text/normalise.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'cite-form-inconsistent',
  title: '同一文件引用写法不一',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'suggested',
  once: { forms: 'words' },
  basis: [
    {
      source: '党政机关公文处理工作条例',
      article: '第九条',
      gist: '公文标题由发文机关名称、事由和文种组成，一份公文只有一个标题、一个发文字号。',
    },
  ],
  why: '同一份文件前后几种写法，读的人会以为是几份文件，检索和统计也归不到一起。',
  how: '全文用一种写法：有原标题的照原标题，法律法规用全称。',
  messages: {
    forms: '“{actual}”在本文件中有{count}种写法，宜统一写作“{expected}”。',
    other: '这里是另一种写法。',
  },
  examples: {
    good: [
      {
        name: '空格、顿号、全角半角和书名号的不同不算',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 权责清单 | 《中共中央办公厅 国务院办公厅印发〈关于推行地方各级政府工作部门权力清单制度的指导意见〉的通知》（中办发〔2015〕21号） | 实时更新 |
          | 2 | 权责清单 | 《中共中央办公厅、国务院办公厅印发<关于推行地方各级政府工作部门权力清单制度的指导意见>的通知》（中办发〔2015〕21号） | 实时更新 |
          | 3 | 行政执法 | 《国务院办公厅关于印发〈提升行政执法质量三年行动计划（2023—2025年）〉的通知》（国办发〔2023〕27号） | 实时更新 |
          | 4 | 行政执法 | 国务院办公厅关于印发《提升行政执法质量三年行动计划(2023-2025年)》的通知（国办发〔2023〕27号） | 实时更新 |
        `,
      },
      {
        name: '全文只用简称；声明过的简称；法律后注明修正年份',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《政府信息公开条例》第十二条 | 实时更新 |
          | 2 | 部门预算 | 《中华人民共和国预算法》（以下简称《预算法》）第十四条 | 实时更新 |
          | 3 | 部门决算 | 《预算法》第十四条；《中华人民共和国预算法（2018年修正）》第十四条 | 实时更新 |
          | 4 | 社会救助 | 国务院《社会救助暂行办法》 | 实时更新 |
          | 5 | 临时救助 | 《社会救助暂行办法》 | 实时更新 |
        `,
      },
      {
        name: '残缺、写错的标题由别的规则去说；不带文号时，引的可以是通知所印发的文件',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》（中办发〔2016〕8号） | 实时更新 |
          | 2 | 权责清单 | 《中共中央办公厅 国务院办公厅关于印发〈关于全面推进政务公开工作的意见〉》（中办发〔2016〕8号） | 实时更新 |
          | 3 | 网站年报 | 《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号） | 实时更新 |
          | 4 | 网站栏目 | 《政府网站发展指引》 | 实时更新 |
          | 5 | 公益事业 | 《国务院办公厅关于推进社会公益事业建设领域政府信息公开的意见》（国办发〔2018〕10号） | 实时更新 |
          | 6 | 教育领域 | 《国务院办公厅关于推进社会公益事业发展领域政府信息公开的意见》（国办发〔2018〕10号） | 实时更新 |
        `,
      },
      {
        name: '一份通知印发的两个文件',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政务公开 | 《云岭市政务公开工作规则》（云政办发〔2020〕3号） | 实时更新 |
          | 2 | 政务公开 | 《云岭市政务公开考核办法》（云政办发〔2020〕3号） | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '全称和简称混用，全称少也不算错',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | ⟦《政府信息公开条例》⟧第十二条 | 实时更新 |
          | 2 | 公开制度 | ⟦→《信息公开条例》⟧第四条 | 实时更新 |
          | 3 | 机构职能 | 《政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 公开年报 | ⟦→《中华人民共和国政府信息公开条例》⟧第四十九条 | 每年1月31日前 |
        `,
        says: [
          '“《政府信息公开条例》”在本文件中有3种写法，宜统一写作“《中华人民共和国政府信息公开条例》”。',
          '这里是另一种写法。',
          '这里是另一种写法。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
          | 2 | 公开制度 | 《中华人民共和国政府信息公开条例》第四条 | 实时更新 |
          | 3 | 机构职能 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 公开年报 | 《中华人民共和国政府信息公开条例》第四十九条 | 每年1月31日前 |
        `,
      },
      {
        name: '同一文号，一处写“印发”，一处写“印发……的通知”',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | ⟦中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》⟧（中办发〔2016〕8号） | 实时更新 |
          | 2 | 权责清单 | ⟦→《中共中央办公厅 国务院办公厅印发〈关于全面推进政务公开工作的意见〉的通知》⟧（中办发〔2016〕8号） | 实时更新 |
        `,
        says: [
          '“中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》”在本文件中有2种写法，宜统一写作“《中共中央办公厅 国务院办公厅印发〈关于全面推进政务公开工作的意见〉的通知》”。',
          '这里是另一种写法。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 《中共中央办公厅 国务院办公厅印发〈关于全面推进政务公开工作的意见〉的通知》（中办发〔2016〕8号） | 实时更新 |
          | 2 | 权责清单 | 《中共中央办公厅 国务院办公厅印发〈关于全面推进政务公开工作的意见〉的通知》（中办发〔2016〕8号） | 实时更新 |
        `,
      },
      {
        name: '没有登记的文件，以多数为准',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 招生政策 | ⟦《关于做好义务教育招生工作的意见》⟧（云政办发〔2021〕6号） | 实时更新 |
          | 2 | 招生计划 | ⟦→《云岭市人民政府办公室关于做好义务教育招生工作的意见》⟧（云政办发〔2021〕6号） | 实时更新 |
          | 3 | 招生结果 | 《云岭市人民政府办公室关于做好义务教育招生工作的意见》（云政办发〔2021〕6号） | 实时更新 |
        `,
        says: [
          '“《关于做好义务教育招生工作的意见》”在本文件中有2种写法，宜统一写作“《云岭市人民政府办公室关于做好义务教育招生工作的意见》”。',
          '这里是另一种写法。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 招生政策 | 《云岭市人民政府办公室关于做好义务教育招生工作的意见》（云政办发〔2021〕6号） | 实时更新 |
          | 2 | 招生计划 | 《云岭市人民政府办公室关于做好义务教育招生工作的意见》（云政办发〔2021〕6号） | 实时更新 |
          | 3 | 招生结果 | 《云岭市人民政府办公室关于做好义务教育招生工作的意见》（云政办发〔2021〕6号） | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue, authorities }) {
    for (const { authority, forms } of instruments(catalogue, authorities)) {
      const [usual, ...others] = [...forms.entries()].sort(
        ([form, one], [otherForm, other]) =>
          Number(isOfficial(otherForm, authority)) - Number(isOfficial(form, authority)) ||
          other.length - one.length,
      )
      const model = usual?.[1].find(({ cited }) => isMarked(cited)) ?? usual?.[1][0]
      const strays = others.flatMap(([, uses]) => uses).sort((a, b) => a.order - b.order)
      const [first] = strays
      if (usual === undefined || model === undefined || first === undefined) continue
      const expected = tidied(model)
      const firsts = [...forms.values()].flatMap(([use]) => use ?? [])
      const rest = firsts.filter((use) => use.form !== first.form)
      yield {
        message: 'forms',
        data: { actual: wordsOf(first), count: forms.size, expected },
        about: authority?.id ?? expected,
        at: placeOf(first),
        expected: [expected],
        ...(authority !== undefined && { evidence: [evidenceOf(authority)] }),
        related: rest.map((use) => ({
          message: 'other' as const,
          at: placeOf(use),
        })),
        ...fixOf(strays, model),
      }
    }
  },
})

/** One citation of an instrument in one of its forms. */
interface Use {
  readonly cited: Cited
  readonly form: string
  /** The title with issuer and marks, as it is compared. */
  readonly span: Span
  /** Position among all citations. */
  readonly order: number
}

/** What is cited, and all its forms in order of their first use. */
interface Instrument {
  readonly authority: Authority | undefined
  readonly forms: Map<string, Use[]>
}

const LAWS: ReadonlySet<string> = new Set(['宪法', '法律', '行政法规'])

/** Laws are known by their title, documents by their number and what the title is about. */
function instruments(catalogue: Catalogue, authorities: Authorities): Iterable<Instrument> {
  const found = new Map<Authority | string, Instrument>()
  for (const [order, cited] of citations(catalogue).entries()) {
    if (!isForm(cited)) continue
    const { authority, numbered, title } = resolveCited(cited, authorities)
    if (title !== undefined && title !== 'same') continue
    const isLaw = authority !== undefined && LAWS.has(authority.kind)
    const key = isLaw ? cited.role === 'basis' && authority : documentKey(cited)
    if (key === undefined || key === false) continue
    const instrument = found.get(key) ?? { authority: authority ?? numbered, forms: new Map() }
    found.set(key, instrument)
    const use = { cited, order, ...(isLaw ? lawForm(cited) : documentForm(cited)) }
    const uses = instrument.forms.get(use.form)
    if (uses === undefined) instrument.forms.set(use.form, [use])
    else uses.push(use)
  }
  return found.values()
}

const IN_SENTENCE = /根据|按照|依据|依照|遵照/u
// 《…关于印发〈…〉》, which has lost 的通知
const LACKS_TAIL = /[印转批]发\s*[〈《<][^〈《<]*[〉》>]$/u

/** Whether a citation shows how somebody writes a title, and not what went wrong with it. */
function isForm({ passage, citation, declared, role }: Cited): boolean {
  const { name, issuer } = citation
  if (name === undefined || declared !== undefined || citation.documents.length > 1) return false
  if (['unopened', 'unclosed'].includes(name.marking) || name.text.includes('…')) return false
  if (LACKS_TAIL.test(name.text)) return false
  if (role !== 'basis') return isMarkedName(name.marking) && issuer === undefined
  const before = issuer === undefined ? name.text : passage.text.slice(issuer.start, issuer.end)
  return !IN_SENTENCE.test(before)
}

function documentKey({ citation: { documents, fullName = '' } }: Cited): string | undefined {
  const [number] = documents
  if (number?.year === undefined) return undefined
  return `${numberKey(formatDocNumber(number))} ${coreKey(fullName)}`
}

// 《预算法（2018年修正）》 is the same title with a remark.
const REMARK = /\((?!试行|暂行)[^()]{1,12}\)$/u

function lawForm({ citation: { name, span } }: Cited) {
  const title = name?.text ?? ''
  const country = withoutSpace(title).startsWith('中华人民共和国') ? '中华人民共和国' : ''
  return { form: country + titleKey(title).replace(REMARK, ''), span: name?.span ?? span }
}

function documentForm({ citation: { name, issuer, tail, span, fullName = '' } }: Cited) {
  const { start, end } = name?.span ?? span
  const form = titleKey(fullName).replace(/[、,]/gu, '')
  return { form, span: { start: issuer?.start ?? start, end: tail?.end ?? end } }
}

function isOfficial(form: string, authority: Authority | undefined): boolean {
  if (authority === undefined) return false
  const { title } = authority
  return LAWS.has(authority.kind)
    ? form === `${title.startsWith('中华人民共和国') ? '中华人民共和国' : ''}${titleKey(title)}`
    : form === titleKey(title).replace(/[、,]/gu, '')
}

function isMarked({ citation: { name } }: Cited): boolean {
  return name !== undefined && isMarkedName(name.marking)
}

function isMarkedName(marking: string): boolean {
  return marking === 'double'
}

function placeOf({ cited: { passage }, span }: Use) {
  return { passage, span }
}

function wordsOf({ cited: { passage }, span }: Use): string {
  return passage.text.slice(span.start, span.end).replace(/\s+/gu, ' ')
}

// Line wraps leave blanks in titles; those between issuers belong there.
const STRAY_BLANK = /(?<![厅院室委部局会央署])\s+/gu

/** The words of a use as others should copy them. */
function tidied(use: Use): string {
  return wordsOf(use)
    .replace(STRAY_BLANK, '')
    .replace(/[<＜﹤]/gu, '〈')
    .replace(/[>＞﹥]/gu, '〉')
}

/** Writes every other form like the model; titles without marks are no model. */
function fixOf(strays: readonly Use[], model: Use): { fix: Fix } | undefined {
  if (!isMarked(model.cited)) return undefined
  const text = tidied(model)
  const [first, ...others] = strays.map((use): Edit => replace(use.cited.passage, use.span, text))
  return first && { fix: { safety: 'suggested', edits: [first, ...others] } }
}
