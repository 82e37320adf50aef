import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CORPUS, corpusIsRequired, hasCorpus } from '../../../../test/corpus.ts'
import type { Cell, Document, Table } from '../../../table/model.ts'
import { readDoc } from '../doc.ts'

const SAMPLES = join(CORPUS, 'formats/samples')

interface Merge {
  readonly r: number
  readonly c: number
  readonly rs: number
  readonly cs: number
}

interface ExpectedTable {
  readonly columns: number
  readonly headerRows: number
  readonly merges: readonly Merge[]
  readonly header: readonly (readonly string[])[]
  readonly rows: readonly (readonly string[])[]
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
    readonly blocks: readonly { readonly type: 'p' | 'table'; readonly text?: string }[]
    readonly tables: readonly ExpectedTable[]
  }
  readonly files: readonly {
    readonly file: string
    readonly format: string
    readonly probes?: readonly Probe[]
    readonly sameBytesAs?: string
  }[]
}

test.runIf(corpusIsRequired)('the real documents are there', () => {
  expect(hasCorpus).toBe(true)
})

describe.skipIf(!hasCorpus)('samples', () => {
  const files = manifests().flatMap(([folder, manifest]) =>
    manifest.files
      .filter(({ format }) => format === 'doc' || format === 'wps')
      .map((file) => [`${folder}/${file.file}`, manifest, file] as const),
  )

  test('there are some', () => {
    expect(files.map(([path]) => path)).toHaveLength(6)
  })

  test.each(files)('%s says what its manifest says', (path, manifest, { file, format, ...own }) => {
    const { expected, files } = manifest
    const document = readDoc(readFileSync(join(SAMPLES, path)), file)
    const rest = [...expected.tables]
    const shapes = expected.blocks.map(({ type, text }) => (type === 'table' ? rest.shift() : text))
    expect(document).toMatchObject({ format, notices: [] })
    expect(shapesOf(document)).toEqual(
      shapes.map((shape) => (typeof shape === 'object' ? expectedShape(shape) : shape)),
    )
    const twin = files.find((other) => other.file === own.sameBytesAs)
    const probes = own.probes ?? twin?.probes ?? []
    expect(probes.length).toBeGreaterThan(0)
    expect(probes.map((probe) => probed(document, probe))).toEqual(probes)
  })

  test('headings are told from body text', () => {
    const path = '003_8398b021416f8c8e/report.doc'
    const { blocks } = readDoc(readFileSync(join(SAMPLES, path)), path)
    const headings = blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.heading !== undefined ? [block.text] : [],
    )
    expect(headings).toHaveLength(6)
    expect(headings[1]).toBe('一、总体情况')
  })
})

describe.skipIf(!hasCorpus)('hostile files', () => {
  test.each([
    ['encrypted.doc', 'encrypted'],
    ['encrypted.docx', 'encrypted'],
    ['garbage.doc', 'damaged'],
    ['loop.xls', 'damaged'],
    ['encrypted.xls', 'unsupported-format'],
  ])('%s is refused as %s', (name, reason) => {
    const bytes = readFileSync(join(SAMPLES, 'hostile', name))
    const started = performance.now()
    expect(() => readDoc(bytes, name)).toThrow(
      expect.objectContaining({ reason, message: expect.stringMatching(/。$/u) }),
    )
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test.each(manifests().map(([folder]) => folder))('%s cut anywhere is refused', (folder) => {
    const name = readdirSync(join(SAMPLES, folder)).find((file) => file.endsWith('.doc')) ?? ''
    const bytes = readFileSync(join(SAMPLES, folder, name))
    for (let end = 512; end < bytes.length - 4096; end += 4096) {
      expect(() => readDoc(bytes.subarray(0, end), name)).toThrow(
        expect.objectContaining({ reason: expect.stringMatching(/^(?:truncated|damaged)$/u) }),
      )
    }
  })
})

function manifests(): readonly (readonly [string, Manifest])[] {
  if (!existsSync(SAMPLES)) return []
  return readdirSync(SAMPLES)
    .filter((name) => /^\d/u.test(name))
    .map((name) => {
      return [name, JSON.parse(readFileSync(join(SAMPLES, name, 'manifest.json'), 'utf8'))] as const
    })
}

function shapesOf({ blocks }: Document): readonly unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text
    const { rows, headerRows = 0 } = block
    const merged = rows.flat().filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1)
    const merges = merged.map(({ row, column, rowSpan, columnSpan }) => {
      return { r: row, c: column, rs: rowSpan, cs: columnSpan }
    })
    return { grid: gridOf(block), headerRows, merges: sorted(merges) }
  })
}

function expectedShape({ header, rows, headerRows, merges }: ExpectedTable): unknown {
  return { grid: [...header, ...rows], headerRows, merges: sorted(merges) }
}

function sorted(merges: readonly Merge[]): readonly Merge[] {
  return [...merges].sort((a, b) => a.r - b.r || a.c - b.c)
}

/** The text of every place, that of merged cells repeated; two cells in one place are told. */
function gridOf({ rows }: Table): readonly (readonly string[])[] {
  const grid: string[][] = rows.map(() => [])
  for (const { text, row, column, rowSpan, columnSpan } of rows.flat()) {
    for (let below = row; below < row + rowSpan; below++) {
      for (let right = column; right < column + columnSpan; right++) {
        const line = grid[below] ?? []
        line[right] = line[right] === undefined ? text : 'two cells in one place'
      }
    }
  }
  return grid
}

function probed(document: Document, probe: Probe): unknown {
  const { table, row, column } = probe
  const cell = document.blocks
    .filter((block) => block.kind === 'table')
    [table]?.rows[row]?.find((other) => other.column === column)
  return { ...probe, text: cell?.text, ...placeOf(cell) }
}

function placeOf(cell: Cell | undefined): Partial<Pick<Probe, 'at' | 'cellInRow'>> {
  if (cell?.origin.kind !== 'word') return {}
  const { table, row, column, cellInRow = 0 } = cell.origin
  return { at: `table ${table} row ${row} column ${column}`, cellInRow }
}
