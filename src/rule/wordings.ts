import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Edit, Fix } from '../fix/edit.ts'
import { findProperNames, holdsNames } from '../grammar/proper.ts'
import type { Cell, Passage } from '../table/model.ts'
import { differences } from '../text/difference.ts'
import type { Span } from '../text/span.ts'
import { familyOf, type Rule } from './rule.ts'

/** Families of rules that better how something is worded, and know nothing of what it names. */
const WORDINGS: ReadonlySet<string> = new Set(['channel', 'item', 'punct', 'text'])

/**
 * The fix of a finding, unless a rule on wording would change the name of a person, a document
 * number or a code with it: 账 in a name is no mistake.
 */
export function sparingNames(rule: Rule, fix: Fix, catalogue: Catalogue): Fix | undefined {
  if (!WORDINGS.has(familyOf(rule.id))) return fix
  return fix.edits.some((edit) => changesName(edit, catalogue)) ? undefined : fix
}

function changesName({ passage, span, text }: Edit, catalogue: Catalogue): boolean {
  if ('row' in passage) {
    const cell = passage as Cell
    const column = catalogue.header.includes(cell) ? undefined : catalogue.columnOf(cell)
    if (column !== undefined && holdsNames(column.label)) return true
  }
  const names = namesIn(passage)
  if (names.length === 0) return false
  const changed = differences(passage.text.slice(span.start, span.end), text)
  return changed.some(({ start, end }) =>
    names.some((name) => isInside({ start: span.start + start, end: span.start + end }, name)),
  )
}

/** The names in texts that have been asked about; a cell may have a thousand edits. */
const NAMES_IN = new WeakMap<Passage, readonly Span[]>()

function namesIn(passage: Passage): readonly Span[] {
  const known = NAMES_IN.get(passage) ?? findProperNames(passage.text)
  NAMES_IN.set(passage, known)
  return known
}

/** Whether a change touches a name; what is put in before or behind it does not. */
function isInside(change: Span, name: Span): boolean {
  return change.start < name.end && change.end > name.start
}
