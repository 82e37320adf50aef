import type { Catalogue } from '../catalogue/catalogue.ts'
import {
  findHeadings,
  HEADING_LEVELS,
  type Heading,
  type HeadingLevel,
  headingLabel,
} from '../grammar/heading.ts'
import { numberingFaults } from '../grammar/numbering.ts'
import type { Passage } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'

/** A heading, the paragraph that it begins, and how many paragraphs stand before that. */
interface Placed extends Heading {
  readonly passage: Passage
  readonly index: number
}

/** A heading whose number does not follow on the one before it. */
export interface HeadingFault {
  readonly kind: 'gap' | 'duplicate' | 'order'
  readonly heading: Placed
  readonly before: Placed
  /** The labels that are left out, or the one that should stand there. */
  readonly expected: readonly string[]
}

/** Where the headings outside the tables of a catalogue do not go up by one. */
export function headingFaults(catalogue: Catalogue): readonly HeadingFault[] {
  return groupsOf(catalogue).flatMap((group) => faultsOf(group, catalogue))
}

/** Headings of one level below the same heading, from one 一 to the next. */
function groupsOf({ paragraphs }: Catalogue): readonly (readonly Placed[])[] {
  const groups: Placed[][] = []
  const open = new Map<HeadingLevel, Placed[]>()
  const printed = new WeakMap<readonly Placed[], Set<string>>()
  let hasParts = false
  for (const [index, passage] of paragraphs.entries()) {
    if (ATTACHMENT.test(passage.text)) open.clear()
    for (const heading of findHeadings(passage.text)) {
      const { level } = heading
      if (level === 'part') hasParts = true
      // What is numbered （一） outside any part may be quoted from a law.
      if (level === 'section' && !hasParts) continue
      for (const lower of HEADING_LEVELS.slice(HEADING_LEVELS.indexOf(level) + 1)) {
        open.delete(lower)
      }
      let group = heading.number === 1 ? undefined : open.get(level)
      if (group === undefined) {
        group = []
        groups.push(group)
        open.set(level, group)
        printed.set(group, new Set())
      }
      // A heading may be printed again overleaf.
      const key = `${heading.number} ${withoutSpace(heading.title).replace(/[（(]续[）)]$/u, '')}`
      if (printed.get(group)?.has(key)) continue
      printed.get(group)?.add(key)
      group.push({ ...heading, passage, index })
    }
  }
  return groups
}

const ATTACHMENT = /^\s{0,8}附\s{0,4}[件录表]/u
/** Headings that a group must have for each fault in it. */
const LEAST = 3
/** Numbers that jump more often count something else, such as the items of a law. */
const MOST_FAULTS = 3

function faultsOf(group: readonly Placed[], catalogue: Catalogue): readonly HeadingFault[] {
  const [first] = group
  if (first === undefined || group.length < LEAST) return []
  if (first.level === 'section' && first.number !== 1) return []
  const faults = numberingFaults(group.map(({ number }) => number))
  if (faults.length > MOST_FAULTS || faults.length * LEAST > group.length) return []
  return faults.flatMap(({ index, kind, expected }) => {
    const heading = group[index]
    const before = group[index - 1]
    if (heading === undefined || before === undefined) return []
    const to = kind === 'gap' ? heading.number : expected + 1
    const labels = labelsOf(heading.level, expected, to)
    const isExcused =
      kind === 'gap' &&
      (standsBetween(labels, before, heading, catalogue) ||
        hasBareHeading(before, heading, catalogue))
    return isExcused ? [] : [{ kind, heading, before, expected: labels }]
  })
}

function labelsOf(level: HeadingLevel, from: number, to: number): readonly string[] {
  return Array.from({ length: to - from }, (_, index) => headingLabel(level, from + index))
}

/** Whether a heading that is missing stands inside a paragraph, or begins a cell of a table. */
function standsBetween(
  labels: readonly string[],
  before: Placed,
  after: Placed,
  catalogue: Catalogue,
): boolean {
  const forms = labels.flatMap((label) => [label, label.replace('（', '(').replace('）', ')')])
  const between = catalogue.paragraphs.slice(before.index, after.index + 1)
  if (between.some(({ text }) => forms.some((form) => text.includes(form)))) return true
  // 一、本年新收 to 四、结转下年度 are rows of the tables of a report.
  if (catalogue.kind === 'annual-report') return false
  const inTables = catalogue.once(labelsInTables)
  return labels.some((label) => inTables.has(label))
}

function labelsInTables({ sheets }: Catalogue): ReadonlySet<string> {
  const labels = new Set<string>()
  for (const { grid } of sheets) {
    for (const { text } of grid.table.rows.flat()) {
      for (const { level, number } of findHeadings(text)) labels.add(headingLabel(level, number))
    }
  }
  return labels
}

/** Whether a line between two headings looks like a heading that lost its number. */
function hasBareHeading(before: Placed, after: Placed, { paragraphs }: Catalogue): boolean {
  return paragraphs.slice(before.index + 1, after.index).some(({ text, heading }) => {
    const words = withoutSpace(text)
    if (findHeadings(text).length > 0 || words === '') return false
    return heading !== undefined || BARE.test(words)
  })
}

const BARE = /^[㐀-䶿一-鿿“”]{4,30}$/u
