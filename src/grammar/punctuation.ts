import type { Span } from '../text/span.ts'
import { findDocNumbers } from './doc-number.ts'
import { isInside, markedStretches } from './marks.ts'

/** A Chinese character, or a mark or full-width form that only stands in Chinese text. */
const CHINESE = /[㐀-䶿一-鿿〇《》〈〉“”、。，；：？！（）〔〕【】]/u

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}

/** A half-width mark in Chinese text. */
export interface HalfMark {
  readonly at: number
  readonly mark: string
  /** The full-width mark that should stand there. */
  readonly full: string
}

/**
 * The half-width marks that stand next to Chinese text, outside titles and quotations. Marks
 * between digits or Latin letters, brackets without their partner or with a full-width one, those of
 * a document number and repeated marks are left out.
 */
export function findHalfMarks(text: string): readonly HalfMark[] {
  if (!/[,;:?!(]/u.test(text)) return []
  const found: HalfMark[] = []
  const take = (at: number) => {
    const mark = text.charAt(at)
    found.push({ at, mark, full: FULL[mark] ?? mark })
  }
  for (const { 0: mark, index } of text.matchAll(/[,;:?!]/gu)) {
    if (isChinesePoint(text, mark, index)) take(index)
  }
  for (const { start, end } of halfBrackets(text)) {
    // 32939(2016)和 is no Chinese bracket, whatever comes after it.
    if (!CHINESE.test(text.charAt(start - 1) + text.charAt(start + 1) + text.charAt(end - 2)))
      continue
    take(start)
    take(end - 1)
  }
  if (found.length === 0) return []
  const spared = [
    ...markedStretches(text, '“《〈'),
    ...findDocNumbers(text).map(({ span }) => span),
  ]
  spared.sort((a, b) => a.start - b.start)
  const joined = joinSpans(spared)
  return found.filter(({ at }) => !isInside(joined, at)).sort((a, b) => a.at - b.at)
}

function isChinesePoint(text: string, mark: string, at: number): boolean {
  const left = text.charAt(at - 1)
  const right = text.charAt(at + 1)
  if (/[,;:，。；：、]/u.test(left + right)) return false
  if (mark === '?' || mark === '!') return CHINESE.test(left) && (right === '' || /\s/u.test(right))
  // http:// and 8:30 have a Chinese word beside them at most on one side.
  if (mark === ':' && right === '/') return false
  if (mark === ';' && /&#?\w{2,8}$/u.test(text.slice(Math.max(0, at - 10), at))) return false
  return CHINESE.test(left) || (CHINESE.test(right) && /[\d%A-Za-z)\]]/u.test(left))
}

/** Pairs of half-width brackets, not around the year of a number: (2014)74号. */
function halfBrackets(text: string): readonly Span[] {
  const pairs: Span[] = []
  const open: { readonly mark: string; readonly at: number }[] = []
  for (const { 0: mark, index } of text.matchAll(/[()（）]/gu)) {
    if (mark === '(' || mark === '（') {
      open.push({ mark, at: index })
      continue
    }
    const from = open.pop()
    if (from?.mark !== '(' || mark !== ')') continue
    if (!/^\(\s?\d{4}\s?\)\s?第?\d/u.test(text.slice(from.at, index + 4))) {
      pairs.push({ start: from.at, end: index + 1 })
    }
  }
  return pairs
}

function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && span.start < last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    } else joined.push(span)
  }
  return joined
}

/** Points that stand side by side where one is enough. */
export interface PointRun {
  readonly span: Span
  readonly points: string
  /** The one that should stand there: the weightier of two different ones. */
  readonly right: string
  /** Whether it is the same point again. */
  readonly isRepeated: boolean
}

const RUN = /[，。；：、,;]{2,}/gu
const WEIGHT = '、，：；。'

/** Runs of points such as 。。 and ，、 outside titles and quotations. */
export function findPointRuns(text: string): readonly PointRun[] {
  const found: PointRun[] = []
  let marked: readonly Span[] | undefined
  for (const { 0: points, index } of text.matchAll(RUN)) {
    const span = { start: index, end: index + points.length }
    if (!/[，。；：、]/u.test(points) && !CHINESE.test(text.charAt(index - 1))) continue
    // 。。。 stands for ……, and rows of points fill a form.
    if (points.length > 2) continue
    marked ??= markedStretches(text, '“《〈')
    if (isInside(marked, index)) continue
    const [first = '', second = ''] = [...points].map((point) => FULL[point] ?? point)
    const right = WEIGHT.indexOf(first) >= WEIGHT.indexOf(second) ? first : second
    found.push({ span, points, right, isRepeated: first === second })
  }
  return found
}

/** A bracket or quotation mark without its partner, or with one that does not fit. */
export interface LooseMark {
  /**
   * `unclosed`, `unopened`: there is no partner; `reversed`: a quotation mark looks the wrong way;
   * `mixed`: a full-width bracket and a half-width one.
   */
  readonly fault: 'unclosed' | 'unopened' | 'reversed' | 'mixed'
  readonly at: number
  readonly mark: string
  /** Where the partner stands; of `mixed` only. */
  readonly partner?: number
}

type Family = '（' | '“' | '《' | '【'

const FAMILY: Readonly<Record<string, readonly [Family, 'open' | 'close']>> = {
  '（': ['（', 'open'],
  '(': ['（', 'open'],
  '）': ['（', 'close'],
  ')': ['（', 'close'],
  '“': ['“', 'open'],
  '”': ['“', 'close'],
  '《': ['《', 'open'],
  '》': ['《', 'close'],
  '【': ['【', 'open'],
  '】': ['【', 'close'],
}

interface Mark {
  readonly mark: string
  readonly at: number
}

/**
 * The first loose mark of each kind of brackets and quotation marks, in order, and mixed pairs.
 * 1） and a) number a list; brackets around a year belong to a document number, which has a rule of
 * its own.
 */
export function findLooseMarks(text: string): readonly LooseMark[] {
  const families = new Map<Family, Mark[]>()
  for (const { 0: mark, index } of text.matchAll(/[（）()“”《》【】]/gu)) {
    const [family] = FAMILY[mark] ?? []
    if (family === undefined || isOfNumber(text, mark, index)) continue
    const marks = families.get(family)
    if (marks === undefined) families.set(family, [{ mark, at: index }])
    else marks.push({ mark, at: index })
  }
  return [...families]
    .flatMap(([family, marks]) =>
      family === '“' ? looseQuotes(marks) : looseBrackets(marks, text),
    )
    .sort((a, b) => a.at - b.at)
}

const LIST_NUMBER =
  /(?:^|[\s；;。，,、：:）)（(])(?:[a-zA-Z]|[\d０-９①-⑳]{1,3}|[一二三四五六七八九十]{1,3})$/u

/** 1） · (2016〕115号 · 〔2018)23号 */
function isOfNumber(text: string, mark: string, at: number): boolean {
  if (mark === ')' || mark === '）') {
    const before = text.slice(Math.max(0, at - 6), at)
    return /[〔[【﹝]\s?\d{4}\s?$/u.test(before)
  }
  return (
    (mark === '(' || mark === '（') && /^\s?\d{4}\s?[〕\]】﹞]/u.test(text.slice(at + 1, at + 8))
  )
}

function looseBrackets(marks: readonly Mark[], text: string): readonly LooseMark[] {
  const found: LooseMark[] = []
  const open: Mark[] = []
  let unopened: Mark | undefined
  for (const one of marks) {
    if (FAMILY[one.mark]?.[1] === 'open') {
      open.push(one)
      continue
    }
    const from = open.pop()
    if (from === undefined) {
      const before = text.slice(Math.max(0, one.at - 4), one.at)
      if (!LIST_NUMBER.test(before)) unopened ??= one
    } else if ((from.mark === '(') !== (one.mark === ')')) {
      found.push({ ...from, fault: 'mixed', partner: one.at })
    }
  }
  if (unopened !== undefined) found.push({ ...unopened, fault: 'unopened' })
  const [first] = open
  if (first !== undefined) found.push({ ...first, fault: 'unclosed' })
  return found
}

function looseQuotes(marks: readonly Mark[]): readonly LooseMark[] {
  let depth = 0
  let isBalanced = true
  for (const { mark } of marks) {
    depth += mark === '“' ? 1 : -1
    isBalanced &&= depth >= 0
  }
  if (isBalanced && depth === 0) return []
  for (let index = 0; index < marks.length; index += 2) {
    const first = marks[index] as Mark
    const second = marks[index + 1]
    if (first.mark === '“' && second?.mark === '”') continue
    const third = marks[index + 2]
    if (first.mark === '”') {
      // ”三公” and the rest in order, or a closing mark alone
      const isReversed = second?.mark === '”' && marks.length % 2 === 0
      return [{ ...first, fault: isReversed ? 'reversed' : 'unopened' }]
    }
    if (second?.mark === '“' && third?.mark !== '”') {
      return [{ ...second, fault: 'reversed' }]
    }
    return [{ ...first, fault: 'unclosed' }]
  }
  return []
}
