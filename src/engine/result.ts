import type { Recognition } from '../catalogue/recognise.ts'
import type { Kind } from '../catalogue/role.ts'
import type { Severity } from '../rule/rule.ts'
import type { Format, Notice } from '../table/model.ts'
import { hash } from '../text/hash.ts'
import { printable } from '../text/printable.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Report } from './lint.ts'
import type { Suppressed } from './suppress.ts'

/** What became of one file. */
export interface FileResult {
  /** Relative to where the run began, `/` separated. */
  readonly path: string
  readonly status: 'checked' | 'unreadable' | 'not-recognised'
  readonly format?: Format
  readonly encoding?: string
  readonly kind?: Kind
  readonly title?: string
  readonly agency?: string
  readonly asOf?: string
  readonly tables: number
  readonly entries: number
  readonly diagnostics: readonly Diagnostic[]
  readonly notices: readonly Notice[]
  /** Findings that a waiver set aside, with the waiver; they are not among the diagnostics. */
  readonly suppressed?: readonly Suppressed[]
  /** Findings that the baseline knows; they are not among the diagnostics either. */
  readonly known?: readonly Diagnostic[]
  /** The stack of an error of our own on this file, which is then told as unreadable. */
  readonly crash?: string
}

/** Everything a run found out, in the order of the files' paths. */
export interface RunResult {
  readonly files: readonly FileResult[]
  /** Number of rules that were asked. */
  readonly rules: number
  /** State of the registry of authorities, YYYY-MM-DD. */
  readonly registryDate: string
  readonly version: string
}

/** The findings that are about a file as a whole and belong to no rule. */
export const INPUT_FINDINGS = {
  'input-unreadable': {
    title: '文件无法读取',
    why: '读不了的文件等于没有检查；不说出来，就会被当成没有问题。',
    how: '按提示另存、解密或者重新导出后再检查。',
  },
  'input-not-recognised': {
    title: '没有认出目录、年报或者台账',
    why: '没有认出表头，就一条规则也没有用上；不说出来，就会被当成没有问题。',
    how: '用 mulint explain <文件> 看每张表为什么没有认出；确是目录的，补全表头，或者用 --kind 指明种类。',
  },
  'input-empty': {
    title: '认出了表头，没有一个条目',
    why: '没有条目，就没有东西可以检查；不说出来，就会被当成没有问题。',
    how: '打开原文件核对：内容在图片里、在另一张表里，或者转换格式时丢了的，重新导出后再检查。',
  },
} as const
export type InputFinding = keyof typeof INPUT_FINDINGS

/** A file that gave nothing; `reason` is one Chinese sentence. */
export function unreadable(path: string, reason: string): FileResult {
  return {
    path,
    status: 'unreadable',
    tables: 0,
    entries: 0,
    diagnostics: [aboutFile('input-unreadable', 'error', reason)],
    notices: [],
  }
}

/** A file on which the program itself failed; the run goes on without it. */
export function crashed(path: string, version: string, error: unknown): FileResult {
  const told = error instanceof Error ? error.message : String(error)
  const reason = `mulint ${version} 出错，没有检查这个文件（${told}）；这是程序的错误，不是文件的。`
  const crash = error instanceof Error ? (error.stack ?? told) : told
  return { ...unreadable(path, reason), crash }
}

/** What checking a readable file came to; `severity` is that of nothing having been recognised. */
export function checked(
  path: string,
  document: {
    readonly format: Format
    readonly encoding?: string
    readonly notices: readonly Notice[]
  },
  report: Report,
  severity: Severity,
): FileResult {
  const { format, encoding, notices } = document
  const file = { path, format, ...(encoding !== undefined && { encoding }), notices }
  if (report.kind === undefined) {
    const message = whyNot(report.recognition)
    const diagnostics = [aboutFile('input-not-recognised', severity, message)]
    return { ...file, status: 'not-recognised', tables: 0, entries: 0, diagnostics }
  }
  const { kind, title, agency, asOf, tables, entries } = report
  const diagnostics = [...report.diagnostics, ...untold(report, severity)]
  return {
    ...file,
    status: 'checked',
    kind,
    ...(title !== undefined && { title: printable(title) }),
    ...(agency !== undefined && { agency: printable(agency) }),
    asOf,
    tables,
    entries,
    diagnostics,
    ...(report.suppressed.length > 0 && { suppressed: report.suppressed }),
  }
}

const EMPTY = '认出了表头，但是没有一个条目，没有检查任何内容；核对原文件是否丢了内容。'

/**
 * What nobody could judge must not look clean: a refused table where the rule that tells of it is
 * turned off, and a table of nothing but headers.
 */
function untold(
  {
    kind,
    entries,
    tables: counted,
    recognition: { catalogues, tables },
    diagnostics,
    suppressed,
  }: Report,
  severity: Severity,
): Diagnostic[] {
  const isRefused = catalogues.every(({ refusal }) => refusal !== undefined)
  if (isRefused) {
    const reason = tables.find(({ rejected }) => rejected !== undefined)?.rejected
    if (diagnostics.length + suppressed.length > 0 || reason === undefined) return []
    return [aboutFile('input-not-recognised', 'error', reason)]
  }
  // Annual reports have no entries, ledgers in prose no table.
  if (kind === 'annual-report' || counted === 0 || entries > 0) return []
  // Met while walking a folder it may be an empty form.
  return [aboutFile('input-empty', severity === 'error' ? 'error' : 'warning', EMPTY)]
}

function whyNot({ tables }: Recognition): string {
  if (tables.length === 0) return '文件里没有表格，没有认出目录、年报或者台账。'
  if (tables.length === 1)
    return `文件里的1张表不是目录、年报或者台账：${tables[0]?.rejected ?? ''}`
  return `文件里的${tables.length}张表都不是目录、年报或者台账；用 mulint explain 可以看每张表的原因。`
}

function aboutFile(rule: InputFinding, severity: Severity, message: string): Diagnostic {
  return {
    rule,
    messageId: rule,
    severity,
    certainty: 'certain',
    message: printable(message),
    location: { label: '文件' },
    expected: [],
    evidence: [],
    related: [],
    fingerprint: hash(rule),
  }
}

/** Counts over all files. */
export interface Summary {
  readonly files: number
  readonly unreadable: number
  readonly tables: number
  readonly entries: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Findings that a safe fix mends. */
  readonly fixable: number
  /** Findings that waivers set aside. */
  readonly suppressed: number
  /** Findings that the baseline knows. */
  readonly known: number
}

export function summarise(files: readonly FileResult[]): Summary {
  const all = files.flatMap(({ diagnostics }) => diagnostics)
  const count = (severity: Severity) => all.filter((one) => one.severity === severity).length
  return {
    files: files.length,
    unreadable: files.filter(({ status }) => status === 'unreadable').length,
    tables: files.reduce((sum, { tables }) => sum + tables, 0),
    entries: files.reduce((sum, { entries }) => sum + entries, 0),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: all.filter(({ fix }) => fix?.safety === 'safe').length,
    suppressed: files.reduce((sum, { suppressed = [] }) => sum + suppressed.length, 0),
    known: files.reduce((sum, { known = [] }) => sum + known.length, 0),
  }
}
