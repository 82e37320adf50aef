import type { Hidden, Table } from '../../table/model.ts'
import { isBlank } from '../../text/normalise.ts'
import { attributeOf, isHidden } from './element.ts'
import {
  type Grid,
  inVisualOrder,
  layOut,
  type RowGroup,
  type WrittenCell,
  type WrittenRow,
} from './grid.ts'
import type { Element } from './tree.ts'

interface Group extends RowGroup {
  readonly rows: Row[]
  readonly isHidden: boolean
}

interface Row extends WrittenRow {
  readonly cells: WrittenCell[]
}

/** A table and what is to be told of it. */
export interface BuiltTable extends Omit<Grid, 'rows'> {
  readonly table: Table
  /** Hidden rows that hold text. */
  readonly hiddenRows: number
}

/** Takes the parts of a table as they are written. */
export class TableBuilder {
  readonly nested: Table[] = []
  readonly #isHidden: boolean
  readonly #groups: Group[] = []
  #name: string | undefined

  constructor(isHidden: boolean) {
    this.#isHidden = isHidden
  }

  /** Whether the row that is open has a cell already. */
  get isWithinRow(): boolean {
    return (this.#row()?.cells.length ?? 0) > 0
  }

  beginGroup(element: Element): void {
    const kind = element.tagName
    if (kind !== 'thead' && kind !== 'tbody' && kind !== 'tfoot') return
    this.#groups.push({ kind, rows: [], isHidden: isHidden(element) })
  }

  beginRow(element: Element): void {
    const group = this.#groups.at(-1)
    group?.rows.push({ cells: [], isHidden: group.isHidden || isHidden(element) })
  }

  addCell(element: Element, passage: WrittenCell['passage']): void {
    this.#row()?.cells.push({
      passage,
      isHeader: element.tagName === 'th',
      rowSpan: spanOf(element, 'rowspan'),
      columnSpan: Math.max(1, spanOf(element, 'colspan')),
    })
  }

  setName(name: string): void {
    if (!isBlank(name)) this.#name ??= name
  }

  /** The table, in which cells cover `room` places at most; undefined when it has no cell. */
  build(room: number): BuiltTable | undefined {
    const groups = inVisualOrder(this.#groups)
    const rows = groups.flatMap((group) => group.rows)
    if (rows.every(({ cells }) => cells.length === 0)) return undefined
    const { rows: cells, ...told } = layOut(groups, room)
    const headerRows = countHeaderRows(groups, rows)
    const hidden = this.#hidden(rows)
    const table: Table = {
      kind: 'table',
      rows: cells,
      ...(this.#name !== undefined && { name: this.#name }),
      ...(headerRows > 0 && { headerRows }),
      ...(hidden && { hidden }),
      ...(this.nested.length > 0 && { nested: this.nested }),
    }
    return { table, ...told, hiddenRows: rows.filter(isHiddenText).length }
  }

  #row(): Row | undefined {
    return this.#groups.at(-1)?.rows.at(-1)
  }

  #hidden(rows: readonly WrittenRow[]): Hidden | undefined {
    const hidden = rows.flatMap(({ isHidden }, row) => (isHidden ? [row] : []))
    if (hidden.length === 0 && !this.#isHidden) return undefined
    return { rows: hidden, columns: [], ...(this.#isHidden && { sheet: true }) }
  }
}

/** The whole number that a span begins with, 1 when there is none. */
function spanOf(element: Element, name: 'rowspan' | 'colspan'): number {
  const digits = /^[\t\n\f\r ]*\+?(\d+)/u.exec(attributeOf(element, name) ?? '')?.[1]
  return digits === undefined ? 1 : Number(digits)
}

/** Rows that are marked as header: <thead>, or rows of nothing but <th> on top of others. */
function countHeaderRows(groups: readonly RowGroup[], rows: readonly WrittenRow[]): number {
  const [first] = groups
  const marked = first?.kind === 'thead' ? first.rows.length : 0
  const count = marked > 0 ? marked : rows.findIndex((row) => !isHeader(row))
  return count < rows.length ? Math.max(0, count) : 0
}

function isHeader({ cells }: WrittenRow): boolean {
  return cells.length > 0 && cells.every(({ isHeader }) => isHeader)
}

/** Workbooks saved as pages end in a hidden row without text that sets the width of columns. */
function isHiddenText({ isHidden, cells }: WrittenRow): boolean {
  return isHidden && cells.some(({ passage }) => !isBlank(passage.text))
}
