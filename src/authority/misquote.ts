import { isInside, markedStretches } from '../grammar/marks.ts'
import { lettersOf, placesOfLetters } from '../text/letters.ts'
import { overlaps, type Span } from '../text/span.ts'
import { findVariants } from '../text/variant.ts'
import type { Phrase } from './phrase.ts'

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

/**
 * The places where a text, outside titles, repeats a set phrase wrongly, in order and apart: with a
 * mistake that is known, or with a few letters changed in the middle of it. What differs in
 * punctuation alone is right.
 */
export function findMisquotes(text: string, phrases: readonly Phrase[]): readonly Misquote[] {
  const letters = lettersOf(text)
  const found: Found[] = []
  for (const phrase of phrases) {
    if (phrase.verbatim !== true || phrase.confidence !== 'high') continue
    for (const one of [...knownMistakes(letters, phrase), ...variants(letters, phrase)]) {
      found.push(one)
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

function* knownMistakes(letters: string, phrase: Phrase): Iterable<Found> {
  for (const { wrong, right, quoted = false, near } of phrase.mistaken ?? []) {
    const words = lettersOf(wrong)
    const meant = lettersOf(right)
    const inRight = meant.indexOf(words)
    for (let at = letters.indexOf(words); at >= 0; at = letters.indexOf(words, at + 1)) {
      const end = at + words.length
      if (inRight >= 0 && letters.startsWith(meant, at - inRight)) continue
      const around = letters.slice(Math.max(0, at - NEARBY), end + NEARBY)
      yield {
        phrase,
        span: { start: at, end },
        expected: right,
        isSlight: differSlightly(words, meant),
        isSure: near === undefined || near.some((one) => around.includes(lettersOf(one))),
        mustStandAlone: quoted,
      }
    }
  }
}

function* variants(letters: string, phrase: Phrase): Iterable<Found> {
  const words = lettersOf(phrase.words)
  const accepted = (phrase.accepted ?? []).map(lettersOf)
  const places = placesOfLetters(phrase.words)
  for (const { span, departures } of findVariants(
    letters,
    words,
    Math.floor(words.length * MOST_CHANGED),
  )) {
    const written = letters.slice(span.start, span.end)
    if (accepted.some((form) => form.includes(written))) continue
    const first = departures[0]
    const last = departures.at(-1)
    if (first === undefined || last === undefined) continue
    const shown = withinMarks(places, {
      start: first.meant.start,
      end: last.meant.end,
    })
    yield {
      phrase,
      span: {
        start: first.written.start - first.meant.start + shown.start,
        end: last.written.end - last.meant.end + shown.end,
      },
      expected: phrase.words.slice(places[shown.start], (places[shown.end - 1] ?? 0) + 1),
      isSlight: departures.every((departure) =>
        isSlight(
          letters.slice(departure.written.start, departure.written.end) +
            words.slice(departure.meant.start, departure.meant.end),
        ),
      ),
      isSure: true,
      mustStandAlone: false,
    }
  }
}

/** Letters of a phrase, widened up to the punctuation marks between which they stand. */
function withinMarks(places: Uint32Array, { start, end }: Span): Span {
  const areNeighbours = (a: number, b: number) => (places[b] ?? 0) - (places[a] ?? 0) === 1
  let from = start
  while (from > 0 && areNeighbours(from - 1, from)) from--
  let to = end
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
