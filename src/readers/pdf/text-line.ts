import type { Box } from '../../table/origin.ts'
import { union } from './geometry.ts'
import type { Run } from './text.ts'

/** One line of writing on a page or in a cell. */
export interface TextLine {
  readonly kind: 'line'
  readonly page: number
  readonly text: string
  readonly box: Box
  readonly size: number
  readonly baseline: number
  /** Parts with wide gaps between them. */
  readonly parts: number
}

/** Baselines no further apart than this share of the smaller size are one line: raised figures. */
const RISE = 0.5

/** Gaps this wide are a blank, in sizes of the font: anywhere, and between Latin letters or digits. */
const BLANK = 0.5
const LATIN_BLANK = 0.18

/** A gap this wide parts columns. */
const WIDE = 1.5

/** Runs as lines from top to bottom; turned or upright writing stays as it was drawn. */
export function textLinesOf(runs: readonly Run[], page: number): readonly TextLine[] {
  if (runs.some(({ direction }) => direction !== 'level')) {
    return runs.map((run) => lineOf([run], page))
  }
  const lines: Run[][] = []
  for (const run of runs.toSorted((one, other) => one.baseline - other.baseline)) {
    const line = lines.at(-1)
    if (line?.[0] && isBeside(run, line[0])) line.push(run)
    else lines.push([run])
  }
  return lines.map((line) => lineOf(line, page))
}

function isBeside(run: Run, other: Run): boolean {
  return Math.abs(run.baseline - other.baseline) <= RISE * Math.min(run.size, other.size)
}

function lineOf(runs: readonly Run[], page: number): TextLine {
  const [first, ...others] = runs.toSorted((one, other) => one.box.left - other.box.left) as [Run]
  let last: Run = first
  let line: Omit<TextLine, 'kind' | 'page'> = { ...first, parts: 1 }
  for (const run of others as readonly Run[]) {
    const gap = (run.box.left - last.box.right) / run.size
    line = {
      text: line.text + (isBlankBetween(last, run, gap) ? ' ' : '') + run.text,
      box: union(line.box, run.box),
      size: Math.max(line.size, run.size),
      baseline: Math.max(line.baseline, run.baseline),
      parts: line.parts + Number(gap >= WIDE),
    }
    last = run
  }
  const { text, box, size, baseline, parts } = line
  return { kind: 'line', page, text, box, size, baseline, parts }
}

function isBlankBetween(before: Run, after: Run, gap: number): boolean {
  if (/\s$/u.test(before.text) || /^\s/u.test(after.text)) return false
  const isLatin = /\w$/u.test(before.text) && /^\w/u.test(after.text)
  return gap >= (isLatin ? LATIN_BLANK : BLANK)
}
