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
  if (INSTITUTION.test(catalogue.agency ?? catalogue.title?.text ?? '')) return 'free'
  const covered = () => periodsOf(catalogue)[0]?.years.at(-1)
  const signed = () => signedOn(catalogue)?.year
  const before = (year: number | undefined) => (year === undefined ? undefined : year - 1)
  return formEdition(reportYear(catalogue) ?? covered() ?? before(signed()))
}

/** Schools, hospitals and companies are no administrative organs (行政机关), whose form it is. */
const INSTITUTION = /(?:大学|学院|学校|中学|小学|幼儿园|医院|公司|集团)(?!.{0,20}[局委办厅]$)/u

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
