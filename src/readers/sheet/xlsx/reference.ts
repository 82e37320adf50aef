import { excerpt, printable } from '../../../text/printable.ts'
import { MAX_COLUMNS, MAX_ROWS, UnreadableError } from '../../reader.ts'
import type { Merge } from '../region.ts'

/** A place on a sheet; rows and columns are counted from 0. */
export interface Square {
  readonly row: number
  readonly column: number
}

const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/u

/** The place that `H9` names. Throws {@link UnreadableError} when no worksheet has one. */
export function parseAddress(address: string): Square {
  const [, letters, digits] = ADDRESS.exec(address) ?? []
  if (letters === undefined) throw badReference(address)
  let column = 0
  for (let index = 0; index < letters.length; index++) {
    column = column * 26 + letters.charCodeAt(index) - 64
  }
  const row = Number(digits) - 1
  if (row >= MAX_ROWS || column > MAX_COLUMNS) throw badReference(address)
  return { row, column: column - 1 }
}

/** The places that `H9:H11` names. */
export function parseRange(range: string): Merge {
  const [first = '', last = first] = range.split(':')
  const from = parseAddress(first)
  const to = parseAddress(last)
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  }
}

/** The error for something that refers to what is not there. */
export function badReference(reference: string): UnreadableError {
  return new UnreadableError(
    'bad-reference',
    `工作簿里的引用“${printable(excerpt(reference, 40))}”无效，无法读取；应当用办公软件打开后另存。`,
  )
}
