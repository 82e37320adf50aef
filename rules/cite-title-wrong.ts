import type { Authority } from '../src/authority/authority.ts'
import { nearestTitle } from '../src/authority/near.ts'
import { titleKey } from '../src/authority/normalise.ts'
import type { Authorities } from '../src/authority/registry.ts'
import { isLookedUp, type Resolution } from '../src/authority/resolve.ts'
import { replace } from '../src/fix/edit.ts'
import type { CitedName } from '../src/grammar/citation/name.ts'
import { type DocNumber, formatDocNumber } from '../src/grammar/doc-number.ts'
import { type Cited, citations, resolveCited } from '../src/rule/citations.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { defineRule } from '../src/rule/rule.ts'
import {
  difference,
  inMarks,
  officialForm,
  plainName,
  withSingleMarks,
} from '../src/rule/titles.ts'
import type { Passage } from '../src/table/model.ts'

export default defineRule({
  id: 'cite-title-wrong',
  title: '文件名称与文号不符',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: '党政机关公文处理工作条例',
      article: '第九条',
      gist: '公文标题由发文机关名称、事由和文种组成，发文字号由机关代字、年份、顺序号组成；一份文件只有一个标题、一个文号。',
    },
  ],
  why: '名称和文号对不上，公众按哪一个都可能找到另一份文件，依据就落了空。',
  how: '按文号查到原文，照原文改正名称；名称没有错的，改正文号。',
  messages: {
    title: '“{actual}”应当为{expected}：{number}的名称里是“{right}”，不是“{wrong}”。',
    number: '{title}的文号应当为“{expected}”，不是“{actual}”。',
    conflict: '{title}的文号是“{expected}”，“{actual}”是{other}，名称和文号应当改正一个。',
    other: '“{number}”是{official}，与所写的名称“{actual}”对不上，核对名称和文号。',
    near: '没有查到“{actual}”，与{expected}只差“{wrong}”和“{right}”，核对是否写错。',
    lacks: '没有查到“{actual}”，比{expected}少了“{right}”，核对是否写错。',
    surplus: '没有查到“{actual}”，比{expected}多了“{wrong}”，核对是否写错。',
    misquote: '“{actual}”应当为{expected}：{note}。',
  },
  examples: {
    good: [
      {
        name: '全称、简称、不带发文机关的名称都可以',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开要点 | 《国务院办公厅关于印发2022年政务公开工作要点的通知》（国办发〔2022〕8号）；《2022年政务公开工作要点》（国办发〔2022〕8号） | 实时更新 |
          | 2 | 公开指南 | 《中华人民共和国政府信息公开条例》；《政府信息公开条例》；《信息公开条例》 | 实时更新 |
          | 3 | 政务公开 | 中共中央办公厅、国务院办公厅印发《关于全面推进政务公开工作的意见》（中办发〔2016〕8号） | 实时更新 |
        `,
      },
      {
        name: '地方文件和登记册里没有的文件不判断',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政务公开 | 《云岭市政府信息公开规定》；《云岭市人民政府办公室关于全面推进政务公开工作的意见》（云政办发〔2016〕30号） | 实时更新 |
          | 2 | 公开标准 | 云岭市人民政府办公室印发《关于全面推进政务公开工作的意见》的通知（云政办发〔2016〕31号） | 实时更新 |
          | 3 | 户外广告 | 《医疗机构管理办法》；《“七五”普法规划》；《云岭日报》 | 实时更新 |
        `,
      },
      {
        name: '转发上级文件的通知，标题里有上级文件的名称',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 网站 | 《云岭市人民政府办公室转发国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号） | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '名称错一个词',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公益事业 | ⟦《国务院办公厅关于推进社会公益事业发展领域政府信息公开的意见》⟧（国办发〔2018〕10号） | 实时更新 |
        `,
        says: [
          '“国务院办公厅关于推进社会公益事业发展领域政府信息公开的意见”应当为《国务院办公厅关于推进社会公益事业建设领域政府信息公开的意见》：国办发〔2018〕10号的名称里是“建设”，不是“发展”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公益事业 | 《国务院办公厅关于推进社会公益事业建设领域政府信息公开的意见》（国办发〔2018〕10号） | 实时更新 |
        `,
      },
      {
        name: '名称是一份文件，文号是另一份',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开要点 | 《国务院办公厅关于印发2021年政务公开工作要点的通知》（⟦国办发〔2022〕8号⟧） | 实时更新 |
        `,
        says: [
          '《国务院办公厅关于印发2021年政务公开工作要点的通知》的文号是“国办发〔2021〕12号”，“国办发〔2022〕8号”是《国务院办公厅关于印发2022年政务公开工作要点的通知》，名称和文号应当改正一个。',
        ],
      },
      {
        name: '文号错了，没有这个文号的文件',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 网站 | 《国务院办公厅关于印发政府网站发展指引的通知》（⟦国办发〔2017〕847号⟧） | 实时更新 |
        `,
        says: [
          '《国务院办公厅关于印发政府网站发展指引的通知》的文号应当为“国办发〔2017〕47号”，不是“国办发〔2017〕847号”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 网站 | 《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号） | 实时更新 |
        `,
      },
      {
        name: '名称和文号毫不相干',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 网站 | ⟦《关于加强档案移交接收工作的若干措施》⟧（国办发〔2017〕47号） | 实时更新 |
        `,
        says: [
          '“国办发〔2017〕47号”是《国务院办公厅关于印发政府网站发展指引的通知》，与所写的名称“关于加强档案移交接收工作的若干措施”对不上，核对名称和文号。',
        ],
      },
      {
        name: '没有文号，名称与法律法规差一两个字',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | ⟦《中华人民共和国政府信息公开条件》⟧第十二条 | 实时更新 |
          | 2 | 招标 | ⟦《国有土地上房屋征收补偿条例》⟧ | 实时更新 |
          | 3 | 固废 | ⟦《中华人民共和国固体废弃物污染环境防治法》⟧ | 实时更新 |
        `,
        says: [
          '没有查到“中华人民共和国政府信息公开条件”，与《中华人民共和国政府信息公开条例》只差“件”和“例”，核对是否写错。',
          '没有查到“国有土地上房屋征收补偿条例”，比《国有土地上房屋征收与补偿条例》少了“与”，核对是否写错。',
          '没有查到“中华人民共和国固体废弃物污染环境防治法”，比《中华人民共和国固体废物污染环境防治法》多了“弃”，核对是否写错。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
          | 2 | 招标 | 《国有土地上房屋征收与补偿条例》 | 实时更新 |
          | 3 | 固废 | 《中华人民共和国固体废物污染环境防治法》 | 实时更新 |
        `,
      },
      {
        name: '常见的误写',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | ⟦《中华人民共和国信息公开条例》⟧第十二条 | 实时更新 |
        `,
        says: [
          '“中华人民共和国信息公开条例”应当为《中华人民共和国政府信息公开条例》：缺“政府”二字。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue, authorities }) {
    for (const cited of citations(catalogue)) {
      const { name, documents } = cited.citation
      if (name === undefined || cited.declared !== undefined || isMasked(name)) continue
      const resolution = resolveCited(cited, authorities)
      const [number] = documents
      if (number !== undefined) yield* numbered(cited, name, number, resolution)
      else if (resolution.authority !== undefined)
        yield* misquoted(cited, name, resolution.authority)
      else if (!isLookedUp(resolution)) yield* nearly(cited, name, authorities)
    }
  },
})

/** Words that a mirror site masked, or that were cut off. */
function isMasked({ text }: CitedName): boolean {
  return /[*＊…]|\.{3}/u.test(text)
}

function* numbered(cited: Cited, name: CitedName, number: DocNumber, resolution: Resolution) {
  const { authority, by, title, numbered: meant } = resolution
  if (authority !== undefined && by === 'title' && meant !== authority) {
    yield* wrongNumber(cited, number, authority, meant)
  } else if (meant !== undefined && title === 'alike') {
    yield* wrongTitle(cited, name, number, meant)
  } else if (meant !== undefined && title === 'other' && authority === undefined) {
    if (degreeOf(meant) === undefined) return
    const data = {
      number: number.text,
      official: inMarks(meant.title),
      actual: plainName(name),
    }
    yield {
      message: 'other',
      data,
      at: { passage: cited.passage, span: name.span },
      severity: 'warning',
      certainty: 'likely',
      evidence: [evidenceOf(meant)],
    } as const
  }
}

function* wrongTitle({ passage }: Cited, name: CitedName, number: DocNumber, meant: Authority) {
  const degree = degreeOf(meant)
  if (degree === undefined) return
  const expected = withSingleMarks(officialForm(meant, name.text))
  const actual = plainName(name)
  const data = {
    actual,
    expected: inMarks(expected),
    number: number.text,
    ...difference(actual, expected),
  }
  yield {
    ...degree,
    message: 'title',
    data,
    at: { passage, span: name.span },
    expected: [inMarks(expected)],
    evidence: [evidenceOf(meant)],
    ...rename(passage, name, expected),
  } as const
}

/** The title is that of one authority, the number is not. */
function* wrongNumber(
  { passage, citation }: Cited,
  number: DocNumber,
  authority: Authority,
  other: Authority | undefined,
) {
  const degree = degreeOf(authority)
  const expected = authority.number
  if (expected === undefined || degree === undefined || number.year === undefined) return
  // A title without its issuer is also that of documents which carry it out further down.
  const isWhole = titleKey(citation.fullName ?? '') === titleKey(authority.title)
  if (!isWhole && !expected.startsWith(`${number.issuer}〔`)) return
  const title = inMarks(authority.title)
  const told = {
    at: { passage, span: number.span },
    expected: [expected],
    evidence: [authority, ...(other === undefined ? [] : [other])].map(evidenceOf),
  }
  if (other !== undefined) {
    const data = { title, expected, actual: formatDocNumber(number), other: inMarks(other.title) }
    yield { ...told, ...degree, message: 'conflict', data } as const
    return
  }
  yield {
    ...told,
    // Another document of the same title may have been left out of the registry.
    severity: 'warning',
    certainty: 'likely',
    message: 'number',
    data: { title, expected, actual: number.text },
    fix: { safety: 'suggested', edits: [replace(passage, number.span, expected)] },
  } as const
}

function* misquoted({ passage }: Cited, name: CitedName, authority: Authority) {
  const actual = plainName(name)
  const misquote = authority.commonMisquotes?.find(({ wrong }) => wrong === actual)
  if (misquote?.note === undefined || degreeOf(authority) === undefined) return
  const expected = withSingleMarks(authority.title)
  yield {
    message: 'misquote',
    data: { actual, expected: inMarks(expected), note: misquote.note },
    at: { passage, span: name.span },
    severity: 'warning',
    certainty: 'likely',
    expected: [inMarks(expected)],
    evidence: [evidenceOf(authority)],
    ...rename(passage, name, expected),
  } as const
}

function* nearly({ passage, citation, isBasis }: Cited, name: CitedName, authorities: Authorities) {
  if (!isBasis || name.marking !== 'double' || citation.yearly.length > 0) return
  if (citation.issuer !== undefined || citation.orders.length > 0) return
  const near = nearMiss(name, authorities)
  if (near === undefined || degreeOf(near) === undefined) return
  const actual = plainName(name)
  const expected = withSingleMarks(officialForm(near, name.text))
  const { wrong, right } = difference(actual, expected.replace(/\s+/gu, ''))
  const isLaw = ['法律', '行政法规'].includes(near.kind)
  const base = { actual, expected: inMarks(expected) }
  const told = {
    at: { passage, span: name.span },
    severity: isLaw ? 'warning' : 'info',
    certainty: isLaw ? 'likely' : 'hint',
    expected: [inMarks(expected)],
    evidence: [evidenceOf(near)],
    ...rename(passage, name, expected),
  } as const
  if (wrong === '') yield { ...told, message: 'lacks', data: { ...base, right } } as const
  else if (right === '') yield { ...told, message: 'surplus', data: { ...base, wrong } } as const
  else yield { ...told, message: 'near', data: { ...base, wrong, right } } as const
}

const COUNTRY = /^中华人民共和国/u
/** Below this, one changed character makes another law of it. */
const SHORTEST = 6
/** From this length on, two changes are still an oversight. */
const LONG = 12
const PLACE = /^(?!国家|国务院).{2,8}?(?:省|市|州|县|区|自治区|旗|盟)/u
const LAST_WORD =
  /(?:法|法典|条例|规定|办法|细则|规则|决定|通知|意见|要点|纲要|规划|计划|方案|指引|标准)$/u

/** The authority that a title which is not known can only be meant for. */
function nearMiss(name: CitedName, authorities: Authorities): Authority | undefined {
  const key = titleKey(name.text)
  const isNational = COUNTRY.test(plainName(name))
  if (key.length < SHORTEST || (PLACE.test(key) && !isNational)) return undefined
  const limit = key.length >= LONG || isNational ? 2 : 1
  const near = nearestTitle(authorities, key, limit)?.authority
  if (near === undefined) return undefined
  const { wrong, right } = difference(key, titleKey(officialForm(near, name.text)))
  if (/^[()<>[\]（）]*$/u.test(wrong + right)) return undefined
  // A whole word more or less is another instrument, or was one.
  if (!isNational && (wrong === '' || right === '') && (wrong + right).length > 1) return undefined
  return isOversight(wrong, right, key, officialForm(near, name.text)) ? near : undefined
}

/** Another year, another number, another kind of instrument is another instrument. */
function isOversight(wrong: string, right: string, written: string, official: string): boolean {
  if (/[\d〇一二三四五六七八九十]/u.test(wrong + right)) return false
  const [a] = LAST_WORD.exec(written) ?? []
  const [b] = LAST_WORD.exec(official) ?? []
  return a === undefined || a === b
}

/** How much a record may be used for: `low` for nothing, `medium` for a warning. */
function degreeOf({ confidence }: Authority) {
  if (confidence === 'low') return undefined
  return confidence === 'high' ? {} : ({ severity: 'warning', certainty: 'likely' } as const)
}

function rename(passage: Passage, { span, marking }: CitedName, expected: string) {
  if (marking !== 'double') return {}
  const edits = [replace(passage, span, inMarks(expected))] as const
  return { fix: { safety: 'suggested', edits } } as const
}
