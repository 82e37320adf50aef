import type { Cell } from '../table/model.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import type { Span } from '../text/span.ts'
import type { Catalogue, Entry, Layout } from './catalogue.ts'

/** A row of a ledger: what is to be done, and who is to do it. */
export interface Task {
  readonly entry: Entry
  readonly group: Group
  /** What is to be done: a cell of the row, or one that is merged over it; not blank. */
  readonly task: Cell | undefined
  /** Whether the row says in a cell of its own what is to be done. */
  readonly isOwn: boolean
  /** The office in charge that the row names, or that is merged over it; not blank. */
  readonly lead: Cell | undefined
  /** The blank cell in which the office would stand; undefined where none stands there. */
  readonly gap: Cell | undefined
  /** Whether a label or a header was printed again just above, because a page began. */
  readonly isOverleaf: boolean
}

/** The tasks below one first-level label, which may be printed again overleaf. */
export interface Group {
  /** 组⏎织⏎领⏎导 is 组织领导; empty where the ledger has no column of labels. */
  readonly label: string
  readonly tasks: readonly Task[]
  /** Whether the heading above names who is responsible for all of them. */
  readonly isCovered: boolean
}

/** The tasks of a ledger in order. Headings of groups are none. */
export function tasksOf(catalogue: Catalogue): readonly Task[] {
  return catalogue.once(findTasks)
}

/** The groups of a ledger in order. */
export function groupsOf(catalogue: Catalogue): readonly Group[] {
  return [...new Set(tasksOf(catalogue).map(({ group }) => group))]
}

interface GroupDraft extends Group {
  readonly tasks: Task[]
}

function findTasks(catalogue: Catalogue): readonly Task[] {
  const { kind, layout, entries } = catalogue
  const says = layout.has('indicator.level1') || layout.has('indicator.level2')
  if (kind !== 'ledger' || !says) return []
  const outer = outerColumn(layout)
  const isHeading = headingTest(catalogue)
  const header = catalogue.header.at(-1)?.row ?? -1
  const tasks: Task[] = []
  let group: GroupDraft | undefined
  let before: Entry | undefined
  let heading = ''
  let began = false
  for (const entry of entries) {
    if (isFooter(entry)) continue
    if (isHeading(entry)) {
      group = undefined
      heading = textOf(entry)
      before = entry
      continue
    }
    const label = outer === undefined ? '' : labelAt(entry, outer)
    const isSection = before === undefined || entry.section !== before.section
    const above = isSection ? between(before, entry, header) : ''
    if (above !== '') heading = above
    // A label in every row is no label printed again.
    const beginsHere = begins(entry, outer)
    const isRepeated = beginsHere && !began && label !== '' && label === group?.label
    if (group === undefined || above !== '' || (label !== '' && label !== group.label)) {
      group = { label, tasks: [], isCovered: COVERS.test(heading) }
    }
    const task: Task = {
      ...cellsOf(entry, before, layout),
      entry,
      group,
      isOverleaf: (isSection && above === '' && tasks.length > 0) || isRepeated,
    }
    group.tasks.push(task)
    tasks.push(task)
    before = entry
    began = beginsHere
  }
  return tasks
}

/** Whether a row below the table says who made it: 填表人：… 审核人：… */
function isFooter({ cells }: Entry): boolean {
  const first = cells.find(({ text }) => !isBlank(text))
  return first !== undefined && MADE_BY.test(withoutSpace(first.text))
}

const MADE_BY = /^(?:填表|填报|制表|审核|联系|负责)(?:人|单位|日期|时间|电话)?[：:]/u

// （牵头单位：县政府办）
const COVERS = /牵头|责任(?:单位|部门|处室|科室|股室)|负责/u

/** The column of the first labels: that of the groups, or the first of two levels of indicators. */
function outerColumn(layout: Layout): number | undefined {
  if (layout.group !== undefined) return layout.group.index
  return layout.has('indicator.level2') ? layout.column('indicator.level1')?.index : undefined
}

function labelAt({ sheet, row }: Entry, column: number): string {
  return withoutSpace(sheet.grid.at(row, column)?.text ?? '')
}

/** Whether a label begins in a row, and is neither blank nor merged over it. */
function begins({ sheet, row }: Entry, column: number | undefined): boolean {
  return column !== undefined && filled(sheet.grid.at(row, column))?.row === row
}

function textOf({ cells }: Entry): string {
  return cells.map(({ text }) => withoutSpace(text)).join('')
}

/** The headings between two entries, or above the first; empty where only a page began. */
function between(before: Entry | undefined, { sheet, row }: Entry, header: number): string {
  const from = before === undefined ? header + 1 : before.sheet === sheet ? before.row + 1 : 0
  const rows = sheet.grid.table.rows.slice(from, row)
  const lines = rows.filter((cells) => cells.filter(({ text }) => !isBlank(text)).length === 1)
  return lines
    .flat()
    .map(({ text }) => withoutSpace(text))
    .join('')
}

// 一  （二）  三、
const NUMERAL = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/u
// 一、推进决策公开
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[部章])/u

const NUMBERED_ALIKE = new RegExp(`${NUMERAL.source}|${NUMBERED.source}`, 'u')

/** Which entries are headings: numbered otherwise than the tasks, with nothing but a name. */
function headingTest({ entries, layout }: Catalogue): (entry: Entry) => boolean {
  const names = new Set(
    (['seq', 'indicator.level1', 'indicator.level2'] as const).flatMap(
      (role) => layout.column(role)?.index ?? [],
    ),
  )
  const looks = (entry: Entry) => {
    const filled = entry.cells.filter(({ text }) => !isBlank(text))
    const isName = filled.length > 0 && filled.every(({ column }) => names.has(column))
    const gap = entry.own('leadOffice')
    if (!isName || (gap !== undefined && !isBlank(gap.text))) return false
    return (
      filled.length <= 2 &&
      filled.some(({ text }, index) => {
        const words = withoutSpace(text)
        return (index === 0 && NUMERAL.test(words)) || NUMBERED.test(words)
      })
    )
  }
  const found = new Set(entries.filter(looks))
  const others = entries.filter((entry) => !found.has(entry))
  // Where the tasks are numbered in the same way, one that says nothing else is a task.
  const areAlike = others.some(({ cells: [first] }) =>
    NUMBERED_ALIKE.test(first?.text.trim() ?? ''),
  )
  return others.length >= found.size && !areAlike ? (entry) => found.has(entry) : () => false
}

function cellsOf(
  entry: Entry,
  before: Entry | undefined,
  layout: Layout,
): Pick<Task, 'task' | 'isOwn' | 'lead' | 'gap'> {
  const label = filled(entry.own('indicator.level1'))
  const second = filled(entry.own('indicator.level2'))
  // A label that stands in every row of its group says nothing of this one.
  const isLabel =
    layout.has('indicator.level2') &&
    withoutSpace(before?.own('indicator.level1')?.text ?? '') === withoutSpace(label?.text ?? '')
  const first = isLabel ? undefined : label
  const own = [second, first].find((cell) => cell?.row === entry.row)
  const lead = entry.own('leadOffice')
  const named = filled(lead)
  return {
    task: own ?? second ?? (isTold(entry, label, layout) ? label : undefined),
    isOwn: own !== undefined,
    lead: named,
    gap: named === undefined ? lead : undefined,
  }
}

/** Whether a label that is merged over a row is all that is said of the task. */
function isTold({ sheet, row }: Entry, label: Cell | undefined, layout: Layout): boolean {
  if (label === undefined) return false
  const below = layout.column('indicator.level2')
  if (below === undefined) return true
  return label.row < row && filled(sheet.grid.at(label.row, below.index)) === undefined
}

function filled(cell: Cell | undefined): Cell | undefined {
  return cell === undefined || isBlank(cell.text) ? undefined : cell
}

/** A task of which several offices take a part, told in several paragraphs of one cell. */
export interface SharedTask {
  readonly cell: Cell
  readonly paragraphs: readonly Span[]
  /** The rows that name the offices, the one of the cell first. */
  readonly rows: readonly [Task, ...Task[]]
}

/**
 * Cells that tell several tasks in paragraphs and have several offices beside them, so that nobody
 * can say which office does what. One task of several offices is done together and is none.
 */
export function sharedTasks(catalogue: Catalogue): readonly SharedTask[] {
  const found: SharedTask[] = []
  for (const [cell, rows] of rowsByTask(catalogue)) {
    const [first, ...others] = rows.filter(({ lead, entry }) => lead?.row === entry.row)
    if (first === undefined || others.length === 0) continue
    const names = new Set([first, ...others].map(({ lead }) => withoutSpace(lead?.text ?? '')))
    const paragraphs = taskParagraphs(cell.text)
    if (names.size < 2 || paragraphs.length < 2) continue
    found.push({ cell, paragraphs, rows: [first, ...others] })
  }
  return found
}

/** Each cell of tasks with the rows it is merged over, and those below that say nothing themselves. */
function rowsByTask(catalogue: Catalogue): ReadonlyMap<Cell, readonly Task[]> {
  const rows = new Map<Cell, Task[]>()
  let open: Task[] | undefined
  for (const row of tasksOf(catalogue)) {
    if (row.task !== undefined) {
      open = rows.get(row.task) ?? []
      rows.set(row.task, open)
      open.push(row)
    } else if (open?.[0]?.group === row.group) open.push(row)
    else open = undefined
  }
  return rows
}

/** The shortest paragraph that can be a task by itself. */
const SHORTEST_TASK = 5

/** The paragraphs of a cell that are tasks of their own; empty where its lines are one text wrapped. */
function taskParagraphs(text: string): readonly Span[] {
  const spans = text.trim().includes('\n') ? linesOf(text) : gluedLines(text)
  const lines = spans.map(({ start, end }) => text.slice(start, end))
  if (lines.length < 2 || lines.some((line) => line.length < SHORTEST_TASK)) return []
  const ends = lines.map((line) => line.slice(-2))
  const isWhole = (line: string, at: number) =>
    /[。；;]$/u.test(line) || ends.some((end, other) => other !== at && end === ends[at])
  const isNumbered = lines.every((line) => /^(?:[（(]?\d{1,2}[）).．、]|[①-⑳])/u.test(line))
  return isNumbered || lines.slice(0, -1).every(isWhole) ? spans : []
}

function linesOf(text: string): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const words = line.trim()
    const start = from + line.length - line.trimStart().length
    if (words !== '') spans.push({ start, end: start + words.length })
    from += line.length + 1
  }
  return spans
}

/** What a page glued together: 网站管理制度微信管理制度 are two lines that end alike. */
function gluedLines(text: string): readonly Span[] {
  const ending = /^[^，。；、,;]*(?<end>制度|机制|办法|规定|方案|预案)\s*$/u.exec(text)?.groups?.end
  if (ending === undefined) return []
  const spans: Span[] = []
  let start = 0
  for (let at = text.indexOf(ending); at !== -1; at = text.indexOf(ending, start)) {
    spans.push({ start, end: at + ending.length })
    start = at + ending.length
  }
  return spans
}

/**
 * What a blank in the column of offices means. `blank`: nobody was entered; `inferred`: so it seems,
 * for what is alike in neighbouring rows is written out; `unknown`: or a cell above was merged over
 * it, and the format lost the merge.
 */
export type BlankMeaning = 'blank' | 'inferred' | 'unknown'

export function blankMeaning(catalogue: Catalogue): BlankMeaning {
  return catalogue.once(readBlanks)
}

function readBlanks(catalogue: Catalogue): BlankMeaning {
  const tasks = tasksOf(catalogue)
  const gaps = tasks.filter(({ gap, isOwn }) => gap !== undefined && isOwn).length
  const alike = repeats(tasks, (task) => task.lead)
  if (catalogue.entries.some(({ cells }) => cells.some(({ rowSpan }) => rowSpan > 1))) {
    // Who merges labels may yet leave what is like the office above blank, without merging it.
    const isMerged = tasks.some(({ lead }) => (lead?.rowSpan ?? 1) > 1)
    return isMerged || alike > 0 || gaps <= Math.max(1, tasks.length / 10) ? 'blank' : 'unknown'
  }
  if (alike > 0 && alike >= gaps * 2 - 1) return 'inferred'
  const isFew = gaps <= Math.max(1, tasks.length / 5)
  const labels = outerColumn(catalogue.layout)
  if (labels !== undefined && isFew) {
    const cellOf = ({ entry }: Task) => filled(entry.sheet.grid.at(entry.row, labels))
    if (tasks.every((task) => cellOf(task) !== undefined) && repeats(tasks, cellOf) >= 2) {
      return 'inferred'
    }
  }
  return 'unknown'
}

/** How often a row says in a column what the row above in its group says there as well. */
function repeats(tasks: readonly Task[], cellOf: (task: Task) => Cell | undefined): number {
  return tasks.filter((task, index) => {
    const before = tasks[index - 1]
    const [here, above] = [cellOf(task), before && cellOf(before)]
    if (here === undefined || above === undefined || before?.group !== task.group) return false
    return here !== above && withoutSpace(here.text) === withoutSpace(above.text)
  }).length
}

/**
 * The offices that rows without one borrow from above, because their cell was merged over them before
 * the format lost the merge. Nothing is lent where a blank means that nobody was entered, or past a
 * heading.
 */
export function borrowedLeads(catalogue: Catalogue): ReadonlyMap<Entry, Cell> {
  return catalogue.once(findBorrowed)
}

function findBorrowed(catalogue: Catalogue): ReadonlyMap<Entry, Cell> {
  const borrowed = new Map<Entry, Cell>()
  if (blankMeaning(catalogue) !== 'unknown') return borrowed
  let above: Task | undefined
  for (const task of tasksOf(catalogue)) {
    if (task.lead !== undefined) above = task
    else if (task.group.label === '' && task.group !== above?.group) above = undefined
    if (task.lead === undefined && task.isOwn && above?.lead) borrowed.set(task.entry, above.lead)
  }
  return borrowed
}

/** Rows next to each other without an office in charge. */
export interface LeadGap {
  /**
   * `blank`: others of the group have one; `first`: nothing stands above that could be merged over
   * it; `doubt`: a merge that was lost could be the reason; `all`: no task has one.
   */
  readonly kind: 'blank' | 'first' | 'doubt' | 'all'
  readonly tasks: readonly [Task, ...Task[]]
}

/** A run of more blanks than this, in a format without merges, is more likely a lost merge. */
const LONGEST_INFERRED = 2
/** A table of fewer rows does not show how its author writes. */
const LEAST_ROWS = 5

/** Where nobody is named who leads a task, though others of its group have somebody. */
export function leadGaps(catalogue: Catalogue): readonly LeadGap[] {
  const tasks = tasksOf(catalogue)
  const meaning = blankMeaning(catalogue)
  const runs = runsOf(tasks, isMissing)
  const [only] = runs
  if (only === undefined) return []
  const missing = tasks.filter(isMissing)
  if (tasks.every(({ lead }) => lead === undefined)) {
    const [first, ...others] = missing
    return first === undefined ? [] : [{ kind: 'all', tasks: [first, ...others] }]
  }
  if (meaning === 'unknown') {
    if (only[0] === tasks[0]) return [{ kind: 'first', tasks: only }]
    const isLonely = runs.length === 1 && only.length === 1 && tasks.length >= LEAST_ROWS
    return isLonely && isFullOtherwise(catalogue) ? [{ kind: 'doubt', tasks: only }] : []
  }
  return runs.flatMap((run): LeadGap[] => {
    const [first] = run
    if (first.isOverleaf) return []
    if (meaning === 'inferred' && run.length > LONGEST_INFERRED) return []
    const near = neighbours(first, tasks)
    return near.some(({ lead }) => lead !== undefined) ? [{ kind: 'blank', tasks: run }] : []
  })
}

/** The tasks of the same group; of the whole ledger, where the group has no others. */
function neighbours({ group }: Task, tasks: readonly Task[]): readonly Task[] {
  return group.tasks.length > 1 ? group.tasks : tasks
}

function isMissing(one: Task): boolean {
  const { gap, isOwn, group, entry, task } = one
  if (gap === undefined || !isOwn || group.isCovered || isSum(one)) return false
  return !SAYS_WHO.test(`${task?.text ?? ''}\n${entry.own('remark')?.text ?? ''}`)
}

// 由秘书处牵头 · 责任单位：办公室 · 各科室负责
const SAYS_WHO = /牵头|责任(?:单位|部门|处室|科室|股室)[：:]|负责[）)。；\s]*$|负责(?:落实|办理)/mu

/** Whether a row sums up the others or remarks on them, and is no task: 合计｜7项 */
export function isSum({ entry, group, task }: Task): boolean {
  const texts = [entry.own('seq')?.text, group.label, task?.text]
  return texts.some((text = '') => SUM.test(withoutSpace(text)))
}

const SUM = /^(?:合计|小计|总计|总分|(?:备注|说明|注)(?:[：:]|$))/u

/** Whether no other column of the ledger has a blank, which a lost merge would have left. */
function isFullOtherwise(catalogue: Catalogue): boolean {
  const { layout } = catalogue
  const indexes = (['seq', 'indicator.level1', 'indicator.level2', 'deadline'] as const).flatMap(
    (role) => layout.column(role)?.index ?? [],
  )
  if (layout.group !== undefined) indexes.push(layout.group.index)
  return tasksOf(catalogue).every(({ entry: { sheet, row } }) =>
    indexes.every((column) => !isBlank(sheet.grid.at(row, column)?.text ?? '')),
  )
}

function runsOf(
  tasks: readonly Task[],
  isIn: (task: Task) => boolean,
): readonly (readonly [Task, ...Task[]])[] {
  const runs: [Task, ...Task[]][] = []
  let run: [Task, ...Task[]] | undefined
  for (const task of tasks) {
    if (!isIn(task)) run = undefined
    else if (run?.[0].group === task.group) run.push(task)
    else {
      run = [task]
      runs.push(run)
    }
  }
  return runs
}
