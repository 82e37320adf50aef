import { isBlank } from '../text/normalise.ts'
import type { Catalogue, Entry } from './catalogue.ts'
import { foreignCells } from './shape.ts'

/** A line that has another number of cells than the header has columns. */
export interface Misfit {
  readonly cells: number
  readonly columns: number
}

/**
 * Compares the cells of a line with the columns of the header. Blank cells beyond the last column
 * do not count, and blank cells lost at the end of a line are forgiven where the same columns are
 * blank in at least half of the other entries, or the line only continues another; but not where a
 * cell shows that it was a cell in the middle that got lost.
 */
export function misfit(catalogue: Catalogue, entry: Entry): Misfit | undefined {
  const columns = catalogue.layout.width
  const cells = filledWidth(entry, columns)
  if (cells === columns) return undefined
  const isTailLost = cells < columns && foreignCells(entry.cells, catalogue.layout) === 0
  if (isTailLost && (!entry.isHead || areUsuallyBlank(catalogue, entry, cells))) return undefined
  return { cells, columns }
}

function filledWidth(entry: Entry, columns: number): number {
  const { grid } = entry.sheet
  let width = grid.width(entry.row)
  while (width > columns && isBlank(grid.at(entry.row, width - 1)?.text ?? '')) width--
  return width
}

function areUsuallyBlank(catalogue: Catalogue, entry: Entry, from: number): boolean {
  const { width } = catalogue.layout
  const others = catalogue.heads.filter(
    (head) => head !== entry && head.sheet.grid.width(head.row) >= width,
  )
  if (others.length === 0) return false
  for (let column = from; column < width; column++) {
    const blank = others.filter((head) => isBlank(head.sheet.grid.at(head.row, column)?.text ?? ''))
    if (blank.length * 2 < others.length) return false
  }
  return true
}
