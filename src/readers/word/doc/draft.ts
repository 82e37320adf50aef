import type { Hanging } from './aside.ts'
import type { RowShape } from './row.ts'

/** A table while it is being read. */
export interface TableDraft {
  readonly rows: RowDraft[]
}

export interface RowDraft {
  readonly cells: readonly CellDraft[]
  /** Absent where the mark at its end is missing. */
  readonly shape: RowShape | undefined
}

export interface CellDraft {
  readonly text: string
  /** Number of its first paragraph. */
  readonly paragraph: number
  readonly nested: readonly TableDraft[]
  /** It holds text of its own, not in a nested table. */
  readonly hasText: boolean
  /** Text apart from it, in the outermost table only. */
  readonly hanging: readonly Hanging[]
}

/** The text of a nested table as it stands in the cell around it: a row a line, tabs between cells. */
export function textOfTable({ rows }: TableDraft): string {
  return rows.map(({ cells }) => cells.map(({ text }) => text).join('\t')).join('\n')
}

/** The table for the sake of which this one was drawn: the only one inside, with no text around it. */
export function contentOf({ rows }: TableDraft): TableDraft | undefined {
  let content: TableDraft | undefined
  for (const { cells } of rows) {
    for (const { hasText, nested } of cells) {
      if (hasText || nested.length > (content === undefined ? 1 : 0)) return undefined
      content ??= nested[0]
    }
  }
  return content
}
