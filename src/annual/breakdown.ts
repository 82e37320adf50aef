import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Passage } from '../table/model.ts'
import type { Span } from '../text/span.ts'
import { isUnbroken, originalSpan, type Plain, plainOf } from './sentence.ts'
import { proseOf } from './texts.ts'

/** A total with the figures that it is made of: 1471条（工作动态57条，热点关注1180条……）. */
export interface Breakdown {
  readonly passage: Passage
  /** From the total to the end of the list. */
  readonly span: Span
  /** The total with its unit, as written. */
  readonly total: string
  readonly value: number
  readonly unit: string
  readonly parts: readonly { readonly label: string; readonly value: number }[]
  /** What the parts come to. */
  readonly sum: number
  /**
   * `exhaustive`: a list in brackets with 其他 or the like as its last part; `closed`: a list in
   * brackets that does not say it is a selection; `partial`: 其中……, which may leave parts out.
   */
  readonly kind: 'exhaustive' | 'closed' | 'partial'
  /** How far total and sum may differ where the figures are rounded; 0 for counts. */
  readonly slack: number
}

/** The breakdowns in the prose of a report that can be added up; those that may overlap are left out. */
export function breakdowns(catalogue: Catalogue): readonly Breakdown[] {
  return proseOf(catalogue).flatMap(readBreakdowns)
}

const FIGURE = String.raw`(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?:\.\d{1,4})?`
// 1471条（……） · 1471条信息（……）
const IN_BRACKETS = new RegExp(
  `(?<![\\d.,第近约超逾达过足-])(?<total>${FIGURE})(?<noun>[㐀-䶿一-鿿]{1,8})\\((?<list>[^()]{3,600})\\)`,
  'gu',
)
// 17件，其中自然人12件、商业企业3件
const AMONG = new RegExp(
  `(?<![\\d.,第近约超逾达过足-])(?<total>${FIGURE})(?<noun>[㐀-䶿一-鿿]{1,8}?)[，;]?其中[:，]?(?<list>[^()，;。]{2,200})`,
  'gu',
)
const PART = new RegExp(
  `^(?<label>[^\\d]{0,40})(?<figure>${FIGURE})(?<unit>[㐀-䶿一-鿿]{1,4})$`,
  'u',
)
/** What may stand between the unit of a total and the bracket. */
const NOUN =
  /^(?:信息|政府信息|政务信息|申请|政府信息公开申请|案件|文件|稿件|内容|数据|会议|培训|问题)?$/u
/** Figures that are no amounts. */
const NO_UNIT = /^(?:年|月|日|号|时|分$|秒|点|级|岁|楼|室|章|款|[余多几]|[万亿千百](?!元))/u
/** Words by which a list is a selection. */
const SELECTION = /^(?:其中|包括|包含|含|涉及|主要|如|例如|比如)/u
const MAIN = /主要|例如|比如/u
/** Parts that may be counted twice, that are no parts, or are not exact. */
const NO_PART =
  /其中|包括|包含|含|主要|小计|合计|总计|共$|结转下|办结|答复|正在|[未已尚]|同比|环比|较|比上|去年|增|减|升|降|平均|参加|参与|出席|均|[约近超逾达]$|不足$|最/u
const CHANNEL =
  /网站|网页|门户|微信|微博|公众号|客户端|APP|新媒体|平台|头条|抖音|快手|视频号|报纸|[日晚]报|电视|广播|公开栏|公示栏|宣传栏|电子屏|短信|微信群|栏目|专栏|线上|线下/iu
/** What makes a figure a difference, which no list divides: 比去年增加2件；其中当面1件 */
const DIFFERENCE = /(?:增加|增长|新增|减少|下降|多|少)了?$/u
/** A last part that takes in all the rest. */
const REST = /^(?:以及|及|和)?其[他它余]/u

function readBreakdowns(passage: Passage): readonly Breakdown[] {
  if (!/[（(]|其中/u.test(passage.text)) return []
  const plain = plainOf(passage.text)
  const found: Breakdown[] = []
  for (const match of plain.text.matchAll(IN_BRACKETS)) {
    const breakdown = readList(match, passage, plain)
    if (breakdown !== undefined) found.push(breakdown)
  }
  for (const match of plain.text.matchAll(AMONG)) {
    const breakdown = readAmong(match, passage, plain)
    if (breakdown !== undefined) found.push(breakdown)
  }
  return found
}

function readList(match: RegExpMatchArray, passage: Passage, plain: Plain): Breakdown | undefined {
  const { total = '', noun = '', list = '' } = match.groups ?? {}
  if (MAIN.test(list)) return undefined
  const isSelection = SELECTION.test(list)
  const parts = partsOf(list.replace(SELECTION, '').replace(/^[:，]/u, ''))
  if (parts === undefined || parts.length < 2) return undefined
  const isExhaustive = REST.test(parts.at(-1)?.label ?? '')
  const kind = isSelection ? 'partial' : isExhaustive ? 'exhaustive' : 'closed'
  const made = breakdownOf(match, { total, noun, parts, kind }, passage, plain)
  if (made === undefined || kind === 'partial') return made
  // 15件（予以公开10件，部分公开3件），不予公开2件: the list goes on behind the bracket.
  const end = (match.index ?? 0) + match[0].length
  const rest = `${made.value - made.sum}${made.unit}`
  return plain.text.slice(end, end + 80).includes(rest) ? undefined : made
}

function readAmong(match: RegExpMatchArray, passage: Passage, plain: Plain): Breakdown | undefined {
  const { total = '', noun = '', list = '' } = match.groups ?? {}
  const { index = 0 } = match
  if (MAIN.test(list) || DIFFERENCE.test(plain.text.slice(Math.max(0, index - 3), index)))
    return undefined
  const parts = partsOf(list)
  if (parts === undefined) return undefined
  return breakdownOf(match, { total, noun, parts, kind: 'partial' }, passage, plain)
}

interface ReadPart {
  readonly label: string
  readonly figure: string
  readonly unit: string
}

/** The parts of a list; undefined where something in it is no label with a figure and its unit. */
function partsOf(list: string): readonly ReadPart[] | undefined {
  const parts: ReadPart[] = []
  let label = ''
  for (const piece of list.split(/[，、;]/u)) {
    // 问卷调查、意见征集3次
    if (!/\d/u.test(piece)) {
      label += piece
      continue
    }
    const { groups } = PART.exec(piece) ?? {}
    const { label: own = '', figure, unit } = groups ?? {}
    if (figure === undefined || unit === undefined) return undefined
    parts.push({ label: label + own, figure, unit })
    label = ''
  }
  return label === '' ? parts : undefined
}

function breakdownOf(
  match: RegExpMatchArray,
  list: {
    readonly total: string
    readonly noun: string
    readonly parts: readonly ReadPart[]
    readonly kind: Breakdown['kind']
  },
  passage: Passage,
  plain: Plain,
): Breakdown | undefined {
  const { total, noun, parts, kind } = list
  const unit = parts[0]?.unit ?? ''
  if (parts.some((part) => part.unit !== unit) || !noun.startsWith(unit)) return undefined
  if (NO_UNIT.test(unit) || !NOUN.test(noun.slice(unit.length))) return undefined
  if (parts.some(({ label }) => NO_PART.test(label) || CHANNEL.test(label))) return undefined
  const start = match.index ?? 0
  const span = { start, end: start + match[0].length }
  if (!isUnbroken(plain, span)) return undefined
  const decimals = Math.max(...[total, ...parts.map(({ figure }) => figure)].map(decimalsOf))
  const valued = parts.map(({ label, figure }) => ({ label, value: valueOfFigure(figure) }))
  if (kind !== 'partial' && repeatsTotal(valued, valueOfFigure(total))) return undefined
  const sum = valued.reduce((all, { value }) => all + value, 0)
  return {
    passage,
    span: originalSpan(plain, span),
    total: `${total}${unit}`,
    value: valueOfFigure(total),
    unit,
    parts: valued,
    sum: Number(sum.toFixed(decimals)),
    kind,
    slack: decimals === 0 && unit !== '万元' ? 0 : ((parts.length + 1) / 2) * 10 ** -decimals,
  }
}

/**
 * Whether the first parts make up the total by themselves, so that the rest tell of it in another
 * way, or one part is all of it: 17件（网上10件，信函7件，自然人15件，企业2件）.
 */
function repeatsTotal(parts: readonly { readonly value: number }[], total: number): boolean {
  let sum = 0
  for (const [index, { value }] of parts.entries()) {
    sum += value
    const isLast = index === parts.length - 1
    if (value === total || (sum === total && !isLast)) return total > 0
  }
  return false
}

function valueOfFigure(figure: string): number {
  return Number(figure.replaceAll(',', ''))
}

function decimalsOf(figure: string): number {
  return figure.split('.')[1]?.length ?? 0
}
