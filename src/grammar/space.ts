import type { Span } from '../text/span.ts'
import { isInside, markedStretches } from './marks.ts'

const HAN = '㐀-䶿一-鿿〇'
const BLANK = '[ \\t\\u3000]'

/**
 * Blanks before a closing or dividing mark, and after an opening one. After ； and the like a blank
 * may stand for a line break of the source.
 */
const AT_MARK = new RegExp(
  `(?<=[${HAN}）》”])${BLANK}{1,4}(?=[，。；：、）》〉”])|(?<=[（《〈“])${BLANK}{1,4}(?=[${HAN}])`,
  'gu',
)

/** A preposition, what it governs, a blank, and the word that must follow: 结合人防 实际. */
const FRAMES: readonly RegExp[] = [
  ['结合', '实际'],
  ['根据', '(?:有关|相关)?(?:规定|要求)'],
  ['按照', '(?:有关|相关)?(?:规定|要求)'],
  ['依照', '(?:有关|相关)?规定'],
  ['围绕', '(?:开展|做好)'],
  ['面向', '(?:公开|发布|征求)'],
].map(
  ([first = '', last = '']) =>
    new RegExp(`(?<=(?:^|[，。；、：（])${first}[${HAN}]{1,8})${BLANK}{1,4}(?=${last})`, 'gu'),
)

/** Blanks inside Chinese phrases that cannot stand for a line break or part two items, in order. */
export function findStraySpaces(text: string): readonly Span[] {
  if (!/[ \t\u3000]/u.test(text)) return []
  const marked = markedStretches(text, '“《〈').map(({ start, end }) => ({
    start: start + 1,
    end: end - 1,
  }))
  return [AT_MARK, ...FRAMES]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ 0: blanks, index }) => ({ start: index, end: index + blanks.length }))
    .filter(({ start }) => !isInside(marked, start))
    .sort((a, b) => a.start - b.start)
}
