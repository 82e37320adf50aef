import { UnreadableError } from '../reader.ts'
import type { Bytes } from './bytes.ts'
import { readDirectory, type Stream } from './directory.ts'
import { damaged } from './fault.ts'
import { Sectors } from './sectors.ts'

/** A compound file: the container of .doc, .xls and their kin. Names are told apart without case. */
export interface Compound {
  /** Paths of all streams: `WordDocument`, `ObjectPool/_1234/Workbook`. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** Throws {@link UnreadableError} when the stream is not there in full. */
  stream(name: string): Uint8Array | undefined
}

export type CompoundKind = 'doc' | 'xls' | 'encrypted' | 'works' | 'powerpoint' | 'other'

/** Smaller streams lie in one that they share, in sectors of 64 bytes. */
const SMALL = 4096
const MINI_SECTOR = 64

/**
 * Opens a compound file without believing it: every chain is bounded by the sectors that are there,
 * nothing is copied before it is asked for. Throws {@link UnreadableError} when it is damaged.
 */
export function openCompound(bytes: Uint8Array): Compound {
  const sectors = new Sectors(bytes)
  const { mini, streams } = readDirectory(sectors.whole(sectors.header.directory))
  const found = new Map(streams.map((stream) => [stream.path.toUpperCase(), stream]))
  if (found.size < streams.length) throw duplicateEntry()
  let small: SmallStreams | undefined
  const contentOf = ({ start, size }: Stream): Uint8Array => {
    if (size >= SMALL) return sectors.content(start, size).raw
    small ??= {
      content: sectors.content(mini.start, mini.size),
      table: sectors.whole(sectors.header.miniTable),
    }
    return smallStream(small, start, size)
  }
  return {
    names: streams.map(({ path }) => path),
    has: (name) => found.has(name.toUpperCase()),
    stream: (name) => {
      const stream = found.get(name.toUpperCase())
      return stream && contentOf(stream)
    },
  }
}

/** Streams that tell what a file is; the first one speaks for the others. */
const KINDS: readonly (readonly [CompoundKind, string])[] = [
  ['encrypted', 'EncryptedPackage'],
  ['encrypted', 'EncryptionInfo'],
  ['doc', 'WordDocument'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
  ['powerpoint', 'PowerPoint Document'],
  ['works', 'MatOST'],
  ['works', 'MM'],
  ['works', 'CONTENTS'],
]

/** What a compound file is, as far as the names of its streams tell. */
export function whatIs(compound: Compound): CompoundKind {
  return KINDS.find(([, name]) => compound.has(name))?.[0] ?? 'other'
}

interface SmallStreams {
  readonly content: Bytes
  /** For each mini sector the one that follows it. */
  readonly table: Bytes
}

function smallStream({ content, table }: SmallStreams, start: number, size: number): Uint8Array {
  const joined = new Uint8Array(size)
  const seen = new Set<number>()
  for (let done = 0, sector = start; done < size; done += MINI_SECTOR) {
    if (seen.has(sector)) throw damaged()
    seen.add(sector)
    const length = Math.min(MINI_SECTOR, size - done)
    joined.set(content.part(sector * MINI_SECTOR, length).raw, done)
    if (done + length < size) sector = table.u32(sector * 4)
  }
  return joined
}

function duplicateEntry(): UnreadableError {
  return new UnreadableError(
    'duplicate-entry',
    '文件是旧版 Office 文件，其中两项内容同名，无法确定应当读取哪一项；应当重新获取文件。',
  )
}
