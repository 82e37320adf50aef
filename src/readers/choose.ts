import type { Document, Format, Notice } from '../table/model.ts'
import { extensionOf } from './delimited/extension.ts'
import type { PdfAssets } from './pdf/index.ts'
import { encrypted, type Source, UnreadableError } from './reader.ts'
import { containerOf } from './signature.ts'
import { readText } from './text.ts'

export interface ReadOptions {
  /** Name of the encoding of text formats, where the caller knows. */
  readonly encoding?: string | undefined
  /** Where the optional PDF library keeps its files; without it no PDF is read. */
  readonly pdf?: PdfAssets | undefined
}

/**
 * Reads a file as what its bytes say it is; the name only tells text formats apart, and a wrong one
 * is noted. Throws {@link UnreadableError} when there is nothing to read.
 */
export async function readDocument(source: Source, options: ReadOptions = {}): Promise<Document> {
  if (source.bytes.length === 0) {
    throw new UnreadableError('empty', '文件是空的；应当核对是否选对了文件。')
  }
  const document = await readContainer(source, options)
  const notice = wrongExtension(extensionOf(source.name), document.format)
  return notice === undefined ? document : { ...document, notices: [notice, ...document.notices] }
}

/**
 * Whether a file is read by a library that a hostile file could hang or blow up, so that the caller
 * had better do it in a thread of its own.
 */
export function isRisky(source: Source): boolean {
  return containerOf(source).kind === 'pdf'
}

async function readContainer(source: Source, options: ReadOptions): Promise<Document> {
  const container = containerOf(source)
  const { name, bytes } = source
  switch (container.kind) {
    case 'text':
      return readText(source, options.encoding)
    case 'page': {
      const { readHtml } = await import('./html/index.ts')
      return readHtml(bytes, name, options.encoding)
    }
    case 'package':
      return readPackage(source)
    case 'compound':
      return readCompound(source)
    case 'pdf': {
      if (options.pdf === undefined) throw missingPdfPackage()
      const { readPdf } = await import('./pdf/index.ts')
      // The library takes the bytes away and wants no other kind of array.
      return readPdf(new Uint8Array(bytes), name, options.pdf)
    }
    case 'picture':
      throw picture(container.name)
    case 'foreign':
      throw unsupported(container.name)
  }
}

async function readPackage({ name, bytes }: Source): Promise<Document> {
  const { openPackage } = await import('./package/zip.ts')
  const { contentTypes, findMainPart } = await import('./package/relationships.ts')
  const source = await openPackage(bytes)
  const main = await findMainPart(source)
  if (main === undefined) {
    const types = [...(await contentTypes(source)).values()]
    const promised = types.find((type) => type.endsWith('.main+xml')) ?? ''
    const format = officeFormat(promised)
    throw format === undefined ? unsupported(packageName(promised, source.names)) : beheaded(format)
  }
  switch (officeFormat(main.contentType)) {
    case 'xlsx': {
      const { readXlsx } = await import('./sheet/xlsx.ts')
      return readXlsx(source, main.name, name)
    }
    case 'docx': {
      const { readDocx } = await import('./word/docx.ts')
      return readDocx(source, main.name)
    }
    case undefined:
      throw unsupported(packageName(main.contentType, source.names))
  }
}

/** What a package holds by the content type of its main part; those with macros have their own. */
function officeFormat(contentType: string): 'xlsx' | 'docx' | undefined {
  if (/spreadsheetml|ms-excel\.(?:sheet|template)\.macro/u.test(contentType)) return 'xlsx'
  return /wordprocessingml|ms-word/u.test(contentType) ? 'docx' : undefined
}

async function readCompound({ name, bytes }: Source): Promise<Document> {
  const { openCompound, whatIs } = await import('./compound/index.ts')
  const kind = whatIs(openCompound(bytes))
  switch (kind) {
    case 'doc': {
      const { readDoc } = await import('./word/doc.ts')
      return readDoc(bytes, name)
    }
    case 'xls': {
      const { readXls } = await import('./sheet/xls.ts')
      return readXls(bytes, name)
    }
    case 'encrypted':
      throw encrypted()
    case 'works':
      throw unsupported('Works 文档')
    case 'powerpoint':
      throw unsupported('PowerPoint 演示文稿')
    case 'other':
      throw unsupported('旧版 Office 文件')
  }
}

function packageName(contentType: string, names: readonly string[]): string {
  if (/presentationml|ms-powerpoint/u.test(contentType)) return 'PowerPoint 演示文稿'
  if (contentType.includes('ms-excel.sheet.binary')) return 'Excel 二进制工作簿'
  if (names.includes('OFD.xml')) return 'OFD 版式文件'
  return names.includes('content.xml') ? 'OpenDocument 文件' : '压缩包'
}

function unsupported(name: string): UnreadableError {
  const spaced = /^[A-Z]/u.test(name) ? ` ${name}` : name
  return new UnreadableError(
    'unsupported-format',
    `文件是${spaced}，不能读取；应当把其中的表格另存为 xlsx、docx 或者 UTF-8 编码的 CSV。`,
  )
}

function picture(name: string): UnreadableError {
  return new UnreadableError(
    'unsupported-format',
    `文件是 ${name}，没有文字可以读取；应当先做文字识别（OCR），或者改用原来的电子文档。`,
  )
}

/** A package that says what it is and lacks the part with which that begins. */
function beheaded(format: 'xlsx' | 'docx'): UnreadableError {
  return new UnreadableError(
    'damaged',
    `文件是${FORMAT_NAMES[format]}，但已经损坏，缺少主体内容，无法读取；应当重新获取文件。`,
  )
}

function missingPdfPackage(): UnreadableError {
  return new UnreadableError(
    'missing-package',
    '读取 PDF 需要 pdfjs-dist，而它没有安装；应当运行 npm install pdfjs-dist@5.6.205 后再检查。',
  )
}

/** Extensions that promise each format. */
const EXTENSIONS: Readonly<Record<Format, readonly string[]>> = {
  md: ['md', 'markdown'],
  csv: ['csv', 'txt'],
  tsv: ['tsv', 'tab', 'txt'],
  txt: ['txt', 'csv', 'tsv', 'tab'],
  html: ['html', 'htm', 'shtml', 'xhtml'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'et'],
  xls: ['xls', 'xlt'],
  et: ['et', 'ett'],
  docx: ['docx', 'docm', 'dotx', 'wps'],
  doc: ['doc', 'dot'],
  wps: ['wps', 'wpt'],
  pdf: ['pdf'],
}

const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  md: '文本',
  csv: '文本',
  tsv: '文本',
  txt: '文本',
  html: '网页',
  xlsx: ' Excel 工作簿',
  xls: ' Excel 工作簿',
  et: ' WPS 表格',
  docx: ' Word 文档',
  doc: ' Word 文档',
  wps: ' WPS 文字文档',
  pdf: ' PDF 文件',
}

/** Text formats are told apart by their names, so that none of them promises another. */
const TEXTS: ReadonlySet<Format> = new Set(['md', 'csv', 'tsv', 'txt'])
const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(
  [...TEXTS].flatMap((format) => EXTENSIONS[format]),
)

const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(EXTENSIONS).flat(),
  'rtf',
  'ofd',
  'png',
  'jpg',
  'zip',
  'ods',
  'odt',
])

/** A name that promises another format than the bytes hold; an unknown extension promises nothing. */
function wrongExtension(extension: string, format: Format): Notice | undefined {
  if (!KNOWN.has(extension) || EXTENSIONS[format].includes(extension)) return undefined
  if (TEXTS.has(format) && TEXT_EXTENSIONS.has(extension)) return undefined
  const name = FORMAT_NAMES[format]
  return {
    kind: 'wrong-extension',
    text: `文件的扩展名是 .${extension}，内容却是${name}，已按${name}读取；应当改正扩展名。`,
  }
}
