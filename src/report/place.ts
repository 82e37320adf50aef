import type { Location } from '../engine/diagnostic.ts'
import { printable } from '../text/printable.ts'

/**
 * Where a location is, in the terms of its format: 7:14, 目录!B7, 第12页, 表1行9. Empty for a
 * whole file.
 */
export function placeName({ line, col, sheet, address, page, table, row }: Location): string {
  if (line !== undefined) return `${line}:${col}`
  if (sheet !== undefined) return `${printable(sheet)}!${address}`
  if (page !== undefined) return `第${page}页`
  return table === undefined || row === undefined ? '' : `表${table}行${row}`
}
