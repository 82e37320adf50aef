import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { MendedFile, MendRun } from '../../engine/mending.ts'
import type { RunResult } from '../../engine/result.ts'
import type { InputFile } from '../../node/files.ts'
import {
  type Fixed,
  fixBytes,
  isCopy,
  isMendable,
  originalOf,
  writeCopy,
  writeInPlace,
} from '../../node/fix.ts'
import { save, whereItLies } from '../../node/save.ts'
import { MENDING_FORMATS, type MendingFormat, renderMendRun } from '../../report/mending.ts'
import { nearest } from '../../text/distance.ts'
import { type Arguments, listOf, suggest } from '../arguments.ts'
import { wantsColor } from '../color.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import type { JudgedBy } from '../file-settings.ts'
import { chooseFiles, readRunOptions, standardInput } from '../inputs.ts'
import type { Terminal } from '../terminal.ts'

/** Where the mended text goes. */
type Target = 'copy' | 'place' | 'stdout' | 'nowhere'

/** `mulint fix`: mends text files, writes them, tells what was mended and what was not. */
export async function fix(given: Arguments, terminal: Terminal): Promise<number> {
  const outputs = listOf(given, 'format').map(readOutput)
  if (given.values.get('staged') === true) throw new UsageError('fix 不能和 --staged 一起用')
  const stdin = standardInput(given)
  const target = readTarget(given, stdin !== undefined)
  const options = await readRunOptions(given, terminal)
  const { fileSettings, version, waivers } = options
  const files =
    stdin === undefined ? (await chooseFiles(given, terminal, fileSettings)).files : [stdin]
  refuseAccountsOver(outputs, files, terminal.folder)
  // Settings that are wrong are told before anything is written.
  const judged = new Map<string, JudgedBy>()
  for (const { file, path } of files) {
    judged.set(path, await fileSettings.of(resolve(terminal.folder, file)))
  }
  const judgedBy = (path: string): JudgedBy => {
    const found = judged.get(path)
    if (found === undefined) throw new Error(`fix: ${path} was not asked for`)
    return found
  }
  const [only, ...others] = files
  if (target === 'stdout' && (only === undefined || others.length > 0)) {
    throw new UsageError(`--stdout 一次只能写一个文件，这里有${files.length}个`)
  }
  const unsafe = given.values.get('unsafe') === true
  const mended: MendedFile[] = []
  let copies = 0
  for (const file of files) {
    if (isCopy(file)) {
      copies += 1
      continue
    }
    const load = () => readFileSync(stdin === undefined ? file.file : 0)
    const fixed = await fixBytes(file, load, {
      ...judgedBy(file.path),
      version,
      unsafe,
      ...(waivers && { waivers }),
    })
    mended.push(deliver(fixed, file, target, terminal))
  }
  const run: MendRun = {
    files: mended,
    unsafe,
    isTrial: target === 'nowhere',
    rules: options.settings.rules.length,
    registryDate: options.settings.authorities.date,
    version,
  }
  const color = wantsColor(given, terminal)
  const shown = outputs.length === 0 ? [{ format: 'text' } as Output] : outputs
  for (const { format, file } of shown) {
    const account = await renderMendRun(format, run, color && file === undefined)
    if (file !== undefined) saveAccount(resolve(terminal.folder, file), file, account)
    else if (target === 'stdout') terminal.error(account)
    else terminal.out(account)
  }
  if (copies > 0) terminal.error(`跳过了文件夹里的${copies}份校对稿（名字里有“.已校对”）。\n`)
  const crashes = mended.flatMap(({ result }) => result.crash ?? [])
  if (given.values.get('debug') === true) for (const crash of crashes) terminal.error(`${crash}\n`)
  return crashes.length > 0
    ? EXIT.failed
    : exitCode(run, (all) => fileSettings.isOver(all, judgedBy))
}

function deliver(fixed: Fixed, file: InputFile, target: Target, terminal: Terminal): MendedFile {
  if (target === 'copy') return writeCopy(fixed, file)
  if (target === 'place') return writeInPlace(fixed, file)
  const bytes = fixed.bytes ?? fixed.before
  if (target === 'stdout' && bytes !== undefined && isMendable(fixed.file)) terminal.out(bytes)
  return fixed.file
}

/**
 * Where nothing was recognised, where no file is of a format that can be mended, and where something
 * could not be written, what was asked for was not done.
 */
function exitCode(run: MendRun, isOver: (left: RunResult) => boolean): number {
  const { files, isTrial } = run
  if (files.length === 0) return EXIT.clean
  const isDone = files.some((file) => file.result.status === 'checked' && isMendable(file))
  if (!isDone || files.some(({ isUnwritten }) => isUnwritten)) return EXIT.failed
  if (isTrial && files.some(({ mended }) => mended.length > 0)) return EXIT.found
  return isOver({ ...run, files: files.map(({ result }) => result) }) ? EXIT.found : EXIT.clean
}

function readTarget(given: Arguments, isStdin: boolean): Target {
  const asked = ['diff', 'stdout', 'write'].filter((name) => given.values.get(name) === true)
  const [first, second] = asked
  if (second !== undefined) throw new UsageError(`--${first} 和 --${second} 只能用一个`)
  if (first === 'write' && isStdin) throw new UsageError('标准输入不能用 --write 写回，用 --stdout')
  if (first === 'diff') return 'nowhere'
  if (first === 'stdout' || isStdin) return 'stdout'
  return first === 'write' ? 'place' : 'copy'
}

interface Output {
  readonly format: MendingFormat
  readonly file?: string
}

function readOutput(given: string): Output {
  const [name = '', ...rest] = given.split('=')
  const file = rest.join('=')
  const format = MENDING_FORMATS.find((one) => one === name)
  if (format === undefined) {
    const hint = suggest(nearest(name, MENDING_FORMATS), MENDING_FORMATS)
    throw new UsageError(`fix 的 --format 没有“${name}”这种格式${hint}`)
  }
  if (given.includes('=') && file === '') throw new UsageError(`--format ${format}= 后面缺少文件名`)
  return { format, ...(file !== '' && { file }) }
}

/** An account goes over no file that is to be mended, over no copy of one, and over no other account. */
function refuseAccountsOver(
  outputs: readonly Output[],
  files: readonly InputFile[],
  folder: string,
): void {
  const inputs = new Set(files.map(({ file }) => whereItLies(resolve(folder, file))))
  const taken = new Set<string>()
  for (const { file } of outputs) {
    if (file === undefined) continue
    const whole = whereItLies(resolve(folder, file))
    if (taken.has(whole)) throw new UsageError(`两份报告都要写到“${file}”，各写到各的文件`)
    if (inputs.has(whole) || inputs.has(originalOf(whole) ?? '')) {
      throw new UsageError(`“${file}”是要校对的文件或者校对稿，报告不能写到它上面，换一个文件名`)
    }
    taken.add(whole)
  }
}

function saveAccount(whole: string, file: string, account: string): void {
  try {
    save(whole, account)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new UsageError(`报告写不进“${file}”（${code}），检查文件夹是否存在、是否可写`)
  }
}
