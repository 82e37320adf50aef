import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { PdfAssets } from '../readers/pdf/index.ts'

/** Where the optional package pdfjs-dist keeps its character maps; undefined when it is not installed. */
export function pdfAssets(): PdfAssets | undefined {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    return {
      cMapUrl: `${folder}/cmaps/`,
      standardFontDataUrl: `${folder}/standard_fonts/`,
    }
  } catch {
    return undefined
  }
}
