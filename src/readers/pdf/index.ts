import type { Aside, Document } from '../../table/model.ts'
import { UnreadableError } from '../reader.ts'
import { blocksOf } from './blocks.ts'
import { Budget } from './budget.ts'
import { drawingOf } from './drawing.ts'
import { type Page, withoutFurniture } from './furniture.ts'
import { gridsOf } from './grid.ts'
import { linesOf } from './lines.ts'
import { isWithoutText, noticesOf } from './notices.ts'
import { pageItemsOf } from './page-table.ts'
import { damaged, type OpenPdf, openPdf, type PdfAssets } from './pdfjs.ts'
import { runsOf } from './text.ts'

export type { PdfAssets } from './pdfjs.ts'

/** The longest catalogue we know of has 400 pages. */
const MAX_PAGES = 5_000

/**
 * Reads a PDF file: ruled tables, joined over pages, and the paragraphs around them. The assets are
 * undefined where the package that reads PDF files is not installed. Throws {@link UnreadableError}
 * when nothing can be read.
 */
export async function readPdf(
  bytes: Uint8Array,
  _name: string,
  assets: PdfAssets | undefined,
): Promise<Document> {
  if (bytes.length === 0) {
    throw new UnreadableError('empty', '文件是空的；应当核对是否选对了文件。')
  }
  const pdf = await openPdf(bytes, assets)
  try {
    return await documentOf(pdf)
  } finally {
    await pdf.close()
  }
}

async function documentOf(pdf: OpenPdf): Promise<Document> {
  if (pdf.pages > MAX_PAGES) {
    throw new UnreadableError(
      'too-large',
      `PDF 文件超过${MAX_PAGES}页，无法读取；应当拆分成几个文件。`,
    )
  }
  const { pages, watermarks } = await readPages(pdf)
  const { flow, furniture } = withoutFurniture(pages)
  const widths = new Map(pages.map(({ number, width }) => [number, width]))
  const asides = [...furniture, ...watermarks]
  return {
    format: 'pdf',
    blocks: [...blocksOf(flow, (page) => widths.get(page) ?? 0)],
    notices: [...noticesOf(pages, pdf.pages)],
    ...(asides.length > 0 && { asides }),
    pages: pdf.pages,
  }
}

interface Pages {
  /** Those that are not damaged. */
  readonly pages: readonly Page[]
  /** Oblique writing, once for all pages. */
  readonly watermarks: readonly Aside[]
}

async function readPages(pdf: OpenPdf): Promise<Pages> {
  const budget = new Budget()
  const pages: Page[] = []
  const watermarks = new Map<string, Aside>()
  for (let number = 1; number <= pdf.pages; number++) {
    const content = await pdf.page(number)
    if (!content) continue
    const { glyphs, strokes } = drawingOf(content)
    budget.spendSteps(content.functions.length + glyphs.length)
    const runs = [...runsOf(glyphs)]
    const grids = gridsOf(linesOf(strokes), budget)
    const along = runs.filter(({ direction }) => direction !== 'oblique')
    const { width, height } = content
    pages.push({ number, width, height, items: pageItemsOf(along, grids, number) })
    for (const { text, box, direction } of runs) {
      if (direction !== 'oblique' || watermarks.has(text)) continue
      watermarks.set(text, { kind: 'text-box', text, origin: { kind: 'page', page: number, box } })
    }
  }
  if (pages.length === 0) throw damaged()
  if (pages.every(isWithoutText)) {
    throw new UnreadableError(
      'no-text-layer',
      'PDF 文件没有文字，是扫描图片或者空白页；应当先做文字识别（OCR），或者改用原来的电子文档。',
    )
  }
  return { pages, watermarks: [...watermarks.values()] }
}
