import type { Span } from '../text/span.ts'

/**
 * What a conversion leaves behind. `garbled`: a character got lost or was taken for another;
 * `private`: a code point that only one font knows; `invisible`: a character that nobody sees;
 * `entity`: &nbsp; `radical`: a radical that looks like a character; `question`: 文?本.
 */
export interface Artifact {
  readonly kind: 'garbled' | 'private' | 'invisible' | 'entity' | 'radical' | 'question'
  readonly text: string
  readonly span: Span
  /** What should stand there, where there is one answer. */
  readonly meant?: string
}

const GARBLED = /\ufffd+|(?:锟斤拷){1,20}|烫{4,20}|屯{4,20}|â€[œ™˜“”]|[\u2801-\u28ff]/gu
const PRIVATE = /[\ue000-\uf8ff]/gu
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu
const ENTITY =
  /&(?:nbsp|ensp|emsp|thinsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|middot|mdash|ndash|hellip|times|bull|sect|permil|deg|#\d{2,6}|#x[0-9A-Fa-f]{2,5});/gu
const RADICAL = /[\u2e80-\u2ef3\u2f00-\u2fd5]/gu
const QUESTION = /(?<=[㐀-䶿一-鿿])\?{1,4}(?=[㐀-䶿一-鿿])/gu

const ANY =
  /[\ufffd锟烫屯â\u2801-\u28ff\ue000-\uf8ff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff&\u2e80-\u2ef3\u2f00-\u2fd5?]/u

// Scripts and pictures that need joiners and direction marks.
const NEEDS_JOINERS =
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Mongolian}|\p{Script=Tibetan}|\p{Extended_Pictographic}\ufe0f?\u200d/u
const ASKS =
  /[吗呢谁哪几]|什么|怎|何|多少|是否|如何|能否|可否|是不是|有没有|要不要|难道|疑问|咨询|问/u

/** The traces of conversion in a text, in order. */
export function findArtifacts(text: string): readonly Artifact[] {
  if (!ANY.test(text)) return []
  const found: Artifact[] = []
  const take = (kind: Artifact['kind'], pattern: RegExp, meantBy: (text: string) => unknown) => {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const span = { start: index, end: index + match.length }
      const meant = meantBy(match)
      found.push({ kind, text: match, span, ...(typeof meant === 'string' && { meant }) })
    }
  }
  take('garbled', GARBLED, () => undefined)
  take('private', PRIVATE, (character) => SYMBOLS.get(character))
  if (!NEEDS_JOINERS.test(text)) take('invisible', INVISIBLE, () => '')
  take('entity', ENTITY, (entity) => ENTITIES.get(entity))
  take('radical', RADICAL, unified)
  const questions = found.length
  take('question', QUESTION, () => undefined)
  const isLost = ({ kind, span }: Artifact, index: number) =>
    kind !== 'question' || index < questions || !asks(text, span.start)
  return found.filter(isLost).sort((a, b) => a.span.start - b.span.start)
}

/** Whether the sentence before a mark is a question. */
function asks(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at)
  if (!ASKS.test(before)) return false
  const sentence = before.slice(
    Math.max(...[...'。；！？'].map((mark) => before.lastIndexOf(mark))) + 1,
  )
  return ASKS.test(sentence)
}

/** The plain character of a radical. */
function unified(radical: string): string | undefined {
  const plain = RADICALS.get(radical) ?? radical.normalize('NFKC')
  return plain === radical ? undefined : plain
}

// The simplified ones of CJK Radicals Supplement, which Unicode gives no equivalent for.
const RADICALS = new Map(
  '⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'
    .match(/../gu)
    ?.map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
)

// What Wingdings, Wingdings 2 and Symbol show at these codes.
const SYMBOLS = new Map([
  ['\uf06c', '●'],
  ['\uf06e', '■'],
  ['\uf06f', '□'],
  ['\uf071', '□'],
  ['\uf075', '◆'],
  ['\uf0a3', '□'],
  ['\uf0a8', '□'],
  ['\uf0b7', '·'],
  ['\uf0d7', '×'],
  ['\uf0fc', '√'],
  ['\uf0fe', '☑'],
  ['\uf052', '☑'],
])

// Those that are marks in HTML itself have no answer that is right in every format.
const ENTITIES = new Map([
  ['&nbsp;', ' '],
  ['&ensp;', ' '],
  ['&emsp;', ' '],
  ['&thinsp;', ' '],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&lsquo;', '‘'],
  ['&rsquo;', '’'],
  ['&middot;', '·'],
  ['&mdash;', '—'],
  ['&ndash;', '–'],
  ['&hellip;', '…'],
  ['&times;', '×'],
  ['&bull;', '•'],
  ['&sect;', '§'],
  ['&permil;', '‰'],
  ['&deg;', '°'],
])
