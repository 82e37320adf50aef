import type { ItemType, Profile } from '../authority/item-type.ts'
import { type ItemTypes, itemWords } from '../authority/item-types.ts'
import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import type { Severity } from './rule.ts'

/**
 * An item of an entry and the type it was recognised as. `name`: by its own name; `above`: by that
 * of a level above, its own telling nothing; `content`: by what its content speaks of; `none`: by
 * nothing, so that the general rule holds.
 */
export interface Item {
  readonly entry: Entry
  /** What a sentence calls it: its name, or that of the type that its content speaks of. */
  readonly name: string
  readonly type: ItemType
  readonly by: 'name' | 'above' | 'content' | 'none'
  /** It comes once a year or quarter by its name. */
  readonly isRecurring: boolean
}

const LEVELS = ['item.level3', 'item.level2', 'item.level1'] as const

/** Papers about a matter, whose deadline is not that of the matter: 预算管理制度 is no budget. */
const PAPER =
  /(?:制度|办法|规定|细则|机制|政策|法规|指南|流程|须知|标准|目录|清单|职责|职能|机构|依据|方案|预案|文件|动态|解读|知识|法律|程序|条件|材料|公告栏|通知|培训|链接|平台|会议|通报|检查|要求|软件|名单)/u

const RECURRING =
  /年度|年报|季度|半年|月度|每年|每季|每月|总结|要点|年鉴|公报|计划|总体情况|评估|标准调整|使用情况/u

/** More pieces than this are a text that was put into the column of names. */
const MOST_PIECES = 12
const LONGEST_NAME = 60

/**
 * What the entry publishes, each piece of its name on its own: 抽查事项清单 抽查计划 抽查结果 are
 * three items in one cell. The types that only its content tells come last. Empty without a name.
 */
export function itemsOf(entry: Entry, types: ItemTypes): readonly Item[] {
  const levels = LEVELS.map((role) => entry.text(role)).filter((text) => text !== '')
  // Content that slid into the columns of names names nothing.
  const [own, ...above] = levels.filter(isName).length > 0 ? levels.filter(isName) : levels
  if (own === undefined || types.general === undefined) return []
  const setting = {
    names: levels,
    content: [entry.text('content'), ...levels.filter((text) => !isName(text))].join(' '),
    subject: entry.text('subject'),
  }
  const isRecurring = levels.some((name) => RECURRING.test(name))
  const found: Item[] = []
  const add = (item: Omit<Item, 'entry' | 'isRecurring'>) => {
    if (!found.some(({ type }) => type === item.type)) found.push({ entry, isRecurring, ...item })
  }
  const ownPieces = piecesOf(own)
  for (const piece of ownPieces) {
    const [type] = types.named(itemWords(piece, setting))
    if (type !== undefined) add({ name: piece, type, by: 'name' })
    else if (ownPieces.length > 1) add({ name: piece, type: types.general, by: 'none' })
  }
  if (!found.some(({ by }) => by === 'name') && !PAPER.test(own)) {
    const inherited = inheritedType(above, types, setting)
    if (inherited !== undefined) {
      const { type } = inherited
      found.length = 0
      // 部门年度报告 below 政府信息公开年报 is the report.
      add(
        type.limit.kind === 'by-date' && sharesWord(own, type.name)
          ? { name: nameOf(own), type, by: 'name' }
          : { ...inherited, by: 'above' },
      )
    }
  }
  if (found.length === 0) add({ name: nameOf(own), type: types.general, by: 'none' })
  for (const type of types.inContent(itemWords(own, setting))) {
    add({ name: type.name, type, by: 'content' })
  }
  return found
}

/** Whether a text in a column of names is one, and not a sentence about the content. */
function isName(text: string): boolean {
  return text.length < SHORTEST_PROSE || !PROSE.test(text)
}

const SHORTEST_PROSE = 18
const PROSE = /[，；。]|^(?:对|以|将|按|定期|包括|主要是)|的.*的|的(?:信息|情况)(?:内容)?$/su

function inheritedType(
  above: readonly string[],
  types: ItemTypes,
  setting: { names: readonly string[]; content: string; subject: string },
): { name: string; type: ItemType } | undefined {
  for (const level of above) {
    for (const piece of piecesOf(level)) {
      const [type] = types.named(itemWords(piece, setting))
      if (type !== undefined) return { name: piece, type }
    }
    if (PAPER.test(level)) return undefined
  }
  return undefined
}

/** The names in a cell: whole where it is one, wrapped or not; else apart. */
function piecesOf(text: string): readonly string[] {
  const pieces = text.split(/[\s;；]+/u).filter((piece) => piece.length > 0)
  const areNames =
    pieces.length <= MOST_PIECES &&
    pieces.every(({ length }) => length >= 3 && length <= LONGEST_NAME)
  return pieces.length > 1 && areNames ? pieces : [nameOf(text)]
}

function nameOf(text: string): string {
  const name = text.replace(/\s+/gu, '')
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
}

/** Words that every label and every name has, and that tell nothing. */
const COMMON = /信息|公开|行政|事项|其中|其他|其它|其余|情况|内容|部分|应当|除|外/gu

/** Whether two names have a word in common that tells something. */
export function sharesWord(one: string, other: string): boolean {
  const [words, target] = [one, other].map((text) => text.replaceAll(COMMON, ' '))
  for (let at = 0; at + 2 <= (words ?? '').length; at++) {
    const pair = words?.slice(at, at + 2) ?? ''
    if (!pair.includes(' ') && target?.includes(pair)) return true
  }
  return false
}

/** Who publishes an entry, on whom what the law allows may depend. */
export function profileOf(entry: Entry, catalogue: Catalogue): Profile {
  if (catalogue.kind === 'domain-catalogue') return 'domain'
  const subject = entry.text('subject') || (catalogue.agency ?? '')
  if (/(?:[乡镇]|街道|街道办事处|[乡镇]人民政府|街道办)$/u.test(subject)) return 'township'
  return /人民政府$|人民政府办公[厅室]$/u.test(subject) ? 'county' : 'department'
}

const GRADES: readonly Severity[] = ['info', 'warning', 'error']

/** How grave a breach of a type's limit is: no more than a warning where the type is inferred. */
export function severityOf({ type, by }: Item, profile: Profile): Severity {
  const severity = type.profiles?.[profile] ?? type.severity
  if (by === 'name' || by === 'none') return severity
  return GRADES[Math.min(GRADES.indexOf(severity), GRADES.indexOf('warning'))] ?? severity
}
