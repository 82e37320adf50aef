import { lettersOf, placesOfLetters } from '../text/letters.ts'
import { NUMERAL } from '../text/numeral.ts'
import { similarity } from '../text/similarity.ts'
import { isQuotedFrom, type LawArticle, type LawText } from './lawbook.ts'
import type { Phrase } from './phrase.ts'

/** Words that a document quotes, and where it says that they stand. */
export interface Quotation {
  /** Without marks and without the number before them. */
  readonly words: string
  /** 条 and, of inserted ones, 之几; several where the words may stand in any of them. */
  readonly articles: readonly { readonly number: number; readonly inserted: number | undefined }[]
  /** 项 */
  readonly item: number | undefined
}

/**
 * What is wrong with a quotation: the words are those of another item or another article, they are
 * nearly those of the place (`words`), or they are not in it at all.
 */
export type Misquotation =
  | { readonly kind: 'item'; readonly article: number; readonly item: number }
  | { readonly kind: 'article'; readonly article: LawArticle }
  | { readonly kind: 'differs'; readonly words: string }
  | { readonly kind: 'absent' }

/** Words that share this part of their pairs of letters are meant to be the same. */
const ALIKE = 0.6
/** Shorter words may stand anywhere, and may be a name that someone gave to an article. */
const TELLING = 8

/** Compares a quotation to the text of the law. */
export function compareToText(quotation: Quotation, law: LawText): Misquotation | undefined {
  const { words } = quotation
  const articles = quotation.articles.flatMap(({ number, inserted }) => {
    const key = inserted === undefined ? String(number) : `${number}之${inserted}`
    return law.articles.get(key) ?? []
  })
  const [article] = articles
  // That there is no such article is another rule's to say.
  if (article === undefined || articles.length < quotation.articles.length) return undefined
  const home = articles.find(({ text }) => isExcerpt(words, text))
  if (home !== undefined) return otherItem(quotation, home)
  const nearest = nearestPart(words, articles)
  if (nearest !== undefined) return { kind: 'differs', words: nearest }
  if (lettersOf(words).length < TELLING) return undefined
  const [other, ...others] = [...law.articles.values()].filter(({ text }) =>
    isQuotedFrom(words, text),
  )
  return other !== undefined && others.length === 0
    ? { kind: 'article', article: other }
    : { kind: 'absent' }
}

function otherItem({ words, item }: Quotation, { number, items }: LawArticle) {
  if (item === undefined || lettersOf(words).length < TELLING) return undefined
  const holding = items.filter(({ text }) => isQuotedFrom(words, text))
  const [only] = holding
  if (only === undefined || holding.some((one) => one.number === item)) return undefined
  return holding.length > 1
    ? undefined
    : ({ kind: 'item', article: number, item: only.number } as const)
}

/** Whether the words stand in a text, or the points that they list do, one after the other. */
function isExcerpt(words: string, text: string): boolean {
  return isQuotedFrom(words, text) || isQuotedFrom(words.replace(BETWEEN_POINTS, '…'), text)
}

// ；（八）
const BETWEEN_POINTS = new RegExp(
  `[；;。]\\s*(?:[（(]\\s*${NUMERAL}{1,3}\\s*[）)]|\\d{1,2}[.．、])?`,
  'gu',
)

/** What is most like the words in some articles, if anything is alike: a stretch, an item, a sentence. */
function nearestPart(words: string, articles: readonly LawArticle[]): string | undefined {
  if (/…|⋯/u.test(words)) return undefined
  const quoted = lettersOf(words)
  let best: string | undefined
  let most = ALIKE
  for (const part of [
    ...articles.flatMap(({ text }) => stretchesLike(quoted, text)),
    ...articles.flatMap(partsOf),
  ]) {
    const likeness = similarity(quoted, lettersOf(part))
    if (likeness < most || (likeness === most && best !== undefined)) continue
    most = likeness
    best = part
  }
  return best
}

/** So many beginnings are tried with so many ends; a short article has few. */
const MOST_TRIES = 12

/** The stretches of a text that begin and end as the words do and are about as long. */
function stretchesLike(quoted: string, text: string): readonly string[] {
  const letters = lettersOf(text)
  const places = placesOfLetters(text)
  const starts = occurrences(letters, quoted.slice(0, 2))
  const ends = occurrences(letters, quoted.slice(-2)).map((at) => at + 2)
  return starts.flatMap((start) =>
    ends
      .filter((end) => Math.abs(end - start - quoted.length) <= quoted.length / 4)
      .map((end) => text.slice(places[start], (places[end - 1] ?? 0) + 1).replace(/\s+/gu, '')),
  )
}

function occurrences(text: string, words: string): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0 && found.length < MOST_TRIES; ) {
    found.push(at)
    at = text.indexOf(words, at + 1)
  }
  return found
}

function partsOf({ items, paragraphs }: LawArticle): readonly string[] {
  return [
    ...items.map(({ text }) => text),
    ...paragraphs.map((one) => one.replace(/[。；：]$/u, '')),
    ...paragraphs.flatMap((one) => one.split(/[。；]/u)).filter((one) => one !== ''),
  ]
}

/**
 * Compares a quoted item to the phrases of its law, of which only some articles are known. Silent
 * where that is not enough to tell.
 */
export function compareToPhrases(
  { words, articles: [article, ...others], item }: Quotation,
  phrases: readonly Phrase[],
): Misquotation | undefined {
  const quoted = lettersOf(words)
  if (item === undefined || others.length > 0 || /…|⋯/u.test(words)) return undefined
  if (article?.inserted !== undefined) return undefined
  const kin = phrases.filter((one) => one.item !== undefined && one.confidence === 'high')
  const same = kin.filter((one) => lettersOf(one.words) === quoted)
  if (same.some((one) => one.item === item)) return undefined
  const [other, ...rest] = same.filter((one) => one.article === (article?.number ?? one.article))
  if (other?.item !== undefined) {
    return rest.length > 0 ? undefined : { kind: 'item', article: other.article, item: other.item }
  }
  const [known, ...more] = kin.filter((one) => one.article === article?.number && one.item === item)
  // An item that several phrases are taken from is longer than each of them.
  if (known === undefined || more.length > 0) return undefined
  const letters = lettersOf(known.words)
  if (letters.includes(quoted) || quoted.includes(letters)) return undefined
  return similarity(letters, quoted) >= ALIKE ? { kind: 'differs', words: known.words } : undefined
}

/** Whether the words are a short form in general use of a phrase of one of the articles. */
export function isAccepted({ words, articles }: Quotation, phrases: readonly Phrase[]): boolean {
  const quoted = lettersOf(words)
  return phrases.some(
    ({ article, accepted = [] }) =>
      articles.some(({ number }) => number === article) &&
      accepted.some((form) => lettersOf(form).includes(quoted)),
  )
}
