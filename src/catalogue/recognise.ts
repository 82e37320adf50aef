import type { Document, Paragraph, Passage, Table } from '../table/model.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import { alignLines, type Repair } from './align.ts'
import { Catalogue, Entry, Layout, type Sheet } from './catalogue.ts'
import { saysWhoLeads } from './headers.ts'
import { type Header, readCatalogueHeader, repeats } from './layout.ts'
import { readLedgerHeader } from './ledger-header.ts'
import { Grid } from './merge.ts'
import { type Prose, proseLedger, proseTasks } from './prose.ts'
import { type Refusal, refusalAt, refusalOf, scrambledRow } from './refusal.ts'
import { looksLikeReport, reportOf } from './report.ts'
import type { Kind } from './role.ts'
import { beginsEntry, continues, rowKind } from './rows.ts'
import type { Line } from './surroundings.ts'
import { agencyAbove, agencyOfTitle, dateLine, findTitle, kindOfDocument } from './title.ts'

/** What became of one table of a document. */
export interface TableVerdict {
  /** Number of the table in its document, from 0. */
  readonly table: number
  /** Name of its sheet, or its caption. */
  readonly name?: string
  readonly rows: number
  readonly columns: number
  /** The header that was found, or was nearly found. */
  readonly header?: Header
  /** One Chinese sentence why the table was passed over; absent when it was recognised. */
  readonly rejected?: string
}

/** What was recognised in a document, and why. */
export interface Recognition {
  /** Kind of the document; undefined when nothing was recognised. */
  readonly kind: Kind | undefined
  readonly title: Passage | undefined
  readonly agency: string | undefined
  /** The document's own date, YYYY-MM-DD. */
  readonly date: string | undefined
  readonly catalogues: readonly Catalogue[]
  readonly tables: readonly TableVerdict[]
}

/** Columns that a header must have for a table to be a catalogue, unless the kind is given. */
const LEAST_COLUMNS = 4
/** Columns that a header must have for a table to be a ledger that no title announces. */
const LEAST_LEDGER_COLUMNS = 3
/** Rows at the top of a table among which the header is looked for: title rows and notes may precede it. */
const HEADER_WITHIN = 40

/**
 * Finds the catalogues, ledgers or the annual report in a document. `kind` says that the caller
 * knows what it is, which lets two known columns be enough.
 */
export function recognise(document: Document, kind?: Kind): Recognition {
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph')
  const tables = document.blocks.filter((block) => block.kind === 'table')
  const grids = tables.map((table) => new Grid(table))
  const title = findTitle(document)
  const announced = title && kindOfDocument(title, document)
  const agency =
    title &&
    (agencyOfTitle(title.text) ??
      (announced === 'annual-report' ? agencyAbove(title, document) : undefined))
  const date = findDate(paragraphs)
  const found = { title, agency, date }

  const isReport =
    kind === undefined
      ? announced === 'annual-report' && looksLikeReport(title, paragraphs, grids)
      : kind === 'annual-report'
  if (isReport) {
    const report = reportOf(paragraphs, grids, title, agency)
    const verdicts = grids.map((grid, table) => verdict(grid, table))
    return { ...found, kind: 'annual-report', catalogues: [report], tables: verdicts }
  }

  const wanted = kind ?? (announced === 'annual-report' ? undefined : announced)
  const state = new Assembly(
    wanted,
    kind !== undefined,
    speaksOfOpenness(document),
    title,
    agency,
    paragraphs,
  )
  for (const [table, grid] of grids.entries()) state.take({ grid, table })
  const tabled = state.catalogues()
  const told = wanted === undefined || wanted === 'ledger' ? proseOf(tabled, paragraphs) : undefined
  const catalogues = told === undefined ? tabled : [proseLedger({ title, agency }, paragraphs)]
  return { ...found, kind: catalogues[0]?.kind, catalogues, tables: state.verdicts }
}

/** Sheets learn which of their rows are laid out wrong when all rows are known. */
interface DraftSheet extends Sheet {
  readonly repairs: Map<number, Repair>
}

/** Finds the rows that stand under the wrong columns; what is merged across a row belongs where it is. */
function repair(entries: readonly Entry[], layout: Layout): void {
  const open = entries.filter(({ cells }) => cells.every(({ columnSpan }) => columnSpan === 1))
  const repairs = alignLines(open.map(lineOf), layout)
  for (const [at, found] of repairs) {
    const entry = open[at]
    if (entry !== undefined) (entry.sheet as DraftSheet).repairs.set(entry.row, found)
  }
}

function lineOf({ sheet: { grid }, row, isHead }: Entry): Line {
  const width = grid.width(row)
  const cells = Array.from({ length: width }, (_, column) => grid.at(row, column))
  const own = cells.map((cell) => (cell?.row === row ? cell : undefined))
  if (!grid.hasSpans) return { cells: own, isHead }
  const covered = new Set<number>()
  for (const [at, cell] of cells.entries()) {
    if (cell !== undefined && own[at] === undefined) covered.add(at)
  }
  return { cells: own, covered, isHead }
}

/** A catalogue that is being put together, sheet by sheet. */
interface Draft {
  readonly kind: Kind
  readonly header: Header
  readonly sheets: Sheet[]
  readonly entries: Entry[]
  readonly refusal?: Refusal | undefined
}

/** The lines of an entry so far: the one that begins it, and the last one. */
interface Group {
  readonly head: Entry
  readonly above: Entry
}

class Assembly {
  readonly verdicts: TableVerdict[] = []
  readonly #drafts: Draft[] = []
  readonly #announced: Kind | undefined
  readonly #given: boolean
  /** Whether the document is about disclosure at all. */
  readonly #isOpen: boolean
  readonly #title: Passage | undefined
  readonly #agency: string | undefined
  readonly #paragraphs: readonly Paragraph[]
  #section = 0

  constructor(
    announced: Kind | undefined,
    given: boolean,
    isOpen: boolean,
    title: Passage | undefined,
    agency: string | undefined,
    paragraphs: readonly Paragraph[],
  ) {
    this.#announced = announced
    this.#given = given
    this.#isOpen = isOpen
    this.#title = title
    this.#agency = agency
    this.#paragraphs = paragraphs
  }

  catalogues(): readonly Catalogue[] {
    const first = this.#drafts.findIndex(({ refusal }) => refusal === undefined)
    return this.#drafts.map(({ kind, header, sheets, entries, refusal }, index) => {
      if (kind !== 'ledger') repair(entries, header.layout)
      return new Catalogue({
        kind,
        ...(this.#title && { title: this.#title }),
        ...(this.#agency !== undefined && { agency: this.#agency }),
        header: header.cells,
        layout: header.layout,
        sheets,
        entries,
        paragraphs: index === Math.max(0, first) ? this.#paragraphs : [],
        ...(refusal && { refusal }),
      })
    })
  }

  take({ grid, table }: Pick<Sheet, 'grid' | 'table'>): void {
    const sheet: DraftSheet = { grid, table, repairs: new Map() }
    if (isHiddenSheet(grid.table)) {
      this.verdicts.push({ ...verdict(grid, table), rejected: '它在隐藏的工作表里，不检查。' })
      return
    }
    const from = this.#findHeader(grid)
    if (typeof from === 'object') {
      this.#read(sheet, from)
      const { refusal } = this.#drafts.at(-1) ?? {}
      this.verdicts.push({
        ...verdict(grid, table, from),
        ...(refusal && { rejected: whyRefused(refusal) }),
      })
      return
    }
    if (this.#takeScrambled(sheet)) return
    const last = this.#drafts.at(-1)
    if (last !== undefined && continues(grid, last.header.layout)) {
      this.#section++
      last.sheets.push(sheet)
      this.#entries(last, sheet, 0)
      this.verdicts.push(verdict(grid, table, last.header))
      return
    }
    this.verdicts.push({ ...verdict(grid, table), rejected: from })
  }

  /** Takes a table whose header cannot be read because its labels were scrambled. */
  #takeScrambled(sheet: DraftSheet): boolean {
    const { grid, table } = sheet
    if (this.#announced === 'ledger') return false
    const row = scrambledRow(grid, HEADER_WITHIN)
    const refusal = row === undefined ? undefined : refusalAt(grid, row)
    if (row === undefined || refusal === undefined) return false
    const header = emptyHeader(grid, row)
    const kind = this.#announced ?? 'catalogue'
    this.#drafts.push({ kind, header, sheets: [sheet], entries: [], refusal })
    this.verdicts.push({ ...verdict(grid, table), rejected: whyRefused(refusal) })
    return true
  }

  /** The first header of a table, or the sentence that says why there is none. */
  #findHeader(grid: Grid): Header | string {
    let nearest: Header | undefined
    for (let row = 0; row < Math.min(grid.rows, HEADER_WITHIN); row++) {
      const header = this.#headerAt(grid, row)
      if (header === undefined) continue
      if (this.#suffices(header)) return header
      if (nearest === undefined || header.known.size > nearest.known.size) nearest = header
    }
    const ledger = this.#isOpen && !this.#given ? this.#ledgerHeader(grid) : undefined
    if (ledger !== undefined) return ledger
    if (nearest === undefined) {
      return '前几行里没有目录的栏目名称（如“公开事项”“公开内容”“公开依据”“公开时限”“公开主体”）。'
    }
    const names = nearest.layout.columns
      .filter(({ role }) => role !== 'other')
      .map(({ label }) => `“${label}”`)
      .join('')
    return nearest.known.size < LEAST_COLUMNS
      ? `第${nearest.row + 1}行只认出${names}，少于${LEAST_COLUMNS}个栏目，不足以认定为目录。`
      : `第${nearest.row + 1}行认出${names}，但没有一个“公开……”栏目，标题也没有写明是公开目录，不认定为目录。`
  }

  /** The header of a ledger that no title announces: it says in so many words who leads. */
  #ledgerHeader(grid: Grid): Header | undefined {
    for (let row = 0; row < Math.min(grid.rows, HEADER_WITHIN); row++) {
      const header = readLedgerHeader(grid, row)
      if (header === undefined || header.known.size < LEAST_LEDGER_COLUMNS) continue
      const leads = header.layout.columns.some(({ label }) => saysWhoLeads(label))
      const says = [...header.known].some((role) => role.startsWith('indicator.'))
      if (says && (leads || header.layout.has('deadline'))) return header
    }
    return undefined
  }

  #headerAt(grid: Grid, row: number, draft?: Draft): Header | undefined {
    return this.#announced === 'ledger' || draft?.kind === 'ledger'
      ? readLedgerHeader(grid, row)
      : readCatalogueHeader(grid, row)
  }

  #suffices(header: Header): boolean {
    if (this.#given || header.isLedger) return header.known.size >= 2
    const says = header.known.has('item') || header.known.has('content')
    const open = header.speaksOfDisclosure || this.#announced !== undefined
    return says && open && header.known.size >= LEAST_COLUMNS
  }

  #read(sheet: DraftSheet, header: Header): void {
    this.#section++
    const kind = this.#kindOf(header)
    const refusal = kind === 'ledger' ? undefined : refusalOf(sheet.grid, header)
    const draft: Draft = { kind, header, sheets: [sheet], entries: [], refusal }
    this.#drafts.push(draft)
    this.#entries(draft, sheet, header.row + header.depth)
  }

  #kindOf(header: Header): Kind {
    if (header.isLedger) return 'ledger'
    if (this.#announced === 'domain-catalogue') return this.#announced
    if (this.#given && this.#announced !== undefined) return this.#announced
    return header.known.has('level') ? 'domain-catalogue' : 'catalogue'
  }

  #entries(draft: Draft, sheet: DraftSheet, from: number): void {
    if (draft.refusal !== undefined) return
    const { grid } = sheet
    const { header } = draft
    const { layout } = header
    let group: Group | undefined
    let before: Entry | undefined
    for (let row = from; row < grid.rows; row++) {
      const kind = rowKind(grid, row, layout)
      if (kind === 'blank' || kind === 'note') continue
      if (kind === 'heading') {
        this.#section++
        group = undefined
        before = undefined
        continue
      }
      if (kind === 'header') {
        if (repeats(grid, row, header)) {
          this.#section++
          before = undefined
          // The second row of the header has no 序号 and would pass for a continuation line.
          if (header.depth > 1 && row + 1 < grid.rows && repeats(grid, row + 1, header)) row++
          continue
        }
        const other = this.#headerAt(grid, row, draft)
        if (other !== undefined && this.#suffices(other)) {
          this.#read(sheet, other)
          return
        }
      }
      const begins = group === undefined || beginsEntry(grid, row, layout, group.head)
      const kinship = begins ? before && { before } : group
      const entry = new Entry(layout, sheet, row, this.#section, kinship)
      if (begins) before = entry
      group = { head: entry.head, above: entry }
      draft.entries.push(entry)
    }
  }
}

/** A header of which nothing is known but where it stands. */
function emptyHeader(grid: Grid, row: number): Header {
  return {
    row,
    depth: 1,
    layout: new Layout([]),
    cells: (grid.table.rows[row] ?? []).filter(({ text }) => !isBlank(text)),
    labels: [],
    known: new Set(),
    speaksOfDisclosure: false,
  }
}

function whyRefused(refusal: Refusal): string {
  return refusal.kind === 'scrambled'
    ? `表头的字在转换时打乱了（如“${withoutSpace(refusal.at.text)}”），不逐格判断。`
    : '表头缺了好几栏，时限散在各栏，转换时把栏读乱了，不逐格判断。'
}

/** A sheet that nobody sees is not checked; what a page hides behind a tab is. */
function isHiddenSheet({ hidden, rows }: Table): boolean {
  const first = rows.find((row) => row.length > 0)?.[0]
  return hidden?.sheet === true && first?.origin.kind === 'sheet'
}

function verdict(grid: Grid, table: number, header?: Header): TableVerdict {
  const { name } = grid.table
  return {
    table,
    ...(name !== undefined && { name }),
    rows: grid.rows,
    columns: grid.columns,
    ...(header && { header }),
  }
}

/** What a document without a recognised table tells as a ledger in prose. */
function proseOf(
  tabled: readonly Catalogue[],
  paragraphs: readonly Paragraph[],
): Prose | undefined {
  return tabled.length === 0 && paragraphs.some(({ text }) => OPENNESS.test(withoutSpace(text)))
    ? proseTasks(paragraphs)
    : undefined
}

// 政务公开工作要点分工 · 政府信息公开任务
const OPENNESS = /政务公开|信息公开|公开工作/u

/** As many cells that speak of something open make a table one about disclosure. */
const OPEN_CELLS = 3

/** Whether a document says near its beginning that it is about disclosure, or often what is open. */
function speaksOfOpenness({ blocks }: Document): boolean {
  return blocks.slice(0, 40).some((block) => {
    if (block.kind === 'paragraph') return OPENNESS.test(withoutSpace(block.text))
    const texts = block.rows.slice(0, HEADER_WITHIN).flatMap((row) => row.map(({ text }) => text))
    const open = texts.filter((text) => text.includes('公开'))
    return open.length >= OPEN_CELLS || open.some((text) => OPENNESS.test(withoutSpace(text)))
  })
}

function findDate(paragraphs: readonly Paragraph[]): string | undefined {
  for (const { text } of paragraphs.toReversed()) {
    const date = dateLine(text)
    if (date !== undefined) return date
  }
  return undefined
}
