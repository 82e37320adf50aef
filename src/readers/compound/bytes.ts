import { damaged } from './fault.ts'

/** Little-endian numbers of a stretch of bytes; a number beyond its end means a damaged file. */
export class Bytes {
  readonly raw: Uint8Array
  readonly length: number
  readonly #view: DataView

  constructor(raw: Uint8Array) {
    this.raw = raw
    this.length = raw.length
    this.#view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength)
  }

  u8(at: number): number {
    this.#check(at, 1)
    return this.#view.getUint8(at)
  }

  u16(at: number): number {
    this.#check(at, 2)
    return this.#view.getUint16(at, true)
  }

  i16(at: number): number {
    this.#check(at, 2)
    return this.#view.getInt16(at, true)
  }

  u32(at: number): number {
    this.#check(at, 4)
    return this.#view.getUint32(at, true)
  }

  /** A part that has to be there in full. */
  part(from: number, length: number): Bytes {
    this.#check(from, length)
    return new Bytes(this.raw.subarray(from, from + length))
  }

  #check(at: number, size: number): void {
    if (at < 0 || at + size > this.length) throw damaged()
  }
}
