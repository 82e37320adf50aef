import type { Authorities } from '../authority/registry.ts'
import { type Resolution, resolve } from '../authority/resolve.ts'
import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import type { Role } from '../catalogue/role.ts'
import { type Citation, parseCitations } from '../grammar/citation.ts'
import type { Cell, Passage } from '../table/model.ts'

/** A citation with the place it was read at. */
export interface Cited {
  readonly passage: Passage
  readonly citation: Citation
  /** Column of the cell; undefined in text outside the tables. */
  readonly role: Role | undefined
  readonly entry: Entry | undefined
  /** The citation that declared this short name (以下简称《条例》), if it is one. */
  readonly declared: Citation | undefined
}

/** The citations of a catalogue in reading order. Titles without marks count in 公开依据 only. */
export function citations(catalogue: Catalogue): readonly Cited[] {
  return catalogue.once(findAll)
}

/** What a citation means, or what the one means that declared its short name. */
export function resolveCited({ citation, declared }: Cited, authorities: Authorities): Resolution {
  return resolve(declared ?? citation, authorities)
}

function findAll(catalogue: Catalogue): readonly Cited[] {
  const found: Cited[] = []
  const declared = new Map<string, Citation>()
  for (const passage of catalogue.passages()) {
    const entry = catalogue.entryOf(passage)
    const role = entry && catalogue.columnOf(passage as Cell)?.role
    for (const citation of parseCitations(passage.text)) {
      if (role !== 'basis' && isBare(citation)) continue
      const { shortName, name } = citation
      if (shortName !== undefined) declared.set(shortName, citation)
      const meant = name === undefined || isNumbered(citation) ? undefined : declared.get(name.text)
      found.push({
        passage,
        citation,
        role,
        entry,
        declared: meant === citation ? undefined : meant,
      })
    }
  }
  return found
}

/** Outside 公开依据, words without marks are a title only if a number follows them. */
function isBare(citation: Citation): boolean {
  return citation.name !== undefined && citation.name.marking === 'none' && !isNumbered(citation)
}

function isNumbered({ orders, documents, yearly, standards }: Citation): boolean {
  return orders.length + documents.length + yearly.length + standards.length > 0
}
