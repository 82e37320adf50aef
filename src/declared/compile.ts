import { partsOf } from '../annual/parts.ts'
import { proseOf } from '../annual/texts.ts'
import { type Catalogue, columnName, type Entry } from '../catalogue/catalogue.ts'
import { askewEntries, gaps } from '../catalogue/gaps.ts'
import { ROLE_NAMES } from '../catalogue/role.ts'
import { type Fix, replace } from '../fix/edit.ts'
import { beginningOf } from '../rule/annual.ts'
import { itemsOf } from '../rule/items.ts'
import { fillGap } from '../rule/missing.ts'
import type { Context, Data, Finding, PackOrigin, Rule } from '../rule/rule.ts'
import { agencyOf } from '../rule/title-agency.ts'
import type { Cell, Passage } from '../table/model.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import type { Span } from '../text/span.ts'
import { type Asked, type Breach, breaches, lengthOf, missingWords, namesOf } from './ask.ts'
import {
  type Declaration,
  type DeclaredColumn,
  type Requirement,
  type RulePack,
  scopeOf,
} from './pack.ts'
import { squeeze } from './squeeze.ts'

/** The rules of a pack, which are rules like any other. */
export function rulesOf(pack: RulePack): readonly Rule[] {
  const { name, issuer, version } = pack
  return pack.rules.map((declared) => ruleOf(declared, { name, issuer, version }))
}

function ruleOf(declared: Declaration, pack: PackOrigin): Rule {
  const { id, title, severity, certainty, on, basis, why, how, examples, fix, from, to } = declared
  return {
    id,
    title,
    severity,
    certainty,
    kinds: on.kinds,
    fix,
    basis,
    why,
    how,
    messages: messagesOf(declared),
    examples,
    pack,
    ...((from !== undefined || to !== undefined) && {
      holds: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    }),
    *check(context) {
      if (!holdsOn(declared, context.asOf) || !isOfAgency(declared, context.catalogue)) return
      yield* CHECKS[scopeOf(on)](declared, context)
    },
  }
}

/** Words and items that are missing each have a message of their own, so that fingerprints differ. */
function messagesOf({ requirements, messages }: Declaration): Rule['messages'] {
  return Object.fromEntries(
    requirements.flatMap((requirement) => {
      const text = messages[requirement.kind] ?? ''
      return partsOfRequirement(requirement).map((of) => [messageId(requirement, of), text])
    }),
  )
}

function partsOfRequirement(requirement: Requirement): readonly (string | undefined)[] {
  if (requirement.kind === 'mentions') return requirement.words.map(({ told }) => told)
  if (requirement.kind === 'exists') return requirement.items.map(({ name }) => name)
  return [undefined]
}

function messageId({ kind }: Requirement, of: string | undefined): string {
  return of === undefined ? kind : `${kind}:${of}`
}

function holdsOn({ from, to }: Declaration, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to)
}

/** Whether a document is of an agency that was selected; one that nobody knows is not. */
function isOfAgency({ on }: Declaration, catalogue: Catalogue): boolean {
  const { agencies, notAgencies, levels } = on
  if (agencies.length + notAgencies.length + levels.length === 0) return true
  const agency = agencyOf(catalogue)
  if (agency === undefined) return false
  const { name, level } = agency
  if (levels.length > 0 && (level === undefined || !levels.includes(level))) return false
  if (agencies.length > 0 && !agencies.some((pattern) => pattern.test(name))) return false
  return !notAgencies.some((pattern) => pattern.test(name))
}

interface Stretch {
  readonly passage: Passage
  readonly span: Span
}

const CHECKS = { column: checkColumns, part: checkParts, document: checkDocument } as const

function* checkColumns(declared: Declaration, context: Context): Iterable<Finding> {
  const askew = askewEntries(context.catalogue)
  const selected = new Set(
    context.catalogue.entries.filter(
      (entry) => !askew.has(entry) && isSelected(entry, declared, context),
    ),
  )
  for (const column of declared.on.columns) {
    for (const [cell, all] of cellsOf(context.catalogue, column)) {
      const [first, ...others] = all.filter((entry) => selected.has(entry))
      if (first === undefined) continue
      const entries = [first, ...others]
      const asked = { passage: cell, span: spanOf(cell), column, entries }
      const isShared = entries.length < all.length
      yield* judgeText(declared, asked, context, slotsIn(asked, context), isShared)
    }
    yield* blanks(declared, column, selected, context)
  }
}

/** What a column holds, each cell once with the lines it speaks for; of an item, its lowest name. */
function cellsOf(
  catalogue: Catalogue,
  column: DeclaredColumn,
): Iterable<readonly [Cell, readonly Entry[]]> {
  if (column !== 'item') return catalogue.groups(column)
  const groups = new Map<Cell, Entry[]>()
  for (const entry of catalogue.entries) {
    const cell = LOWEST.map((role) => entry.cell(role)).find((one) => one !== undefined)
    if (cell === undefined) continue
    const entries = groups.get(cell)
    if (entries === undefined) groups.set(cell, [entry])
    else entries.push(entry)
  }
  return groups
}

const LOWEST = [
  'item.level3',
  'item.level2',
  'item.level1',
  'indicator.level2',
  'indicator.level1',
] as const

function isSelected(entry: Entry, { on }: Declaration, { authorities }: Context): boolean {
  const { items, notItems, itemTypes } = on
  const names = namesOf(entry)
  const has = (patterns: typeof items) =>
    patterns.some((pattern) => names.some((name) => pattern.test(name)))
  if (items.length > 0 && !has(items)) return false
  if (has(notItems)) return false
  if (itemTypes.length === 0) return true
  return itemsOf(entry, authorities.itemTypes).some(({ type }) => itemTypes.includes(type.id))
}

/** The first requirement that a text breaks, for what follows from it is told with it. */
function* judgeText(
  declared: Declaration,
  asked: Asked,
  context: Context,
  slots: Data,
  isShared = false,
): Iterable<Finding> {
  for (const requirement of declared.requirements) {
    const found = breaches(asked, requirement, context)
    for (const breach of found) {
      yield findingOf(declared, requirement, breach, asked, slots, isShared)
    }
    if (found.length > 0) return
  }
}

function findingOf(
  declared: Declaration,
  requirement: Requirement,
  breach: Breach,
  { passage, span }: Asked,
  slots: Data,
  isShared: boolean,
): Finding {
  const at = breach.span ?? span
  const actual = passage.text.slice(at.start, at.end)
  const expected = declared.expected ?? breach.expected
  const right = declared.expected === undefined ? breach.right : [declared.expected]
  // What a cell says for other lines as well is theirs, too.
  const isWhole = breach.span === undefined
  const fix = isWhole && isShared ? undefined : fixOf(declared, passage, at)
  return {
    message: messageId(requirement, breach.of),
    data: {
      ...slots,
      actual: withoutSpace(actual),
      length: lengthOf(actual),
      ...(expected !== undefined && { expected }),
      ...(breach.other !== undefined && { other: breach.other }),
    },
    at: { passage, span: at },
    ...(right && { expected: right }),
    ...(fix && { fix }),
  }
}

function fixOf({ fix, expected }: Declaration, passage: Passage, span: Span): Fix | undefined {
  if (fix === 'none' || expected === undefined) return undefined
  return { safety: fix, edits: [replace(passage, span, expected)] }
}

/** What is blank in a column and must not be. */
function* blanks(
  declared: Declaration,
  column: DeclaredColumn,
  selected: ReadonlySet<Entry>,
  context: Context,
): Iterable<Finding> {
  const requirement = declared.requirements.find(({ kind }) => kind === 'notEmpty')
  if (requirement === undefined) return
  const { catalogue } = context
  const roles = column === 'item' ? LOWEST : [column]
  const isOther = (head: Entry) => !catalogue.lines(head).some((line) => selected.has(line))
  for (const gap of gaps(catalogue, roles, isOther)) {
    const [first, ...others] = gap.heads
    const last = others.at(-1)
    const asked = { passage: gap.at, span: spanOf(gap.at), column, entries: gap.heads }
    const slots = slotsIn(asked, context)
    const several = last && {
      seq: `${seqOf(first)}至${seqOf(last)}`,
      item: `${slots.item}”等${gap.heads.length}项“${itemOf(last)}`,
    }
    yield {
      message: messageId(requirement, undefined),
      data: { ...slots, ...several, ...(declared.expected && { expected: declared.expected }) },
      at: { passage: gap.at },
      ...(declared.expected !== undefined && { expected: [declared.expected] }),
      // Several in a row may be one merged cell whose merge the format lost.
      ...(last && { certainty: 'likely' as const }),
      ...blankFix(declared, gap),
    }
  }
}

function blankFix(
  { fix, expected }: Declaration,
  gap: Parameters<typeof fillGap>[0],
): { readonly fix: Fix } | undefined {
  if (fix === 'none') return undefined
  const filled = fillGap(gap, expected)
  return filled && { fix: { ...filled.fix, safety: fix } }
}

function slotsIn({ column, entries }: Asked, context: Context): Data {
  const [first] = entries
  return {
    agency: agencyName(context),
    ...(first && { item: itemOf(first), seq: seqOf(first) }),
    ...(column !== undefined && { column: columnOf(column, context.catalogue) }),
  }
}

/** Longer names are told by their beginning. */
const LONGEST_NAME = 30

function itemOf(entry: Entry): string {
  const [name = `第${entry.row + 1}行`] = namesOf(entry)
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
}

function seqOf(entry: Entry): string {
  return entry.seq === '' ? `第${entry.row + 1}行` : entry.seq
}

function columnOf(column: DeclaredColumn, { layout }: Catalogue): string {
  if (column === 'item') return '公开事项'
  const found = layout.column(column)
  return found === undefined ? ROLE_NAMES[column] : columnName(found)
}

function agencyName({ catalogue }: Context): string {
  return agencyOf(catalogue)?.name ?? '本机关'
}

/** A passage without the white space at its ends. */
function spanOf({ text }: Passage): Span {
  const start = text.length - text.trimStart().length
  return { start, end: Math.max(start, text.trimEnd().length) }
}

/** Requirements of the parts of a report; a part that is missing is another rule's matter. */
function* checkParts(declared: Declaration, context: Context): Iterable<Finding> {
  for (const { form, heading, body } of partsOf(context.catalogue)) {
    if (!declared.on.parts.includes(form.number)) continue
    const slots = { agency: agencyName(context), part: heading.title }
    yield* forbidden(declared, body, context, slots)
    const at = { passage: heading.passage, span: heading.titleSpan }
    yield* lacking(declared, body, at, context, slots)
  }
}

/** Requirements of a document: what must not stand there, and what has to stand somewhere. */
function* checkDocument(declared: Declaration, context: Context): Iterable<Finding> {
  const { catalogue, siblings } = context
  const slots = { agency: agencyName(context) }
  yield* forbidden(
    declared,
    [...ownTitle(catalogue, siblings), ...textsOf(catalogue)],
    context,
    slots,
  )
  // What stands nowhere is told once for all tables of a document.
  const all = siblings.filter(({ kind }) => declared.on.kinds.includes(kind))
  const passage = catalogue.title ?? catalogue.header[0] ?? beginningOf(catalogue)
  if (all[0] !== catalogue || passage === undefined) return
  const at = { passage, span: spanOf(passage) }
  yield* lacking(declared, [at, ...all.flatMap(textsOf)], at, context, slots)
  yield* missingItems(declared, all, at, slots)
}

/** The texts of a catalogue, or the prose of a report. */
function textsOf(catalogue: Catalogue): readonly Stretch[] {
  const { kind } = catalogue
  const passages = kind === 'annual-report' ? proseOf(catalogue) : [...catalogue.passages()]
  return passages.map((passage) => ({ passage, span: spanOf(passage) }))
}

/** The title of a catalogue, unless it is read elsewhere: as a paragraph, or with a table before. */
function ownTitle(catalogue: Catalogue, siblings: readonly Catalogue[]): readonly Stretch[] {
  const { title } = catalogue
  const before = siblings.slice(0, siblings.indexOf(catalogue))
  const isRead = (one: Catalogue) => textsOf(one).some(({ passage }) => passage === title)
  if (title === undefined || before.some((one) => one.title === title)) return []
  return [catalogue, ...before].some(isRead) ? [] : [{ passage: title, span: spanOf(title) }]
}

/** What must not stand in any of the texts, and does. */
function* forbidden(
  declared: Declaration,
  texts: readonly Stretch[],
  context: Context,
  slots: Data,
): Iterable<Finding> {
  for (const requirement of declared.requirements) {
    if (requirement.kind !== 'notPattern') continue
    for (const text of texts) {
      const asked = { ...text, column: undefined, entries: [] }
      for (const breach of breaches(asked, requirement, context)) {
        yield findingOf(declared, requirement, breach, asked, slots, false)
      }
    }
  }
}

/** What has to stand in some of the texts, and does in none. */
function* lacking(
  declared: Declaration,
  texts: readonly Stretch[],
  at: Stretch,
  context: Context,
  slots: Data,
): Iterable<Finding> {
  for (const requirement of declared.requirements) {
    for (const { of, expected } of lacks(requirement, texts, context)) {
      const told = declared.expected ?? expected
      yield {
        message: messageId(requirement, of),
        data: { ...slots, ...(told !== undefined && { expected: told }) },
        at,
      }
    }
  }
}

function lacks(
  requirement: Requirement,
  texts: readonly Stretch[],
  context: Context,
): readonly Breach[] {
  const words = () => texts.map(({ passage, span }) => squeeze(passage.text, span).text)
  switch (requirement.kind) {
    case 'pattern':
      return words().some((text) => requirement.pattern.test(text)) ? [] : [{}]
    case 'mentions':
      return missingWords(words().join('\n'), requirement)
    case 'cites': {
      const asked = texts.map((text) => ({ ...text, column: undefined, entries: [] }))
      const isCited = asked.some((one) => breaches(one, requirement, context).length === 0)
      return isCited ? [] : [{ expected: requirement.told }]
    }
    default:
      return []
  }
}

/** The items that no entry has, by its names or what it says of its content. */
function* missingItems(
  declared: Declaration,
  catalogues: readonly Catalogue[],
  at: Stretch,
  slots: Data,
): Iterable<Finding> {
  for (const requirement of declared.requirements) {
    if (requirement.kind !== 'exists') continue
    const texts = catalogues.flatMap(({ entries }) =>
      entries.flatMap((entry) => [...namesOf(entry), withoutSpace(entry.text('content'))]),
    )
    for (const item of requirement.items) {
      if (texts.some((text) => !isBlank(text) && item.is(text))) continue
      yield {
        message: messageId(requirement, item.name),
        data: { ...slots, expected: item.name },
        at,
      }
    }
  }
}
