import { isBlank } from '../../text/normalise.ts'
import { extensionOf } from './extension.ts'
import { type Field, type Separator, scanRecords } from './scan.ts'

/** In order of preference where two fit equally well. */
const SEPARATORS: readonly Separator[] = ['\t', ',', ';', '|']

const HINTS = new Map<string, Separator>([
  ['csv', ','],
  ['tsv', '\t'],
])

/** How much of a text is looked at. A long report may begin with pages of prose. */
const SAMPLE = 131_072

/**
 * What separates the fields of a text: what its extension says, unless another separator makes a
 * consistent table of more records than that one splits at all. Undefined when nothing does and the
 * extension says nothing.
 */
export function findSeparator(text: string, name: string): Separator | undefined {
  const sample = text.slice(0, SAMPLE)
  const hint = HINTS.get(extensionOf(name))
  let best = hint
  let most = hint === undefined ? 0 : widths(sample, hint).filter((width) => width > 1).length
  for (const separator of SEPARATORS) {
    if (separator === hint || !sample.includes(separator)) continue
    const rows = consistentRows(sample, separator)
    if (rows <= most) continue
    best = separator
    most = rows
  }
  return best
}

/**
 * How many records have as many fields as one next to them, or 0 when that is no evidence of a
 * table. Prose in which a half-width comma is used for ， splits too, but unevenly.
 */
function consistentRows(sample: string, separator: Separator): number {
  const found = [...scanRecords(sample, separator)]
  if (found.filter(hasTwoValues).length < 2) return 0
  const counts = found.map(widthOf)
  const rows = counts.filter(
    (count, index) => count > 1 && (count === counts[index - 1] || count === counts[index + 1]),
  ).length
  // Hardly anyone writes a tab into a sentence.
  if (separator === '\t') return rows
  const split = counts.filter((count) => count > 1).length
  const written = counts.filter((count) => count > 0).length
  return rows * 3 >= split * 2 && split * 2 >= written ? rows : 0
}

function widths(sample: string, separator: Separator): readonly number[] {
  return Array.from(scanRecords(sample, separator), widthOf)
}

/** The number of fields; 0 for a blank record. */
function widthOf(record: readonly Field[]): number {
  return record.every(({ text }) => isBlank(text)) ? 0 : record.length
}

function hasTwoValues(record: readonly Field[]): boolean {
  return record.filter(({ text }) => !isBlank(text)).length > 1
}
