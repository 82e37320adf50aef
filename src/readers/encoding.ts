import { UnreadableError } from './reader.ts'

/** What bytes say when read as text. */
export interface Decoded {
  /** Without the byte order mark; a byte that does not fit stands as U+FFFD. */
  readonly text: string
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030` or `big5`. */
  readonly encoding: string
  /** Present when some bytes do not fit the encoding; such a file must not be written back. */
  readonly broken?: Broken
}

export interface Broken {
  /** Bytes before the first that does not fit. */
  readonly byte: number
  /** The same place in the text, in UTF-16 units. */
  readonly offset: number
  /** How many stretches do not fit. */
  readonly places: number
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

/** Names that a person may give, without hyphens and underscores. GB18030 reads all of GBK. */
const NAMES = new Map<string, Encoding>([
  ['utf8', 'utf-8'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['big5', 'big5'],
])

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

/** How much of a file is looked at to tell what it is. */
const SAMPLE = 16_384

/**
 * The text of a file in the encoding the caller names; failing that in the one its byte order mark
 * names; failing that in the first that fits of UTF-8, UTF-16 and GB18030, or the one of UTF-8 and
 * GB18030 that fits best. Throws {@link UnreadableError} when the bytes are no text.
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  const decoded = encoding === undefined ? detect(bytes) : decodeAs(bytes, encodingNamed(encoding))
  if (holdsNothingVisible(decoded.text)) throw notText()
  return decoded
}

function encodingNamed(name: string): Encoding {
  const encoding = NAMES.get(name.toLowerCase().replaceAll(/[-_]/gu, ''))
  if (encoding !== undefined) return encoding
  throw new UnreadableError(
    'encoding',
    `“${name}”不是可用的编码名，应当为 utf-8、utf-16le、utf-16be、gb18030（gbk、gb2312）、big5 之一。`,
  )
}

function detect(bytes: Uint8Array): Decoded {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (marked !== undefined) return decodeAs(bytes, marked[0])
  // UTF-16 that is also valid UTF-8 is mostly ASCII, so about every other byte of it is zero.
  const utf8 = strictText(bytes, 'utf-8')
  if (utf8 !== undefined && !utf8.includes('\0')) return { text: utf8, encoding: 'utf-8' }
  const wide = wideEncoding(bytes)
  if (wide !== undefined && (utf8 === undefined || holdsManyZeros(bytes)))
    return decodeAs(bytes, wide)
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' }
  const national = decodeNational(bytes)
  const decoded = national.broken === undefined ? national : leastBroken(bytes, national)
  if (isBinary(decoded.text)) throw notText()
  return decoded
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = strictText(bytes, encoding)
  return text === undefined ? mended(bytes, encoding) : { text, encoding }
}

/** The text without its byte order mark, or undefined when a byte does not fit. */
function strictText(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return withoutMark(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** GB18030 takes nearly any bytes, so lines that are UTF-8 within it count as broken too. */
function decodeNational(bytes: Uint8Array): Decoded {
  const decoded = decodeAs(bytes, 'gb18030')
  const lines = utf8Lines(bytes)
  const [byte] = lines
  if (byte === undefined || places(decoded) >= lines.length) return decoded
  if (decoded.broken !== undefined && decoded.broken.byte < byte) {
    return { ...decoded, broken: { ...decoded.broken, places: lines.length } }
  }
  const offset = strictText(bytes.subarray(0, byte), 'gb18030')?.length ?? 0
  return { ...decoded, broken: { byte, offset, places: lines.length } }
}

/**
 * Where lines begin that hold two or more characters of Chinese in UTF-8 and nothing else but
 * ASCII, as when files of two encodings were glued together.
 */
function utf8Lines(bytes: Uint8Array): readonly number[] {
  const starts: number[] = []
  let start = 0
  let characters = 0
  let at = 0
  while (at <= bytes.length) {
    const byte = bytes[at] ?? LF
    if (byte === LF || byte === CR) {
      if (characters > 1) starts.push(start)
      start = at + 1
      characters = 0
      at += 1
    } else if (byte < 0x80) {
      at += 1
    } else if (isChineseInUtf8(bytes, at)) {
      characters += 1
      at += 3
    } else {
      characters = Number.NEGATIVE_INFINITY
      at += 1
    }
  }
  return starts
}

const LF = 10
const CR = 13

/** U+3000 to U+9FFF and U+F000 to U+FFFF take three bytes. */
function isChineseInUtf8(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at] ?? 0
  if ((lead < 0xe3 || lead > 0xe9) && lead !== 0xef) return false
  return isTrail(bytes[at + 1]) && isTrail(bytes[at + 2])
}

function isTrail(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0
}

/** The reading that fits more lines; of two that fit as many, the one with fewer broken places. */
function leastBroken(bytes: Uint8Array, national: Decoded): Decoded {
  const utf8 = mended(bytes, 'utf-8')
  const more = brokenLines(national) + utf8Lines(bytes).length - brokenLines(utf8)
  return (more || places(national) - places(utf8)) < 0 ? national : utf8
}

function brokenLines({ text }: Decoded): number {
  return text.split(/[\n\r]/u).filter((line) => line.includes('\ufffd')).length
}

function places({ broken }: Decoded): number {
  return broken?.places ?? 0
}

function mended(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = withoutMark(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes))
  const byte = soundBytes(bytes, encoding)
  const offset = strictText(bytes.subarray(0, byte), encoding)?.length ?? 0
  return {
    text,
    encoding,
    broken: { byte, offset, places: text.match(/\ufffd+/gu)?.length ?? 0 },
  }
}

/** How many bytes at the beginning are whole characters of the encoding. */
function soundBytes(bytes: Uint8Array, encoding: Encoding): number {
  let sound = 0
  let end = bytes.length
  while (sound < end) {
    const middle = (sound + end + 1) >> 1
    if (begins(bytes.subarray(0, middle), encoding)) sound = middle
    else end = middle - 1
  }
  // What is left may end in the first bytes of a character: three at most.
  while (strictText(bytes.subarray(0, sound), encoding) === undefined) sound -= 1
  return sound
}

/** Whether the bytes are the beginning of a text, which may stop in the middle of a character. */
function begins(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** UTF-16 without a mark: in one byte order nearly all units are what such documents are made of. */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const units = Math.min(bytes.length, SAMPLE) >> 1
  let little = 0
  let big = 0
  for (let index = 0; index < units * 2; index += 2) {
    const even = bytes[index] ?? 0
    const odd = bytes[index + 1] ?? 0
    if (isUsual((odd << 8) | even)) little += 1
    if (isUsual((even << 8) | odd)) big += 1
  }
  // Fewer than four units say nothing: two GBK bytes can be one Chinese character of UTF-16.
  if (units < 4 || Math.max(little, big) < units * 0.95) return undefined
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** First and last unit of what catalogues are written in. */
const USUAL: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff], // Chinese characters
  [0x20, 0x7e],
  [0x09, 0x0d],
  [0xff00, 0xffef], // full-width forms
  [0x3000, 0x303f], // Chinese punctuation
  [0x2010, 0x203f], // dashes, quotes, ellipsis
  [0x2460, 0x27bf], // ① ■ □ ✓
  [0xb7, 0xb7], // ·
]

function isUsual(unit: number): boolean {
  return USUAL.some(([first, last]) => unit >= first && unit <= last)
}

/** Whether more than a quarter of the bytes is zero. */
function holdsManyZeros(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE)
  return sample.reduce((zeros, byte) => (byte === 0 ? zeros + 1 : zeros), 0) * 4 > sample.length
}

function holdsNothingVisible(text: string): boolean {
  return !/[^\s\p{Cc}\ufffd]/u.test(text) && /\S/u.test(text)
}

// In bytes that are no text every ninth is a control character; in damaged text they are rare.
function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const controls = sample.match(CONTROL)?.length ?? 0
  return controls * 10 > sample.length
}

/** Control characters but for white space and the escape of terminal colours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/gu

function notText(): UnreadableError {
  return new UnreadableError(
    'not-text',
    '文件不是文本，无法读取；应当把其中的表格另存为 UTF-8 编码的 CSV 或制表符分隔文本。',
  )
}
