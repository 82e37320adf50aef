import type { Diagnostic } from '../engine/diagnostic.ts'
import type { FileResult, RunResult } from '../engine/result.ts'
import { SEVERITIES, type Severity } from '../rule/rule.ts'
import { printable } from '../text/printable.ts'
import { PLAIN } from './paint.ts'
import { placeName, placeWords } from './place.ts'
import { summaryLines } from './summary.ts'

/** GitHub shows no more annotations of one level than this for one step. */
const ROOM = 10

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}
const NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示' }

interface Found {
  readonly file: FileResult
  readonly diagnostic: Diagnostic
}

/**
 * The report for a step of GitHub Actions: annotations, the most severe first and no more than are
 * shown, one that tells how many there are besides, these as plain lines for the log, and the
 * summary.
 */
export function renderGithub(run: RunResult): string {
  const all = run.files.flatMap((file) =>
    file.diagnostics.map((diagnostic) => ({ file, diagnostic })),
  )
  const levels = SEVERITIES.map((severity) =>
    all.filter(({ diagnostic }) => diagnostic.severity === severity),
  )
  // The notice that tells of the others takes a place of its own.
  const isCut = levels.some((found) => found.length > ROOM)
  const rooms = SEVERITIES.map((severity) => (isCut && severity === 'info' ? ROOM - 1 : ROOM))
  const shown = levels.flatMap((found, level) => found.slice(0, rooms[level]))
  const others = levels.flatMap((found, level) => found.slice(rooms[level]))
  const lines = [
    ...shown.map(command),
    ...(others.length === 0 ? [] : [noticeOf(others.length)]),
    ...others.map(logLine),
    ...summaryLines(run, PLAIN).map(defused),
  ]
  return `${lines.join('\n')}\n`
}

function command({ file: { path }, diagnostic }: Found): string {
  const { severity, rule, message, location } = diagnostic
  const { line, col, endLine, endCol } = location
  const place: readonly (readonly [string, string | number | undefined])[] = [
    ['file', printable(path)],
    ['line', line],
    ['endLine', endLine],
    // Columns count only inside one line, and an empty stretch has no end.
    ['col', line === endLine ? col : undefined],
    ['endColumn', line === endLine && endCol !== col ? endCol : undefined],
    ['title', `mulint ${rule}`],
  ]
  const properties = place
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${property(String(value))}`))
    .join(',')
  return `::${COMMANDS[severity]} ${properties}::${data(`${placeWords(location)}${message}`)}`
}

function noticeOf(count: number): string {
  const told = `GitHub 每一步每个级别最多显示${ROOM}条标注，还有${count}条没有标注，列在这一步的日志里。`
  return `::notice title=mulint::${data(told)}`
}

function logLine({ file: { path }, diagnostic }: Found): string {
  const { severity, rule, message, location } = diagnostic
  const place = placeName(location)
  const at = `${printable(path)}${place === '' ? '' : `:${place}`}`
  return defused(`${NAMES[severity]} ${at} ${printable(location.label)} ${message} ${rule}`)
}

// A log line is obeyed when it begins with ::, which ours never do, or holds ##[.
function defused(line: string): string {
  return line.replaceAll('##[', '## [')
}

/** The escapes of @actions/core for what follows the command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
