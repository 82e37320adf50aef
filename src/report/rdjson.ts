import type { Diagnostic } from '../engine/diagnostic.ts'
import type { RunResult } from '../engine/result.ts'
import { escapeUnprintable } from '../text/printable.ts'
import { placeWords } from './place.ts'

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const

/**
 * The report in the diagnostic format of reviewdog. Its columns count the bytes of UTF-8 from the
 * start of a line, of which a report knows nothing, so places are whole lines.
 */
export function renderRdjson(run: RunResult): string {
  const diagnostics = run.files.flatMap((file) =>
    file.diagnostics.map((diagnostic) => diagnosticOf(file.path, diagnostic)),
  )
  const report = { source: { name: 'mulint' }, diagnostics }
  return `${escapeUnprintable(JSON.stringify(report, undefined, 2))}\n`
}

function diagnosticOf(path: string, { rule, severity, message, location, related }: Diagnostic) {
  return {
    message: `${placeWords(location)}${message}`,
    location: locationOf(path, location),
    severity: SEVERITIES[severity],
    code: { value: rule },
    ...(related.length > 0 && {
      related_locations: related.map((one) => ({
        message: `${placeWords(one.location)}${one.message}`,
        location: locationOf(path, one.location),
      })),
    }),
  }
}

function locationOf(path: string, { line, endLine }: Diagnostic['location']) {
  if (line === undefined) return { path }
  return { path, range: { start: { line }, end: { line: endLine ?? line } } }
}
