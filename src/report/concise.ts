import type { RunResult } from '../engine/result.ts'
import { printable } from '../text/printable.ts'
import { PLAIN } from './paint.ts'
import { summaryLines } from './summary.ts'

/** One line a finding, as compilers print them: `path:line:col: severity rule label message`. */
export function renderConcise(run: RunResult): string {
  const lines = run.files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ severity, rule, message, location: { line, col, label } }) => {
      const at = line === undefined ? '' : `:${line}:${col}`
      return `${printable(path)}${at}: ${severity} ${rule} ${printable(label)} ${message}`
    }),
  )
  return [...lines, ...summaryLines(run, PLAIN), ''].join('\n')
}
