import type { Replacement } from '../fix/plan.ts'
import { charsetOf } from './charset.ts'

/** Bytes of a text file that replacements are put into. */
export interface TextBytes {
  readonly bytes: Uint8Array
  /** As the reader names it: `utf-8`, `utf-16le`, `utf-16be`, `gb18030` or `big5`. */
  readonly encoding: string
  /** The decoded text without its byte order mark. */
  readonly text: string
}

/**
 * The bytes with replacements put in; they must not overlap, must be in order of place, and hold
 * only what the encoding can write. Every other byte stays as it is, the byte order mark among
 * them. Undefined where the bytes do not fit their encoding, so that nobody can tell which of them
 * stand for which character, and where a replacement would part one.
 */
export function replaceBytes(
  file: TextBytes,
  replacements: readonly Replacement[],
): Uint8Array | undefined {
  if (!fits(file)) return undefined
  const parts: Uint8Array[] = []
  const places = new BytePlaces(file)
  let from = 0
  for (const { start, end, text } of replacements) {
    const [first, last] = [places.byteAt(start), places.byteAt(end)]
    if (first === undefined || last === undefined) return undefined
    parts.push(file.bytes.subarray(from, first), encode(text, file.encoding))
    from = last
  }
  parts.push(file.bytes.subarray(from))
  return joined(parts)
}

/** The first character of a text that an encoding has no bytes for. */
export function unwritable(text: string, encoding: string): string | undefined {
  return [...text].find((character) => bytesOf(character, encoding) === undefined)
}

function fits({ bytes, encoding, text }: TextBytes): boolean {
  try {
    const decoded = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return decoded === text || decoded === `\ufeff${text}`
  } catch {
    return false
  }
}

/** Tells the bytes of ever larger offsets of a text. */
class BytePlaces {
  readonly #file: TextBytes
  #byte: number
  #unit = 0

  constructor(file: TextBytes) {
    this.#file = file
    this.#byte = markLength(file)
  }

  /** Undefined in the middle of a character. */
  byteAt(offset: number): number | undefined {
    while (this.#unit < offset) {
      const [bytes, units] = this.#measure()
      this.#byte += bytes
      this.#unit += units
    }
    return this.#unit > offset ? undefined : this.#byte
  }

  #measure(): readonly [bytes: number, units: number] {
    const { bytes, encoding } = this.#file
    const lead = bytes[this.#byte]
    if (lead === undefined) throw new Error('writers: a replacement lies behind the text')
    if (encoding === 'gb18030' || encoding === 'big5') {
      return charsetOf(encoding).measure(lead, bytes[this.#byte + 1])
    }
    if (encoding !== 'utf-8') return [2, 1]
    if (lead < 0x80) return [1, 1]
    if (lead < 0xe0) return [2, 1]
    return lead < 0xf0 ? [3, 1] : [4, 2]
  }
}

/** Length of the byte order mark, in bytes. */
function markLength({ bytes, encoding, text }: TextBytes): number {
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  if (decoded.length === text.length) return 0
  return encode('\ufeff', encoding).length
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  const bytes: number[] = []
  for (const character of text) {
    const code = bytesOf(character, encoding)
    if (code === undefined) throw new Error(`writers: ${encoding} cannot write ${character}`)
    bytes.push(...code)
  }
  return Uint8Array.from(bytes)
}

function bytesOf(character: string, encoding: string): readonly number[] | undefined {
  const code = character.codePointAt(0) ?? 0
  // Half a character is none.
  if (code >= 0xd800 && code <= 0xdfff) return undefined
  switch (encoding) {
    case 'utf-8':
      return [...new TextEncoder().encode(character)]
    case 'utf-16le':
      return unitsOf(character).flatMap((unit) => [unit & 0xff, unit >> 8])
    case 'utf-16be':
      return unitsOf(character).flatMap((unit) => [unit >> 8, unit & 0xff])
    case 'gb18030':
    case 'big5':
      return charsetOf(encoding).encode(character)
    default:
      throw new Error(`writers: no encoding ${encoding}`)
  }
}

function unitsOf(character: string): readonly number[] {
  return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
