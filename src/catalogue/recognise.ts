import type { Document, Paragraph, Passage, Table } from '../table/model.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import { Catalogue, Entry, Layout, type Sheet } from './catalogue.ts'
import { type Header, readCatalogueHeader, readLedgerHeader, repeats } from './layout.ts'
import { Grid } from './merge.ts'
import type { Kind } from './role.ts'
import { agencyOfTitle, dateLine, kindOfTitle } from './title.ts'

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
  const title = findTitle(document, tables)
  const announced = title && kindOfTitle(title.text)
  const agency = title && agencyOfTitle(title.text)
  const date = findDate(paragraphs)
  const found = { title, agency, date }

  if (kind === 'annual-report' || (kind === undefined && announced === 'annual-report')) {
    const report = reportOf(paragraphs, grids, title, agency)
    if (kind !== undefined || looksLikeReport(paragraphs, grids)) {
      const verdicts = grids.map((grid, table) => verdict(grid, table))
      return { ...found, kind: 'annual-report', catalogues: [report], tables: verdicts }
    }
  }

  const wanted = kind ?? (announced === 'annual-report' ? undefined : announced)
  const state = new Assembly(wanted, kind !== undefined, title, agency, paragraphs)
  for (const [table, grid] of grids.entries()) state.take({ grid, table })
  const catalogues = state.catalogues()
  return { ...found, kind: catalogues[0]?.kind, catalogues, tables: state.verdicts }
}

/** A catalogue that is being put together, sheet by sheet. */
interface Draft {
  readonly kind: Kind
  readonly header: Header
  readonly sheets: Sheet[]
  readonly entries: Entry[]
}

class Assembly {
  readonly verdicts: TableVerdict[] = []
  readonly #drafts: Draft[] = []
  readonly #announced: Kind | undefined
  readonly #given: boolean
  readonly #title: Passage | undefined
  readonly #agency: string | undefined
  readonly #paragraphs: readonly Paragraph[]
  #section = 0

  constructor(
    announced: Kind | undefined,
    given: boolean,
    title: Passage | undefined,
    agency: string | undefined,
    paragraphs: readonly Paragraph[],
  ) {
    this.#announced = announced
    this.#given = given
    this.#title = title
    this.#agency = agency
    this.#paragraphs = paragraphs
  }

  catalogues(): readonly Catalogue[] {
    return this.#drafts.map(
      ({ kind, header, sheets, entries }, index) =>
        new Catalogue({
          kind,
          ...(this.#title && { title: this.#title }),
          ...(this.#agency !== undefined && { agency: this.#agency }),
          header: header.cells,
          layout: header.layout,
          sheets,
          entries,
          paragraphs: index === 0 ? this.#paragraphs : [],
        }),
    )
  }

  take(sheet: Sheet): void {
    const { grid, table } = sheet
    if (isHiddenSheet(grid.table)) {
      this.verdicts.push({ ...verdict(grid, table), rejected: '它在隐藏的工作表里，不检查。' })
      return
    }
    const from = this.#findHeader(grid)
    if (typeof from === 'object') {
      this.#read(sheet, from)
      this.verdicts.push(verdict(grid, table, from))
      return
    }
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

  /** The first header of a table, or the sentence that says why there is none. */
  #findHeader(grid: Grid): Header | string {
    let nearest: Header | undefined
    for (let row = 0; row < Math.min(grid.rows, HEADER_WITHIN); row++) {
      const header = this.#headerAt(grid, row)
      if (header === undefined) continue
      if (this.#suffices(header)) return header
      if (nearest === undefined || header.known.size > nearest.known.size) nearest = header
    }
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

  #headerAt(grid: Grid, row: number): Header | undefined {
    return this.#announced === 'ledger'
      ? readLedgerHeader(grid, row)
      : readCatalogueHeader(grid, row)
  }

  #suffices(header: Header): boolean {
    if (this.#given) return header.known.size >= 2
    if (this.#announced === 'ledger') return header.known.size >= 2
    const says = header.known.has('item') || header.known.has('content')
    const open = header.speaksOfDisclosure || this.#announced !== undefined
    return says && open && header.known.size >= LEAST_COLUMNS
  }

  #read(sheet: Sheet, header: Header): void {
    this.#section++
    const draft: Draft = { kind: this.#kindOf(header), header, sheets: [sheet], entries: [] }
    this.#drafts.push(draft)
    this.#entries(draft, sheet, header.row + header.depth)
  }

  #kindOf(header: Header): Kind {
    if (this.#announced === 'ledger' || this.#announced === 'domain-catalogue') {
      return this.#announced
    }
    if (this.#given && this.#announced !== undefined) return this.#announced
    return header.known.has('level') ? 'domain-catalogue' : 'catalogue'
  }

  #entries(draft: Draft, sheet: Sheet, from: number): void {
    const { grid } = sheet
    const { header } = draft
    const seqColumn = header.layout.column('seq')?.index
    let head: Entry | undefined
    let above: Entry | undefined
    let before: Entry | undefined
    for (let row = from; row < grid.rows; row++) {
      const kind = rowKind(grid, row, header)
      if (kind === 'blank' || kind === 'note') continue
      if (kind === 'header') {
        if (repeats(grid, row, header)) {
          this.#section++
          before = undefined
          continue
        }
        const other = this.#headerAt(grid, row)
        if (other !== undefined && this.#suffices(other)) {
          this.#read(sheet, other)
          return
        }
      }
      if (kind === 'heading') {
        this.#section++
        head = undefined
        above = undefined
        before = undefined
        continue
      }
      const begins = head === undefined || beginsEntry(grid, row, seqColumn, header.layout, head)
      const kinship = begins
        ? { ...(head && before === undefined ? {} : before && { before }) }
        : { ...(head && { head }), ...(above && { above }) }
      const entry = new Entry(header.layout, sheet, row, this.#section, kinship)
      if (begins) {
        head = entry
        before = entry
      }
      above = entry
      draft.entries.push(entry)
    }
  }
}

type RowKind = 'blank' | 'note' | 'heading' | 'header' | 'entry'

const NOTE = /^(?:注|备注|说明|填表说明|备\s*注)\s*[：:0-9]/u

function rowKind(grid: Grid, row: number, { layout }: Header): RowKind {
  const cells = grid.table.rows[row] ?? []
  let filled = 0
  let only: string | undefined
  let onlyColumn = -1
  let spans = 1
  for (const cell of cells) {
    if (isBlank(cell.text)) continue
    filled++
    only = cell.text
    onlyColumn = cell.column
    spans = cell.columnSpan
  }
  if (filled === 0 || only === undefined) return 'blank'
  if (filled === 1 && cells.length > 0) {
    const seq = layout.column('seq')?.index
    const across = spans > layout.width / 2
    if (across || (onlyColumn === (seq ?? 0) && !isNumber(only))) {
      return NOTE.test(only.trim()) ? 'note' : 'heading'
    }
    return 'entry'
  }
  const first = withoutSpace(grid.at(row, layout.column('seq')?.index ?? 0)?.text ?? '')
  if (isColumnNumbers(cells.map(({ text }) => withoutSpace(text)))) return 'blank'
  if (first !== '' && !isNumber(first) && filled >= 3) return 'header'
  return 'entry'
}

function isNumber(text: string): boolean {
  return /^[（(]?[\d０-９.．\-—①-⑳]{1,10}[）)、.．]?$/u.test(withoutSpace(text))
}

/** A row that only numbers the columns: 1 | 2 | 3 | 4 … */
function isColumnNumbers(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '')
  return filled.length >= 4 && filled.every((text, index) => text === String(index + 1))
}

/**
 * Whether a row begins an entry. Rows are numbered in nearly every catalogue, and a row without a
 * number continues the one above; without a 序号 column, a row of a ledger is an entry, and one of
 * a catalogue when it says at least half as much as the last head did.
 */
function beginsEntry(
  grid: Grid,
  row: number,
  seqColumn: number | undefined,
  layout: Layout,
  head: Entry,
): boolean {
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
function continues(grid: Grid, layout: Layout): boolean {
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

/** The passage that names the document: the first that announces a kind, else the first heading. */
function findTitle(document: Document, tables: readonly Table[]): Passage | undefined {
  const candidates: Passage[] = []
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') candidates.push(block)
    else candidates.push(...titleRows(block))
    if (candidates.length > 20) break
  }
  const short = candidates.filter(({ text }) => !isBlank(text) && withoutSpace(text).length <= 80)
  const announcing = short.find(
    ({ text }) => kindOfTitle(text) !== undefined && !/[。；]$/u.test(text.trim()),
  )
  const heading = short.find((passage) => (passage as Paragraph).heading !== undefined)
  return announcing ?? heading ?? (tables.length > 0 ? short[0] : undefined)
}

/** Rows at the top of a table in which a single cell is filled, as a title above the header. */
function titleRows(table: Table): readonly Passage[] {
  const titles: Passage[] = []
  for (const row of table.rows.slice(0, 3)) {
    const filled = row.filter((cell) => !isBlank(cell.text))
    const [only] = filled
    if (only === undefined || filled.length > 1) break
    titles.push(only)
  }
  return titles
}

function findDate(paragraphs: readonly Paragraph[]): string | undefined {
  for (const { text } of paragraphs.toReversed()) {
    const date = dateLine(text)
    if (date !== undefined) return date
  }
  return undefined
}

const REPORT_PART =
  /^(?:[一二三四五六]、)?(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|存在的主要问题及改进情况|其他需要报告的事项)/u
const REPORT_TABLE = /本年新收政府信息公开申请数量|现行有效件数|本年处理决定数量/u

/** A report shows its own parts or its own tables; a title alone could announce a template or a list. */
function looksLikeReport(paragraphs: readonly Paragraph[], grids: readonly Grid[]): boolean {
  return (
    paragraphs.some(({ text }) => REPORT_PART.test(withoutSpace(text))) ||
    grids.some(({ table }) =>
      table.rows
        .slice(0, 20)
        .flat()
        .some(({ text }) => REPORT_TABLE.test(withoutSpace(text))),
    )
  )
}

function reportOf(
  paragraphs: readonly Paragraph[],
  grids: readonly Grid[],
  title: Passage | undefined,
  agency: string | undefined,
): Catalogue {
  return new Catalogue({
    kind: 'annual-report',
    ...(title && { title }),
    ...(agency !== undefined && { agency }),
    header: [],
    layout: new Layout([]),
    sheets: grids.map((grid, table) => ({ grid, table })),
    entries: [],
    paragraphs,
  })
}
