import type { Catalogue, Sheet } from '../catalogue/catalogue.ts'
import type { Cell, Passage } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import type { Context } from './rule.ts'

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

/**
 * Every text that somebody wrote, once: paragraphs, labels and cells, and in a report, whose tables
 * have no entries, the cells of its tables. Unlike {@link allTexts} it leaves out what a page break
 * prints again, so that its wording is not told twice.
 */
export function writtenTexts(catalogue: Catalogue): readonly Passage[] {
  return catalogue.once(findTexts)
}

function findTexts(catalogue: Catalogue): readonly Passage[] {
  const texts: Passage[] = [...catalogue.header, ...catalogue.passages()]
  if (catalogue.kind === 'annual-report') {
    for (const { grid } of catalogue.sheets) texts.push(...grid.table.rows.flat())
  }
  return texts.filter(({ text }) => !isBlank(text))
}
