import type { Sheet } from '../catalogue/catalogue.ts'
import { type Figure, figureOf } from './figure.ts'
import { DISPUTE_GROUPS, type DisputeGroupKey, OUTCOMES, type OutcomeKey } from './form.ts'
import { compared, nearestLabel, type Words } from './label.ts'
import { type Line, linesOf, trimmed, under } from './lines.ts'

/** A label over figures of part four. */
export interface OutcomeLabel {
  readonly key: OutcomeKey
  readonly label: Words
  readonly isExact: boolean
}

/** The table of part four: one row of fifteen figures. */
export interface DisputesTable {
  readonly sheet: Sheet
  /** The labels of the columns, from left to right. */
  readonly header: readonly OutcomeLabel[]
  /** The labels of the groups, as far as they are known. */
  readonly groups: readonly { readonly key: DisputeGroupKey; readonly label: Words }[]
  /** Fifteen figures in the order of the columns; undefined where the row has more or fewer. */
  readonly figures: readonly Figure[] | undefined
  readonly values: readonly Figure[]
}

const WIDTH = DISPUTE_GROUPS.length * OUTCOMES.length
const OUTCOME_BY_WORDS = new Map<string, OutcomeKey>(
  OUTCOMES.map(({ key, label }) => [compared(label), key]),
)
const GROUP_BY_WORDS = new Map<string, DisputeGroupKey>(
  DISPUTE_GROUPS.map(({ key, label }) => [compared(label), key]),
)
/** Labels that no other table has. */
const OWN: ReadonlySet<OutcomeKey> = new Set(['upheld', 'corrected', 'pending'])
/** How far above and below the labels of the columns the rest of the table stands. */
const REACH = 4

/** The table of part four; undefined where there is none. */
export function findDisputes(sheets: readonly Sheet[]): DisputesTable | undefined {
  for (const sheet of sheets) {
    const lines = linesOf(sheet)
    const at = lines.findIndex(({ labels }) => labels.filter(isOwn).length >= 2)
    const labels = lines[at]?.labels
    if (labels === undefined) continue
    const header = labels.flatMap(outcomeLabel)
    const above = lines.slice(Math.max(0, at - REACH), at + 1)
    const groups = above.flatMap((line) =>
      line.labels.flatMap((label) => {
        const key = GROUP_BY_WORDS.get(label.key)
        return key === undefined ? [] : [{ key, label }]
      }),
    )
    const below = lines.slice(at + 1, at + 1 + REACH)
    const row = below.find(({ cells }) => cells.some((cell) => figureOf(cell).state === 'number'))
    return { sheet, header, groups, ...valuesOf(row ?? below[0], header) }
  }
  return undefined
}

function isOwn({ key }: Words): boolean {
  const outcome = OUTCOME_BY_WORDS.get(key)
  return outcome !== undefined && OWN.has(outcome)
}

function outcomeLabel(label: Words): OutcomeLabel[] {
  const exact = OUTCOME_BY_WORDS.get(label.key)
  if (exact !== undefined) return [{ key: exact, label, isExact: true }]
  const near = label.key === '合计' ? 'total' : nearestLabel(label.key, OUTCOME_BY_WORDS)
  return near === undefined ? [] : [{ key: near, label, isExact: false }]
}

function valuesOf(
  line: Line | undefined,
  header: readonly OutcomeLabel[],
): Pick<DisputesTable, 'figures' | 'values'> {
  if (line === undefined) return { figures: undefined, values: [] }
  const start = header[0]?.label.cell.column
  const isInRow = header.every(({ label: { cell } }, at) => cell.column === (start ?? 0) + at)
  const first = line.cells.findIndex((cell) => figureOf(cell).state !== 'wrong')
  const cells = line.cells.slice(Math.max(0, first))
  const isPlaced = header.length === WIDTH && isInRow && start !== undefined
  const placed = isPlaced ? under(line.cells, start, WIDTH) : undefined
  const values = (placed ?? trimmed(cells, WIDTH)).map(figureOf)
  return { values, figures: values.length === WIDTH ? values : undefined }
}

/** The five figures of a group in the order of {@link OUTCOMES}. */
export function disputeFigures(
  table: DisputesTable | undefined,
  group: DisputeGroupKey,
): readonly Figure[] | undefined {
  const at = DISPUTE_GROUPS.findIndex(({ key }) => key === group)
  return table?.figures?.slice(at * OUTCOMES.length, (at + 1) * OUTCOMES.length)
}
