import { type Catalogue, columnName, type Entry } from '../catalogue/catalogue.ts'
import { type LineMap, sourceSpan, type TextRange } from '../table/locate.ts'
import { realPlace } from '../table/mended.ts'
import type { Cell, Passage, Place } from '../table/model.ts'
import type { Origin } from '../table/origin.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import type { Location } from './diagnostic.ts'

/** Tells where a place is, in the words of a clerk and in those of a program. */
export function locate(place: Place, catalogue: Catalogue, lines: LineMap | undefined): Location {
  const { passage } = place
  const range = { ...rangeOf(place, lines), ...outsideText(passage.origin) }
  if (!isCell(passage)) return { label: '正文', ...range }
  const column = catalogue.columnOf(passage)
  const entry = catalogue.entryOf(passage)
  const stands = catalogue.standsIn(passage)
  const name = column === undefined ? `第${passage.column + 1}列` : columnName(column)
  // In a repaired row a cell is judged by the column that it belongs to, and found in another.
  const where =
    column === stands
      ? ''
      : `（现在${stands === undefined ? `第${passage.column + 1}列` : `“${columnName(stands)}”栏`}）`
  const sheet =
    entry?.sheet ??
    catalogue.sheets.find(({ grid }) => grid.table.rows.some((row) => row.includes(passage)))
  return {
    label: `${lineName(entry, passage, catalogue)}／${name}${where}`,
    ...(entry !== undefined && entry.seq !== '' && { entry: entry.seq }),
    ...(entry !== undefined && column !== undefined && { role: column.role }),
    ...(sheet !== undefined && { table: sheet.table + 1 }),
    row: passage.row + 1,
    column: passage.column + 1,
    ...range,
  }
}

function rangeOf(place: Place, lines: LineMap | undefined): Partial<TextRange> {
  if (lines === undefined || place.passage.origin.kind !== 'text') return {}
  return lines.range(sourceSpan(realPlace(place)))
}

function outsideText(origin: Origin): Pick<Location, 'sheet' | 'address' | 'page'> {
  if (origin.kind === 'sheet') return { sheet: origin.sheet, address: origin.address }
  return origin.kind === 'page' ? { page: origin.page } : {}
}

function isCell(passage: Passage): passage is Cell {
  return 'row' in passage
}

function lineName(entry: Entry | undefined, cell: Cell, catalogue: Catalogue): string {
  if (entry === undefined) return catalogue.header.includes(cell) ? '表头' : `第${cell.row + 1}行`
  return entry.seq === '' ? `第${cell.row + 1}行` : `序号${entry.seq}`
}

/** The names of an entry's item, from the first level down, which know it again when rows move. */
export function itemPath(entry: Entry | undefined): string {
  if (entry === undefined) return ''
  return (
    ['item.level1', 'item.level2', 'item.level3', 'indicator.level1', 'indicator.level2'] as const
  )
    .map((role) => entry.text(role))
    .filter((text) => !isBlank(text))
    .map(withoutSpace)
    .join('/')
}
