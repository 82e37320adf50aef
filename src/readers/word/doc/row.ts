import type { Bytes } from '../../compound/bytes.ts'
import type { Property } from './property.ts'

/** What a row says of one of its cells. */
export interface CellShape {
  /** Left and right edge in twips. */
  readonly left: number
  readonly right: number
  /** Not 0 in merged cells; the first of them has another value than those that follow it. */
  readonly sideways: number
  /** First or later of the cells that are merged downwards. */
  readonly downwards: 'begins' | 'goes-on' | undefined
}

export interface RowShape {
  readonly cells: readonly CellShape[]
  readonly isHeader: boolean
}

const HEADER = 0x3404
const DEFINITION = 0xd608
const DOWNWARDS = 0xd62b
const INSERT = 0x7621
const DELETE = 0x5622
const WIDTH = 0x7623
const MERGE = 0x5624
const SPLIT = 0x5625

/** Bytes that a definition has for each cell; it may have none for the last ones. */
const CELL = 20
/** More cells than a row can have. */
const MAX_CELLS_IN_ROW = 64

type Draft = { width: number; sideways: number; downwards: number }

/** Puts the shape of a row together, property by property. */
export class RowDraft {
  #left = 0
  #cells: Draft[] = []
  #isHeader = false

  apply(list: Bytes, { code, at, size }: Property): void {
    if (code === HEADER) this.#isHeader = list.u8(at) !== 0
    else if (code === DEFINITION) this.#define(list.part(at, size))
    else if (code === DOWNWARDS && size >= 2) this.#mergeDownwards(list.u8(at), list.u8(at + 1))
    else if (code === INSERT) this.#insert(list.u8(at), list.u8(at + 1), list.i16(at + 2))
    else if (code === DELETE) this.#delete(list.u8(at), list.u8(at + 1))
    else if (code === WIDTH) this.#widen(list.u8(at), list.u8(at + 1), list.i16(at + 2))
    else if (code === MERGE) this.#merge(list.u8(at), list.u8(at + 1))
    else if (code === SPLIT) this.#split(list.u8(at), list.u8(at + 1))
  }

  shape(): RowShape {
    let right = this.#left
    const cells = this.#cells.map(({ width, sideways, downwards }): CellShape => {
      const left = right
      right += width
      return { left, right, sideways, downwards: DOWNWARDS_NAMES[downwards] }
    })
    return { cells, isHeader: this.#isHeader }
  }

  #define(definition: Bytes): void {
    const count = definition.length === 0 ? 0 : definition.u8(0)
    const flags = 1 + (count + 1) * 2
    if (count > MAX_CELLS_IN_ROW || definition.length < flags) return
    this.#left = definition.i16(1)
    this.#cells = Array.from({ length: count }, (_, index) => {
      const at = flags + index * CELL
      const flag = at + 2 <= definition.length ? definition.u16(at) : 0
      return {
        width: definition.i16(3 + index * 2) - definition.i16(1 + index * 2),
        sideways: flag & 3,
        downwards: (flag >> 5) & 3,
      }
    })
  }

  #mergeDownwards(index: number, value: number): void {
    const cell = this.#cells[index]
    if (cell) cell.downwards = value & 3
  }

  #insert(first: number, count: number, width: number): void {
    const added = Math.min(count, MAX_CELLS_IN_ROW - this.#cells.length)
    if (added <= 0 || first > this.#cells.length) return
    const cells = Array.from({ length: added }, () => ({ width, sideways: 0, downwards: 0 }))
    this.#cells.splice(first, 0, ...cells)
  }

  #delete(first: number, end: number): void {
    if (first < end) this.#cells.splice(first, end - first)
  }

  #widen(first: number, end: number, width: number): void {
    for (const cell of this.#cells.slice(first, end)) cell.width = width
  }

  #merge(first: number, end: number): void {
    for (const [index, cell] of this.#cells.slice(first, end).entries()) {
      cell.sideways = index === 0 ? 2 : 1
    }
  }

  #split(first: number, end: number): void {
    for (const cell of this.#cells.slice(first, end)) cell.sideways = 0
  }
}

const DOWNWARDS_NAMES = [undefined, 'goes-on', 'begins', 'begins'] as const
