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

const LEDGER_WORDS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  seq: ['序号', '编号'],
  'indicator.level1': [
    '一级指标',
    '任务类别',
    '工作任务',
    '重点任务',
    '主要任务',
    '任务分类',
    '任务名称',
  ],
  'indicator.level2': [
    '二级指标',
    '具体任务',
    '具体要求',
    '工作要求',
    '工作措施',
    '目标要求',
    '任务内容',
    '工作内容',
    '具体措施',
    '任务要求',
  ],
  leadOffice: [
    '牵头单位',
    '牵头处室',
    '牵头部门',
    '牵头科室',
    '责任科室',
    '责任单位',
    '责任部门',
    '责任处室',
  ],
  supportOffice: [
    '配合单位',
    '配合处室',
    '配合部门',
    '配合科室',
    '配合/责任单位',
    '协办单位',
    '责任配合单位',
  ],
  deadline: ['完成时限', '时限要求', '时间节点', '完成时间', '时限', '时间要求'],
  remark: ['备注'],
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

const CATALOGUE_INDEX = index(CATALOGUE_WORDS)
const LEDGER_INDEX = index(LEDGER_WORDS)

/** A header label as it is compared: no white space, half-width brackets. */
function normaliseLabel(text: string): string {
  return halfWidth(withoutSpace(text))
}

/** What a label of a catalogue's header says; undefined for a word that is no column of ours. */
export function readCatalogueLabel(text: string): Label | undefined {
  return read(text, CATALOGUE_INDEX)
}

/** What a label of a ledger's header says. */
export function readLedgerLabel(text: string): Label | undefined {
  return read(text, LEDGER_INDEX)
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
interface Words {
  readonly exact: ReadonlyMap<string, Meaning>
  /** Longest first. */
  readonly prefixes: readonly (readonly [string, Meaning])[]
}

/** What any word begins with. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [CATALOGUE_WORDS, LEDGER_WORDS].flatMap((words) =>
    Object.values(words).flatMap((list) => list.map((word) => word[0] ?? '')),
  ),
)

/** No label is longer, instructions included. */
const LONGEST_LABEL = 80

function index(words: Readonly<Partial<Record<Meaning, readonly string[]>>>): Words {
  const all = Object.entries(words).flatMap(([meaning, list = []]) =>
    list.map((word) => [word, meaning as Meaning] as const),
  )
  const prefixes = all.filter(([word]) => word.length > 2 && !WHOLE.has(word))
  return {
    exact: new Map(all),
    prefixes: prefixes.sort(([a], [b]) => b.length - a.length),
  }
}

function read(text: string, { exact, prefixes }: Words): Label | undefined {
  if (text === '' || text.length > LONGEST_LABEL) return undefined
  const plain = exact.get(text)
  if (plain !== undefined) return labelOf(text, plain)
  const label = normaliseLabel(text)
  const whole = exact.get(label)
  if (whole !== undefined) return labelOf(label, whole)
  if (!BEGINNINGS.has(label[0] ?? '')) return undefined
  const found = prefixes.find(([word]) => label.startsWith(word))
  return found && labelOf(...found)
}

function labelOf(word: string, meaning: Meaning): Label {
  const speaksOfDisclosure = word.startsWith('公开') || word.startsWith('主动公开')
  if (meaning.startsWith('group:')) {
    return { kind: 'group', group: meaning.slice(6) as Group, speaksOfDisclosure }
  }
  return { kind: 'role', role: meaning as Role, speaksOfDisclosure }
}
