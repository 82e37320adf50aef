import type { PageItem } from './page-table.ts'

/** Lines one after the other that look like rows of a table, and parts that look like its columns. */
const MIN_LINES = 3
const MIN_PARTS = 3

/** Whether a page seems to hold a table without lines: writing in columns, outside every table. */
export function hasUnruledTable(items: readonly PageItem[]): boolean {
  let lines = 0
  for (const item of items) {
    lines = item.kind === 'line' && item.parts >= MIN_PARTS ? lines + 1 : 0
    if (lines >= MIN_LINES) return true
  }
  return false
}
