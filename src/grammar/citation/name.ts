import type { Span } from '../../text/span.ts'
import { markedStretches } from '../marks.ts'

/**
 * How a title is set off: `double` 《》, `single` 〈〉 and `angle` <> at the outermost level,
 * `unopened` and `unclosed` where one mark was lost, `none` where it stands bare.
 */
export type Marking = 'double' | 'single' | 'angle' | 'unopened' | 'unclosed' | 'none'

/** The name of an instrument as written. */
export interface CitedName {
  /** Without its outer marks. */
  readonly text: string
  /** With its outer marks. */
  readonly span: Span
  readonly marking: Marking
}

/** 文种 and the like: the last word of every title. */
const TYPES =
  '法|宪法|法典|条例|规定|办法|细则|规则|决定|决议|公告|通告|通知|通报|意见|要点|纲要|规划|计划|方案|指引|标准|规程|规范|目录|措施|批复|复函|公约|章程|准则|解释|基准|格式|制度'
const ENDS_IN_TYPE = new RegExp(`(?:${TYPES})(?:[（(][^（()）]{1,12}[）)])?$`, 'u')
const ANGLE = /<(?<name>[^<>\n]{4,80})>/gu
/** No title is longer; what is has lost its other mark. */
const LONGEST = 160

/** The titles that stand in marks of their own, outermost ones only, in order. */
export function findMarkedNames(text: string): readonly CitedName[] {
  const double = markedStretches(text, '《').map((span) => upToSecondClose(text, span))
  const names = double.map((span) => marked(text, span, 'double'))
  const isFree = ({ start, end }: Span) =>
    !double.some((other) => start < other.end && other.start < end)
  if (text.includes('〈')) {
    const single = markedStretches(text, '〈').filter(isFree)
    names.push(...single.map((span) => marked(text, span, 'single')))
  }
  if (text.includes('<')) {
    for (const { index, 0: whole, groups } of text.matchAll(ANGLE)) {
      const span = { start: index, end: index + whole.length }
      if (isTitleLike(groups?.name ?? '') && isFree(span)) names.push(marked(text, span, 'angle'))
    }
  }
  return names.sort((a, b) => a.span.start - b.span.start)
}

// 《…印发(关于…的意见》的通知》, where the inner opening mark was lost
const SECOND_CLOSE = /^[^《》〈〉；;。\n]{1,20}》/u

function upToSecondClose(text: string, { start, end }: Span): Span {
  const rest = SECOND_CLOSE.exec(text.slice(end, end + 24))?.[0] ?? ''
  const isTitle = rest !== '' && isTitleLike(text.slice(start + 1, end + rest.length - 1))
  return { start, end: isTitle ? end + rest.length : end }
}

function marked(text: string, span: Span, marking: Marking): CitedName {
  return { text: text.slice(span.start + 1, span.end - 1), span, marking }
}

/** Whether a text without marks reads as the name of an instrument: 政府信息公开条例, ……的通知. */
export function isTitleLike(text: string): boolean {
  const plain = text.replace(/\s+/gu, '')
  return (
    plain.length >= 3 &&
    plain.length <= LONGEST &&
    /[㐀-䶿一-鿿]/u.test(plain[0] ?? '') &&
    !/[，。！？!?；;]/u.test(plain) &&
    ENDS_IN_TYPE.test(plain)
  )
}

/**
 * The title in a stretch that holds no whole pair of marks: half marked, or bare. The stretch ends
 * where numbers and clauses begin. Undefined when it does not read as a title.
 */
export function readBareName(text: string, { start, end }: Span): CitedName | undefined {
  const words = text.slice(start, Math.min(end, start + LONGEST + 2))
  const opened = words.indexOf('《')
  const closed = words.indexOf('》')
  if (closed > 0 && opened < 0) {
    const name = words.slice(0, closed)
    if (!isTitleLike(name)) return undefined
    return { text: name, span: { start, end: start + closed + 1 }, marking: 'unopened' }
  }
  if (opened >= 0 && closed < 0) {
    const name = words.slice(opened + 1).trimEnd()
    if (name.length < 4 || name.length > LONGEST) return undefined
    const from = start + opened
    return { text: name, span: { start: from, end: from + 1 + name.length }, marking: 'unclosed' }
  }
  const name = words.trim()
  if (opened >= 0 || !isTitleLike(name)) return undefined
  const from = start + words.indexOf(name)
  return { text: name, span: { start: from, end: from + name.length }, marking: 'none' }
}
