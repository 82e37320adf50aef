import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { textOrigin } from '../../table/locate.ts'
import type { Table } from '../../table/model.ts'
import { readMarkdown } from './index.ts'

/** One document in many formats; other folders of samples have other manifests. */
interface Manifest {
  readonly expected?: { readonly tables: readonly ExpectedTable[] }
  readonly files?: readonly ExpectedFile[]
}

interface ExpectedTable {
  readonly headerAnchors: readonly (readonly string[])[]
  readonly rowsAnchors: readonly (readonly string[])[]
}

interface ExpectedFile {
  readonly file: string
  readonly format: string
  readonly probes: readonly Probe[]
}

/** Where a cell stands; line and column are counted from 1. */
interface Probe {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly line: number
  readonly col: number
  readonly text: string
}

const SAMPLES = join(process.env.MULINT_CORPUS ?? '../shared', 'formats/samples')

const missing = !existsSync(SAMPLES)

test.runIf(process.env.CI === 'true')('样本齐备', () => {
  expect(missing, `没有 ${SAMPLES}`).toBe(false)
})

const samples = missing ? [] : readdirSync(SAMPLES).flatMap(samplesIn)

describe.skipIf(missing)('样本与其清单一致', () => {
  test.each(samples)('$name', async ({ path, expected, probes }) => {
    const source = readFileSync(path, 'utf8')
    const { blocks } = await readMarkdown(source)
    const tables = blocks.filter((block) => block.kind === 'table')
    expect(tables.map(texts)).toEqual(expected.map(asWritten))
    const lines = source.split('\n')
    for (const probe of probes) {
      const cell = tables[probe.table]?.rows[probe.row]?.[probe.column]
      const before = lines.slice(0, probe.line - 1).reduce((sum, line) => sum + line.length + 1, 0)
      expect([cell?.text, cell && textOrigin(cell).start]).toEqual([
        probe.text,
        before + probe.col - 1,
      ])
    }
  })
})

function samplesIn(folder: string) {
  const manifest = join(SAMPLES, folder, 'manifest.json')
  if (!existsSync(manifest)) return []
  const { expected, files }: Manifest = JSON.parse(readFileSync(manifest, 'utf8'))
  if (!expected || !files) return []
  return files
    .filter(({ format }) => format === 'md')
    .map(({ file, probes }) => ({
      name: `${folder}/${file}`,
      path: join(SAMPLES, folder, file),
      expected: expected.tables,
      probes,
    }))
}

/** In Markdown the first row is the header, whatever it holds. */
function asWritten({ headerAnchors, rowsAnchors }: ExpectedTable): readonly (readonly string[])[] {
  return [...headerAnchors, ...rowsAnchors]
}

function texts({ rows }: Table): string[][] {
  return rows.map((row) => row.map(({ text }) => text))
}
