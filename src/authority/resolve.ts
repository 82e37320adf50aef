import type { Citation } from '../grammar/citation.ts'
import { formatDocNumber } from '../grammar/doc-number.ts'
import { similarity } from '../text/similarity.ts'
import type { Authority } from './authority.ts'
import { coreKey, issuerKey, titleKey } from './normalise.ts'
import { orders } from './orders.ts'
import type { Authorities } from './registry.ts'

/** What a citation was found to mean: one authority, one of several, or none that is known. */
export interface Resolution {
  /** The one that is meant; undefined where it is one of several, or not known. */
  readonly authority: Authority | undefined
  /** By what it was found; a number counts where its title is at least alike. */
  readonly by: 'title' | 'number' | undefined
  /** All that the title may mean, the one that is meant included. */
  readonly candidates: readonly Authority[]
  /** The authority that the document number names, whatever the title says. */
  readonly numbered: Authority | undefined
  /** How the written title compares to that of `numbered`. */
  readonly title: TitleMatch | undefined
}

/**
 * `same`: the title, an alias, or the same core; `truncated`: its beginning; `abridged`: a part of it,
 * or more than it; `alike`: mostly the same words; `other`: another one.
 */
export type TitleMatch = 'same' | 'truncated' | 'abridged' | 'alike' | 'other'

/** Two titles that share this part of their pairs of characters are meant to be the same. */
const ALIKE = 0.6

const cache = new WeakMap<Citation, { authorities: Authorities; resolution: Resolution }>()

/** Looks a citation up by its title and its numbers. Not to be known is no fault. */
export function resolve(citation: Citation, authorities: Authorities): Resolution {
  const known = cache.get(citation)
  if (known?.authorities === authorities) return known.resolution
  const resolution = find(citation, authorities)
  cache.set(citation, { authorities, resolution })
  return resolution
}

function find(citation: Citation, authorities: Authorities): Resolution {
  const titled = byTitle(citation, authorities)
  const numbered = byNumber(citation, authorities)
  const title = numbered && compareTitle(citation, numbered)
  const found = { numbered, title, candidates: titled }
  const both = titled.find((authority) => authority === numbered) ?? byOrder(citation, titled)
  if (both !== undefined) return { ...found, authority: both, by: 'title' }
  const [only, ...others] = titled
  if (only !== undefined && others.length === 0) return { ...found, authority: only, by: 'title' }
  if (titled.length > 0 || numbered === undefined || title === 'other') {
    return { ...found, authority: undefined, by: undefined }
  }
  return { ...found, authority: numbered, by: 'number' }
}

/** Every authority of the title that is written, whole or in the marks alone. */
function byTitle(citation: Citation, authorities: Authorities): readonly Authority[] {
  const { name, fullName } = citation
  if (name === undefined || fullName === undefined) return []
  const whole = authorities.byTitle(fullName)
  if (whole.length > 0) return whole
  for (const found of [
    authorities.byTitle(name.text),
    authorities.byCore(fullName),
    authorities.byCore(name.text),
  ]) {
    const kin = found.filter((authority) => mayHaveIssued(citation, authority))
    if (kin.length > 0) return kin
  }
  return []
}

const STATE = /^(?:中共中央|国务院|全国人民代表大会|全国人大|中华人民共和国)/u

/** Whether the issuer that is written, if any, is that of an authority. */
function mayHaveIssued({ fullName = '' }: Citation, authority: Authority): boolean {
  const written = issuerOf(fullName)
  if (written === '') return true
  if (['宪法', '法律', '行政法规'].includes(authority.kind)) return STATE.test(written)
  const issuers = [issuerKey(authority.title), titleKey(authority.issuer ?? '')].map(plain)
  return issuers.some((issuer) => issuer !== '' && isSameIssuer(issuer, plain(written)))
}

// 国务院《社会救助暂行办法》 has no verb between issuer and title.
const BARE_ISSUER =
  /^(?<issuer>[^《〈<]{2,40}?)(?:关于)?(?:印发|转发|发布|公布|颁布|制定|出台)?的?[《〈<]/u

function issuerOf(fullName: string): string {
  const outside = BARE_ISSUER.exec(fullName)?.groups?.issuer
  return titleKey(outside ?? issuerKey(fullName))
}

function plain(issuer: string): string {
  return issuer.replace(/[、,和\s]/gu, '')
}

/** 人社部 and 人力资源社会保障部 are not told apart from others here: one must begin like the other. */
function isSameIssuer(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

/** The one authority that a document number, or the number of a standard, names. */
function byNumber(citation: Citation, authorities: Authorities): Authority | undefined {
  const [document] = citation.documents
  const written =
    document === undefined || document.year === undefined
      ? citation.standards[0]?.text
      : formatDocNumber(document)
  const [only, ...others] = written === undefined ? [] : authorities.byNumber(written)
  return others.length === 0 ? only : undefined
}

/** Of several with one title, the one whose order is cited. */
function byOrder(citation: Citation, titled: readonly Authority[]): Authority | undefined {
  if (titled.length < 2) return undefined
  const found = titled.filter((authority) =>
    citation.orders.some(({ issuer, serial }) =>
      orders(authority).some((order) => order.serial === serial && order.issuer === issuer),
    ),
  )
  return found.length === 1 ? found[0] : undefined
}

/** How the title that is written compares to that of an authority. */
function compareTitle(citation: Citation, authority: Authority): TitleMatch {
  const { name, fullName } = citation
  if (name === undefined || fullName === undefined) return 'same'
  const written = [fullName, name.text].flatMap((title) => [titleKey(title), coreKey(title)])
  const official = [authority.title, ...authority.aliases].flatMap((title) => [
    titleKey(title),
    coreKey(title),
  ])
  if (written.some((title) => official.includes(title))) return 'same'
  const some = (holds: (a: string, b: string) => boolean) =>
    written.some((a) => a.length >= 6 && official.some((b) => holds(a, b)))
  if (some((a, b) => b.startsWith(a))) return 'truncated'
  if (some((a, b) => b.includes(a) || (b.length >= 6 && a.includes(b)))) return 'abridged'
  return some((a, b) => similarity(a, b) >= ALIKE) ? 'alike' : 'other'
}

/** Whether anything at all is known of what is cited. */
export function isLookedUp({ candidates, numbered }: Resolution): boolean {
  return candidates.length > 0 || numbered !== undefined
}
