import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CORPUS, corpusIsRequired, hasCorpus } from './corpus.ts'

/** What a good tool does with one hostile file. */
interface Expectation {
  readonly file: string
  readonly outcome: 'read' | 'read-with-warning' | 'refuse'
}

const FOLDER = resolve(CORPUS, 'formats/samples/hostile')
const SECONDS = 5
const MEGABYTES = 512

/** Where we do something else than the list, and why. */
const OTHERWISE: Readonly<Record<string, Expectation['outcome']>> = {
  // The contract: a file without any text is an error on that file, whatever its format.
  'empty.md': 'refuse',
  'empty.csv': 'refuse',
  'empty.tsv': 'refuse',
  'empty.txt': 'refuse',
  'empty.html': 'refuse',
}

const EXPECTED: readonly Expectation[] = hasCorpus
  ? (JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')).files ??
    JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')))
  : []

test.runIf(corpusIsRequired)('the hostile files are there', () => {
  expect(EXPECTED.length).toBeGreaterThan(50)
})

describe.skipIf(!hasCorpus)('hostile files', () => {
  let made = ''

  beforeAll(() => {
    made = mkdtempSync(join(tmpdir(), 'mulint-hostile-'))
    const { status } = spawnSync(process.execPath, [join(FOLDER, 'make-big.mjs'), made])
    expect(status).toBe(0)
  })

  afterAll(() => rmSync(made, { recursive: true, force: true }))

  test.each(EXPECTED)('$file: $outcome', ({ file, outcome }) => {
    const kept = join(FOLDER, file)
    const read = readMeasured(isKept(file) ? kept : join(made, file))
    expect({ outcome: read.outcome, message: read.message }).toEqual({
      outcome: OTHERWISE[file] ?? outcome,
      message: read.message,
    })
    expect(read.polluted).toBe(false)
    expect(read.seconds).toBeLessThan(SECONDS)
    expect(read.megabytes).toBeLessThan(MEGABYTES)
  })
})

function isKept(file: string): boolean {
  return !['long-line.txt', 'pipes.md', 'many-entries.xlsx'].includes(file)
}

/** Reads a file in a process of its own and tells what it cost. */
function readMeasured(path: string) {
  const started = performance.now()
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', READ, path],
    { encoding: 'utf8', timeout: 60_000 },
  )
  const seconds = (performance.now() - started) / 1000
  if (stdout === '') throw new Error(`${path}: ${stderr}`)
  return { seconds, ...(JSON.parse(stdout) as Reading) }
}

interface Reading {
  readonly outcome: Expectation['outcome']
  readonly message: string
  readonly megabytes: number
  readonly polluted: boolean
}

const READ = `
import { readFileSync } from 'node:fs'
import { run, findFiles, loadAuthorities } from ${JSON.stringify(resolve('dist/src/index.js'))}
// PDF is read in a process of its own, whose peak the system keeps while it lives.
let ofChildren = 0
setInterval(() => {
  try {
    const children = readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8')
    for (const child of children.trim().split(' ').filter(Boolean)) {
      const [, kilobytes] = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/' + child + '/status', 'utf8')) ?? []
      ofChildren = Math.max(ofChildren, Number(kilobytes ?? 0))
    }
  } catch {
    // It has ended between the two looks.
  }
}, 5).unref()
const before = Object.getOwnPropertyNames(Object.prototype).join()
const { files } = await findFiles([process.argv[1]], process.cwd())
const settings = { rules: [], authorities: loadAuthorities(), today: '2026-11-21' }
const { files: [file] } = await run(files, { settings, version: '0' })
const refused = file.status === 'unreadable'
const told = refused ? file.diagnostics.map((one) => one.message) : file.notices.map((one) => one.text)
console.log(JSON.stringify({
  outcome: refused ? 'refuse' : told.length > 0 ? 'read-with-warning' : 'read',
  message: told.join(' '),
  megabytes: (process.resourceUsage().maxRSS + ofChildren) / 1024,
  polluted: ({}).polluted !== undefined || Object.getOwnPropertyNames(Object.prototype).join() !== before,
}))
`
