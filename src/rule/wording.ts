import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Edit, Fix, Safety } from '../fix/edit.ts'
import type { Passage } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'

/**
 * Every text that somebody wrote, once: paragraphs, labels and cells, and in a report, whose tables
 * have no entries, the cells of its tables.
 */
export function writtenTexts(catalogue: Catalogue): readonly Passage[] {
  return catalogue.once(findTexts)
}

function findTexts(catalogue: Catalogue): readonly Passage[] {
  const texts: Passage[] = [...catalogue.header, ...catalogue.passages()]
  if (catalogue.kind === 'annual-report') {
    for (const { grid } of catalogue.sheets) texts.push(...grid.table.rows.flat())
  }
  return texts.filter(({ text }) => !isBlank(text))
}

/** What was found, those of one key together, in order of their first. */
export function grouped<T>(found: Iterable<T>, keyOf: (one: T) => string): Iterable<[T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>()
  for (const one of found) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups.values()
}

/** （共3处）, said where a fault is told once for several places. */
export function timesText(count: number): string {
  return count === 1 ? '' : `（共${count}处）`
}

export function fixOf(
  safety: Safety,
  [first, ...others]: readonly Edit[],
): { fix: Fix } | undefined {
  return first && { fix: { safety, edits: [first, ...others] } }
}
