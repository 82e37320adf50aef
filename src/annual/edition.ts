import type { Catalogue } from '../catalogue/catalogue.ts'
import { periodsOf, signedOn } from './dates.ts'
import { type FormEdition, formEdition, reportYear } from './year.ts'

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
