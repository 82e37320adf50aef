import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PdfAssets } from '../readers/pdf/index.ts'

/** Where the optional package pdfjs-dist keeps its character maps; undefined when it is not installed. */
export function pdfAssets(): PdfAssets | undefined {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    return {
      cMapUrl: join(folder, 'cmaps') + sep,
      standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    }
  } catch {
    return undefined
  }
}
