import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Passage } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import { type DisputesTable, findDisputes } from './disputes.ts'
import { flattenedSheet } from './flattened.ts'
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
  readonly inText: ReadonlyMap<TableKey, Passage>
  /** Of those, the ones whose figures could be read by what stands before them, but for the blanks. */
  readonly flattened: ReadonlySet<TableKey>
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
  const inText = new Map<TableKey, Passage>()
  for (const paragraph of paragraphs) {
    const words = withoutSpace(paragraph.text)
    // A sentence may speak of what a label counts.
    if (words.includes('。')) continue
    for (const [key, pattern] of LABELS) {
      if (!inText.has(key) && pattern.test(words)) inText.set(key, paragraph)
    }
  }
  const own = {
    proactive: findProactive(sheets),
    requests: findRequests(sheets),
    disputes: findDisputes(sheets),
  }
  const sheet = inText.size > 0 ? flattenedSheet(paragraphs, sheets.length) : undefined
  if (sheet === undefined) return { ...own, inText, flattened: new Set() }
  const all = {
    proactive: own.proactive ?? findProactive([sheet]),
    requests: own.requests.length > 0 ? own.requests : findRequests([sheet]).map(wholeRows),
    disputes: own.disputes ?? findDisputes([sheet]),
  }
  const flattened = new Set<TableKey>()
  if (all.proactive !== own.proactive) flattened.add('proactive')
  if (all.requests !== own.requests && all.requests.length > 0) flattened.add('requests')
  if (all.disputes !== own.disputes) flattened.add('disputes')
  return { ...all, inText, flattened }
}

/** A row of running text with more or fewer figures has one of its neighbours, or of the page. */
function wholeRows(table: RequestsTable): RequestsTable {
  return { ...table, lines: table.lines.filter(({ figures }) => figures !== undefined) }
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
