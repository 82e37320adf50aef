import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { rules } from '../../rules/index.ts'
import type { Lawbook } from '../authority/lawbook.ts'
import type { Kind } from '../catalogue/role.ts'
import type { RunResult } from '../engine/result.ts'
import type { Settings } from '../engine/settings.ts'
import { loadConfig, withOwnAuthorities } from '../node/config-file.ts'
import { loadAuthorities, loadVersion } from '../node/data.ts'
import { findFiles, type InputFile } from '../node/files.ts'
import { type RunOptions, run, runOn } from '../node/run.ts'
import type { WaiverOptions } from '../node/waivers.ts'
import { familyOf } from '../rule/rule.ts'
import { type Arguments, dayOf, listOf, textOf } from './arguments.ts'
import { UsageError } from './exit-code.ts'
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
  const ruleIds = rules.map(({ id }) => id)
  const settings: Settings = {
    rules: selectRules(rules, selection),
    ruleIds,
    authorities: await withOwnAuthorities(loadAuthorities(), config, terminal.folder),
    today: terminal.today,
    ...(config.lawbook !== undefined && { lawbook: await lawbookIn(config.lawbook) }),
    ...(kind !== 'auto' && { kind: kind as Kind }),
    ...(asOf !== undefined && { asOf }),
  }
  return {
    settings,
    version: loadVersion(),
    waivers: await waiverOptions(given, terminal, ruleIds),
    ...(encoding !== undefined && { encoding }),
  }
}

/** Which waivers count; rules may be named by family, too. */
async function waiverOptions(
  given: Arguments,
  { folder }: Terminal,
  ruleIds: readonly string[],
): Promise<WaiverOptions> {
  const names = new Set(ruleIds.flatMap((id) => [id, familyOf(id)]))
  const ignoresOwn = given.values.get('inline-config') === false
  const file = textOf(given, 'waivers')
  if (file === undefined) return { names, ignoresOwn }
  const { readGivenWaivers } = await import('../node/waiver-file.ts')
  return { names, ignoresOwn, given: readGivenWaivers(resolve(folder, file), folder, names) }
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
  if (files.length === 0) throw new UsageError('豁免文件和基准不是要检查的文件，没有别的文件可查')
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
