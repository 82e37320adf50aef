import { proseOf } from '../annual/texts.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Passage } from '../table/model.ts'

/** Where to point when a report lacks something: its title, or else its first words. */
export function beginningOf(catalogue: Catalogue): Passage | undefined {
  return catalogue.title ?? proseOf(catalogue)[0] ?? catalogue.sheets[0]?.grid.table.rows.flat()[0]
}

/** The prose of a report as one text, without white space. */
export function wholeProse(catalogue: Catalogue): string {
  return catalogue.once(joinProse)
}

function joinProse(catalogue: Catalogue): string {
  return proseOf(catalogue)
    .map(({ text }) => text.replace(/\s+/gu, ''))
    .join('\n')
}
