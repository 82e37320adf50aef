import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { type Edit, replace, type Safety } from '../src/fix/edit.ts'
import { isTitleLike } from '../src/grammar/citation/name.ts'
import type { Citation } from '../src/grammar/citation.ts'
import { isInside } from '../src/grammar/marks.ts'
import {
  findWrongMarks,
  inner,
  type LostMark,
  lostMark,
  type MarkChange,
  putIn,
  type WrongMarks,
  withMarks,
} from '../src/grammar/title-mark.ts'
import { type Cited, citations } from '../src/rule/citations.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Passage } from '../src/table/model.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'cite-bookmarks',
  title: '书名号缺失或嵌套错误',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  basis: [
    {
      source: 'GB/T 15834—2011',
      article: '《标点符号用法》',
      gist: '书名、文件名用书名号标示；书名号里面还要用书名号时，外面用双书名号，里面用单书名号。',
    },
  ],
  why: '书名号划定文件名的起止，缺了或者套错了，读者分不清哪些字是文件名，检索和核对也会出错。',
  how: '文件名整个写在《》里，里面再引文件名用〈〉；同一份目录只用一种写法。',
  messages: {
    bare: '本文件别处的文件名有书名号，“{actual}”宜同样加上，写作“{expected}”。',
    outside: '本文件另有通知整个写在书名号里，“{actual}”宜同样写作“{expected}”。',
    verb: '“{actual}”的发文机关后缺“印发”，宜写作“{expected}”。',
    nested: '书名号里的“{actual}”宜用单书名号，写作“{expected}”。',
    single: '“{actual}”外面没有别的书名号，宜用双书名号，写作“{expected}”。',
    angle: '“{actual}”用小于号、大于号代替了书名号，宜写作“{expected}”。',
    unopened: '“{actual}”缺前一个书名号，宜写作“{expected}”。',
    unclosed: '“{actual}”缺后一个书名号，宜写作“{expected}”。',
    unpaired: '“{actual}”的书名号没有成对，宜对照原文件名补齐。',
  },
  examples: {
    good: [
      {
        name: '外层双书名号、内层单书名号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》（国办发〔2016〕80号） | 实时更新 |
          | 2 | 教育政策 | 《云岭省实施〈中华人民共和国义务教育法〉办法》 | 实时更新 |
          | 3 | 公开指南 | 《中华人民共和国政府信息公开条例》（国务院令第711号）《中华人民共和国统计法》 | 实时更新 |
        `,
      },
      {
        name: '全文都把发文机关写在书名号外，前后一致',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 行政执法 | 国务院办公厅关于印发《提升行政执法质量三年行动计划（2023—2025年）》的通知（国办发〔2023〕27号） | 实时更新 |
          | 2 | 公开制度 | 中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》（中办发〔2016〕8号） | 实时更新 |
        `,
      },
      {
        name: '全文都不用书名号，前后一致',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 抽查清单 | 国务院办公厅关于推广随机抽查规范事中事后监管的通知（国办发〔2015〕58号） | 实时更新 |
          | 2 | 建议提案 | 国务院办公厅关于做好全国人大代表建议和全国政协委员提案办理结果公开工作的通知（国办发〔2014〕46号） | 实时更新 |
        `,
      },
      {
        name: '法律法规前写发文机关，句子里引用文件，都不缺“印发”',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 社会救助 | 按照市政府《云岭市老年助餐实施方案》公开的助餐点 | 国务院《社会救助暂行办法》 | 实时更新 |
          | 2 | 法治政府 | 建设情况 | 中共中央 国务院印发《法治政府建设实施纲要（2021—2025年）》 | 实时更新 |
        `,
      },
      {
        name: '比较的符号、引语里的单书名号、附件名',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 空气质量 | PM2.5浓度<35微克，优良天数比例>90%的县区名单 | 《中华人民共和国大气污染防治法》 | 实时更新 |
          | 2 | 公开指南 | “依照〈政府信息公开条例〉公开”的〈附件〉 | 《中华人民共和国政府信息公开条例》 | 实时更新 |
        `,
      },
      {
        name: '半截的文字，看不出少的是哪个书名号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政策文件 | 《国务院办公厅关于推进社会公益事业建设… | 实时更新 |
          | 2 | 征收管理 | 《中华人民共和国税收征收管理法 | 实时更新 |
          |  |  | 实施细则》 |  |
        `,
      },
    ],
    bad: [
      {
        name: '带文号的文件名没有书名号，别的都有',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 抽查清单 | 1.⟦国务院办公厅关于印发2016年政务公开工作要点的通知⟧（国办发〔2016〕19号）；2.《国务院办公厅关于推广随机抽查规范事中事后监管的通知》（国办发〔2015〕58号） | 实时更新 |
          | 2 | 决策预公开 | ⟦重大行政决策程序暂行条例⟧（国务院令第713号）第十五条 | 实时更新 |
        `,
        says: [
          '本文件别处的文件名有书名号，“国务院办公厅关于印发2016年政务公开工作要点的通知”宜同样加上，写作“《国务院办公厅关于印发2016年政务公开工作要点的通知》”。',
          '本文件别处的文件名有书名号，“重大行政决策程序暂行条例”宜同样加上，写作“《重大行政决策程序暂行条例》”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 抽查清单 | 1.《国务院办公厅关于印发2016年政务公开工作要点的通知》（国办发〔2016〕19号）；2.《国务院办公厅关于推广随机抽查规范事中事后监管的通知》（国办发〔2015〕58号） | 实时更新 |
          | 2 | 决策预公开 | 《重大行政决策程序暂行条例》（国务院令第713号）第十五条 | 实时更新 |
        `,
      },
      {
        name: '发文机关写在书名号外，别的通知写在里面',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》（国办发〔2016〕80号） | 实时更新 |
          | 2 | 行政执法 | ⟦国务院办公厅关于印发《提升行政执法质量三年行动计划（2023—2025年）》的通知⟧（国办发〔2023〕27号） | 实时更新 |
        `,
        says: [
          '本文件另有通知整个写在书名号里，“国务院办公厅关于印发《提升行政执法质量三年行动计划（2023—2025年）》的通知”宜同样写作“《国务院办公厅关于印发〈提升行政执法质量三年行动计划（2023—2025年）〉的通知》”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》（国办发〔2016〕80号） | 实时更新 |
          | 2 | 行政执法 | 《国务院办公厅关于印发〈提升行政执法质量三年行动计划（2023—2025年）〉的通知》（国办发〔2023〕27号） | 实时更新 |
        `,
      },
      {
        name: '发文机关后缺“印发”，别处不缺',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 法治政府 | 1.中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）2.⟦中共中央 国务院《法治政府建设实施纲要（2021—2025年）》⟧ | 实时更新 |
        `,
        says: [
          '“中共中央 国务院《法治政府建设实施纲要（2021—2025年）》”的发文机关后缺“印发”，宜写作“中共中央 国务院印发《法治政府建设实施纲要（2021—2025年）》”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 法治政府 | 1.中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）2.中共中央 国务院印发《法治政府建设实施纲要（2021—2025年）》 | 实时更新 |
        `,
      },
      {
        name: '里外都用双书名号，里面用尖括号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 《国务院办公厅印发⟦《关于全面推进政务公开工作的意见》⟧实施细则的通知》（国办发〔2016〕80号） | 实时更新 |
          | 2 | 预决算 | 《财政部关于印发⟦<地方预决算公开操作规程>⟧的通知》（财预〔2016〕143号） | 实时更新 |
        `,
        says: [
          '书名号里的“《关于全面推进政务公开工作的意见》”宜用单书名号，写作“〈关于全面推进政务公开工作的意见〉”。',
          '“<地方预决算公开操作规程>”用小于号、大于号代替了书名号，宜写作“〈地方预决算公开操作规程〉”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》（国办发〔2016〕80号） | 实时更新 |
          | 2 | 预决算 | 《财政部关于印发〈地方预决算公开操作规程〉的通知》（财预〔2016〕143号） | 实时更新 |
        `,
      },
      {
        name: '外层用单书名号、尖括号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | ⟦〈中华人民共和国政府信息公开条例〉⟧第十二条 | 实时更新 |
          | 2 | 部门预算 | ⟦<中华人民共和国预算法>⟧第十四条 | 实时更新 |
        `,
        says: [
          '“〈中华人民共和国政府信息公开条例〉”外面没有别的书名号，宜用双书名号，写作“《中华人民共和国政府信息公开条例》”。',
          '“<中华人民共和国预算法>”用小于号、大于号代替了书名号，宜写作“《中华人民共和国预算法》”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
          | 2 | 部门预算 | 《中华人民共和国预算法》第十四条 | 实时更新 |
        `,
      },
      {
        name: '少了半边书名号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 税收执法 | ⟦中华人民共和国税收征收管理法》⟧第八条 | 实时更新 |
          | 2 | 部门预算 | ⟦《中华人民共和国预算法⟧第十四条 | 实时更新 |
          | 3 | 网站报表 | ⟦《国务院办公厅关于印发《政府网站发展指引》的通知⟧（国办发〔2017〕47号） | 每年1月31日前 |
        `,
        says: [
          '“中华人民共和国税收征收管理法》”缺前一个书名号，宜写作“《中华人民共和国税收征收管理法》”。',
          '“《中华人民共和国预算法”缺后一个书名号，宜写作“《中华人民共和国预算法》”。',
          '“《国务院办公厅关于印发《政府网站发展指引》的通知”缺后一个书名号，宜写作“《国务院办公厅关于印发〈政府网站发展指引〉的通知》”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 税收执法 | 《中华人民共和国税收征收管理法》第八条 | 实时更新 |
          | 2 | 部门预算 | 《中华人民共和国预算法》第十四条 | 实时更新 |
          | 3 | 网站报表 | 《国务院办公厅关于印发〈政府网站发展指引〉的通知》（国办发〔2017〕47号） | 每年1月31日前 |
        `,
      },
      {
        name: '看不出书名号少在哪里',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 房屋征收 | ⟦《住房和城乡建设部关于印发(国有土地上房屋征收评估办法》的通知》⟧ | 实时更新 |
        `,
        says: [
          '“《住房和城乡建设部关于印发(国有土地上房屋征收评估办法》的通知》”的书名号没有成对，宜对照原文件名补齐。',
        ],
      },
    ],
  },

  *check({ catalogue, siblings }) {
    const habits = habitsOf(siblings)
    const cited = citations(catalogue)
    const isCut = isCutAcrossCells(cited)
    const told = new Map<Passage, Span[]>()
    for (const one of cited) {
      const fault = faultOf(one, habits, isCut)
      if (fault === undefined) continue
      const spans = told.get(one.passage)
      if (spans === undefined) told.set(one.passage, [fault.span])
      else spans.push(fault.span)
      yield tell(one.passage, fault, 'suggested')
    }
    for (const passage of catalogue.passages()) {
      const spans = told.get(passage) ?? []
      for (const { fault, span, marks } of findWrongMarks(passage.text)) {
        if (isInside(spans, span.start)) continue
        const [opening = '', closing = ''] = marks
        const changes = [
          { span: { start: span.start, end: span.start + 1 }, text: opening },
          { span: { start: span.end - 1, end: span.end }, text: closing },
        ]
        yield tell(passage, { message: fault, span, changes }, 'safe')
      }
    }
  },
})

type Message = WrongMarks['fault'] | LostMark['fault'] | 'bare' | 'outside' | 'verb'

interface Fault {
  readonly message: Message
  readonly span: Span
  readonly changes: readonly MarkChange[]
}

function tell(passage: Passage, { message, span, changes }: Fault, safety: Safety) {
  const actual = passage.text.slice(span.start, span.end)
  const at = { passage, span }
  const [first, ...others] = changes.map((one): Edit => replace(passage, one.span, one.text))
  if (message === 'unpaired') return { message, data: { actual }, at }
  const expected = withMarks(passage.text, span, changes)
  const told = { message, data: { actual, expected }, at, expected: [expected] }
  return first === undefined
    ? told
    : { ...told, fix: { safety, edits: [first, ...others] as const } }
}

/** How a document writes its titles; what it does throughout is its style and no fault. */
interface Habits {
  /** 《…的通知》（国办发〔2019〕54号） */
  readonly marksTitles: boolean
  /** 《…印发〈…〉的通知》 */
  readonly marksNotices: boolean
  /** 国务院办公厅印发《…》 */
  readonly saysVerb: boolean
}

const VERB = /(?:印发|转发|批转|发布|公布|颁布|颁发|制定|下发|出台)的?$/u

function habitsOf(catalogues: readonly Catalogue[]): Habits {
  const habits = catalogues.map((catalogue) => catalogue.once(ownHabits))
  return {
    marksTitles: habits.some(({ marksTitles }) => marksTitles),
    marksNotices: habits.some(({ marksNotices }) => marksNotices),
    saysVerb: habits.some(({ saysVerb }) => saysVerb),
  }
}

function ownHabits(catalogue: Catalogue): Habits {
  const cited = citations(catalogue)
  const outermost = cited.filter(
    ({ citation: { name, issuer } }) => name?.marking === 'double' && issuer === undefined,
  )
  return {
    marksTitles: outermost.some(({ citation }) => isNumbered(citation)),
    marksNotices: outermost.some(({ citation: { name } }) => isNoticeOfAnother(name?.text ?? '')),
    saysVerb: cited.some(({ passage, citation: { issuer } }) =>
      VERB.test(wordsAt(passage, issuer)),
    ),
  }
}

/** 国务院办公厅关于印发〈政府网站发展指引〉的通知 */
function isNoticeOfAnother(title: string): boolean {
  return /[〈《<]/u.test(title) && /的(?:通知|决定|公告|函)$/u.test(title)
}

/** A title broken over two cells lost no mark: one begins in the one and ends in the other. */
function isCutAcrossCells(cited: readonly Cited[]): boolean {
  const ends = (marking: string, isAtEdge: (span: Span, text: string) => boolean) =>
    cited.some(
      ({ passage, citation: { name } }) =>
        name?.marking === marking && isAtEdge(name.span, passage.text),
    )
  return (
    ends('unopened', ({ start }, text) => text.slice(0, start).trim() === '') &&
    ends('unclosed', ({ end }, text) => text.slice(end).trim() === '')
  )
}

function faultOf(cited: Cited, habits: Habits, isCut: boolean): Fault | undefined {
  const { citation, passage, role } = cited
  const isBasis = role === 'basis'
  if (!isBasis && !isNumbered(citation)) return undefined
  const lost = lostMark(passage.text, citation)
  if (lost !== undefined) {
    return isCut ? undefined : { message: lost.fault, span: lost.span, changes: lost.changes }
  }
  if (isBasis && habits.marksTitles) {
    const bare = bareTitle(citation)
    if (bare !== undefined) return bare
  }
  if (habits.marksNotices) {
    const outside = outsideIssuer(cited)
    if (outside !== undefined) return outside
  }
  return isBasis && habits.saysVerb ? lackOfVerb(cited) : undefined
}

const BEFORE_TITLE = /^(?:根据|按照|依据|依照|遵照|参照|贯彻落实|贯彻|落实|执行|详见|见)\s*/u
const IN_SENTENCE = /根据|按照|依据|依照|遵照/u

/** 国务院办公厅关于做好……的通知（国办发〔2014〕46号） */
function bareTitle(citation: Citation): Fault | undefined {
  const { name } = citation
  if (name?.marking !== 'none' || !isNumbered(citation)) return undefined
  const title = name.text.replace(BEFORE_TITLE, '')
  if (!isTitleLike(title) || IN_SENTENCE.test(title) || /[〈<…]/u.test(title)) return undefined
  const span = { start: name.span.end - title.length, end: name.span.end }
  return { message: 'bare', span, changes: [putIn(span.start, '《'), putIn(span.end, '》')] }
}

/** 国务院办公厅关于印发《…》的通知 */
function outsideIssuer({ citation, passage }: Cited): Fault | undefined {
  const { name, issuer, tail } = citation
  if (name === undefined || issuer === undefined || tail === undefined) return undefined
  if (/[《》〈〉<>…]/u.test(name.text)) return undefined
  const words = wordsAt(passage, issuer)
  const before = BEFORE_TITLE.exec(words)?.[0].length ?? 0
  if (IN_SENTENCE.test(words.slice(before))) return undefined
  const span = { start: issuer.start + before, end: tail.end }
  const changes = [putIn(span.start, '《'), ...inner(name.span), putIn(span.end, '》')]
  return { message: 'outside', span, changes }
}

const POLICY = /(?:纲要|意见|方案|规划|计划)(?:[（(][^（()）]{1,16}[）)])?$/u
const BEGINS_POINT = /(?:^|[；;。”）)\n])\s*$/u

/** 中共中央 国务院《…纲要》, but not 国务院《…办法》, whose issuer is told as a favour. */
function lackOfVerb({ citation, passage }: Cited): Fault | undefined {
  const { name, issuer, tail, marker, span } = citation
  if (name?.marking !== 'double' || issuer === undefined || tail !== undefined) return undefined
  const before = passage.text.slice(marker?.end ?? Math.max(0, span.start - 40), span.start)
  const begins = marker === undefined ? BEGINS_POINT.test(before) : before.trim() === ''
  // 国务院《关于…的意见》 is a title whose first words stand outside.
  if (!begins || span.start !== issuer.start || /^关于/u.test(name.text)) return undefined
  const words = wordsAt(passage, issuer)
  if (VERB.test(words) || words.includes('关于') || !POLICY.test(name.text)) return undefined
  return {
    message: 'verb',
    span: { start: issuer.start, end: name.span.end },
    changes: [putIn(issuer.end, '印发')],
  }
}

function isNumbered({ documents, orders }: Citation): boolean {
  return documents.length + orders.length > 0
}

function wordsAt({ text }: Passage, span: Span | undefined): string {
  return span === undefined ? '' : text.slice(span.start, span.end)
}
