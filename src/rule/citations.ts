import type { Authorities } from '../authority/registry.ts'
import { type Resolution, resolve } from '../authority/resolve.ts'
import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import type { Role } from '../catalogue/role.ts'
import { vagueness } from '../grammar/citation/vague.ts'
import { type Citation, parseCitations } from '../grammar/citation.ts'
import type { Cell, Passage } from '../table/model.ts'

/** A citation with the place it was read at. */
export interface Cited {
  readonly passage: Passage
  readonly citation: Citation
  /** Column of the cell; undefined in text outside the tables. */
  readonly role: Role | undefined
  /** Whether it stands in 公开依据, or fills a cell that took the place of a blank one there. */
  readonly isBasis: boolean
  readonly entry: Entry | undefined
  /** The citation that declared this short name (以下简称《条例》), if it is one. */
  readonly declared: Citation | undefined
}

/** The citations of a catalogue in reading order. Titles without marks count in 公开依据 only. */
export function citations(catalogue: Catalogue): readonly Cited[] {
  return catalogue.once(findAll)
}

/** The citations of 公开依据, without cells such as 按有关规定 that name no instrument. */
export function basisCitations(catalogue: Catalogue): readonly Cited[] {
  return citations(catalogue).filter(
    ({ isBasis, passage }) => isBasis && vagueness(passage.text) === undefined,
  )
}

/** The citations of each text of a catalogue. */
export function citationsByPassage(catalogue: Catalogue): ReadonlyMap<Passage, readonly Cited[]> {
  return catalogue.once(groupAll)
}

function groupAll(catalogue: Catalogue): ReadonlyMap<Passage, readonly Cited[]> {
  const groups = new Map<Passage, Cited[]>()
  for (const cited of citations(catalogue)) {
    const group = groups.get(cited.passage)
    if (group === undefined) groups.set(cited.passage, [cited])
    else group.push(cited)
  }
  return groups
}

/** What a citation means, or what the one means that declared its short name. */
export function resolveCited({ citation, declared }: Cited, authorities: Authorities): Resolution {
  return resolve(declared ?? citation, authorities)
}

function findAll(catalogue: Catalogue): readonly Cited[] {
  const found: Cited[] = []
  const declarations = new Map<string, Citation>()
  for (const passage of catalogue.passages()) {
    const entry = catalogue.entryOf(passage)
    const role = entry && catalogue.columnOf(passage as Cell)?.role
    for (const citation of parseCitations(passage.text)) {
      const isBasis = role === 'basis' || isShifted(passage, citation, entry)
      if (!isBasis && isBare(citation)) continue
      const { shortName, name } = citation
      const isShort = name !== undefined && !isNumbered(citation)
      const declared = isShort ? declarations.get(name.text) : undefined
      if (shortName !== undefined) declarations.set(shortName, citation)
      found.push({ passage, citation, role, isBasis, entry, declared })
    }
  }
  return found
}

/** Whether a cell of another column holds nothing but a citation, which 公开依据 then lacks. */
function isShifted({ text }: Passage, { span }: Citation, entry: Entry | undefined): boolean {
  if (entry === undefined || entry.text('basis') !== '') return false
  const rest = text.length - (span.end - span.start)
  return rest <= 4 && entry.head.text('basis') === ''
}

/** Outside 公开依据, words without marks are a title only if a number follows them. */
function isBare(citation: Citation): boolean {
  return citation.name !== undefined && citation.name.marking === 'none' && !isNumbered(citation)
}

function isNumbered({ orders, documents, yearly, standards }: Citation): boolean {
  return orders.length + documents.length + yearly.length + standards.length > 0
}
