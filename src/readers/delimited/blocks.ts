import type { Block, Paragraph, Table } from '../../table/model.ts'
import { isBlank } from '../../text/normalise.ts'
import { MAX_COLUMNS, UnreadableError } from '../reader.ts'
import type { Field } from './scan.ts'

type Row = readonly Field[]

/**
 * Records as paragraphs and tables: a record of one field is a paragraph, adjacent records of more
 * are a table, a blank record parts two tables.
 */
export function* groupBlocks(records: Iterable<Row>): Generator<Block> {
  let run: Row[] = []
  let isFirst = true
  for (const record of records) {
    refuseTooWide(record)
    const blank = record.every((field) => isBlank(field.text))
    if (!blank && record.length > 1) {
      run.push(record)
      continue
    }
    for (const block of blocksOfRun(run, isFirst)) {
      if (block.kind === 'table') isFirst = false
      yield block
    }
    run = []
    if (!blank) yield* paragraphs([record])
  }
  yield* blocksOfRun(run, isFirst)
}

/** Fails past the column limit. */
export function refuseTooWide(row: Row): void {
  if (row.length <= MAX_COLUMNS) return
  throw new UnreadableError(
    'too-many-columns',
    `表格有一行超过 ${MAX_COLUMNS} 列，无法读取；应当核对文件的分隔符。`,
  )
}

function* blocksOfRun(run: readonly Row[], isFirst: boolean): Generator<Block> {
  const lines = countLines(run, isFirst)
  yield* paragraphs(run.slice(0, lines))
  if (lines < run.length) yield tableOf(run.slice(lines))
}

/**
 * How many rows at the beginning of a run are lines of text that a spreadsheet has padded with
 * separators. A run without a second value anywhere is all text: titles, prose and notes between
 * blank rows. So is the title on top of the first table, `示例市教育局主动公开事项目录,,,,,` – but where
 * such lines also stand further down they are the table's own section rows, as 第二十条第（一）项,,, is
 * in an annual report, and stay. Everything else is left to recognition.
 */
function countLines(run: readonly Row[], isFirst: boolean): number {
  const lines = run.findIndex((row) => !isPaddedLine(row))
  if (lines === -1) return run.length
  return isFirst && !run.slice(lines).some(isPaddedLine) ? lines : 0
}

function isPaddedLine([first, ...rest]: Row): boolean {
  return first !== undefined && !isBlank(first.text) && rest.every(({ text }) => isBlank(text))
}

function* paragraphs(rows: readonly Row[]): Generator<Paragraph> {
  for (const [line] of rows) if (line !== undefined) yield paragraphOf(line)
}

export function paragraphOf({ text, origin }: Field): Paragraph {
  return { kind: 'paragraph', text, origin }
}

/** A table of cells that are each one row high and one column wide. */
export function tableOf(rows: readonly Row[]): Table {
  return {
    kind: 'table',
    rows: rows.map((fields, row) =>
      fields.map(({ text, origin }, column) => ({
        text,
        origin,
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
      })),
    ),
  }
}
