import type { Bytes } from '../../compound/bytes.ts'
import { damaged } from '../../compound/fault.ts'

/** What a string says of itself: two bytes a character, phonetics behind it, formats behind it. */
const WIDE = 1
const PHONETIC = 4
const RICH = 8

/**
 * Reads Unicode strings from a record and those that continue it. Where a record ends amid
 * characters, the next one begins with a byte that says how wide the rest of them are.
 */
export class StringReader {
  readonly #parts: readonly Bytes[]
  #part = 0
  #at: number

  constructor(parts: readonly Bytes[], at: number) {
    this.#parts = parts
    this.#at = at
  }

  /** Whether nothing is left to read. */
  isDone(): boolean {
    let part = this.#parts[this.#part]
    while (part !== undefined && this.#at >= part.length) {
      this.#nextPart()
      part = this.#parts[this.#part]
    }
    return part === undefined
  }

  u8(): number {
    const here = this.#here()
    this.#at += 1
    return here.u8(this.#at - 1)
  }

  u16(): number {
    return this.u8() + this.u8() * 0x1_00
  }

  u32(): number {
    return this.u16() + this.u16() * 0x1_00_00
  }

  /** A string of the given length, which begins with what it says of itself. */
  string(length: number): string {
    const flags = this.u8()
    const formats = (flags & RICH) === 0 ? 0 : this.u16()
    const phonetics = (flags & PHONETIC) === 0 ? 0 : this.u32()
    const text = this.#characters(length, (flags & WIDE) !== 0)
    this.#skip(formats * 4 + phonetics)
    return text
  }

  #characters(length: number, isWide: boolean): string {
    let size = isWide ? 2 : 1
    let text = ''
    let rest = length
    while (rest > 0) {
      const here = this.#parts[this.#part]
      if (here === undefined) throw damaged()
      const count = Math.min(rest, Math.floor((here.length - this.#at) / size))
      text += decode(here.part(this.#at, count * size).raw, size)
      this.#at += count * size
      rest -= count
      if (rest === 0) break
      this.#nextPart()
      size = (this.u8() & WIDE) === 0 ? 1 : 2
    }
    return text
  }

  #skip(length: number): void {
    let rest = length
    while (rest > 0) {
      const step = Math.min(rest, this.#here().length - this.#at)
      this.#at += step
      rest -= step
    }
  }

  /** The record of the next byte. */
  #here(): Bytes {
    const part = this.isDone() ? undefined : this.#parts[this.#part]
    if (part === undefined) throw damaged()
    return part
  }

  #nextPart(): void {
    this.#part += 1
    this.#at = 0
  }
}

/** More characters at once would overflow the stack, each being an argument. */
const CHUNK = 8192

// Not a TextDecoder: the end of a record may cut a surrogate pair in two, and characters of one byte
// are the first 256 of Unicode, which it does not know as an encoding.
function decode(raw: Uint8Array, size: number): string {
  let text = ''
  const units = size === 1 ? raw : wideUnits(raw)
  for (let at = 0; at < units.length; at += CHUNK) {
    text += String.fromCharCode(...units.subarray(at, at + CHUNK))
  }
  return text
}

function wideUnits(raw: Uint8Array): Uint16Array {
  const units = new Uint16Array(raw.length / 2)
  for (let at = 0; at < units.length; at++) {
    units[at] = (raw[at * 2] ?? 0) + (raw[at * 2 + 1] ?? 0) * 0x1_00
  }
  return units
}
