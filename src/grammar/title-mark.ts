import { compareSpans, type Span } from '../text/span.ts'
import { isTitleLike } from './citation/name.ts'
import type { Citation } from './citation.ts'
import { isInside, markedStretches } from './marks.ts'

/**
 * Title marks (书名号) of the wrong kind: `nested` 《》 inside 《》, `angle` brackets in place of
 * marks, `single` 〈〉 at the outermost level.
 */
export interface WrongMarks {
  readonly fault: 'nested' | 'angle' | 'single'
  /** With the marks. */
  readonly span: Span
  /** The pair that should stand there. */
  readonly marks: '《》' | '〈〉'
}

type Opener = '《' | '〈' | '<'

interface Pair {
  readonly opener: Opener
  readonly start: number
  readonly end: number
}

const MARK = /[《》〈〉<>＜＞﹤﹥]/gu
const ANGLES = /[<＜﹤][^<>＜＞﹤﹥]{2,120}[>＞﹥]/gu
const OPENED_BY: Readonly<Record<string, Opener>> = { '》': '《', '〉': '〈' }
/** No title is longer; what is spans several that lost marks. */
const LONGEST = 160
// 《甲（国发〔2019〕5号）；2.《乙》, where the first title was never closed
const SEVERAL = /[；;。〔]|\d[.．、]\s*[《〈]/u

/**
 * Pairs of title marks that are of the wrong kind for where they stand, in order. Of a text in which
 * a mark was lost nothing is told: one cannot know which marks belong together.
 */
export function findWrongMarks(text: string): readonly WrongMarks[] {
  if (!/[《〈<＜﹤]/u.test(text)) return []
  const { pairs, isWhole } = pairsOf(text)
  if (!isWhole) return []
  const quotes = markedStretches(text, '“')
  const found: WrongMarks[] = []
  const around: Pair[] = []
  for (const pair of pairs) {
    while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= pair.start) around.pop()
    const isOutermost = around.length === 0
    if (isOutermost && pair.opener !== '《' && !isTitle(text, pair)) continue
    if (!isOutermost && pair.end > (around.at(-1)?.end ?? 0)) continue
    const wrong = faultOf(pair, around.length)
    // What is quoted was written by somebody else.
    const isQuoted = isOutermost && isInside(quotes, pair.start)
    if (wrong !== undefined && !isQuoted) found.push(wrong)
    around.push(pair)
  }
  return found
}

function faultOf({ opener, start, end }: Pair, depth: number): WrongMarks | undefined {
  const span = { start, end }
  if (depth === 0) {
    if (opener === '《') return undefined
    return { fault: opener === '<' ? 'angle' : 'single', span, marks: '《》' }
  }
  if (depth > 1 || opener === '〈') return undefined
  return { fault: opener === '<' ? 'angle' : 'nested', span, marks: '〈〉' }
}

function isTitle(text: string, { start, end }: Pair): boolean {
  return isTitleLike(text.slice(start + 1, end - 1).replace(MARK, ''))
}

/** Every pair of marks that may hold one title, in order; whole when no 《 or 》 stands alone. */
function pairsOf(text: string): { readonly pairs: readonly Pair[]; readonly isWhole: boolean } {
  const pairs = anglePairs(text)
  const open: { readonly opener: Opener; readonly at: number }[] = []
  const waiting = { '《': 0, '〈': 0, '<': 0 }
  let isWhole = true
  for (const { 0: mark, index } of text.matchAll(/[《》〈〉]/gu)) {
    const opener = OPENED_BY[mark]
    if (opener === undefined) {
      open.push({ opener: mark as Opener, at: index })
      waiting[mark as Opener]++
      continue
    }
    if (waiting[opener] === 0) {
      isWhole &&= mark !== '》'
      continue
    }
    for (;;) {
      const last = open.pop()
      if (last === undefined) break
      waiting[last.opener]--
      if (last.opener === opener) {
        const pair = { opener, start: last.at, end: index + 1 }
        if (holdsOne(text, pair)) pairs.push(pair)
        else isWhole = false
        break
      }
      isWhole &&= last.opener !== '《'
    }
  }
  isWhole &&= waiting['《'] === 0
  return { pairs: pairs.sort((a, b) => compareSpans(a, b)), isWhole }
}

function holdsOne(text: string, { start, end }: Pair): boolean {
  return end - start <= LONGEST + 2 && !SEVERAL.test(text.slice(start, end))
}

/** <…> around words, not 数量<5 or an arrow. */
function anglePairs(text: string): Pair[] {
  return [...text.matchAll(ANGLES)].flatMap(({ 0: words, index }) =>
    /^.[㐀-䶿一-鿿\d]/u.test(words) && /[㐀-䶿一-鿿]{2}/u.test(words) && !SEVERAL.test(words)
      ? [{ opener: '<', start: index, end: index + words.length } as const]
      : [],
  )
}

/** A title that lost a mark, or two. */
export interface LostMark {
  readonly fault: 'unopened' | 'unclosed' | 'unpaired'
  /** The title with the marks that are left. */
  readonly span: Span
  /** Where which mark is to be put in or changed; nothing where that cannot be told. */
  readonly changes: readonly MarkChange[]
}

/** Replaces a mark, or puts one in where the span is empty. */
export interface MarkChange {
  readonly span: Span
  readonly text: string
}

// 根据税收征收管理法》
const SENTENCE = /^(?:根据|按照|依据|依照|遵照|参照|执行|落实|贯彻)/u

/** The mark that a citation's title has lost, where it is sure that there was one. */
export function lostMark(text: string, citation: Citation): LostMark | undefined {
  const { name, issuer, tail } = citation
  if (name === undefined) return undefined
  const { span, marking } = name
  if (marking === 'unopened') {
    if (SENTENCE.test(name.text)) return undefined
    return { fault: 'unopened', span, changes: [putIn(span.start, '《')] }
  }
  if (marking === 'unclosed') {
    if (!isTitleLike(name.text)) return undefined
    return { fault: 'unclosed', span, changes: [putIn(span.end, '》')] }
  }
  if (marking !== 'double' && marking !== 'single') return undefined
  if (isLopsided(name.text)) return ofLopsided(citation, text)
  if (issuer === undefined) return undefined
  const isOpened = text[issuer.start - 1] === '《'
  const end = tail?.end ?? span.end
  const isClosed = text[end] === '》'
  if (isOpened === isClosed) return undefined
  const whole = { start: issuer.start - Number(isOpened), end: end + Number(isClosed) }
  if (tail === undefined) return { fault: 'unpaired', span: whole, changes: [] }
  return isOpened
    ? { fault: 'unclosed', span: whole, changes: [...inner(span), putIn(end, '》')] }
    : { fault: 'unopened', span: whole, changes: [putIn(issuer.start, '《'), ...inner(span)] }
}

/** 公开办法》的通知, which a title holds that lost a mark inside. */
function isLopsided(name: string): boolean {
  let depth = 0
  for (const [mark] of name.matchAll(/[《》]/gu))
    if (mark === '《') depth++
    else if (--depth < 0) return true
  return depth !== 0
}

/** 国务院办公厅关于印发《公开办法》的通知》 lost its first mark, 《印发(公开办法》的通知》 one inside. */
function ofLopsided({ issuer, name }: Citation, text: string): LostMark | undefined {
  if (name === undefined) return undefined
  const { span } = name
  const closing = text.indexOf('》', span.start)
  if (issuer === undefined || closing + 1 >= span.end) {
    return { fault: 'unpaired', span, changes: [] }
  }
  const whole = { start: issuer.start, end: span.end }
  const changes = [putIn(issuer.start, '《'), ...inner({ start: span.start, end: closing + 1 })]
  return { fault: 'unopened', span: whole, changes }
}

/** Makes the marks at the ends of a title those of an inner one. */
export function inner({ start, end }: Span): readonly MarkChange[] {
  return [
    { span: { start, end: start + 1 }, text: '〈' },
    { span: { start: end - 1, end }, text: '〉' },
  ]
}

export function putIn(at: number, mark: string): MarkChange {
  return { span: { start: at, end: at }, text: mark }
}

/** The words of a span after some changes to its marks, which are in order. */
export function withMarks(text: string, span: Span, changes: readonly MarkChange[]): string {
  let written = ''
  let from = span.start
  for (const change of changes) {
    written += text.slice(from, change.span.start) + change.text
    from = change.span.end
  }
  return written + text.slice(from, span.end)
}
