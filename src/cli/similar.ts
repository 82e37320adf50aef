import type { Authority } from '../authority/authority.ts'
import { CORE } from '../authority/compile.ts'
import { titleKey } from '../authority/normalise.ts'
import type { Authorities } from '../authority/registry.ts'
import { similarity } from '../text/similarity.ts'

/** What is less alike than this is not alike. */
const ALIKE = 0.5

/** The authorities whose titles are most like a text, best first. */
export function similarTitles(
  authorities: Authorities,
  text: string,
  limit: number,
): readonly Authority[] {
  const wanted = titleKey(text)
  const best = [...authorities.titles()]
    .filter((title) => !title.startsWith(CORE))
    .map((title) => ({ title, likeness: similarity(wanted, title) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit * 2)
  const found = best.flatMap(({ title }) => authorities.byTitle(title))
  return [...new Set(found)].slice(0, limit)
}
