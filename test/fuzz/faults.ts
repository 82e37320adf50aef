import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '../../src/readers/reader.ts'
import type { Block, Document, Passage, Table } from '../../src/table/model.ts'
import type { Origin, PageOrigin, Piece, SheetOrigin, TextOrigin } from '../../src/table/origin.ts'

/** What a document must never be, whatever its file was; one line for each fault. */
export function* faultsOf(document: Document): Generator<string> {
  const tables = tablesOf(document.blocks)
  const cells = tables.reduce(
    (sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0),
    0,
  )
  if (cells > MAX_CELLS) yield `${cells} cells`
  for (const table of tables) yield* faultsOfTable(table)
  for (const passage of passagesOf(document, tables)) {
    for (const fault of faultsOfOrigin(passage, document)) {
      yield `${fault} of ${JSON.stringify(passage.text.slice(0, 40))}`
    }
  }
  for (const block of document.blocks) {
    if (block.kind === 'paragraph' && block.heading !== undefined && !isCount(block.heading)) {
      yield `heading ${block.heading}`
    }
  }
  for (const { text } of document.notices) if (!isSentence(text)) yield `notice ${text}`
}

/** One Chinese sentence that neither begs nor blames. */
export function isSentence(text: string): boolean {
  return /^[^。\n]+。$/u.test(text) && !/[请您]/u.test(text)
}

function tablesOf(blocks: readonly Block[]): readonly Table[] {
  return blocks
    .filter((block) => block.kind === 'table')
    .flatMap((table) => [table, ...tablesOf(table.nested ?? [])])
}

function* passagesOf(
  { blocks, asides = [] }: Document,
  tables: readonly Table[],
): Generator<Passage> {
  for (const block of blocks) if (block.kind === 'paragraph') yield block
  yield* asides
  for (const { rows } of tables) for (const row of rows) yield* row
}

function* faultsOfTable({ rows, headerRows = 0, hidden }: Table): Generator<string> {
  if (rows.length > MAX_ROWS) yield `${rows.length} rows`
  if (headerRows < 0 || headerRows > rows.length)
    yield `${headerRows} header rows of ${rows.length}`
  // For each column the first row that no cell covers.
  const free: number[] = []
  let next = 0
  for (const [index, cells] of rows.entries()) {
    next = 0
    for (const { row, column, rowSpan, columnSpan } of cells) {
      const place = `row ${row} column ${column} (${rowSpan} by ${columnSpan})`
      if (row !== index) yield `${place} stands in row ${index}`
      if (!isCount(rowSpan) || !isCount(columnSpan)) yield `${place} covers nothing`
      if (column < next) yield `${place} is out of order`
      if (row + rowSpan > rows.length) yield `${place} reaches below row ${rows.length}`
      if (column + columnSpan > MAX_COLUMNS) yield `${place} reaches too far`
      next = column + columnSpan
      for (let at = column; at < next; at++) {
        if ((free[at] ?? 0) > index) yield `${place} lies on another`
        free[at] = index + rowSpan
      }
    }
  }
  for (const row of hidden?.rows ?? [])
    if (!(row >= 0 && row < rows.length)) yield `hidden row ${row}`
  for (const column of hidden?.columns ?? []) {
    if (!(column >= 0 && column < MAX_COLUMNS)) yield `hidden column ${column}`
  }
}

function faultsOfOrigin({ text, origin }: Passage, document: Document): Generator<string> {
  switch (origin.kind) {
    case 'text':
      return faultsOfText(text, origin, document.source)
    case 'sheet':
      return faultsOfSheet(text, origin)
    case 'word':
      return faultsOfWord(text, origin)
    case 'page':
      return faultsOfPage(origin, document.pages)
  }
}

function* faultsOfText(
  text: string,
  { start, end, offsets }: TextOrigin,
  source = '',
): Generator<string> {
  if (!(start >= 0 && start <= end && end <= source.length)) {
    yield `${start} to ${end} in ${source.length}`
  }
  if (offsets === undefined) {
    if (source.slice(start, end) !== text) yield `other text at ${start} to ${end}`
    return
  }
  if (offsets.length !== text.length + 1) yield `${offsets.length} offsets for ${text.length}`
  let last = start
  for (const offset of offsets) {
    if (!(offset >= last && offset <= end)) yield `offset ${offset} in ${start} to ${end}`
    last = offset
  }
}

const ADDRESS = /^[A-Z]{1,3}[1-9]\d{0,6}$/u

function* faultsOfSheet(text: string, { address, range, pieces }: SheetOrigin): Generator<string> {
  for (const one of [address, ...(range?.split(':') ?? [])]) {
    if (!ADDRESS.test(one)) yield `address ${one}`
  }
  if (range !== undefined && !range.startsWith(`${address}:`)) yield `range ${range} at ${address}`
  yield* faultsOfPieces(text, pieces)
}

function* faultsOfWord(text: string, origin: Extract<Origin, { kind: 'word' }>): Generator<string> {
  const { table = 1, row = 1, column = 1, cellInRow = 1, paragraph, pieces } = origin
  const numbers = [table, row, column, cellInRow, paragraph]
  if (!numbers.every(isCount)) yield `numbers ${numbers}`
  yield* faultsOfPieces(text, pieces)
}

function* faultsOfPieces(text: string, pieces: readonly Piece[] = []): Generator<string> {
  let last = 0
  for (const { start, end, part, from, to } of pieces) {
    if (!(start >= last && start <= end && end <= text.length)) yield `piece ${start} to ${end}`
    if (!(from >= 0 && from <= to) || part === '') yield `piece from ${from} to ${to} of ${part}`
    last = end
  }
}

function* faultsOfPage({ page, box }: PageOrigin, pages = 0): Generator<string> {
  const { left, top, right, bottom } = box
  if (!isCount(page) || page > pages) yield `page ${page} of ${pages}`
  if (!(left <= right && top <= bottom)) yield `box ${[left, top, right, bottom]}`
}

function isCount(number: number): boolean {
  return Number.isInteger(number) && number > 0
}
