import type { Catalogue } from '../catalogue/catalogue.ts'
import { withoutSpace } from '../text/normalise.ts'
import { type DisputesTable, findDisputes } from './disputes.ts'
import type { TableKey } from './form.ts'
import {
  applicantTotals,
  balances,
  type Equation,
  resultTotals,
  type Suspect,
  suspects,
} from './identities.ts'
import { findProactive, type ProactiveTable } from './proactive.ts'
import { findRequests, type RequestsTable } from './requests.ts'

/** The statistical tables of an annual report, as far as they stand in it. */
export interface ReportTables {
  readonly proactive: ProactiveTable | undefined
  /** Usually one; more where the report also shows those of other bodies or of the year before. */
  readonly requests: readonly RequestsTable[]
  readonly disputes: DisputesTable | undefined
  /** Tables whose labels stand in running text, so that their cells cannot be told apart. */
  readonly inText: ReadonlySet<TableKey>
}

/** The statistical tables of a report, worked out once. */
export function tablesOf(catalogue: Catalogue): ReportTables {
  return catalogue.once(findTables)
}

/** Labels that nothing but a table has. */
const LABELS: readonly (readonly [TableKey, RegExp])[] = [
  ['proactive', /现行有效件数|本年处理决定数量|本年收费金额|对外公开总数量/u],
  ['requests', /上年结转政府信息公开申请数量|结转下年度继续办理|本年新收政府信息公开申请数量/u],
  ['disputes', /结果维持.{0,20}结果纠正|尚未审结/u],
]

function findTables({ sheets, paragraphs }: Catalogue): ReportTables {
  const inText = new Set<TableKey>()
  for (const { text } of paragraphs) {
    const words = withoutSpace(text)
    for (const [key, pattern] of LABELS) if (pattern.test(words)) inText.add(key)
  }
  return {
    proactive: findProactive(sheets),
    requests: findRequests(sheets),
    disputes: findDisputes(sheets),
    inText,
  }
}

/** The equations of a table of part three, and the figures that alone upset several of them. */
export interface RequestEquations {
  readonly table: RequestsTable
  readonly balances: readonly Equation[]
  readonly applicantTotals: readonly Equation[]
  readonly resultTotals: readonly Equation[]
  readonly suspects: readonly Suspect[]
}

/** The equations of every table of part three, worked out once. */
export function equationsOf(catalogue: Catalogue): readonly RequestEquations[] {
  return catalogue.once(findEquations)
}

function findEquations(catalogue: Catalogue): readonly RequestEquations[] {
  return tablesOf(catalogue).requests.map((table) => {
    const found = {
      balances: balances(table),
      applicantTotals: applicantTotals(table),
      resultTotals: resultTotals(table),
    }
    return { table, ...found, suspects: suspects(Object.values(found).flat()) }
  })
}
