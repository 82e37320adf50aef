import type { Authority } from '../src/authority/authority.ts'
import { coreKey, titleKey } from '../src/authority/normalise.ts'
import type { Authorities } from '../src/authority/registry.ts'
import { isLookedUp } from '../src/authority/resolve.ts'
import { replace } from '../src/fix/edit.ts'
import type { CitedName } from '../src/grammar/citation/name.ts'
import { type Cited, citations, resolveCited } from '../src/rule/citations.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { defineRule } from '../src/rule/rule.ts'
import { inMarks, plainName, withSingleMarks } from '../src/rule/titles.ts'

export default defineRule({
  id: 'cite-title-truncated',
  title: '文件名称不完整',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  basis: [
    {
      source: 'GB/T 9704—2012',
      article: '《党政机关公文格式》',
      gist: '公文标题由发文机关名称、事由和文种组成，缺一样就不是完整的标题。',
    },
    {
      source: '党政机关公文处理工作条例',
      article: '第九条',
      gist: '标题由发文机关名称、事由和文种组成。',
    },
  ],
  why: '名称截断了，看不出是通知、意见还是办法，也检索不到原文。',
  how: '照原文写全名称，印发、转发的文件以“的通知”收尾。',
  messages: {
    cut: '“{actual}”没有写完，应当为{expected}，缺“{missing}”。',
    alone: '“{actual}”没有写完，核对是否为{expected}，缺“{missing}”。',
    notice: '“{actual}”是印发、转发文件的标题，末尾应当有“的通知”。',
    type: '“{actual}”有发文机关和“关于”，末尾没有通知、意见一类的文种，核对是否写全。',
  },
  examples: {
    good: [
      {
        name: '完整的标题、书名号只括里面的文件、书名号外写发文机关',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 权责清单 | 《中共中央办公厅 国务院办公厅印发〈关于全面推进政务公开工作的意见〉的通知》（中办发〔2016〕8号） | 实时更新 |
          | 2 | 政务公开 | 中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》（中办发〔2016〕8号） | 实时更新 |
          | 3 | 网站 | 《政府网站发展指引》（国办发〔2017〕47号）；国务院办公厅关于印发《政府网站发展指引》的通知 | 实时更新 |
          | 4 | 审批 | 《国务院关于第六批取消和调整行政审批项目的决定》（国发〔2012〕52号） | 实时更新 |
        `,
      },
      {
        name: '写得简略，不是截断',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开要点 | 《政务公开工作要点》（国办发〔2022〕8号） | 实时更新 |
          | 2 | 农业补贴 | 《农业生产发展资金管理办法》（财农〔2017〕41号） | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '后半截丢了',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 行政执法 | ⟦《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度》⟧（国办发〔2018〕118号） | 实时更新 |
        `,
        says: [
          '“国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度”没有写完，应当为《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》，缺“重大执法决定法制审核制度的指导意见”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 行政执法 | 《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号） | 实时更新 |
        `,
      },
      {
        name: '没有文号，只有一份文件的名称这样开头',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公益事业 | ⟦《国务院办公厅关于推进社会公益事业建设领域》⟧ | 实时更新 |
        `,
        says: [
          '“国务院办公厅关于推进社会公益事业建设领域”没有写完，核对是否为《国务院办公厅关于推进社会公益事业建设领域政府信息公开的意见》，缺“政府信息公开的意见”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公益事业 | 《国务院办公厅关于推进社会公益事业建设领域政府信息公开的意见》 | 实时更新 |
        `,
      },
      {
        name: '印发、转发的标题缺“的通知”',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政务公开 | ⟦《中共中央办公厅 国务院办公厅关于印发〈关于全面推进政务公开工作的意见〉》⟧（中办发〔2016〕8号） | 实时更新 |
          | 2 | 政务公开 | ⟦《云岭市人民政府办公室关于印发〈云岭市政务公开工作办法〉》⟧ | 实时更新 |
        `,
        says: [
          '“中共中央办公厅国务院办公厅关于印发〈关于全面推进政务公开工作的意见〉”是印发、转发文件的标题，末尾应当有“的通知”。',
          '“云岭市人民政府办公室关于印发〈云岭市政务公开工作办法〉”是印发、转发文件的标题，末尾应当有“的通知”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政务公开 | 《中共中央办公厅 国务院办公厅关于印发〈关于全面推进政务公开工作的意见〉的通知》（中办发〔2016〕8号） | 实时更新 |
          | 2 | 政务公开 | 《云岭市人民政府办公室关于印发〈云岭市政务公开工作办法〉的通知》 | 实时更新 |
        `,
      },
      {
        name: '地方文件的标题没有文种',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 行政执法 | ⟦《云岭市人民政府关于建立健全行政执法公示制度》⟧（云政发〔2019〕12号） | 实时更新 |
        `,
        says: [
          '“云岭市人民政府关于建立健全行政执法公示制度”有发文机关和“关于”，末尾没有通知、意见一类的文种，核对是否写全。',
        ],
      },
    ],
  },

  *check({ catalogue, authorities }) {
    for (const cited of citations(catalogue)) {
      const { name } = cited.citation
      if (name === undefined || name.marking !== 'double' || isCutShort(name)) continue
      const meant = cutTitle(cited, authorities)
      if (meant !== undefined) yield* cut(cited, name, meant)
      else if (lacksNotice(name)) yield notice(cited, name)
      else if (isUnknown(cited, authorities) && lacksType(name)) yield type(cited, name)
    }
  },
})

interface Cut {
  readonly authority: Authority
  readonly missing: string
  /** Whether the number says so too. */
  readonly isSure: boolean
}

// The copy that was handed in was cut, not the title.
function isCutShort({ text }: CitedName): boolean {
  return /(?:…|\.{3}|[*＊])/u.test(text)
}

/** The authority whose title begins as the written one does, and goes on. */
function cutTitle(cited: Cited, authorities: Authorities): Cut | undefined {
  const { name, documents } = cited.citation
  const { numbered, title, candidates } = resolveCited(cited, authorities)
  if (name === undefined || candidates.length > 0) return undefined
  if (numbered !== undefined) {
    const missing = title === 'truncated' ? missingEnd(name, numbered) : undefined
    return missing === undefined ? undefined : { authority: numbered, missing, isSure: true }
  }
  if (documents.length > 0 || !lacksType(name)) return undefined
  const [only, ...others] = authorities.byBeginning(name.text)
  const missing = only && others.length === 0 ? missingEnd(name, only) : undefined
  return only && missing !== undefined ? { authority: only, missing, isSure: false } : undefined
}

function missingEnd({ text }: CitedName, { title }: Authority): string | undefined {
  for (const keyOf of [titleKey, coreKey]) {
    const [written, official] = [keyOf(text), keyOf(title)]
    if (official.startsWith(written)) return official.slice(written.length)
  }
  return undefined
}

function* cut({ passage }: Cited, name: CitedName, { authority, missing, isSure }: Cut) {
  if (authority.confidence === 'low') return
  const expected = inMarks(authority.title)
  const weak = !isSure || authority.confidence !== 'high'
  yield {
    message: isSure ? 'cut' : 'alone',
    data: { actual: plainName(name), expected, missing },
    at: { passage, span: name.span },
    ...(weak && ({ severity: 'warning', certainty: 'likely' } as const)),
    expected: [expected],
    evidence: [evidenceOf(authority)],
    fix: {
      safety: 'suggested',
      edits: [replace(passage, name.span, `《${withSingleMarks(authority.title)}》`)],
    },
  } as const
}

// 关于印发〈…〉, with nothing behind the inner title
const FORWARDS = /(?:^|[㐀-䶿一-鿿])(?:关于)?(?:印发|转发|批转)[《〈<].{2,}(?<!的通知)[》〉>]$/u

function lacksNotice(name: CitedName): boolean {
  return FORWARDS.test(plainName(name))
}

function notice({ passage }: Cited, name: CitedName) {
  const end = { start: name.span.end - 1, end: name.span.end - 1 }
  const written = passage.text.slice(name.span.start, end.start)
  return {
    message: 'notice',
    data: { actual: plainName(name) },
    at: { passage, span: name.span },
    severity: 'warning',
    expected: [`${written}的通知》`],
    fix: { safety: 'safe', edits: [replace(passage, end, '的通知')] },
  } as const
}

const BEGINS_WHOLE = /^.{2,30}(?:部|委|局|署|厅|院|会|政府|办公厅|办公室|中共中央)关于.{4,}/u
const TYPE =
  /(?:通知|意见|方案|办法|决定|决议|规定|要点|纲要|计划|规划|指引|指南|细则|函|批复|公告|通告|报告|通报|请示|纪要|令|标准|目录|清单|措施|条例|规则|规程|规范|格式|任务|分工|解释|答复|说明|公报|安排|工作|指标|分解表|要求|请求|议案)(?:[（(][^（()）]{1,16}[）)])?$/u

function lacksType(name: CitedName): boolean {
  const words = plainName(name)
  return BEGINS_WHOLE.test(words) && !TYPE.test(words) && !/[〉>]$/u.test(words)
}

function isUnknown(cited: Cited, authorities: Authorities): boolean {
  return cited.declared === undefined && !isLookedUp(resolveCited(cited, authorities))
}

function type({ passage }: Cited, name: CitedName) {
  return {
    message: 'type',
    data: { actual: plainName(name) },
    at: { passage, span: name.span },
    severity: 'warning',
    certainty: 'likely',
  } as const
}
