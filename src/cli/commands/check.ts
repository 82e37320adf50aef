import type { FileResult, RunResult } from '../../engine/result.ts'
import type { RunOptions } from '../../node/run.ts'
import { save } from '../../node/save.ts'
import { FORMATS, type FormatName, render } from '../../report/index.ts'
import { SEVERITIES, type Severity } from '../../rule/rule.ts'
import { nearest } from '../../text/distance.ts'
import { type Arguments, listOf, suggest, textOf } from '../arguments.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { lintInputs, readRunOptions } from '../inputs.ts'
import type { Terminal } from '../terminal.ts'

/** `mulint check`: checks what it is given, prints the reports, and says how the process should end. */
export async function check(given: Arguments, terminal: Terminal): Promise<number> {
  const outputs = listOf(given, 'format').map(readOutput)
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

  const color = wantsColor(given, terminal)
  for (const { format, file } of outputs.length === 0 ? [{ format: 'text' } as Output] : outputs) {
    const report = await render(format, shown, { color: color && file === undefined })
    if (file === undefined) terminal.out(report)
    else saveReport(file, report)
  }
  const crashes = result.files.flatMap(({ crash }) => crash ?? [])
  if (given.values.get('debug') === true) for (const crash of crashes) terminal.error(`${crash}\n`)
  if (crashes.length > 0) return EXIT.failed
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

interface Output {
  readonly format: FormatName
  readonly file?: string
}

/** Nothing recognised anywhere is a failure: a run that read nothing must not look green. */
function exitCode(result: RunResult, failOn: Severity, maxWarnings: number | undefined): number {
  if (!result.files.some(({ status }) => status === 'checked')) return EXIT.failed
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

function readOutput(given: string): Output {
  const [format = '', ...rest] = given.split('=')
  const file = rest.join('=')
  if (!Object.hasOwn(FORMATS, format)) {
    const names = Object.keys(FORMATS)
    throw new UsageError(
      `--format 没有“${format}”这种格式${suggest(nearest(format, names), names)}`,
    )
  }
  if (given.includes('=') && file === '') throw new UsageError(`--format ${format}= 后面缺少文件名`)
  return { format: format as FormatName, ...(file !== '' && { file }) }
}

function saveReport(file: string, report: string): void {
  try {
    save(file, report)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new UsageError(`报告写不进“${file}”（${code}），检查文件夹是否存在、是否可写`)
  }
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
