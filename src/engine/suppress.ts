import { familyOf } from '../rule/rule.ts'
import { LineMap, textOrigin } from '../table/locate.ts'
import type { Block, Document, Passage, Table } from '../table/model.ts'
import { hash } from '../text/hash.ts'
import { withoutSpace } from '../text/normalise.ts'
import { excerpt, printable } from '../text/printable.ts'
import type { Diagnostic, Location } from './diagnostic.ts'
import type { Settings } from './settings.ts'
import {
  noReason,
  parseComment,
  type RowScope,
  type RuleNames,
  unknownRule,
  type Waiver,
  type WaiverFault,
  type WaiverScope,
  type WaiverSource,
} from './waiver.ts'

/** What is waived from outside the document, and whether its own comments count. */
export interface Waiving {
  readonly waivers?: readonly Waiver[]
  /** What is wrong with the files that waivers were read from. */
  readonly faults?: readonly WaiverFault[]
  /** Comments of the document waive nothing; they are not even told of. */
  readonly ignoresComments?: boolean
}

/** A finding that is not told, and what waives it. */
export interface Suppressed {
  readonly diagnostic: Diagnostic
  readonly waiver: Waiver
}

export interface Suppression {
  readonly kept: readonly Diagnostic[]
  readonly suppressed: readonly Suppressed[]
  /** What is wrong with the waivers themselves. */
  readonly told: readonly Diagnostic[]
}

/** Sets aside what is waived, and tells which waivers are void or waive nothing. */
export function suppress(
  diagnostics: readonly Diagnostic[],
  document: Document,
  settings: Settings,
  { waivers = [], faults = [], ignoresComments = settings.inlineConfig === false }: Waiving,
): Suppression {
  const own = ignoresComments ? NONE : readComments(document, waivableNames(settings))
  const all = [...own.waivers, ...waivers]
  const wrong = [...own.faults, ...faults]
  if (all.length + wrong.length === 0) return { kept: diagnostics, suppressed: [], told: [] }

  const matches = matcher(all, document)
  const used = new Set<Waiver>()
  const expired = new Set<Waiver>()
  const kept: Diagnostic[] = []
  const suppressed: Suppressed[] = []
  for (const diagnostic of diagnostics) {
    let by: Waiver | undefined
    for (const waiver of matches(diagnostic)) {
      if (isExpired(waiver, settings.today)) expired.add(waiver)
      else {
        used.add(waiver)
        by ??= waiver
      }
    }
    if (by === undefined) kept.push(diagnostic)
    else suppressed.push({ diagnostic, waiver: by })
  }

  const idle = all.filter((waiver) => !used.has(waiver))
  const ended = idle.filter(
    (waiver) => isExpired(waiver, settings.today) && (!isGiven(waiver) || expired.has(waiver)),
  )
  const unused = idle.filter(
    (waiver) =>
      !isExpired(waiver, settings.today) && !isGiven(waiver) && isAsked(waiver.rule, settings),
  )
  const told: readonly WaiverFault[] = [
    ...wrong,
    ...ended.map((waiver) => ({
      finding: 'waiver-expired' as const,
      message: `豁免 ${nameOf(waiver)}已于${waiver.expires}到期，不再起作用；应当整改，或者经批准后改写期限。`,
      source: waiver.source,
    })),
    ...unused.map((waiver) => ({
      finding: 'waiver-unused' as const,
      message: `豁免 ${nameOf(waiver)}没有对应的问题，应当删去。`,
      source: waiver.source,
    })),
  ]
  const lines = document.source === undefined ? undefined : new LineMap(document.source)
  return { kept, suppressed, told: numbered(told.map((fault) => tell(fault, lines))) }
}

const NONE = { waivers: [], faults: [] } as const

/** Every rule that a waiver may name, also those that are off, and their families. */
export function waivableNames({
  rules,
  ruleIds = rules.map(({ rule }) => rule.id),
}: Settings): RuleNames {
  return new Set(ruleIds.flatMap((id) => [id, familyOf(id)]))
}

function readComments(
  { blocks, directives = [] }: Document,
  names: RuleNames,
): { readonly waivers: readonly Waiver[]; readonly faults: readonly WaiverFault[] } {
  const waivers: Waiver[] = []
  const faults: WaiverFault[] = []
  for (const directive of directives) {
    const { start, end } = textOrigin(directive)
    const source = { kind: 'comment', start, end } as const
    const fault = (finding: WaiverFault['finding'], message: string) =>
      faults.push({ finding, message, source })
    const said = parseComment(directive.text)
    if ('fault' in said) {
      fault('waiver-unknown', printable(said.fault))
      continue
    }
    if (directive.block === undefined) {
      fault('waiver-misplaced', '豁免注释写在表格里面，不起作用；应当移到表格前面，单独一行。')
      continue
    }
    const scope = scopeOf(said.reach, directive.block, blocks)
    for (const rule of said.rules) {
      const unknown = unknownRule(rule, names)
      if (unknown !== undefined) fault('waiver-unknown', unknown)
      else if (said.reason === '') fault('waiver-no-reason', noReason(rule))
      else waivers.push({ rule, scope, reason: said.reason, source })
    }
  }
  return { waivers, faults }
}

/** A block that is not there holds no findings. */
function scopeOf(
  reach: 'next' | 'next-table' | 'file',
  block: number,
  blocks: readonly Block[],
): WaiverScope {
  if (reach === 'file') return { kind: 'file' }
  if (reach === 'next') return { kind: 'block', block }
  const table = blocks.findIndex(({ kind }, index) => index >= block && kind === 'table')
  return { kind: 'block', block: table < 0 ? blocks.length : table }
}

/** Finds the waivers of a diagnostic, in their order. */
function matcher(
  waivers: readonly Waiver[],
  document: Document,
): (diagnostic: Diagnostic) => readonly Waiver[] {
  const byRule = new Map<string, Waiver[]>()
  for (const waiver of waivers) {
    const list = byRule.get(waiver.rule)
    if (list === undefined) byRule.set(waiver.rule, [waiver])
    else list.push(waiver)
  }
  const asksBlocks = waivers.some(({ scope }) => scope.kind === 'block')
  const blocks = asksBlocks ? blockNumbers(document.blocks) : undefined
  return (diagnostic) => {
    const { rule, at } = diagnostic
    const named = [...(byRule.get(rule) ?? []), ...(byRule.get(familyOf(rule)) ?? [])]
    if (named.length === 0) return named
    const block = at && blocks?.get(at.passage)
    return named.filter(({ scope }) => isWithin(diagnostic, block, scope))
  }
}

function isWithin(diagnostic: Diagnostic, block: number | undefined, scope: WaiverScope): boolean {
  if (scope.kind === 'file') return true
  return scope.kind === 'block' ? block === scope.block : isInRow(diagnostic, scope)
}

/** Whether a finding stands in the row and column that are meant. */
export function isInRow(
  { location, item, fingerprint }: Diagnostic,
  scope: Omit<RowScope, 'kind'>,
): boolean {
  return (
    (scope.entry === undefined || location.entry === scope.entry) &&
    (scope.item === undefined || isNamed(item, withoutSpace(scope.item))) &&
    (scope.role === undefined || location.role === scope.role) &&
    (scope.fingerprint === undefined || fingerprint === scope.fingerprint)
  )
}

/** Whether an item has a name, of all its levels or of the last ones. */
function isNamed(item: string | undefined, name: string): boolean {
  return item !== undefined && (item === name || item.endsWith(`/${name}`))
}

/** The index of the block that each passage stands in, also of cells of tables inside a cell. */
function blockNumbers(blocks: readonly Block[]): ReadonlyMap<Passage, number> {
  const numbers = new Map<Passage, number>()
  for (const [number, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      numbers.set(block, number)
      continue
    }
    const open: Table[] = [block]
    for (let table = open.pop(); table !== undefined; table = open.pop()) {
      for (const row of table.rows) for (const cell of row) numbers.set(cell, number)
      for (const nested of table.nested ?? []) open.push(nested)
    }
  }
  return numbers
}

function isExpired({ expires }: Waiver, today: string): boolean {
  return expires !== undefined && expires < today
}

function isGiven({ source }: Waiver): boolean {
  return source.kind === 'file' && source.isGiven === true
}

/** Whether every rule that a name stands for was asked, so that silence means something. */
export function isAsked(name: string, { rules, ruleIds = [] }: Settings): boolean {
  const asked = new Set(rules.map(({ rule }) => rule.id))
  const meant = ruleIds.filter((id) => id === name || familyOf(id) === name)
  return meant.every((id) => asked.has(id))
}

/** What the sentences call a waiver; reasons and names are no longer than this. */
const NAME_LENGTH = 40

function nameOf({ rule, scope }: Waiver): string {
  if (scope.kind !== 'row') return `${rule} `
  const { entry, item, role, fingerprint } = scope
  const place = [entry && `序号${entry}`, item, role, fingerprint].filter(Boolean).join('／')
  return place === '' ? `${rule} ` : printable(`${rule}（${excerpt(place, NAME_LENGTH)}）`)
}

function tell({ finding, message, source }: WaiverFault, lines: LineMap | undefined): Diagnostic {
  return {
    rule: finding,
    messageId: finding,
    severity: 'warning',
    certainty: 'certain',
    message,
    location: locationOf(source, lines),
    expected: [],
    evidence: [],
    related: [],
    fingerprint: `${finding}\n${message}`,
  }
}

function locationOf(source: WaiverSource, lines: LineMap | undefined): Location {
  if (source.kind === 'comment') return { label: '豁免注释', ...lines?.range(source) }
  const name = source.path.slice(source.path.lastIndexOf('/') + 1)
  return { label: printable(`${name} 第${source.line}行`) }
}

/** Twins are told apart by counting. */
function numbered(told: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map<string, number>()
  return told.map((one) => {
    const nth = (seen.get(one.fingerprint) ?? 0) + 1
    seen.set(one.fingerprint, nth)
    return { ...one, fingerprint: hash(`${one.fingerprint}\n${nth}`) }
  })
}
