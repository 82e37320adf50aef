import type { Span } from '../text/span.ts'
import { markedStretches } from './marks.ts'

/** The name of an instrument between title marks, with what is written directly behind it. */
export interface TitleMention {
  /** The title without its outer marks. */
  readonly title: string
  /** The title with its outer marks. */
  readonly span: Span
  /**
   * The stretch in which numbers belong to this title: the brackets or the bare number directly
   * behind the closing mark, up to the next title or the end of the list point.
   */
  readonly tail: Span
}

// Numbers follow their title at once, in brackets or bare; the first of these ends the tail.
const TAIL_END =
  /[《；;。\n“]|第[〇零一二三四五六七八九十百千\d]+条|\d{1,2}[.．、]\s*(?=[《㐀-䶿一-鿿〇])/u

/** The titles in a text, outermost marks only: 《…〈…〉…》 is one, and so is 《…《…》…》. */
export function findTitles(text: string): readonly TitleMention[] {
  return markedStretches(text, '《').map(({ start, end }) => {
    const rest = text.slice(end, end + 200)
    const stop = TAIL_END.exec(rest)?.index ?? rest.length
    return {
      title: text.slice(start + 1, end - 1),
      span: { start, end },
      tail: { start: end, end: end + stop },
    }
  })
}
