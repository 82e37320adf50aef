import type { Bytes } from '../../compound/bytes.ts'

/** One property of a text, a paragraph or a row (a Prl), and what it is set to. */
export interface Property {
  readonly code: number
  /** Where the operand stands in the list, without its length. */
  readonly at: number
  readonly size: number
}

const TABLE_DEFINITION = 0xd608
const OLD_TABLE_DEFINITION = 0xd606
const TABS = 0xc615

/** Bytes of an operand by the upper three bits of the code; 0 stands for those that tell their length. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3]

/** The properties of a list in their order; later ones outdo earlier ones. What is cut short is left out. */
export function* propertiesOf(list: Bytes): Generator<Property> {
  for (let at = 0; at + 2 < list.length; ) {
    const code = list.u16(at)
    const { from, size } = operandOf(list, code, at + 2)
    if (from + size > list.length) return
    yield { code, at: from, size }
    at = from + size
  }
}

function operandOf(list: Bytes, code: number, at: number): { from: number; size: number } {
  const size = SIZES[code >> 13] ?? 0
  if (size > 0) return { from: at, size }
  if (code === TABLE_DEFINITION || code === OLD_TABLE_DEFINITION) {
    // The length of a table definition has two bytes and counts one of them.
    if (at + 2 > list.length) return { from: at, size: list.length }
    return { from: at + 2, size: Math.max(0, list.u16(at) - 1) }
  }
  const length = list.u8(at)
  if (code === TABS && length === 255) return { from: at + 1, size: tabsSize(list, at + 1) }
  return { from: at + 1, size: length }
}

// More tabs than a byte can measure: those to delete (4 bytes each), those to add (3 bytes each).
function tabsSize(list: Bytes, at: number): number {
  if (at >= list.length) return list.length
  const deleted = 1 + list.u8(at) * 4
  if (at + deleted >= list.length) return list.length
  return deleted + 1 + list.u8(at + deleted) * 3
}
