import type { FileResult, RunResult } from '../../engine/result.ts'
import type { GivenWaivers } from '../../node/waiver-file.ts'
import { type Arguments, listOf, textOf } from '../arguments.ts'
import { wantsColor } from '../color.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { isOfChanges, type JudgedRun, lintInputs, readRunOptions } from '../inputs.ts'
import { readOutputs, writeOutputs } from '../outputs.ts'
import type { Terminal } from '../terminal.ts'

/** `mulint check`: checks what it is given, prints the reports, and says how the process should end. */
export async function check(given: Arguments, terminal: Terminal): Promise<number> {
  if (given.values.has('print-config') || given.values.get('list-files') === true) {
    const { listFiles, printConfig } = await import('./other.ts')
    return given.values.has('print-config')
      ? printConfig(given, terminal)
      : listFiles(given, terminal)
  }
  for (const name of ['unsafe', 'diff', 'stdout', 'write']) {
    if (given.values.has(name))
      throw new UsageError(`--${name} 同 fix 一起用，例如 mulint fix 目录.csv`)
  }
  const outputs = readOutputs(listOf(given, 'format'), terminal)
  const failsOnUnpruned = given.values.get('fail-on-unpruned') === true
  const options = await readRunOptions(given, terminal)
  const baseline = textOf(given, 'baseline') ?? options.config.baseline
  if (failsOnUnpruned && baseline === undefined) {
    throw new UsageError('--fail-on-unpruned 要和 --baseline 一起用')
  }
  const whole = await lintInputs(given, terminal, options)
  const { result, stale } = await withoutKnown(whole, baseline, options.waivers?.given, terminal)
  const shown = given.values.get('quiet') === true ? onlyErrors(result) : result

  const rules = async () => (await import('./other.ts')).toldRules(whole.activeRules)
  const tell = (sentence: string) => terminal.error(`mulint：${sentence}\n`)
  const rendering = { color: wantsColor(given, terminal), rules, tell }
  const isWritten = await writeOutputs(outputs, shown, rendering, terminal)
  const crashes = result.files.flatMap(({ crash }) => crash ?? [])
  if (given.values.get('debug') === true) for (const crash of crashes) terminal.error(`${crash}\n`)
  if (crashes.length > 0 || !isWritten) return EXIT.failed
  if (whole.isIdle) return EXIT.clean
  if (isEmpty(result)) {
    if (!isOfChanges(given)) return EXIT.failed
    const isForeign = result.files.every(({ status }) => status === 'not-recognised')
    if (isForeign) tell('改动的文件里没有认出目录、年报或者台账')
  }
  if (options.fileSettings.isOver(result, whole.judgedBy)) return EXIT.found
  return failsOnUnpruned && stale > 0 ? EXIT.found : EXIT.clean
}

/** What a baseline knows is set aside; that and waivers that came with the run are loaded late. */
async function withoutKnown(
  result: JudgedRun,
  baseline: string | undefined,
  given: GivenWaivers | undefined,
  terminal: Terminal,
): Promise<{ readonly result: RunResult; readonly stale: number }> {
  if (baseline === undefined && given === undefined) return { result, stale: 0 }
  const known = await import('../known.ts')
  const settingsOf = (path: string) => result.judgedBy(path).settings
  known.tellIdleWaivers(result, given, settingsOf, terminal)
  if (baseline === undefined) return { result, stale: 0 }
  return known.withoutKnown(result, baseline, settingsOf, terminal)
}

/**
 * Nothing recognised anywhere is a failure: a run that read nothing must not look green. Of what
 * was changed nothing need be a catalogue (docs/decisions/0014).
 */
function isEmpty({ files }: RunResult): boolean {
  return !files.some(({ status }) => status === 'checked')
}

function onlyErrors(result: RunResult): RunResult {
  const errors = (file: FileResult): FileResult => ({
    ...file,
    diagnostics: file.diagnostics.filter(({ severity }) => severity === 'error'),
  })
  return { ...result, files: result.files.map(errors) }
}
