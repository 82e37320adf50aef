import { resolve } from 'node:path'
import type { RunResult } from '../engine/result.ts'
import { save, whereItLies } from '../node/save.ts'
import { FORMATS, type FormatName, type RenderOptions, render } from '../report/index.ts'
import { nearest } from '../text/distance.ts'
import { suggest } from './arguments.ts'
import { UsageError } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

/** A report that was asked for. */
export interface Output {
  readonly format: FormatName
  /** Where it goes instead of standard output. */
  readonly file?: string
}

/**
 * The reports that the command line asks for; text when it asks for none, and annotations where
 * GitHub Actions runs it. Throws {@link UsageError}.
 */
export function readOutputs(
  given: readonly string[],
  { env, folder }: Terminal,
): readonly Output[] {
  if (given.length === 0) return [{ format: env.GITHUB_ACTIONS === 'true' ? 'github' : 'text' }]
  const outputs = given.map(readOutput)
  const files = new Set<string>()
  for (const { file } of outputs) {
    if (file === undefined) continue
    const whole = whereItLies(resolve(folder, file))
    if (files.has(whole)) throw new UsageError(`两份报告都要写到“${file}”，各写到各的文件`)
    files.add(whole)
  }
  return outputs
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

/**
 * Writes every report. One that cannot be written does not keep the others from being written;
 * returns whether all were.
 */
export async function writeOutputs(
  outputs: readonly Output[],
  run: RunResult,
  options: RenderOptions,
  terminal: Terminal,
): Promise<boolean> {
  const inputs = new Set(run.files.map(({ path }) => whereItLies(resolve(terminal.folder, path))))
  let isWritten = true
  for (const { format, file } of outputs) {
    const color = options.color && file === undefined
    const report = await render(format, run, { ...options, color })
    if (file === undefined) {
      terminal.out(report)
      continue
    }
    const whole = resolve(terminal.folder, file)
    const failure = inputs.has(whereItLies(whole))
      ? `“${file}”是要检查的文件，报告不能写到它上面，换一个文件名`
      : failureOf(() => save(whole, report), file)
    if (failure === undefined) continue
    terminal.error(`mulint：${failure}\n`)
    isWritten = false
  }
  return isWritten
}

function failureOf(write: () => void, file: string): string | undefined {
  try {
    write()
    return undefined
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    return `报告写不进“${file}”（${code}），检查文件夹是否存在、是否可写`
  }
}
