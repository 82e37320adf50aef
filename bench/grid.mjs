import { HEADERS } from './columns.mjs'
import { makeCatalogue } from './corpus.mjs'

/**
 * A made-up catalogue as a grid of `rows` body rows whose continued cells are merged. A cell is
 * `{ text, rowSpan }`; undefined is a place that the merge above covers.
 */
export function makeGrid({ rows, columns = HEADERS.length, seed, index = 0, ...rest }) {
  const catalogue = makeCatalogue({ ...rest, seed, index, rows })
  const texts = catalogue.rows.slice(0, rows).map((cells) => cells.slice(0, columns))
  const body = texts.map((cells, row) =>
    cells.map((text, column) =>
      isContinued(texts, row, column) ? undefined : { text, rowSpan: spanOf(texts, row, column) },
    ),
  )
  const header = HEADERS.slice(0, columns).map((text) => ({ text, rowSpan: 1 }))
  const { title } = catalogue
  return { title, columns, rows: [header, ...body], faults: catalogue.truth.length }
}

/** How many cells of a grid hold text. */
export function countFilled({ rows }) {
  let count = 0
  for (const cells of rows) for (const cell of cells) if (cell?.text) count++
  return count
}

/** A row without a number goes on with the entry above, also where that cell is empty. */
function isContinued(texts, row, column) {
  return row > 0 && texts[row][0] === '' && texts[row][column] === ''
}

function spanOf(texts, row, column) {
  let end = row + 1
  while (end < texts.length && isContinued(texts, end, column)) end++
  return end - row
}
