import { isInside, markedStretches } from '../grammar/marks.ts'
import { lettersOf, placesOfLetters } from '../text/letters.ts'
import { overlaps, type Span } from '../text/span.ts'
import { findVariants, type Variant } from '../text/variant.ts'
import type { Mistake, Phrase } from './phrase.ts'

/** A place where a text repeats a set phrase with other words. */
export interface Misquote {
  readonly phrase: Phrase
  /** The words that differ with what stands around them up to the next punctuation marks. */
  readonly span: Span
  /** What the phrase has there, punctuation included. */
  readonly expected: string
  /** Only little words differ: 还应包括 for 还应当包括. */
  readonly isSlight: boolean
  /** Enough of the phrase stands around it to tell that nothing else is meant. */
  readonly isSure: boolean
  /** It stands in quotation marks. */
  readonly isQuoted: boolean
}

/** At most this part of a phrase may differ; what differs more is a paraphrase. */
const MOST_CHANGED = 0.15
/** Letters on either side of a known mistake among which its company is looked for. */
const NEARBY = 40

/** A set phrase, prepared for being looked for in many texts. */
export interface Watched {
  readonly phrase: Phrase
  readonly letters: string
  /** Where the letters stand in the words. */
  readonly places: Uint32Array
  readonly accepted: readonly string[]
  readonly mistakes: readonly WatchedMistake[]
}

interface WatchedMistake {
  readonly letters: string
  /** Letters that are right; the wrong ones stand in them from `inRight` on, or not at all. */
  readonly meant: string
  readonly inRight: number
  readonly right: string
  readonly isSlight: boolean
  readonly mustStandAlone: boolean
  readonly near: readonly string[] | undefined
}

/** The phrases that are surely known and repeated word by word. */
export function watch(phrases: readonly Phrase[]): readonly Watched[] {
  return phrases
    .filter(({ verbatim, confidence }) => verbatim === true && confidence === 'high')
    .map((phrase) => ({
      phrase,
      letters: lettersOf(phrase.words),
      places: placesOfLetters(phrase.words),
      accepted: (phrase.accepted ?? []).map(lettersOf),
      mistakes: (phrase.mistaken ?? []).map(watchMistake),
    }))
}

function watchMistake({ wrong, right, quoted, near }: Mistake): WatchedMistake {
  const letters = lettersOf(wrong)
  const meant = lettersOf(right)
  return {
    letters,
    meant,
    inRight: meant.indexOf(letters),
    right,
    isSlight: differSlightly(letters, meant),
    mustStandAlone: quoted === true,
    near: near?.map(lettersOf),
  }
}

/**
 * The places where a text, outside titles, repeats a set phrase wrongly, in order and apart: with a
 * mistake that is known, or with a few letters changed in the middle of it. What differs in
 * punctuation alone is right.
 */
export function findMisquotes(text: string, phrases: readonly Watched[]): readonly Misquote[] {
  const letters = lettersOf(text)
  const found: Found[] = []
  for (const watched of phrases) {
    for (const mistake of watched.mistakes) {
      if (letters.includes(mistake.letters)) {
        for (const one of knownMistakes(letters, watched, mistake)) found.push(one)
      }
    }
    const limit = Math.floor(watched.letters.length * MOST_CHANGED)
    for (const variant of findVariants(letters, watched.letters, limit)) {
      found.push(...judge(letters, watched, variant))
    }
  }
  if (found.length === 0) return []
  const places = placesOfLetters(text)
  const titles = markedStretches(text, '《〈')
  const quotes = markedStretches(text, '“')
  const told: Misquote[] = []
  // Sorting is stable: of those that begin together, known mistakes come first.
  for (const { mustStandAlone, ...one } of found.sort((a, b) => a.span.start - b.span.start)) {
    const span = {
      start: places[one.span.start] ?? 0,
      end: (places[one.span.end - 1] ?? 0) + 1,
    }
    const last = told.at(-1)
    if (isInside(titles, span.start) || (last && overlaps(last.span, span))) continue
    if (mustStandAlone && (text[span.start - 1] !== '“' || text[span.end] !== '”')) continue
    told.push({ ...one, span, isQuoted: isInside(quotes, span.start) })
  }
  return told
}

/** A misquote whose span counts letters. */
interface Found extends Omit<Misquote, 'isQuoted'> {
  readonly mustStandAlone: boolean
}

function* knownMistakes(
  letters: string,
  { phrase }: Watched,
  { letters: wrong, meant, inRight, right, near, ...mistake }: WatchedMistake,
): Iterable<Found> {
  for (let at = letters.indexOf(wrong); at >= 0; at = letters.indexOf(wrong, at + 1)) {
    if (inRight >= 0 && letters.startsWith(meant, at - inRight)) continue
    const end = at + wrong.length
    const around = letters.slice(Math.max(0, at - NEARBY), end + NEARBY)
    yield {
      phrase,
      span: { start: at, end },
      expected: right,
      isSlight: mistake.isSlight,
      isSure: near === undefined || near.some((one) => around.includes(one)),
      mustStandAlone: mistake.mustStandAlone,
    }
  }
}

/** A variant with its part of the sentence; none where it is a form in general use. */
function judge(
  letters: string,
  { phrase, letters: words, places, accepted }: Watched,
  { span, departures }: Variant,
): readonly Found[] {
  const written = letters.slice(span.start, span.end)
  const first = departures[0]
  const last = departures.at(-1)
  if (first === undefined || last === undefined) return []
  if (accepted.some((form) => form.includes(written))) return []
  const shown = withinMarks(places, { start: first.meant.start, end: last.meant.end })
  const changed = departures.map(
    ({ written, meant }) =>
      letters.slice(written.start, written.end) + words.slice(meant.start, meant.end),
  )
  return [
    {
      phrase,
      span: {
        start: first.written.start - first.meant.start + shown.start,
        end: last.written.end - last.meant.end + shown.end,
      },
      expected: phrase.words.slice(places[shown.start], (places[shown.end - 1] ?? 0) + 1),
      isSlight: changed.every(isSlight),
      isSure: true,
      mustStandAlone: false,
    },
  ]
}

/** Letters of some words, widened up to the punctuation marks between which they stand. */
function withinMarks(places: Uint32Array, { start, end }: Span): Span {
  const areNeighbours = (a: number, b: number) => (places[b] ?? 0) - (places[a] ?? 0) === 1
  // Where letters were put in, those before and behind them.
  let from = start === end ? start - 1 : start
  while (from > 0 && areNeighbours(from - 1, from)) from--
  let to = start === end ? end + 1 : end
  while (to < places.length && areNeighbours(to - 1, to)) to++
  return { start: from, end: to }
}

// Words that a clerk drops, adds or swaps without meaning anything by it.
const LITTLE = /^[的地得之了和与及以或者等并且还应当须要需可将向对在由其该本各所也均]*$/u

function isSlight(letters: string): boolean {
  return LITTLE.test(letters)
}

/** Whether two wordings are the same but for one stretch of little words. */
function differSlightly(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return isSlight(a.slice(head, a.length - tail) + b.slice(head, b.length - tail))
}
