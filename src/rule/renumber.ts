import type { Sequence } from '../catalogue/sequence.ts'
import { type Edit, type Fix, replace } from '../fix/edit.ts'

/**
 * The fix that gives a 序号 its expected number and counts on from it, up to the first number that
 * is right already.
 */
export function renumberFrom(
  run: Sequence,
  index: number,
  expected: number,
): { fix: Fix } | undefined {
  const edits: Edit[] = []
  for (const [offset, [entry, number]] of run.slice(index).entries()) {
    const wanted = expected + offset
    if (number === wanted) break
    const cell = entry.own('seq')
    const digits = cell && /\d+|[０-９]+|[①-⑳]/u.exec(cell.text)
    if (cell === undefined || digits == null) return undefined
    const span = { start: digits.index, end: digits.index + digits[0].length }
    edits.push(replace(cell, span, String(wanted)))
  }
  const [first, ...rest] = edits
  return first === undefined ? undefined : { fix: { safety: 'suggested', edits: [first, ...rest] } }
}
