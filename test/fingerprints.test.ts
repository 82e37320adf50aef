import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { recognise } from '../src/catalogue/recognise.ts'
import type { Diagnostic } from '../src/engine/diagnostic.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { pdfAssets } from '../src/node/pdf-assets.ts'
import { readDocument } from '../src/readers/choose.ts'
import { outdent, unmark } from '../src/rule/example.ts'
import type { Rule } from '../src/rule/rule.ts'
import type { Block, Cell, Document, Table } from '../src/table/model.ts'
import { CORPUS, corpusIsRequired, hasCorpus } from './corpus.ts'

const authorities = loadAuthorities()

/**
 * Rules about the order of rows, or about blanks that mean what stands above them: another order is
 * another document to them.
 */
const ABOUT_ORDER: ReadonlySet<string> = new Set([
  'audience-missing',
  'basis-missing',
  'channel-missing',
  'content-missing',
  'deadline-missing',
  'deadline-unparseable',
  'item-duplicate',
  'item-level-inconsistent',
  'item-name-missing',
  'ledger-indicator-missing',
  'ledger-lead-missing',
  'level-missing',
  'method-missing',
  'num-seq-duplicate',
  'num-seq-gap',
  'subject-missing',
])

type Reorder = <T>(rows: readonly T[]) => readonly T[]

const ORDERS: readonly (readonly [string, Reorder])[] = [
  ['the last first', (rows) => rows.toReversed()],
  ['the first last', ([first, ...rest]) => (first === undefined ? [] : [...rest, first])],
]

const documents = readdirSync('fixtures/documents').map((name) => {
  const file = readdirSync(join('fixtures/documents', name)).find((one) => /^source\./u.test(one))
  return join('fixtures/documents', name, file ?? '')
})

describe('sorting rows', () => {
  test.each(rules.filter(({ id }) => !ABOUT_ORDER.has(id)))(
    'changes no fingerprint of $id',
    async (rule) => {
      for (const { table } of rule.examples.bad) {
        const { source } = unmark(outdent(table))
        const name = source.includes('<table') ? '例.html' : '例.md'
        const document = await read(name, Buffer.from(source))
        for (const [, order] of ORDERS) expectSame(document, reordered(document, order), [rule])
      }
    },
  )

  test.each(documents)('changes no fingerprint in %s', async (file) => {
    const document = await read(file, readFileSync(file))
    for (const [, order] of ORDERS) {
      expectSame(document, reordered(document, order), withoutOrder(rules))
    }
  })

  test('really moves rows', async () => {
    const document = await read(
      '目录.tsv',
      readFileSync('fixtures/documents/edu-bureau/source.tsv'),
    )
    const places = (one: Document) => found(one, rules).map(({ location }) => location.row)
    expect(places(reordered(document, ORDERS[0]?.[1] ?? ((rows) => rows)))).not.toEqual(
      places(document),
    )
  })
})

describe('inserting a row', () => {
  test.each(documents)('changes no fingerprint in %s', async (file) => {
    const document = await read(file, readFileSync(file))
    const before = prints(found(document, withoutOrder(rules)))
    const after = prints(found(withRow(document), withoutOrder(rules)))
    expect([...before].filter((print) => !after.has(print))).toEqual([])
  })
})

test('what is missing at one place is told apart by what it is', async () => {
  const document = await read('目录.tsv', readFileSync('fixtures/documents/edu-bureau/source.tsv'))
  const [rule] = rules.filter(({ id }) => id === 'complete-required-item')
  const missing = (...names: readonly string[]): Rule[] => {
    if (rule === undefined) return []
    const check: Rule['check'] = ({ catalogue: { header } }) =>
      names.flatMap((about) => {
        const data = { item: about, basis: '', example: '' }
        return header
          .slice(0, 1)
          .map((passage) => ({ message: 'must', data, about, at: { passage } }))
      })
    return [{ ...rule, check }]
  }
  const both = found(document, missing('公开指南', '公开制度'))
  const printOf = (name: string) => both.find(({ message }) => message.includes(name))?.fingerprint
  const [left] = found(document, missing('公开制度'))
  expect(left?.fingerprint).toBe(printOf('公开制度'))
  expect(left?.fingerprint).not.toBe(printOf('公开指南'))
})

describe('another format', () => {
  // The formats that keep merged cells; where they are lost, blanks are judged another way.
  const folder = 'fixtures/one-table'
  const merged = /^catalogue\.(?:xls|et|docx?|wps|html|pdf)$/u
  test.each(readdirSync(folder).filter((name) => merged.test(name)))(
    'one table as %s has the same fingerprints',
    async (name) => {
      const [one, other] = [join(folder, 'catalogue.xlsx'), join(folder, name)]
      expectSame(await read(one, readFileSync(one)), await read(other, readFileSync(other)), rules)
    },
  )

  const samples = join(CORPUS, 'formats/samples')
  const names = existsSync(samples) ? readdirSync(samples).filter((name) => /^00/u.test(name)) : []
  const converted = names.flatMap((name) =>
    readdirSync(join(samples, name))
      .filter((file) => !/\.(?:json|xlsx|pdf)$/u.test(file))
      .map((file) => [join(samples, name), file] as const),
  )

  test.skipIf(!hasCorpus && !corpusIsRequired)(
    'is tried with catalogues, a report, a ledger',
    () => {
      expect(converted.length).toBeGreaterThan(45)
    },
  )

  test.each(converted)('%s/%s has the fingerprints of the workbook', async (folder, file) => {
    const workbook = file.replace(/\..*$/u, '.xlsx')
    const [one, other] = [join(folder, workbook), join(folder, file)]
    expectSame(await read(one, readFileSync(one)), await read(other, readFileSync(other)), rules)
  })
})

function read(name: string, bytes: Uint8Array): Promise<Document> {
  return readDocument({ name, bytes }, { pdf: pdfAssets() })
}

function withoutOrder(all: readonly Rule[]): readonly Rule[] {
  return all.filter(({ id }) => !ABOUT_ORDER.has(id))
}

function found(document: Document, active: readonly Rule[]): readonly Diagnostic[] {
  // Cells that were moved no longer stand where they stood in the text.
  const { source: _, ...rest } = document
  const settings = { rules: active.map((rule) => ({ rule })), authorities, today: '2026-11-21' }
  return lint(rest, { ...settings, asOf: '2026-11-21' }).diagnostics
}

function prints(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.map(({ fingerprint }) => fingerprint))
}

function expectSame(one: Document, other: Document, active: readonly Rule[]): void {
  const told = (document: Document) =>
    found(document, active)
      .map(({ rule, messageId, fingerprint }) => `${rule} ${messageId} ${fingerprint}`)
      .sort()
  expect(told(other)).toEqual(told(one))
}

/** A document whose entries stand in another order; each keeps the lines that belong to it. */
function reordered(document: Document, order: Reorder): Document {
  const blocks = [...document.blocks]
  const { catalogues } = recognise(document)
  for (const catalogue of catalogues) {
    for (const { table, lines } of movable(catalogue)) {
      const at = blocks.indexOf(table)
      if (at >= 0) blocks[at] = withLines(table, lines, order(lines))
    }
  }
  return { ...document, blocks }
}

interface Movable {
  readonly table: Table & Block
  /** Rows that have to stay together. */
  readonly lines: readonly (readonly number[])[]
}

function* movable(catalogue: Catalogue): Generator<Movable> {
  const outer = catalogue.kind === 'ledger' ? 'indicator.level1' : 'item.level1'
  for (const sheet of catalogue.sheets) {
    const { table } = sheet.grid
    const isMerged = table.rows.some((row) => row.some(({ rowSpan }) => rowSpan > 1))
    if (isMerged || (sheet.repairs?.size ?? 0) > 0) continue
    const lines: number[][] = []
    for (const head of catalogue.heads.filter((one) => one.sheet === sheet)) {
      const rows = catalogue.lines(head).map(({ row }) => row)
      // A blank label is that of the row above.
      if (catalogue.layout.has(outer) && isBlank(head, outer)) lines.at(-1)?.push(...rows)
      else lines.push(rows)
    }
    if (lines.length > 1) yield { table, lines }
  }
}

function isBlank(entry: Entry, role: 'item.level1' | 'indicator.level1'): boolean {
  return (entry.own(role)?.text ?? '').trim() === ''
}

function withLines(
  table: Table & Block,
  lines: readonly (readonly number[])[],
  ordered: readonly (readonly number[])[],
): Table & Block {
  const rows: (readonly Cell[])[] = [...table.rows]
  const from = ordered.flat()
  for (const [index, row] of lines
    .flat()
    .sort((a, b) => a - b)
    .entries()) {
    rows[row] = (table.rows[from[index] ?? row] ?? []).map((cell) => ({ ...cell, row }))
  }
  return { ...table, rows }
}

/** A document with one more entry in front of the second entry of each table. */
function withRow(document: Document): Document {
  const blocks = [...document.blocks]
  for (const catalogue of recognise(document).catalogues) {
    for (const { table, lines } of movable(catalogue)) {
      const at = blocks.indexOf(table)
      const row = lines[1]?.[0]
      if (at < 0 || row === undefined) continue
      const copied = (table.rows[row] ?? []).map((cell) => ({
        ...cell,
        text: cell.column === 0 || cell.text.trim() === '' ? cell.text : `${cell.text}之二`,
      }))
      const below = table.rows
        .slice(row)
        .map((cells) => cells.map((cell) => ({ ...cell, row: cell.row + 1 })))
      blocks[at] = { ...table, rows: [...table.rows.slice(0, row), copied, ...below] }
    }
  }
  return { ...document, blocks }
}
