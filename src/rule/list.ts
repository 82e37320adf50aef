import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import type { Role } from '../catalogue/role.ts'
import { type Edit, type Fix, replace } from '../fix/edit.ts'
import { findListMarkers, type ListFault, listFault } from '../grammar/numbering.ts'
import type { Passage } from '../table/model.ts'

/** A faulty list in a passage. */
export interface FaultyList {
  readonly passage: Passage
  readonly fault: ListFault
}

const ROLES: readonly Role[] = ['basis', 'content', 'indicator.level1', 'indicator.level2']

/** The first fault of the numbered list in each cell that may hold one, and in each paragraph. */
export function faultyLists(catalogue: Catalogue): readonly FaultyList[] {
  return catalogue.once(findFaultyLists)
}

function findFaultyLists(catalogue: Catalogue): readonly FaultyList[] {
  const found: FaultyList[] = []
  for (const passage of catalogue.paragraphs) {
    const fault = listFault(findListMarkers(passage.text), undefined)
    if (fault !== undefined) found.push({ passage, fault })
  }
  for (const role of ROLES) {
    // A list may go on from the line above of the same entry.
    let head: Entry | undefined
    let next: number | undefined
    for (const entry of catalogue.entries) {
      const passage = entry.own(role)
      if (passage === undefined || passage.row !== entry.row) continue
      if (entry.head !== head) {
        head = entry.head
        next = undefined
      }
      const markers = findListMarkers(passage.text)
      const last = markers.at(-1)
      if (last === undefined) continue
      const fault = listFault(markers, next)
      if (fault !== undefined) found.push({ passage, fault })
      next = last.number + 1
    }
  }
  return found
}

/**
 * The fix that numbers the list from the odd one on; the first edit is the odd one itself. Where a
 * number is left out, an item may be missing as well, so that a person has to look.
 */
export function renumberList({ passage, fault }: FaultyList): { fix: Fix } | undefined {
  const edits: Edit[] = fault.renumbered.map(([{ span }, number]) =>
    replace(passage, span, String(number)),
  )
  const [first, ...rest] = edits
  const safety = fault.kind === 'gap' ? 'suggested' : 'safe'
  return first === undefined ? undefined : { fix: { safety, edits: [first, ...rest] } }
}
