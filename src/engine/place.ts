import { cellName } from '../annual/names.ts'
import { type Catalogue, columnName, type Entry, type Sheet } from '../catalogue/catalogue.ts'
import { type LineMap, sourceSpan, type TextRange } from '../table/locate.ts'
import { realPlace } from '../table/mended.ts'
import type { Cell, Passage, Place } from '../table/model.ts'
import type { Origin } from '../table/origin.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import type { Location } from './diagnostic.ts'

/** Tells where a place is, in the words of a clerk and in those of a program. */
export function locate(
  place: Place,
  catalogue: Catalogue,
  naming: TableNaming,
  lines: LineMap | undefined,
): Location {
  const { passage } = place
  const range = { ...rangeOf(place, lines), ...outsideText(passage.origin) }
  if (!isCell(passage)) return { label: '正文', ...range }
  const inReport = catalogue.kind === 'annual-report' ? cellName(catalogue, passage) : undefined
  // A cell of a table that stands in running text has no row of its own.
  if (!isCell(realPlace(place).passage)) return { label: inReport ?? '正文', ...range }
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
  const line = lineName(entry, passage, catalogue)
  return {
    label: inReport ?? `${tableName(entry, sheet, naming)}${line}／${name}${where}`,
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

/** Which labels name the table, because the line alone leaves it open. */
export type TableNaming = 'none' | 'unnumbered' | 'all'

/**
 * Where a 序号 stands in several tables each label must name the table; where the numbers go on from
 * table to table only those of lines without a number must.
 */
export function tableNaming(catalogues: readonly Catalogue[]): TableNaming {
  const tables = new Set(catalogues.flatMap(({ sheets }) => sheets.map(({ table }) => table)))
  if (tables.size < 2) return 'none'
  const homes = new Map<string, number>()
  for (const { seq, sheet } of catalogues.flatMap(({ heads }) => heads)) {
    if (seq === '') continue
    if ((homes.get(seq) ?? sheet.table) !== sheet.table) return 'all'
    homes.set(seq, sheet.table)
  }
  return 'unnumbered'
}

function tableName(
  entry: Entry | undefined,
  sheet: Sheet | undefined,
  naming: TableNaming,
): string {
  const isNumbered = entry !== undefined && entry.seq !== ''
  if (sheet === undefined || naming === 'none' || (naming === 'unnumbered' && isNumbered)) return ''
  return `表${sheet.table + 1} `
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
