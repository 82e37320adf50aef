import { editionOf } from '../annual/edition.ts'
import { DISPUTE_GROUPS, OUTCOMES, PROACTIVE_ROWS } from '../annual/form.ts'
import { disputeTotals, isBroken } from '../annual/identities.ts'
import { PART_FORMS, partsOf } from '../annual/parts.ts'
import { equationsOf, tablesOf } from '../annual/tables.ts'
import { type FormEdition, reportYear } from '../annual/year.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { printable } from '../text/printable.ts'

const EDITIONS: Readonly<Record<FormEdition, string>> = {
  2021: '按2021年度起的格式（国办公开办函〔2021〕30号）核对',
  2019: '按2019、2020年度的格式（国办公开办函〔2019〕60号）核对',
  free: '2018年度以前没有统一格式，不核对部分和统计表',
}

/** What was recognised in an annual report, line by line. */
export function reportLines(catalogue: Catalogue): readonly string[] {
  const year = reportYear(catalogue)
  const edition = editionOf(catalogue)
  const lines = [`年度：${year === undefined ? '标题没有写明' : year}，${EDITIONS[edition]}`]
  const parts = partsOf(catalogue)
  const found = new Set(parts.map(({ form }) => form.key))
  const lost = PART_FORMS.filter(({ key }) => !found.has(key)).map(({ title }) => title)
  const missing = edition === 'free' || lost.length === 0 ? '' : `，没有认出${lost.join('、')}`
  lines.push(`部分：认出${found.size}个${missing}`)
  const { proactive, requests, disputes } = tablesOf(catalogue)
  lines.push(
    proactive === undefined
      ? '第二部分统计表：没有认出'
      : `第二部分统计表：认出${proactive.lines.length}行，应有${PROACTIVE_ROWS.length}行`,
  )
  if (requests.length === 0) lines.push('第三部分统计表：没有认出')
  for (const { table, balances, applicantTotals, resultTotals } of equationsOf(catalogue)) {
    const all = [...balances, ...applicantTotals, ...resultTotals]
    const whole = table.lines.filter(({ figures }) => figures !== undefined).length
    lines.push(
      `第三部分统计表：认出${table.lines.length}行，应有${table.rows.length}行，${whole}行数字齐全；${equationsText(all.length, all.filter(isBroken).length)}`,
    )
  }
  if (disputes === undefined) lines.push('第四部分统计表：没有认出')
  else {
    const totals = disputeTotals(disputes)
    const width = DISPUTE_GROUPS.length * OUTCOMES.length
    lines.push(
      `第四部分统计表：认出${disputes.values.length}个数，应有${width}个；${equationsText(totals.length, totals.filter(isBroken).length)}`,
    )
  }
  return lines.map(printable)
}

function equationsText(all: number, broken: number): string {
  if (all === 0) return '数字不全，没有可以核对的等式'
  return broken === 0 ? `核对${all}个等式，都成立` : `核对${all}个等式，${broken}个不成立`
}
