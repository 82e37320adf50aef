import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CORPUS, corpusIsRequired, hasCorpus } from '../../../test/corpus.ts'
import { pdfAssets } from '../../node/pdf-assets.ts'
import type { Block, Cell, Document, Table } from '../../table/model.ts'
import { withoutSpace } from '../../text/normalise.ts'
import { readPdf } from './index.ts'

type Texts = readonly (readonly string[])[]

interface Merge {
  readonly r: number
  readonly c: number
  readonly rs: number
  readonly cs: number
}

/** Manifest of one document in many formats. */
interface Seed {
  readonly expected: {
    readonly blocks: readonly { readonly text?: string }[]
    readonly tables: readonly {
      readonly headerAnchors: Texts
      readonly rowsAnchors: Texts
      readonly merges: readonly Merge[]
    }[]
  }
  readonly files: readonly { readonly file: string; readonly format: string }[]
}

/** Manifest of what formats hold beyond a grid. */
type Features = readonly {
  readonly file: string
  readonly title: string
  readonly tables: readonly { readonly anchors: Texts; readonly merges: readonly Merge[] }[]
}[]

const SAMPLES = join(CORPUS, 'formats/samples')

test.runIf(corpusIsRequired)('the corpus is there', () => {
  expect(hasCorpus).toBe(true)
})

// A line break in a cell may be a wrapped line, so white space is put aside.
describe.skipIf(!hasCorpus)('samples', () => {
  const seeds = hasCorpus ? seedFiles() : []

  test('there are some', () => {
    expect(seeds.length).toBeGreaterThanOrEqual(8)
  })

  test.each(seeds)('$name', async ({ name, expected: { blocks, tables } }) => {
    const document = await read(name)
    const found = tablesOf(document)
    expect(document).toMatchObject({ format: 'pdf', notices: [] })
    expect(document.blocks.map(wordsOf)).toEqual(
      blocks.map(({ text }) => (text === undefined ? 'table' : withoutSpace(text))),
    )
    expect(found.map(anchorsOf)).toEqual(
      tables.map(({ headerAnchors, rowsAnchors }) => bare([...headerAnchors, ...rowsAnchors])),
    )
    expect(found.map(mergesOf)).toEqual(tables.map(({ merges }) => merges.map(mergeKey).sort()))
  })

  test.each([
    ['000_4eba1c19de281af7/catalogue.pdf', 3, 4],
    ['001_37eed8d6a0720b66/catalogue.pdf', 5, 10],
    ['001_37eed8d6a0720b66/catalogue.calc.pdf', 3, 0],
    ['002_ae6eb2a06ee62a50/catalogue.pdf', 4, 12],
    ['004_c62194a191f85d59/ledger.pdf', 2, 2],
  ])('%s has %i pages and %i cells that a page end cut', async (name, pages, joined) => {
    const document = await read(name)
    const cells = tablesOf(document).flatMap(({ rows }) => rows.flat())
    expect(document.pages).toBe(pages)
    expect(cells.filter((cell) => cell.joined)).toHaveLength(joined)
  })

  test('the header and the footer of a printed sheet stand apart', async () => {
    const { asides } = await read('001_37eed8d6a0720b66/catalogue.calc.pdf')
    expect(asides?.map(({ kind, text }) => [kind, text])).toEqual([
      ['header', '主动公开事项目录'],
      ['footer', 'Page 1'],
    ])
  })

  test('the place of a cell is its square on the page where it begins', async () => {
    const [table] = tablesOf(await read('features/gbk-cmap.pdf'))
    expect(table?.rows[1]?.[2]?.origin).toEqual({
      kind: 'page',
      page: 1,
      box: { left: 260, top: 166, right: 420, bottom: 190 },
    })
  })

  const features = hasCorpus
    ? manifestOf<Features>('features').filter(({ file }) => file.endsWith('-cmap.pdf'))
    : []

  test.each(features)('features/$file, whose font is not in the file', async (expected) => {
    const document = await read(`features/${expected.file}`)
    const found = tablesOf(document)
    expect(document.blocks.map(wordsOf)).toEqual([expected.title, 'table'])
    expect(found.map(anchorsOf)).toEqual(expected.tables.map(({ anchors }) => anchors))
    expect(found.map(mergesOf)).toEqual([[]])
  })
})

describe.skipIf(!hasCorpus)('refused', () => {
  test.each([
    ['features/scanned.pdf', 'no-text-layer'],
    ['hostile/encrypted.pdf', 'encrypted'],
    ['hostile/truncated.pdf', 'damaged'],
    ['hostile/empty.pdf', 'empty'],
  ])('%s: %s', { timeout: 10_000 }, async (name, reason) => {
    await expect(read('features/gbk-cmap.pdf')).resolves.toBeDefined()
    const start = performance.now()
    await expect(read(name)).rejects.toMatchObject({ name: 'UnreadableError', reason })
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

function read(name: string): Promise<Document> {
  return readPdf(new Uint8Array(readFileSync(join(SAMPLES, name))), name, pdfAssets())
}

function seedFiles() {
  return readdirSync(SAMPLES)
    .filter((folder) => /^\d/u.test(folder))
    .flatMap((folder) => {
      const { expected, files } = manifestOf<Seed>(folder)
      return files
        .filter(({ format }) => format === 'pdf')
        .map(({ file }) => ({ name: `${folder}/${file}`, expected }))
    })
}

function manifestOf<T>(folder: string): T {
  return JSON.parse(readFileSync(join(SAMPLES, folder, 'manifest.json'), 'utf8'))
}

function tablesOf({ blocks }: Document): readonly Table[] {
  return blocks.filter((block) => block.kind === 'table')
}

function wordsOf(block: Block): string {
  return block.kind === 'table' ? 'table' : withoutSpace(block.text)
}

/** Every square; one that a merged cell covers is empty. */
function anchorsOf({ rows }: Table): Texts {
  const width = Math.max(...rows.flat().map(({ column, columnSpan }) => column + columnSpan))
  return rows.map((row) => {
    const texts = Array.from({ length: width }, () => '')
    for (const { column, text } of row) texts[column] = withoutSpace(text)
    return texts
  })
}

function bare(texts: Texts): Texts {
  return texts.map((row) => row.map(withoutSpace))
}

function mergesOf({ rows }: Table): readonly string[] {
  return rows
    .flat()
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }: Cell) =>
      mergeKey({ r: row, c: column, rs: rowSpan, cs: columnSpan }),
    )
    .sort()
}

function mergeKey({ r, c, rs, cs }: Merge): string {
  return [r, c, rs, cs].join()
}
