import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { docxFile } from './docx-file.mjs'
import { makeGrid } from './grid.mjs'
import { environment, middle, race } from './measure.mjs'
import { printCase } from './print.mjs'
import { READER_CASES, smallest } from './reader-cases.mjs'
import { median } from './statistics.mjs'
import { xlsxFile } from './xlsx-file.mjs'

/** Folders of small files, for the whole program rather than for a reader. */
const FOLDERS = {
  xlsx1000: { files: 1000, extension: 'xlsx', fileOf: xlsxFile },
  docx300: { files: 300, extension: 'docx', fileOf: docxFile },
}

const CASES = [...Object.keys(READER_CASES), ...Object.keys(FOLDERS)]
const USAGE = `node bench/readers.mjs [--cases ${CASES.join(',')}] [--rounds 3]
  [--root <folder with bin and dist>] [--work <folder>] [--json <file>]`

const ROWS_IN_FILE = 15
const SEED = 20261121
/** A reader may find fewer cells or more than were written, where pages end; not many. */
const TOLERANCE = 0.02

const run = promisify(execFile)

async function main() {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: CASES.join(',') },
      rounds: { type: 'string', default: '3' },
      root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
      work: { type: 'string', default: join(tmpdir(), 'mulint-bench', 'readers') },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(USAGE)
  const names = values.cases.split(',')
  const unknown = names.find((name) => !CASES.includes(name))
  if (unknown !== undefined) throw new Error(`there is no case "${unknown}"\n${USAGE}`)
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error('--rounds takes a whole number from 1')
  }
  const bench = { rounds, root: resolve(values.root), workFolder: values.work }
  if (!existsSync(join(bench.root, 'dist'))) throw new Error(`there is no dist in ${bench.root}`)
  mkdirSync(bench.workFolder, { recursive: true })
  const machine = `node ${process.version}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model}`
  console.log(`# ${machine}, load ${loadavg()[0].toFixed(1)}`)
  const results = {}
  for (const name of names) {
    results[name] = await (name in FOLDERS
      ? measureFolder(name, bench)
      : measureReader(name, bench))
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ machine, cases: results }, null, 1)}\n`)
  }
}

/** Every reader of a format once in each round, in turn, the order turned round every other time. */
async function measureReader(name, { rounds, root, workFolder }) {
  const { beside, make } = READER_CASES[name]
  const { bytes, ...amount } = make()
  const file = join(workFolder, `large.${name}`)
  writeFileSync(file, bytes)
  writeFileSync(join(workFolder, `smallest.${name}`), smallest(name))
  const readers = ['mulint', ...beside]
  const runs = Object.fromEntries(readers.map((reader) => [reader, []]))
  const load = []
  for (let round = 0; round < rounds; round++) {
    load.push(loadavg()[0])
    for (const reader of round % 2 === 0 ? readers : readers.toReversed()) {
      const result = await readOnce([reader, name, file, join(root, 'dist')])
      refuseWrong(reader, name, result, amount.filled)
      runs[reader].push(result)
    }
  }
  const result = { ...amount, bytes: bytes.length, rounds, load, runs }
  printReader(name, result)
  return result
}

async function readOnce(words) {
  const program = fileURLToPath(new URL('reader-run.mjs', import.meta.url))
  const { stdout } = await run(process.execPath, [program, ...words], { env: environment() })
  return JSON.parse(stdout)
}

/** That a reader was fast means nothing unless it read what there is. */
function refuseWrong(reader, name, { cells }, filled) {
  // The scanner of PDF counts lines of text, others give nothing to count.
  if (cells === undefined || (reader === 'scan' && name === 'pdf')) return
  if (Math.abs(cells - filled) <= filled * TOLERANCE) return
  throw new Error(`${reader} found ${cells} filled cells of ${filled} in the ${name} file`)
}

function printReader(name, { runs, bytes, rows, filled, pages, rounds, load }) {
  const size = `${(bytes / 1e6).toFixed(2)} MB, ${rows} rows, ${filled} cells`
  const paged = pages === undefined ? '' : `, ${pages} pages`
  const weather = `${Math.min(...load).toFixed(1)}–${Math.max(...load).toFixed(1)}`
  console.log(`\n## ${name}, ${size}${paged} (${rounds} rounds, load ${weather})`)
  const columns = ['load ms', 'first ms', 'least', 'cpu ms', 'again ms', 'cpu again', 'µs/row']
  line(['reader', ...columns, 'cells/s', 'peak MB', 'first ÷ it', 'cpu ÷ it', 'cpu again ÷'])
  for (const [reader, its] of Object.entries(runs)) {
    const of = (measure) => median(its.map((one) => one[measure]))
    const ratio = (measure) =>
      median(its.map((one, round) => runs.mulint[round][measure] / one[measure])).toFixed(2)
    const isMulint = reader === 'mulint'
    line([
      reader,
      of('load').toFixed(0),
      of('first').toFixed(0),
      Math.min(...its.map(({ first }) => first)).toFixed(0),
      of('cpu').toFixed(0),
      of('again').toFixed(0),
      of('cpuAgain').toFixed(0),
      ((of('first') * 1000) / rows).toFixed(1),
      ((filled * 1000) / of('first')).toFixed(0),
      of('memory').toFixed(0),
      ...(isMulint ? [] : [ratio('first'), ratio('cpu'), ratio('cpuAgain')]),
    ])
  }
}

function line([first, ...others]) {
  console.log(first.padEnd(12) + others.map((cell) => cell.padStart(11)).join(''))
}

/** The whole program on a folder of small files. */
async function measureFolder(name, { rounds, root, workFolder }) {
  const { files, extension, fileOf } = FOLDERS[name]
  const folder = join(workFolder, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const faulty = []
  let bytes = 0
  for (let index = 0; index < files; index++) {
    const grid = makeGrid({ rows: ROWS_IN_FILE, seed: SEED, index })
    const file = `catalogue-${String(index).padStart(4, '0')}.${extension}`
    const content = fileOf(grid)
    writeFileSync(join(folder, file), content)
    bytes += content.length
    if (grid.faults > 0) faulty.push(file)
  }
  const program = join(root, 'bin', 'mulint.cjs')
  const commands = [
    { name: 'node', words: [process.execPath, '-e', '0'] },
    { name: 'mulint', words: [process.execPath, program, 'check', folder], faulty },
  ]
  const result = { ...(await race(commands, { rounds, workFolder })), bytes, files }
  printCase(name, result)
  const each = (middle(result, 'mulint', 'wall') - middle(result, 'node', 'wall')) / files
  console.log(`${each.toFixed(2)} ms for each file of ${readdirSync(folder).length}`)
  return result
}

try {
  await main()
} catch (error) {
  console.error(`bench: ${error.message}`)
  process.exitCode = 2
}
