import type { Lawbook } from '../authority/lawbook.ts'
import type { Authorities } from '../authority/registry.ts'
import type { RunResult } from '../engine/result.ts'
import type { Settings } from '../engine/settings.ts'
import type { Config, FileChoices, Globs } from '../node/config.ts'
import { Configs, withOwnAuthorities } from '../node/config-file.ts'
import { loadAuthorities } from '../node/data.ts'
import type { FileOptions } from '../node/run.ts'
import type { Dictionary } from '../rule/dictionary.ts'
import { type Rule, SEVERITIES, type Severity } from '../rule/rule.ts'
import { type Arguments, dayOf, listOf, textOf } from './arguments.ts'
import { UsageError } from './exit-code.ts'
import { withPacks } from './packs.ts'
import { selectRules } from './selection.ts'
import type { Terminal } from './terminal.ts'

/** What a file is judged by, and where that was said. */
export interface JudgedBy extends FileOptions {
  readonly config: Config
  /** Every rule there is for the file, also those that are off. */
  readonly allRules: readonly Rule[]
  readonly failOn: Severity
  readonly maxWarnings?: number
}

/** Settings of files: those of the command line before those of the nearest settings file. */
export class FileSettings {
  readonly #given: Arguments
  readonly #terminal: Terminal
  readonly #configs: Configs
  readonly #maxWarnings: number | undefined
  readonly #authorities = new Map<string, Promise<Authorities>>()
  readonly #lawbooks = new Map<string, Promise<Lawbook>>()
  readonly #dictionaries = new Map<Config['dictionary'], Promise<Dictionary>>()
  readonly #packs = new Map<Config, Promise<readonly Rule[]>>()
  readonly #combined = new Map<Config, Map<string, Promise<JudgedBy>>>()
  readonly #shipped = loadAuthorities()

  constructor(given: Arguments, terminal: Terminal) {
    const named = textOf(given, 'config')
    this.#given = given
    this.#terminal = terminal
    this.#maxWarnings = readCount(textOf(given, 'max-warnings'))
    this.#configs = new Configs({
      folder: terminal.folder,
      isNested: given.values.get('no-nested-config') !== true,
      ...(named !== undefined && { named }),
    })
  }

  /** The settings of the working folder. Throws {@link UsageError} and `ConfigError`. */
  async here(): Promise<JudgedBy> {
    return this.#combine(await this.#configs.here(), [])
  }

  /** The settings of a file. Throws {@link UsageError} and `ConfigError`. */
  async of(file: string): Promise<JudgedBy> {
    const config = await this.#configs.of(file)
    const matching: number[] = []
    for (const [index, { files }] of config.overrides.entries()) {
      if (await meant(file, files)) matching.push(index)
    }
    return this.#combine(config, matching)
  }

  /** Why the settings of a file say that it is not checked, as a Chinese phrase. */
  async ignoredBy(file: string): Promise<string | undefined> {
    for (const globs of (await this.#configs.of(file)).ignore) {
      if (await meant(file, globs)) return '设置里的 ignore'
    }
    return undefined
  }

  /**
   * Whether a run found what makes it fail. Warnings are counted over all files where the command
   * line limits them, else over those of each settings file.
   */
  isOver({ files }: RunResult, of: (path: string) => JudgedBy): boolean {
    const warnings = new Map<Config | undefined, { count: number; most: number | undefined }>()
    for (const { path, diagnostics } of files) {
      const { config, failOn, maxWarnings } = of(path)
      const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
      if (diagnostics.some(({ severity }) => failing.includes(severity))) return true
      const group = this.#maxWarnings === undefined ? config : undefined
      const before = warnings.get(group)?.count ?? 0
      const count = diagnostics.filter(({ severity }) => severity === 'warning').length
      warnings.set(group, { count: before + count, most: maxWarnings })
    }
    return [...warnings.values()].some(({ count, most }) => most !== undefined && count > most)
  }

  #combine(config: Config, matching: readonly number[]): Promise<JudgedBy> {
    const known = this.#combined.get(config) ?? new Map<string, Promise<JudgedBy>>()
    this.#combined.set(config, known)
    const key = matching.join()
    const found = known.get(key) ?? this.#make(config, matching)
    known.set(key, found)
    return found
  }

  async #make(config: Config, matching: readonly number[]): Promise<JudgedBy> {
    const given = this.#given
    const said = matching.flatMap((index) => config.overrides[index] ?? [])
    const chosen: FileChoices = Object.assign({}, config, ...said, {
      rules: [config, ...said].flatMap((one) => one.rules),
    })
    const kind = (textOf(given, 'kind') as Settings['kind'] | 'auto') ?? chosen.kind ?? 'auto'
    const profile = chosen.profile ?? 'auto'
    const asOf = dayOf(given, 'as-of') ?? chosen.asOf
    const encoding = textOf(given, 'encoding') ?? chosen.encoding
    const selection = {
      only: listOf(given, 'only'),
      skip: listOf(given, 'skip'),
      changes: listOf(given, 'rule'),
    }
    const authorities = await this.#authoritiesOf(config)
    const all = await this.#rules(config, authorities)
    const settings: Settings = {
      rules: selectRules(all, selection, chosen.rules, await this.#rulesElsewhere(config)),
      ruleIds: all.map(({ id }) => id),
      authorities,
      today: this.#terminal.today,
      inlineConfig: given.values.get('no-inline-config') !== true,
      ...(config.lawbook !== undefined && { lawbook: await this.#lawbook(config.lawbook) }),
      ...(config.dictionary.length > 0 && {
        dictionary: await this.#dictionary(config.dictionary),
      }),
      ...(kind !== 'auto' && { kind }),
      ...(profile !== 'auto' && { profile }),
      ...(asOf !== undefined && { asOf }),
    }
    const failOn = (textOf(given, 'fail-on') as Severity | undefined) ?? config.failOn ?? 'error'
    const maxWarnings = this.#maxWarnings ?? config.maxWarnings
    return {
      settings,
      config,
      allRules: all,
      failOn,
      ...(maxWarnings !== undefined && { maxWarnings }),
      ...(encoding !== undefined && { encoding }),
    }
  }

  #authoritiesOf(config: Config): Promise<Authorities> {
    const key = JSON.stringify([config.authorities, config.deadlines])
    return remembered(this.#authorities, key, () =>
      withOwnAuthorities(this.#shipped, config, this.#terminal.folder),
    )
  }

  #rules(config: Config, authorities: Authorities): Promise<readonly Rule[]> {
    return remembered(this.#packs, config, () =>
      withPacks(this.#given, config, this.#terminal, authorities),
    )
  }

  /** The rules of the working folder, which the command line may name whatever a file is judged by. */
  async #rulesElsewhere(config: Config): Promise<readonly Rule[]> {
    if (!['only', 'skip', 'rule'].some((name) => this.#given.values.has(name))) return []
    const here = await this.#configs.here()
    return here === config ? [] : this.#rules(here, await this.#authoritiesOf(here))
  }

  #lawbook(folder: string): Promise<Lawbook> {
    return remembered(this.#lawbooks, folder, async () => {
      const { openLawbook } = await import('../node/lawbook.ts')
      return openLawbook(folder)
    })
  }

  #dictionary(sources: Config['dictionary']): Promise<Dictionary> {
    return remembered(this.#dictionaries, sources, async () => {
      const { loadDictionary } = await import('../node/dictionary.ts')
      return loadDictionary(sources, this.#terminal.folder)
    })
  }
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

async function meant(file: string, { base, patterns }: Globs): Promise<boolean> {
  const { matchesFrom } = await import('../node/glob.ts')
  return matchesFrom(base, patterns, file)
}

function readCount(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  if (!/^\d{1,9}$/u.test(given))
    throw new UsageError(`--max-warnings 应当是不小于0的整数，不能是“${given}”`)
  return Number(given)
}
