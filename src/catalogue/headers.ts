import { halfWidth, withoutSpace } from '../text/normalise.ts'
import type { Role } from './role.ts'

/** A label that spans several columns, whose meaning is told by the labels below it. */
type Group = 'item' | 'audience' | 'method' | 'level'

/** What a header label says: a role of its own, or the group that the labels below belong to. */
export type Label =
  | { readonly kind: 'role'; readonly role: Role; readonly speaksOfDisclosure: boolean }
  | { readonly kind: 'group'; readonly group: Group; readonly speaksOfDisclosure: boolean }

type Meaning = Role | `group:${Group}`

/**
 * Header words as really written, white space removed and brackets half width. A label matches the
 * longest word that it begins with, because instructions follow many labels (“■”表示必选项); words of
 * one or two characters must match whole.
 */
const CATALOGUE_WORDS: Readonly<Partial<Record<Meaning, readonly string[]>>> = {
  seq: ['序号', '编号'],
  'group:item': [
    '公开事项',
    '公开类别及事项',
    '政府信息公开类别及事项',
    '公开目录',
    '事项',
    '主动公开事项',
  ],
  'item.level1': [
    '一级事项',
    '一级目录',
    '一级类别',
    '一级',
    '一级指标',
    '公开事项(一级',
    '公开事项一级',
    '事项名称',
    '公开事项名称',
    '目录名称',
    '业务事项',
    '信息类别',
  ],
  'item.level2': [
    '二级事项',
    '二级目录',
    '二级类别',
    '二级',
    '二级指标',
    '公开事项(二级',
    '公开事项二级',
  ],
  'item.level3': [
    '三级事项',
    '三级目录',
    '三级类别',
    '三级',
    '三级指标',
    '公开事项(三级',
    '公开事项三级',
  ],
  content: ['公开内容', '内容描述', '内容标准', '内容规范', '内容要求', '公开信息内容'],
  basis: ['公开依据', '法律依据', '依据', '公开法律依据', '公开的依据', '政策依据'],
  deadline: ['公开时限', '时限', '公开期限', '公开时间', '公开时效'],
  subject: [
    '公开主体',
    '责任主体',
    '公开责任',
    '责任科室',
    '责任单位',
    '责任处室',
    '责任部门',
    '公开单位',
    '公开机构',
    '主体',
    '公开主',
  ],
  channels: [
    '公开渠道',
    '公开载体',
    '主要公开渠道',
    '公开形式',
    '公布方式',
    '公开途径',
    '公开平台',
  ],
  'group:audience': ['公开对象', '公开范围', '公开对'],
  'group:method': ['公开方式', '公开属性', '公开方'],
  'group:level': ['公开层级', '公开层'],
  remark: ['备注'],
}

/**
 * What a label of a ledger says by itself. What it means in its header also depends on the others:
 * 责任单位 is the one in charge unless a 牵头单位 stands beside it, and 内容 is a group above the
 * indicators or the only one.
 */
export type LedgerWord =
  | 'seq'
  | 'group'
  | 'indicator.level1'
  | 'indicator.level2'
  | 'indicator.level3'
  | 'leadOffice'
  | 'dutyOffice'
  | 'supportOffice'
  | 'deadline'
  | 'remark'

/** Words of ledgers (DEFECTS 12, PROFILES 5), matched as those of catalogues are. */
const LEDGER_WORDS: Readonly<Record<LedgerWord, readonly string[]>> = {
  seq: ['序号', '编号'],
  group: ['内容', '类别', '分类', '项目', '板块', '领域', '方面', '大类', '重点领域', '工作领域'],
  'indicator.level1': [
    '一级指标',
    '任务类别',
    '工作任务',
    '工作类别',
    '重点任务',
    '主要任务',
    '任务分类',
    '任务名称',
    '重点工作',
    '工作要点',
    '目标任务',
    '工作事项',
    '任务事项',
    '任务',
    '任务分解',
    '工作项目',
    '指标',
    '考核指标',
    '评估指标',
    '考核项目',
    '事项',
  ],
  'indicator.level2': [
    '二级指标',
    '具体任务',
    '具体要求',
    '具体内容',
    '具体事项',
    '具体工作',
    '工作要求',
    '工作措施',
    '工作举措',
    '工作目标',
    '目标要求',
    '任务内容',
    '工作内容',
    '主要内容',
    '考核内容',
    '具体措施',
    '具体举措',
    '主要措施',
    '主要举措',
    '推进措施',
    '落实措施',
    '任务要求',
    '落实要求',
    '要求',
    '措施',
  ],
  'indicator.level3': ['三级指标'],
  leadOffice: [
    '牵头单位',
    '牵头处室',
    '牵头部门',
    '牵头科室',
    '牵头股室',
    '牵头机构',
    '牵头责任单位',
    '牵头责任部门',
    '牵头',
    '主办单位',
    '主办部门',
    '主办科室',
    '主要责任单位',
    '第一责任单位',
  ],
  dutyOffice: [
    '责任科室',
    '责任单位',
    '责任部门',
    '责任处室',
    '责任股室',
    '责任主体',
    '责任机构',
    '承办单位',
    '承办部门',
    '承办科室',
    '承办处室',
    '落实单位',
    '落实部门',
    '负责单位',
    '负责部门',
    '负责科室',
    '负责处室',
    '实施单位',
    '责任',
  ],
  supportOffice: [
    '配合单位',
    '配合处室',
    '配合部门',
    '配合科室',
    '配合股室',
    '配合责任单位',
    '配合/责任单位',
    '责任配合单位',
    '责任单位(配合',
    '协办单位',
    '协办部门',
    '协办科室',
    '协助单位',
    '协同单位',
    '参与单位',
    '参加单位',
    '配合',
  ],
  deadline: [
    '完成时限',
    '完成期限',
    '完成时间',
    '完成时点',
    '计划完成时间',
    '时限要求',
    '时间要求',
    '时间节点',
    '时间安排',
    '时间进度',
    '进度安排',
    '进度要求',
    '工作时限',
    '办理时限',
    '办结时限',
    '推进时限',
    '落实时限',
    '时限',
    '期限',
    '时间',
  ],
  remark: ['备注', '说明'],
}

/** Labels that only mean something below a label that spans them. */
const BELOW: Readonly<Record<Group, readonly (readonly [RegExp, Role])[]>> = {
  item: [
    [/^一级|^1级/u, 'item.level1'],
    [/^二级|^2级/u, 'item.level2'],
    [/^三级|^3级/u, 'item.level3'],
  ],
  audience: [
    [/^特定/u, 'audience.specific'],
    [/^全社|^社会(?:公众)?$|^全体/u, 'audience.public'],
  ],
  method: [
    [/^依申请|^申请(?:公开)?$/u, 'method.onRequest'],
    [/^主动/u, 'method.proactive'],
  ],
  level: [
    [/^(?:[一-龥]{0,4}[县区市州省旗盟](?:\([县区市旗]\))?级){1,2}$|^[县区市州]$/u, 'level.county'],
    [/^[乡镇街道村社区办()、]*[乡镇街村][乡镇街道村社区办()、]*级?$/u, 'level.township'],
  ],
}

/** Words that are the beginning of other words must match whole. */
const WHOLE: ReadonlySet<string> = new Set(['公开对', '公开方', '公开层', '公开主'])

const CATALOGUE_INDEX = index<Meaning>(CATALOGUE_WORDS)
const LEDGER_INDEX = index<LedgerWord>(LEDGER_WORDS)

/** A header label as it is compared: no white space, half-width brackets. */
function normaliseLabel(text: string): string {
  return halfWidth(withoutSpace(text))
}

/** What a label of a catalogue's header says; undefined for a word that is no column of ours. */
export function readCatalogueLabel(text: string): Label | undefined {
  return read(text, CATALOGUE_INDEX)
}

/** What a label of a ledger's header says by itself. */
export function readLedgerLabel(text: string): LedgerWord | undefined {
  return find(text, LEDGER_INDEX)?.[1]
}

/** Whether a label says in so many words who leads, which no label of a catalogue does. */
export function saysWhoLeads(text: string): boolean {
  return readLedgerLabel(text) === 'leadOffice'
}

/**
 * What a label says that stands below another one. 全社会, 特定群体 and 依申请 need no label above;
 * 县级 and 主动 do, unless the row has shown itself to be a second header row.
 */
export function readLabelBelow(text: string, above: string): Role | undefined {
  if (text === '' || text.length > 40) return undefined
  const label = normaliseLabel(text)
  if (label === '' || label.length > 16) return undefined
  const parent = above === '' ? undefined : readCatalogueLabel(above)
  const groups: readonly Group[] =
    parent?.kind === 'group'
      ? [parent.group]
      : parent === undefined
        ? ['item', 'audience', 'method', 'level']
        : []
  for (const group of groups) {
    const found = BELOW[group].find(([pattern]) => pattern.test(label))
    if (found !== undefined) return found[1]
  }
  return undefined
}

/** The words of a vocabulary: all of them by themselves, and those that a label may begin with. */
interface Words<Of extends string> {
  readonly exact: ReadonlyMap<string, Of>
  /** Longest first. */
  readonly prefixes: readonly (readonly [string, Of])[]
}

/** What any word begins with. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [CATALOGUE_WORDS, LEDGER_WORDS].flatMap((words) =>
    Object.values(words).flatMap((list) => list.map((word) => word[0] ?? '')),
  ),
)

/** No label is longer, instructions included. */
const LONGEST_LABEL = 80

function index<Of extends string>(
  words: Readonly<Partial<Record<Of, readonly string[]>>>,
): Words<Of> {
  const all = (Object.entries(words) as [Of, readonly string[]][]).flatMap(([meaning, list]) =>
    list.map((word) => [word, meaning] as const),
  )
  const prefixes = all.filter(([word]) => word.length > 2 && !WHOLE.has(word))
  return {
    exact: new Map(all),
    prefixes: prefixes.sort(([a], [b]) => b.length - a.length),
  }
}

function read(text: string, words: Words<Meaning>): Label | undefined {
  const found = find(text, words)
  return found && labelOf(...found)
}

/** The word that a label is or begins with, and what it means. */
function find<Of extends string>(
  text: string,
  { exact, prefixes }: Words<Of>,
): readonly [string, Of] | undefined {
  if (text === '' || text.length > LONGEST_LABEL) return undefined
  const plain = exact.get(text)
  if (plain !== undefined) return [text, plain]
  const label = normaliseLabel(text)
  const whole = exact.get(label)
  if (whole !== undefined) return [label, whole]
  if (!BEGINNINGS.has(label[0] ?? '')) return undefined
  return prefixes.find(([word]) => label.startsWith(word))
}

function labelOf(word: string, meaning: Meaning): Label {
  const speaksOfDisclosure = word.startsWith('公开') || word.startsWith('主动公开')
  if (meaning.startsWith('group:')) {
    return { kind: 'group', group: meaning.slice(6) as Group, speaksOfDisclosure }
  }
  return { kind: 'role', role: meaning as Role, speaksOfDisclosure }
}
