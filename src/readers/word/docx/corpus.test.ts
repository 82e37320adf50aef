import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CORPUS, corpusIsRequired, hasCorpus } from '../../../../test/corpus.ts'
import type { Document, Passage, Table } from '../../../table/model.ts'
import { readDocument } from '../../choose.ts'
import { openPackage } from '../../package/zip.ts'
import { UnreadableError } from '../../reader.ts'

interface Merge {
  readonly r: number
  readonly c: number
  readonly rs: number
  readonly cs: number
}

type Grid = readonly (readonly string[])[]

interface ExpectedTable {
  readonly columns: number
  readonly headerRows: number
  readonly merges: readonly Merge[]
  readonly headerAnchors: Grid
  readonly rowsAnchors: Grid
}

interface Probe {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly cellInRow: number
  readonly at: string
  readonly text: string
}

interface Manifest {
  readonly expected: {
    readonly blocks: readonly {
      readonly type: 'p' | 'table'
      readonly style?: string
      readonly text?: string
    }[]
    readonly tables: readonly ExpectedTable[]
  }
  readonly files: readonly {
    readonly file: string
    readonly format: string
    readonly probes?: readonly Probe[]
  }[]
}

interface Features {
  readonly file: string
  readonly title: string
  readonly tables: readonly {
    readonly anchors: Grid
    readonly columns: number
    readonly merges: readonly Merge[]
    readonly nested?: readonly { readonly anchors: Grid }[]
  }[]
}

const SAMPLES = join(CORPUS, 'formats/samples')

test.runIf(corpusIsRequired)('the corpus is there', () => {
  expect(hasCorpus).toBe(true)
})

const folders = hasCorpus ? readdirSync(SAMPLES).filter((name) => /^\d/u.test(name)) : []

describe.skipIf(!hasCorpus)('samples', () => {
  const files = folders.flatMap((folder) => {
    const { expected, files } = readJson<Manifest>(join(folder, 'manifest.json'))
    return files
      .filter(({ format }) => format === 'docx')
      .map(({ file, probes = [] }) => [join(folder, file), expected, probes] as const)
  })

  test('there are some', () => {
    expect(files.length).toBeGreaterThanOrEqual(5)
  })

  test.each(files)('%s says what its manifest says', async (path, expected, probes) => {
    const document = await read(path)
    const tables = tablesOf(document)
    expect(document).toMatchObject({ format: 'docx', notices: [] })
    expect(document.asides).toBeUndefined()
    expect(document.blocks.map((block) => (block.kind === 'table' ? 'table' : block.text))).toEqual(
      expected.blocks.map(({ text }) => text ?? 'table'),
    )
    expect(
      document.blocks.map((block) => block.kind === 'paragraph' && block.heading !== undefined),
    ).toEqual(expected.blocks.map(({ style }) => style === 'title' || style === 'heading'))
    expect(tables.map(shapeOf)).toEqual(
      expected.tables.map(({ columns, merges, headerAnchors, rowsAnchors, headerRows }) => ({
        columns,
        merges,
        anchors: [...headerAnchors, ...rowsAnchors],
        headerRows,
      })),
    )
    expect(probes.length).toBeGreaterThan(0)
    expect(probes.map((probe) => placeOf(tables, probe))).toEqual(
      probes.map(({ at, cellInRow, text }) => ({ at, cellInRow, text })),
    )
    await expectPiecesLeadBack(path, document)
  })

  test('features.docx holds every trap', async () => {
    const path = 'features/features.docx'
    const features = readJson<readonly Features[]>('features/manifest.json').find(
      ({ file }) => file === 'features.docx',
    )
    const document = await read(path)
    const tables = tablesOf(document)
    expect(document.blocks.map((block) => (block.kind === 'table' ? 'table' : block.text))).toEqual(
      ['测试目录', '正文段落，带脚注。', 'table', '注：以上内容。', 'table'],
    )
    expect(document.blocks[0]).toMatchObject({ text: features?.title, heading: 1 })
    expect(tables.map(shapeOf)).toMatchObject(
      features?.tables.map(({ anchors, columns, merges }) => ({ anchors, columns, merges })) ?? [],
    )
    // Of the second table the format marks no header.
    expect(tables.map(({ headerRows }) => headerRows)).toEqual([2, undefined])
    expect(tables.map(({ nested = [] }) => nested.map((table) => shapeOf(table).anchors))).toEqual(
      features?.tables.map(({ nested = [] }) => nested.map(({ anchors }) => anchors)),
    )
    expect(document.asides).toMatchObject([
      { kind: 'text-box', text: '文本框' },
      { kind: 'hidden-text', text: '隐藏文字', origin: { table: 1, row: 4, column: 5 } },
      { kind: 'footnote', text: '脚注文字', origin: { paragraph: 2 } },
      { kind: 'header', text: '页眉文字' },
      {
        kind: 'comment',
        text: '请核对',
        author: '张三',
        on: '1月31日',
        origin: { table: 1, row: 5, column: 4 },
      },
    ])
    expect(document.notices).toEqual([
      { kind: 'hidden-text', text: expect.stringContaining('第一处在第1张表第4行第5列') },
    ])
    await expectPiecesLeadBack(path, document)
  })
})

describe.skipIf(!hasCorpus)('hostile files', () => {
  test.each([
    ['empty.docx', 'empty'],
    ['encrypted.docx', 'encrypted'],
    ['png-named.docx', 'unsupported-format'],
    ['truncated.docx', 'truncated'],
    ['laughs.docx', 'document-type'],
    ['xxe.docx', 'document-type'],
    ['deep.docx', 'too-deep'],
  ])('%s is refused as %s', async (file, reason) => {
    const start = performance.now()
    const error = await read(`hostile/${file}`).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(UnreadableError)
    expect(error).toMatchObject({ reason, message: expect.stringMatching(/^[^\n]+。$/u) })
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  test.each([
    ['span-bomb.docx', [['宽']], ['span-limit']],
    ['docx-named.xlsx', [['我是文档']], ['wrong-extension']],
  ])('%s is read', async (file, anchors, kinds) => {
    const document = await read(`hostile/${file}`)
    expect(tablesOf(document).map(shapeOf)).toMatchObject([{ anchors, merges: [] }])
    expect(document.notices).toMatchObject(kinds.map((kind) => ({ kind })))
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

async function read(path: string): Promise<Document> {
  return readDocument({ name: path, bytes: readFileSync(join(SAMPLES, path)) })
}

function readJson<Content>(path: string): Content {
  return JSON.parse(readFileSync(join(SAMPLES, path), 'utf8')) as Content
}

function tablesOf({ blocks }: Document): readonly Table[] {
  return blocks.filter((block) => block.kind === 'table')
}

/** A table as manifests write it: covered squares are blank. */
function shapeOf({ rows, headerRows = 0 }: Table) {
  const cells = rows.flat()
  const columns = Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan))
  const anchors = rows.map(() => Array.from({ length: columns }, () => ''))
  for (const { row, column, text } of cells) anchors[row]?.splice(column, 1, text)
  const merges = cells
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row: r, column: c, rowSpan: rs, columnSpan: cs }) => ({ r, c, rs, cs }))
  return { columns, merges, anchors, headerRows }
}

function placeOf(tables: readonly Table[], { table, row, column }: Probe) {
  const cell = tables[table]?.rows[row]?.find((cell) => cell.column === column)
  if (cell?.origin.kind !== 'word') return undefined
  const { table: number, row: line, column: square, cellInRow } = cell.origin
  return { at: `table ${number} row ${line} column ${square}`, cellInRow, text: cell.text }
}

/** Each piece of a text stands in its part as it says; nothing else but tabs, breaks and signs is left. */
async function expectPiecesLeadBack(path: string, document: Document): Promise<void> {
  const source = await openPackage(readFileSync(join(SAMPLES, path)))
  const passages: readonly Passage[] = [
    ...document.blocks.flatMap((block): readonly Passage[] =>
      block.kind === 'table' ? block.rows.flat() : [block],
    ),
    ...(document.asides ?? []),
  ]
  const parts = new Map<string, string>()
  for (const { text, origin } of passages) {
    let end = 0
    let rest = ''
    for (const piece of origin.kind === 'word' ? (origin.pieces ?? []) : []) {
      const part = parts.get(piece.part) ?? (await source.text(piece.part))
      parts.set(piece.part, part)
      expect(decoded(part.slice(piece.from, piece.to))).toBe(text.slice(piece.start, piece.end))
      rest += text.slice(end, piece.start)
      end = piece.end
    }
    expect(rest + text.slice(end)).toMatch(/^[\n\t✓-]*$/u)
  }
}

function decoded(raw: string): string {
  return raw
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
