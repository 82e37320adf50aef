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
  const found = [...inTables(catalogue), ...inProse(catalogue)]
  const known = new Set(found.filter(({ isGeneric }) => !isGeneric).map(({ name }) => name))
  return found.flatMap((office) => unglued(office, known))
}

function* inTables(catalogue: Catalogue): Iterable<NamedOffice> {
  for (const [line, entry] of catalogue.entries.entries()) {
    for (const role of ROLES) {
      const passage = entry.own(role)
      if (passage?.row !== entry.row) continue
      for (const office of findOffices(passage.text)) {
        yield { ...office, at: { passage, span: office.span }, role, line }
      }
    }
  }
}

function* inProse(catalogue: Catalogue): Iterable<NamedOffice> {
  for (const [line, { role, passage, span: whole }] of (
    proseOf(catalogue)?.duties ?? []
  ).entries()) {
    if (role === 'deadline') continue
    for (const office of findOffices(passage.text.slice(whole.start, whole.end))) {
      const span = { start: office.span.start + whole.start, end: office.span.end + whole.start }
      yield { ...office, span, at: { passage, span }, role, line }
    }
  }
}

/** Names of offices inside a body, and of its departments, that a page may have glued together. */
const GLUED = /^[㐀-䶿一-鿿]{3,}(?:处|科|股|室|中心|局)$/u

/** 政策法规处工程管理处 is two offices where one of them stands somewhere by itself. */
function unglued(office: NamedOffice, known: ReadonlySet<string>): readonly NamedOffice[] {
  const { name, at } = office
  const { start, end } = at.span
  // Inside a name that is written with blanks nobody can say where it is parted.
  if (end - start !== name.length || !GLUED.test(name)) return [office]
  for (let length = 3; length <= name.length - 3; length++) {
    const [front, back] = [name.slice(0, length), name.slice(length)]
    const isParted = GLUED.test(front) && GLUED.test(back) && back !== '办公室'
    if (!isParted || !(known.has(front) || known.has(back))) continue
    const part = (words: string, from: number): NamedOffice => {
      const span = { start: from, end: from + words.length }
      return { ...office, name: words, span, at: { passage: at.passage, span } }
    }
    return [part(front, start), ...unglued(part(back, start + length), known)]
  }
  return [office]
}
