import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Span } from '../text/span.ts'
import { agencyOf } from './title-agency.ts'
import { REPORT_DAYS, type ReportDay } from './vocabulary/statutory-limits.ts'

/** A day by which a task publishes the annual report, and which is after the one of the law. */
export interface LateReport {
  readonly day: ReportDay
  /** The month and the day, or the end of the month. */
  readonly span: Span
}

const REPORT = /信息公开(?:工作)?(?:年度报告|年报)/u
const PUBLISHES = /公布|发布|公开(?!工作|年|网站)|报送|提交|上报/u
// What is done about reports at other times, and reports of other kinds.
const OTHER =
  /网站年|法治|报表|启动|准备|部署|培训|整改|素材|征求|核查|抽查|通报|评估|检查|指南|目录|制度|要点|计划|学习|宣传|解读/u

// 2026年  3月31日  前 · 4月底前
const DAY = /(?<month>\d{1,2})月(?:(?<day>\d{1,2})日|(?<end>底|末))(?=之?以?前|[，。；、）)\s]|$)/gu

/** Reports of autumn are those of the running year, which are early and not late. */
const AUTUMN = 9

/** Where a task publishes an annual report later than the law allows the one whose ledger it is. */
export function lateReports(
  text: string,
  before: string,
  catalogue: Catalogue,
): readonly LateReport[] {
  const found: LateReport[] = []
  let start = 0
  for (const sentence of text.split(/[。；;\n]/u)) {
    const told = `${before}，${sentence}`
    const isOurs = REPORT.test(told) && PUBLISHES.test(told.replaceAll(/政府信息公开/gu, ''))
    if (isOurs && !OTHER.test(told)) {
      // A task that says its own days explains the one in the column of deadlines.
      if (before !== '' && new RegExp(DAY.source, 'u').test(before)) continue
      let from = 0
      for (const { 0: words, index, groups = {} } of sentence.matchAll(DAY)) {
        const day = dayFor(sentence.slice(from, index), told, catalogue)
        from = index + words.length
        const month = Number(groups.month)
        const last = groups.end === undefined ? Number(groups.day) : 31
        if (month >= AUTUMN || month < day.month) continue
        if (month === day.month && last <= day.day) continue
        const at = start + index
        found.push({ day, span: { start: at, end: at + words.length } })
      }
    }
    start += sentence.length + 1
  }
  return found
}

/**
 * A government answers for a whole report; a department, and each of them, for its own. Who does is
 * said in front of the day, else anywhere in the task, else it is the one whose ledger it is.
 */
function dayFor(near: string, told: string, catalogue: Catalogue): ReportDay {
  for (const words of [near, told]) {
    if (WHOLE.test(words)) return REPORT_DAYS.government
    if (OWN.test(words)) return REPORT_DAYS.department
  }
  const agency = agencyOf(catalogue)
  const isDepartment = agency !== undefined && !agency.isGovernment && agency.level !== 'township'
  return isDepartment ? REPORT_DAYS.department : REPORT_DAYS.government
}

const WHOLE = /(?:本级|县|市|区|省|州|旗|人民)政府(?!信息|部门|各部门)|汇总/u
const OWN = /各?部门|各(?:单位|科室)|本(?:机关|单位|局|办)/u
