import type { Term } from '../../grammar/lexicon.ts'

/** A word for which a law or a document of the State Council has another one. */
export interface NonstandardTerm extends Term {
  /** Where the right word stands. */
  readonly source: string
  /** Whether the words mean nothing else, so that they are wrong rather than loose. */
  readonly isSure: boolean
  /** Whether the right word can be put in without a look at the sentence. */
  readonly isSafe?: true
  /** Left to a rule of its own in ledgers, which knows what they copy. */
  readonly notInLedgers?: true
}

const EMERGENCIES = '《中华人民共和国突发事件应对法》第二条'
const DISCLOSURE = '《中华人民共和国政府信息公开条例》'
// A body of that name, not the work.
const BODY = '!(?:平台|专栏|栏|网|科|股|处|室|办|领导小组|中心|员)'

/**
 * Words seen in published catalogues and reports (RULES, dictionaries). What reports write in their
 * tables, and what they retell of a law, have rules of their own.
 */
export const NONSTANDARD_TERMS: readonly NonstandardTerm[] = [
  {
    words: '事故灾害',
    right: '事故灾难',
    after: '类',
    source: EMERGENCIES,
    isSure: true,
    isSafe: true,
  },
  {
    words: '事故灾害',
    right: '事故灾难',
    after: '[、和]',
    source: EMERGENCIES,
    isSure: true,
  },
  {
    words: '特别重大、突发事件',
    right: '特别重大、重大突发事件',
    source: '国办发〔2016〕80号',
    isSure: true,
    notInLedgers: true,
  },
  {
    words: '政务信息公开',
    right: '政府信息公开',
    after: BODY,
    source: DISCLOSURE,
    isSure: false,
  },
  {
    // 市政府公开信息132条 is what the government did.
    words: '政府公开信息',
    right: '公开的政府信息',
    before: '(?:获取|查阅|查询|提供|检索|下载)[^，。；\\s]{0,30}(?<![市县区旗省镇乡级民])',
    after: '![网栏平专目\\d]',
    source: `${DISCLOSURE}第一条`,
    isSure: false,
  },
  {
    words: '信息公开费',
    right: '信息处理费',
    after: '!用',
    source: `${DISCLOSURE}第四十二条`,
    isSure: false,
  },
  {
    words: '信息检索费',
    right: '信息处理费',
    source: `${DISCLOSURE}第四十二条`,
    isSure: false,
  },
  {
    words: '法制政府',
    right: '法治政府',
    before: '!政府',
    after: '!法制|网',
    source: '《法治政府建设实施纲要（2021—2025年）》',
    isSure: true,
  },
  {
    words: '残废(人|军人)',
    right: '残疾$1',
    source: '《中华人民共和国残疾人保障法》第二条',
    isSure: true,
  },
]
