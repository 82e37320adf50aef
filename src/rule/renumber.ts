import type { Catalogue } from '../catalogue/catalogue.ts'
import { type Sequence, sequences } from '../catalogue/sequence.ts'
import { type Edit, type Fix, replace } from '../fix/edit.ts'
import { type NumberingFault, numberingFaults, parseSeq } from '../grammar/numbering.ts'

/** A run of 序号 that should go up by one, and where it does not. */
export interface NumberedRun {
  readonly run: Sequence
  readonly faults: readonly NumberingFault[]
  /** Numbers that break off every few lines follow another plan than counting. */
  readonly isRegular: boolean
}

/** The runs of 序号 of a catalogue, with their faults. */
export function numberedRuns(catalogue: Catalogue): readonly NumberedRun[] {
  return catalogue.once(findRuns)
}

function findRuns(catalogue: Catalogue): readonly NumberedRun[] {
  return sequences(catalogue, parseSeq).map((run) => {
    const faults = numberingFaults(run.map(([, number]) => number))
    return { run, faults, isRegular: faults.length <= Math.max(2, run.length / 4) }
  })
}

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

/** The last number that a renumbering gives, where it gives several. */
export function lastNumber(renumbering: { readonly fix: Fix } | undefined): string | undefined {
  const edits = renumbering?.fix.edits ?? []
  return edits.length > 1 ? edits.at(-1)?.text : undefined
}
