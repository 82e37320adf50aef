import type { Catalogue } from '../catalogue/catalogue.ts'
import { withoutSpace } from '../text/normalise.ts'
import { APPLICANTS, type ApplicantKey, type ProactiveKey } from './form.ts'
import { proactiveFigure } from './proactive.ts'
import { figureAt, lineOf } from './requests.ts'
import { tablesOf } from './tables.ts'
import { reportYear } from './year.ts'

/** What a report hands on to that of the next year. */
export interface YearFigures {
  /** The agency, by a name under which it is known again. */
  readonly agency: string
  readonly year: number
  readonly title: string
  /** 结转下年度继续办理, column by column. */
  readonly carriedOut: ReadonlyMap<ApplicantKey, number>
  /** 现行有效件数 at the end of the year. */
  readonly valid: ReadonlyMap<ProactiveKey, number>
}

/** What a report hands on; undefined where it names no agency or year, or has no figures. */
export function yearFigures(catalogue: Catalogue): YearFigures | undefined {
  const year = reportYear(catalogue)
  const { agency, title, kind } = catalogue
  if (kind !== 'annual-report' || year === undefined || agency === undefined) return undefined
  const { requests, proactive } = tablesOf(catalogue)
  // Of several tables nobody knows which one goes on.
  const line = requests.length === 1 && requests[0] ? lineOf(requests[0], 'carriedOut') : undefined
  const carriedOut = new Map<ApplicantKey, number>()
  for (const { key } of APPLICANTS) {
    const value = figureAt(line, key)?.value
    if (value !== undefined) carriedOut.set(key, value)
  }
  const valid = new Map<ProactiveKey, number>()
  for (const key of ['rules', 'normativeDocs'] as const) {
    const value = proactiveFigure(proactive, key, 'valid')?.value
    if (value !== undefined) valid.set(key, value)
  }
  if (carriedOut.size === 0 && valid.size === 0) return undefined
  return {
    agency: withoutSpace(agency).replace(/(?<=[省市县区旗州盟镇乡])人民政府$/u, ''),
    year,
    title: withoutSpace(title?.text ?? ''),
    carriedOut,
    valid,
  }
}

/**
 * The report of the year before by the same agency; undefined where there is none, or several that
 * say different things.
 */
export function yearBefore(
  { agency, year }: YearFigures,
  all: readonly YearFigures[],
): YearFigures | undefined {
  const [first, ...rest] = all.filter((one) => one.agency === agency && one.year === year - 1)
  const isSame = (other: YearFigures) => first !== undefined && told(other) === told(first)
  return rest.every(isSame) ? first : undefined
}

function told({ carriedOut, valid }: YearFigures): string {
  return JSON.stringify([[...carriedOut], [...valid]])
}
