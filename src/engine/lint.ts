import { cellName } from '../annual/names.ts'
import { type YearFigures, yearFigures } from '../annual/years.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { type Recognition, recognise } from '../catalogue/recognise.ts'
import type { Kind, Role } from '../catalogue/role.ts'
import type { Edit, Fix } from '../fix/edit.ts'
import type { Finding, Once } from '../rule/rule.ts'
import { sparingNames } from '../rule/wordings.ts'
import { LineMap } from '../table/locate.ts'
import { realEditPlace, realPlace } from '../table/mended.ts'
import type { Cell, Document, Passage, Place } from '../table/model.ts'
import { hash } from '../text/hash.ts'
import { withoutSpace } from '../text/normalise.ts'
import { check, type RuleFinding, say } from './check.ts'
import type { Diagnostic } from './diagnostic.ts'
import { itemPath, locate, type TableNaming, tableNaming } from './place.ts'
import type { Settings } from './settings.ts'
import { type Suppressed, suppress, type Waiving } from './suppress.ts'

/** What is known about one document after checking it. */
export interface Report {
  /** Undefined when no known document was recognised; then there are no diagnostics. */
  readonly kind: Kind | undefined
  readonly title: string | undefined
  readonly agency: string | undefined
  /** The day the law was judged by, YYYY-MM-DD. */
  readonly asOf: string
  readonly tables: number
  readonly entries: number
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[]
  /** What waivers set aside. */
  readonly suppressed: readonly Suppressed[]
  readonly recognition: Recognition
  /** What an annual report hands on to that of the next year. */
  readonly figures?: YearFigures
}

/**
 * Checks a document. `lastYear` is what the agency's annual report of the year before hands on.
 * Never throws for what a document may contain.
 */
export function lint(
  document: Document,
  settings: Settings,
  lastYear?: YearFigures,
  waiving: Waiving = {},
): Report {
  const recognition = recognise(document, settings.kind)
  const { catalogues, kind, title, agency, date } = recognition
  const asOf = settings.asOf ?? date ?? settings.today
  const found = check(catalogues, settings, {
    asOf,
    written: date,
    ...(lastYear && { lastYear }),
  })
  const all = diagnose(document, found, catalogues)
  const { kept, suppressed, told } =
    kind === undefined ? NOTHING : suppress(all, document, settings, waiving)
  const [figures] = catalogues.flatMap((catalogue) => yearFigures(catalogue) ?? [])
  return {
    kind,
    title: title && oneLine(title.text),
    agency,
    asOf,
    tables: catalogues.reduce((sum, { sheets }) => sum + sheets.length, 0),
    entries: catalogues.reduce((sum, { heads }) => sum + heads.length, 0),
    diagnostics: [...kept, ...told],
    suppressed,
    recognition,
    ...(figures && { figures }),
  }
}

/** Where nothing was judged, nothing is waived. */
const NOTHING = { kept: [], suppressed: [], told: [] } as const

function diagnose(
  document: Document,
  found: readonly RuleFinding[],
  catalogues: readonly Catalogue[],
): readonly Diagnostic[] {
  if (found.length === 0) return []
  const naming = tableNaming(catalogues)
  const lines = document.source === undefined ? undefined : new LineMap(document.source)
  const told = found.map((one) => tell(one, naming, lines))
  const order = readingOrder(document, found)
  told.sort((a, b) => byPlace(a, b, order))
  return numbered(told)
}

type Unprinted = Omit<Diagnostic, 'fingerprint'> & { readonly at: Place; readonly identity: string }

function tell(
  { rule, finding, catalogue }: RuleFinding,
  naming: TableNaming,
  lines: LineMap | undefined,
): Unprinted {
  const location = locate(finding.at, catalogue, naming, lines)
  const at = realPlace(finding.at)
  const actual = textAt(at)
  const real = finding.fix && realFix(finding.fix)
  const fix = real && sparingNames(rule, real, catalogue)
  const expected = finding.expected ?? expectedByFix(fix)
  const item = itemPath(catalogue.entryOf(finding.at.passage))
  const once = finding.once ?? rule.once?.[finding.message]
  return {
    rule: rule.id,
    messageId: finding.message,
    severity: finding.severity ?? rule.severity,
    certainty: finding.certainty ?? rule.certainty,
    message: say(rule, finding.message, finding.data),
    at,
    location,
    ...(item !== '' && { item }),
    ...(actual !== '' && { actual }),
    expected,
    evidence: finding.evidence ?? [],
    ...(fix && { fix }),
    related: (finding.related ?? []).map(({ message, data, at }) => ({
      message: say(rule, message, data),
      location: locate(at, catalogue, naming, lines),
      at: realPlace(at),
    })),
    identity: [
      rule.id,
      finding.message,
      ...(once === undefined
        ? knownBy(finding, catalogue, item, location.role, actual)
        : onceKnownBy(once, finding, location.role, actual)),
    ].join('\n'),
  }
}

/** What a finding that stands in one place is known again by. */
function knownBy(
  { at, about }: Finding,
  catalogue: Catalogue,
  item: string,
  role: Role | undefined,
  actual: string,
): readonly string[] {
  const row = rowName(at, catalogue) ?? item
  const known = [row, role ?? '', withoutSpace(actual)]
  return about === undefined ? known : [...known, about]
}

/** What a finding is known again by that is told at the first of several places. */
function onceKnownBy(
  once: Once,
  { about }: Finding,
  role: Role | undefined,
  actual: string,
): readonly string[] {
  if (once === 'words') return [withoutSpace(about ?? actual)]
  return once === 'column' ? [role ?? ''] : []
}

/**
 * What names the row of a place where no item does: that of a statistical table, or the content of
 * the entry.
 */
function rowName({ passage }: Place, catalogue: Catalogue): string | undefined {
  if (catalogue.kind === 'annual-report') {
    return 'row' in passage ? cellName(catalogue, passage as Cell) : undefined
  }
  const entry = catalogue.entryOf(passage)
  if (entry === undefined || itemPath(entry) !== '') return undefined
  return withoutSpace(entry.text('content'))
}

/** A fix in the cells that are there; undefined where one of its edits reaches over two of them. */
function realFix({ safety, edits: [first, ...others] }: Fix): Fix | undefined {
  const one = realEdit(first)
  const rest = others.map(realEdit).filter((edit) => edit !== undefined)
  if (one === undefined || rest.length < others.length) return undefined
  return { safety, edits: [one, ...rest] }
}

function realEdit({ passage, span, text }: Edit): Edit | undefined {
  const place = realEditPlace(passage, span)
  return place && { ...place, text }
}

function textAt({ passage, span }: Place): string {
  return span === undefined ? passage.text.trim() : passage.text.slice(span.start, span.end)
}

function expectedByFix(fix: Diagnostic['fix']): readonly string[] {
  return fix?.edits.length === 1 ? [fix.edits[0].text] : []
}

/**
 * Gives each diagnostic its fingerprint: a hash of the rule, the sentence, the item and column and
 * the words, but of no row, line or file, so that it survives sorting, inserting and another
 * format. Twins are told apart by counting; see docs/decisions/0005.
 */
function numbered(told: readonly Unprinted[]): readonly Diagnostic[] {
  const seen = new Map<string, number>()
  return told.map(({ identity, ...diagnostic }) => {
    const nth = (seen.get(identity) ?? 0) + 1
    seen.set(identity, nth)
    return { ...diagnostic, fingerprint: hash(`${identity}\n${nth}`) }
  })
}

/** Number of each passage that findings point at, in reading order. */
function readingOrder(
  { blocks }: Document,
  found: readonly RuleFinding[],
): ReadonlyMap<Passage, number> {
  const wanted = new Set(found.map(({ finding }) => realPlace(finding.at).passage))
  const order = new Map<Passage, number>()
  const take = (passage: Passage) => wanted.has(passage) && order.set(passage, order.size)
  for (const block of blocks) {
    if (block.kind === 'paragraph') take(block)
    else for (const row of block.rows) row.forEach(take)
  }
  return order
}

function byPlace(a: Unprinted, b: Unprinted, order: ReadonlyMap<Passage, number>): number {
  return (
    (order.get(a.at.passage) ?? 0) - (order.get(b.at.passage) ?? 0) ||
    (a.at.span?.start ?? 0) - (b.at.span?.start ?? 0) ||
    (a.at.span?.end ?? 0) - (b.at.span?.end ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ')
}
