import type { Duration } from '../../grammar/deadline.ts'

/** A limit that a law or a document of the State Council sets to a duty, as tasks retell it. */
export interface StatutoryLimit extends Duration {
  readonly id: string
  /** The instrument by its title in the registry, and its article or, for a document, its number. */
  readonly source: string
  readonly article: string
  /** What is limited, in a few words of ours. */
  readonly what: string
  /** Words of the duty, in the clause of the number or the one behind it. */
  readonly duty: RegExp
  /** Words that the sentence has up to the end of the clause. */
  readonly about?: RegExp
  /** Whether these words may stand in a sentence before. */
  readonly isFar?: true
  /** Words with which the sentence is about something else. */
  readonly not?: RegExp
  /** Which events it holds for; a sentence may tell of grave ones first and of others then. */
  readonly scope?: 'grave' | 'general'
  /** The type of item in authorities/deadlines.json that has the same limit, where one has. */
  readonly itemType?: string
}

const DISCLOSURE = '中华人民共和国政府信息公开条例'
const RULES_2016 = '国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知'
const RESPONSE_2016 = '国务院办公厅关于在政务公开工作中进一步做好政务舆情回应的通知'

/**
 * The first one that fits a number is the one it is held to. The hours of 国办发〔2016〕61号 and 80号
 * were confirmed through the press on the days of their publication, the articles in the text of the
 * law (domain/RULES.md, Verification of bases; authorities/deadlines.json). What was not confirmed,
 * such as the 4% of 绩效考核, is not here.
 */
export const STATUTORY_LIMITS: readonly StatutoryLimit[] = [
  {
    id: 'press-conference',
    amount: 24,
    unit: 'hour',
    source: RULES_2016,
    article: '国办发〔2016〕80号',
    what: '涉及特别重大、重大突发事件的政务舆情举行新闻发布会',
    duty: /新闻发布会/u,
    about: /舆情|突发/u,
    scope: 'grave',
    itemType: 'public-opinion-response',
  },
  {
    id: 'first-word',
    amount: 5,
    unit: 'hour',
    source: RULES_2016,
    article: '国办发〔2016〕80号',
    what: '涉及特别重大、重大突发事件的政务舆情发布权威信息',
    duty: /(?<!持续发布|滚动发布|持续)(?:权威信息|权威发布)|首次(?:发布|发声)/u,
    about: /舆情|突发/u,
    scope: 'grave',
    itemType: 'public-opinion-response',
  },
  {
    id: 'response',
    amount: 48,
    unit: 'hour',
    source: RESPONSE_2016,
    article: '国办发〔2016〕61号',
    what: '其他政务舆情予以回应',
    duty: /回应|发声/u,
    about: /舆情/u,
    not: /核实|研判|转办|交办|批转|办结|调查|留言|咨询|来信|来电|网民|诉求|建议/u,
    scope: 'general',
    itemType: 'public-opinion-response',
  },
  {
    id: 'extension',
    amount: 20,
    unit: 'workday',
    source: DISCLOSURE,
    article: '第三十三条',
    what: '延长答复政府信息公开申请',
    duty: /延长|延期/u,
    about: /申请|答复/u,
    isFar: true,
    not: /行政许可|行政复议|信访|举报|提案|建议/u,
  },
  {
    id: 'correction',
    amount: 7,
    unit: 'workday',
    source: DISCLOSURE,
    article: '第三十条',
    what: '告知申请人补正',
    duty: /补正/u,
    about: /申请|公开/u,
    not: /行政许可|行政复议|信访|举报|提案|完成补正|补正完毕|逾期/u,
  },
  {
    id: 'third-party',
    amount: 15,
    unit: 'workday',
    source: DISCLOSURE,
    article: '第三十二条',
    what: '第三方对公开提出意见',
    duty: /第三方[^，。；]{0,24}(?:意见|答复|回复)/u,
    not: /评估|测评/u,
  },
  {
    id: 'answer',
    amount: 20,
    unit: 'workday',
    source: DISCLOSURE,
    article: '第三十三条',
    what: '答复政府信息公开申请',
    duty: /答复|回复|办结|作出[^，。；]{0,8}决定/u,
    about: /信息公开申请|依申请公开|申请公开|收到(?:公开)?申请/u,
    not: /行政许可|行政复议|信访|举报|提案|建议|投诉|留言|补正|第三方|归档|存档|备案|抽查|评查|回访|总结|通报/u,
    itemType: 'on-request',
  },
  {
    id: 'budget',
    amount: 20,
    unit: 'day',
    source: '中华人民共和国预算法',
    article: '第十四条',
    what: '经批准、批复的预算、决算向社会公开',
    duty: /公[开布]/u,
    about: /(?:预算|决算)[^。；]*(?:批[复准]|审议通过)|(?:批[复准]|审议通过)[^。；]*(?:预算|决算)/u,
    not: /绩效|采购|项目|工程/u,
    itemType: 'budget-final-department',
  },
  {
    id: 'proactive',
    amount: 20,
    unit: 'workday',
    source: DISCLOSURE,
    article: '第二十六条',
    what: '主动公开政府信息',
    duty: /主动公开(?!目录|事项|清单|栏|专栏|工作|制度|指南|基本)|(?:形成|变更|制作|产生|获取|印发|成文|生成)[^。；]{0,30}内[^。；]{0,20}(?:公开|公布|发布)(?!工作|年)/u,
    not: /申请|征求|征集|公示|批[复准]|备案|移交|归档|提案|建议|解读|会议/u,
    itemType: 'catalogue',
  },
]

/** A day of the year by which the annual report is published (条例第四十九条). */
export interface ReportDay {
  readonly month: number
  readonly day: number
  readonly who: string
  readonly article: string
  readonly itemType: string
}

/** That of a department, and that of a whole government. */
export const REPORT_DAYS: Readonly<Record<'department' | 'government', ReportDay>> = {
  department: {
    month: 1,
    day: 31,
    who: '县级以上人民政府部门',
    article: '第四十九条',
    itemType: 'annual-report-department',
  },
  government: {
    month: 3,
    day: 31,
    who: '本级政府信息公开工作主管部门',
    article: '第四十九条',
    itemType: 'annual-report-government',
  },
}

export const REPORT_SOURCE = DISCLOSURE

/** A phrase of a document that tasks copy with a word missing. */
export interface SetPhrase {
  readonly wrong: RegExp
  readonly right: string
  readonly source: string
  readonly article: string
}

export const SET_PHRASES: readonly SetPhrase[] = [
  {
    wrong: /特别重大[、和及或与](?=突发(?:公共)?事件)/gu,
    right: '特别重大、重大',
    source: RULES_2016,
    article: '国办发〔2016〕80号',
  },
]
