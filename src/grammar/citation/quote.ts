import { NUMERAL, parseNumeral } from '../../text/numeral.ts'
import type { Span } from '../../text/span.ts'

/** Words quoted from the instrument: “（五）办理行政许可……”. */
export interface Quote {
  /** With its marks. */
  readonly span: Span
  /** Without marks and without the number before them. */
  readonly words: string
  /** （五） before the words: a 项 of an article, or a section of a policy paper. */
  readonly item: number | undefined
  /** 三、提高政策公开质量，before that number. */
  readonly heading: string | undefined
}

//  三、   提高政策公开质量   ，（  八  ）  开展……
//  part      heading             item    words
const ANATOMY = new RegExp(
  `^\\s*(?:${NUMERAL}{1,3}、(?<heading>[^（(]{2,60}?)[，,。；;\\s]*)?[（(]\\s*(?<item>${NUMERAL}{1,3})\\s*[）)]\\s*(?<words>.*)$`,
  'su',
)

/** Reads what stands between quotation marks; the span takes the marks in. */
export function readQuote(text: string, span: Span): Quote {
  const inner = text.slice(span.start + 1, span.end - 1)
  const groups = ANATOMY.exec(inner)?.groups
  return {
    span,
    words: (groups?.words ?? inner).trim(),
    item: groups?.item === undefined ? undefined : parseNumeral(groups.item),
    heading: groups?.heading?.trim(),
  }
}
