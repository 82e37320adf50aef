import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RunResult } from '../engine/result.ts'
import type { ActiveRule, Settings } from '../engine/settings.ts'
import { waivableNames } from '../engine/suppress.ts'
import type { Config } from '../node/config.ts'
import { loadVersion } from '../node/data.ts'
import { findFiles, type Ignoring, type InputFile } from '../node/files.ts'
import { IgnoreFiles } from '../node/ignore-files.ts'
import { type RunOptions, run, runOn } from '../node/run.ts'
import type { WaiverOptions } from '../node/waivers.ts'
import { printable } from '../text/printable.ts'
import { type Arguments, textOf } from './arguments.ts'
import { UsageError } from './exit-code.ts'
import { FileSettings, type JudgedBy } from './file-settings.ts'
import type { Terminal } from './terminal.ts'

/** What a run was asked for: the settings of the working folder, and where those of files come from. */
export interface Asked extends RunOptions {
  /** The settings file of the working folder, or the one that was named. */
  readonly config: Config
  readonly fileSettings: FileSettings
}

/** What the command line and the settings file ask for. Throws {@link UsageError} and `ConfigError`. */
export async function readRunOptions(given: Arguments, terminal: Terminal): Promise<Asked> {
  if (textOf(given, 'entry') !== undefined) {
    throw new UsageError('--entry 同 explain 一起用，例如 mulint explain 目录.xlsx --entry 10')
  }
  const fileSettings = new FileSettings(given, terminal)
  const { settings, config, encoding } = await fileSettings.here()
  return {
    settings,
    config,
    fileSettings,
    version: loadVersion(),
    waivers: await waiverOptions(given, terminal, settings),
    ...(encoding !== undefined && { encoding }),
  }
}

/** Which waivers count. */
async function waiverOptions(
  given: Arguments,
  { folder }: Terminal,
  settings: Settings,
): Promise<WaiverOptions> {
  const ignoresOwn = given.values.get('no-inline-config') === true
  const file = textOf(given, 'waivers')
  if (file === undefined) return { ignoresOwn }
  const { readGivenWaivers } = await import('../node/waiver-file.ts')
  const names = waivableNames(settings)
  return { ignoresOwn, given: readGivenWaivers(resolve(folder, file), folder, names) }
}

/** A run with what decided on each of its files. */
export interface JudgedRun extends RunResult {
  /** By the path that the report names. */
  readonly judgedBy: (path: string) => JudgedBy
  /** Every rule that some file was asked about. */
  readonly activeRules: readonly ActiveRule[]
  /** Whether files were named and all of them are ignored, so that nothing was to be done. */
  readonly isIdle: boolean
}

/** Checks what the command line names, or standard input. Throws {@link UsageError}. */
export async function lintInputs(
  given: Arguments,
  terminal: Terminal,
  options: Asked,
): Promise<JudgedRun> {
  const { fileSettings } = options
  const isNarrowed = isOfChanges(given)
  if (!isNarrowed && given.values.has('since'))
    throw new UsageError('--since 要和 --changed 一起用')
  const file = standardInput(given)
  if (file !== undefined) {
    const judged = await fileSettings.of(resolve(terminal.folder, file.path))
    const { settings, encoding } = judged
    const result = await runOn(file, readFileSync(0), {
      settings,
      version: options.version,
      ...(options.waivers && { waivers: options.waivers }),
      ...(encoding !== undefined && { encoding }),
    })
    return { ...result, judgedBy: () => judged, activeRules: settings.rules, isIdle: false }
  }
  const chosen = await chooseFiles(given, terminal, fileSettings)
  // Settings that are wrong are told before anything is checked.
  const perFile = new Map<string, JudgedBy>()
  for (const { file } of chosen.files) perFile.set(file, await fileSettings.of(file))
  const result = await run(chosen.files, { ...options, perFile })
  const byPath = new Map(chosen.files.map(({ file, path }) => [path, perFile.get(file)]))
  const judgedBy = (path: string): JudgedBy => {
    const judged = byPath.get(path)
    if (judged === undefined) throw new Error(`inputs: ${path} was not asked for`)
    return judged
  }
  const active = [options, ...perFile.values()].flatMap(({ settings }) => settings.rules)
  const byId = new Map(active.map((one) => [one.rule.id, one]))
  return {
    ...result,
    judgedBy,
    activeRules: [...byId.values()],
    isIdle: chosen.files.length === 0,
  }
}

/** Standard input as a file, where it is to be read. Throws {@link UsageError}. */
export function standardInput(given: Arguments): InputFile | undefined {
  if (given.values.get('stdin') !== true) {
    if (given.values.has('stdin-filename'))
      throw new UsageError('--stdin-filename 要和 --stdin 一起用')
    return undefined
  }
  if (given.positionals.length > 0) throw new UsageError('--stdin 不能和路径一起用')
  if (isOfChanges(given)) throw new UsageError('--stdin 不能和 --changed、--staged 一起用')
  const path = textOf(given, 'stdin-filename') ?? 'stdin.txt'
  return { file: path, path, isNamed: true }
}

/** A path that is not checked, and why, as a Chinese phrase. */
export interface PassedOver {
  readonly path: string
  readonly reason: string
}

/** The files that a run is about. */
export interface Chosen {
  readonly files: readonly InputFile[]
  readonly passedOver: readonly PassedOver[]
}

/** Finds what the command line names, without what is ignored. Throws {@link UsageError}. */
export async function chooseFiles(
  given: Arguments,
  terminal: Terminal,
  fileSettings: FileSettings,
): Promise<Chosen> {
  const { folder, error } = terminal
  const isNarrowed = isOfChanges(given)
  if (given.positionals.length === 0 && !isNarrowed) {
    throw new UsageError('没有给出要检查的路径，例如 mulint check 目录文件夹')
  }
  const isForced = given.values.get('force-exclude') === true
  const passedOver: PassedOver[] = []
  const excluded = new Set<string>()
  const takesNamed = (path: string, reason: string) => {
    if (isForced) excluded.add(path)
    else error(`mulint：“${printable(path)}” 在忽略之列（${reason}），因为点了名，仍然检查\n`)
    return !isForced
  }
  const noIgnore = given.values.get('no-ignore') === true
  const ignoreFiles = new IgnoreFiles({
    folder,
    isNested: given.values.get('no-nested-config') !== true,
  })
  let count = 0
  const ignoring: Ignoring = {
    reason: (path, isFolder) => {
      const reason = noIgnore ? undefined : ignoreFiles.reason(path, isFolder)
      if (reason !== undefined) count++
      return reason
    },
    takesNamed,
    // A folder of a million pictures is no reason to remember a million names.
    passedOver: (path, reason) => {
      if (given.values.get('list-files') === true) passedOver.push({ path, reason })
    },
  }
  const paths = given.positionals.length === 0 ? ['.'] : given.positionals
  const onDisk = await findFiles(paths, folder, ignoring)
  const found = isNarrowed
    ? await (await import('./changes.ts')).onlyChanged(onDisk, paths, given, terminal)
    : onDisk
  const unmatched = found.unmatched.filter((path) => !excluded.has(path))
  if (unmatched.length > 0) throw new UsageError(unmatchedMessage(unmatched, count > 0))
  const files: InputFile[] = []
  const met = new Set(onDisk.files.map(({ file }) => file))
  for (const file of found.files) {
    // What was staged and is gone from the disk was not met on the way.
    const isNew = !met.has(file.file)
    const reason = noIgnore
      ? undefined
      : ((isNew ? ignoring.reason(file.file, false) : undefined) ??
        (await fileSettings.ignoredBy(file.file)))
    if (reason === undefined || (file.isNamed && takesNamed(file.path, reason))) files.push(file)
    else passedOver.push({ path: file.path, reason })
  }
  const hasNone = onDisk.files.length === 0 && unmatched.length === 0 && passedOver.length === 0
  if (hasNone && !isNarrowed && excluded.size === 0) {
    throw new UsageError('豁免文件和基准不是要检查的文件，没有别的文件可查')
  }
  if (files.length === 0 && !isForced && !isNarrowed && given.values.get('list-files') !== true) {
    throw new UsageError(unmatchedMessage(paths, true))
  }
  return { files, passedOver }
}

/** Whether only what git knows to be changed is to be checked. */
export function isOfChanges({ values }: Arguments): boolean {
  return values.get('changed') === true || values.get('staged') === true
}

function unmatchedMessage(unmatched: readonly string[], isIgnored: boolean): string {
  const names = unmatched.map((path) => `“${path}”`).join('、')
  const hint = isIgnored ? '，有的在忽略之列，用 --list-files 查看' : ''
  return `${names} 没有对应的文件，或者文件夹里没有能检查的文件${hint}`
}
