import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../src/readers/choose.ts'

/** What a user downloads, in bytes; raise it knowingly. */
const MAX_PACKED = 3_600_000
const MAX_UNPACKED = 12_500_000

/** Everything that is published, and nothing else. */
const USED = [
  /^(?:package\.json|LICENSE|CHANGELOG\.md|README(?:\.en)?\.md)$/u,
  /^bin\/\w+\.cjs$/u,
  /^dist\/authorities\.txt$/u,
  /^dist\/cli\/(?:main\.cjs(?:\.compiled)?|worker\.mjs|lazy\/[\w-]+\.cjs)$/u,
  // The library; what is in dist/cli stands there once more, bundled.
  /^dist\/(?:rules|src\/(?!cli\/)).*\.(?:js|d\.ts)$/u,
  /^docs\/(?:rules\/[\w-]+|rule-packs)\.md$/u,
  /^schemas\/[\w.-]+\.json$/u,
]

const WITHOUT_PDF =
  '读取 PDF 需要 pdfjs-dist，而它没有安装；应当运行 npm install pdfjs-dist@5.6.205 后再检查。'
const PDF = 'fixtures/one-table/catalogue.pdf'

interface Packed {
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

describe('the package', () => {
  const { size, unpackedSize, files } = pack()
  const paths = files.map(({ path }) => path)

  test('holds only what is used', () => {
    expect(paths.filter((path) => !USED.some((pattern) => pattern.test(path)))).toEqual([])
  })

  test.each([
    'bin/mulint.cjs',
    'dist/authorities.txt',
    'dist/cli/main.cjs',
    'dist/cli/worker.mjs',
    'dist/src/index.js',
    'dist/src/index.d.ts',
    'schemas/report.schema.json',
    'schemas/rule-pack.schema.json',
    'docs/rule-packs.md',
    'README.md',
    'README.en.md',
    'CHANGELOG.md',
    'LICENSE',
  ])('holds %s', (path) => {
    expect(paths).toContain(path)
  })

  test('holds nothing that was compiled from a source that is gone', () => {
    const compiled = paths
      .filter((path) => /^dist\/(?:rules|src)\//u.test(path))
      .map((path) => path.replace(/^dist\/|(?:\.d\.ts|\.js)$/gu, ''))
    expect(compiled.length).toBeGreaterThan(0)
    expect(compiled.filter((source) => !existsSync(`${source}.ts`))).toEqual([])
  })

  test('stays small', () => {
    expect(size).toBeLessThan(MAX_PACKED)
    expect(unpackedSize).toBeLessThan(MAX_UNPACKED)
  })

  describe('by itself', () => {
    let folder = ''

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'mulint-package-'))
      for (const path of paths) cpSync(path, join(folder, path))
    })

    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    test.each(['md', 'csv', 'html', 'xlsx', 'xls', 'docx', 'doc'])(
      'checks a .%s file without any dependency',
      (format) => {
        const [file] = check(folder, `fixtures/one-table/catalogue.${format}`)
        expect(file).toMatchObject({ status: 'checked', format })
      },
    )

    test('tells in one sentence that the package for PDF files is missing', () => {
      const [file] = check(folder, PDF)
      expect(file?.status).toBe('unreadable')
      expect(file?.findings.map(({ message }) => message)).toEqual([WITHOUT_PDF])
    })

    test('is a library next to its dependencies, and reads PDF files', () => {
      symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
      const [file] = check(folder, PDF)
      expect(file).toMatchObject({ status: 'checked', format: 'pdf' })
      const { stdout } = spawnSync(
        process.execPath,
        [
          '--input-type=module',
          '--eval',
          LIST,
          pathToFileURL(join(folder, 'dist/src/index.js')).href,
        ],
        { encoding: 'utf8' },
      )
      expect(JSON.parse(stdout)).toEqual(expect.arrayContaining(['lint', 'readDocument', 'rules']))
    })
  })
})

test('a PDF file read without its package gives one sentence', async () => {
  const reading = readDocument({ name: '目录.pdf', bytes: readFileSync(PDF) })
  await expect(reading).rejects.toMatchObject({
    name: 'UnreadableError',
    reason: 'missing-package',
    message: WITHOUT_PDF,
  })
})

const LIST = 'console.log(JSON.stringify(Object.keys(await import(process.argv[1]))))'

/** What would be published, told by npm without building anything. */
function pack(): Packed {
  const { stdout } = spawnSync('npm pack --dry-run --json --ignore-scripts', {
    encoding: 'utf8',
    shell: true,
  })
  const [packed] = JSON.parse(stdout) as readonly [Packed]
  return packed
}

interface FileReport {
  readonly status: string
  readonly findings: readonly { readonly message: string }[]
}

/** What the published program reports about a file. */
function check(folder: string, path: string): readonly FileReport[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'bin/mulint.cjs'), 'check', '--format', 'json', path],
    { encoding: 'utf8' },
  )
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout).files
}
