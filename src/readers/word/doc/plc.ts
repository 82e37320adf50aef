import type { Bytes } from '../../compound/bytes.ts'

/** A list of places and, for each stretch between two of them, an item of fixed size. */
export interface Plc {
  /** Number of stretches. */
  readonly count: number
  /** Where stretch `index` begins; that of `count` is where the last one ends. */
  place(index: number): number
  item(index: number): Bytes
}

export function readPlc(bytes: Bytes, itemSize: number): Plc {
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + itemSize)))
  return {
    count,
    place: (index) => bytes.u32(index * 4),
    item: (index) => bytes.part((count + 1) * 4 + index * itemSize, itemSize),
  }
}
