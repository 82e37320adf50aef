import { isBlank } from '../../text/normalise.ts'
import type { Merge, Sheet, SheetCell } from './region.ts'

/** A row of a sheet that has text. */
export interface Row {
  readonly at: number
  /** The cells with text, in order of column; at least one. */
  readonly filled: readonly [SheetCell, ...SheetCell[]]
  /** Whether a merge of a filled cell further up reaches into this row. */
  readonly isCovered: boolean
}

/** Adjacent rows, with how many of the first and of the last ones are text outside the table. */
export interface Run {
  readonly rows: readonly Row[]
  readonly above: number
  readonly below: number
}

/** The merges of a sheet by the row in which they begin, in order of column. */
export type MergesByRow = ReadonlyMap<number, readonly Merge[]>

export function mergesByRow(merges: readonly Merge[]): MergesByRow {
  const rows = new Map<number, Merge[]>()
  for (const merge of merges.toSorted((a, b) => a.left - b.left)) {
    const row = rows.get(merge.top)
    if (row === undefined) rows.set(merge.top, [merge])
    else row.push(merge)
  }
  return rows
}

/** The runs of a sheet from the top; what parts them are blank rows that no filled merge covers. */
export function* runsOf(sheet: Sheet, merges: MergesByRow): Generator<Run> {
  let run: Row[] = []
  let reach = -1
  for (const [at, filled] of filledRows(sheet.cells)) {
    if (run.length > 0 && at > reach + 1) {
      yield divide(run, merges)
      run = []
    }
    run.push({ at, filled, isCovered: reach >= at })
    reach = Math.max(reach, at, bottomOf(filled, merges.get(at) ?? []))
  }
  if (run.length > 0) yield divide(run, merges)
}

function* filledRows(cells: Iterable<SheetCell>): Generator<readonly [number, Row['filled']]> {
  const rows = new Map<number, Map<number, SheetCell>>()
  for (const cell of cells) {
    const row = rows.get(cell.row)
    if (row === undefined) rows.set(cell.row, new Map([[cell.column, cell]]))
    else row.set(cell.column, cell)
  }
  for (const at of [...rows.keys()].sort((a, b) => a - b)) {
    const [first, ...rest] = [...(rows.get(at)?.values() ?? [])]
      .filter(({ text }) => !isBlank(text))
      .sort((a, b) => a.column - b.column)
    if (first !== undefined) yield [at, [first, ...rest]]
  }
}

/** The last row that a merge of one of the cells reaches. */
function bottomOf(filled: Row['filled'], merges: readonly Merge[]): number {
  if (merges.length === 0) return -1
  const columns = new Set(filled.map(({ column }) => column))
  return merges.reduce((last, { left, bottom }) => {
    return columns.has(left) ? Math.max(last, bottom) : last
  }, -1)
}

function divide(rows: readonly Row[], merges: MergesByRow): Run {
  const first = rows.findIndex((_, index) => !isLine(rows, index))
  if (first === -1) return { rows, above: rows.length, below: 0 }
  const width = widthOf(rows.filter((_, index) => !isLine(rows, index)))
  let last = rows.length - 1
  while (last > first && isNote(rows, last, width, merges)) last -= 1
  return { rows, above: first - (isSection(rows, first) ? 1 : 0), below: rows.length - 1 - last }
}

/** Whether a row has nothing but one cell, which may be several rows high. */
function isLine(rows: readonly Row[], index: number): boolean {
  const row = rows[index]
  if (row === undefined || row.filled.length > 1) return false
  return !row.isCovered && rows[index + 1]?.isCovered !== true
}

/**
 * Whether the line above `first` belongs to the table, as 第二十条第（一）项 does in an annual report:
 * what stands under it stands again under a line further down.
 */
function isSection(rows: readonly Row[], first: number): boolean {
  const heading = rows[first]?.filled[0].text
  return (
    rows.some(
      ({ filled: [cell] }, index) =>
        index > first && cell.text === heading && index - 1 > first && isLine(rows, index - 1),
    ) && first > 0
  )
}

/** The first and the last column with text. */
export function widthOf(rows: readonly Row[]): { readonly left: number; readonly right: number } {
  return rows.reduce(
    ({ left, right }, { filled }) => ({
      left: Math.min(left, filled[0].column),
      right: Math.max(right, filled.at(-1)?.column ?? 0),
    }),
    { left: Number.POSITIVE_INFINITY, right: 0 },
  )
}

/** How remarks below a table begin, or that they are sentences. */
const REMARK = /^(?:[注※*＊]|备注|说明|附注)|[：:。]/u

/**
 * Whether a line at the end of a table is a remark below it rather than an entry of which only the
 * number or the name has been filled in.
 */
function isNote(
  rows: readonly Row[],
  index: number,
  { left, right }: ReturnType<typeof widthOf>,
  merges: MergesByRow,
): boolean {
  const row = rows[index]
  if (row === undefined || !isLine(rows, index)) return false
  const [cell] = row.filled
  if (cell.column > left) return false
  const merge = mergeOf(cell, merges)
  return REMARK.test(cell.text) || (merge !== undefined && merge.right >= right)
}

/** The merge that begins with a cell. */
export function mergeOf({ row, column }: SheetCell, merges: MergesByRow): Merge | undefined {
  return merges.get(row)?.find(({ left }) => left === column)
}
