import { Bytes } from './bytes.ts'
import { damaged, truncated } from './fault.ts'

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER = 512

/** Sector numbers from here on are no sectors: free, end of chain, part of a table. */
const LAST_SECTOR = 0xff_ff_ff_fa
const END_OF_CHAIN = 0xff_ff_ff_fe

/** Sectors of the allocation table that the header itself names. */
const TABLE_IN_HEADER = 109

/** Where things begin, as the header of a compound file says. */
export interface Header {
  readonly sectorSize: number
  readonly directory: number
  readonly miniTable: number
}

/** The sectors of a compound file and the chains that its allocation table makes of them. */
export class Sectors {
  readonly header: Header
  readonly #file: Bytes
  /** Sectors in the file, a last one that is cut short included. */
  readonly #count: number
  /** The sectors that hold the allocation table. */
  readonly #table: readonly number[]

  constructor(bytes: Uint8Array) {
    if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) throw damaged()
    if (bytes.length < HEADER) throw truncated()
    this.#file = new Bytes(bytes)
    const shift = this.#file.u16(0x1e)
    if (shift !== 9 && shift !== 12) throw damaged()
    this.header = {
      sectorSize: 1 << shift,
      directory: this.#file.u32(0x30),
      miniTable: this.#file.u32(0x3c),
    }
    this.#count = Math.max(0, Math.ceil(bytes.length / this.header.sectorSize) - 1)
    this.#table = this.#tableSectors()
  }

  /**
   * The sectors of a chain, in order. Every step goes to a sector of the file that the chain has not
   * yet been to, so that a chain never has more sectors than the file.
   */
  *chain(start: number): Generator<number> {
    if (start === END_OF_CHAIN) return
    const seen = new Uint8Array(this.#count)
    for (let sector = start; sector !== END_OF_CHAIN; sector = this.#next(sector)) {
      this.#check(sector)
      if (seen[sector] === 1) throw damaged()
      seen[sector] = 1
      yield sector
    }
  }

  /** The content of a chain, to its end. */
  whole(start: number): Bytes {
    return this.#join([...this.chain(start)])
  }

  /** The first `size` bytes of a chain, which has to have them. */
  content(start: number, size: number): Bytes {
    if (size > this.#file.length) throw truncated()
    const needed = Math.ceil(size / this.header.sectorSize)
    const sectors: number[] = []
    if (needed > 0) {
      for (const sector of this.chain(start)) if (sectors.push(sector) === needed) break
    }
    if (sectors.length < needed) throw damaged()
    const joined = this.#join(sectors)
    if (joined.length < size) throw truncated()
    return joined.part(0, size)
  }

  #join(sectors: readonly number[]): Bytes {
    const { sectorSize } = this.header
    const joined = new Uint8Array(sectors.length * sectorSize)
    let length = 0
    for (const sector of sectors) {
      const part = this.#file.raw.subarray(this.#offset(sector), this.#offset(sector + 1))
      joined.set(part, length)
      length += part.length
    }
    return new Bytes(joined.subarray(0, length))
  }

  #offset(sector: number): number {
    return (sector + 1) * this.header.sectorSize
  }

  #next(sector: number): number {
    const perSector = this.header.sectorSize / 4
    const table = this.#table[Math.floor(sector / perSector)]
    if (table === undefined) throw damaged()
    const at = this.#offset(table) + (sector % perSector) * 4
    if (at + 4 > this.#file.length) throw truncated()
    return this.#file.u32(at)
  }

  #check(sector: number): void {
    if (sector < this.#count) return
    // A sector that the table speaks of was there before the file was cut.
    const known = this.#table.length * (this.header.sectorSize / 4)
    throw sector < known ? truncated() : damaged()
  }

  // The header names the first sectors of the table; a chain of sectors of its own names the others.
  #tableSectors(): readonly number[] {
    const table: number[] = []
    for (let index = 0; index < TABLE_IN_HEADER; index++) {
      const sector = this.#file.u32(0x4c + index * 4)
      if (sector >= LAST_SECTOR) return table
      table.push(sector)
    }
    const named = this.header.sectorSize / 4 - 1
    const seen = new Set<number>()
    let list = this.#file.u32(0x44)
    while (list < LAST_SECTOR) {
      if (list >= this.#count) throw truncated()
      if (seen.has(list)) throw damaged()
      seen.add(list)
      for (let index = 0; index < named; index++) {
        const sector = this.#file.u32(this.#offset(list) + index * 4)
        if (sector >= LAST_SECTOR) return table
        table.push(sector)
      }
      list = this.#file.u32(this.#offset(list) + named * 4)
    }
    return table
  }
}
