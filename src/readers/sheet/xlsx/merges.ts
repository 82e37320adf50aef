import { MAX_CELLS } from '../../reader.ts'
import { type Merge, tooManyCells } from '../region.ts'

export interface SettledMerges {
  /** Merges of which no two share a square. */
  readonly kept: readonly Merge[]
  /** The merges that lie across one that begins above or stands before. */
  readonly overlapping: readonly Merge[]
}

/**
 * Parts merges from those that overlap them, without walking any of them square by square: what is
 * walked is one row of each.
 */
export function settleMerges(merges: readonly Merge[]): SettledMerges {
  const kept: Merge[] = []
  const overlapping: Merge[] = []
  /** The last row of what has been kept, for each column. */
  const bottoms = new Map<number, number>()
  let walked = 0
  for (const merge of merges.toSorted((a, b) => a.top - b.top)) {
    walked += merge.right - merge.left + 1
    if (walked > MAX_CELLS) throw tooManyCells()
    if (isTaken(bottoms, merge)) {
      overlapping.push(merge)
      continue
    }
    for (let column = merge.left; column <= merge.right; column++) bottoms.set(column, merge.bottom)
    kept.push(merge)
  }
  return { kept, overlapping }
}

function isTaken(bottoms: ReadonlyMap<number, number>, { top, left, right }: Merge): boolean {
  for (let column = left; column <= right; column++) {
    if ((bottoms.get(column) ?? -1) >= top) return true
  }
  return false
}
