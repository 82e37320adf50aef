import { halfWidth, withoutSpace } from '../text/normalise.ts'
import type { Span } from '../text/span.ts'

/** What stands before a channel (公开渠道) to say that it is chosen, or that it is not. */
export interface ChannelMark {
  readonly symbol: string
  readonly isChosen: boolean
  readonly span: Span
}

/** One channel of a list. */
export interface ChannelOption {
  /** As it is compared: no white space, half-width brackets, no punctuation at the end. */
  readonly name: string
  readonly span: Span
  readonly mark?: ChannelMark
}

// R and £ are ☑ and □ of the font Wingdings 2, þ is ☑ of Wingdings; 口 for □ comes from scanning.
const MARK =
  /[■☑√✓✔▇▄▲◆●þ]|R(?=[㐀-䶿一-鿿〇])|[□☐○◻]|£(?=[㐀-䶿一-鿿〇])|(?<![^\s■□、；])[口囗](?=政府|两微|发布会|广播|纸质|公开查|政务|便民|入户|社区|精准|其他)/gu
const OPEN = /[□☐○◻£口囗]/u
const TAIL = /[\s、，,；;。.．_＿]/u
/** What is longer is a text and no list of channels. */
const LONGEST_LIST = 2000

/** The channels of a list, set apart by their marks, or by punctuation and blanks where they have none. */
export function channelOptions(text: string): readonly ChannelOption[] {
  if (text.length > LONGEST_LIST) return []
  const marks = [...text.matchAll(MARK)].map(({ 0: symbol, index }) => ({
    symbol,
    isChosen: !OPEN.test(symbol),
    span: { start: index, end: index + symbol.length },
  }))
  const found = unmarked(text, marks[0]?.span.start ?? text.length)
  for (const [index, mark] of marks.entries()) {
    const end = marks[index + 1]?.span.start ?? text.length
    found.push({ ...option(text, mark.span.end, end), mark })
  }
  return found
}

function unmarked(text: string, until: number): ChannelOption[] {
  return [...text.slice(0, until).matchAll(/[^\s、，,；;。]+/gu)].map(({ 0: words, index }) =>
    option(text, index, index + words.length),
  )
}

function option(text: string, from: number, to: number): ChannelOption {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  let end = to
  while (end > start && TAIL.test(text[end - 1] ?? '')) end--
  return { name: withoutSpace(halfWidth(text.slice(start, end))), span: { start, end } }
}
