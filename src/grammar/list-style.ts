import type { Span } from '../text/span.ts'
import { type ListMarker, listFault } from './numbering.ts'

/** What stands between two points of a list. */
export interface Separator {
  /** `；` `。` and so on, as full-width marks; empty where no mark stands. */
  readonly mark: string
  /** The mark as it is written, or where one is to be put in. */
  readonly span: Span
  /** Whether the second point begins a new line. */
  readonly breaksLine: boolean
  /** The number that follows. */
  readonly marker: ListMarker
}

const MARKS: Readonly<Record<string, string>> = {
  '；': '；',
  ';': '；',
  '。': '。',
  '，': '，',
  ',': '，',
  '、': '、',
}

/**
 * The separators of a text that holds one list, numbered rightly or wrongly; none where the list has
 * sub-lists or is several.
 */
export function separatorsOf(text: string, markers: readonly ListMarker[]): readonly Separator[] {
  const rises = markers.every(({ number }, index) => number >= (markers[index - 1]?.number ?? 0))
  if (markers.length < 2 || !rises) return []
  const separators = markers.slice(1).map((marker): Separator => {
    let end = marker.span.start
    while (end > 0 && /\s/u.test(text.charAt(end - 1))) end--
    const written = text.charAt(end - 1)
    const mark = MARKS[written] ?? ''
    const breaksLine = text.slice(end, marker.span.start).includes('\n')
    return { mark, span: { start: mark === '' ? end : end - 1, end }, breaksLine, marker }
  })
  const opensSubList = separators.some(({ span }) => /[：:]/u.test(text.charAt(span.end - 1)))
  return opensSubList ? [] : separators
}

/** The numbers of a list that are written with another mark than the most are: 1. 2. 3、 */
export function oddDelimiters(markers: readonly ListMarker[]): {
  readonly usual: string
  readonly odd: readonly ListMarker[]
} {
  const counts = new Map<string, number>()
  for (const { delimiter } of markers) {
    const style = styleOf(delimiter)
    counts.set(style, (counts.get(style) ?? 0) + 1)
  }
  const [[usual] = ['.']] = [...counts].sort((a, b) => b[1] - a[1])
  const isInOrder = markers.every(({ number }, index) => number === index + 1)
  if (counts.size < 2 || !isInOrder || listFault(markers, undefined)) return { usual, odd: [] }
  return { usual, odd: markers.filter(({ delimiter }) => styleOf(delimiter) !== usual) }
}

function styleOf(delimiter: string): string {
  return delimiter === '．' ? '.' : delimiter
}
