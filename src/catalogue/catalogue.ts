import type { Cell, Paragraph, Passage } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import type { Repair } from './align.ts'
import type { Grid } from './merge.ts'
import type { Refusal } from './refusal.ts'
import { type Kind, ROLE_NAMES, type Role } from './role.ts'

/** One leaf column of a header. */
export interface Column {
  /** Position in the table, from 0. */
  readonly index: number
  readonly role: Role
  /** The lowest label over the column, white space removed; empty where nothing stands. */
  readonly label: string
}

/** A recognised header: which columns there are and what they mean. */
export class Layout {
  readonly columns: readonly Column[]
  /** The column of a ledger that groups its indicators (内容 before 一级指标). */
  readonly group: Column | undefined
  readonly #byRole: ReadonlyMap<Role, Column>

  constructor(columns: readonly Column[], group?: Column) {
    this.columns = columns
    this.group = group
    const byRole = new Map<Role, Column>()
    for (const column of columns) if (!byRole.has(column.role)) byRole.set(column.role, column)
    this.#byRole = byRole
  }

  /** The first column of a role. */
  column(role: Role): Column | undefined {
    return this.#byRole.get(role)
  }

  has(role: Role): boolean {
    return this.#byRole.has(role)
  }

  get width(): number {
    return this.columns.length
  }
}

/** One table that a catalogue stands in; a catalogue may go on overleaf in another. */
export interface Sheet {
  readonly grid: Grid
  /** Number of the table in its document, from 0. */
  readonly table: number
  /** The rows whose cells stand under the wrong columns, with how they belong. */
  readonly repairs?: ReadonlyMap<number, Repair>
}

/** Where an entry stands among the others. */
interface Kinship {
  /** The entry that a continuation line belongs to. */
  readonly head?: Entry
  /** The line above in the same group of lines. */
  readonly above?: Entry
  /** The head entry before this one in the same section, for merged names of items. */
  readonly before?: Entry
}

/** One line of a catalogue below its header. */
export class Entry {
  readonly sheet: Sheet
  /** Row in its table, from 0. */
  readonly row: number
  /** Sections part where a heading stands between the rows, a header is repeated or a table begins. */
  readonly section: number
  readonly #layout: Layout
  readonly #kinship: Kinship
  /** What was borrowed before, by column; made when something is. */
  #borrowed: Map<Role, Cell | undefined> | undefined

  constructor(layout: Layout, sheet: Sheet, row: number, section: number, kinship: Kinship = {}) {
    this.#layout = layout
    this.sheet = sheet
    this.row = row
    this.section = section
    this.#kinship = kinship
  }

  /** Itself, or the entry that this continuation line (续行) belongs to. */
  get head(): Entry {
    return this.#kinship.head ?? this
  }

  get isHead(): boolean {
    return this.#kinship.head === undefined
  }

  /** The 序号 of its head as written, without white space around it; empty when there is none. */
  get seq(): string {
    return this.head.own('seq')?.text.trim() ?? ''
  }

  /** The cell that stands in a column of this line, blank or not, or is merged over it. */
  own(role: Role): Cell | undefined {
    const column = this.#layout.column(role)
    if (column === undefined) return undefined
    const { repair } = this
    return repair === undefined
      ? this.sheet.grid.at(this.row, column.index)
      : repair.cells[column.index]
  }

  /** How the cells of this line belong under the columns, where they do not stand so. */
  get repair(): Repair | undefined {
    return this.sheet.repairs?.get(this.row)
  }

  /**
   * The cell that speaks for this line in a column: its own, or the one that a merge lends it.
   * Where the format lost its merges, a continuation line borrows from the lines above it in its
   * group, and a head line borrows only the name of the first level.
   */
  cell(role: Role): Cell | undefined {
    if (!this.#layout.has(role)) return undefined
    const asked: Entry[] = []
    let found: Cell | undefined
    for (let line: Entry | undefined = this; line !== undefined; line = line.#lender(role)) {
      const own = line.own(role)
      if (own !== undefined && !isBlank(own.text)) {
        found = own
        break
      }
      if (line.#borrowed?.has(role)) {
        found = line.#borrowed.get(role)
        break
      }
      asked.push(line)
    }
    for (const line of asked) {
      line.#borrowed ??= new Map()
      line.#borrowed.set(role, found)
    }
    return found
  }

  /** The line that this one borrows from where it is blank. */
  #lender(role: Role): Entry | undefined {
    const { above, before } = this.#kinship
    if (above !== undefined) return above
    return BORROWED_BY_HEADS.has(role) && !this.sheet.grid.hasSpans ? before : undefined
  }

  /** The text that speaks for this line in a column, without white space around it. */
  text(role: Role): string {
    return this.cell(role)?.text.trim() ?? ''
  }

  /** Every cell that begins in this line, in order of column; of one that holds two, both parts. */
  get cells(): readonly Cell[] {
    const cells = this.sheet.grid.table.rows[this.row] ?? []
    const read = this.repair?.read
    return read === undefined ? cells : cells.flatMap((cell) => read.get(cell) ?? cell)
  }

  /** Whether a cell begins in this line, as it stands there or as it is read. */
  holds(cell: Cell): boolean {
    return this.cells.includes(cell) || this.repair?.read?.has(cell) === true
  }

  /** Whether nothing but the 序号 stands in this line. */
  get isEmpty(): boolean {
    const seq = this.own('seq')
    return this.cells.every((cell) => cell === seq || isBlank(cell.text))
  }
}

const BORROWED_BY_HEADS: ReadonlySet<Role> = new Set(['item.level1', 'indicator.level1'])

/** Everything that was recognised about one catalogue, ledger or report. */
export interface CatalogueParts {
  readonly kind: Kind
  readonly title?: Passage
  readonly agency?: string
  /** The cells of the header rows; empty for a report. */
  readonly header: readonly Cell[]
  readonly layout: Layout
  readonly sheets: readonly Sheet[]
  readonly entries: readonly Entry[]
  /** Text outside the tables; given to the first catalogue of a document only. */
  readonly paragraphs: readonly Paragraph[]
  /** Why it cannot be judged; it then has no entries. */
  readonly refusal?: Refusal
}

type Question<Answer> = (catalogue: Catalogue) => Answer

/** A document's table that was recognised: rules ask it what stands where. */
export class Catalogue {
  readonly kind: Kind
  readonly title: Passage | undefined
  readonly agency: string | undefined
  readonly header: readonly Cell[]
  readonly layout: Layout
  readonly sheets: readonly Sheet[]
  readonly entries: readonly Entry[]
  readonly paragraphs: readonly Paragraph[]
  /** Why it cannot be judged; it then has no entries, and only what judges layouts is asked about it. */
  readonly refusal: Refusal | undefined
  /** The entries that are not continuation lines. */
  readonly heads: readonly Entry[]
  readonly #byRow = new Map<number, Entry[]>()
  readonly #lines = new Map<Entry, Entry[]>()
  readonly #answers = new Map<Question<unknown>, unknown>()

  readonly #hasRepairs: boolean

  constructor(parts: CatalogueParts) {
    this.kind = parts.kind
    this.#hasRepairs = parts.sheets.some(({ repairs }) => (repairs?.size ?? 0) > 0)
    this.title = parts.title
    this.agency = parts.agency
    this.header = parts.header
    this.layout = parts.layout
    this.sheets = parts.sheets
    this.entries = parts.entries
    this.paragraphs = parts.paragraphs
    this.refusal = parts.refusal
    for (const entry of parts.entries) {
      const lines = this.#lines.get(entry.head)
      if (lines === undefined) this.#lines.set(entry.head, [entry])
      else lines.push(entry)
      const sameRow = this.#byRow.get(entry.row)
      if (sameRow === undefined) this.#byRow.set(entry.row, [entry])
      else sameRow.push(entry)
    }
    this.heads = [...this.#lines.keys()]
  }

  /** The answer to a question that several rules ask, worked out once. */
  once<Answer>(question: Question<Answer>): Answer {
    if (!this.#answers.has(question)) this.#answers.set(question, question(this))
    return this.#answers.get(question) as Answer
  }

  /** An entry's head line and the continuation lines below it. */
  lines(head: Entry): readonly Entry[] {
    return this.#lines.get(head) ?? [head]
  }

  /** Every cell of a column once that is not blank, even when it is merged over many rows. */
  *cells(role: Role): Iterable<Cell> {
    const index = this.layout.column(role)?.index
    if (index === undefined) return
    for (const entry of this.entries) {
      const cell = entry.own(role)
      if (cell?.row === entry.row && !isBlank(cell.text)) yield cell
    }
  }

  /** Every cell of a column once that is not blank, with the entries it speaks for. */
  groups(role: Role): Iterable<readonly [Cell, readonly Entry[]]> {
    const groups = new Map<Cell, Entry[]>()
    for (const entry of this.entries) {
      const cell = entry.cell(role)
      if (cell === undefined) continue
      const entries = groups.get(cell)
      if (entries === undefined) groups.set(cell, [entry])
      else entries.push(entry)
    }
    return groups
  }

  /** Every text of the body that is not blank, and the text outside the tables. */
  *passages(): Iterable<Passage> {
    yield* this.paragraphs
    const seq = this.layout.column('seq')?.index
    for (const entry of this.entries) {
      for (const cell of entry.cells) {
        if (cell.column !== seq && !isBlank(cell.text)) yield cell
      }
    }
  }

  /** The entry that a passage stands in; undefined for headers and paragraphs. */
  entryOf(passage: Passage): Entry | undefined {
    const cell = passage as Cell
    return this.#byRow.get(cell.row)?.find((entry) => entry.holds(cell))
  }

  /**
   * The column that a cell belongs to, in a repaired row another one than it stands in; the first
   * one, for a cell that is merged over several.
   */
  columnOf(cell: Cell): Column | undefined {
    const repair = this.#hasRepairs ? this.entryOf(cell)?.repair : undefined
    return this.layout.columns[(repair && belongsIn(repair, cell)) ?? cell.column]
  }

  /** The column that a cell stands in. */
  standsIn(cell: Cell): Column | undefined {
    return this.layout.columns[cell.column]
  }
}

/** The column that a repair puts a cell under; of two that are read as one, each has its own. */
function belongsIn({ cells, moves }: Repair, cell: Cell): number | undefined {
  const column = cells.indexOf(cell)
  return column >= 0 ? column : moves.find((move) => move.cell === cell)?.to
}

/** What a clerk calls a column: its own label without instructions in brackets, or the usual one. */
export function columnName({ label: written, role }: Column): string {
  const label = written.replace(/[（(“"].*$/u, '')
  const name = ROLE_NAMES[role]
  if (label === '' || label.length > LONGEST_LABEL) return name
  // A ledger calls its levels as it likes.
  if (role.startsWith('indicator.')) return label
  // 公开对象（全社会） below one label for two columns, 公开对象 where there is but one.
  const [group = '', part] = name.split('（')
  if (part !== undefined) return label.startsWith(group) ? label : `${group}（${label}）`
  // The label of the first level may stand over all of them.
  return /\.level[23]$/u.test(role) && !label.includes('级') ? name : label
}

/** Longer labels are sentences about the column. */
const LONGEST_LABEL = 12
