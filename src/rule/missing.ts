import type { Entry } from '../catalogue/catalogue.ts'
import type { Gap } from '../catalogue/gaps.ts'
import { shapeOf } from '../catalogue/shape.ts'
import { type Fix, replace } from '../fix/edit.ts'
import type { Place } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import { severalItems } from './several-items.ts'

/** The item that a head line is about, as a sentence names it; cut where a cell holds a whole text. */
export function itemName(entry: Entry): string {
  const levels = (['item.level3', 'item.level2', 'item.level1'] as const)
    .map((role) => entry.text(role))
    .filter((text) => text !== '')
  const written = levels.find((text) => shapeOf(text) === 'words') ?? levels[0] ?? ''
  const name = severalItems(written).join('、') || withoutSpace(written)
  if (name === '') return entry.seq === '' ? `第${entry.row + 1}行` : `序号${entry.seq}`
  return name.length > 20 ? `${name.slice(0, 20)}…` : name
}

type EntryRemark = Readonly<{ message: 'missing'; data: { item: string }; at: Place }>
type RunRemark = Readonly<{
  message: 'run'
  data: { from: string; to: string; count: number }
  at: Place
  severity: 'warning'
  certainty: 'likely'
}>
type ColumnRemark = Readonly<{
  message: 'column'
  data: { count: number }
  at: Place
  severity: 'warning'
  certainty: 'likely'
}>

/**
 * What a rule says about a gap. Several entries in a row may be one merged cell whose merge the
 * format lost, so they are told once and with less certainty.
 */
export function gapRemark(gap: Exclude<Gap, { extent: 'column' }>): EntryRemark | RunRemark
export function gapRemark(gap: Gap): EntryRemark | RunRemark | ColumnRemark
export function gapRemark(gap: Gap): EntryRemark | RunRemark | ColumnRemark {
  const [first] = gap.heads
  const at = { passage: gap.at }
  if (gap.extent === 'entry') return { message: 'missing', data: { item: itemName(first) }, at }
  const doubt = { severity: 'warning', certainty: 'likely' } as const
  const count = gap.heads.length
  if (gap.extent === 'column') return { message: 'column', data: { count }, at, ...doubt }
  const last = gap.heads.at(-1) ?? first
  return { message: 'run', data: { from: lineOf(first), to: lineOf(last), count }, at, ...doubt }
}

/** Puts a text into the blank cell that a gap points at; undefined where the row has no such cell. */
export function fillGap(gap: Gap, text: string | undefined): { fix: Fix } | undefined {
  const { at } = gap
  if (text === undefined || gap.extent !== 'entry' || at.text.trim() !== '') return undefined
  return {
    fix: { safety: 'suggested', edits: [replace(at, { start: 0, end: at.text.length }, text)] },
  }
}

function lineOf(entry: Entry): string {
  return entry.seq === '' ? `第${entry.row + 1}行` : `序号${entry.seq}`
}
