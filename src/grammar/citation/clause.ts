import { NUMERAL, parseNumeral } from '../../text/numeral.ts'
import type { Span } from '../../text/span.ts'

/** A number of a clause reference with its words: 第（五）项, 第二款, or the bare （五）. */
export interface Counted {
  readonly number: number
  readonly span: Span
}

/** A place in an instrument (条、款、项、目) as cited: 第二十条第一款第（五）、（六）项. */
export interface Clause {
  readonly span: Span
  /** 条; undefined where a 款 or 项 stands without one. */
  readonly article: number | undefined
  /** 之一、之二 of an inserted article. */
  readonly inserted: number | undefined
  /** Last article of a range: 第十条至第十二条. */
  readonly to: number | undefined
  /** 款 */
  readonly paragraphs: readonly Counted[]
  /** 项 */
  readonly items: readonly Counted[]
  /** 目 */
  readonly points: readonly Counted[]
  /** The number of an article whose 条 was lost: 第五十七。 */
  readonly lacksUnit: boolean
}

const NUMBER = `${NUMERAL}(?:\\s?${NUMERAL}){0,8}`
const JOINT = '[、，,和及与至到\\-－—–~～]'

//   第    二十   条    之一
const ARTICLE = new RegExp(
  `第\\s{0,4}(?<number>${NUMBER})\\s{0,4}条(?:\\s{0,4}之\\s{0,4}(?<inserted>${NUMERAL}{1,3}))?`,
  'uy',
)
// 第十四、十五、十六条 · 第十至十二条
const ARTICLES = new RegExp(
  `第\\s{0,4}(?<list>${NUMBER}(?:\\s{0,4}${JOINT}\\s{0,4}${NUMBER}){1,12})\\s{0,4}条`,
  'uy',
)
const TO_ARTICLE = new RegExp(
  `\\s{0,4}[至到\\-－—–~～]+\\s{0,4}第\\s{0,4}(?<number>${NUMBER})\\s{0,4}条`,
  'uy',
)
// The 条 was lost, and the citation is over.
const LOST_UNIT = new RegExp(`第\\s{0,4}(?<number>${NUMBER})\\s{0,4}(?=[。；;]|$)`, 'uy')

const GAP = '\\s{0,4}'
const BRACKETED = `[（(]${GAP}${NUMBER}${GAP}[）)]`
/** 第二款 · 第（二）款 · 第一、二款 */
const PARAGRAPHS = unitPattern('款')
/** 第五项 · 第（五）项 · 第（五）、（六）项 · （五）项 */
const ITEMS = unitPattern('项')
/** 第1目 */
const POINTS = unitPattern('目')
// 第二十条（二） · 第二十条（二）（三）, without 第 and 项
const BARE_ITEMS = new RegExp(`(?:${GAP}${JOINT}?${GAP}${BRACKETED}){1,15}`, 'uy')
const ANY_NUMBER = new RegExp(NUMBER, 'gu')
const BETWEEN_CLAUSES = /\s{0,20}(?:[、，,和及与]|以及|…+)?\s{0,20}/uy

// 第   （五）       项  、    第   （六）  项
//     first       unit joint      next   unit
function unitPattern(unit: string): RegExp {
  const first = `(?:第${GAP}(?:${BRACKETED}|${NUMBER})|${BRACKETED})`
  const bracketed = `${GAP}${unit}?${GAP}${JOINT}?${GAP}第?${GAP}${BRACKETED}`
  const plain = `${GAP}${unit}?${GAP}${JOINT}${GAP}第?${GAP}${NUMBER}`
  return new RegExp(`${first}(?:${bracketed}|${plain}){0,15}${GAP}${unit}`, 'uy')
}

/** The clause references that begin at a place and follow each other; none where there is none. */
export function readClauses(text: string, start: number): readonly Clause[] {
  const clauses: Clause[] = []
  let at = start
  let article: number | undefined
  for (;;) {
    const found = readClause(text, at, article)
    if (found === undefined) return clauses
    clauses.push(...found)
    const last = found.at(-1) as Clause
    article = last.article
    at = last.span.end
    at += matchAt(BETWEEN_CLAUSES, text, at)?.[0].length ?? 0
  }
}

function readClause(
  text: string,
  start: number,
  implied: number | undefined,
): readonly Clause[] | undefined {
  const several = matchAt(ARTICLES, text, start)
  if (several !== undefined) return readList(several)
  const article = matchAt(ARTICLE, text, start)
  if (article === undefined) {
    return lostUnit(text, start) ?? readParts(text, start, start, implied, undefined, undefined)
  }
  const number = numberOf(article.groups?.number)
  if (number === undefined) return undefined
  const inserted = numberOf(article.groups?.inserted)
  const behind = start + article[0].length
  const range = matchAt(TO_ARTICLE, text, behind)
  const to = numberOf(range?.groups?.number)
  if (range !== undefined && to !== undefined) {
    const span = { start, end: behind + range[0].length }
    return [{ ...NO_PARTS, span, article: number, inserted, to }]
  }
  return (
    readParts(text, start, behind, number, inserted, undefined) ?? [
      { ...NO_PARTS, span: { start, end: behind }, article: number, inserted, to: undefined },
    ]
  )
}

const NO_PARTS = { paragraphs: [], items: [], points: [], lacksUnit: false } as const

/** 第十四、十五条 is two references, 第十至十二条 is one range. */
function readList(match: RegExpExecArray): readonly Clause[] {
  const list = match.groups?.list ?? ''
  const numbers = [...list.matchAll(ANY_NUMBER)].flatMap(([number]) => numberOf(number) ?? [])
  const [first, last] = [numbers[0], numbers.at(-1)]
  const span = { start: match.index, end: match.index + match[0].length }
  const base = { ...NO_PARTS, span, inserted: undefined, to: undefined }
  if (numbers.length === 2 && /[至到\-－—–~～]/u.test(list)) {
    return [{ ...base, article: first, to: last }]
  }
  return numbers.map((article) => ({ ...base, article }))
}

function lostUnit(text: string, start: number): readonly Clause[] | undefined {
  const match = matchAt(LOST_UNIT, text, start)
  const article = numberOf(match?.groups?.number)
  if (match === undefined || article === undefined) return undefined
  const span = { start, end: start + match[0].trimEnd().length }
  return [{ ...NO_PARTS, span, article, inserted: undefined, to: undefined, lacksUnit: true }]
}

function readParts(
  text: string,
  start: number,
  from: number,
  article: number | undefined,
  inserted: number | undefined,
  to: number | undefined,
): readonly Clause[] | undefined {
  let end = from
  const take = (pattern: RegExp): readonly Counted[] => {
    const at = end + spaceAt(text, end)
    const match = matchAt(pattern, text, at)
    if (match === undefined) return []
    end = at + match[0].trimEnd().length
    return countedIn(match)
  }
  const paragraphs = take(PARAGRAPHS)
  let items = take(ITEMS)
  if (items.length === 0 && article !== undefined && from > start) items = take(BARE_ITEMS)
  const points = take(POINTS)
  if (end === from) return undefined
  return [
    { span: { start, end }, article, inserted, to, paragraphs, items, points, lacksUnit: false },
  ]
}

/** Each number of a match, with its own 第 and brackets; the last one takes the unit as well. */
function countedIn(match: RegExpExecArray): readonly Counted[] {
  const [words] = match
  const numbers = [...words.matchAll(ANY_NUMBER)]
  return numbers.flatMap((found, index) => {
    const number = numberOf(found[0])
    if (number === undefined) return []
    const from = index === 0 ? 0 : endOf(numbers[index - 1] as RegExpExecArray)
    const before = /第?\s{0,4}[（(]?\s{0,4}$/u.exec(words.slice(from, found.index))?.[0].length ?? 0
    const next = numbers[index + 1]?.index ?? words.length
    const behind =
      /^\s{0,4}[）)]?\s{0,4}[款项目]?/u.exec(words.slice(endOf(found), next))?.[0].length ?? 0
    const start = match.index + found.index - before
    return [{ number, span: { start, end: match.index + endOf(found) + behind } }]
  })
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

function spaceAt(text: string, at: number): number {
  return /^\s{0,8}/u.exec(text.slice(at, at + 8))?.[0].length ?? 0
}

function numberOf(words: string | undefined): number | undefined {
  return words === undefined ? undefined : parseNumeral(words.replace(/\s/gu, ''))
}
