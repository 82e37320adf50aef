import { halfWidth, withoutSpace } from '../text/normalise.ts'
import type { Span } from '../text/span.ts'

/** One of the bodies (公开主体) that a cell names. */
export interface Body {
  /** As it is compared: no white space, half-width brackets. */
  readonly name: string
  readonly span: Span
}

/** No list of bodies is longer; what is, is a text. */
const LONGEST_LIST = 240
const MOST_BODIES = 40
const LONGEST_NAME = 40

/** Where one body ends and a line break or a blank is more than a wrapped line. */
const COMPLETE =
  /(?:局|委|委员会|办|办公室|政府|办事处|部门|机关|中心|机构|学校|医院|公司)(?:\([^()]{1,30}\))?$/u

/** The bodies in a cell, which are set apart by 、，；/ or by blanks behind complete names. */
export function findBodies(text: string): readonly Body[] {
  if (text.length > LONGEST_LIST) return []
  const found: Body[] = []
  const plain = halfWidth(text)
  let depth = 0
  let from = 0
  const add = (end: number) => {
    const words = text.slice(from, end)
    const start = from + words.length - words.trimStart().length
    const name = withoutSpace(halfWidth(words))
    if (name !== '' && name.length <= LONGEST_NAME) {
      found.push({ name, span: { start, end: start + words.trim().length } })
    }
    from = end + 1
  }
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at] ?? ''
    if (character === '(') depth++
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (/[、,;/]/u.test(character)) add(at)
    else if (/\s/u.test(character) && isBetween(plain, from, at)) add(at)
  }
  add(plain.length)
  return found.length > MOST_BODIES ? [] : found
}

/** Whether a blank stands between two complete names, each no longer than a name is. */
function isBetween(text: string, from: number, at: number): boolean {
  if (at - from < 3) return false
  const before = text.slice(Math.max(from, at - LONGEST_NAME), at).trimEnd()
  if (!COMPLETE.test(withoutSpace(before))) return false
  const [next = ''] = text
    .slice(at, at + LONGEST_NAME)
    .trimStart()
    .split(/[、,;/]/u)
  return COMPLETE.test(withoutSpace(next))
}

/** What a body's region is called by when it is not named: 市教育局, 县民政局. */
const LEVEL = /^[省市州盟县区旗乡镇]/u
/** 市场监督管理局, 乡村振兴局, 区域协作办 and 县级民政部门 begin with no level. */
const NO_LEVEL =
  /^(?:市(?:场|容|级|监|政(?!府|务|协|法|研))|乡(?:村|镇|级)|镇(?:街|村|级)|区(?:划|域|县|级)|县(?:级|市|区|\()|州(?:级|县)|省级)/u

/** The level that a name begins with instead of the name of a region; empty when it has none. */
export function levelOf(name: string): string {
  return NO_LEVEL.test(name) ? '' : (LEVEL.exec(name)?.[0] ?? '')
}

// 云岭市青溪县
const REGION = /^[㐀-䶿一-鿿〇]{0,14}[省市州盟县区旗乡镇]$/u
const NO_REGION = /[局委办厅院所部会府]|[社校景库小灾片]区$|^城市$|城乡$|[各全本有相]/u
const STEM = /^[㐀-䶿一-鿿〇]{2,14}$/u

/**
 * Whether two names can be of one body because the longer one only says its region in full, and by
 * which name of a region: 青溪县 for 县教育局 and 青溪县教育局, 县 for 教育局 and 县教育局.
 */
export function regionBetween(short: string, long: string): string | undefined {
  if (short.length < 3 || !long.endsWith(short) || long === short) return undefined
  const front = long.slice(0, long.length - short.length)
  if (NO_REGION.test(front)) return undefined
  const level = levelOf(short)
  if (level !== '') {
    return STEM.test(front) && !REGION.test(front) ? `${front}${level}` : undefined
  }
  return REGION.test(front) ? front : undefined
}
