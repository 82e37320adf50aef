import type { Diagnostic } from '../engine/diagnostic.ts'
import type { RunResult } from '../engine/result.ts'
import { hash } from '../text/hash.ts'
import { escapeUnprintable } from '../text/printable.ts'
import { placeWords } from './place.ts'

const SEVERITIES = { error: 'critical', warning: 'major', info: 'info' } as const

/** The report as GitLab's code quality reads it. */
export function renderGitlab(run: RunResult): string {
  const issues = run.files.flatMap(({ path, diagnostics }) =>
    diagnostics.map((diagnostic) => issueOf(path, diagnostic)),
  )
  return `${escapeUnprintable(JSON.stringify(issues, undefined, 2))}\n`
}

function issueOf(path: string, { rule, severity, message, location, fingerprint }: Diagnostic) {
  const { line = 1, endLine = line } = location
  return {
    description: `${placeWords(location)}${message}`,
    check_name: rule,
    // Of two with one fingerprint GitLab shows the first, so the file is part of it.
    fingerprint: hash(`${path}\n${fingerprint}`),
    severity: rule === 'input-unreadable' ? 'blocker' : SEVERITIES[severity],
    location: { path, lines: { begin: line, end: endLine } },
  }
}
