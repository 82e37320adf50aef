import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { encrypted, UnreadableError } from '../reader.ts'
import { tooLarge } from './budget.ts'
import type { Matrix } from './geometry.ts'

/** Where the files of pdfjs-dist lie that it reads on the way; both end with a slash. */
export interface PdfAssets {
  readonly cMapUrl: string
  readonly standardFontDataUrl: string
}

type Package = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** The numbers of the operators, by name. */
export type Operators = Package['OPS']

/** What pdf.js tells of a font. */
export interface Font {
  readonly fontMatrix: Matrix
  readonly vertical?: boolean
  readonly defaultVMetrics?: Metrics
}

/** Of upright writing: the way down, and the place of the glyph. */
type Metrics = readonly [number, number, number]

export interface FontGlyph {
  readonly unicode?: string
  readonly width: number
  readonly isSpace?: boolean
  readonly vmetric?: Metrics
}

/** What a page is made of, as pdf.js gives it. */
export interface PageContent {
  readonly operators: Operators
  readonly functions: readonly number[]
  readonly arguments: readonly (readonly unknown[] | null)[]
  /** From the page's own units to points from the top left corner. */
  readonly transform: Matrix
  readonly width: number
  readonly height: number
  fontOf(name: string): Font
}

export interface OpenPdf {
  readonly pages: number
  /** What a page is made of, counted from 1; undefined when that page is damaged. */
  page(number: number): Promise<PageContent | undefined>
  close(): Promise<void>
}

/** Opens a file. Throws {@link UnreadableError} when it cannot be opened. */
export async function openPdf(bytes: Uint8Array, assets: PdfAssets | undefined): Promise<OpenPdf> {
  if (!assets) throw missingPackage()
  const { getDocument, OPS, AnnotationMode } = await loadPackage()
  const task = getDocument({
    // pdf.js takes over what it is given.
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    cMapUrl: assets.cMapUrl,
    cMapPacked: true,
    standardFontDataUrl: assets.standardFontDataUrl,
    // A picture holds no text, and would be unpacked in vain.
    maxImageSize: 0,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    return {
      pages: document.numPages,
      page: (number) =>
        contentOf(document, number, OPS, AnnotationMode.DISABLE).catch((error: unknown) => {
          if (error instanceof UnreadableError) throw error
          return undefined
        }),
      close: () => task.destroy(),
    }
  } catch (error) {
    await task.destroy()
    throw unreadable(error)
  }
}

async function contentOf(
  document: PDFDocumentProxy,
  number: number,
  operators: Operators,
  annotationMode: number,
): Promise<PageContent> {
  const page = await document.getPage(number)
  const { fnArray, argsArray } = await operatorsOf(page, annotationMode)
  // The fonts of the page are sent by now, but a few promises late.
  await new Promise((resolve) => setTimeout(resolve))
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const { commonObjs } = page
  page.cleanup()
  return {
    operators,
    functions: fnArray,
    arguments: argsArray,
    transform: transform as unknown as Matrix,
    width,
    height,
    fontOf: (name) => asFont(commonObjs.has(name) ? commonObjs.get(name) : undefined),
  }
}

/** Operators of a page; a dense one has 5,000, a large drawing some 100,000. */
const MAX_OPERATORS = 250_000

/** What receives the operators of a page, some at a time. */
interface Receiver {
  _renderPageChunk(operators: { readonly length: number }, state: unknown): void
}

// A file of 60 KB can hold operators by the million, and pdf.js would collect them all before there
// is anything to count.
function operatorsOf(
  page: PDFPageProxy,
  annotationMode: number,
): ReturnType<PDFPageProxy['getOperatorList']> {
  return new Promise((resolve, reject) => {
    const receiver = page as unknown as Receiver
    const receive = receiver._renderPageChunk.bind(page)
    let count = 0
    receiver._renderPageChunk = (operators, state) => {
      count += operators.length
      if (count > MAX_OPERATORS) reject(tooLarge())
      else receive(operators, state)
    }
    page.getOperatorList({ annotationMode }).then(resolve, reject)
  })
}

/** A font that is damaged still has characters, whose widths the file tells. */
const DAMAGED: Font = { fontMatrix: [0.001, 0, 0, 0.001, 0, 0] }

function asFont(found: unknown): Font {
  const font = found as Partial<Font> | undefined
  return Array.isArray(font?.fontMatrix) ? (font as Font) : DAMAGED
}

// Only drawing needs these classes of a browser, but pdf.js makes a matrix when it is loaded. Where
// its package for drawing has no build for the platform, an empty class will do.
const BROWSER_CLASSES = ['DOMMatrix', 'ImageData', 'Path2D'] as const

async function loadPackage(): Promise<Package> {
  const missing = BROWSER_CLASSES.filter((name) => !(name in globalThis))
  for (const name of missing) Reflect.set(globalThis, name, class {})
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } catch {
    throw missingPackage()
  } finally {
    for (const name of missing) Reflect.deleteProperty(globalThis, name)
  }
}

function missingPackage(): UnreadableError {
  return new UnreadableError(
    'missing-package',
    '读取 PDF 需要 pdfjs-dist，而它没有安装；应当运行 npm install pdfjs-dist@5.6.205 后再检查。',
  )
}

function unreadable(error: unknown): UnreadableError {
  const isProtected = error instanceof Error && error.name === 'PasswordException'
  if (!isProtected) return damaged()
  return encrypted()
}

export function damaged(): UnreadableError {
  return new UnreadableError('damaged', 'PDF 文件已损坏，无法读取；应当重新导出或者重新下载。')
}
