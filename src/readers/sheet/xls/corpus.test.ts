import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CORPUS, corpusIsRequired, hasCorpus } from '../../../../test/corpus.ts'
import type { Block, Table } from '../../../table/model.ts'
import { readXls } from '../xls.ts'

interface Manifest {
  readonly expected: {
    readonly blocks: readonly { readonly type: 'p' | 'table'; readonly text?: string }[]
    readonly tables: readonly ExpectedTable[]
  }
  readonly files: readonly ExpectedFile[]
}

interface ExpectedTable {
  readonly name: string
  readonly headerAnchors: readonly (readonly string[])[]
  readonly rowsAnchors: readonly (readonly string[])[]
  readonly merges: readonly ExpectedMerge[]
}

/** A merge: row, column, rows, columns. */
interface ExpectedMerge {
  readonly r: number
  readonly c: number
  readonly rs: number
  readonly cs: number
}

interface ExpectedFile {
  readonly file: string
  readonly format: string
  readonly layout: readonly { readonly firstCell: string; readonly sheet: string }[]
  readonly probes?: readonly Probe[]
}

interface Probe {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly at: string
  readonly text: string
}

const SAMPLES = join(CORPUS, 'formats/samples')

test.runIf(corpusIsRequired)('the corpus is there', () => {
  expect(hasCorpus).toBe(true)
})

describe.skipIf(!hasCorpus)('samples', () => {
  const files = hasCorpus
    ? readdirSync(SAMPLES)
        .filter((folder) => /^\d/u.test(folder))
        .flatMap((folder) => {
          const { expected, files } = json<Manifest>(`${folder}/manifest.json`)
          return files
            .filter(({ format }) => format === 'xls' || format === 'et')
            .map((file) => [`${folder}/${file.file}`, expected, file] as const)
        })
    : []

  test('there are some', () => {
    expect(files.length).toBeGreaterThanOrEqual(6)
  })

  test.each(files)('%s', (path, expected, { format, layout, probes = [] }) => {
    const document = readXls(bytesOf(path), path)
    const tables = document.blocks.filter((block) => block.kind === 'table')
    expect(document.format).toBe(format)
    expect(document.notices).toEqual([])
    expect(document.asides).toEqual([])
    expect(document.blocks.map(shapeOf)).toEqual(expectedShapes(expected))
    expect(tables.map(({ name }) => name)).toEqual(expected.tables.map(({ name }) => name))
    expect(tables.map(mergesOf)).toEqual(expected.tables.map(({ merges }) => inOrder(merges)))
    expect(tables.map((table) => placeOf(table, 0, 0))).toEqual(
      layout.map(({ sheet, firstCell }) => `${sheet}!${firstCell}`),
    )
    for (const { table, row, column, at, text } of probes) {
      expect([
        placeOf(tables[table], row, column),
        cellAt(tables[table], row, column)?.text,
      ]).toEqual([at, text])
    }
  })
})

describe.skipIf(!hasCorpus)('hostile files', () => {
  test.each([
    ['empty.xls', 'damaged'],
    ['empty.et', 'damaged'],
    ['loop.xls', 'damaged'],
    ['html-named.xls', 'damaged'],
    ['garbage.doc', 'damaged'],
    ['encrypted.xls', 'encrypted'],
    ['encrypted.xlsx', 'encrypted'],
    ['encrypted.doc', 'unsupported-format'],
  ])('%s is refused', (file, reason) => {
    const started = performance.now()
    expect(() => readXls(bytesOf(`hostile/${file}`), file)).toThrow(
      expect.objectContaining({ reason }),
    )
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

/**
 * Paragraphs and tables as a workbook has them: a report has its text on a first sheet of its own,
 * and the heading of each table once more above the table.
 */
function expectedShapes({ blocks, tables }: Manifest['expected']): readonly unknown[] {
  const texts = tables.map(({ headerAnchors, rowsAnchors }) => [...headerAnchors, ...rowsAnchors])
  if (texts.length === 1) return blocks.map(({ type, text }) => (type === 'p' ? text : texts[0]))
  const paragraphs = blocks.flatMap(({ type, text }) => (type === 'p' ? [text] : []))
  const headings = blocks.flatMap(({ type }, index) =>
    type === 'table' ? [blocks[index - 1]?.text] : [],
  )
  return [...paragraphs, ...texts.flatMap((table, index) => [headings[index], table])]
}

function shapeOf(block: Block): unknown {
  if (block.kind === 'paragraph') return block.text
  return block.rows.map((row, index) => {
    const texts = widest(block, '')
    for (const { column, text } of row) texts[column] = text
    expect(row.every((cell) => cell.row === index)).toBe(true)
    return texts
  })
}

function widest(table: Table, filler: string): string[] {
  const ends = table.rows.flat().map(({ column, columnSpan }) => column + columnSpan)
  return new Array<string>(Math.max(...ends)).fill(filler)
}

function mergesOf({ rows }: Table): readonly ExpectedMerge[] {
  return inOrder(
    rows
      .flat()
      .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
      .map(({ row, column, rowSpan, columnSpan }) => ({
        r: row,
        c: column,
        rs: rowSpan,
        cs: columnSpan,
      })),
  )
}

function inOrder(merges: readonly ExpectedMerge[]): readonly ExpectedMerge[] {
  return merges.toSorted((a, b) => a.r - b.r || a.c - b.c)
}

function cellAt(table: Table | undefined, row: number, column: number) {
  return table?.rows[row]?.find((cell) => cell.column === column)
}

function placeOf(table: Table | undefined, row: number, column: number): string | undefined {
  const origin = cellAt(table, row, column)?.origin
  return origin?.kind === 'sheet' ? `${origin.sheet}!${origin.address}` : undefined
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(join(SAMPLES, path), 'utf8'))
}

function bytesOf(path: string): Uint8Array {
  return readFileSync(join(SAMPLES, path))
}
