import type { Authority, Confidence } from './authority.ts'
import { clauseName } from './clause-name.ts'
import type { Authorities } from './registry.ts'

/** A known way to get some words of a phrase wrong. */
export interface Mistake {
  readonly wrong: string
  readonly right: string
  /** It is one only where it stands alone in quotation marks. */
  readonly quoted?: true
  /** It surely is one where one of these words follows or precedes it closely. */
  readonly near?: readonly string[]
}

/** A label or set phrase (条文短语) of the version of an authority that is in force. */
export interface Phrase {
  /** Id of the authority. */
  readonly authority: string
  /** Date of the version that has these words. */
  readonly version: string
  /** 条 */
  readonly article: number
  /** 款 */
  readonly paragraph?: number
  /** 项 */
  readonly item?: number
  readonly words: string
  /** Who repeats it repeats it word by word; other phrases are adapted freely. */
  readonly verbatim?: true
  /** Short forms in general use. */
  readonly accepted?: readonly string[]
  readonly mistaken?: readonly Mistake[]
  readonly confidence: Confidence
  readonly sources: readonly string[]
}

/** Where a phrase stands: 第二十条第（三）项, 第三条第三款. */
export function clauseOf({ article, paragraph, item }: Phrase): string {
  return clauseName({ article, ...(item === undefined ? { paragraph } : { item }) })
}

/** The phrases of an authority, unless the version that has them was not in force on one of the days. */
export function phrasesOf(
  authority: Authority,
  authorities: Authorities,
  days: readonly string[],
): readonly Phrase[] {
  if (!isInForce(authority, days)) return []
  const { id, version } = authority
  return authorities.phrases.filter((one) => one.authority === id && one.version === version)
}

/** All phrases whose version was in force on each of the days. */
export function phrasesInForce(
  authorities: Authorities,
  days: readonly string[],
): readonly Phrase[] {
  const ids = new Set(authorities.phrases.map((one) => one.authority))
  return [...ids].flatMap((id) => {
    const authority = authorityOf(id, authorities)
    return authority === undefined ? [] : phrasesOf(authority, authorities, days)
  })
}

/** The authority that phrases belong to: its title follows the kind in its id. */
export function authorityOf(id: string, authorities: Authorities): Authority | undefined {
  return authorities.byTitle(id.slice(id.indexOf(':') + 1)).find((one) => one.id === id)
}

function isInForce(
  { version, effective = version ?? '', pending }: Authority,
  days: readonly string[],
) {
  return days.every((day) => day >= effective && day < (pending?.effective ?? '9999'))
}
