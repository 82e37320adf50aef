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
      const day = dayFor(told, catalogue)
      for (const { 0: words, index, groups = {} } of sentence.matchAll(DAY)) {
        const month = Number(groups.month)
        const last = groups.end === undefined ? Number(groups.day) : 31
        if (month >= AUTUMN || month < day.month) continue
        if (month === day.month && last <= day.day) continue
        const from = start + index
        found.push({ day, span: { start: from, end: from + words.length } })
      }
    }
    start += sentence.length + 1
  }
  return found
}

/** A government answers for a whole report; a department, and each of them, for its own. */
function dayFor(told: string, catalogue: Catalogue): ReportDay {
  const agency = agencyOf(catalogue)
  const isOwn = /各(?:部门|单位|科室)|本(?:部门|机关|单位|局|办)/u.test(told)
  const isWhole = /(?:本级|县|市|区|省|州|旗|人民)政府(?!信息)|汇总/u.test(told)
  const knowsDepartment =
    agency !== undefined && !agency.isGovernment && agency.level !== 'township'
  return isOwn || (knowsDepartment && !isWhole) ? REPORT_DAYS.department : REPORT_DAYS.government
}
