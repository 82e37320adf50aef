import type { Sheet } from '../catalogue/catalogue.ts'
import type { Cell } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import { isFigureLike } from './figure.ts'
import { type Words, wordsOf } from './label.ts'

/** A row of a table and what of it is words. */
export interface Line {
  readonly sheet: Sheet
  readonly row: number
  readonly cells: readonly Cell[]
  /** The cells with words, in order of column. */
  readonly labels: readonly Words[]
}

/** The rows of a table, each with its words taken apart. */
export function linesOf(sheet: Sheet): readonly Line[] {
  return sheet.grid.table.rows.map((cells, row) => ({
    sheet,
    row,
    cells,
    labels: cells.filter((cell) => !isBlank(cell.text) && !isFigureLike(cell)).map(wordsOf),
  }))
}

/** The cells right of a label, blank ones included. */
export function after({ cells }: Line, { cell: label }: Words): readonly Cell[] {
  return cells.filter(({ column }) => column > label.column)
}

/** Cells without the blank ones at both ends, as long as there are more than `count`. */
export function trimmed(cells: readonly Cell[], count: number): readonly Cell[] {
  let [start, end] = [0, cells.length]
  while (end - start > count && isBlank(cells[start]?.text ?? '')) start++
  while (end - start > count && isBlank(cells[end - 1]?.text ?? '')) end--
  return cells.slice(start, end)
}

/** The cells under `count` columns from `start` on, if no other one is filled. */
export function under(
  cells: readonly Cell[],
  start: number,
  count: number,
): readonly Cell[] | undefined {
  const found: Cell[] = []
  for (const cell of cells) {
    if (cell.column >= start && cell.column < start + count && cell.columnSpan === 1) {
      found.push(cell)
    } else if (!isBlank(cell.text)) return undefined
  }
  return found.length === count ? found : undefined
}
