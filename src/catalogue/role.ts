/** What a column means; the names are those of the JSON report. */
export type Role =
  | 'seq'
  | 'item.level1'
  | 'item.level2'
  | 'item.level3'
  | 'content'
  | 'basis'
  | 'deadline'
  | 'subject'
  | 'channels'
  | 'audience.public'
  | 'audience.specific'
  | 'method'
  | 'method.proactive'
  | 'method.onRequest'
  | 'level.county'
  | 'level.township'
  | 'indicator.level1'
  | 'indicator.level2'
  | 'leadOffice'
  | 'supportOffice'
  | 'remark'
  | 'other'

/** The kinds of documents that are checked. */
export const KINDS = ['catalogue', 'domain-catalogue', 'annual-report', 'ledger'] as const
export type Kind = (typeof KINDS)[number]

/** 主动公开事项目录, 基层政务公开标准目录, 政府信息公开工作年度报告, 政务公开工作任务台账 */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  catalogue: '主动公开事项目录',
  'domain-catalogue': '基层政务公开标准目录',
  'annual-report': '政府信息公开工作年度报告',
  ledger: '政务公开工作任务台账',
}

/** The columns that a reader of a catalogue knows by these names. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  seq: '序号',
  'item.level1': '一级事项',
  'item.level2': '二级事项',
  'item.level3': '三级事项',
  content: '公开内容',
  basis: '公开依据',
  deadline: '公开时限',
  subject: '公开主体',
  channels: '公开渠道和载体',
  'audience.public': '公开对象（全社会）',
  'audience.specific': '公开对象（特定群体）',
  method: '公开方式',
  'method.proactive': '公开方式（主动）',
  'method.onRequest': '公开方式（依申请）',
  'level.county': '公开层级（县级）',
  'level.township': '公开层级（乡级）',
  'indicator.level1': '一级指标',
  'indicator.level2': '二级指标',
  leadOffice: '牵头单位',
  supportOffice: '配合单位',
  remark: '备注',
  other: '其他栏',
}
