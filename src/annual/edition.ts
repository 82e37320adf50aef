import type { Catalogue } from '../catalogue/catalogue.ts'
import { periodsOf, signedOn } from './dates.ts'
import { type FormEdition, formEdition, reportYear } from './year.ts'

/**
 * The form that a report is held to. Where its title gives no year, the one that its text says it
 * covers decides, or the one before the year it is signed in.
 */
export function editionOf(catalogue: Catalogue): FormEdition {
  if (INSTITUTION.test(catalogue.agency ?? catalogue.title?.text ?? '')) return 'free'
  const covered = () => periodsOf(catalogue)[0]?.years.at(-1)
  const signed = () => signedOn(catalogue)?.year
  const before = (year: number | undefined) => (year === undefined ? undefined : year - 1)
  return formEdition(reportYear(catalogue) ?? covered() ?? before(signed()))
}

/** Schools, hospitals and companies are no administrative organs (行政机关), whose form it is. */
const INSTITUTION = /(?:大学|学院|学校|中学|小学|幼儿园|医院|公司|集团)(?!.{0,20}[局委办厅]$)/u
