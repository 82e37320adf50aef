import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { openPackage } from '../../src/readers/package/zip.ts'
import { UnreadableError } from '../../src/readers/reader.ts'
import { containerOf } from '../../src/readers/signature.ts'
import { CORPUS, hasCorpus } from '../corpus.ts'
import type { Part } from '../zip.ts'

/** A file to damage. */
export interface File {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A package whose parts were taken out, so that damage can reach them. */
export interface Parts {
  readonly path: string
  readonly parts: readonly Part[]
}

const FOLDERS = [
  'fixtures/one-table',
  'fixtures/documents',
  'fixtures/damaged',
  ...(hasCorpus ? [join(CORPUS, 'formats/samples'), join(CORPUS, 'seeds')] : []),
]

/** Larger ones say nothing that smaller ones do not. */
const MAX_BYTES = 180_000
const OURS = /README\.md|expected\.md|\.json|\.golden|\.mjs$/u

const FILES: readonly File[] = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => !OURS.test(path) && statSync(path).isFile())
    .map((path) => ({ path, bytes: readFileSync(path) }))
    .filter(({ bytes }) => bytes.length > 0 && bytes.length < MAX_BYTES),
).sort((a, b) => (a.path < b.path ? -1 : 1))

/** Files of these kinds of container, pages counted as text. */
export function filesOf(kind: 'text' | 'package' | 'compound' | 'pdf'): readonly File[] {
  return FILES.filter(({ path, bytes }) => {
    const found = containerOf({ name: basename(path), bytes }).kind
    return found === kind || (kind === 'text' && found === 'page')
  })
}

/** The packages that are sound enough to be taken apart. */
export async function packages(): Promise<readonly Parts[]> {
  const opened = await Promise.all(filesOf('package').map(partsOf))
  return opened.filter(({ parts }) => parts.length > 0)
}

async function partsOf({ path, bytes }: File): Promise<Parts> {
  try {
    const opened = await openPackage(bytes)
    const parts = opened.names.map(async (name): Promise<Part> => [name, await opened.bytes(name)])
    return { path, parts: await Promise.all(parts) }
  } catch (error) {
    if (UnreadableError.is(error)) return { path, parts: [] }
    throw error
  }
}

/** PDF files as they are, and once more with what they draw laid open, so that damage can reach it. */
export function pdfs(): readonly File[] {
  return filesOf('pdf').flatMap((file) => [
    file,
    { path: `${file.path} unpacked`, bytes: unpacked(file) },
  ])
}

const STREAM = /\/Filter\s*\/FlateDecode(.{0,200}?>>\s*stream\r?\n)(.*?)\r?\nendstream/gsu

// The places in its table are wrong then, so the reader looks for the objects themselves.
function unpacked({ bytes }: File): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(
    text.replaceAll(STREAM, (whole, head: string, packed: string) => {
      try {
        const content = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
        return content.length > 50_000 ? whole : `${head}${content}\nendstream`
      } catch {
        return whole
      }
    }),
    'latin1',
  )
}
