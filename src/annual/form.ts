/*
 * The tables of the official form of the annual report: 国办公开办函〔2021〕30号 for the years from
 * 2021 on, 国办公开办函〔2019〕60号 for 2019 and 2020.
 */

/** The three tables of a report, named by the part that they stand in. */
export const TABLE_NAMES = {
  proactive: '第二部分“主动公开政府信息情况”统计表',
  requests: '第三部分“收到和处理政府信息公开申请情况”统计表',
  disputes: '第四部分“政府信息公开行政复议、行政诉讼情况”统计表',
} as const
export type TableKey = keyof typeof TABLE_NAMES

/** Who asked: the seven columns of the table of part three, in order. */
export const APPLICANTS = [
  { key: 'naturalPerson', label: '自然人' },
  { key: 'company', label: '商业企业' },
  { key: 'research', label: '科研机构' },
  { key: 'ngo', label: '社会公益组织' },
  { key: 'legalService', label: '法律服务机构' },
  { key: 'otherOrg', label: '其他' },
  { key: 'total', label: '总计' },
] as const
export type ApplicantKey = (typeof APPLICANTS)[number]['key']

/** A row of the table of part three. */
export interface RequestRow {
  readonly key: RequestKey
  /** 一、 · （一） · 1. */
  readonly number: string
  /** The words after the number. */
  readonly words: string
  /** The group that it belongs to. */
  readonly group?: RequestGroupKey
}

/** A label that stands over several rows and has no figures of its own. */
export interface RequestGroup {
  readonly key: RequestGroupKey
  readonly number: string
  readonly words: string
}

export type RequestGroupKey = 'result' | 'refuse' | 'unable' | 'decline' | 'other'

export const REQUEST_GROUPS: readonly RequestGroup[] = [
  { key: 'result', number: '三、', words: '本年度办理结果' },
  { key: 'refuse', number: '（三）', words: '不予公开' },
  { key: 'unable', number: '（四）', words: '无法提供' },
  { key: 'decline', number: '（五）', words: '不予处理' },
  { key: 'other', number: '（六）', words: '其他处理' },
]

const ROWS = [
  ['received', '一、', '本年新收政府信息公开申请数量'],
  ['carriedIn', '二、', '上年结转政府信息公开申请数量'],
  ['granted', '（一）', '予以公开', 'result'],
  ['partial', '（二）', '部分公开', 'result'],
  ['refuse.stateSecret', '1.', '属于国家秘密', 'refuse'],
  ['refuse.lawForbidden', '2.', '其他法律行政法规禁止公开', 'refuse'],
  ['refuse.threeSecurities', '3.', '危及“三安全一稳定”', 'refuse'],
  ['refuse.thirdParty', '4.', '保护第三方合法权益', 'refuse'],
  ['refuse.internal', '5.', '属于三类内部事务信息', 'refuse'],
  ['refuse.process', '6.', '属于四类过程性信息', 'refuse'],
  ['refuse.caseFile', '7.', '属于行政执法案卷', 'refuse'],
  ['refuse.inquiry', '8.', '属于行政查询事项', 'refuse'],
  ['unable.notHeld', '1.', '本机关不掌握相关政府信息', 'unable'],
  ['unable.needCreate', '2.', '没有现成信息需要另行制作', 'unable'],
  ['unable.unclear', '3.', '补正后申请内容仍不明确', 'unable'],
  ['decline.complaint', '1.', '信访举报投诉类申请', 'decline'],
  ['decline.repeat', '2.', '重复申请', 'decline'],
  ['decline.publication', '3.', '要求提供公开出版物', 'decline'],
  ['decline.massive', '4.', '无正当理由大量反复申请', 'decline'],
  ['decline.confirm', '5.', '要求行政机关确认或重新出具已获取信息', 'decline'],
  [
    'other.noCorrection',
    '1.',
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'other',
  ],
  [
    'other.noFee',
    '2.',
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    'other',
  ],
  ['other.misc', '3.', '其他', 'other'],
  ['resultTotal', '（七）', '总计', 'result'],
  ['carriedOut', '四、', '结转下年度继续办理'],
] as const
export type RequestKey = (typeof ROWS)[number][0]

/** The 25 rows that hold figures, in order. */
export const REQUEST_ROWS: readonly RequestRow[] = ROWS.map(([key, number, words, group]) => ({
  key,
  number,
  words,
  ...(group && { group }),
}))

/** The rows of the form of 2019, in which （六）其他处理 is one row. */
export const REQUEST_ROWS_2019: readonly RequestRow[] = REQUEST_ROWS.flatMap((row) =>
  row.group !== 'other'
    ? [row]
    : row.key === 'other.misc'
      ? [{ key: row.key, number: '（六）', words: '其他处理', group: 'result' as const }]
      : [],
)

/** The rows whose sum is （七）总计. */
export function isResult({ key, group }: RequestRow): boolean {
  return group !== undefined && key !== 'resultTotal'
}

/** The rows of the table of part two and the columns of each, in order. */
export const PROACTIVE_ROWS = [
  { key: 'rules', label: '规章', columns: ['made', 'repealed', 'valid'] },
  { key: 'normativeDocs', label: '行政规范性文件', columns: ['made', 'repealed', 'valid'] },
  { key: 'licensing', label: '行政许可', columns: ['processed'] },
  { key: 'penalty', label: '行政处罚', columns: ['processed'] },
  { key: 'coercion', label: '行政强制', columns: ['processed'] },
  { key: 'fees', label: '行政事业性收费', columns: ['amount'] },
] as const
export type ProactiveKey = (typeof PROACTIVE_ROWS)[number]['key']

export const PROACTIVE_COLUMNS = {
  made: '本年制发件数',
  repealed: '本年废止件数',
  valid: '现行有效件数',
  processed: '本年处理决定数量',
  amount: '本年收费金额（单位：万元）',
} as const
export type ProactiveColumn = keyof typeof PROACTIVE_COLUMNS

/** Labels that only the form of 2019 has. */
export const LABELS_OF_2019 = [
  '本年新制作数量',
  '本年新公开数量',
  '对外公开总数量',
  '上一年项目数量',
  '本年增/减',
  '政府集中采购',
  '采购项目数量',
  '采购总金额',
  '其他对外管理服务事项',
] as const

/** The three groups of the table of part four, in order. */
export const DISPUTE_GROUPS = [
  { key: 'review', label: '行政复议' },
  { key: 'directSuit', label: '未经复议直接起诉' },
  { key: 'suitAfterReview', label: '复议后起诉' },
] as const
export type DisputeGroupKey = (typeof DISPUTE_GROUPS)[number]['key']

/** The five columns of each group, in order. */
export const OUTCOMES = [
  { key: 'upheld', label: '结果维持' },
  { key: 'corrected', label: '结果纠正' },
  { key: 'other', label: '其他结果' },
  { key: 'pending', label: '尚未审结' },
  { key: 'total', label: '总计' },
] as const
export type OutcomeKey = (typeof OUTCOMES)[number]['key']
