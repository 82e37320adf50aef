import type { Catalogue } from '../catalogue/catalogue.ts'
import { proseOf } from '../catalogue/prose.ts'
import type { Role } from '../catalogue/role.ts'
import { findOffices, type Office } from '../grammar/office.ts'
import type { Passage } from '../table/model.ts'
import type { Span } from '../text/span.ts'

/** An office that a ledger names, and where. */
export interface NamedOffice extends Office {
  readonly at: { readonly passage: Passage; readonly span: Span }
  readonly role: Role
  /** The row that names it, from 0 over the whole ledger; the duty of a task in prose likewise. */
  readonly line: number
}

const ROLES: readonly Role[] = ['leadOffice', 'supportOffice', 'remark']

/** The offices of a ledger in reading order, those that name nobody in particular among them. */
export function officesOf(catalogue: Catalogue): readonly NamedOffice[] {
  return catalogue.once(findAll)
}

function findAll(catalogue: Catalogue): readonly NamedOffice[] {
  const found: NamedOffice[] = []
  for (const [line, entry] of catalogue.entries.entries()) {
    for (const role of ROLES) {
      const passage = entry.own(role)
      if (passage?.row !== entry.row) continue
      for (const office of findOffices(passage.text)) {
        found.push({ ...office, at: { passage, span: office.span }, role, line })
      }
    }
  }
  for (const [line, duty] of (proseOf(catalogue)?.duties ?? []).entries()) {
    if (duty.role === 'deadline') continue
    const { start, end } = duty.span
    for (const office of findOffices(duty.passage.text.slice(start, end))) {
      const span = { start: office.span.start + start, end: office.span.end + start }
      found.push({ ...office, span, at: { passage: duty.passage, span }, role: duty.role, line })
    }
  }
  return found
}
