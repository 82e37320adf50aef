import { periodsOf, signedOn } from '../annual/dates.ts'
import { proseOf } from '../annual/texts.ts'
import { type FormEdition, formEdition, reportYear } from '../annual/year.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Passage } from '../table/model.ts'

/**
 * The form that a report is held to. Where its title gives no year, the one that its text says it
 * covers decides, or the one before the year it is signed in.
 */
export function editionOf(catalogue: Catalogue): FormEdition {
  const covered = () => periodsOf(catalogue)[0]?.years.at(-1)
  const signed = () => signedOn(catalogue)?.year
  const before = (year: number | undefined) => (year === undefined ? undefined : year - 1)
  return formEdition(reportYear(catalogue) ?? covered() ?? before(signed()))
}

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
