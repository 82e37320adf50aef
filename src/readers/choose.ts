import { LineMap } from '../table/locate.ts'
import type { Document, Notice } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import { extensionOf } from './delimited/extension.ts'
import { readDelimited } from './delimited/index.ts'
import { type Broken, type Decoded, decode } from './encoding.ts'
import { readMarkdown } from './markdown/index.ts'
import { type Source, UnreadableError } from './reader.ts'

/**
 * Reads a file as what its first bytes say it is; the name only tells text formats apart. Throws
 * {@link UnreadableError} when there is nothing to read.
 */
export async function readDocument(
  { name, bytes }: Source,
  { encoding }: { readonly encoding?: string | undefined } = {},
): Promise<Document> {
  refuseUnsupported(kindOf(bytes))
  const decoded = decode(bytes, encoding)
  const { text } = decoded
  if (isBlank(text)) throw new UnreadableError('empty', '文件是空的；应当核对是否选对了文件。')
  refuseUnsupported(PAGE.test(text.slice(0, HEAD)) ? '网页' : undefined)
  const { format, blocks, notices } = await readText(text, name)
  return {
    format,
    encoding: decoded.encoding,
    source: text,
    blocks,
    notices: [...noticesOf(decoded, name), ...notices],
  }
}

async function readText(
  text: string,
  name: string,
): Promise<Pick<Document, 'format' | 'blocks' | 'notices'>> {
  if (!MARKDOWN.has(extensionOf(name))) return readDelimited(text, name)
  return { format: 'md', ...(await readMarkdown(text)) }
}

const MARKDOWN = new Set(['md', 'markdown'])

/** Where a signature may stand: the first bytes of a file, and the directory at the end of a zip. */
const HEAD = 1024
const DIRECTORY = 65_536

/** First bytes of what is no text and has no more to tell. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PNG 图片', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG 图片', [0xff, 0xd8, 0xff]],
  ['GIF 图片', [0x47, 0x49, 0x46, 0x38]],
  ['RTF 文档', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['压缩包', [0x1f, 0x8b]],
  ['压缩包', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['压缩包', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
]

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Names of entries that tell what a zip is. */
const PACKAGES = [
  ['Excel 工作簿', 'xl/'],
  ['Word 文档', 'word/'],
  ['PowerPoint 演示文稿', 'ppt/'],
  ['OFD 版式文件', 'OFD.xml'],
] as const

/** Names of streams that tell what a compound file is; the first one speaks for the others. */
const STREAMS = [
  ['加密的 Office 文件', 'EncryptedPackage'],
  ['Word 文档', 'WordDocument'],
  ['Excel 工作簿', 'Workbook'],
  ['Excel 工作簿', 'Book'],
] as const

/** The first tag of a web page. */
const PAGE = /^\s*<(?:!doctype\s+html|html|table)\b/iu

/** What a file that is no text is, in words; undefined when it may be text. */
function kindOf(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) return packageKind(bytes)
  if (startsWith(bytes, COMPOUND)) return compoundKind(bytes)
  if (/%PDF-\d/u.test(ascii(bytes.subarray(0, HEAD)))) return 'PDF 文件'
  return SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0]
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function packageKind(bytes: Uint8Array): string {
  const names = ascii(bytes.subarray(0, DIRECTORY)) + ascii(bytes.subarray(-DIRECTORY))
  return PACKAGES.find(([, entry]) => names.includes(entry))?.[0] ?? '压缩包'
}

// The directory of a compound file may stand anywhere, its names are UTF-16LE.
function compoundKind(bytes: Uint8Array): string {
  const content = ascii(bytes)
  const found = STREAMS.find(([, stream]) => content.includes([...stream].join('\0')))
  return found?.[0] ?? '旧版 Office 文件'
}

/** The bytes as characters of which only the ASCII ones mean anything. */
function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

function refuseUnsupported(kind: string | undefined): void {
  if (kind === undefined) return
  throw new UnreadableError(
    'unsupported-format',
    `文件是${spaced(kind)}，暂不能读取；应当把其中的表格另存为 UTF-8 编码的 CSV 或制表符分隔文本。`,
  )
}

/** A space parts Latin letters from the Chinese before them. */
function spaced(kind: string): string {
  return /^[A-Z]/u.test(kind) ? ` ${kind}` : kind
}

function noticesOf({ text, encoding, broken }: Decoded, name: string): readonly Notice[] {
  return [
    ...(broken === undefined ? [] : [damagedEncoding(text, encoding, broken)]),
    ...controlCharacters(text),
    ...wrongExtension(extensionOf(name)),
  ]
}

function damagedEncoding(text: string, encoding: string, { byte, offset, places }: Broken): Notice {
  const { line } = new LineMap(text).position(offset)
  return {
    kind: 'damaged-encoding',
    text: `文件有${places}处字节不合 ${encoding} 编码，第一处在第${line}行（第${byte + 1}字节）；应当以同一种编码重新保存。`,
  }
}

function controlCharacters(text: string): readonly Notice[] {
  const offset = text.indexOf('\0')
  if (offset === -1) return []
  const places = text.split(/\0+/u).length - 1
  const { line, col } = new LineMap(text).position(offset)
  return [
    {
      kind: 'control-character',
      text: `文件有${places}处空字符（NUL），第一处在第${line}行第${col}个字符；应当删去。`,
    },
  ]
}

/** Extensions of formats that are no plain text. */
const OTHER_FORMATS = new Set(
  'xls xlsx et doc docx wps rtf pdf ofd htm html png jpg zip'.split(' '),
)

function wrongExtension(extension: string): readonly Notice[] {
  if (!OTHER_FORMATS.has(extension)) return []
  return [
    {
      kind: 'wrong-extension',
      text: `文件的扩展名是 .${extension}，内容却是文本，已按文本读取；应当改正扩展名。`,
    },
  ]
}
