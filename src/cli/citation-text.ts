import type { Authorities } from '../authority/registry.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { basisCitations, type Cited, resolveCited } from '../rule/citations.ts'
import { inMarks } from '../rule/titles.ts'
import { excerpt, printable } from '../text/printable.ts'

/** As many unknown titles as a reader looks through. */
const MOST_UNKNOWN = 20
const LONGEST_TITLE = 60

/**
 * How many instruments the bases of the catalogues cite, and which of them the registry does not
 * know: those are neither right nor wrong to mulint. Empty where nothing is cited.
 */
export function citationLines(
  catalogues: readonly Catalogue[],
  authorities: Authorities,
): readonly string[] {
  const bases = catalogues.flatMap(basisCitations)
  if (bases.length === 0) return []
  const unknown = new Set<string>()
  let unclear = 0
  let known = 0
  for (const cited of bases) {
    const { authority, numbered, candidates } = resolveCited(cited, authorities)
    if ((authority ?? numbered) !== undefined) known++
    else if (candidates.length > 0) unclear++
    else unknown.add(nameOf(cited))
  }
  const parts = [`公开依据引用${bases.length}处，依据库认出${known}处`]
  if (unclear > 0) parts.push(`${unclear}处题名对得上几份文件`)
  const rest = bases.length - known - unclear
  if (rest > 0) parts.push(`${rest}处依据库里没有，不判对错`)
  const named = [...unknown].slice(0, MOST_UNKNOWN).map((name) => `  没有：${name}`)
  const more = unknown.size - named.length
  return [`引用：${parts.join('，')}`, ...named, ...(more > 0 ? [`  没有：……还有${more}份`] : [])]
}

function nameOf({ passage, citation: { fullName, span } }: Cited): string {
  const words = fullName ?? passage.text.slice(span.start, span.end)
  const name = excerpt(printable(words.replace(/\s+/gu, ' ')), LONGEST_TITLE)
  return fullName === undefined ? name : inMarks(name)
}
