import type { Block } from '../../table/model.ts'
import { isBlank } from '../../text/normalise.ts'
import { paragraphOf, refuseTooWide, tableOf } from './blocks.ts'
import { type Field, scanRecords } from './scan.ts'

/** A cell as the lines it is made of. */
type Lines = [Field, ...Field[]]
type Row = Lines[]
/** A paragraph, or the rows of a table. */
type Part = Field | Row[]

/**
 * Reads the layout in which every cell has a line of its own, as a word processor leaves a table
 * that was saved as text; undefined when the text is not laid out so.
 *
 *     ⇥组            a tab begins a cell …
 *
 *     织             … and further paragraphs of the cell come without one
 *     ⇥主要负责人    the next cell of the row
 *
 *     ⇥制            after a blank line, the next row
 */
export function readCellLines(text: string): readonly Block[] | undefined {
  // A table laid out otherwise has a tab within a line, mostly its first line with any tab.
  if (!text.includes('\t')) return undefined
  const parts = partsOf(text)
  if (parts === undefined || !isRegular(parts.filter(Array.isArray).flat())) return undefined
  return parts.map((part) => (Array.isArray(part) ? tableOf(part.map(joinRow)) : paragraphOf(part)))
}

function partsOf(text: string): readonly Part[] | undefined {
  const parts: Part[] = []
  let blankLines = 0
  for (const [line] of scanRecords(text, undefined)) {
    if (line === undefined) continue
    if (line.text.includes('\t', 1)) return undefined
    if (line.text.startsWith('\t')) {
      addCell(parts, afterTab(line), blankLines > 0)
    } else if (isBlank(line.text)) {
      blankLines += 1
      continue
    } else {
      addText(parts, line, blankLines)
    }
    blankLines = 0
  }
  return parts
}

function addCell(parts: Part[], line: Field, isNewRow: boolean): void {
  const table = parts.at(-1)
  if (!Array.isArray(table)) parts.push([[[line]]])
  else if (isNewRow) table.push([[line]])
  else table.at(-1)?.push([line])
}

// One blank line parts the paragraphs of a cell, so only two can tell a cell from text below the
// table.
function addText(parts: Part[], line: Field, blankLines: number): void {
  const table = parts.at(-1)
  if (Array.isArray(table) && blankLines < 2) table.at(-1)?.at(-1)?.push(line)
  else parts.push(line)
}

function afterTab({ text, origin }: Field): Field {
  return { text: text.slice(1), origin: { ...origin, start: origin.start + 1 } }
}

/** Most rows have the same number of cells, and more than one; indented prose has not. */
function isRegular(rows: readonly Row[]): boolean {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].some(
    ([cells, times]) => cells > 1 && times > 1 && times * 3 >= rows.length * 2,
  )
}

function joinRow(row: Row): readonly Field[] {
  const fields = row.map(joinLines)
  refuseTooWide(fields)
  return fields
}

/** The written lines as one text; a line break in it stands for the end of the line before. */
function joinLines(lines: Lines): Field {
  const written = lines.filter(({ text }) => !isBlank(text))
  const [first, ...rest] = written
  const last = rest.at(-1)
  if (first === undefined || last === undefined) return first ?? lines[0]
  return {
    text: written.map(({ text }) => text).join('\n'),
    origin: {
      kind: 'text',
      start: first.origin.start,
      end: last.origin.end,
      offsets: written.flatMap(unitOffsets),
    },
  }
}

/** Where each unit of a line and its end stand. */
function unitOffsets({ origin: { start, end } }: Field): readonly number[] {
  return Array.from({ length: end - start + 1 }, (_, index) => start + index)
}
