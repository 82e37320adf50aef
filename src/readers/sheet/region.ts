import type { Aside, Block, Cell, Document, Hidden, Notice, Table } from '../../table/model.ts'
import type { Piece, SheetOrigin } from '../../table/origin.ts'
import { isBlank } from '../../text/normalise.ts'
import { MAX_CELLS, UnreadableError } from '../reader.ts'
import { addressOf } from './address.ts'
import { hiddenNotices, overlapNotices } from './notices.ts'
import { type MergesByRow, mergeOf, mergesByRow, type Row, runsOf, widthOf } from './runs.ts'

/** A sheet as a workbook stores it; rows and columns are counted from 0. */
export interface Sheet {
  readonly name: string
  /** In any order; of two at one address the later one counts. */
  readonly cells: Iterable<SheetCell>
  readonly merges: readonly Merge[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly isHidden: boolean
}

export interface SheetCell {
  readonly row: number
  readonly column: number
  /** As displayed. */
  readonly text: string
  readonly pieces?: readonly Piece[]
}

/** Merged cells, the last row and column included; they may reach far beyond what is there. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * Parts sheets into tables and paragraphs. Blank rows part tables; above a table, and below it when
 * it reads like a note, a row of a single filled cell is a paragraph. A table is as wide and as long
 * as its filled cells; every place of it that no merge covers has a cell.
 */
export function layOut(
  sheets: Iterable<Sheet>,
): Required<Pick<Document, 'blocks' | 'notices' | 'asides'>> {
  const found: Found = { blocks: [], asides: [], overlaps: [], places: 0 }
  const notices: Notice[] = []
  for (const sheet of sheets) {
    const before = found.blocks.length
    addSheet(found, sheet)
    notices.push(...hiddenNotices(sheet, found.blocks.slice(before)))
  }
  notices.push(...overlapNotices(found.overlaps))
  return { blocks: found.blocks, notices, asides: found.asides }
}

interface Found {
  readonly blocks: Block[]
  readonly asides: Aside[]
  /** Merges that lie across others. */
  readonly overlaps: SheetOrigin[]
  /** Rows times columns of all tables. */
  places: number
}

function addSheet(found: Found, sheet: Sheet): void {
  const merges = mergesByRow(sheet.merges)
  for (const { rows, above, below } of runsOf(sheet, merges)) {
    const end = rows.length - below
    addParagraphs(found, sheet, merges, rows.slice(0, above))
    if (above < end) addTable(found, sheet, merges, rows.slice(above, end))
    addParagraphs(found, sheet, merges, rows.slice(end))
  }
}

function addParagraphs(
  found: Found,
  sheet: Sheet,
  merges: MergesByRow,
  rows: readonly Row[],
): void {
  for (const cell of rows.flatMap(({ filled }) => filled)) {
    const origin = originOf(sheet, cell, mergeOf(cell, merges))
    found.blocks.push({ kind: 'paragraph', text: cell.text, origin })
  }
}

function addTable(found: Found, sheet: Sheet, merges: MergesByRow, rows: readonly Row[]): void {
  const frame = frameOf(rows)
  found.places += (frame.bottom - frame.top + 1) * (frame.right - frame.left + 1)
  if (found.places > MAX_CELLS) throw tooManyCells()
  const table = new TableBuilder(found, sheet, frame)
  let next = 0
  for (let at = frame.top; at <= frame.bottom; at++) {
    const filled = rows[next]?.at === at ? rows[next]?.filled : undefined
    if (filled !== undefined) next += 1
    table.addRow(at, filled ?? [], merges.get(at) ?? [])
  }
  found.blocks.push(table.finish())
}

function frameOf(rows: readonly Row[]): Merge {
  return { top: rows[0]?.at ?? 0, bottom: rows.at(-1)?.at ?? 0, ...widthOf(rows) }
}

/** For more cells than any catalogue has. */
export function tooManyCells(): UnreadableError {
  return new UnreadableError(
    'too-many-cells',
    `文件是工作簿，其中的单元格超过 ${MAX_CELLS} 个，无法读取；应当把目录所在的工作表单独另存。`,
  )
}

/** Lays the cells of one table out, row by row from the top. */
class TableBuilder {
  readonly #found: Found
  readonly #sheet: Sheet
  readonly #frame: Merge
  readonly #rows: Cell[][] = []
  /** For each column of the frame the last row that a merge so far covers. */
  readonly #covered: number[]

  constructor(found: Found, sheet: Sheet, frame: Merge) {
    this.#found = found
    this.#sheet = sheet
    this.#frame = frame
    this.#covered = new Array<number>(frame.right - frame.left + 1).fill(-1)
  }

  addRow(at: number, filled: readonly SheetCell[], merges: readonly Merge[]): void {
    const { left, right } = this.#frame
    const cells: Cell[] = []
    this.#rows.push(cells)
    let nextCell = 0
    let nextMerge = 0
    for (let column = left; column <= right; column++) {
      const found = filled[nextCell]?.column === column ? filled[nextCell] : undefined
      if (found !== undefined) nextCell += 1
      const cell = found ?? { row: at, column, text: '' }
      let area: Merge | undefined
      // A merge of empty cells may begin to the left of the table.
      for (
        let merge = merges[nextMerge];
        merge && merge.left <= column;
        merge = merges[nextMerge]
      ) {
        nextMerge += 1
        if (merge.right >= column) area = this.#claim(merge, cell) ?? area
      }
      if (area !== undefined) cells.push(this.#cellOf(cell, area))
      else if (!this.#isCovered(cell)) cells.push(this.#cellOf(cell))
      else this.#addHiddenText(cell)
    }
  }

  finish(): Table {
    const hidden = hiddenIn(this.#sheet, this.#frame)
    return {
      kind: 'table',
      rows: this.#rows,
      name: this.#sheet.name,
      ...(hidden === undefined ? {} : { hidden }),
    }
  }

  /** The part of a merge that lies in the table, unless another merge is in its way. */
  #claim(merge: Merge, { row, column }: SheetCell): Merge | undefined {
    const { left, right, bottom } = this.#frame
    const area = {
      top: row,
      left: column,
      bottom: Math.min(merge.bottom, bottom),
      right: Math.min(merge.right, right),
    }
    for (let at = column; at <= area.right; at++) {
      if ((this.#covered[at - left] ?? -1) < row) continue
      this.#found.overlaps.push(
        originOf(this.#sheet, { row: merge.top, column: merge.left }, merge),
      )
      return undefined
    }
    this.#covered.fill(area.bottom, column - left, area.right - left + 1)
    return area
  }

  #isCovered({ row, column }: SheetCell): boolean {
    return (this.#covered[column - this.#frame.left] ?? -1) >= row
  }

  #cellOf(cell: SheetCell, area?: Merge): Cell {
    const { top, left } = this.#frame
    return {
      text: cell.text,
      row: cell.row - top,
      column: cell.column - left,
      rowSpan: area === undefined ? 1 : area.bottom - area.top + 1,
      columnSpan: area === undefined ? 1 : area.right - area.left + 1,
      origin: originOf(this.#sheet, cell, area),
    }
  }

  // Whoever opens the workbook sees only the first cell of a merge.
  #addHiddenText(cell: SheetCell): void {
    if (isBlank(cell.text)) return
    const origin = originOf(this.#sheet, cell)
    this.#found.asides.push({ kind: 'hidden-text', text: cell.text, origin })
  }
}

function originOf(
  { name }: Sheet,
  { row, column, pieces }: Pick<SheetCell, 'row' | 'column' | 'pieces'>,
  merge?: Merge,
): SheetOrigin {
  const address = addressOf(row, column)
  const end = merge && addressOf(merge.bottom, merge.right)
  return {
    kind: 'sheet',
    sheet: name,
    address,
    ...(end === undefined || end === address ? {} : { range: `${address}:${end}` }),
    ...(pieces === undefined ? {} : { pieces }),
  }
}

/** The hidden rows and columns of a table, counted from its first ones. */
function hiddenIn(sheet: Sheet, { top, left, bottom, right }: Merge): Hidden | undefined {
  const rows = within(sheet.hiddenRows, top, bottom)
  const columns = within(sheet.hiddenColumns, left, right)
  if (rows.length + columns.length === 0 && !sheet.isHidden) return undefined
  return { rows, columns, ...(sheet.isHidden ? { sheet: true } : {}) }
}

function within(numbers: ReadonlySet<number>, first: number, last: number): readonly number[] {
  const found: number[] = []
  if (numbers.size === 0) return found
  for (let at = first; at <= last; at++) if (numbers.has(at)) found.push(at - first)
  return found
}
