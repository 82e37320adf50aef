import { makeCatalogue } from './corpus.mjs'
import { docxFile } from './docx-file.mjs'
import { FORMATS } from './formats.mjs'
import { countFilled, makeGrid } from './grid.mjs'
import { htmlFile } from './html-file.mjs'
import { pdfFile } from './pdf-file.mjs'
import { xlsxFile } from './xlsx-file.mjs'

const SEED = 20261121

/** What is read: each makes its file and tells how many filled cells and rows it holds. */
export const READER_CASES = {
  xlsx: {
    // The limit of goal G12 is `scan`; the others are told beside it.
    beside: ['decode', 'scan', '@e965/xlsx'],
    make: (rows = 20_000) => fromGrid(makeGrid({ rows, columns: 10, seed: SEED }), xlsxFile),
  },
  docx: {
    beside: ['decode', 'scan'],
    make: (rows = 2_000) => fromGrid(makeGrid({ rows, columns: 10, seed: SEED }), docxFile),
  },
  html: {
    beside: ['decode', 'scan', 'parse5'],
    make: (rows = 1_060) => fromGrid(makeGrid({ rows, seed: SEED }), htmlFile),
  },
  csv: {
    beside: ['decode', 'scan'],
    make: (rows = 90_000) => {
      const catalogue = makeCatalogue({ rows, seed: SEED, index: 0 })
      const cells = catalogue.rows.flat().filter((text) => text !== '').length
      // The header holds a text in each column.
      const filled = cells + catalogue.rows[0].length
      return { bytes: Buffer.from(FORMATS.csv(catalogue)), rows: catalogue.rows.length, filled }
    },
  },
  pdf: {
    beside: ['decode', 'scan', 'pdf.js'],
    make: (rows = 9_000, pages = 380) => {
      const grid = makeGrid({ rows, columns: 8, seed: SEED })
      const widths = [3, 6, 8, 8, 22, 22, 10, 8]
      const { bytes, printed } = pdfFile(grid, { pages, widths })
      return { bytes, rows: printed.rows.length, filled: countFilled(printed), pages }
    },
  },
}

/** A file with as little as its reader takes, to have it loaded. */
export function smallest(name) {
  return name === 'pdf' ? READER_CASES.pdf.make(15, 1).bytes : READER_CASES[name].make(1).bytes
}

function fromGrid(grid, fileOf) {
  return { bytes: fileOf(grid), rows: grid.rows.length, filled: countFilled(grid) }
}
