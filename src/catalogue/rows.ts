import type { Cell } from '../table/model.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import type { Entry, Layout } from './catalogue.ts'
import type { Grid } from './merge.ts'

/** What a row below a header is; one that only looks like a header may yet be an entry. */
type RowKind = 'blank' | 'note' | 'heading' | 'header' | 'entry'

export function rowKind(grid: Grid, row: number, layout: Layout): RowKind {
  const cells = grid.table.rows[row] ?? []
  const filled = cells.filter(({ text }) => !isBlank(text))
  const [only] = filled
  if (only === undefined) return 'blank'
  if (filled.length === 1) return kindOfLine(grid, row, only, layout)
  if (isColumnNumbers(filled)) return 'blank'
  const first = grid.at(row, firstColumn(layout))?.text ?? ''
  return filled.length >= 3 && !isBlank(first) && !isNumber(first) ? 'header' : 'entry'
}

/** What a row is in which a single cell is filled: a line of text, or an entry that says no more. */
function kindOfLine(grid: Grid, row: number, cell: Cell, layout: Layout): RowKind {
  const { text, column, columnSpan } = cell
  const isAcross = columnSpan > layout.width / 2
  const isText = column === firstColumn(layout) && !isNumber(text)
  if (!isAcross && (!isText || isTask(grid, row, cell, layout))) return 'entry'
  return NOTE.test(text.trim()) ? 'note' : 'heading'
}

/** A ledger whose rows begin with the task may have nothing else in a row, or merged cells. */
function isTask(grid: Grid, row: number, { text, column }: Cell, layout: Layout): boolean {
  if (!layout.has('leadOffice') || NOTE.test(text.trim()) || HEADING.test(text.trim())) return false
  const { role } = layout.columns[column] ?? {}
  if (role === 'indicator.level2') return true
  if (role !== 'indicator.level1') return false
  const isMerged = ({ index }: { index: number }) => (grid.at(row, index)?.row ?? row) < row
  return !layout.has('indicator.level2') || layout.columns.some(isMerged)
}

// 一、推进决策公开 · （二）优化服务 · 第一部分
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[部章])/u

// 注：空白表示不适用 · 备 注: · 说明：
const NOTE = /^(?:注|备\s*注|说明|填表说明)\s*[：:0-9]/u

/** The column that rows are numbered in, or would be. */
function firstColumn(layout: Layout): number {
  return layout.column('seq')?.index ?? 0
}

function isNumber(text: string): boolean {
  return /^[（(]?[\d０-９.．\-—①-⑳]{1,10}[）)、.．]?$/u.test(withoutSpace(text))
}

/** Whether a row only numbers the columns: 1 | 2 | 3 | 4 … */
function isColumnNumbers(filled: readonly Cell[]): boolean {
  return (
    filled.length >= 4 && filled.every(({ text }, index) => withoutSpace(text) === `${index + 1}`)
  )
}

/**
 * Whether a row below a head line begins another entry. Rows are numbered in nearly every
 * catalogue, and a row without a number continues the one above; without a 序号 column, a row of a
 * ledger is an entry, and one of a catalogue when it says at least half as much as the last head did.
 */
export function beginsEntry(grid: Grid, row: number, layout: Layout, head: Entry): boolean {
  const seqColumn = layout.column('seq')?.index
  if (seqColumn !== undefined) {
    const seq = grid.at(row, seqColumn)
    return seq !== undefined && seq.row === row && !isBlank(seq.text)
  }
  if (layout.has('leadOffice')) return true
  const says = (line: number) =>
    layout.columns.filter(
      ({ index, role }) => !role.startsWith('item.') && !isBlank(grid.at(line, index)?.text ?? ''),
    ).length
  return says(row) * 2 >= says(head.row)
}

/** Whether a table without a header goes on with the catalogue before it: as wide, and alike at the left. */
export function continues(grid: Grid, layout: Layout): boolean {
  if (grid.columns !== layout.width) return false
  const seq = layout.column('seq')?.index
  if (seq === undefined) return true
  let fits = 0
  for (let row = 0; row < grid.rows; row++) {
    const text = grid.at(row, seq)?.text ?? ''
    if (isBlank(text) || isNumber(text)) fits++
  }
  return fits >= grid.rows / 2
}
