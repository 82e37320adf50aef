import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Passage } from '../table/model.ts'
import { halfWidth, withoutSpace } from '../text/normalise.ts'
import { parseNumeral } from '../text/numeral.ts'
import type { Span } from '../text/span.ts'
import { textsOf } from './texts.ts'

export type PartKey = 'overview' | 'proactive' | 'requests' | 'disputes' | 'issues' | 'other'

/** One of the six parts that the official form asks for. */
export interface PartForm {
  readonly key: PartKey
  readonly number: number
  /** Its title in the form, without a number. */
  readonly title: string
  /** Other titles that nobody needs to change, white space removed. */
  readonly accepted: RegExp
  /** What a title of one’s own has to speak of to stand for this part. */
  readonly speaksOf: RegExp
  /** What stands in the table of the part and nowhere else. */
  readonly table?: RegExp
}

/** The parts by 国办公开办函〔2021〕30号; those by 国办公开办函〔2019〕60号 are the same. */
export const PART_FORMS: readonly PartForm[] = [
  {
    key: 'overview',
    number: 1,
    title: '总体情况',
    accepted: /^(?:(?:20\d\d年度?)?(?:政府信息公开)?(?:工作)?(?:的)?总体(?:工作)?情况)$/u,
    speaksOf: /总体|概述|概况|基本情况|整体情况|工作(?:推进|开展|落实)?情况$|^主要(?:工作|做法)/u,
  },
  {
    key: 'proactive',
    number: 2,
    title: '主动公开政府信息情况',
    accepted: /^(?:行政机关)?主动公开政府信息(?:的)?情况$/u,
    speaksOf: /主动公开|公开政府信息(?:的)?情况/u,
    table: /现行有效件数|本年处理决定数量|本年收费金额|本年新制作数量|对外公开总数量/u,
  },
  {
    key: 'requests',
    number: 3,
    title: '收到和处理政府信息公开申请情况',
    accepted: /^(?:行政机关)?收到和处理政府信息公开申请(?:的)?情况$/u,
    speaksOf:
      /依申请|(?:收到|处理|办理|受理|答复).{0,14}(?<!被)申请(?!行政复议|复议)|公开申请(?:的)?(?:收到|处理|办理|受理|答复|情况)/u,
    table: /本年新收政府信息公开申请数量|上年结转政府信息公开申请数量|结转下年度继续办理/u,
  },
  {
    key: 'disputes',
    number: 4,
    title: '政府信息公开行政复议、行政诉讼情况',
    accepted:
      /^(?:因?政府信息公开(?:工作)?(?:被申请)?(?:的)?行政复议[、和及与,](?:被?提起)?行政诉讼(?:的)?情况|行政复议[、和及与]行政诉讼(?:的)?情况)$/u,
    speaksOf: /复议|诉讼/u,
    table: /未经复议直接起诉|复议后起诉|尚未审结/u,
  },
  {
    key: 'issues',
    number: 5,
    title: '存在的主要问题及改进情况',
    accepted: /^(?:政府信息公开)?(?:工作)?(?:中)?存在的主要问题(?:及|和|与|以及)改进情况$/u,
    speaksOf: /问题|不足|改进|整改|困难|短板|下一步|今后/u,
  },
  {
    key: 'other',
    number: 6,
    title: '其他需要报告的事项',
    accepted: /^(?:其他需要报告的?事项|需要报告的?其他事项)$/u,
    speaksOf:
      /其[他它](?:有关|相关|需|需要|应当|重要)?.{0,8}(?:事项|情况|问题)|(?:需要?|应当?)(?:报告|说明).{0,6}(?:事项|情况)/u,
  },
]

/** A line that begins a part of a report. */
export interface PartHeading {
  readonly passage: Passage
  /** Number and title. */
  readonly span: Span
  /** The number as written, with what sets it apart; empty where there is none: 一、 */
  readonly label: string
  readonly number?: number
  readonly title: string
  readonly titleSpan: Span
  /** The parts it speaks of; none where no part of the form has such a title. */
  readonly keys: readonly PartKey[]
}

/** A stretch of a text. */
export interface Stretch {
  readonly passage: Passage
  readonly span: Span
}

/** One of the six parts, as a report has it. */
export interface Part {
  readonly form: PartForm
  readonly heading: PartHeading
  /** The prose below its heading, up to the next. */
  readonly body: readonly Stretch[]
}

/** The headings of the highest level, in order of reading; those of no part of the form as well. */
export function partHeadings(catalogue: Catalogue): readonly PartHeading[] {
  return catalogue.once(findPartHeadings)
}

/** The parts of the form that a report has a heading for, in the order in which it has them. */
export function partsOf(catalogue: Catalogue): readonly Part[] {
  return catalogue.once(findParts)
}

/** The parts of which the table is there, whatever became of their headings. */
export function partsWithTable(catalogue: Catalogue): ReadonlySet<PartKey> {
  return catalogue.once(findTables)
}

/** Text of a stretch as it stands there. */
export function textOf({ passage, span }: Stretch): string {
  return passage.text.slice(span.start, span.end)
}

function findTables(catalogue: Catalogue): ReadonlySet<PartKey> {
  const found = new Set<PartKey>()
  for (const { passage } of textsOf(catalogue)) {
    const words = withoutSpace(passage.text)
    // What a sentence says about a table is no table.
    if (words.length > LONGEST_ROW || words.includes('。')) continue
    for (const { key, table } of PART_FORMS) if (table?.test(words)) found.add(key)
  }
  return found
}

const LONGEST_ROW = 120

/**
 * How a line says that it begins a part: `chapter` by 第一部分, `part` by 一、, `title` by one of the
 * official titles under no number or under 1., `section` by such a title under （一）.
 */
type Sign = 'chapter' | 'part' | 'title' | 'section'

interface Candidate extends PartHeading {
  readonly sign: Sign
}

// 第一部分 总体情况 · 一、总体情况 · 一. · 一 总体情况
const PART_NUMBER =
  /^(?:第\s{0,2}(?<chapter>[一二三四五六七八九十]{1,2})\s{0,2}(?:部分|章|篇)\s{0,4}[、:：.．,，]?|(?<part>[一二三四五六七八九十]{1,2})\s{0,2}[、:：.．,，]|(?<bare>[一二三四五六七八九十])(?=[\s　]))\s{0,8}/u
// 1. · 1、 · Ⅰ、
const LIST_NUMBER = /^(?<list>[1-9１-９]|[Ⅰ-Ⅹ])\s{0,2}[、.．:：]\s{0,8}/u
const SECTION_NUMBER = /^[（(]\s{0,2}(?<section>[一二三四五六七八九十]{1,2})\s{0,2}[）)]\s{0,8}/u
// Labels of the table of part three, and 一、二级指标.
const NO_PART =
  /^(?:本年新收|上年结转|本年度办理结果|结转下年度继续办理|[一二三四五六七八九十]{1,2}[级类线审等期季产]|是)/u
// 一、总体情况…………1
const CONTENTS = /[.．…·]{2,}\s{0,4}\d{0,3}\s{0,4}$|\t\s{0,4}\d{1,3}\s{0,4}$/u
const LONGEST_TITLE = 40

function findPartHeadings(catalogue: Catalogue): readonly PartHeading[] {
  const candidates = textsOf(catalogue).flatMap(({ passage, isProse }) =>
    linesOf(passage).flatMap((line) => headingOf(passage, line, isProse) ?? []),
  )
  const has = (wanted: Sign, least = 1) =>
    candidates.filter(({ sign, keys }) => sign === wanted && keys.length > 0).length >= least
  // 一、主动公开情况 below 第一部分 总体情况 is none of the parts.
  const lower: readonly Sign[] = has('chapter', 2)
    ? ['part', 'section']
    : has('part') || has('title')
      ? ['section']
      : []
  return candidates.filter(({ sign }) => !lower.includes(sign))
}

/** The lines of a text. */
function linesOf({ text }: Passage): readonly Span[] {
  const lines: Span[] = []
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}

function headingOf(passage: Passage, line: Span, isProse: boolean): Candidate | undefined {
  // Only the beginning of a long line can be a heading.
  const written = passage.text.slice(line.start, Math.min(line.end, line.start + 120))
  const words = written.trimStart()
  const start = line.start + written.length - words.length
  if (words === '' || CONTENTS.test(words)) return undefined
  const [sign, match] = ((): readonly [Sign, RegExpExecArray | undefined] => {
    const part = PART_NUMBER.exec(words)
    if (part !== null) return [part.groups?.chapter === undefined ? 'part' : 'chapter', part]
    const list = LIST_NUMBER.exec(words)
    if (list !== null) return ['title', list]
    const section = SECTION_NUMBER.exec(words)
    return section === null ? ['title', undefined] : ['section', section]
  })()
  const label = match?.[0] ?? ''
  const rest = words.slice(label.length)
  if (NO_PART.test(rest)) return undefined
  const standard = standardTitle(rest)
  const title = standard?.title ?? ownTitle(rest)
  if (title === undefined || title === '') return undefined
  const isNumbered = sign === 'part' || sign === 'chapter'
  const keys = standard?.keys ?? (isNumbered ? spokenOf(title) : [])
  // Text runs on behind a title under its number; alone, a title must fill its line.
  const fills = withoutSpace(rest.slice(title.length)).replace(/^[:：。（(]\S{0,12}/u, '') === ''
  if (sign === 'title' && (keys.length === 0 || standard === undefined)) return undefined
  if (!isNumbered && !(fills && words.length < 80)) return undefined
  if (isNumbered && !isProse && keys.length === 0) return undefined
  const { chapter, part, bare } = match?.groups ?? {}
  if (bare !== undefined && standard === undefined) return undefined
  const number = parseNumeral(chapter ?? part ?? bare ?? '')
  const titleStart = start + label.length
  const titleSpan = { start: titleStart, end: titleStart + title.length }
  return {
    passage,
    span: { start, end: titleSpan.end },
    label,
    ...(number !== undefined && { number }),
    title,
    titleSpan,
    keys,
    sign,
  }
}

/** The official title that a line begins with, blanks or not, as it is written. */
function standardTitle(rest: string): { title: string; keys: readonly PartKey[] } | undefined {
  const own = ownTitle(rest)
  if (own !== undefined) {
    const plain = plainTitle(own)
    for (const { key, title, accepted } of PART_FORMS) {
      if (plain === title || accepted.test(plain)) return { title: own, keys: [key] }
    }
  }
  // 一、总体情况2025年，我局……
  for (const { key, title } of PART_FORMS) {
    const length = lengthOf(title, rest)
    if (length !== undefined) return { title: rest.slice(0, length), keys: [key] }
  }
  return undefined
}

/** How many units of a text spell a title, white space between its characters not counted. */
function lengthOf(title: string, text: string): number | undefined {
  let at = 0
  for (const character of title) {
    while (/\s/u.test(text[at] ?? '')) at++
    if (text[at] !== character) return undefined
    at++
  }
  return at
}

/** The words up to the first mark that ends a title; undefined when they go on for too long. */
function ownTitle(rest: string): string | undefined {
  const end = rest.search(/[。：:；;，,！!（(\n]/u)
  const title = (end === -1 ? rest : rest.slice(0, end)).trimEnd()
  return withoutSpace(title).length > LONGEST_TITLE ? undefined : title
}

/** A title as it is compared. */
function plainTitle(title: string): string {
  return withoutSpace(halfWidth(title)).replace(/^[“"《]|[”"》]$/gu, '')
}

/** Whether a heading has the title of the form, or one that nobody needs to change. */
export function hasFormTitle({ title, accepted }: PartForm, heading: PartHeading): boolean {
  const own = plainTitle(heading.title)
  if (own === title || accepted.test(own) || own.startsWith(title)) return true
  // A title may be wrapped at the edge of a page.
  return own.length >= LEAST_OF_TITLE && title.startsWith(own)
}

const LEAST_OF_TITLE = 8

function spokenOf(title: string): readonly PartKey[] {
  const words = withoutSpace(title)
  return PART_FORMS.filter(({ speaksOf }) => speaksOf.test(words)).map(({ key }) => key)
}

function findParts(catalogue: Catalogue): readonly Part[] {
  const headings = partHeadings(catalogue)
  const bodies = bodiesOf(catalogue, headings)
  const parts: Part[] = []
  for (const form of PART_FORMS) {
    const own = headings.filter(({ keys }) => keys.includes(form.key))
    const heading = own.find((one) => hasFormTitle(form, one)) ?? own[0]
    if (heading === undefined) continue
    // A heading may be printed again overleaf, and stand in a table of contents.
    const body = own.flatMap((heading) => bodies.get(heading) ?? [])
    parts.push({ form, heading, body })
  }
  return parts.sort((a, b) => headings.indexOf(a.heading) - headings.indexOf(b.heading))
}

/** The prose below each heading. */
function bodiesOf(
  catalogue: Catalogue,
  headings: readonly PartHeading[],
): ReadonlyMap<PartHeading, readonly Stretch[]> {
  const within = new Map<Passage, PartHeading[]>()
  for (const heading of headings) {
    const list = within.get(heading.passage)
    if (list === undefined) within.set(heading.passage, [heading])
    else list.push(heading)
  }
  const bodies = new Map<PartHeading, Stretch[]>(headings.map((heading) => [heading, []]))
  let current: PartHeading | undefined
  const add = (passage: Passage, start: number, end: number) => {
    const isBlank = !/[^\s。：:]/u.test(passage.text.slice(start, end))
    if (current !== undefined && !isBlank) {
      bodies.get(current)?.push({ passage, span: { start, end } })
    }
  }
  for (const { passage, isProse } of textsOf(catalogue)) {
    let from = 0
    for (const heading of within.get(passage) ?? []) {
      if (isProse) add(passage, from, heading.span.start)
      current = heading
      from = heading.span.end
    }
    if (isProse) add(passage, from, passage.text.length)
  }
  return bodies
}
