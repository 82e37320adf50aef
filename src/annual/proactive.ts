import type { Sheet } from '../catalogue/catalogue.ts'
import { type Figure, figureOf } from './figure.ts'
import {
  LABELS_OF_2019,
  PROACTIVE_COLUMNS,
  PROACTIVE_ROWS,
  type ProactiveColumn,
  type ProactiveKey,
} from './form.ts'
import { compared, nearestLabel, type Words } from './label.ts'
import { after, type Line, linesOf, trimmed } from './lines.ts'

/** A row of the table of part two. */
export interface ProactiveLine {
  readonly key: ProactiveKey
  readonly label: Words
  readonly isExact: boolean
  /** One figure for each column of the form; undefined where the row has more or fewer values. */
  readonly figures: ReadonlyMap<ProactiveColumn, Figure> | undefined
  readonly values: readonly Figure[]
}

/** A label over figures of part two. */
export interface ProactiveLabel {
  readonly column: ProactiveColumn
  readonly label: Words
  readonly isExact: boolean
}

/** The table of part two, as far as it stands in the document. */
export interface ProactiveTable {
  readonly sheet: Sheet
  readonly lines: readonly ProactiveLine[]
  readonly header: readonly ProactiveLabel[]
  /** Labels that only the form of 2019 has. */
  readonly old: readonly Words[]
}

/** A figure of the table of part two. */
export function proactiveFigure(
  table: ProactiveTable | undefined,
  row: ProactiveKey,
  column: ProactiveColumn,
): Figure | undefined {
  return table?.lines.find(({ key }) => key === row)?.figures?.get(column)
}

const ROW_BY_WORDS = new Map<string, (typeof PROACTIVE_ROWS)[number]>(
  PROACTIVE_ROWS.map((row) => [compared(row.label), row]),
)
/** The short name that many reports write. */
const NORMATIVE_DOCS = '规范性文件'
const COLUMN_BY_WORDS = new Map(
  Object.entries(PROACTIVE_COLUMNS).map(([column, label]) => [
    compared(label),
    column as ProactiveColumn,
  ]),
)
const OLD = new Set(LABELS_OF_2019.map(compared))
// 第二十条第（一）项
const BLOCK = /^第二十条第[一二三四五六七八九]项$/u

/** The table of part two, which may be broken into several; undefined where there is none. */
export function findProactive(sheets: readonly Sheet[]): ProactiveTable | undefined {
  const draft = { lines: [] as ProactiveLine[], header: [] as ProactiveLabel[], old: [] as Words[] }
  let first: Sheet | undefined
  let isOpen = false
  for (const sheet of sheets) {
    for (const line of linesOf(sheet)) {
      const blocks = line.labels.some(({ key }) => BLOCK.test(key))
      const header = line.labels.flatMap(headerLabel)
      const old = line.labels.filter(({ key }) => OLD.has(key))
      if (blocks || header.length > 0 || old.length > 0) {
        isOpen = true
        draft.header.push(...header)
        draft.old.push(...old)
        if (old.length > 0) first ??= sheet
      }
      const found = isOpen ? rowOf(line) : undefined
      if (found === undefined || draft.lines.some(({ key }) => key === found.key)) continue
      first ??= sheet
      draft.lines.push(found)
    }
  }
  return first && { sheet: first, ...draft }
}

function headerLabel(label: Words): ProactiveLabel[] {
  const exact = COLUMN_BY_WORDS.get(label.key)
  if (exact !== undefined) return [{ column: exact, label, isExact: true }]
  if (!label.key.startsWith('本年') || OLD.has(label.key)) return []
  const column = nearestLabel(label.key, COLUMN_BY_WORDS)
  return column === undefined ? [] : [{ column, label, isExact: false }]
}

function rowOf(line: Line): ProactiveLine | undefined {
  const known = ({ key }: Words) =>
    ROW_BY_WORDS.get(key === NORMATIVE_DOCS ? compared('行政规范性文件') : key)
  const label = line.labels.find((one) => known(one) !== undefined)
  const row = label && known(label)
  if (label === undefined || row === undefined) return undefined
  const count = row.columns.length
  const values = trimmed(after(line, label), count).map(figureOf)
  const figures =
    values.length === count
      ? new Map(row.columns.map((column, at) => [column, values[at] as Figure]))
      : undefined
  return { key: row.key, label, isExact: label.key !== NORMATIVE_DOCS, values, figures }
}
