import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { injectDefect } from './defects.mjs'
import { FORMATS } from './formats.mjs'
import { Random } from './random.mjs'
import {
  ANNUAL_REPORT,
  CHANNELS,
  CITATIONS,
  CITIES,
  COUNTIES,
  GUIDE,
  ITEMS,
  OFFICES,
} from './texts.mjs'

const USAGE = `node bench/corpus.mjs --out <folder> [--files 1] [--rows 15] [--format md|tsv|csv]
  [--seed 1] [--defects 0.08] [--continued 0.15] [--truth <file>]`

/** Folders hold no more files than this, as in a share sorted by office. */
const FILES_IN_FOLDER = 250

/** Above this many rows the items repeat so often that their names are numbered. */
const ROWS_WITHOUT_NUMBERS = 60

/**
 * One made-up catalogue. `rows` counts numbered rows; on top of them come rows that go on with the
 * entry above (a merged cell in print), `continued` of them for each. `defects` is the share of
 * numbered rows that get a fault. Each catalogue depends on the seed and its own number only.
 */
export function makeCatalogue({ seed, index, rows, defects = 0.08, continued = 0.15 }) {
  const random = new Random(Math.imul(seed + 1, 0x01000193) ^ Math.imul(index + 1, 0x85ebca6b))
  const place = random.chance(0.7) ? random.pick(COUNTIES) : random.pick(CITIES)
  const office = random.pick(OFFICES)
  const agency = place + office
  const shortName = place.slice(-1) + office
  const method = random.pick(['✓', '主动公开'])
  const lines = []
  const truth = []
  for (let number = 1; number <= rows; number++) {
    const isLast = number === rows && rows > 2
    const item = number === 1 ? GUIDE : isLast ? ANNUAL_REPORT : random.pick(ITEMS)
    const isNumbered = rows > ROWS_WITHOUT_NUMBERS && item.level2 !== ''
    const cells = [
      String(number),
      item.level1,
      isNumbered ? `${item.level2}（第${number}类）` : item.level2,
      item.level3,
      item.content.replaceAll('{agency}', agency),
      item.basis ?? makeBasis(item, random),
      item.deadline,
      agency,
      random.pick(CHANNELS),
      '✓',
      '',
      method,
    ]
    if (random.chance(defects)) {
      const defect = injectDefect(cells, { number, item, shortName }, random)
      if (defect !== undefined) truth.push({ row: lines.length + 1, ...defect })
    }
    lines.push(cells)
    if (number > 1 && !isLast && random.chance(continued)) lines.push(continuedRow(agency, random))
  }
  return { title: `${agency}主动公开事项目录`, agency, rows: lines, truth }
}

/** One to four citations, numbered where there are several. */
function makeBasis(item, random) {
  const count = random.between(1, 4)
  const citations = item.own === undefined ? [] : [item.own]
  while (citations.length < count) {
    const citation = random.pick(CITATIONS)
    if (!citations.includes(citation)) citations.push(citation)
  }
  if (citations.length === 1) return citations[0]
  return citations.map((citation, at) => `${at + 1}.${citation}`).join('；')
}

function continuedRow(agency, random) {
  const { level2, level3, content } = random.pick(ITEMS)
  const name = level3 === '' ? level2 : level3
  const text = content.replaceAll('{agency}', agency)
  return ['', '', '', name, text, '', '', '', '', '', '', '']
}

/**
 * Writes catalogues into a folder, and where asked the list of their faults: one JSON object a line,
 * with the file, the row below the header from 1, the column from 0, the kind, and both texts.
 */
export function writeCorpus({
  out,
  files = 1,
  rows = 15,
  format = 'md',
  seed = 1,
  truth,
  ...rest
}) {
  const written = { files: [], bytes: 0, rows: 0, defects: 0 }
  const faults = []
  for (let index = 0; index < files; index++) {
    const catalogue = makeCatalogue({ ...rest, seed, index, rows })
    const folder = files > FILES_IN_FOLDER ? padded(Math.floor(index / FILES_IN_FOLDER), 3) : '.'
    const name = join(folder, `catalogue-${padded(index, 6)}.${format}`)
    const bytes = Buffer.from(FORMATS[format](catalogue))
    mkdirSync(join(out, folder), { recursive: true })
    writeFileSync(join(out, name), bytes)
    written.files.push(name)
    written.bytes += bytes.length
    written.rows += catalogue.rows.length
    written.defects += catalogue.truth.length
    const file = name.replaceAll('\\', '/')
    for (const fault of catalogue.truth) faults.push(JSON.stringify({ file, ...fault }))
  }
  if (truth !== undefined) {
    mkdirSync(dirname(truth), { recursive: true })
    writeFileSync(truth, faults.map((line) => `${line}\n`).join(''))
  }
  return written
}

function padded(number, length) {
  return String(number).padStart(length, '0')
}

function main() {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      files: { type: 'string', default: '1' },
      rows: { type: 'string', default: '15' },
      format: { type: 'string', default: 'md' },
      seed: { type: 'string', default: '1' },
      defects: { type: 'string', default: '0.08' },
      continued: { type: 'string', default: '0.15' },
      truth: { type: 'string' },
    },
  })
  if (values.out === undefined || !Object.hasOwn(FORMATS, values.format)) {
    console.error(USAGE)
    process.exitCode = 2
    return
  }
  const { files, ...totals } = writeCorpus({
    ...values,
    files: Number(values.files),
    rows: Number(values.rows),
    seed: Number(values.seed),
    defects: Number(values.defects),
    continued: Number(values.continued),
  })
  console.log(JSON.stringify({ files: files.length, ...totals }))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
