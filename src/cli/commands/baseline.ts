import { resolve } from 'node:path'
import { type Baseline, compare, type FoundIn, record, recorded } from '../../engine/baseline.ts'
import { readBaseline, surroundings, writeBaseline } from '../../node/baseline-file.ts'
import { BASELINE_NAME } from '../../node/own-files.ts'
import { printable } from '../../text/printable.ts'
import { type Arguments, textOf } from '../arguments.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { lintInputs, readRunOptions } from '../inputs.ts'
import { nameOfBaseline } from '../known.ts'
import type { Terminal } from '../terminal.ts'

/** New findings are named up to this many. */
const NAMED = 5

/** `mulint baseline`: records the findings of today; an older baseline may only shrink. */
export async function baseline(given: Arguments, terminal: Terminal): Promise<number> {
  const reason = textOf(given, 'accept-new')?.trim()
  if (reason === '') throw new UsageError('--accept-new 后面应当写明理由')
  const options = await readRunOptions(given, terminal)
  const asked = textOf(given, 'output') ?? textOf(given, 'baseline')
  const name = nameOfBaseline(asked ?? options.config.baseline ?? BASELINE_NAME, terminal)
  const { files, registryDate, version, judgedBy } = await lintInputs(given, terminal, options)
  const crashed = files.find(({ crash }) => crash !== undefined)
  if (crashed !== undefined) {
    throw new UsageError(`mulint 在 ${printable(crashed.path)} 上出错，没有写基准`)
  }
  if (!files.some(({ status }) => status === 'checked')) {
    throw new UsageError('一张目录、年报或者台账也没有认出，没有写基准')
  }

  const file = resolve(terminal.folder, name)
  const old = readBaseline(file, name)
  const around = surroundings(file, terminal.folder, (path) => judgedBy(path).settings)
  const { fresh = [], stale } = old ? compare(files, old, around) : {}
  if (fresh.length > 0 && reason === undefined) throw new UsageError(grows(name, fresh))
  const accepted = [
    ...(old?.accepted ?? []),
    ...(fresh.length > 0 && reason !== undefined
      ? [{ date: terminal.today, reason, added: fresh.length }]
      : []),
  ]
  const made = record(files, around, old, { tool: version, registryDate, accepted })
  write(file, name, made)

  const total = [...made.files.values()].reduce((sum, entries) => sum + entries.length, 0)
  const gone = [...(stale?.values() ?? [])].reduce((sum, entries) => sum + entries.length, 0)
  const found = files.reduce((sum, one) => sum + recorded(one).length, 0)
  const told = old
    ? `新收${fresh.length}条，清掉${gone}条，现有${total}条`
    : `记下${found}条，分在${made.files.size}个文件里`
  terminal.out(`基准 ${printable(name)}：${told}。\n`)
  return EXIT.clean
}

function grows(name: string, fresh: readonly FoundIn[]): string {
  const named = fresh.slice(0, NAMED).map(({ path, diagnostic: { location, rule } }) => {
    return `${path} ${location.label} ${rule}`
  })
  const more = fresh.length > NAMED ? `等${fresh.length}条` : ''
  return printable(
    `基准 ${name} 只减不增，现在多出${named.join('；')}${more}；先整改，或者加 --accept-new "理由"`,
  )
}

function write(file: string, name: string, baseline: Baseline): void {
  try {
    writeBaseline(file, baseline)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new UsageError(printable(`基准写不进“${name}”（${code}），核对文件夹和权限`))
  }
}
