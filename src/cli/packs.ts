import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { rules } from '../../rules/index.ts'
import type { Authorities } from '../authority/registry.ts'
import type { Config } from '../node/config.ts'
import type { Rule } from '../rule/rule.ts'
import { type Arguments, listOf } from './arguments.ts'
import { UsageError } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

/**
 * Our own rules with those of the packs that the settings and the command line name. Throws
 * {@link UsageError} and `ConfigError`.
 */
export async function withPacks(
  given: Arguments,
  { packs }: Pick<Config, 'packs'>,
  { folder }: Terminal,
  authorities: Authorities,
): Promise<readonly Rule[]> {
  const files = [
    ...packs,
    ...listOf(given, 'pack').map((file) => existing(file, folder, '--pack：')),
  ]
  if (files.length === 0) return rules
  const { loadPacks } = await import('../node/packs.ts')
  const loaded = await loadPacks(files, folder, { rules, authorities })
  return [...rules, ...loaded.flatMap((pack) => pack.rules)]
}

/** The whole path of a file or folder that was named. Throws {@link UsageError} where there is none. */
export function existing(file: string, folder: string, where: string): string {
  const path = resolve(folder, file)
  if (existsSync(path)) return path
  throw new UsageError(`${where}没有文件“${file}”`)
}
