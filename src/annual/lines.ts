import type { Sheet } from '../catalogue/catalogue.ts'
import type { Cell } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import { isFigureLike } from './figure.ts'
import { type Words, wordsOf } from './label.ts'

/** A row of a table as labels with what follows the last of them. */
export interface Line {
  readonly sheet: Sheet
  readonly row: number
  /** The cells with words, in order of column. */
  readonly labels: readonly Words[]
  /** The cells right of the last label, blank ones included. */
  readonly values: readonly Cell[]
}

/** The rows of a table, each split into its labels and its values. */
export function linesOf(sheet: Sheet): readonly Line[] {
  return sheet.grid.table.rows.map((cells, row) => {
    const isLabel = (cell: Cell) => !isBlank(cell.text) && !isFigureLike(cell)
    const last = cells.findLastIndex(isLabel)
    return {
      sheet,
      row,
      labels: cells.filter(isLabel).map(wordsOf),
      values: cells.slice(last + 1),
    }
  })
}

/** Values without the blank ones at both ends, as long as there are more than `count`. */
export function trimmed(values: readonly Cell[], count: number): readonly Cell[] {
  let [start, end] = [0, values.length]
  while (end - start > count && isBlank(values[start]?.text ?? '')) start++
  while (end - start > count && isBlank(values[end - 1]?.text ?? '')) end--
  return values.slice(start, end)
}

/** The cells of a row under `count` columns from `start` on, if nothing else in the row holds a value. */
export function under(line: Line, start: number, count: number): readonly Cell[] | undefined {
  const found: Cell[] = []
  for (const cell of line.values) {
    if (cell.column >= start && cell.column < start + count && cell.columnSpan === 1) {
      found.push(cell)
    } else if (!isBlank(cell.text)) return undefined
  }
  return found.length === count ? found : undefined
}
