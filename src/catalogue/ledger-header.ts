import { withoutSpace } from '../text/normalise.ts'
import { type Column, Layout } from './catalogue.ts'
import { type LedgerWord, readLedgerLabel } from './headers.ts'
import { type Header, headerCells, labels } from './layout.ts'
import type { Grid } from './merge.ts'
import type { Role } from './role.ts'

/** A header of a ledger at a row, of one row or of two. */
export function readLedgerHeader(grid: Grid, row: number): Header | undefined {
  const top = labels(grid, row)
  const below = row + 1 < grid.rows ? labels(grid, row + 1) : []
  const depth = isSecondRow(top, below) ? 2 : 1
  const leaves = top.map((upper, index) =>
    depth === 2 ? leafOf(upper, below[index] ?? '') : upper,
  )
  const words = leaves.map((label, index) => {
    if (isSpanned(grid, row + depth - 1, index))
      return numbersRows(grid, row + depth, index) ? 'seq' : undefined
    return readLedgerLabel(label) ?? BELOW[label]
  })
  const indicators = indicatorsOf(words)
  const leads = words.some((word) => word === 'leadOffice')
  const taken = new Set<Role>()
  const columns = leaves.map((label, index): Column => {
    const role = indicators.roles.get(index) ?? officeOrOther(words[index], leads)
    const isFree = role !== undefined && !taken.has(role)
    if (isFree) taken.add(role)
    return { index, role: isFree ? role : 'other', label: withoutSpace(label) }
  })
  if (taken.size < 2 || !taken.has('leadOffice')) return undefined
  const group = indicators.group === undefined ? undefined : columns[indicators.group]
  return {
    row,
    depth,
    layout: new Layout(columns, group),
    cells: headerCells(grid, row, depth),
    labels: depth === 2 ? [top, below] : [top],
    known: taken,
    speaksOfDisclosure: false,
    isLedger: true,
  }
}

/** Labels that are whole only with the label above them (责任分工 over 牵头 and 配合). */
const BELOW: Readonly<Partial<Record<string, LedgerWord>>> = {
  主办: 'leadOffice',
  协办: 'supportOffice',
  协同: 'supportOffice',
  一级: 'indicator.level1',
  二级: 'indicator.level2',
  三级: 'indicator.level3',
}

/** Whether a row holds nothing but labels that stand below others; a title above is no label. */
function isSecondRow(top: readonly string[], below: readonly string[]): boolean {
  const upper = new Set(top.filter((text) => text !== ''))
  if (upper.size < 2 || ![...upper].some((text) => readLedgerLabel(text) !== undefined))
    return false
  const lower = below.filter((text, index) => text !== '' && text !== top[index])
  const isLabel = (text: string) =>
    text.length <= 8 && (readLedgerLabel(text) !== undefined || BELOW[text] !== undefined)
  return lower.length >= 2 && lower.every(isLabel)
}

/** Whether the label over a column also stands over the next one, which is then the one it means. */
function isSpanned(grid: Grid, row: number, column: number): boolean {
  const label = grid.at(row, column)
  return label !== undefined && label === grid.at(row, column + 1)
}

/** Enough rows to know a column by. */
const ROWS_LOOKED_AT = 40

/** Whether a column holds the numbers of the tasks beside it: 具体要求 over 1 and 公布目录. */
function numbersRows(grid: Grid, from: number, column: number): boolean {
  let filled = 0
  let numbers = 0
  for (let row = from; row < Math.min(grid.rows, from + ROWS_LOOKED_AT); row++) {
    const text = withoutSpace(grid.at(row, column)?.text ?? '')
    if (text === '') continue
    filled++
    if (/^\d{1,3}[.．、]?$/u.test(text)) numbers++
  }
  return filled > 0 && numbers >= filled * 0.8
}

function leafOf(upper: string, lower: string): string {
  return lower === '' ? upper : lower
}

function officeOrOther(word: LedgerWord | undefined, leads: boolean): Role | undefined {
  switch (word) {
    // Beside the one that leads (牵头单位), the others in charge (责任单位) support it.
    case 'dutyOffice':
      return leads ? 'supportOffice' : 'leadOffice'
    case 'seq':
    case 'leadOffice':
    case 'supportOffice':
    case 'deadline':
    case 'remark':
      return word
    default:
      return undefined
  }
}

const INDICATORS: ReadonlySet<LedgerWord | undefined> = new Set([
  'group',
  'indicator.level1',
  'indicator.level2',
  'indicator.level3',
])

/**
 * Which columns are the indicators, from left to right, and which one groups them. Of three, the
 * first is a group where it says so, or where the labels count it so.
 */
function indicatorsOf(words: readonly (LedgerWord | undefined)[]): {
  readonly roles: ReadonlyMap<number, Role>
  readonly group?: number
} {
  const found = words.flatMap((word, index) => (INDICATORS.has(word) ? [{ word, index }] : []))
  const [first, second, third] = found
  if (first === undefined) return { roles: new Map() }
  if (second === undefined) {
    const role = first.word === 'indicator.level2' ? 'indicator.level2' : 'indicator.level1'
    return { roles: new Map([[first.index, role]]) }
  }
  const isGrouped =
    third !== undefined &&
    (first.word === 'group' || first.word === second.word || third.word === 'indicator.level3')
  const [one, two] = isGrouped ? [second, third] : [first, second]
  return {
    roles: new Map<number, Role>([
      [one.index, 'indicator.level1'],
      [two.index, 'indicator.level2'],
    ]),
    ...(isGrouped && { group: first.index }),
  }
}
