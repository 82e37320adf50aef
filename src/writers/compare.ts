import type { Edit } from '../fix/edit.ts'
import { sourceSpan, textOrigin } from '../table/locate.ts'
import type { Block, Document, Passage, Table } from '../table/model.ts'

/** An edit by its place in a source. */
interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Whether a document that was written and read again is the one before with edits put in: the same
 * blocks, tables, cells and spans, every text as it was but for the edits.
 */
export function isAsEdited(before: Document, after: Document, edits: readonly Edit[]): boolean {
  const changes = edits
    .map(({ passage, span, text }) => ({ ...sourceSpan({ passage, span }), text }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  if (before.format !== after.format || before.blocks.length !== after.blocks.length) return false
  return before.blocks.every((block, index) => {
    const other = after.blocks[index]
    return other !== undefined && isSameBlock(block, other, changes)
  })
}

function isSameBlock(before: Block, after: Block, changes: readonly Change[]): boolean {
  if (before.kind === 'paragraph' && after.kind === 'paragraph') {
    return before.heading === after.heading && isSameText(before, after, changes)
  }
  if (before.kind === 'table' && after.kind === 'table') return isSameTable(before, after, changes)
  return false
}

function isSameTable(before: Table, after: Table, changes: readonly Change[]): boolean {
  const nested = before.nested ?? []
  const nestedAfter = after.nested ?? []
  return (
    before.name === after.name &&
    before.headerRows === after.headerRows &&
    JSON.stringify(before.hidden) === JSON.stringify(after.hidden) &&
    before.rows.length === after.rows.length &&
    nested.length === nestedAfter.length &&
    before.rows.every((cells, row) => {
      const others = after.rows[row] ?? []
      return (
        cells.length === others.length &&
        cells.every((cell, index) => {
          const other = others[index]
          return (
            other !== undefined &&
            cell.row === other.row &&
            cell.column === other.column &&
            cell.rowSpan === other.rowSpan &&
            cell.columnSpan === other.columnSpan &&
            isSameText(cell, other, changes)
          )
        })
      )
    }) &&
    nested.every((table, index) => {
      const other = nestedAfter[index]
      return other !== undefined && isSameTable(table, other, changes)
    })
  )
}

function isSameText(before: Passage, after: Passage, changes: readonly Change[]): boolean {
  const { start, end } = textOrigin(before)
  const inside = changesIn(changes, start, end)
  if (inside.length === 0) return before.text === after.text
  const expected = edited(before, inside)
  return expected === after.text || withoutEdges(expected) === withoutEdges(after.text)
}

/** The changes that lie in a stretch of the source, both ends included. */
function changesIn(changes: readonly Change[], start: number, end: number): readonly Change[] {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const inside: Change[] = []
  for (let one = changes[low]; one !== undefined && one.start <= end; one = changes[++low]) {
    if (one.end <= end) inside.push(one)
  }
  return inside
}

function edited(passage: Passage, changes: readonly Change[]): string {
  const { start, offsets } = textOrigin(passage)
  const { text } = passage
  const unitAt = (offset: number) => {
    if (offsets === undefined) return offset - start
    const unit = offsets.findIndex((one) => one >= offset)
    return unit < 0 ? text.length : Math.min(unit, text.length)
  }
  let output = ''
  let from = 0
  for (const change of changes) {
    output += text.slice(from, unitAt(change.start)) + change.text
    from = Math.max(from, unitAt(change.end))
  }
  return output + text.slice(from)
}

/** White space at the ends of a cell is not read in every format, nor is more than one blank. */
function withoutEdges(text: string): string {
  return text.replaceAll(/[\t\n\r ]+/gu, ' ').trim()
}
