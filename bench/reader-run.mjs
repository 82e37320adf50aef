// One reader, one file, in a process of its own: `node reader-run.mjs <reader> <case> <file> <dist>`.
// Prints the times of loading, of the first and of the second read in ms, the processor time of the
// two reads (of all threads), the filled cells, and the peak memory after the first read in MB.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'

const [, , reader, name, file, dist] = process.argv

const READERS = {
  mulint: async () => {
    const { readDocument } = await fromDist('readers/choose.js')
    const { pdfAssets } = await fromDist('node/pdf-assets.js')
    const pdf = pdfAssets()
    // Readers are loaded with the first file that needs them; what loading costs is told apart.
    await readDocument({ name: 'a.csv', bytes: Buffer.from('a,b\nc,d\n') })
    if (name !== 'csv') await readDocument(smallest(), { pdf })
    // pdf.js takes no Buffer.
    return async (bytes) =>
      filledCells(await readDocument({ name: file, bytes: new Uint8Array(bytes) }, { pdf }))
  },

  decode: async () => (await import('./scanners.mjs')).DECODERS[name],

  scan: async () => (await import('./scanners.mjs')).SCANNERS[name],

  '@e965/xlsx': async () => {
    const { read, utils } = await import('@e965/xlsx')
    return (bytes) => {
      const { Sheets, SheetNames } = read(bytes, { cellStyles: false })
      const rows = utils.sheet_to_json(Sheets[SheetNames[0]], { header: 1, raw: false })
      let count = 0
      for (const row of rows.slice(1)) for (const text of row) if (text) count++
      return count
    }
  },

  parse5: async () => {
    const { parse } = await import('parse5')
    return (bytes) => void parse(bytes.toString(), { sourceCodeLocationInfo: true })
  },

  'pdf.js': async () => {
    const { createRequire } = await import('node:module')
    const { dirname } = await import('node:path')
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    return async (bytes) => {
      const task = getDocument({
        data: new Uint8Array(bytes),
        isEvalSupported: false,
        disableFontFace: true,
        useSystemFonts: false,
        useWasm: false,
        cMapUrl: `${folder}/cmaps/`,
        cMapPacked: true,
        standardFontDataUrl: `${folder}/standard_fonts/`,
        verbosity: 0,
      })
      const document = await task.promise
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number)
        await page.getTextContent()
        await page.getOperatorList()
        page.cleanup()
      }
      await task.destroy()
    }
  },
}

function fromDist(path) {
  return import(pathToFileURL(join(dist, 'src', path)).href)
}

/** A file that is refused or read at once, so that its reader gets loaded. */
function smallest() {
  return {
    name: `a.${name}`,
    bytes: new Uint8Array(readFileSync(join(file, '..', `smallest.${name}`))),
  }
}

function filledCells({ blocks }) {
  let count = 0
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    for (const row of block.rows) for (const { text } of row) if (text !== '') count++
  }
  return count
}

/** Of this process alone: what `getrusage` tells may be its parent's. */
function peakMegabytes() {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

/** One read and what it took. */
async function timed(read) {
  // Some readers take the bytes away from their caller.
  const bytes = readFileSync(file)
  const began = performance.now()
  const before = process.cpuUsage()
  const cells = await read(bytes)
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - began, cpu: (user + system) / 1000, cells }
}

const began = performance.now()
const read = await READERS[reader]()
const load = performance.now() - began
const first = await timed(read)
const memory = peakMegabytes()
const again = await timed(read)
console.log(
  JSON.stringify({
    load,
    first: first.wall,
    cpu: first.cpu,
    again: again.wall,
    cpuAgain: again.cpu,
    cells: first.cells,
    memory,
  }),
)
