import type { Cell } from '../table/model.ts'
import { halfWidth, isBlank, withoutSpace } from '../text/normalise.ts'
import { lookOf } from './affinity.ts'
import type { Header } from './layout.ts'
import type { Grid } from './merge.ts'

/** Why a table is told of once and not judged: a conversion mixed up its characters or columns. */
export type Refusal =
  /** A label is made of the characters of another, in no order that makes sense. */
  | { readonly kind: 'scrambled'; readonly at: Cell; readonly label: string }
  /** Labels are missing, and deadlines stand in all sorts of columns. */
  | { readonly kind: 'scattered'; readonly at: Cell; readonly deadlines: number }

/** Labels as clerks write them, without brackets. */
const LABELS: readonly string[] = [
  ...['公开事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道', '公开渠道和载体'],
  ...['公开对象', '公开方式', '公开层级', '公开内容要素', '公开类别及事项', '责任单位', '责任主体'],
  ...['一级事项', '二级事项', '三级事项', '特定群体', '特定群众', '主动公开', '依申请公开'],
  ...['特定群体请写明', '特定群众请写明'],
]

const BY_LETTERS: ReadonlyMap<string, string> = new Map(
  LABELS.map((label) => [sorted(label), label]),
)

/** The words that labels are made of. */
const WORD =
  /公开|事项|内容|依据|时限|主体|渠道|载体|对象|方式|层级|要素|类别|责任|单位|[一二三]级|特定|群体|群众|主动|申请|写明/u

/**
 * The label that a text is an anagram of (开限公时, 定众特群), where no word of it is left; a long one
 * may hold one character too many. A label whose words were merely changed about (内容公开) or of
 * which one is misspelt (公开限时) can be read.
 */
export function unscrambled(text: string): string | undefined {
  const packed = halfWidth(withoutSpace(text)).replace(/[()“”"]/gu, '')
  if (packed.length < 4 || packed.length > 9 || WORD.test(packed)) return undefined
  const spared =
    packed.length < 7
      ? []
      : Array.from(packed, (_, at) => packed.slice(0, at) + packed.slice(at + 1))
  return [packed, ...spared]
    .map((letters) => BY_LETTERS.get(sorted(letters)))
    .find((label) => label !== undefined)
}

function sorted(text: string): string {
  return [...text].sort().join('')
}

/** The first row of a table without a header whose labels were scrambled, though enough are known. */
export function scrambledRow(grid: Grid, within: number): number | undefined {
  for (let row = 0; row < Math.min(grid.rows, within); row++) {
    const cells = labelCells(grid, row)
    if (cells.length < LEAST_LABELS || scrambledIn(cells) === undefined) continue
    const alike = cells.filter(({ text }) => LABELS.includes(withoutSpace(text)))
    const mixed = cells.filter(({ text }) => unscrambled(text) !== undefined)
    if (alike.length + mixed.length >= LEAST_LABELS) return row
  }
  return undefined
}

/** So many labels that are known, or were before they were scrambled, make a header. */
const LEAST_LABELS = 3

/** Whether a table with this header cannot be judged. */
export function refusalOf(grid: Grid, header: Header): Refusal | undefined {
  // A second header row that was scrambled is not known as one.
  for (let row = header.row; row <= header.row + header.depth; row++) {
    const found = scrambledIn(labelCells(grid, row))
    if (found !== undefined) return found
  }
  return scattered(grid, header)
}

/** The refusal of a table whose header row was scrambled. */
export function refusalAt(grid: Grid, row: number): Refusal | undefined {
  return scrambledIn(labelCells(grid, row))
}

function labelCells(grid: Grid, row: number): readonly Cell[] {
  return (grid.table.rows[row] ?? []).filter(({ text }) => !isBlank(text))
}

function scrambledIn(cells: readonly Cell[]): Refusal | undefined {
  for (const at of cells) {
    const label = at.text.length > LONGEST_LABEL ? undefined : unscrambled(at.text)
    if (label !== undefined) return { kind: 'scrambled', at, label }
  }
  return undefined
}

const LONGEST_LABEL = 40

/** The columns that a catalogue has in the usual case. */
const EXPECTED: readonly string[] = [
  ...['item', 'content', 'basis', 'deadline', 'subject', 'channels', 'audience', 'method'],
]
/** So many of them may be missing in a header that can be read. */
const MOST_MISSING = 0.3
/** So many deadlines, and in so many of the rows, abound. */
const LEAST_DEADLINES = 4

/**
 * Deadlines in half of the rows, most of them in no column of their own, below a header without
 * 公开时限 that lacks more than is usual. Where they stand below each other, they have a column, whatever
 * its label says.
 */
function scattered(grid: Grid, { row, depth, cells, known }: Header): Refusal | undefined {
  const [at] = cells
  if (at === undefined || known.has('deadline')) return undefined
  const missing = EXPECTED.filter((column) => !known.has(column)).length
  if (missing <= EXPECTED.length * MOST_MISSING) return undefined
  const counts = new Map<number, number>()
  let rows = 0
  let deadlines = 0
  for (const line of grid.table.rows.slice(row + depth)) {
    const found = line.filter(({ text }) => text.length <= 80 && lookOf(text) === 'deadline')
    if (line.length > 0) rows++
    if (found.length > 0) deadlines++
    for (const { column } of found) counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  const abound = deadlines >= LEAST_DEADLINES && deadlines * 2 >= rows
  return abound && most * 2 <= deadlines ? { kind: 'scattered', at, deadlines } : undefined
}
