import { halfWidth, withoutSpace } from '../text/normalise.ts'
import type { Span } from '../text/span.ts'

/** An office (牵头、配合单位) that a cell of a ledger names. */
export interface Office {
  /** As it is compared: no white space, half-width brackets, without what it does. */
  readonly name: string
  readonly span: Span
  /** What the words behind its name say that it does: 配合, 提供…情况. */
  readonly does: string
  /** Whether it names no office, but any that it may concern: 各处室（单位）, 相关科室. */
  readonly isGeneric: boolean
}

/** What the names of offices end with. */
const COMPLETE =
  /(?:处|科|股|室|局|委|委员会|办|厅|中心|院|所|站|组|队|部|会|政府|办事处|公司|馆|社|学校)(?:\([^()]{1,30}\))?$/u

// 相关处室（单位） · 各涉事处室 · 文稿起草处室（单位） · 牵头单位
const GENERIC =
  /^(?:各|相关|有关|其他|其它|所有|全体|本|机关各)|(?:相关|有关|各|涉事|承办|起草|责任|牵头|业务|职能|成员|直属)(?:处室|科室|股室|部门|单位|机关|机构)|(?:处室|科室|股室|部门|单位)(?:\((?:单位|部门|科室|处室)\))?$/u

// 秘书处  配合 · 秘书处  提供各牵头处室工作开展情况 · 人事处  按职责分工负责
// name    what it does
const DOES =
  /(?:(?:负责|协同|积极|密切|予以|给予|做好)?(?:配合|协助|协办|参与|参加|牵头|负责|主办|承办)|提供|按(?:照)?(?:各自)?职责|指导|汇总|审核|落实).*$/su

/** No list of offices is longer; what is, is a text. */
const LONGEST_LIST = 240
const LONGEST_NAME = 30
const MOST_OFFICES = 40

/**
 * The offices in a cell, set apart by 、，；/ or by a line break or a blank behind a complete name;
 * a line break inside a name (文稿起草⏎处室) is none. Empty for a sentence.
 */
export function findOffices(text: string): readonly Office[] {
  if (text.length > LONGEST_LIST || /[。：:]/u.test(text)) return []
  const pieces = piecesOf(text)
  const found: Office[] = []
  for (const piece of pieces) {
    const office = officeIn(text, piece)
    if (office === undefined) return []
    if (office.name !== '') found.push(office)
  }
  return found.length > MOST_OFFICES ? [] : found
}

function officeIn(text: string, { start, end }: Span): Office | undefined {
  const words = text.slice(start, end)
  const plain = halfWidth(words)
  const does = DOES.exec(plain)?.[0] ?? ''
  const named = plain.slice(0, plain.length - does.length).trimEnd()
  const name = withoutSpace(named)
  if (name.length > LONGEST_NAME || /["“《]/u.test(name)) return undefined
  return {
    name,
    span: { start, end: start + named.length },
    does: withoutSpace(does),
    isGeneric: GENERIC.test(name) || !COMPLETE.test(name),
  }
}

function piecesOf(text: string): readonly Span[] {
  const plain = halfWidth(text)
  const spans: Span[] = []
  let depth = 0
  let from = 0
  const add = (end: number) => {
    const words = text.slice(from, end)
    const start = from + words.length - words.trimStart().length
    if (words.trim() !== '') spans.push({ start, end: start + words.trim().length })
    from = end + 1
  }
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at] ?? ''
    if (character === '(') depth++
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (/[、,;/]/u.test(character)) add(at)
    else if (/[\s和及]/u.test(character) && isBetween(plain, from, at)) add(at)
  }
  add(plain.length)
  return spans
}

/** Whether a blank or 和 stands between two complete names. */
function isBetween(text: string, from: number, at: number): boolean {
  const before = withoutSpace(text.slice(from, at))
  if (before.length < 3 || !COMPLETE.test(before)) return false
  const [next = ''] = text.slice(at + 1, at + 1 + LONGEST_NAME).split(/[、,;/]/u)
  const name = withoutSpace(next.replace(DOES, ''))
  return name.length >= 3 && COMPLETE.test(name) && !/^(?:处室|科室|股室|单位|\()/u.test(name)
}

/** How two names can be of one office. */
export type Kinship =
  /** 工程处, 工程管理处 */
  | 'shorter'
  /** 办公室, 局办公室 */
  | 'inner'
  /** 指通处, 指挥通信处 */
  | 'abbreviated'
  /** 指挥通信处, 指挥通讯处 */
  | 'misspelt'
  /** 秘书处, 秘书科 */
  | 'rank'

/** Why two different names are likely those of one office; undefined when nothing says so. */
export function kinshipOf(one: string, other: string): Kinship | undefined {
  if (one === other) return undefined
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short === '办公室' && /^(?:本局|我局|[局委厅])办公室$/u.test(long)) return 'inner'
  const [a, b] = [partsOf(short), partsOf(long)]
  if (a === undefined || b === undefined) return undefined
  if (a.rank !== b.rank) {
    return a.stem === b.stem && a.stem.length >= 2 && INNER.test(a.rank) && INNER.test(b.rank)
      ? 'rank'
      : undefined
  }
  if (isFiller(a.stem, b.stem) || isFullName(a.stem, b.stem)) return 'shorter'
  if (isAbbreviation(a.stem, b.stem)) return 'abbreviated'
  return isMisspelling(a.stem, b.stem) ? 'misspelt' : undefined
}

/** Ranks inside one body, of which an office has one. */
const INNER = /^[处科股]$/u

// 指挥信息保障  中心
// stem          rank
const PARTS = /^(?<stem>[㐀-䶿一-鿿]{1,16}?)(?<rank>办公室|中心|处|科|股|室|组|部|队|站|所)$/u

function partsOf(name: string): { stem: string; rank: string } | undefined {
  const { stem, rank } = PARTS.exec(name)?.groups ?? {}
  if (stem === undefined || rank === undefined) return undefined
  return { stem, rank }
}

/** Words that say no more of what an office is in charge of: 工程处 is 工程管理处. */
const FILLERS = ['管理', '工作', '事务']

function isFiller(short: string, long: string): boolean {
  return short.length >= 2 && FILLERS.some((filler) => long === `${short}${filler}`)
}

/** Full and short names that many bodies use for one office. */
const FULL_NAMES: Readonly<Record<string, readonly string[]>> = {
  政策法规: ['法规'],
  政策法制: ['法制'],
  组织人事: ['人事'],
  人事教育: ['人事'],
  计划财务: ['财务', '计财'],
  规划财务: ['财务', '规财'],
  财务审计: ['财务', '财审'],
  行政审批服务: ['行政审批', '审批服务'],
  政务公开: ['公开'],
  政府信息公开: ['信息公开'],
}

function isFullName(short: string, long: string): boolean {
  return FULL_NAMES[long]?.includes(short) ?? false
}

/** 指通 takes one letter of each of the words 指挥 and 通信. */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length < 2 || long.length !== short.length * 2) return false
  return [...short].every((letter, at) => long.slice(at * 2, at * 2 + 2).startsWith(letter))
}

/** Letters that are written for each other in the names of offices. */
const CONFUSED: readonly string[] = ['信讯', '账帐', '制治', '布部', '划化', '型形', '技计']

function isMisspelling(short: string, long: string): boolean {
  if (short.length !== long.length || short.length < 2) return false
  const odd = [...short].flatMap((letter, at) => (letter === long[at] ? [] : [at]))
  const [at, ...more] = odd
  if (at === undefined || more.length > 0) return false
  return CONFUSED.some((pair) => pair.includes(short[at] ?? ' ') && pair.includes(long[at] ?? ' '))
}
