import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Authorities } from '../authority/registry.ts'
import type { Config } from './config.ts'
import { ConfigError } from './config-error.ts'

const FILE_NAME = '.mulintrc.json'

/**
 * The settings that hold in a folder: of the file that is named, else of the nearest one in the
 * folder or above it, else none. Throws {@link ConfigError}.
 */
export async function loadConfig(folder: string, named?: string): Promise<Config> {
  const file = named === undefined ? nearestFile(folder) : resolve(folder, named)
  if (file === undefined) return { authorities: [], deadlines: [], packs: [] }
  if (!isFile(file)) throw new ConfigError(`没有设置文件“${named}”`)
  const { readConfig } = await import('./config.ts')
  return readConfig(file, folder)
}

/** The authorities with those and the item types that the settings add. Throws {@link ConfigError}. */
export async function withOwnAuthorities(
  authorities: Authorities,
  config: Config,
  folder: string,
): Promise<Authorities> {
  if (config.authorities.length === 0 && config.deadlines.length === 0) return authorities
  const { addOwn } = await import('./own-authorities.ts')
  return addOwn(authorities, config, folder)
}

function nearestFile(folder: string): string | undefined {
  const file = join(folder, FILE_NAME)
  if (isFile(file)) return file
  const above = dirname(folder)
  return above === folder ? undefined : nearestFile(above)
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true
}
