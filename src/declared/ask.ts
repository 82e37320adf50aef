import type { ItemType } from '../authority/item-type.ts'
import { judge } from '../authority/limit.ts'
import { coreKey, titleKey } from '../authority/normalise.ts'
import type { Authorities } from '../authority/registry.ts'
import { resolve } from '../authority/resolve.ts'
import type { Entry } from '../catalogue/catalogue.ts'
import { channelOptions } from '../grammar/channel-list.ts'
import { type Citation, parseCitations } from '../grammar/citation.ts'
import { type DeadlineClause, findDeadlines } from '../grammar/deadline.ts'
import { formatDocNumber } from '../grammar/doc-number.ts'
import { citationsByPassage, resolveCited } from '../rule/citations.ts'
import { sharesWord } from '../rule/items.ts'
import type { Context } from '../rule/rule.ts'
import type { Passage } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import type { Span } from '../text/span.ts'
import type { DeclaredColumn, Requirement } from './pack.ts'
import { squeeze } from './squeeze.ts'

/** A text that a requirement is asked of. */
export interface Asked {
  readonly passage: Passage
  /** Without the white space at its ends. */
  readonly span: Span
  readonly column: DeclaredColumn | undefined
  /** The entries that it speaks for, as far as they were selected. */
  readonly entries: readonly Entry[]
}

/** How a text breaks a requirement. */
export interface Breach {
  /** Tells breaches of one requirement in one text apart, such as the word that is missing. */
  readonly of?: string
  /** What breaks it; the whole text when absent. */
  readonly span?: Span
  /** What should stand there, as a message tells it. */
  readonly expected?: string
  /** The same as the report gives it, where it is a text that could stand there. */
  readonly right?: readonly string[]
  /** The text of the other column. */
  readonly other?: string
}

/** No text is reported more often for one requirement. */
const MOST_MATCHES = 20

/** The ways in which a text that is not blank breaks a requirement. */
export function breaches(
  asked: Asked,
  requirement: Requirement,
  context: Context,
): readonly Breach[] {
  const { passage, span } = asked
  const squeezed = squeeze(passage.text, span)
  switch (requirement.kind) {
    case 'notEmpty':
    case 'exists':
      return []
    case 'empty':
      return [{}]
    case 'pattern':
      return requirement.pattern.test(squeezed.text) ? [] : [{}]
    case 'notPattern':
      return requirement.pattern
        .find(squeezed.text, MOST_MATCHES)
        .map((found) => ({ span: squeezed.origin(found) }))
    case 'oneOf': {
      const { values } = requirement
      if (values.some((value) => withoutSpace(value) === squeezed.text)) return []
      return [{ expected: values.join('”或者“'), right: values }]
    }
    case 'maxLength': {
      const { length } = requirement
      return lengthOf(squeezed.text) <= length ? [] : [{ expected: String(length) }]
    }
    case 'deadlineAtMost':
      return overdue(asked, requirement)
    case 'cites': {
      const isCited = citedIn(asked, context).some((one) => isMeant(one, requirement, context))
      return isCited ? [] : [{ expected: requirement.told, right: [requirement.told] }]
    }
    case 'mentions': {
      const text = asked.column === 'channels' ? chosen(passage.text) : squeezed.text
      return missingWords(text, requirement)
    }
    case 'sameAs':
    case 'differsFrom':
      return compared(asked, squeezed.text, requirement)
  }
}

/** The number of characters of a text, without white space. */
export function lengthOf(text: string): number {
  return [...withoutSpace(text)].length
}

/** The words that a text does not mention. */
export function missingWords(
  text: string,
  { words }: Extract<Requirement, { kind: 'mentions' }>,
): readonly Breach[] {
  return words
    .filter(({ any }) => !any.some((word) => text.includes(word)))
    .map(({ told }) => ({ of: told, expected: told }))
}

/** The channels of a list that are ticked; all of it where it has no boxes. */
function chosen(text: string): string {
  const options = channelOptions(text)
  if (!options.some(({ mark }) => mark !== undefined)) return withoutSpace(text)
  return options
    .filter(({ mark }) => mark?.isChosen !== false)
    .map(({ name }) => withoutSpace(name))
    .join('；')
}

/**
 * A deadline that surely exceeds the limit. One clause that keeps it is enough where a cell holds
 * several, for it may be the one that is meant.
 */
function overdue(
  { passage, span, entries }: Asked,
  { told, limit }: Extract<Requirement, { kind: 'deadlineAtMost' }>,
): readonly Breach[] {
  const clauses = findDeadlines(passage.text).filter((clause) => isAbout(clause, entries))
  const type = { limit } as ItemType
  const judged = clauses.map((clause) => ({ clause, judgement: judge(clause, type) }))
  if (judged.some(({ judgement }) => judgement.kind === 'within')) return []
  const over = judged.find(({ judgement }) => judgement.kind === 'over' && !judgement.isUsual)
  return over === undefined ? [] : [{ span: over.clause.span ?? span, expected: told }]
}

/** A clause with a label is about the items that have a word of the label. */
function isAbout({ label }: DeadlineClause, entries: readonly Entry[]): boolean {
  if (label === undefined) return true
  return entries.some((entry) => namesOf(entry).some((name) => sharesWord(label.text, name)))
}

/** Where the names of an entry's item stand, the lowest level first. */
export const NAMES = [
  'item.level3',
  'item.level2',
  'item.level1',
  'indicator.level2',
  'indicator.level1',
] as const

/** The names of an entry's item on all its levels, the lowest first. */
export function namesOf(entry: Entry): readonly string[] {
  return NAMES.map((role) => withoutSpace(entry.text(role))).filter((name) => name !== '')
}

interface Named {
  readonly citation: Citation
  readonly resolution: ReturnType<typeof resolve>
}

function citedIn({ passage }: Asked, { catalogue, authorities }: Context): readonly Named[] {
  const known = citationsByPassage(catalogue).get(passage)
  if (known !== undefined) {
    return known.map((cited) => ({
      citation: cited.citation,
      resolution: resolveCited(cited, authorities),
    }))
  }
  return parseCitations(passage.text).map((citation) => named(citation, authorities))
}

function named(citation: Citation, authorities: Authorities): Named {
  return { citation, resolution: resolve(citation, authorities) }
}

/** Whether a citation is of the instrument that is required, and of the article, if one is. */
function isMeant(
  { citation, resolution }: Named,
  { citation: wanted }: Extract<Requirement, { kind: 'cites' }>,
  { authorities }: Context,
): boolean {
  const article = wanted.clauses[0]?.article
  const hasArticle =
    article === undefined ||
    citation.clauses.some(({ article: from, to }) => {
      if (from === undefined) return false
      return from === article || (to !== undefined && from < article && article <= to)
    })
  if (!hasArticle) return false
  const { candidates, authority } = resolve(wanted, authorities)
  const meant = authority === undefined ? candidates : [authority]
  const found = [resolution.authority, resolution.numbered, ...resolution.candidates]
  if (meant.some((one) => found.includes(one))) return true
  return isSameTitle(citation, wanted) || isSameNumber(citation, wanted)
}

/** What the registry does not know is the same where its title is, issuer and 印发…的通知 aside. */
function isSameTitle(one: Citation, other: Citation): boolean {
  const keys = ({ fullName, name }: Citation) =>
    [fullName, name?.text].flatMap((title) =>
      title === undefined ? [] : [titleKey(title), coreKey(title)],
    )
  const wanted = keys(other)
  return keys(one).some((key) => key !== '' && wanted.includes(key))
}

function isSameNumber(one: Citation, other: Citation): boolean {
  const numbers = ({ documents, orders }: Citation) => [
    ...documents.map(formatDocNumber),
    ...orders.map(({ issuer, serial }) => `${issuer}令第${serial}号`),
  ]
  const wanted = numbers(other)
  return numbers(one).some((number) => wanted.includes(number))
}

function compared(
  { entries }: Asked,
  text: string,
  { kind, column }: Extract<Requirement, { kind: 'sameAs' | 'differsFrom' }>,
): readonly Breach[] {
  const others = entries.map((entry) => entry.text(column)).filter((other) => other !== '')
  const wrong = others.find((other) => (withoutSpace(other) === text) === (kind === 'differsFrom'))
  if (wrong === undefined) return []
  const other = withoutSpace(wrong)
  return [kind === 'sameAs' ? { other, expected: other, right: [other] } : { other }]
}
