import type { Catalogue } from '../catalogue/catalogue.ts'
import { withoutSpace } from '../text/normalise.ts'

/**
 * Which official form a report is held to: that of 国办公开办函〔2021〕30号 for the years from 2021
 * on, that of 国办公开办函〔2019〕60号 for 2019 and 2020, none before.
 */
export type FormEdition = '2021' | '2019' | 'free'

// 2025年政府信息公开工作年度报告 · 2025年度…
const YEAR = /(?<year>20\d{2})\s*年/u
// 二〇二五年
const WRITTEN_YEAR = /二[〇○零０0](?<digits>[〇○零一二三四五六七八九]{2})年/u
const DIGITS = '〇一二三四五六七八九'

/** The year that a report tells of, by its title; undefined where the title gives none. */
export function reportYear({ title }: Catalogue): number | undefined {
  if (title === undefined) return undefined
  const words = withoutSpace(title.text)
  const year = YEAR.exec(words)?.groups?.year
  if (year !== undefined) return Number(year)
  const digits = WRITTEN_YEAR.exec(words)?.groups?.digits?.replace(/[○零]/gu, '〇')
  if (digits === undefined) return undefined
  return 2000 + [...digits].reduce((sum, digit) => sum * 10 + DIGITS.indexOf(digit), 0)
}

/** The form of a year; that of today where the year is not known. */
export function formEdition(year: number | undefined): FormEdition {
  if (year === undefined || year >= 2021) return '2021'
  return year >= 2019 ? '2019' : 'free'
}
