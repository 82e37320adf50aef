import { readFileSync } from 'node:fs'
import { rules } from '../../../rules/index.ts'
import type { Lawbook } from '../../authority/lawbook.ts'
import type { Kind } from '../../catalogue/role.ts'
import type { FileResult, RunResult } from '../../engine/result.ts'
import type { Settings } from '../../engine/settings.ts'
import { loadConfig, withOwnAuthorities } from '../../node/config-file.ts'
import { loadAuthorities, loadVersion } from '../../node/data.ts'
import { findFiles, type InputFile } from '../../node/files.ts'
import { type RunOptions, run, runOn } from '../../node/run.ts'
import { save } from '../../node/save.ts'
import { FORMATS, type FormatName, render } from '../../report/index.ts'
import { SEVERITIES, type Severity } from '../../rule/rule.ts'
import { nearest } from '../../text/distance.ts'
import { type Arguments, dayOf, listOf, suggest, textOf } from '../arguments.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { selectRules } from '../selection.ts'

/** Where a command reads from and writes to. */
export interface Terminal {
  readonly folder: string
  readonly today: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdoutIsTerminal: boolean
  out(text: string): void
  error(text: string): void
}

/** `mulint check`: checks what it is given, prints the reports, and says how the process should end. */
export async function check(given: Arguments, terminal: Terminal): Promise<number> {
  const outputs = listOf(given, 'format').map(readOutput)
  const failOn = (textOf(given, 'fail-on') ?? 'error') as Severity
  const maxWarnings = readCount(textOf(given, 'max-warnings'))
  const options = await readRunOptions(given, terminal)
  const result = await lintInputs(given, terminal, options)
  const shown = given.values.get('quiet') === true ? onlyErrors(result) : result

  const color = wantsColor(given, terminal)
  for (const { format, file } of outputs.length === 0 ? [{ format: 'text' } as Output] : outputs) {
    const report = await render(format, shown, { color: color && file === undefined })
    if (file === undefined) terminal.out(report)
    else saveReport(file, report)
  }
  const crashes = result.files.flatMap(({ crash }) => crash ?? [])
  if (given.values.get('debug') === true) for (const crash of crashes) terminal.error(`${crash}\n`)
  return crashes.length > 0 ? EXIT.failed : exitCode(result, failOn, maxWarnings)
}

interface Output {
  readonly format: FormatName
  readonly file?: string
}

/** What the command line and the settings file ask for. Throws {@link UsageError} and `ConfigError`. */
async function readRunOptions(given: Arguments, terminal: Terminal): Promise<RunOptions> {
  if (textOf(given, 'entry') !== undefined) {
    throw new UsageError('--entry 同 explain 一起用，例如 mulint explain 目录.xlsx --entry 10')
  }
  const kind = textOf(given, 'kind') ?? 'auto'
  const asOf = dayOf(given, 'as-of')
  const encoding = textOf(given, 'encoding')
  const selection = {
    only: listOf(given, 'only'),
    skip: listOf(given, 'skip'),
    changes: listOf(given, 'rule'),
  }
  const config = await loadConfig(terminal.folder, textOf(given, 'config'))
  const settings: Settings = {
    rules: selectRules(rules, selection),
    authorities: await withOwnAuthorities(loadAuthorities(), config, terminal.folder),
    today: terminal.today,
    ...(config.lawbook !== undefined && { lawbook: await lawbookIn(config.lawbook) }),
    ...(kind !== 'auto' && { kind: kind as Kind }),
    ...(asOf !== undefined && { asOf }),
  }
  return {
    settings,
    version: loadVersion(),
    ...(encoding !== undefined && { encoding }),
  }
}

async function lawbookIn(folder: string): Promise<Lawbook> {
  const { openLawbook } = await import('../../node/lawbook.ts')
  return openLawbook(folder)
}

async function lintInputs(
  given: Arguments,
  terminal: Terminal,
  options: RunOptions,
): Promise<RunResult> {
  if (given.values.get('stdin') === true) {
    if (given.positionals.length > 0) throw new UsageError('--stdin 不能和路径一起用')
    const path = textOf(given, 'stdin-filename') ?? 'stdin.txt'
    const file: InputFile = { file: path, path, isNamed: true }
    return runOn(file, readFileSync(0), options)
  }
  if (given.values.has('stdin-filename'))
    throw new UsageError('--stdin-filename 要和 --stdin 一起用')
  if (given.positionals.length === 0) {
    throw new UsageError('没有给出要检查的路径，例如 mulint check 目录文件夹')
  }
  const { files, unmatched } = await findFiles(given.positionals, terminal.folder)
  if (unmatched.length > 0) throw new UsageError(unmatchedMessage(unmatched))
  return run(files, options)
}

function unmatchedMessage(unmatched: readonly string[]): string {
  const names = unmatched.map((path) => `“${path}”`).join('、')
  return `${names} 没有对应的文件，或者文件夹里没有能检查的文件`
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
