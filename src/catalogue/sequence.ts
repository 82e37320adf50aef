import type { Catalogue, Entry } from './catalogue.ts'

/** Head lines whose 序号 should go up by one, with their numbers. */
export type Sequence = readonly (readonly [Entry, number])[]

/**
 * The runs of numbered head lines. A new run begins with each section and where the numbers start
 * again at 1; a line printed twice at a page break counts once. `parse` turns a 序号 into a number;
 * a catalogue in which one line in ten or more has none counts by codes and has no runs.
 */
export function sequences(
  catalogue: Catalogue,
  parse: (seq: string) => number | undefined,
): readonly Sequence[] {
  const heads = catalogue.heads.filter((head) => head.seq !== '')
  const numbered = heads.flatMap((head) => {
    const number = parse(head.seq)
    return number === undefined ? [] : [[head, number] as const]
  })
  if (numbered.length === 0 || numbered.length < heads.length * 0.9) return []
  const runs: (readonly [Entry, number])[][] = []
  for (const [index, one] of numbered.entries()) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (last !== undefined && isPrintedTwice(last, one)) continue
    if (run === undefined || begins(last, one, numbered[index + 1])) runs.push([one])
    else run.push(one)
  }
  return runs
}

function begins(
  last: readonly [Entry, number] | undefined,
  [entry, number]: readonly [Entry, number],
  next: readonly [Entry, number] | undefined,
): boolean {
  if (last === undefined || last[0].section !== entry.section) return true
  if (number !== 1 || last[1] < 2) return false
  return next?.[1] === 2 || last[0].text('item.level1') !== entry.text('item.level1')
}

function isPrintedTwice(
  [last, before]: readonly [Entry, number],
  [entry, number]: readonly [Entry, number],
): boolean {
  if (number !== before || last.cells.length !== entry.cells.length) return false
  return entry.cells.every((cell, index) => cell.text === last.cells[index]?.text)
}
