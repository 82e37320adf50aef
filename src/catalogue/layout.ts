import type { Cell } from '../table/model.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import { type Column, Layout } from './catalogue.ts'
import { readCatalogueLabel, readLabelBelow } from './headers.ts'
import type { Grid } from './merge.ts'
import type { Role } from './role.ts'

/** A header found in a table. */
export interface Header {
  readonly row: number
  /** Header rows, one or two. */
  readonly depth: number
  readonly layout: Layout
  readonly cells: readonly Cell[]
  /** The labels of each header row, white space removed. */
  readonly labels: readonly (readonly string[])[]
  /** Standard columns that were recognised, each group counted once. */
  readonly known: ReadonlySet<string>
  /** Whether a label says in so many words that something is disclosed. */
  readonly speaksOfDisclosure: boolean
  /** Whether it is that of a ledger. */
  readonly isLedger?: true
}

/** A header of a catalogue at a row: labels of this row, with those of the row below where it has any. */
export function readCatalogueHeader(grid: Grid, row: number): Header | undefined {
  const top = labels(grid, row)
  const seen = top.filter((text) => readCatalogueLabel(text) !== undefined).length
  if (seen < 2) return undefined
  const below = row + 1 < grid.rows ? labels(grid, row + 1) : []
  const split = joinedLabels(top, below)
  const depth = isSecondRow(grid, row + 1, top, below) || split > seen ? 2 : 1
  const width = headerWidth(grid, row, depth)
  const columns: Column[] = []
  const known = new Set<string>()
  let speaksOfDisclosure = false
  let parent = ''
  for (let index = 0; index < width; index++) {
    const upper = top[index] ?? ''
    const lower = depth === 2 ? (below[index] ?? '') : ''
    const label = readCatalogueLabel(upper)
    if (label?.speaksOfDisclosure) speaksOfDisclosure = true
    if (upper !== '') parent = upper
    const column = leaf(index, upper, lower, parent, columns)
    columns.push(column)
    if (column.role !== 'other') known.add(standard(column.role))
    else if (label?.kind === 'group') known.add(label.group === 'item' ? 'item' : label.group)
  }
  numberUnlabelled(grid, row + depth, columns)
  return {
    row,
    depth,
    layout: new Layout(columns),
    cells: headerCells(grid, row, depth),
    labels: depth === 2 ? [top, below] : [top],
    known,
    speaksOfDisclosure,
  }
}

/** Whether a row says the same as a header row (it is printed again overleaf). */
export function repeats(grid: Grid, row: number, header: Header): boolean {
  const here = labels(grid, row)
  const filled = here.filter((label) => label !== '').length
  if (filled < 2) return false
  return header.labels.some((there) => {
    const same = here.filter((label, index) => label !== '' && label === there[index]).length
    return same >= filled * 0.8
  })
}

/** The labels of a row, white space removed, each as often as it spans columns. */
export function labels(grid: Grid, row: number): readonly string[] {
  const texts: string[] = []
  for (let column = 0; column < grid.columns; column++) {
    const cell = grid.at(row, column)
    texts.push(cell === undefined ? '' : withoutSpace(cell.text))
  }
  return texts
}

export function headerCells(grid: Grid, row: number, depth: number): readonly Cell[] {
  return grid.table.rows
    .slice(row, row + depth)
    .flat()
    .filter((cell) => !isBlank(cell.text))
}

function headerWidth(grid: Grid, row: number, depth: number): number {
  return depth === 2 ? Math.max(grid.width(row), grid.width(row + 1)) : grid.width(row)
}

/** Labels that only make sense joined with the row below (公开 over 时限). */
function joinedLabels(top: readonly string[], below: readonly string[]): number {
  return top.filter((text, index) => {
    const lower = below[index] ?? ''
    const joined = text.length <= 4 && lower.length <= 6 && lower !== text ? text + lower : text
    return readCatalogueLabel(joined) !== undefined
  }).length
}

/** Whether a row holds nothing but labels that stand below others (一级事项, 全社会, 县级). */
function isSecondRow(
  grid: Grid,
  row: number,
  top: readonly string[],
  below: readonly string[],
): boolean {
  if (row >= grid.rows) return false
  let found = 0
  let parent = ''
  for (const [index, text] of below.entries()) {
    const upper = top[index] ?? ''
    if (upper !== '') parent = upper
    if (text === '' || text === upper) continue
    if (readLabelBelow(text, parent) === undefined && readLabelBelow(text, '') === undefined) {
      if (text.length > 8 || readCatalogueLabel(text) === undefined) return false
    }
    found++
  }
  return found > 0
}

function leaf(
  index: number,
  upper: string,
  lower: string,
  parent: string,
  before: readonly Column[],
): Column {
  const distinct = lower !== '' && lower !== upper
  if (distinct) {
    const role =
      readLabelBelow(lower, parent) ??
      roleOf(lower) ??
      roleOf(upper + lower) ??
      readLabelBelow(lower, '')
    return { index, role: role ?? 'other', label: lower }
  }
  const label = readCatalogueLabel(upper)
  if (label?.kind === 'role') return { index, role: freshRole(label.role, before), label: upper }
  if (label?.kind === 'group') return { index, role: firstOf(label.group, before), label: upper }
  if (upper !== '') return { index, role: readLabelBelow(upper, '') ?? 'other', label: upper }
  return { index, role: nextLevel(index, parent, before), label: '' }
}

function roleOf(text: string): Role | undefined {
  const label = readCatalogueLabel(text)
  return label?.kind === 'role' ? label.role : undefined
}

/** A second 公开事项 or 事项名称 is the next level down; a second column of any other kind is not ours. */
function freshRole(role: Role, before: readonly Column[]): Role {
  if (!before.some((column) => column.role === role)) return role
  return role.startsWith('item.') ? levelBelow(before) : 'other'
}

function firstOf(group: 'item' | 'audience' | 'method' | 'level', before: readonly Column[]): Role {
  const role: Role = {
    item: 'item.level1',
    audience: 'audience.public',
    method: 'method',
    level: 'level.county',
  }[group] as Role
  return freshRole(role, before)
}

// 序号 | 公开事项 |  |  | 公开内容   with the second header row lost
function nextLevel(index: number, parent: string, before: readonly Column[]): Role {
  const label = readCatalogueLabel(parent)
  if (index === 0 || label?.kind !== 'group') return 'other'
  if (label.group === 'item') return levelBelow(before)
  if (label.group === 'audience') return freshRole('audience.specific', before)
  if (label.group === 'level') return freshRole('level.township', before)
  return 'other'
}

function levelBelow(before: readonly Column[]): Role {
  const levels: readonly Role[] = ['item.level1', 'item.level2', 'item.level3']
  return levels.find((level) => !before.some((column) => column.role === level)) ?? 'other'
}

/** Rows are numbered although the first column has no label. */
function numberUnlabelled(grid: Grid, from: number, columns: Column[]): void {
  const [first] = columns
  if (first === undefined || first.label !== '' || columns.some(({ role }) => role === 'seq'))
    return
  let filled = 0
  let numbers = 0
  for (let row = from; row < grid.rows; row++) {
    const text = withoutSpace(grid.at(row, 0)?.text ?? '')
    if (text === '') continue
    filled++
    if (/^\d{1,4}$/u.test(text)) numbers++
  }
  if (filled >= 3 && numbers >= filled * 0.8) columns[0] = { ...first, role: 'seq' }
}

/** The standard column that a role belongs to: all levels of items are one, both audiences are one. */
function standard(role: Role): string {
  return role.includes('.') ? role.slice(0, role.indexOf('.')) : role
}
