import { BUILT_IN } from '../number-format/built-in.ts'
import { formatNumber } from '../number-format/format.ts'
import type { Globals } from './globals.ts'

/** A number as its cell shows it: 0.125 as 12.50%, 45310 as 2024年1月19日. */
export function displayNumber(value: number, cellFormat: number, globals: Globals): string {
  const format = globals.numberFormats[cellFormat] ?? 0
  const code = globals.formatCodes.get(format) ?? BUILT_IN.get(format)
  return formatNumber(value, code, globals.from1904)
}

export function displayBoolean(value: number): string {
  return value === 0 ? 'FALSE' : 'TRUE'
}

const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
])

export function displayError(code: number): string {
  return ERRORS.get(code) ?? '#N/A'
}
