import { statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Authorities } from '../authority/registry.ts'
import { printable } from '../text/printable.ts'
import type { Config } from './config.ts'
import { ConfigError } from './config-error.ts'
import { isRepository, upward } from './project.ts'

/** What a settings file may be called; those that are programs hold in repositories. */
export const CONFIG_NAMES = [
  '.mulintrc.json',
  '.mulintrc.jsonc',
  '.mulintrc.yaml',
  '.mulintrc.yml',
  'mulint.config.ts',
  'mulint.config.mts',
  'mulint.config.js',
  'mulint.config.mjs',
]

const NONE: Config = {
  chain: [],
  rules: [],
  authorities: [],
  deadlines: [],
  dictionary: [],
  packs: [],
  ignore: [],
  overrides: [],
}

/**
 * The settings that hold in a folder: of the file that is named, else of the nearest one in the
 * folder or above it, else none. Throws {@link ConfigError}.
 */
export function loadConfig(folder: string, named?: string): Promise<Config> {
  return new Configs({ folder, ...(named !== undefined && { named }) }).here()
}

/** Where settings are looked for. */
export interface ConfigSearch {
  /** The working folder. */
  readonly folder: string
  /** The one file that counts, from the working folder. */
  readonly named?: string
  /** Whether files are judged by settings nearer to them than the working folder's; yes when absent. */
  readonly isNested?: boolean
}

/** The settings of files, each read once. */
export class Configs {
  readonly #search: ConfigSearch
  readonly #known = new Map<string, Promise<Config>>()
  readonly #nearest = new Map<string, string | undefined>()

  constructor(search: ConfigSearch) {
    this.#search = search
  }

  /** The settings of the working folder, or of the file that was named. Throws {@link ConfigError}. */
  async here(): Promise<Config> {
    const { folder, named, isNested = true } = this.#search
    if (named === undefined) {
      const found = this.#find(folder)
      // Whoever trusts no settings of what is checked may stand in the middle of it.
      if (found !== undefined && !isNested && /\.m?[jt]s$/iu.test(found)) {
        const name = printable(relative(folder, found).split(sep).join('/'))
        throw new ConfigError(
          `${name} 是程序，有 --no-nested-config 时不运行，确要用它，用 -c 指明`,
        )
      }
      return this.#read(found)
    }
    const file = resolve(folder, named)
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats === undefined) throw new ConfigError(`没有设置文件“${printable(named)}”`)
    return this.#read(file, true)
  }

  /** The settings that a file is judged by. Throws {@link ConfigError}. */
  async of(file: string): Promise<Config> {
    const { named, isNested = true } = this.#search
    const nearest = named === undefined && isNested ? this.#find(dirname(file)) : undefined
    // Whoever checks files from elsewhere brings settings along.
    return nearest === undefined ? this.here() : this.#read(nearest)
  }

  #read(file: string | undefined, isNamed = false): Promise<Config> {
    if (file === undefined) return Promise.resolve(NONE)
    const { folder } = this.#search
    const config =
      this.#known.get(file) ??
      import('./config.ts').then(({ readConfig }) => readConfig(file, folder, isNamed))
    this.#known.set(file, config)
    return config
  }

  #find(from: string): string | undefined {
    const passed: string[] = []
    let found: string | undefined
    for (const folder of upward(from)) {
      if (this.#nearest.has(folder)) {
        found = this.#nearest.get(folder)
        break
      }
      passed.push(folder)
      found = configIn(folder, this.#search.folder)
      if (found !== undefined || isRepository(folder)) break
    }
    for (const folder of passed) this.#nearest.set(folder, found)
    return found
  }
}

/** The settings file of a folder. Throws {@link ConfigError} where there are several. */
function configIn(folder: string, from: string): string | undefined {
  const files = CONFIG_NAMES.map((name) => join(folder, name)).filter(
    (file) => statSync(file, { throwIfNoEntry: false }) !== undefined,
  )
  const [first, second] = files
  if (first === undefined || second === undefined) return first
  const [one, other] = [first, second].map((file) =>
    printable(relative(from, file).split(sep).join('/')),
  )
  throw new ConfigError(`${one} 和 ${other} 在同一个文件夹里，应当只留一个`)
}

/** The authorities with those and the item types that the settings add. Throws {@link ConfigError}. */
export async function withOwnAuthorities(
  authorities: Authorities,
  config: Pick<Config, 'authorities' | 'deadlines'>,
  folder: string,
): Promise<Authorities> {
  if (config.authorities.length === 0 && config.deadlines.length === 0) return authorities
  const { addOwn } = await import('./own-authorities.ts')
  return addOwn(authorities, config, folder)
}
