import { MAX_ENTRIES, UnreadableError } from '../reader.ts'
import type { Bytes } from './bytes.ts'
import { damaged } from './fault.ts'

const ENTRY = 128
const NAME = 64
const NONE = 0xff_ff_ff_ff

const STORAGE = 1
const STREAM = 2
const ROOT = 5

/** A stream of the directory, with the storages it lies in: `ObjectPool/_1234/Workbook`. */
export interface Stream {
  readonly path: string
  readonly start: number
  readonly size: number
}

export interface Directory {
  /** Where the stream lies that the small streams share. */
  readonly mini: Pick<Stream, 'start' | 'size'>
  readonly streams: readonly Stream[]
}

/** The streams that can be reached from the root, each once. */
export function readDirectory(entries: Bytes): Directory {
  const count = Math.floor(entries.length / ENTRY)
  if (count === 0 || typeOf(entries, 0) !== ROOT) throw damaged()
  const streams: Stream[] = []
  const seen = new Set([0])
  const waiting = [{ entry: child(entries, 0), folder: '' }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { entry, folder } = next
    if (entry === NONE) continue
    if (entry >= count || seen.has(entry)) throw damaged()
    seen.add(entry)
    if (seen.size > MAX_ENTRIES) throw tooManyEntries()
    waiting.push({ entry: left(entries, entry), folder }, { entry: right(entries, entry), folder })
    const path = folder + nameOf(entries, entry)
    const type = typeOf(entries, entry)
    if (type === STORAGE) waiting.push({ entry: child(entries, entry), folder: `${path}/` })
    if (type === STREAM) streams.push({ path, ...placeOf(entries, entry) })
  }
  return { mini: placeOf(entries, 0), streams }
}

function nameOf(entries: Bytes, entry: number): string {
  const at = entry * ENTRY
  // The length counts the NUL at the end.
  const length = Math.min(entries.u16(at + NAME), NAME) - 2
  if (length < 0) throw damaged()
  return new TextDecoder('utf-16le').decode(entries.part(at, length).raw)
}

function typeOf(entries: Bytes, entry: number): number {
  return entries.u8(entry * ENTRY + 0x42)
}

function left(entries: Bytes, entry: number): number {
  return entries.u32(entry * ENTRY + 0x44)
}

function right(entries: Bytes, entry: number): number {
  return entries.u32(entry * ENTRY + 0x48)
}

function child(entries: Bytes, entry: number): number {
  return entries.u32(entry * ENTRY + 0x4c)
}

// The upper half of the size means nothing below 4 GB, and old writers leave noise in it.
function placeOf(entries: Bytes, entry: number): Pick<Stream, 'start' | 'size'> {
  return { start: entries.u32(entry * ENTRY + 0x74), size: entries.u32(entry * ENTRY + 0x78) }
}

function tooManyEntries(): UnreadableError {
  return new UnreadableError(
    'too-many-entries',
    `文件是旧版 Office 文件，其中超过 ${MAX_ENTRIES} 项内容，无法读取；应当删去嵌入的对象后重新保存。`,
  )
}
