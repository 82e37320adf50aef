import { type Catalogue, columnName, type Entry } from '../catalogue/catalogue.ts'
import type { Kind, Role } from '../catalogue/role.ts'
import { borrowedLeads, tasksOf } from '../catalogue/tasks.ts'
import { unstacked } from '../text/normalise.ts'

/** A catalogue as it was read: merged cells filled in, rows under the wrong columns moved back. */
export interface Reading {
  readonly kind: Kind
  readonly title?: string
  readonly agency?: string
  readonly columns: readonly ReadColumn[]
  readonly rows: readonly ReadRow[]
}

export interface ReadColumn {
  /** The label, or the name of the role where it has none. */
  readonly label: string
  readonly role: Role
}

export interface ReadRow {
  /** Number of the table in the document and of the row in the table, from 1. */
  readonly table: number
  readonly row: number
  /** 序号 of the entry; empty where it has none. */
  readonly seq: string
  /** Whether the line continues the entry above. */
  readonly continues: boolean
  /** The text of each column; lent where the line itself says nothing. */
  readonly cells: readonly string[]
  /** What stood under another column, each by its text and both columns, from 1. */
  readonly moved: readonly { readonly text: string; readonly from: number; readonly to: number }[]
}

/** What was read of a catalogue, row by row. */
export function readingOf(catalogue: Catalogue): Reading {
  const { kind, title, agency, layout } = catalogue
  return {
    kind,
    ...(title !== undefined && { title: title.text.trim() }),
    ...(agency !== undefined && { agency }),
    columns: layout.columns.map((column) => ({
      label: column.label === '' ? columnName(column) : column.label,
      role: column.role,
    })),
    rows: catalogue.entries.map((entry) => rowOf(catalogue, entry)),
  }
}

function rowOf(catalogue: Catalogue, entry: Entry): ReadRow {
  const { layout } = catalogue
  const { sheet, row, repair } = entry
  const own = (column: number) =>
    repair === undefined ? sheet.grid.at(row, column) : repair.cells[column]
  return {
    table: sheet.table + 1,
    row: row + 1,
    seq: entry.seq,
    continues: !entry.isHead,
    cells: layout.columns.map(({ index, role }) => {
      const text = unstacked(own(index)?.text.trim() ?? '')
      const isFirst = layout.column(role)?.index === index || layout.group?.index === index
      return text !== '' || !isFirst || role === 'seq'
        ? text
        : unstacked(lent(catalogue, entry, index, role))
    }),
    moved: (repair?.moves ?? []).map(({ cell, from, to }) => ({
      text: cell.text.trim(),
      from: from + 1,
      to: to + 1,
    })),
  }
}

/** What a line that says nothing in a column borrows there. */
function lent(catalogue: Catalogue, entry: Entry, index: number, role: Role): string {
  if (index === catalogue.layout.group?.index) return groupLabels(catalogue).get(entry) ?? ''
  if (role === 'leadOffice') return borrowedLeads(catalogue).get(entry)?.text.trim() ?? ''
  return entry.text(role)
}

function groupLabels(catalogue: Catalogue): ReadonlyMap<Entry, string> {
  return catalogue.once(findGroupLabels)
}

function findGroupLabels(catalogue: Catalogue): ReadonlyMap<Entry, string> {
  return new Map(tasksOf(catalogue).map(({ entry, group }) => [entry, group.label]))
}
