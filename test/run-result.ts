import type { Diagnostic } from '../src/engine/diagnostic.ts'
import type { FileResult, RunResult } from '../src/engine/result.ts'

/** A finding as the engine tells it, with what a test changes. */
export function diagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: 'deadline-not-allowed',
    messageId: 'tooLong',
    severity: 'error',
    certainty: 'certain',
    message: '公开时限“30个工作日内”超过上限“20个工作日”。',
    location: { label: '序号2／公开时限', line: 12, col: 9, endLine: 12, endCol: 17 },
    expected: [],
    evidence: [],
    related: [],
    fingerprint: '9f2c000000000001',
    ...changes,
  }
}

/** A run over files without findings, with what a test changes. */
export function runOf(...files: readonly Partial<FileResult>[]): RunResult {
  return {
    files: files.map((file, index) => ({
      path: `目录${index + 1}.csv`,
      status: 'checked',
      tables: 1,
      entries: 15,
      diagnostics: [],
      notices: [],
      ...file,
    })),
    rules: 16,
    registryDate: '2026-07-31',
    version: '0.1.0',
  }
}
