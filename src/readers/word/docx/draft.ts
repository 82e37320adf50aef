import { isBlank } from '../../../text/normalise.ts'
import { MAX_COLUMNS, UnreadableError } from '../../reader.ts'
import { Writing } from './writing.ts'

/** Columns of a table that Word can make. */
const MAX_SPAN = 63

/** Tables inside tables: the text of each stands in every cell around it as well. */
const MAX_NESTING = 32

type Merge = 'restart' | 'continue'

/** A table while it is being read. */
export class TableDraft {
  /** The cell that it stands in. */
  holder: CellDraft | undefined
  readonly rows: RowDraft[] = []
  /** Number of the table in the document; only tables that stand in no other have one. */
  number: number | undefined
  /** Columns that the table says it has. */
  gridColumns = 0
  /** The cell that a merge downwards would continue, by the column in which it begins. */
  readonly #open = new Map<number, CellDraft>()
  readonly #nesting: number

  constructor(holder: CellDraft | undefined) {
    this.holder = holder
    this.#nesting = holder === undefined ? 1 : holder.table.#nesting + 1
    if (this.#nesting > MAX_NESTING) throw tooDeep()
  }

  /** Whether a cell that has only begun, in a row that is not at its end, will be merged into another. */
  covers({ down, sideways }: CellDraft, row: RowDraft): boolean {
    if (sideways === 'continue' && row.cells.length > 0) return true
    const above = down === 'continue' ? this.#open.get(row.next) : undefined
    return above !== undefined && above.row + above.rowSpan === this.rows.length
  }

  /** Takes a row in, and returns those of its cells that are merged into one above. */
  addRow(row: RowDraft): readonly CellDraft[] {
    const merged: CellDraft[] = []
    const begun: CellDraft[] = []
    for (const cell of row.cells) {
      cell.row = this.rows.length
      const above = cell.down === 'continue' ? this.#open.get(cell.column) : undefined
      if (above !== undefined && above.row + above.rowSpan === cell.row) {
        above.rowSpan += 1
        merged.push(cell)
        continue
      }
      if (cell.down !== undefined) this.#open.set(cell.column, cell)
      begun.push(cell)
    }
    row.begun = begun
    this.rows.push(row)
    return merged
  }

  /**
   * The table for the sake of which this one was drawn: the only one inside, with no text around it.
   */
  content(): TableDraft | undefined {
    const cells = this.rows.flatMap(({ cells }) => cells)
    const nested = cells.flatMap(({ nested }) => nested)
    return nested.length === 1 && !cells.some(({ hasText }) => hasText) ? nested[0] : undefined
  }
}

/** A row while it is being read. */
export class RowDraft {
  /** All its cells, but for those that are merged into the one before. */
  readonly cells: CellDraft[] = []
  /** Those that are not merged into one above. */
  begun: readonly CellDraft[] = []
  isHeader = false
  /** The row is marked as deleted. */
  isDeleted = false
  #next = 0

  /** Column in which the next cell begins, from 0. */
  get next(): number {
    return this.#next
  }

  skip(columns: number): void {
    this.#next += Math.min(columns, MAX_SPAN)
  }

  /** Takes a cell in; false when it is merged into the one before. */
  addCell(cell: CellDraft): boolean {
    cell.column = this.#next
    cell.inRow = this.cells.length
    this.#next += cell.columnSpan
    if (this.#next > MAX_COLUMNS) throw tooWide()
    const before = cell.sideways === 'continue' ? this.cells.at(-1) : undefined
    if (before === undefined) {
      this.cells.push(cell)
      return true
    }
    before.columnSpan += cell.columnSpan
    return false
  }
}

/** A cell while it is being read; rows and columns from 0. */
export class CellDraft {
  readonly table: TableDraft
  /** Number of its first paragraph. */
  readonly paragraph: number
  readonly writing = new Writing()
  readonly nested: TableDraft[] = []
  row = 0
  column = 0
  inRow = 0
  rowSpan = 1
  columnSpan = 1
  down: Merge | undefined
  sideways: Merge | undefined
  /** Whether it holds text of its own, not in a nested table. */
  hasText = false
  /** More columns were claimed than any table has. */
  isCut = false

  constructor(table: TableDraft, paragraph: number) {
    this.table = table
    this.paragraph = paragraph
  }

  get isBlank(): boolean {
    return isBlank(this.writing.text)
  }

  claim(columns: number): void {
    this.isCut = columns > MAX_SPAN
    this.columnSpan = Math.min(Math.max(columns, 1), MAX_SPAN)
  }
}

function tooWide(): UnreadableError {
  return new UnreadableError(
    'too-many-columns',
    `表格有一行超过 ${MAX_COLUMNS} 列，无法读取；应当核对文件的来源。`,
  )
}

function tooDeep(): UnreadableError {
  return new UnreadableError(
    'too-deep',
    `表格里的表格嵌套超过 ${MAX_NESTING} 层，无法读取；应当核对文件的来源。`,
  )
}
