import type { FileResult, RunResult } from '../../engine/result.ts'
import type { RunOptions } from '../../node/run.ts'
import { SEVERITIES, type Severity } from '../../rule/rule.ts'
import { type Arguments, listOf, textOf } from '../arguments.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { isOfChanges, lintInputs, readRunOptions } from '../inputs.ts'
import { readOutputs, writeOutputs } from '../outputs.ts'
import type { Terminal } from '../terminal.ts'

/** `mulint check`: checks what it is given, prints the reports, and says how the process should end. */
export async function check(given: Arguments, terminal: Terminal): Promise<number> {
  const outputs = readOutputs(listOf(given, 'format'), terminal)
  const failOn = (textOf(given, 'fail-on') ?? 'error') as Severity
  const maxWarnings = readCount(textOf(given, 'max-warnings'))
  const baseline = textOf(given, 'baseline')
  const failsOnUnpruned = given.values.get('fail-on-unpruned') === true
  if (failsOnUnpruned && baseline === undefined) {
    throw new UsageError('--fail-on-unpruned 要和 --baseline 一起用')
  }
  const options = await readRunOptions(given, terminal)
  const whole = await lintInputs(given, terminal, options)
  const { result, stale } = await withoutKnown(whole, baseline, options, terminal)
  const shown = given.values.get('quiet') === true ? onlyErrors(result) : result

  const rules = async () => (await import('./other.ts')).toldRules(options.settings.rules)
  const tell = (sentence: string) => terminal.error(`mulint：${sentence}\n`)
  const rendering = { color: wantsColor(given, terminal), rules, tell }
  const isWritten = await writeOutputs(outputs, shown, rendering, terminal)
  const crashes = result.files.flatMap(({ crash }) => crash ?? [])
  if (given.values.get('debug') === true) for (const crash of crashes) terminal.error(`${crash}\n`)
  if (crashes.length > 0 || !isWritten) return EXIT.failed
  if (isEmpty(result)) {
    if (!isOfChanges(given)) return EXIT.failed
    const isForeign = result.files.every(({ status }) => status === 'not-recognised')
    if (isForeign && result.files.length > 0) tell('改动的文件里没有认出目录、年报或者台账')
  }
  const code = exitCode(result, failOn, maxWarnings)
  return code === EXIT.clean && failsOnUnpruned && stale > 0 ? EXIT.found : code
}

/** What a baseline knows is set aside; that and waivers that came with the run are loaded late. */
async function withoutKnown(
  result: RunResult,
  baseline: string | undefined,
  options: RunOptions,
  terminal: Terminal,
): Promise<{ readonly result: RunResult; readonly stale: number }> {
  if (baseline === undefined && options.waivers?.given === undefined) return { result, stale: 0 }
  const known = await import('../known.ts')
  known.tellIdleWaivers(result, options, terminal)
  if (baseline === undefined) return { result, stale: 0 }
  return known.withoutKnown(result, baseline, options, terminal)
}

/**
 * Nothing recognised anywhere is a failure: a run that read nothing must not look green. Of what
 * was changed nothing need be a catalogue (docs/decisions/0014).
 */
function isEmpty({ files }: RunResult): boolean {
  return !files.some(({ status }) => status === 'checked')
}

function exitCode(result: RunResult, failOn: Severity, maxWarnings: number | undefined): number {
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
  const all = result.files.flatMap(({ diagnostics }) => diagnostics)
  if (all.some(({ severity }) => failing.includes(severity))) return EXIT.found
  const warnings = all.filter(({ severity }) => severity === 'warning').length
  return maxWarnings !== undefined && warnings > maxWarnings ? EXIT.found : EXIT.clean
}

function onlyErrors(result: RunResult): RunResult {
  const errors = (file: FileResult): FileResult => ({
    ...file,
    diagnostics: file.diagnostics.filter(({ severity }) => severity === 'error'),
  })
  return { ...result, files: result.files.map(errors) }
}

function readCount(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  if (!/^\d{1,9}$/u.test(given))
    throw new UsageError(`--max-warnings 应当是不小于0的整数，不能是“${given}”`)
  return Number(given)
}

/** The command line decides, then NO_COLOR, then FORCE_COLOR, then whether anybody is looking. */
function wantsColor(given: Arguments, { env, stdoutIsTerminal }: Terminal): boolean {
  const asked = given.values.get('color')
  if (typeof asked === 'boolean') return asked
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0'
  return stdoutIsTerminal && env.TERM !== 'dumb'
}
