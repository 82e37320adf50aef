import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Cell } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import type { Figure } from './figure.ts'
import {
  APPLICANTS,
  DISPUTE_GROUPS,
  OUTCOMES,
  PROACTIVE_COLUMNS,
  PROACTIVE_ROWS,
  type TableKey,
} from './form.ts'
import { rowName } from './identities.ts'
import { tablesOf } from './tables.ts'

/** A row of any of the tables of a report. */
export interface FigureRow {
  readonly table: TableKey
  /** What a clerk calls it. */
  readonly name: string
  /** What each of its columns is called; the groups of part four are told with them. */
  readonly columns: readonly string[]
  /** The cell that stands for the row. */
  readonly at: Cell
  readonly values: readonly Figure[]
  /** Whether it has as many values as columns. */
  readonly isWhole: boolean
  /** As many values as columns, but under the wrong ones. */
  readonly isShifted: boolean
  /** `count`: whole numbers; `amount`: 万元, with decimals. */
  readonly unit: 'count' | 'amount'
}

/** Every row of the tables of a report that is known, in the order of the form. */
export function figureRows(catalogue: Catalogue): readonly FigureRow[] {
  return catalogue.once(findRows)
}

const APPLICANT_LABELS = APPLICANTS.map(({ label }) => label)
const DISPUTE_LABELS = DISPUTE_GROUPS.flatMap((group) =>
  OUTCOMES.map(({ label }) => `${group.label}：${label}`),
)

function findRows(catalogue: Catalogue): readonly FigureRow[] {
  const { proactive, requests, disputes } = tablesOf(catalogue)
  const rows: FigureRow[] = []
  for (const { key, label, figures, values } of proactive?.lines ?? []) {
    const columns = PROACTIVE_ROWS.find((row) => row.key === key)?.columns ?? []
    rows.push({
      table: 'proactive',
      name: label.phrase.text,
      columns: columns.map((column) => PROACTIVE_COLUMNS[column]),
      at: label.cell,
      values,
      isWhole: figures !== undefined,
      isShifted: false,
      unit: key === 'fees' ? 'amount' : 'count',
    })
  }
  for (const line of requests.flatMap(({ lines }) => lines)) {
    const { row, label, isExact, figures, values, isShifted } = line
    rows.push({
      table: 'requests',
      // A clerk looks for what is written.
      name: isExact ? rowName(row) : withoutSpace(label.cell.text),
      columns: APPLICANT_LABELS,
      at: label.cell,
      values,
      isWhole: figures !== undefined,
      isShifted,
      unit: 'count',
    })
  }
  const first = disputes?.values[0]?.cell ?? disputes?.header[0]?.label.cell
  if (disputes !== undefined && first !== undefined) {
    rows.push({
      table: 'disputes',
      name: '行政复议、行政诉讼情况',
      columns: DISPUTE_LABELS,
      at: first,
      values: disputes.values,
      isWhole: disputes.figures !== undefined,
      isShifted: false,
      unit: 'count',
    })
  }
  return rows
}
