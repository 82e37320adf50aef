import { readFileSync } from 'node:fs'
import type { Lawbook } from '../authority/lawbook.ts'
import type { Kind } from '../catalogue/role.ts'
import type { RunResult } from '../engine/result.ts'
import type { Settings } from '../engine/settings.ts'
import { loadConfig, withOwnAuthorities } from '../node/config-file.ts'
import { loadAuthorities, loadVersion } from '../node/data.ts'
import { findFiles, type InputFile } from '../node/files.ts'
import { type RunOptions, run, runOn } from '../node/run.ts'
import { type Arguments, dayOf, listOf, textOf } from './arguments.ts'
import { UsageError } from './exit-code.ts'
import { withPacks } from './packs.ts'
import { selectRules } from './selection.ts'
import type { Terminal } from './terminal.ts'

/** What the command line and the settings file ask for. Throws {@link UsageError} and `ConfigError`. */
export async function readRunOptions(given: Arguments, terminal: Terminal): Promise<RunOptions> {
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
  const authorities = await withOwnAuthorities(loadAuthorities(), config, terminal.folder)
  const settings: Settings = {
    rules: selectRules(await withPacks(given, config, terminal, authorities), selection),
    authorities,
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
  const { openLawbook } = await import('../node/lawbook.ts')
  return openLawbook(folder)
}

/** Checks what the command line names, or standard input. Throws {@link UsageError}. */
export async function lintInputs(
  given: Arguments,
  terminal: Terminal,
  options: RunOptions,
): Promise<RunResult> {
  const isNarrowed = isOfChanges(given)
  if (!isNarrowed && given.values.has('since'))
    throw new UsageError('--since 要和 --changed 一起用')
  if (given.values.get('stdin') === true) {
    if (given.positionals.length > 0) throw new UsageError('--stdin 不能和路径一起用')
    if (isNarrowed) throw new UsageError('--stdin 不能和 --changed、--staged 一起用')
    const path = textOf(given, 'stdin-filename') ?? 'stdin.txt'
    const file: InputFile = { file: path, path, isNamed: true }
    return runOn(file, readFileSync(0), options)
  }
  if (given.values.has('stdin-filename'))
    throw new UsageError('--stdin-filename 要和 --stdin 一起用')
  if (given.positionals.length === 0 && !isNarrowed) {
    throw new UsageError('没有给出要检查的路径，例如 mulint check 目录文件夹')
  }
  const paths = given.positionals.length === 0 ? ['.'] : given.positionals
  const found = await findFiles(paths, terminal.folder)
  const { files, unmatched } = isNarrowed
    ? await (await import('./changes.ts')).onlyChanged(found, paths, given, terminal)
    : found
  if (unmatched.length > 0) throw new UsageError(unmatchedMessage(unmatched))
  return run(files, options)
}

/** Whether only what git knows to be changed is to be checked. */
export function isOfChanges({ values }: Arguments): boolean {
  return values.get('changed') === true || values.get('staged') === true
}

function unmatchedMessage(unmatched: readonly string[]): string {
  const names = unmatched.map((path) => `“${path}”`).join('、')
  return `${names} 没有对应的文件，或者文件夹里没有能检查的文件`
}
