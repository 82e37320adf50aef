import { isBlank } from '../text/normalise.ts'
import type { Catalogue, Entry } from './catalogue.ts'
import { foreignCells } from './shape.ts'

/** A line that has another number of cells than the header has columns. */
export interface Misfit {
  readonly cells: number
  readonly columns: number
}

/**
 * The lines that have another number of cells than the header has columns. Blank cells beyond the
 * last column do not count, and blank cells lost at the end of a line are forgiven where the same
 * columns are blank in at least half of the other entries, or the line only continues another; but
 * not where a cell shows that it was a cell in the middle that got lost.
 */
export function misfits(catalogue: Catalogue): ReadonlyMap<Entry, Misfit> {
  return catalogue.once(findMisfits)
}

/** So many lines that do not fit, and half of all, leave nothing to go by. */
const MANY = 5

/**
 * Whether half of the lines do not fit the header, each in its own way: merged cells or separators
 * were lost, and nobody can tell which value belongs under which column.
 */
export function isUnreliable(catalogue: Catalogue): boolean {
  const widths = [...misfits(catalogue).values()].map(({ cells }) => cells)
  const isOneWay = new Set(widths).size === 1
  return !isOneWay && widths.length >= MANY && widths.length * 2 >= catalogue.entries.length
}

function findMisfits(catalogue: Catalogue): ReadonlyMap<Entry, Misfit> {
  const found = new Map<Entry, Misfit>()
  const columns = catalogue.layout.width
  for (const entry of catalogue.entries) {
    if (entry.repair !== undefined) continue
    const cells = filledWidth(entry, columns)
    if (cells !== columns && !isForgiven(catalogue, entry, cells))
      found.set(entry, { cells, columns })
  }
  return found
}

function filledWidth(entry: Entry, columns: number): number {
  const { grid } = entry.sheet
  let width = grid.width(entry.row)
  while (width > columns && isBlank(grid.at(entry.row, width - 1)?.text ?? '')) width--
  return width
}

function isForgiven(catalogue: Catalogue, entry: Entry, cells: number): boolean {
  const { layout } = catalogue
  if (cells > layout.width || foreignCells(entry.cells, layout) > 0) return false
  if (!entry.isHead) return true
  const { whole, blank } = catalogue.once(blankCells)
  return whole > 0 && blank.slice(cells).every((count) => count * 2 >= whole)
}

/** How many entries have all their cells, and how many of these are blank in each column. */
function blankCells({ heads, layout }: Catalogue): { whole: number; blank: readonly number[] } {
  const blank = Array.from({ length: layout.width }, () => 0)
  let whole = 0
  for (const { sheet, row } of heads) {
    if (sheet.grid.width(row) < layout.width) continue
    whole++
    for (let column = 0; column < layout.width; column++) {
      if (isBlank(sheet.grid.at(row, column)?.text ?? '')) blank[column] = (blank[column] ?? 0) + 1
    }
  }
  return { whole, blank }
}
