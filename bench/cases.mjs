import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { writeCorpus } from './corpus.mjs'
import { middle, race } from './measure.mjs'
import { exponent, slope } from './statistics.mjs'

/** Part of the path of every corpus: raise it when the generator writes something else. */
const CORPUS_VERSION = 1
const SEED = 20261121
const ROWS_IN_FILE = 15

const GROWTH_ROWS = [1000, 2000, 4000, 8000]

/** What is measured, by name; each gives the result of a race and how much text was read. */
export const CASES = {
  // Half of the rows faulty: the run has to show findings, not only to find nothing.
  cold: (bench) => compare(bench, { files: 1, rows: ROWS_IN_FILE, defects: 0.5 }, bench.peers),
  dir100: (bench) => compare(bench, { files: 100, rows: ROWS_IN_FILE }, bench.peers),
  dir1000: (bench) => compare(bench, { files: 1000, rows: ROWS_IN_FILE }, bench.peers),
  table2000: (bench) => compare(bench, { files: 1, rows: 2000 }, bench.peers),
  // remark-cli would need some ten seconds and a gigabyte for each run of this.
  table8000: (bench) =>
    compare(
      bench,
      { files: 1, rows: 8000 },
      bench.peers.filter(({ name }) => name !== 'remark'),
    ),
  growth: measureGrowth,
}

async function compare(bench, shape, peers) {
  const corpus = prepareCorpus(bench.workFolder, shape)
  const commands = [
    emptyNode(),
    mulint(bench, corpus),
    ...peers.map(({ on }) => on(corpus.files.map((file) => join(corpus.folder, file)))),
  ]
  const result = await race(commands, bench)
  return { ...result, bytes: corpus.bytes, files: corpus.files.length }
}

async function measureGrowth(bench) {
  const corpora = GROWTH_ROWS.map((rows) => prepareCorpus(bench.workFolder, { files: 1, rows }))
  const nameOf = (at) => `mulint, ${GROWTH_ROWS[at]} rows`
  const commands = corpora.map((corpus, at) => ({ ...mulint(bench, corpus), name: nameOf(at) }))
  const result = await race([emptyNode(), ...commands], bench)
  const start = middle(result, 'node', 'wall')
  const points = (measure, less) =>
    corpora.map(({ bytes }, at) => ({ x: bytes, y: middle(result, nameOf(at), measure) - less }))
  return {
    ...result,
    exponent: exponent(points('wall', start)),
    memoryPerMegabyte: slope(points('memory', 0)) * 1e6,
  }
}

function emptyNode() {
  return { name: 'node', words: [process.execPath, '-e', '0'] }
}

function mulint({ program }, { folder, files, faulty }) {
  const input = files.length === 1 ? join(folder, files[0]) : folder
  return { name: 'mulint', words: [process.execPath, program, input], faulty }
}

/** A corpus in the work folder; written once, since the same shape gives the same bytes. */
function prepareCorpus(workFolder, shape) {
  const name = Object.entries(shape).flat().join('-')
  const folder = join(workFolder, `corpus-${CORPUS_VERSION}`, name)
  const summary = `${folder}.json`
  const truth = `${folder}.truth.jsonl`
  if (!existsSync(summary)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const written = writeCorpus({ ...shape, out: folder, truth, seed: SEED })
    // Named last, so that a run that was broken off leaves nothing that looks whole.
    writeFileSync(`${summary}.part`, JSON.stringify(written))
    renameSync(`${summary}.part`, summary)
  }
  const faults = readFileSync(truth, 'utf8').trimEnd().split('\n')
  const faulty = new Set(faults.map((line) => basename(JSON.parse(line).file)))
  return { ...JSON.parse(readFileSync(summary, 'utf8')), folder, faulty: [...faulty] }
}
