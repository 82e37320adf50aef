import type { Diagnostic, Location } from '../engine/diagnostic.ts'
import { type FileResult, type RunResult, summarise } from '../engine/result.ts'
import { escapeUnprintable } from '../text/printable.ts'

/** The JSON report, version 1, as `schemas/report.schema.json` defines it; ends with a line break. */
export function renderJson(run: RunResult): string {
  const report = {
    version: 1,
    tool: { name: 'mulint', version: run.version },
    registry: { date: run.registryDate },
    summary: summaryOf(run),
    files: run.files.map(fileOf),
  }
  return `${escapeUnprintable(JSON.stringify(report, undefined, 2))}\n`
}

function summaryOf(run: RunResult) {
  const { files, unreadable, tables, entries, ...counts } = summarise(run.files)
  const { errors, warnings, infos, fixable, suppressed, known } = counts
  return {
    files,
    unreadable,
    tables,
    entries,
    rules: run.rules,
    errors,
    warnings,
    infos,
    fixable,
    suppressed,
    known,
  }
}

/** One file of a report. */
export function fileOf(file: FileResult) {
  const { path, format, encoding, status, kind, title, agency, asOf, tables, entries } = file
  const findings = file.diagnostics.map(findingOf)
  const notices = file.notices.map(({ text }) => text)
  return {
    path,
    format,
    encoding,
    status,
    kind,
    title,
    agency,
    asOf,
    tables,
    entries,
    ...(notices.length > 0 && { notices }),
    findings,
  }
}

function findingOf(diagnostic: Diagnostic) {
  const { rule, severity, certainty, message, location, actual, expected, evidence, fix } =
    diagnostic
  return {
    rule,
    severity,
    certainty,
    message,
    place: placeOf(location),
    actual,
    expected,
    evidence,
    fix: fix && { safety: fix.safety, text: mended(diagnostic.at, fix) },
    related: diagnostic.related.map((one) => ({
      message: one.message,
      place: placeOf(one.location),
    })),
    fingerprint: diagnostic.fingerprint,
  }
}

/** What stands at the place of a finding after its fix; edits elsewhere are not part of it. */
function mended(at: Diagnostic['at'], { edits }: NonNullable<Diagnostic['fix']>): string {
  if (at === undefined) return edits[0].text
  const { passage, span = { start: 0, end: passage.text.length } } = at
  const inside = edits
    .filter((edit) => edit.passage === passage)
    .filter((edit) => span.start <= edit.span.start && edit.span.end <= span.end)
    .toSorted((a, b) => a.span.start - b.span.start)
  if (inside.length === 0) return edits[0].text
  let text = ''
  let from = span.start
  for (const edit of inside) {
    text += passage.text.slice(from, edit.span.start) + edit.text
    from = edit.span.end
  }
  return (text + passage.text.slice(from, span.end)).trim()
}

/** A place as reports give it. */
export function placeOf(location: Location) {
  const { label, entry, role, table, row, column, line, col, endLine, endCol } = location
  const { sheet, address, page } = location
  return {
    label,
    entry,
    role,
    table,
    row,
    column,
    line,
    col,
    endLine,
    endCol,
    sheet,
    address,
    page,
  }
}
