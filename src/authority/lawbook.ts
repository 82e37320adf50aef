import { lettersOf } from '../text/letters.ts'
import { NUMERAL, parseNumeral } from '../text/numeral.ts'
import { titleKey } from './normalise.ts'

/** A point (项) of an article. */
export interface LawItem {
  readonly number: number
  /** Without its number and the mark at its end. */
  readonly text: string
  /** Number of the paragraph (款) that lists it; an article may have several lists. */
  readonly paragraph: number
}

/** An article (条) of a law. */
export interface LawArticle {
  readonly number: number
  /** 之二 of 第一百二十条之二. */
  readonly inserted: number | undefined
  /** All of it behind its number, a line for every paragraph and item. */
  readonly text: string
  /** 款, without the items that stand on lines of their own. */
  readonly paragraphs: readonly string[]
  readonly items: readonly LawItem[]
}

/** The text of a law (法规文本), as whoever runs the check has put it beside. */
export interface LawText {
  readonly title: string
  /** The last day that stands under the title, of adoption or amendment, YYYY-MM-DD. */
  readonly date: string | undefined
  /** The day it takes effect, where its own line says so. */
  readonly effective: string | undefined
  /** By `articleKey`, in order. */
  readonly articles: ReadonlyMap<string, LawArticle>
}

/** How articles are known: 20, 120之2. */
function articleKey(number: number, inserted?: number): string {
  return inserted === undefined ? String(number) : `${number}之${inserted}`
}

/** The highest number of an article; 0 where the text has none. */
export function articleCount({ articles }: LawText): number {
  let highest = 0
  for (const { number } of articles.values()) highest = Math.max(highest, number)
  return highest
}

/** The items of an article; undefined where there is no such article. */
export function itemsOf(law: LawText, article: number, inserted?: number) {
  return law.articles.get(articleKey(article, inserted))?.items
}

/** The paragraphs of an article; undefined where there is no such article. */
export function paragraphsOf(law: LawText, article: number, inserted?: number) {
  return law.articles.get(articleKey(article, inserted))?.paragraphs
}

/** Law texts by title, each read when it is asked for. */
export class Lawbook {
  readonly #load: (key: string) => string | undefined
  readonly #laws = new Map<string, LawText | undefined>()

  /** `load` gives the Markdown of the law whose title has a `titleKey`. */
  constructor(load: (key: string) => string | undefined) {
    this.#load = load
  }

  /** The law of this title, whatever its marks and width and whether 中华人民共和国 is there. */
  find(title: string): LawText | undefined {
    const key = titleKey(title)
    if (!this.#laws.has(key)) {
      const text = this.#load(key)
      const law = text === undefined ? undefined : parseLaw(text)
      // A file without articles is no law, whatever it is called.
      this.#laws.set(key, law?.articles.size === 0 ? undefined : law)
    }
    return this.#laws.get(key)
  }
}

// # 中华人民共和国预算法 · **重大行政决策程序暂行条例**
const DECORATION = /^[\s>]*(?:#{1,6}\s*)?(?:\*\*|__)?|(?:\*\*|__)?\s*$/gu
const COMMENT = /<!--[\s\S]*?-->/gu
//  第   一百二十   条      之    二
const ARTICLE = new RegExp(
  `^第\\s*(?<number>${NUMERAL}{1,9})\\s*条(?:\\s*之\\s*(?<inserted>${NUMERAL}{1,3}))?(?![、，和及至到规的])\\s*(?:\\*\\*|__)?\\s*(?:【[^】]{1,40}】)?\\s*`,
  'u',
)
const PART = new RegExp(`^第\\s*${NUMERAL}{1,5}\\s*(?:编|分编|章|节)(?:\\s|$)`, 'u')
const ITEM = new RegExp(`^[（(]\\s*(?<number>${NUMERAL}{1,3})\\s*[）)]\\s*`, 'u')
const DATE =
  /(?<year>(?:19|20)\d\d)年(?<month>\d{1,2})月(?<day>\d{1,2})日(?<effective>\s*起?\s*(?:正式)?(?:施行|实施))?/gu

/**
 * Reads a law laid out as Markdown: its title as the first heading, remarks on adoption below it,
 * articles beginning 第一条 (bare, bold or as headings), items （一） on lines of their own.
 */
export function parseLaw(markdown: string): LawText {
  const lines = markdown
    .replace(/^\ufeff/u, '')
    .replace(COMMENT, '')
    .split(/\r?\n/u)
    .map((line) => line.replace(DECORATION, '').trim())
    .filter((line) => line !== '')
  const articles = new Map<string, LawArticle>()
  const remarks: string[] = []
  let open: Draft | undefined
  const close = () => {
    if (open === undefined) return
    const key = articleKey(open.number, open.inserted)
    // A table of contents, or an annex that counts anew, must not replace the article.
    if (!articles.has(key)) articles.set(key, finish(open))
  }
  for (const line of lines.slice(1)) {
    const article = ARTICLE.exec(line)
    const number = parseNumeral(article?.groups?.number ?? '')
    if (article !== null && number !== undefined) {
      close()
      const inserted = parseNumeral(article.groups?.inserted ?? '')
      open = { number, inserted, lines: [line.slice(article[0].length)] }
    } else if (PART.test(line) || isAnnex(line)) {
      close()
      open = undefined
    } else if (open !== undefined) open.lines.push(line)
    else if (articles.size === 0) remarks.push(line)
  }
  close()
  return { title: lines[0] ?? '', ...daysOf(remarks), articles }
}

interface Draft {
  readonly number: number
  readonly inserted: number | undefined
  readonly lines: string[]
}

function isAnnex(line: string): boolean {
  return /^附(?:件|录|表|则)?\s*[一二三四五六七八九十\d]{0,2}\s*[：:]?$/u.test(line)
}

function finish({ number, inserted, lines }: Draft): LawArticle {
  const paragraphs: string[] = []
  const items: LawItem[] = []
  for (const line of lines.filter((one) => one !== '')) {
    const item = ITEM.exec(line)
    const point = parseNumeral(item?.groups?.number ?? '')
    if (item === null || point === undefined) paragraphs.push(line)
    else {
      const text = line.slice(item[0].length).replace(/[；;。.，,]+$/u, '')
      items.push({ number: point, text, paragraph: Math.max(1, paragraphs.length) })
    }
  }
  return { number, inserted, text: lines.join('\n').trim(), paragraphs, items }
}

/** Days in the remarks under a title; a line such as 2019年5月15日 施行 tells the last one of them. */
function daysOf(remarks: readonly string[]) {
  let date: string | undefined
  let effective: string | undefined
  for (const { groups = {} } of remarks.join('\n').matchAll(DATE)) {
    const { year = '', month = '', day = '' } = groups
    const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (groups.effective !== undefined) effective = later(effective, found)
    else date = later(date, found)
  }
  return { date, effective }
}

function later(a: string | undefined, b: string): string {
  return a === undefined || b > a ? b : a
}

/** Whether the words, apart from white space and punctuation, stand in a text; … may leave some out. */
export function isQuotedFrom(words: string, text: string): boolean {
  const letters = lettersOf(text)
  let from = 0
  for (const piece of words.split(ELLIPSIS).map(lettersOf)) {
    const at = letters.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return true
}

const ELLIPSIS = /…+|⋯+|\.{3,}|。{3,}/u
