import { compareSpans, type Span } from '../text/span.ts'
import { readBracket } from './citation/bracket.ts'
import { type Clause, readClauses } from './citation/clause.ts'
import { readLead } from './citation/lead.ts'
import { type CitedName, findMarkedNames, readBareName } from './citation/name.ts'
import { type CitedNumbers, findNumbers } from './citation/number.ts'
import { type Quote, readQuote } from './citation/quote.ts'
import { isInside, markedStretches } from './marks.ts'
import { findListMarkers } from './numbering.ts'

/** A citation (引用) as written; it may or may not resolve to an authority. */
export interface Citation extends CitedNumbers {
  /** From its category or first word to its last, without list number and separator. */
  readonly span: Span
  /** The number or bullet of its list point: 1 of “1.《…》”, ●, ①. */
  readonly marker: Span | undefined
  /** 【法律】 */
  readonly category: Span | undefined
  /** Issuer and verb before the title marks: 中共中央办公厅 国务院办公厅印发 */
  readonly issuer: Span | undefined
  /** Undefined where nothing but a number is cited. */
  readonly name: CitedName | undefined
  /** The whole title, with what stands outside the marks: 国务院办公厅关于印发《…》的通知. */
  readonly fullName: string | undefined
  /** What follows the closing mark and ends the title: 的通知 of 印发《…》的通知. */
  readonly tail: Span | undefined
  /** Brackets behind the title: （国务院令第711号）, （2010年…通过，根据…修正）, （2015）. */
  readonly brackets: readonly Span[]
  /** 条例 of 以下简称《条例》. */
  readonly shortName: string | undefined
  readonly clauses: readonly Clause[]
  readonly quotes: readonly Quote[]
  /** 等, 及其实施细则, 及相关规定. */
  readonly openEnd: Span | undefined
}

// 的通知 · 实施细则的通知 · 等4部门规章的决定
const TAIL =
  /\s*(?:等?[\s\d㐀-䶿一-鿿]{0,16}?的)(?:补充)?(?:通知|公告|通告|意见|决定|函|批复|规定|办法|说明|报告|公示|决议)/uy
const OPEN_END =
  /\s*(?:等(?:有关|相关)?(?:法律|法规|规章|文件|规定|政策|和|、|的)*|(?:以?及其?|和)(?:其)?(?:实施|相关|有关|配套|其他|其它)(?:细则|条例|办法|规定|法律|法规|规章|文件|政策|和|、|的|等)*)/uy
const SHORT_NAME =
  /(?:以下|下)(?:统)?简?称(?:为)?[：:]?\s*[《“〈"](?<name>[^《》“”〈〉"]{2,20})[》”〉"]/u
const GAP = /[\s，,、]{0,4}/uy
// 2《…》, where the point was lost
const BARE_MARKER = /(?:^|[；;。\s])(?<number>\d{1,2})\s*$/u
const BULLET =
  /^\s*(?:[●■◆◇○·•▪★]|[①-⑳]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)\s*/u
const SEPARATOR = /[；;。\n]/gu

/**
 * The citations of a text, in order and apart. Titles count whether their marks are whole, half
 * lost or missing, numbers also without a title; what stands in quotation marks is quoted, not
 * cited. Nothing is judged: what people write is told as it is.
 */
export function parseCitations(text: string): readonly Citation[] {
  if (!MAY_CITE.test(text)) return []
  const source = new Source(text)
  const found: Citation[] = []
  let end = 0
  for (const name of source.names) {
    if (name.span.start < end) continue
    const citation = readAround(source, name, end)
    found.push(citation)
    end = citation.span.end
  }
  return [...found, ...readGaps(source, found)].sort((a, b) => compareSpans(a.span, b.span))
}

const MAY_CITE = /[《》〈〉<号]|法|条例|规定|办法|通知|意见|[A-Z]{2}/u

/** A text with all that is found in it in one go. */
class Source {
  readonly text: string
  readonly quotes: readonly Span[]
  readonly names: readonly CitedName[]
  readonly numbers: CitedNumbers
  /** The spans of all numbers, in order. */
  readonly numbered: readonly Span[]
  readonly markers: readonly Span[]

  constructor(text: string) {
    this.text = text
    this.quotes = markedStretches(text, '“')
    this.names = findMarkedNames(text).filter(({ span }) => !isInside(this.quotes, span.start))
    this.numbers = findNumbers(text)
    const { orders, documents, yearly, standards } = this.numbers
    this.numbered = [...orders, ...documents, ...yearly, ...standards]
      .map(({ span }) => span)
      .sort(compareSpans)
    this.markers = findListMarkers(text).map(({ span, delimiter }) => ({
      start: span.start,
      end: span.end + delimiter.length,
    }))
  }

  /** The numbers that begin in a stretch. */
  numbersIn({ start, end }: Span): readonly Span[] {
    return within(this.numbered, start, end, itself)
  }

  /** The last list number that ends in a stretch. */
  markerIn({ start, end }: Span): Span | undefined {
    return within(this.markers, start, end, itself).at(-1)
  }
}

/** A citation around its title, not reaching back further than `bound`. */
function readAround(source: Source, name: CitedName, bound: number): Citation {
  const { text } = source
  const marker = source.markerIn({ start: bound, end: name.span.start })
  const from = marker?.end ?? bound
  const lead = readLead(text, { start: from, end: name.span.start })
  const before = numberBefore(source, from, name.span.start)
  const start = Math.min(
    lead.category?.start ?? name.span.start,
    lead.issuer?.start ?? name.span.start,
    before?.start ?? name.span.start,
  )
  const behind = readBehind(source, name.span.end, lead.issuer)
  const bullet = marker === undefined ? bulletBefore(text, from, start) : undefined
  return assemble(
    source,
    { start, end: behind.end },
    { marker: marker ?? bullet, name, lead, behind },
  )
}

/** 国务院令第711号 of 国务院令第711号《…》. */
function numberBefore(source: Source, from: number, to: number): Span | undefined {
  const last = source.numbersIn({ start: Math.max(from, to - 60), end: to }).at(-1)
  if (last === undefined || last.end > to) return undefined
  return /^[\s的公布颁布发布）)]{0,4}$/u.test(source.text.slice(last.end, to)) ? last : undefined
}

function bulletBefore(text: string, from: number, start: number): Span | undefined {
  const bare = BARE_MARKER.exec(text.slice(Math.max(from, start - 5), start))
  if (bare?.groups?.number !== undefined) {
    const at = Math.max(from, start - 5) + bare.index + bare[0].indexOf(bare.groups.number)
    return { start: at, end: at + bare.groups.number.length }
  }
  const line = Math.max(from, start - 12)
  const bullet = BULLET.exec(text.slice(line, start))
  return bullet === null || line + bullet[0].length !== start
    ? undefined
    : { start: line, end: line + bullet[0].trimEnd().length }
}

interface Behind {
  readonly end: number
  readonly tail: Span | undefined
  readonly brackets: readonly Span[]
  readonly clauses: readonly Clause[]
  readonly quotes: readonly Quote[]
  readonly openEnd: Span | undefined
}

/** All that follows a title and belongs to it, up to the first words that do not. */
function readBehind(source: Source, from: number, issuer: Span | undefined): Behind {
  const { text } = source
  const brackets: Span[] = []
  const quotes: Quote[] = []
  const clauses: Clause[] = []
  let openEnd: Span | undefined
  const tail = readTail(text, from, issuer)
  let end = tail?.end ?? from
  for (;;) {
    const at = end + (matchAt(GAP, text, end)?.length ?? 0)
    const character = text[at] ?? ''
    const bracket = /[（(【[]/u.test(character)
      ? readBracket(text, at, source.numbersIn({ start: at, end: at + 300 }))
      : undefined
    const number = source.numbersIn({ start: at, end: at + 1 })[0]
    const quote = source.quotes[indexAt(source.quotes, at, itself)]
    const here = '第（('.includes(character) && character !== '' ? readClauses(text, at) : []
    const open = openEnd === undefined ? matchAt(OPEN_END, text, end) : undefined
    if (here.length > 0 && (character === '第' || clauses.length > 0)) {
      for (const clause of here) clauses.push(clause)
      end = here.at(-1)?.span.end ?? at
    } else if (bracket !== undefined && !isSectionNumber(text, bracket)) {
      brackets.push(bracket)
      end = bracket.end
    } else if (number !== undefined) {
      end = number.end
    } else if (quote !== undefined && quote.start === at) {
      quotes.push(readQuote(text, quote))
      end = quote.end
    } else if (open !== undefined) {
      openEnd = { start: end, end: end + open.length }
      end += open.length
    } else return { end, tail, brackets, clauses, quotes, openEnd }
  }
}

function readTail(text: string, from: number, issuer: Span | undefined): Span | undefined {
  if (issuer === undefined) return undefined
  const tail = matchAt(TAIL, text, from)
  return tail === undefined ? undefined : { start: from, end: from + tail.length }
}

/** （一） begins a section of a policy paper or the text of an item. */
function isSectionNumber(text: string, { start, end }: Span): boolean {
  return /^[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]$/u.test(text.slice(start, end))
}

/** Citations without whole title marks, between the others. */
function readGaps(source: Source, found: readonly Citation[]): readonly Citation[] {
  const citations: Citation[] = []
  let start = 0
  for (const { span } of [...found, { span: { start: source.text.length, end: 0 } }]) {
    for (const point of pointsOf(source, start, span.start)) {
      const citation = readPoint(source, point)
      if (citation !== undefined) citations.push(citation)
    }
    start = span.end
  }
  return citations
}

/** A gap cut at separators and before list numbers. */
function* pointsOf(source: Source, start: number, end: number): Iterable<Span> {
  if (start >= end) return
  const cuts = [...source.text.slice(start, end).matchAll(SEPARATOR)].map(
    ({ index }) => start + index + 1,
  )
  const markers = within(source.markers, start, end, itself).map((marker) => marker.start)
  let from = start
  for (const cut of [...cuts, ...markers, end].sort((a, b) => a - b)) {
    if (cut > from) yield { start: from, end: cut }
    from = Math.max(from, cut)
  }
}

function readPoint(source: Source, point: Span): Citation | undefined {
  const { text } = source
  const marker = source.markerIn({ start: point.start, end: point.start + 1 })
  const bullet =
    marker === undefined ? BULLET.exec(text.slice(point.start, point.start + 12)) : undefined
  const from = marker?.end ?? point.start + (bullet?.[0].length ?? 0)
  const words = trimmed(text, from, point.end)
  if (words === undefined) return undefined
  const [number] = source.numbersIn(words)
  const name = readBareName(text, { start: words.start, end: nameEnd(text, words, number) })
  if (name === undefined && number === undefined) return undefined
  const start = name?.span.start ?? number?.start ?? words.start
  const behind = readBehind(source, name?.span.end ?? start, undefined)
  const lead = readLead(text, { start: words.start, end: start })
  const before =
    bullet == null ? marker : { start: point.start, end: point.start + bullet[0].trimEnd().length }
  const end = Math.min(behind.end, point.end)
  return assemble(
    source,
    { start, end },
    { marker: before, name, lead, behind: { ...behind, end } },
  )
}

/** Where a bare title must be over: before its number, its clause, or quoted words. */
function nameEnd(text: string, { start, end }: Span, number: Span | undefined): number {
  const stop = number === undefined ? end : Math.min(end, number.start)
  const words = text.slice(start, stop)
  const clause =
    /第\s{0,4}[一二三四五六七八九十百\d]{1,9}\s{0,4}条/u.exec(words)?.index ?? words.length
  const other = /[“：:]/u.exec(words)?.index ?? words.length
  return start + withoutEnd(words.slice(0, Math.min(clause, other)), /[\s（(【[]/u).length
}

interface Parts {
  readonly marker: Span | undefined
  readonly name: CitedName | undefined
  readonly lead: { readonly category: Span | undefined; readonly issuer: Span | undefined }
  readonly behind: Behind
}

function assemble(source: Source, span: Span, { marker, name, lead, behind }: Parts): Citation {
  const { text, numbers } = source
  const own = <T extends { readonly span: Span }>(all: readonly T[]) =>
    within(all, span.start, span.end, (one) => one.span).filter((one) => one.span.end <= span.end)
  const remarks = behind.brackets.map(({ start, end }) => text.slice(start, end)).join('')
  return {
    span,
    marker,
    category: lead.category,
    issuer: lead.issuer,
    name,
    fullName: name && fullName(text, lead.issuer, name, behind.tail),
    tail: behind.tail,
    brackets: behind.brackets,
    shortName: SHORT_NAME.exec(remarks)?.groups?.name,
    clauses: behind.clauses,
    quotes: behind.quotes,
    openEnd: behind.openEnd,
    orders: own(numbers.orders),
    documents: own(numbers.documents),
    yearly: own(numbers.yearly),
    standards: own(numbers.standards),
  }
}

function fullName(text: string, issuer: Span | undefined, name: CitedName, tail: Span | undefined) {
  if (issuer === undefined) return name.text
  return text.slice(issuer.start, tail?.end ?? name.span.end)
}

/** Of things that are sorted by place, those that begin in a stretch. */
function within<T>(
  things: readonly T[],
  start: number,
  end: number,
  spanOf: (thing: T) => Span,
): readonly T[] {
  let to = indexAt(things, start, spanOf)
  const from = to
  while (to < things.length && spanOf(things[to] as T).start < end) to++
  return things.slice(from, to)
}

/** Index of the first of sorted things that begins at or behind a place. */
function indexAt<T>(things: readonly T[], place: number, spanOf: (thing: T) => Span): number {
  let low = 0
  let high = things.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spanOf(things[middle] as T).start < place) low = middle + 1
    else high = middle
  }
  return low
}

const itself = (span: Span) => span

/** A text without the characters of a kind at its end; a pattern would begin at every blank in it. */
function withoutEnd(text: string, kind: RegExp): string {
  let end = text.length
  while (end > 0 && kind.test(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  const words = withoutEnd(text.slice(start, end), /[\s；;。，,、]/u)
  const from = words.length - words.trimStart().length
  return words.trim() === '' ? undefined : { start: start + from, end: start + words.length }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] || undefined
}
