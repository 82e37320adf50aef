import type { Sheet } from '../catalogue/catalogue.ts'
import type { Cell } from '../table/model.ts'
import { type Figure, figureOf } from './figure.ts'
import {
  APPLICANTS,
  type ApplicantKey,
  REQUEST_GROUPS,
  REQUEST_ROWS,
  REQUEST_ROWS_2019,
  type RequestGroup,
  type RequestKey,
  type RequestRow,
} from './form.ts'
import { compared, nearestLabel, type Words } from './label.ts'
import { after, type Line, linesOf, trimmed, under } from './lines.ts'

/** A row of the table of part three. */
export interface RequestLine {
  readonly row: RequestRow
  readonly label: Words
  /** Whether its label is that of the form, but for white space and punctuation. */
  readonly isExact: boolean
  /** Seven figures in the order of the columns; undefined where the row has more or fewer values. */
  readonly figures: readonly Figure[] | undefined
  /** Its values as they stand, blank ones at the ends left out. */
  readonly values: readonly Figure[]
  /** Seven values that stand under the wrong columns. */
  readonly isShifted: boolean
}

/** A label of the header of part three. */
export interface ApplicantLabel {
  readonly key: ApplicantKey
  readonly label: Words
  readonly isExact: boolean
}

/** The table of part three, as far as it stands in the document. */
export interface RequestsTable {
  readonly sheet: Sheet
  /** The form that its rows were matched with: one row 其他处理 is that of 2019. */
  readonly rows: readonly RequestRow[]
  readonly header: readonly ApplicantLabel[]
  /** Columns from 自然人 to 总计 by position; undefined where the header does not tell. */
  readonly width: number | undefined
  readonly lines: readonly RequestLine[]
  readonly groups: readonly { readonly group: RequestGroup; readonly label: Words }[]
}

/** A row of the table, by its key. */
export function lineOf(table: RequestsTable, key: RequestKey): RequestLine | undefined {
  return table.lines.find(({ row }) => row.key === key)
}

/** The figure of a row and a column, by the place of the column. */
export function figureAt(
  line: RequestLine | undefined,
  applicant: ApplicantKey,
): Figure | undefined {
  const at = APPLICANTS.findIndex(({ key }) => key === applicant)
  if (line?.figures !== undefined) return line.figures[at]
  // The last of too many values is still the total.
  return applicant === 'total' ? line?.values.at(-1) : undefined
}

const ROW_BY_WORDS = new Map(REQUEST_ROWS.map((row) => [compared(row.words), row]))
const LONG_ROWS = [...ROW_BY_WORDS].filter(([words]) => words.length >= 4)
const GROUP_BY_WORDS = new Map(REQUEST_GROUPS.map((group) => [compared(group.words), group]))
const APPLICANT_BY_LABEL = new Map<string, ApplicantKey>(
  APPLICANTS.map(({ key, label }) => [label, key]),
)
/** Labels above those of the columns. */
const HEADER_WORDS = new Set(['申请人情况', '法人或其他组织'])
/** Words that mean a row of the table only beside another row of it. */
const COMMON = new Set(['总计', '其他', '其他处理', '重复申请', '予以公开', '不予公开'])
/** Rows of a table, one of them its own, that tell surely enough that it is the one. */
const LEAST_ROWS = 2
const HEADER_HEIGHT = 6
/** No report has more; whoever hands in more is not waited for. */
const MOST_TABLES = 100
const MOST_ROWS = 400

/** Every table of part three in a document; a report may hold one of the year before as well. */
export function findRequests(sheets: readonly Sheet[]): readonly RequestsTable[] {
  const drafts: Draft[] = []
  for (const sheet of sheets) {
    const lines = linesOf(sheet)
    const known = lines.map(knownLabel)
    const strong = known.filter((one) => one?.row !== undefined && !COMMON.has(one.row.words))
    // Labels of columns, such as 其他 and 总计, have no number.
    const isEnd = (one: Known | undefined) =>
      one !== undefined && (one.label.number !== '' || strong.includes(one))
    const continued = drafts.at(-1)
    const goesOn = continued !== undefined && continued.sheet.table === sheet.table - 1
    if (strong.length === 0 || (!goesOn && known.filter(isEnd).length < LEAST_ROWS)) continue
    const first = known.findIndex(isEnd)
    const last = known.findLastIndex(isEnd)
    let draft = goesOn && !holds(continued, known[first]?.row) ? continued : undefined
    for (let at = first; at <= Math.min(last + 1, lines.length - 1); at++) {
      const line = lines[at]
      if (line === undefined) continue
      const found = known[at]
      if (draft === undefined || (found?.row?.key === 'received' && holds(draft, found.row))) {
        if (drafts.length === MOST_TABLES) return drafts.map(tableOf)
        draft = { sheet, above: lines.slice(Math.max(0, at - HEADER_HEIGHT), at), rows: [] }
        drafts.push(draft)
      }
      if (draft.rows.length < MOST_ROWS) draft.rows.push({ line, found })
    }
  }
  return drafts.map(tableOf)
}

interface Draft {
  readonly sheet: Sheet
  readonly above: readonly Line[]
  readonly rows: { readonly line: Line; readonly found: Known | undefined }[]
}

/** What the labels of a row say. */
interface Known {
  readonly row?: RequestRow
  readonly label: Words
  readonly groups: readonly { readonly group: RequestGroup; readonly label: Words }[]
}

function holds({ rows }: Draft, row: RequestRow | undefined): boolean {
  return row !== undefined && rows.some(({ found }) => found?.row?.key === row.key)
}

function knownLabel({ labels }: Line): Known | undefined {
  const isRow = (one: Words) => (ROW_BY_WORDS.get(one.key) ?? rowAtEnd(one)) !== undefined
  // Words may stand where a figure should.
  const label = labels.findLast(isRow) ?? labels.at(-1)
  if (label === undefined) return undefined
  const groups = labels.flatMap((one) => {
    const group = GROUP_BY_WORDS.get(one.key) ?? groupBefore(one)
    return group === undefined ? [] : [{ group, label: one }]
  })
  const row = ROW_BY_WORDS.get(label.key) ?? rowAtEnd(label)
  if (row === undefined && groups.length === 0) return undefined
  return { label, groups, ...(row && { row }) }
}

/** The row whose label stands behind that of its group in one cell: （三）不予公开 1.属于国家秘密 */
function rowAtEnd({ key }: Words): RequestRow | undefined {
  if (startsWithGroup(key) === undefined) return undefined
  return LONG_ROWS.find(([words]) => key.endsWith(words))?.[1]
}

function startsWithGroup(key: string): RequestGroup | undefined {
  return REQUEST_GROUPS.find(({ words }) => key.startsWith(words) && key !== words)
}

function groupBefore(label: Words): RequestGroup | undefined {
  return rowAtEnd(label) && startsWithGroup(label.key)
}

function tableOf({ sheet, above, rows }: Draft): RequestsTable {
  const header = headerOf(above)
  const columns = columnsOf(header)
  const start = columns !== undefined && columns.width === APPLICANTS.length ? columns.start : -1
  const groups = rows.flatMap(({ found }) => found?.groups ?? [])
  const isOld = rows.some(({ line, found }) => isOtherRow(line, found))
  const form = isOld ? REQUEST_ROWS_2019 : REQUEST_ROWS
  const matched = match(rows, form)
  const lines = [...matched].map(([at, { row, isExact }]): RequestLine => {
    const { line, found } = rows[at] as Draft['rows'][number]
    const label = found?.label ?? (line.labels.at(-1) as Words)
    return { row, label, isExact, ...valuesOf(after(line, label), start) }
  })
  const isGroup = ({ group }: { group: RequestGroup }) => !(isOld && group.key === 'other')
  return {
    sheet,
    rows: form,
    header,
    width: columns?.width,
    lines,
    groups: groups.filter(isGroup),
  }
}

/** （六）其他处理 with figures of its own. */
function isOtherRow(line: Line, found: Known | undefined): boolean {
  if (found === undefined || found.row !== undefined || found.label.key !== '其他处理') return false
  return after(line, found.label).some((cell) => figureOf(cell).state !== 'blank')
}

/** Which row of the form each line is: first those whose labels are the form's, then the near ones between. */
function match(
  rows: Draft['rows'],
  form: readonly RequestRow[],
): ReadonlyMap<number, { readonly row: RequestRow; readonly isExact: boolean }> {
  const places = new Map(form.map(({ key }, at) => [key, at]))
  const matched = new Map<number, { row: RequestRow; isExact: boolean }>()
  const taken = new Set<RequestKey>()
  for (const [at, { line, found }] of rows.entries()) {
    const key = isOtherRow(line, found) ? 'other.misc' : found?.row?.key
    const row = key === undefined ? undefined : form[places.get(key) ?? -1]
    if (row === undefined || taken.has(row.key)) continue
    matched.set(at, { row, isExact: true })
    taken.add(row.key)
  }
  for (const [at, { line }] of rows.entries()) {
    const label = line.labels.at(-1)
    if (matched.has(at) || label === undefined || after(line, label).length === 0) continue
    const above = [...matched].filter(([other]) => other < at).map(([, { row }]) => row)
    const below = [...matched].filter(([other]) => other > at).map(([, { row }]) => row)
    const from = Math.max(-1, ...above.map(({ key }) => places.get(key) ?? -1))
    const to = Math.min(form.length, ...below.map(({ key }) => places.get(key) ?? form.length))
    const open = form.filter(({ key }, place) => place > from && place < to && !taken.has(key))
    const row = nearestLabel(
      label.key,
      open.map((one) => [compared(one.words), one]),
    )
    if (row === undefined) continue
    matched.set(at, { row, isExact: false })
    taken.add(row.key)
  }
  return new Map([...matched].sort(([a], [b]) => a - b))
}

function valuesOf(
  right: readonly Cell[],
  start: number,
): Pick<RequestLine, 'figures' | 'values' | 'isShifted'> {
  const count = APPLICANTS.length
  const placed = start < 0 ? undefined : under(right, start, count)
  const cells = placed ?? trimmed(right, count)
  const values = cells.map(figureOf)
  const isWhole = values.length === count
  return {
    values,
    figures: isWhole ? values : undefined,
    isShifted: start >= 0 && placed === undefined && isWhole,
  }
}

/** The labels of the columns, from left to right. */
function headerOf(above: readonly Line[]): readonly ApplicantLabel[] {
  const labels = above
    .flatMap(({ labels }) => labels)
    .filter(({ key }) => !HEADER_WORDS.has(key) && !key.includes('勾稽') && key.length <= 10)
  const known = labels.map((label) => APPLICANT_BY_LABEL.get(label.key))
  if (known.filter((key) => key !== undefined).length < 3) return []
  const taken = new Set(known)
  return labels
    .map((label, at) => {
      const key = known[at] ?? nearApplicant(label.key, taken)
      return key && { key, label, isExact: known[at] !== undefined }
    })
    .filter((one): one is ApplicantLabel => one !== undefined)
    .sort((a, b) => a.label.cell.column - b.label.cell.column)
}

function nearApplicant(
  words: string,
  taken: ReadonlySet<ApplicantKey | undefined>,
): ApplicantKey | undefined {
  if (words === '合计') return taken.has('total') ? undefined : 'total'
  return nearestLabel(
    words,
    APPLICANTS.filter(({ key }) => !taken.has(key)).map(({ key, label }) => [label, key]),
  )
}

/** Where the columns stand, if each of the seven has one place and they stand in order. */
function columnsOf(
  header: readonly ApplicantLabel[],
): { readonly start: number; readonly width: number } | undefined {
  if (header.length !== APPLICANTS.length) return undefined
  const inOrder = header.every(
    ({ key, label: { cell } }, at) =>
      key === APPLICANTS[at]?.key &&
      cell.columnSpan === 1 &&
      cell.column > (header[at - 1]?.label.cell.column ?? -1),
  )
  const start = header[0]?.label.cell.column
  const end = header.at(-1)?.label.cell.column
  return inOrder && start !== undefined && end !== undefined
    ? { start, width: end - start + 1 }
    : undefined
}
