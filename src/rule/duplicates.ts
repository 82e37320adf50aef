import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { askewEntries } from '../catalogue/gaps.ts'
import type { Role } from '../catalogue/role.ts'
import type { Cell } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'

/** An entry whose item an entry above it has named already. */
export interface DuplicateItem {
  readonly entry: Entry
  readonly earlier: Entry
  /** The lowest name of the item, here and above. */
  readonly at: Cell
  readonly earlierAt: Cell
  /** `row`: every column is alike; `content`: name and content are; `name`: the names are only. */
  readonly alike: 'row' | 'content' | 'name'
}

const LEVELS: readonly Role[] = ['item.level1', 'item.level2', 'item.level3']

/**
 * By whom and for whom an item is published: one that is listed once for each of several bodies or
 * audiences is no duplicate.
 */
const PARTING: readonly Role[] = [
  'subject',
  'audience.public',
  'audience.specific',
  'method',
  'method.proactive',
  'method.onRequest',
  'level.county',
  'level.township',
]

interface Named {
  readonly entry: Entry
  readonly at: Cell
  readonly content: string
  /** Position among the entries that bear a name. */
  readonly index: number
}

/**
 * The entries that repeat the whole path of names of an earlier one in the same section, for the
 * same body and audience. Where a level above was left blank or lost its merge, the path is not
 * known. Neighbours of one name that differ in content are parts of one item.
 */
export function duplicateItems(catalogue: Catalogue): readonly DuplicateItem[] {
  const found: DuplicateItem[] = []
  const seen = new Map<string, { readonly first: Named; last: Named }>()
  const alikeSeen = new Map<string, Named>()
  const askew = askewEntries(catalogue)
  let index = 0
  for (const entry of catalogue.entries) {
    if (askew.has(entry) || askew.has(entry.head)) continue
    const at = ownName(entry)
    const path = at && pathOf(entry)
    if (at === undefined || path === undefined) continue
    index++
    const content = key(entry.text('content'))
    const named = { entry, at, content, index }
    const parting = PARTING.map((role) => key(entry.own(role)?.text ?? '')).join('|')
    const group = `${entry.section}|${path}|${parting}`
    const earlier = seen.get(group)
    const whole = `${group}|${content}`
    if (earlier === undefined) {
      seen.set(group, { first: named, last: named })
      alikeSeen.set(whole, named)
      continue
    }
    const same = alikeSeen.get(whole)
    if (same !== undefined) {
      const alike = alikeness(same, named)
      if (alike !== undefined) found.push(pair(same, named, alike))
      continue
    }
    const isApart = named.index - earlier.last.index > 1
    if (isApart && mayOverlap(earlier.first, named)) found.push(pair(earlier.first, named, 'name'))
    alikeSeen.set(whole, named)
    earlier.last = named
  }
  return found
}

function pair(earlier: Named, { entry, at }: Named, alike: DuplicateItem['alike']): DuplicateItem {
  return { entry, earlier: earlier.entry, at, earlierAt: earlier.at, alike }
}

/** The lowest name that begins in this line, where it is the lowest that speaks for it. */
function ownName(entry: Entry): Cell | undefined {
  for (const role of [...LEVELS].reverse()) {
    const own = entry.own(role)
    if (own !== undefined && !isBlank(own.text)) return own.row === entry.row ? own : undefined
  }
  return undefined
}

/** All names above one another; undefined where one in between is missing or may be. */
function pathOf(entry: Entry): string | undefined {
  const names = LEVELS.map((role) => key(entry.text(role)))
  const deepest = names.findLastIndex((name) => name !== '')
  // 三级 without 二级: the one above was merged, or forgotten.
  const isOpen = LEVELS.some(
    (role, level) => level < deepest && names[level] === '' && entry.own(role) !== undefined,
  )
  return deepest < 0 || isOpen ? undefined : names.join('/')
}

/** How much alike two entries of one path and content are; undefined where too little is known. */
function alikeness(one: Named, other: Named): 'row' | 'content' | undefined {
  const rest = (entry: Entry) =>
    entry.cells
      .filter((cell) => cell !== entry.own('seq'))
      .map(({ column, text }) => `${column}:${key(text)}`)
      .filter((text) => !text.endsWith(':'))
      .join('|')
  const isWhole = rest(one.entry) === rest(other.entry)
  // Two lines below one merged content differ in nothing that can be compared.
  if (one.entry.cell('content') === other.entry.cell('content') && one.content !== '') {
    return undefined
  }
  if (one.content === '') return isWhole ? 'row' : undefined
  return isWhole ? 'row' : 'content'
}

/** Whether two contents speak of the same at all: one begins like the other, or holds it. */
function mayOverlap({ content }: Named, other: Named): boolean {
  const [short, long] =
    content.length <= other.content.length ? [content, other.content] : [other.content, content]
  return short.length >= 3 && long.includes(short)
}

/** A text without white space and punctuation, of which nothing that counts is left out. */
function key(text: string): string {
  const words = text.slice(0, LONGEST).replace(/[\s\p{P}]+/gu, '')
  return text.length <= LONGEST ? words : `${words}…${text.length}`
}

/** A cell may hold a megabyte; what is as long and alike so far is alike. */
const LONGEST = 20_000
