import type { Bytes } from '../../compound/bytes.ts'
import { readPlc } from './plc.ts'

/** Bytes of the document stream whose characters have the same properties; `to` is exclusive. */
export interface Run {
  readonly from: number
  readonly to: number
  /** Where the list of properties stands in the document stream; 0 where there is none. */
  readonly at: number
}

const PAGE = 512
/** Bytes that the entry of a run has in a page, of characters and of paragraphs. */
export const CHARACTER_ENTRY = 1
export const PARAGRAPH_ENTRY = 13

/** The runs of all pages that the bins name, in order and without overlaps. */
export function readBins(document: Bytes, bins: Bytes, entrySize: number): readonly Run[] {
  const plc = readPlc(bins, 4)
  const runs: Run[] = []
  const seen = new Set<number>()
  for (let index = 0; index < plc.count; index++) {
    const page = plc.item(index).u32(0) & 0x3f_ff_ff
    if (seen.has(page)) continue
    seen.add(page)
    addPage(document.part(page * PAGE, PAGE), page * PAGE, entrySize, runs)
  }
  runs.sort((a, b) => a.from - b.from)
  return runs.map((run, index) => {
    const next = runs[index + 1]?.from ?? run.to
    return next < run.to ? { ...run, to: next } : run
  })
}

function addPage(page: Bytes, offset: number, entrySize: number, runs: Run[]): void {
  const count = page.u8(PAGE - 1)
  const entries = (count + 1) * 4
  if (entries + count * entrySize >= PAGE) return
  for (let index = 0; index < count; index++) {
    const from = page.u32(index * 4)
    const to = page.u32(index * 4 + 4)
    const word = page.u8(entries + index * entrySize)
    if (from < to) runs.push({ from, to, at: word === 0 ? 0 : offset + word * 2 })
  }
}

/** The run that a byte of the document stream lies in. */
export function runAt(runs: readonly Run[], offset: number): Run | undefined {
  const run = runs[firstBehind(runs, offset) - 1]
  return run && offset < run.to ? run : undefined
}

/** Index of the first run that begins behind an offset. */
export function firstBehind(runs: readonly Run[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.from ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
