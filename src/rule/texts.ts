import type { Catalogue, Sheet } from '../catalogue/catalogue.ts'
import type { Cell, Passage } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import type { Context } from './rule.ts'
import { grouped, timesText } from './wording.ts'

/**
 * Every text that a catalogue answers for, once: what stands outside the tables, and every cell of
 * its tables that is not blank, titles, headers, headings and notes among them.
 */
export function* allTexts(context: Pick<Context, 'catalogue' | 'siblings'>): Iterable<Passage> {
  yield* context.catalogue.paragraphs
  yield* allCells(context)
}

/** Every cell that is not blank in the tables of a catalogue; of a table that it shares, its part. */
function* allCells({
  catalogue,
  siblings,
}: Pick<Context, 'catalogue' | 'siblings'>): Iterable<Cell> {
  for (const sheet of catalogue.sheets) {
    const { from, to } = partOf(sheet, catalogue, siblings)
    for (const row of sheet.grid.table.rows.slice(from, to)) {
      for (const cell of row) if (!isBlank(cell.text)) yield cell
    }
  }
}

/** Where another catalogue begins further down in the same table, it begins at its header. */
function partOf(sheet: Sheet, catalogue: Catalogue, siblings: readonly Catalogue[]) {
  const at = siblings.indexOf(catalogue)
  const isShared = ({ sheets }: Catalogue) => sheets.some(({ table }) => table === sheet.table)
  const next = siblings.slice(at + 1).find(isShared)
  const begins = siblings.slice(0, Math.max(0, at)).some(isShared)
  return {
    from: begins ? (catalogue.header[0]?.row ?? 0) : 0,
    to: next?.header[0]?.row ?? sheet.grid.rows,
  }
}

/** Texts that are at fault in the same way, told once. */
export interface Repeated<T> {
  readonly first: T
  readonly all: readonly [T, ...T[]]
  /** （共3处）, empty for a single one. */
  readonly times: string
}

/** What is alike by its key, in order of the first of each. */
export function repeated<T>(all: Iterable<T>, keyOf: (one: T) => string): readonly Repeated<T>[] {
  return [...grouped(all, keyOf)].map((group) => ({
    first: group[0],
    all: group,
    times: timesText(group.length),
  }))
}
