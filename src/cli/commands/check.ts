import type { FileResult, RunResult } from '../../engine/result.ts'
import { type Arguments, listOf } from '../arguments.ts'
import { wantsColor } from '../color.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { isOfChanges, lintInputs, readRunOptions } from '../inputs.ts'
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
  const options = await readRunOptions(given, terminal)
  const result = await lintInputs(given, terminal, options)
  const shown = given.values.get('quiet') === true ? onlyErrors(result) : result

  const rules = async () => (await import('./other.ts')).toldRules(result.activeRules)
  const tell = (sentence: string) => terminal.error(`mulint：${sentence}\n`)
  const rendering = { color: wantsColor(given, terminal), rules, tell }
  const isWritten = await writeOutputs(outputs, shown, rendering, terminal)
  const crashes = result.files.flatMap(({ crash }) => crash ?? [])
  if (given.values.get('debug') === true) for (const crash of crashes) terminal.error(`${crash}\n`)
  if (crashes.length > 0 || !isWritten) return EXIT.failed
  if (result.isIdle) return EXIT.clean
  if (isEmpty(result)) {
    if (!isOfChanges(given)) return EXIT.failed
    const isForeign = result.files.every(({ status }) => status === 'not-recognised')
    if (isForeign) tell('改动的文件里没有认出目录、年报或者台账')
  }
  return options.fileSettings.isOver(result, result.judgedBy) ? EXIT.found : EXIT.clean
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
