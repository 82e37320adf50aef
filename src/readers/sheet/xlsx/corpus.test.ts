import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CORPUS, corpusIsRequired, hasCorpus } from '../../../../test/corpus.ts'
import type { Cell, Document, Paragraph, Passage, Table } from '../../../table/model.ts'
import { readDocument } from '../../choose.ts'
import { openPackage } from '../../package/zip.ts'
import { UnreadableError } from '../../reader.ts'
import { addressOf } from '../address.ts'

type Grid = readonly (readonly string[])[]

/** A merge: row, column, rows, columns. */
interface Merge {
  readonly r: number
  readonly c: number
  readonly rs: number
  readonly cs: number
}

interface ExpectedTable {
  readonly name: string
  readonly header: Grid
  readonly rows: Grid
  readonly headerAnchors: Grid
  readonly rowsAnchors: Grid
  readonly merges: readonly Merge[]
}

interface Probe {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly at: string
  readonly text: string
}

interface Manifest {
  readonly expected: {
    readonly blocks: readonly { readonly type: 'p' | 'table'; readonly text?: string }[]
    readonly tables: readonly ExpectedTable[]
  }
  readonly files: readonly {
    readonly file: string
    readonly format: string
    readonly layout: readonly { readonly firstCell: string; readonly sheet: string }[]
    readonly probes?: readonly Probe[]
  }[]
}

interface Features {
  readonly file: string
  readonly title: string
  readonly after: readonly string[]
  readonly comments: readonly {
    readonly at: string
    readonly author: string
    readonly text: string
  }[]
  readonly hiddenSheets: readonly string[]
  readonly tables: readonly {
    readonly anchors: Grid
    readonly firstCell: string
    readonly hiddenRows?: readonly number[]
    readonly hiddenColumns?: readonly number[]
    readonly merges: readonly Merge[]
    readonly sheet: string
  }[]
}

const SAMPLES = join(CORPUS, 'formats/samples')

test.runIf(corpusIsRequired)('the corpus is there', () => {
  expect(hasCorpus).toBe(true)
})

describe.skipIf(!hasCorpus)('samples', () => {
  const folders = hasCorpus ? readdirSync(SAMPLES).filter((name) => /^\d/u.test(name)) : []
  const files = folders.flatMap((folder) => {
    const { expected, files } = json<Manifest>(`${folder}/manifest.json`)
    return files
      .filter(({ format }) => format === 'xlsx')
      .map((file) => [`${folder}/${file.file}`, expected, file] as const)
  })

  test('there are some', () => {
    expect(files.length).toBeGreaterThanOrEqual(5)
  })

  test.each(files)('%s says what its manifest says', async (path, expected, file) => {
    const document = await read(path)
    const tables = tablesOf(document)
    expect(document).toMatchObject({ format: 'xlsx', notices: [], asides: [] })
    expect(document.blocks.map(shapeOf)).toEqual(expectedShapes(expected))
    expect(tables.map(({ name }) => name)).toEqual(expected.tables.map(({ name }) => name))
    expect(tables.map(gridOf)).toEqual(
      expected.tables.map(({ header, rows }) => [...header, ...rows]),
    )
    expect(tables.map(mergesOf)).toEqual(expected.tables.map(({ merges }) => inOrder(merges)))
    expect(tables.map((table) => placeOf(table, 0, 0))).toEqual(
      file.layout.map(({ sheet, firstCell }) => `${sheet}!${firstCell}`),
    )
    expect(file.probes?.length).toBeGreaterThan(0)
    for (const { table, row, column, at, text } of file.probes ?? []) {
      expect([placeOf(tables[table], row, column), textAt(tables[table], row, column)]).toEqual([
        at,
        text,
      ])
    }
    await expectPiecesLeadBack(path, document)
  })

  test('features.xlsx holds every trap', async () => {
    const path = 'features/features.xlsx'
    const features = json<readonly Features[]>('features/manifest.json').find(
      ({ file }) => file === 'features.xlsx',
    )
    if (features === undefined) expect.fail('no features.xlsx in the manifest')
    const document = await read(path)
    const tables = tablesOf(document)
    const [first, second] = features.tables.map(({ anchors }) => anchors)
    expect(document.blocks.map(shapeOf)).toEqual([
      features.title,
      first,
      ...features.after,
      second,
      '隐藏工作表',
    ])
    expect(tables.map(mergesOf)).toEqual(features.tables.map(({ merges }) => inOrder(merges)))
    expect(tables.map((table) => placeOf(table, 0, 0))).toEqual(
      features.tables.map(({ sheet, firstCell }) => `${sheet}!${firstCell}`),
    )
    expect(tables.map(({ hidden }) => hidden)).toEqual([{ rows: [4], columns: [4] }, undefined])
    expect(document.notices).toMatchObject([
      { kind: 'hidden-rows', text: expect.stringContaining('目录') },
      { kind: 'hidden-columns', text: expect.stringContaining('目录') },
      { kind: 'hidden-sheet', text: expect.stringContaining(features.hiddenSheets[0] ?? '?') },
    ])
    expect(document.asides).toEqual(
      features.comments.map(({ at, author, text }) => {
        const [sheet, address] = at.split('!')
        return { kind: 'comment', author, text, origin: { kind: 'sheet', sheet, address } }
      }),
    )
    await expectPiecesLeadBack(path, document)
  })
})

describe.skipIf(!hasCorpus)('hostile files', () => {
  test.each([
    ['bomb.xlsx', 'too-large'],
    ['bomb-claim.xlsx', 'too-large'],
    ['bomb-lying.xlsx', 'damaged'],
    ['truncated.xlsx', 'truncated'],
    ['duplicate-entry.xlsx', 'duplicate-entry'],
    ['laughs.xlsx', 'document-type'],
    ['bad-refs.xlsx', 'bad-reference'],
  ])('%s is refused as %s', async (file, reason) => {
    const started = performance.now()
    const error = await read(`hostile/${file}`).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(UnreadableError)
    expect(error).toMatchObject({ reason, message: expect.stringMatching(/^[^\n]+。$/u) })
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('many-entries.xlsx is refused as too-many-entries', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mulint-'))
    try {
      execFileSync(process.execPath, [join(SAMPLES, 'hostile/make-big.mjs'), folder])
      await expect(
        readDocument({
          name: 'many-entries.xlsx',
          bytes: readFileSync(join(folder, 'many-entries.xlsx')),
        }),
      ).rejects.toMatchObject({ reason: 'too-many-entries' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test.each<[string, unknown[], string[]]>([
    ['sparse.xlsx', ['甲', '甲'], []],
    ['traversal.xlsx', ['甲'], []],
    ['merge-bomb.xlsx', ['甲'], ['overlapping-merge']],
    [
      'proto.xlsx',
      [
        [
          ['__proto__', 'constructor', 'toString'],
          ['polluted', 'hasOwnProperty', '__defineGetter__'],
        ],
      ],
      [],
    ],
    [
      'escapes.xlsx',
      [
        [
          [
            '\u001b[31m红\u001b[0m\u0007',
            '\u202e凭依开公\u202c',
            '\u001b]8;;https://evil.example\u001b\\点我\u001b]8;;\u001b\\',
            '零\u200b宽\ufeff字\u2066符',
          ],
        ],
      ],
      [],
    ],
  ])('%s is read', async (file, shapes, notices) => {
    const started = performance.now()
    const document = await read(`hostile/${file}`)
    expect(document.blocks.map(shapeOf)).toEqual(shapes)
    expect(document.notices.map(({ kind }) => kind)).toEqual(notices)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

async function read(path: string): Promise<Document> {
  const names = Object.getOwnPropertyNames(Object.prototype)
  try {
    return await readDocument({ name: path, bytes: readFileSync(join(SAMPLES, path)) })
  } finally {
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names)
  }
}

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

function tablesOf({ blocks }: Document): readonly Table[] {
  return blocks.filter((block) => block.kind === 'table')
}

/** A paragraph's text, or a table with covered squares blank. */
function shapeOf(block: Paragraph | Table): unknown {
  if (block.kind === 'paragraph') return block.text
  return squares(block, (cell, row, column) => cell.row === row && cell.column === column)
}

/** A table with the text of a merge in all its squares. */
function gridOf(table: Table): Grid {
  return squares(table, () => true)
}

function squares(
  table: Table,
  shows: (cell: Cell, row: number, column: number) => boolean,
): string[][] {
  const cells = table.rows.flat()
  const columns = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan))
  const grid = table.rows.map(() => new Array<string>(columns).fill(''))
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        if (shows(cell, row, column)) grid[row]?.splice(column, 1, cell.text)
      }
    }
  }
  return grid
}

function mergesOf({ rows }: Table): readonly Merge[] {
  const merged = rows.flat().filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
  for (const { origin, row, column, rowSpan, columnSpan } of merged) {
    if (origin.kind !== 'sheet') expect.fail('a cell that is of no sheet')
    const [first = '', last = ''] = origin.range?.split(':') ?? []
    const [top, left] = squareOf(first)
    expect(first).toBe(origin.address)
    expect(squareOf(last)).toEqual([top + rowSpan - 1, left + columnSpan - 1])
    expect([top - row, left - column]).toEqual(squareOf(firstAddress(rows)))
  }
  return inOrder(
    merged.map(({ row, column, rowSpan, columnSpan }) => ({
      r: row,
      c: column,
      rs: rowSpan,
      cs: columnSpan,
    })),
  )
}

function firstAddress(rows: Table['rows']): string {
  const origin = rows[0]?.[0]?.origin
  return origin?.kind === 'sheet' ? origin.address : ''
}

/** Row and column of an address of one letter. */
function squareOf(address: string): [number, number] {
  const square: [number, number] = [Number(address.slice(1)) - 1, address.charCodeAt(0) - 65]
  expect(addressOf(...square)).toBe(address)
  return square
}

function inOrder(merges: readonly Merge[]): readonly Merge[] {
  return merges.toSorted((a, b) => a.r - b.r || a.c - b.c)
}

function cellAt(table: Table | undefined, row: number, column: number): Cell | undefined {
  return table?.rows[row]?.find((cell) => cell.column === column)
}

function textAt(table: Table | undefined, row: number, column: number): string | undefined {
  return cellAt(table, row, column)?.text
}

function placeOf(table: Table | undefined, row: number, column: number): string | undefined {
  const origin = cellAt(table, row, column)?.origin
  return origin?.kind === 'sheet' ? `${origin.sheet}!${origin.address}` : undefined
}

/** Texts that stand in the package are made of their pieces and of nothing else. */
async function expectPiecesLeadBack(path: string, { blocks }: Document): Promise<void> {
  const source = await openPackage(readFileSync(join(SAMPLES, path)))
  const passages = blocks.flatMap<Passage>((block) =>
    block.kind === 'table' ? block.rows.flat() : [block],
  )
  const parts = new Map<string, string>()
  let pieceCount = 0
  for (const { text, origin } of passages) {
    const pieces = origin.kind === 'sheet' ? (origin.pieces ?? []) : []
    let end = 0
    for (const piece of pieces) {
      const part = parts.get(piece.part) ?? (await source.text(piece.part))
      parts.set(piece.part, part)
      expect(piece.start).toBe(end)
      expect(decoded(part.slice(piece.from, piece.to))).toBe(text.slice(piece.start, piece.end))
      end = piece.end
    }
    if (pieces.length > 0) expect(end).toBe(text.length)
    pieceCount += pieces.length
  }
  expect(pieceCount).toBeGreaterThan(0)
}

function decoded(raw: string): string {
  return raw
    .replaceAll('\r\n', '\n')
    .replaceAll('&#10;', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-F]{4})_/gu, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
}

function json<Content>(path: string): Content {
  return JSON.parse(readFileSync(join(SAMPLES, path), 'utf8'))
}
