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
export function* faultyLists(catalogue: Catalogue): Iterable<FaultyList> {
  for (const passage of catalogue.paragraphs) {
    const fault = listFault(findListMarkers(passage.text), undefined)
    if (fault !== undefined) yield { passage, fault }
  }
  for (const role of ROLES) {
    for (const passage of catalogue.cells(role)) {
      const markers = findListMarkers(passage.text)
      if (markers.length === 0) continue
      const entry = catalogue.entryOf(passage)
      const fault = listFault(markers, entry && goesOnFrom(catalogue, entry, role))
      if (fault !== undefined) yield { passage, fault }
    }
  }
}

/** The fix that numbers the list from the odd one on; the first edit is the odd one itself. */
export function renumberList({ passage, fault }: FaultyList): { fix: Fix } | undefined {
  const edits: Edit[] = fault.renumbered.map(([{ span }, number]) =>
    replace(passage, span, String(number)),
  )
  const [first, ...rest] = edits
  return first === undefined ? undefined : { fix: { safety: 'safe', edits: [first, ...rest] } }
}

/** A list may go on from the line above of the same entry. */
function goesOnFrom(catalogue: Catalogue, entry: Entry, role: Role): number | undefined {
  if (entry.isHead) return undefined
  const lines = catalogue.lines(entry.head)
  const above = lines
    .slice(0, lines.indexOf(entry))
    .flatMap((line) => findListMarkers(line.own(role)?.text ?? ''))
    .at(-1)
  return above && above.number + 1
}
