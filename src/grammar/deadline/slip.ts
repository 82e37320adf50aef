import type { Misspelling } from './form.ts'
import type { Squeezed, Stretch } from './squeezed.ts'
import type { AmountTerm } from './term.ts'

/** A piece that is spelt wrong. */
export interface Slip extends Stretch {
  readonly expected: string
}

/** What is spelt wrong in a number and in the words that follow it. */
export function slipsOf(text: string, { start, end, expected }: AmountTerm, limit: number): Slip[] {
  const slips: Slip[] = expected === undefined ? [] : [{ start, end, expected }]
  const after = text.slice(end, limit)
  const { verb, twice, again, cut } = AFTER.exec(after)?.groups ?? {}
  if (verb !== undefined && twice !== undefined) {
    const from = end + after.indexOf(verb)
    slips.push({ start: from, end: from + verb.length + twice.length, expected: verb })
  }
  if (again !== undefined) slips.push({ start: end - 1, end: end + 1, expected: again })
  if (cut !== undefined) {
    slips.push({ start: end, end: end + cut.length, expected: `${cut}开` })
  }
  return slips
}

// 予以 公开  内公开     内     予以公 (the rest is cut off)
//      verb  twice    again  cut
const AFTER =
  /^(?:(?:予以|及时|主动|向社会){0,2}(?<verb>公开|公布|公示|发布)(?<twice>内?\k<verb>)|(?<again>内)|(?<cut>(?:予以|及时|主动|向社会){0,2}公)$)/u

/** The stretch from the first slip to the last, as it is and as it should be. */
export function misspelling(cell: Squeezed, slips: readonly Slip[]): Misspelling {
  const sorted = slips.toSorted((one, other) => one.start - other.start)
  const start = sorted[0]?.start ?? 0
  const end = sorted.at(-1)?.end ?? start
  let expected = ''
  let from = start
  for (const slip of sorted) {
    expected += cell.phrase(from, slip.start).text + slip.expected
    from = slip.end
  }
  const { text: actual, span } = cell.phrase(start, end)
  return { actual, expected, span }
}
