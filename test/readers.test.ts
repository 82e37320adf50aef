import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { pdfAssets } from '../src/node/pdf-assets.ts'
import { readDocument } from '../src/readers/choose.ts'
import type { Cell, Document, Table } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'

const FOLDER = 'fixtures/one-table'

interface Expected {
  readonly title: string
  readonly note: string
  readonly sheet: string
  readonly columns: number
  readonly merges: readonly { r: number; c: number; rs: number; cs: number }[]
  readonly headerAnchors: readonly (readonly string[])[]
  readonly rowsAnchors: readonly (readonly string[])[]
  readonly files: readonly File[]
}

interface File {
  readonly file: string
  readonly format: string
  readonly compare: 'grid' | 'anchors'
  readonly newline: string
  readonly encoding?: string
  readonly firstCell?: string
}

const expected: Expected = JSON.parse(readFileSync(`${FOLDER}/table.json`, 'utf8'))

describe('one table, every format', () => {
  test.each(expected.files)('$file holds the same cells', async (file) => {
    const document = await read(file)
    const told = file.newline === 'lost' ? withoutSpace : (text: string) => text
    expect(anchors(theTable(document)).map((row) => row.map(told))).toEqual(
      [...expected.headerAnchors, ...expected.rowsAnchors].map((row) => row.map(told)),
    )
  })

  test.each(expected.files.filter(({ compare }) => compare === 'grid'))(
    '$file holds the same merges',
    async (file) => {
      expect(merges(theTable(await read(file)))).toEqual(expected.merges)
    },
  )

  test.each(expected.files)('$file has the title above and the note below', async (file) => {
    const { blocks } = await read(file)
    expect(blocks.map((block) => (block.kind === 'table' ? '' : withoutSpace(block.text)))).toEqual(
      [expected.title, '', withoutSpace(expected.note)],
    )
  })

  test.each(expected.files)('$file is known by its content', async ({ file, format }) => {
    const bytes = readFileSync(`${FOLDER}/${file}`)
    const isText = ['md', 'csv', 'tsv', 'txt'].includes(format)
    if (isText) return
    const document = await readDocument({ name: 'catalogue.csv', bytes }, { pdf: pdfAssets() })
    const family = { et: 'xls', wps: 'doc' }[format] ?? format
    expect(document.format).toBe(family)
    expect(document.notices.map(({ kind }) => kind)).toContain('wrong-extension')
  })

  test('every format gives the same findings', async () => {
    const prints = new Map<string, string[]>()
    for (const file of expected.files) {
      const settings = {
        rules: rules.map((rule) => ({ rule })),
        authorities: loadAuthorities(),
        today: '2026-11-21',
      }
      const { diagnostics, kind, entries } = lint(await read(file), settings)
      expect({ kind, entries }).toEqual({ kind: 'catalogue', entries: expect.any(Number) })
      prints.set(
        file.file,
        diagnostics.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`),
      )
    }
    const native = expected.files.filter(({ compare }) => compare === 'grid')
    const flat = expected.files.filter(({ compare }) => compare === 'anchors')
    for (const group of [native, flat]) {
      const [first, ...others] = group.map(({ file }) => prints.get(file))
      for (const other of others) expect(other).toEqual(first)
    }
  })
})

async function read({ file }: File): Promise<Document> {
  const bytes = readFileSync(`${FOLDER}/${file}`)
  return readDocument({ name: file, bytes }, { pdf: pdfAssets() })
}

function theTable({ blocks }: Document): Table {
  const tables = blocks.filter((block) => block.kind === 'table')
  expect(tables).toHaveLength(1)
  return tables[0] as Table
}

/** The text of each place; empty where a merge covers it. */
function anchors({ rows }: Table): string[][] {
  return rows.map((row) => {
    const texts = Array.from({ length: expected.columns }, () => '')
    for (const { column, text } of row) texts[column] = text
    return texts
  })
}

function merges({ rows }: Table) {
  return rows
    .flat()
    .filter(({ rowSpan, columnSpan }: Cell) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => ({
      r: row,
      c: column,
      rs: rowSpan,
      cs: columnSpan,
    }))
}
