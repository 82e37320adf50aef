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

/**
 * The words of a clerk for where a finding is, to open a sentence with, since most viewers know
 * lines at best; in a format without lines its own address stands before them. Empty for a whole
 * file.
 */
export function placeWords(location: Location): string {
  const place = placeName(location)
  if (place === '' && location.row === undefined) return ''
  const address = location.line !== undefined || place === '' ? '' : `${place} `
  return `${address}${printable(location.label)}：`
}
