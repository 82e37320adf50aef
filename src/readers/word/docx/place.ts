import type { Piece, WordOrigin } from '../../../table/origin.ts'
import type { CellDraft } from './draft.ts'

/** Where something hangs in the document. */
export interface Anchor {
  /** Absent outside tables. */
  readonly cell: CellDraft | undefined
  /** Number of the paragraph. */
  readonly paragraph: number
}

/**
 * The origin of what hangs at a place. Inside a nested table that is the place of the cell around it,
 * in the table that stands in the document itself.
 */
export function originOf({ cell, paragraph }: Anchor, pieces: readonly Piece[]): WordOrigin {
  const outer = outermost(cell)
  return {
    kind: 'word',
    ...(outer?.table.number !== undefined && {
      table: outer.table.number,
      row: outer.row + 1,
      column: outer.column + 1,
      cellInRow: outer.inRow + 1,
    }),
    paragraph,
    ...(pieces.length > 0 && { pieces }),
  }
}

/** Where that is, for people: 第1张表第4行第5列. */
export function placeName(anchor: Anchor): string {
  const { table, row, column, paragraph } = originOf(anchor, [])
  return table === undefined ? `第${paragraph}段` : `第${table}张表第${row}行第${column}列`
}

function outermost(cell: CellDraft | undefined): CellDraft | undefined {
  let outer = cell
  while (outer !== undefined && outer.table.number === undefined) outer = outer.table.holder
  return outer
}
