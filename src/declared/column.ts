import { type Catalogue, columnName, type Entry } from '../catalogue/catalogue.ts'
import { askewEntries, gaps } from '../catalogue/gaps.ts'
import { ROLE_NAMES } from '../catalogue/role.ts'
import { blankMeaning, borrowedLeads, tasksOf } from '../catalogue/tasks.ts'
import type { Fix } from '../fix/edit.ts'
import { itemsOf } from '../rule/items.ts'
import { fillGap } from '../rule/missing.ts'
import type { Context, Data, Finding } from '../rule/rule.ts'
import type { Cell } from '../table/model.ts'
import { type Asked, breaches, NAMES, namesOf } from './ask.ts'
import { agencyName, findingOf, messageId, spanOf } from './finding.ts'
import type { Declaration, DeclaredColumn } from './pack.ts'

/** Asks the cells of the columns that a rule is about. */
export function* checkColumns(declared: Declaration, context: Context): Iterable<Finding> {
  const askew = askewEntries(context.catalogue)
  const selected = new Set(
    context.catalogue.entries.filter(
      (entry) => !askew.has(entry) && isSelected(entry, declared, context),
    ),
  )
  for (const column of declared.on.columns) {
    for (const [cell, all] of cellsOf(context.catalogue, column)) {
      const [first, ...others] = all.filter((entry) => selected.has(entry))
      if (first === undefined) continue
      const entries = [first, ...others]
      const asked = { passage: cell, span: spanOf(cell), column, entries }
      const isShared = entries.length < all.length
      yield* judgeText(declared, asked, context, slotsIn(asked, context), isShared)
    }
    yield* blanks(declared, column, selected, context)
  }
}

/** What a column holds, each cell once with the lines it speaks for; of an item, its lowest name. */
function cellsOf(
  catalogue: Catalogue,
  column: DeclaredColumn,
): Iterable<readonly [Cell, readonly Entry[]]> {
  if (column !== 'item') return catalogue.groups(column)
  const groups = new Map<Cell, Entry[]>()
  for (const entry of catalogue.entries) {
    const cell = NAMES.map((role) => entry.cell(role)).find((one) => one !== undefined)
    if (cell === undefined) continue
    const entries = groups.get(cell)
    if (entries === undefined) groups.set(cell, [entry])
    else entries.push(entry)
  }
  return groups
}

function isSelected(entry: Entry, { on }: Declaration, { authorities }: Context): boolean {
  const { items, notItems, itemTypes } = on
  const names = namesOf(entry)
  const has = (patterns: typeof items) =>
    patterns.some((pattern) => names.some((name) => pattern.test(name)))
  if (items.length > 0 && !has(items)) return false
  if (has(notItems)) return false
  if (itemTypes.length === 0) return true
  return itemsOf(entry, authorities.itemTypes).some(({ type }) => itemTypes.includes(type.id))
}

/** The first requirement that a text breaks, for what follows from it is told with it. */
function* judgeText(
  declared: Declaration,
  asked: Asked,
  context: Context,
  slots: Data,
  isShared = false,
): Iterable<Finding> {
  for (const requirement of declared.requirements) {
    const found = breaches(asked, requirement, context)
    for (const breach of found) {
      yield findingOf(declared, requirement, breach, asked, slots, isShared)
    }
    if (found.length > 0) return
  }
}

/** What is blank in a column and must not be. */
function* blanks(
  declared: Declaration,
  column: DeclaredColumn,
  selected: ReadonlySet<Entry>,
  context: Context,
): Iterable<Finding> {
  const requirement = declared.requirements.find(({ kind }) => kind === 'notEmpty')
  if (requirement === undefined) return
  const { catalogue } = context
  const roles = column === 'item' ? NAMES : [column]
  const excused = excusedRows(column, catalogue)
  const isOther = (head: Entry) =>
    excused.has(head) || !catalogue.lines(head).some((line) => selected.has(line))
  for (const gap of gaps(catalogue, roles, isOther)) {
    const [first, ...others] = gap.heads
    const last = others.at(-1)
    const asked = { passage: gap.at, span: spanOf(gap.at), column, entries: gap.heads }
    const slots = slotsIn(asked, context)
    const several = last && {
      seq: `${seqOf(first)}至${seqOf(last)}`,
      item: `${slots.item}”等${gap.heads.length}项“${itemOf(last)}`,
    }
    yield {
      message: messageId(requirement, undefined),
      data: { ...slots, ...several, ...(declared.expected && { expected: declared.expected }) },
      at: { passage: gap.at },
      ...(declared.expected !== undefined && { expected: [declared.expected] }),
      // Several in a row may be one merged cell whose merge the format lost.
      ...(last && { certainty: 'likely' as const }),
      ...blankFix(declared, gap),
    }
  }
}

/** Rows of a ledger that are no tasks, or whose office may be that of a merge that the format lost. */
function excusedRows(column: DeclaredColumn, catalogue: Catalogue): ReadonlySet<Entry> {
  const tasks = new Set(tasksOf(catalogue).map(({ entry }) => entry))
  if (tasks.size === 0) return tasks
  const isDoubtful = column === 'leadOffice' && blankMeaning(catalogue) === 'unknown'
  const borrowed = column === 'leadOffice' ? borrowedLeads(catalogue) : new Map<Entry, Cell>()
  return new Set(
    catalogue.heads.filter((head) => isDoubtful || !tasks.has(head) || borrowed.has(head)),
  )
}

function blankFix(
  { fix, expected }: Declaration,
  gap: Parameters<typeof fillGap>[0],
): { readonly fix: Fix } | undefined {
  if (fix === 'none') return undefined
  const filled = fillGap(gap, expected)
  return filled && { fix: { ...filled.fix, safety: fix } }
}

function slotsIn({ column, entries }: Asked, context: Context): Data {
  const [first] = entries
  return {
    agency: agencyName(context),
    ...(first && { item: itemOf(first), seq: seqOf(first) }),
    ...(column !== undefined && { column: columnOf(column, context.catalogue) }),
  }
}

/** Longer names are told by their beginning. */
const LONGEST_NAME = 30

function itemOf(entry: Entry): string {
  const [name = `第${entry.row + 1}行`] = namesOf(entry)
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
}

function seqOf(entry: Entry): string {
  return entry.seq === '' ? `第${entry.row + 1}行` : entry.seq
}

function columnOf(column: DeclaredColumn, { layout }: Catalogue): string {
  if (column === 'item') return '公开事项'
  const found = layout.column(column)
  return found === undefined ? ROLE_NAMES[column] : columnName(found)
}
