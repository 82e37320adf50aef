import {
  encrypted,
  MAX_ENTRIES,
  MAX_ENTRY_BYTES,
  MAX_PACKAGE_BYTES,
  UnreadableError,
} from '../reader.ts'

/** An entry as the directory of a zip file tells of it. */
export interface Entry {
  readonly name: string
  /** Where its own header begins. */
  readonly header: number
  /** Where its packed bytes begin and end. */
  readonly start: number
  readonly end: number
  /** Size and checksum once it is unpacked. */
  readonly size: number
  readonly crc: number
  readonly method: number
}

// What APPNOTE calls them: end of central directory record, central file header, local file header.
const END = 0x06054b50
const HEADER = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const HEADER_SIZE = 46
const LOCAL_SIZE = 30
const MAX_COMMENT = 0xffff

/** What a field says when the true value is too large for it and stands in a zip64 record. */
const ZIP64_SHORT = 0xffff
const ZIP64_LONG = 0xffffffff

const IS_ENCRYPTED = 1

/**
 * The entries of a zip file, once nothing about its directory is wrong: nothing is unpacked, nothing
 * is read twice, and no size that the file merely claims is taken for granted.
 */
export function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start, end } = locateDirectory(view)
  const entries: Entry[] = []
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + HEADER_SIZE > end || view.getUint32(at, true) !== HEADER) throw damaged()
    const next =
      at +
      HEADER_SIZE +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
    if (next > end) throw damaged()
    entries.push(entryAt(view, at, start))
    at = next
  }
  if (at !== end) throw damaged()
  refuseTooLarge(entries)
  refuseOverlap(entries)
  return entries
}

function locateDirectory(view: DataView): {
  readonly count: number
  readonly start: number
  readonly end: number
} {
  const at = findEnd(view)
  const count = view.getUint16(at + 10, true)
  const size = view.getUint32(at + 12, true)
  const start = view.getUint32(at + 16, true)
  if (count === ZIP64_SHORT || size === ZIP64_LONG || start === ZIP64_LONG) throw tooLarge()
  if (count > MAX_ENTRIES) {
    throw new UnreadableError(
      'too-many-entries',
      `文件是压缩包，内有 ${count} 个部件，超过 ${MAX_ENTRIES} 个，无法读取；应当核对文件的来源。`,
    )
  }
  const isSplit = view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count
  if (isSplit || start + size > at) throw damaged()
  return { count, start, end: start + size }
}

/** The record stands at the end, before a comment of any length. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new UnreadableError('truncated', '文件不完整，缺少结尾的部分；应当重新获取文件。')
}

function entryAt(view: DataView, at: number, directory: number): Entry {
  if (view.getUint16(at + 8, true) & IS_ENCRYPTED) {
    throw encrypted()
  }
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  if (packed === ZIP64_LONG || size === ZIP64_LONG || local === ZIP64_LONG) throw tooLarge()
  const start = dataOf(view, local)
  if (start + packed > directory) throw damaged()
  return {
    name: nameAt(view, at),
    header: local,
    start,
    end: start + packed,
    size,
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
  }
}

// Some programs write names with backslashes.
function nameAt(view: DataView, at: number): string {
  const bytes = new Uint8Array(
    view.buffer,
    view.byteOffset + at + HEADER_SIZE,
    view.getUint16(at + 28, true),
  )
  return new TextDecoder().decode(bytes).replaceAll('\\', '/')
}

/** Where the packed bytes behind a local header begin. */
function dataOf(view: DataView, at: number): number {
  if (at + LOCAL_SIZE > view.byteLength || view.getUint32(at, true) !== LOCAL) throw damaged()
  return at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
}

function refuseTooLarge(entries: readonly Entry[]): void {
  let total = 0
  for (const { size } of entries) {
    total += size
    if (size > MAX_ENTRY_BYTES || total > MAX_PACKAGE_BYTES) throw tooLarge()
  }
}

function refuseOverlap(entries: readonly Entry[]): void {
  let free = 0
  for (const { header, end } of [...entries].sort((a, b) => a.header - b.header)) {
    if (header < free) throw damaged()
    free = end
  }
}

/** The error for a package whose parts contradict its directory or cannot be made out. */
export function damaged(): UnreadableError {
  return new UnreadableError(
    'damaged',
    '文件已经损坏，无法读取；应当重新获取文件，或者用办公软件修复后另存。',
  )
}

/** The error for a package that is more than anyone can read. */
export function tooLarge(): UnreadableError {
  return new UnreadableError(
    'too-large',
    '文件解压后过大，无法读取；应当核对文件的来源，或者拆分后再检查。',
  )
}
