import type { Catalogue } from '../catalogue/catalogue.ts'
import { misfits } from '../catalogue/misfit.ts'
import { dateLine } from '../catalogue/title.ts'
import { findHeadings } from '../grammar/heading.ts'
import type { Cell, Paragraph, Passage } from '../table/model.ts'
import type { Origin } from '../table/origin.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import type { Span } from '../text/span.ts'
import type { Context } from './rule.ts'

/**
 * How a document breaks off. `row`: a last row without its last cells, the text of the last one
 * open; `continued`: 续表 or 接下页 and nothing after it; `heading`: a heading without text; `open`: a
 * comma, or an opening mark; `unended`: prose without a full stop.
 */
export interface BrokenEnd {
  readonly kind: 'row' | 'continued' | 'heading' | 'open' | 'unended'
  readonly passage: Passage
  readonly span?: Span
  /** The last words. */
  readonly words: string
}

/** Where a document breaks off, as far as its last row and the text after its tables tell. */
export function brokenEnd({
  catalogue,
  siblings,
}: Pick<Context, 'catalogue' | 'siblings'>): BrokenEnd | undefined {
  const cut = cutRow(siblings.at(-1) ?? catalogue)
  if (cut !== undefined) return cut
  const lastTable = siblings.flatMap(({ sheets }) => sheets).at(-1)?.grid.table
  const lastCell = lastTable?.rows.findLast((row) => row.length > 0)?.at(-1)
  const behind = catalogue.paragraphs.filter(
    (paragraph) =>
      !isBlank(paragraph.text) && (lastCell === undefined || isAfter(paragraph, lastCell)),
  )
  return endOf(behind, catalogue)
}

/** The last row, where its last cells are missing and its last text is not closed. */
function cutRow(catalogue: Catalogue): BrokenEnd | undefined {
  const entry = catalogue.entries.at(-1)
  const misfit = entry && misfits(catalogue).get(entry)
  const first = entry?.cells[0]
  const last = entry?.cells.findLast(({ text }) => !isBlank(text))
  if (misfit === undefined || first === undefined || last === undefined) return undefined
  const isOpen = OPEN.test(last.text.trimEnd().slice(-1)) || leavesOpen(last.text)
  if (misfit.cells >= misfit.columns || !isOpen) return undefined
  return { kind: 'row', passage: first, words: wordsAt(last.text, tail(last.text)) }
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['《', '》'],
  ['（', '）'],
  ['“', '”'],
]

/** Whether the last opening mark of a kind is never closed. */
function leavesOpen(text: string): boolean {
  // Half-width brackets close full-width ones in many texts.
  const words = text.slice(-200).replaceAll('(', '（').replaceAll(')', '）')
  return PAIRS.some(([open, close]) => words.lastIndexOf(open) > words.lastIndexOf(close))
}

function endOf(paragraphs: readonly Paragraph[], { kind }: Catalogue): BrokenEnd | undefined {
  const last = paragraphs.at(-1)
  if (last === undefined) return undefined
  if (kind !== 'annual-report') return openEnd(last)
  const words = withoutSpace(last.text)
  if (CONTINUED.test(words)) return { kind: 'continued', passage: last, words }
  const [heading] = findHeadings(last.text)
  const isBare =
    heading?.level === 'part' && heading.number > 1 && TITLE.test(words) && !NOTHING.test(words)
  if (isBare) return { kind: 'heading', passage: last, words }
  const prose = paragraphs.findLast(({ text }) => !isClosing(text))
  return prose && (openEnd(prose) ?? unended(prose))
}

// （续表） · 续表1： · 接下页
const CONTINUED =
  /^[（(]?(?:续\d{0,2}表\d{0,2}|接下页|转下页|未完待续|下接第\d{1,3}页)[）)]?[:：]?$/u
const TITLE = /^[^。；，：:]{2,40}$/u
const NOTHING = /无$|没有/u
const LEAST_PROSE = 20
const OPEN = /[，,、（(《〈“‘〔]$/u
const SENTENCE = /[。！？]/u
// What follows a report: who signs, when, what is attached, and the furniture of a page.
const CLOSING =
  /^(?:附|注[：:]|扫一扫|分享|打印|关闭|上一篇|下一篇|相关|来源|责任编辑|编辑|作者|发布|主办|承办|版权|网站|技术支持|地址|电话|联系|备案|浏览|字体|[（(]此页无正文|(?:京|津|沪|渝|[一-鿿])ICP备|[—\-–―\d]+$)/u
const FORMULA =
  /(?:特此(?:报告|公告|通知|说明|公布)|此致|敬礼|如下|附后|下表|附表|见附件|另行公布)$/u

function isClosing(text: string): boolean {
  const words = withoutSpace(text)
  return dateLine(text) !== undefined || CLOSING.test(words) || words.length < LEAST_PROSE
}

/** Prose that stops at a comma, or at a mark that opens something. */
function openEnd(passage: Passage): BrokenEnd | undefined {
  const text = passage.text.trim()
  if (text.length < LEAST_PROSE || !OPEN.test(text.slice(-1))) return undefined
  return endAt('open', passage)
}

/** Prose of several sentences, of which the last one has no mark at its end. */
function unended(passage: Passage): BrokenEnd | undefined {
  const words = passage.text.trim()
  const isOpen = SENTENCE.test(words) && /[㐀-䶿一-鿿]$/u.test(words) && !FORMULA.test(words)
  return isOpen ? endAt('unended', passage) : undefined
}

function endAt(kind: BrokenEnd['kind'], passage: Passage): BrokenEnd {
  const span = tail(passage.text)
  return { kind, passage, span, words: wordsAt(passage.text, span) }
}

const TAIL = 12

/** The last words of a text, within its last sentence. */
function tail(text: string): Span {
  const end = text.trimEnd().length
  const words = text.slice(Math.max(0, end - TAIL), end)
  const cut = Math.max(...['。', '；', '\n'].map((mark) => words.lastIndexOf(mark))) + 1
  return { start: end - words.length + (cut < words.length ? cut : 0), end }
}

function wordsAt(text: string, { start, end }: Span): string {
  return text.slice(start, end).trim()
}

/** Whether a paragraph comes after a cell; false where the format does not tell. */
function isAfter({ origin: a }: Passage, { origin: b }: Cell): boolean {
  const [one, other] = [orderOf(a), orderOf(b)]
  if (one === undefined || other === undefined || a.kind !== b.kind) return false
  const at = one.findIndex((value, index) => value !== other[index])
  return at !== -1 && (one[at] ?? 0) > (other[at] ?? 0)
}

function orderOf(origin: Origin): readonly number[] | undefined {
  switch (origin.kind) {
    case 'text':
      return [origin.start]
    case 'word':
      return [origin.paragraph]
    case 'page':
      return [origin.page, origin.box.top]
    default:
      return undefined
  }
}
