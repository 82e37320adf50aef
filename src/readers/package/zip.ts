import { excerpt, printable } from '../../text/printable.ts'
import { MAX_PACKAGE_BYTES, UnreadableError } from '../reader.ts'
import { damaged, type Entry, readDirectory, tooLarge } from './directory.ts'

/** An office package: a zip file of named parts, unpacked one at a time. */
export interface Package {
  /** Names of the parts as the package writes them, in its order. */
  readonly names: readonly string[]
  /** Whether there is such a part; upper and lower case are the same. */
  has(name: string): boolean
  /** A part decoded as UTF-8 or UTF-16, without its byte order mark. */
  text(name: string): Promise<string>
  /** A part as it is, its size and checksum found right. */
  bytes(name: string): Promise<Uint8Array>
}

/**
 * Opens an office package by its directory alone. Throws {@link UnreadableError} when the directory
 * is wrong, and later when a part is not what the directory says.
 */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const entries = new Map<string, Entry>()
  for (const entry of readDirectory(bytes)) {
    const key = keyOf(entry.name)
    if (entries.has(key)) throw duplicate(entry.name)
    entries.set(key, entry)
  }
  let unpacked = 0
  const read = async (name: string): Promise<Uint8Array> => {
    const entry = entries.get(keyOf(name))
    if (entry === undefined) throw damaged()
    // Parts may refer to the same part over and over.
    unpacked += entry.size
    if (unpacked > MAX_PACKAGE_BYTES) throw tooLarge()
    return unpack(entry, bytes.subarray(entry.start, entry.end))
  }
  return {
    names: Array.from(entries.values(), ({ name }) => name),
    has: (name) => entries.has(keyOf(name)),
    text: async (name) => decodePart(await read(name)),
    bytes: read,
  }
}

function keyOf(name: string): string {
  return name.toLowerCase()
}

function duplicate(name: string): UnreadableError {
  // Two programs would read two different documents.
  return new UnreadableError(
    'duplicate-entry',
    `文件是压缩包，内有两个同名部件“${printable(excerpt(name, 60))}”，无法确定以哪一个为准；应当用办公软件打开后另存。`,
  )
}

const STORED = 0
const DEFLATED = 8

async function unpack({ method, size, crc }: Entry, packed: Uint8Array): Promise<Uint8Array> {
  const content = method === STORED ? packed : await inflate(method, packed, size)
  if (content.length !== size || crc32(content) !== crc) throw damaged()
  return content
}

/** The unpacked bytes; given up as soon as they are more than the directory says. */
async function inflate(method: number, packed: Uint8Array, size: number): Promise<Uint8Array> {
  if (method !== DEFLATED) throw damaged()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  for (;;) {
    const { value } = await reader.read().catch(() => Promise.reject(damaged()))
    if (value === undefined) return concatenated(chunks, length)
    chunks.push(value)
    length += value.length
    if (length <= size) continue
    await reader.cancel().catch(() => undefined)
    throw damaged()
  }
}

function concatenated(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The checksum of zip files; bits from the low end, 0xedb88320 is its polynomial. */
function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (let index = 0; index < bytes.length; index++) {
    crc = (CRC_TABLE[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

function decodePart(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw damaged()
  }
}

/** Parts are UTF-8 or UTF-16; each begins with a byte order mark or with `<`. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}
