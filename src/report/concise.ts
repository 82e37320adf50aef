import type { RunResult } from '../engine/result.ts'
import { printable } from '../text/printable.ts'
import { PLAIN } from './paint.ts'
import { placeName } from './place.ts'
import { summaryLines } from './summary.ts'

/** One line a finding, as compilers print them: `path:line:col: severity rule label message`. */
export function renderConcise(run: RunResult): string {
  const lines = run.files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ severity, rule, message, location }) => {
      const place = placeName(location)
      const at = place === '' ? '' : `:${place}`
      return `${printable(path)}${at}: ${severity} ${rule} ${printable(location.label)} ${message}`
    }),
  )
  return [...lines, ...summaryLines(run, PLAIN), ''].join('\n')
}
