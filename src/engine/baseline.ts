import type { Diagnostic } from './diagnostic.ts'
import { type FileResult, INPUT_FINDINGS } from './result.ts'
import { WAIVER_FINDINGS } from './waiver.ts'

/** The findings that were there when a baseline was made. */
export interface Baseline {
  /** Version of mulint that wrote it, and the state of its registry. */
  readonly tool: string
  readonly registryDate: string
  /** Why it was allowed to grow, oldest first. */
  readonly accepted: readonly Acceptance[]
  /** By name of file; see {@link Surroundings}. */
  readonly files: ReadonlyMap<string, readonly KnownFinding[]>
}

export interface Acceptance {
  /** YYYY-MM-DD */
  readonly date: string
  readonly reason: string
  /** Number of findings that were added. */
  readonly added: number
}

export interface KnownFinding {
  readonly fingerprint: string
  readonly rule: string
  /** Where it stood, for people who read the file. */
  readonly label: string
}

/** What a comparison asks of the run and the disk. */
export interface Surroundings {
  /** What the baseline calls a file of the run. */
  nameOf(path: string): string
  /** Whether a file that the baseline names is still there. */
  isThere(name: string): boolean
  /**
   * Whether a rule was asked of a file of the run, or is none any more, so that silence means it is
   * mended.
   */
  isAsked(rule: string, path: string): boolean
}

/** What a run and a baseline have in common. */
export interface Comparison {
  /** The files of the run; what is known is no longer among their diagnostics. */
  readonly files: readonly FileResult[]
  /** Findings that a baseline would record and this one does not know. */
  readonly fresh: readonly FoundIn[]
  /** What the baseline knows and what is no longer there, by name of file. */
  readonly stale: ReadonlyMap<string, readonly KnownFinding[]>
  /** Files that have another name now and the same findings. */
  readonly moved: readonly Move[]
}

export interface FoundIn {
  readonly path: string
  readonly diagnostic: Diagnostic
}

export interface Move {
  readonly from: string
  readonly to: string
}

/**
 * Sets aside what a baseline knows. Findings are known by fingerprint and not by number, so that one
 * that was mended makes no room for another.
 */
export function compare(
  files: readonly FileResult[],
  baseline: Baseline,
  around: Surroundings,
): Comparison {
  const moved = findMoves(files, baseline, around)
  const origins = new Map(moved.map(({ from, to }) => [to, from]))
  const stale = new Map<string, readonly KnownFinding[]>()
  const fresh: FoundIn[] = []
  const seen = new Set<string>()
  const compared = files.map((file): FileResult => {
    const name = around.nameOf(file.path)
    const entries = baseline.files.get(name) ?? baseline.files.get(origins.get(name) ?? '') ?? []
    seen.add(name).add(origins.get(name) ?? name)
    const prints = new Set(entries.map(({ fingerprint }) => fingerprint))
    const all = recorded(file)
    const known = all.filter(({ fingerprint }) => prints.has(fingerprint))
    for (const diagnostic of all) {
      if (!prints.has(diagnostic.fingerprint)) fresh.push({ path: file.path, diagnostic })
    }
    const gone = goneFrom(file, entries, around)
    if (gone.length > 0) stale.set(name, gone)
    if (known.length === 0) return file
    const aside = new Set(known)
    const diagnostics = file.diagnostics.filter((diagnostic) => !aside.has(diagnostic))
    return { ...file, diagnostics, known }
  })
  for (const [name, entries] of baseline.files) {
    if (!seen.has(name) && !around.isThere(name)) stale.set(name, entries)
  }
  return { files: compared, fresh, stale, moved }
}

/** The baseline of a run; what an older one knows and this run did not look at stays in it. */
export function record(
  files: readonly FileResult[],
  around: Surroundings,
  old: Baseline | undefined,
  about: Pick<Baseline, 'tool' | 'registryDate' | 'accepted'>,
): Baseline {
  const moves = new Map(
    (old ? findMoves(files, old, around) : []).map(({ from, to }) => [to, from]),
  )
  const recordedFiles = new Map<string, readonly KnownFinding[]>()
  for (const file of files) {
    const name = around.nameOf(file.path)
    const found = recorded(file).map(({ fingerprint, rule, location }) => ({
      fingerprint,
      rule,
      label: location.label,
    }))
    const before = old?.files.get(name) ?? old?.files.get(moves.get(name) ?? '') ?? []
    const gone = new Set(goneFrom(file, before, around))
    const prints = new Set(found.map(({ fingerprint }) => fingerprint))
    const kept = before.filter((known) => !gone.has(known) && !prints.has(known.fingerprint))
    if (found.length + kept.length > 0) recordedFiles.set(name, [...found, ...kept].sort(byRule))
  }
  const inRun = new Set(files.map(({ path }) => around.nameOf(path)))
  for (const [name, entries] of old?.files ?? []) {
    if (!inRun.has(name) && around.isThere(name)) recordedFiles.set(name, entries)
  }
  const inOrder = [...recordedFiles].sort(([a], [b]) => compareTexts(a, b))
  return { ...about, files: new Map(inOrder) }
}

/** The baseline as a text: a finding a line, in an order that no row or file decides. */
export function renderBaseline({ tool, registryDate, accepted, files }: Baseline): string {
  const list = (lines: readonly string[], indent: string) =>
    lines.length === 0
      ? '[]'
      : `[\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}]`
  const accepts = accepted.map(({ date, reason, added }) => JSON.stringify({ date, reason, added }))
  const named = [...files].map(([name, entries]) => {
    const lines = entries.map(({ fingerprint, rule, label }) =>
      JSON.stringify({ fingerprint, rule, label }),
    )
    return `    ${JSON.stringify(name)}: ${list(lines, '    ')}`
  })
  return [
    '{',
    '  "version": 1,',
    `  "tool": ${JSON.stringify(tool)},`,
    `  "registry": ${JSON.stringify(registryDate)},`,
    `  "accepted": ${list(accepts, '  ')},`,
    `  "files": ${named.length === 0 ? '{}' : `{\n${named.join(',\n')}\n  }`}`,
    '}',
    '',
  ].join('\n')
}

/** What a baseline records: not what a crash left, nor what is wrong with waivers. */
export function recorded({ diagnostics, crash }: FileResult): readonly Diagnostic[] {
  if (crash !== undefined) return []
  return diagnostics.filter(({ rule }) => !Object.hasOwn(WAIVER_FINDINGS, rule))
}

/** The known findings of a file that are no longer there; what was not judged is not gone. */
function goneFrom(
  file: FileResult,
  entries: readonly KnownFinding[],
  { isAsked }: Surroundings,
): readonly KnownFinding[] {
  if (file.crash !== undefined) return []
  const prints = new Set(file.diagnostics.map(({ fingerprint }) => fingerprint))
  const isJudged = (rule: string) =>
    Object.hasOwn(INPUT_FINDINGS, rule) || (file.status === 'checked' && isAsked(rule, file.path))
  return entries.filter(({ fingerprint, rule }) => !prints.has(fingerprint) && isJudged(rule))
}

/** Files that the baseline does not know and that have exactly the findings of one that is gone. */
function findMoves(
  files: readonly FileResult[],
  baseline: Baseline,
  { nameOf, isThere }: Surroundings,
): readonly Move[] {
  const names = new Set(files.map(({ path }) => nameOf(path)))
  const lost = [...baseline.files].filter(([name]) => !names.has(name) && !isThere(name))
  if (lost.length === 0) return []
  const byFindings = new Map<string, string[]>()
  for (const file of files) {
    const name = nameOf(file.path)
    if (baseline.files.has(name) || file.status !== 'checked') continue
    const key = keyOf(recorded(file))
    byFindings.set(key, [...(byFindings.get(key) ?? []), name])
  }
  const moves = lost.flatMap(([from, entries]): Move[] => {
    const [to, ...others] = byFindings.get(keyOf(entries)) ?? []
    return to === undefined || others.length > 0 ? [] : [{ from, to }]
  })
  // Of two files that are gone neither is known to be the one that was renamed.
  const count = (name: string) => moves.filter(({ to }) => to === name).length
  return moves.filter(({ to }) => count(to) === 1)
}

function keyOf(findings: readonly { readonly fingerprint: string }[]): string {
  return findings
    .map(({ fingerprint }) => fingerprint)
    .sort(compareTexts)
    .join('\n')
}

function byRule(a: KnownFinding, b: KnownFinding): number {
  return compareTexts(a.rule, b.rule) || compareTexts(a.fingerprint, b.fingerprint)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
