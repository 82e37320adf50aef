import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CORPUS, corpusIsRequired, hasCorpus } from '../../../test/corpus.ts'
import { LineMap, textOrigin } from '../../table/locate.ts'
import type { Document, Table } from '../../table/model.ts'
import { readDocument } from '../choose.ts'
import { readHtml } from './index.ts'

/** A merged cell: where it begins and how many rows and columns it covers. */
interface Merge {
  readonly r: number
  readonly c: number
  readonly rs: number
  readonly cs: number
}

interface ExpectedTable {
  readonly columns: number
  readonly headerAnchors: readonly (readonly string[])[]
  readonly rowsAnchors: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
}

interface Feature {
  readonly file: string
  readonly tables: readonly {
    readonly anchors: readonly (readonly string[])[]
    readonly caption: string
    readonly columns: number
    readonly headerRows: number
    readonly hiddenRows: readonly number[]
    readonly merges: readonly Merge[]
  }[]
}

interface Manifest {
  readonly expected: {
    readonly blocks: readonly { readonly type: 'p' | 'table'; readonly text?: string }[]
    readonly tables: readonly ExpectedTable[]
  }
  readonly files: readonly {
    readonly file: string
    readonly format: string
    readonly encoding: string
    readonly probes: readonly {
      readonly table: number
      readonly row: number
      readonly column: number
      readonly line: number
      readonly col: number
      readonly text: string
    }[]
  }[]
}

const SAMPLES = resolve(import.meta.dirname, '../../..', CORPUS, 'formats/samples')

test.runIf(corpusIsRequired)('the samples are there', () => {
  expect(existsSync(SAMPLES)).toBe(true)
})

const samples = hasCorpus ? readdirSync(SAMPLES).flatMap(pagesIn) : []

describe.skipIf(!hasCorpus)('samples say what their manifest says', () => {
  test('there are ten', () => {
    expect(samples).toHaveLength(10)
  })

  test.each(samples)('$path', ({ path, expected, encoding, probes }) => {
    const document = read(path)
    expect(document).toMatchObject({
      format: 'html',
      encoding: encoding.startsWith('gb') ? 'gb18030' : encoding,
      notices: [],
    })
    const tables = tablesOf(document)
    expect(tables.map(anchorsOf)).toEqual(
      expected.tables.map(({ headerAnchors, rowsAnchors }) => [...headerAnchors, ...rowsAnchors]),
    )
    expect(tables.map(mergesOf)).toEqual(expected.tables.map(({ merges }) => merges))
    const map = new LineMap(document.source ?? '')
    expect(
      probes.map(({ table, row, column }) => {
        const cell = cellAt(tables[table], row, column)
        return { text: cell?.text, ...(cell && map.position(textOrigin(cell).start)) }
      }),
    ).toEqual(probes.map(({ text, line, col }) => ({ text, line, col })))
  })

  test.each(samples)('$path in reading order', ({ path, expected }) => {
    expect(shapesOf(read(path))).toEqual([
      '首页 > 政务公开',
      ...expected.blocks.map(({ type, text }) => (type === 'table' ? 'table' : folded(text ?? ''))),
      '主办单位',
    ])
  })
})

describe.skipIf(!hasCorpus)('features', () => {
  test('what a page holds beyond a grid', () => {
    const features: readonly Feature[] = JSON.parse(
      readFileSync(join(SAMPLES, 'features/manifest.json'), 'utf8'),
    )
    const expected = features.find(({ file }) => file === 'features.html')?.tables ?? []
    const document = read('features/features.html')
    expect(
      tablesOf(document).map((table) => ({
        anchors: anchorsOf(table),
        caption: table.name,
        columns: widthOf(table),
        headerRows: table.headerRows,
        hiddenRows: table.hidden?.rows,
        merges: mergesOf(table),
      })),
    ).toEqual(expected)
    expect(shapesOf(document)).toEqual(['导航', '测试目录', 'table', '注：以上内容。'])
    expect(document.notices.map(({ kind }) => kind)).toEqual(['hidden-rows'])
  })
})

describe.skipIf(!hasCorpus)('hostile files', () => {
  test.each<[string, string[][], string[]]>([
    [
      'html-named.xls',
      [
        ['序号', '公开事项'],
        ['1', '机构职能'],
      ],
      ['wrong-extension'],
    ],
    [
      'script.html',
      [
        ['序号', '公开事项'],
        ['1', '机构职能'],
        ['2', '<script>alert(2)</script>'],
      ],
      [],
    ],
    ['span-bomb.html', Array.from({ length: 200 }, () => ['a']), ['span-limit']],
  ])('%s is read', async (file, rows, notices) => {
    const document = await readFile(`hostile/${file}`)
    expect(tablesOf(document).map(anchorsOf)).toEqual([rows])
    expect(document.notices.map(({ kind }) => kind)).toEqual(notices)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test.each([
    ['deep.html', 'too-deep'],
    ['empty.html', 'empty'],
  ])('%s is refused as %s', async (file, reason) => {
    const begin = performance.now()
    expect(() => read(`hostile/${file}`)).toThrow(expect.objectContaining({ reason }))
    await expect(readFile(`hostile/${file}`)).rejects.toMatchObject({ reason })
    expect(performance.now() - begin).toBeLessThan(20_000)
  })
})

function read(path: string): Document {
  return readHtml(readFileSync(join(SAMPLES, path)), path)
}

/** As any file is read: by its first bytes, with a notice when its name is wrong. */
function readFile(path: string): Promise<Document> {
  return readDocument({ name: path, bytes: readFileSync(join(SAMPLES, path)) })
}

function pagesIn(folder: string) {
  const manifest = join(SAMPLES, folder, 'manifest.json')
  if (!/^\d/u.test(folder) || !existsSync(manifest)) return []
  const { expected, files }: Manifest = JSON.parse(readFileSync(manifest, 'utf8'))
  return files
    .filter(({ format }) => format === 'html')
    .map(({ file, ...rest }) => ({ path: `${folder}/${file}`, expected, ...rest }))
}

function tablesOf({ blocks }: Document): readonly Table[] {
  return blocks.filter((block) => block.kind === 'table')
}

function cellAt(table: Table | undefined, row: number, column: number) {
  return table?.rows[row]?.find((cell) => cell.column === column)
}

function widthOf({ rows }: Table): number {
  return Math.max(...rows.flat().map(({ column, columnSpan }) => column + columnSpan))
}

/** The cells by row and column, covered ones empty. */
function anchorsOf(table: Table): string[][] {
  const columns = Array.from({ length: widthOf(table) }, (_, column) => column)
  return table.rows.map((_, row) => columns.map((column) => cellAt(table, row, column)?.text ?? ''))
}

function mergesOf({ rows }: Table): readonly Merge[] {
  return rows
    .flat()
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => ({
      r: row,
      c: column,
      rs: rowSpan,
      cs: columnSpan,
    }))
}

function shapesOf({ blocks }: Document): readonly string[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : 'table'))
}

/** Blanks that stand one behind the other are one on a page: 附  件. */
function folded(text: string): string {
  return text.replaceAll(/ +/gu, ' ')
}
