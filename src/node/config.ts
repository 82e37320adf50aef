import { realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import type { Profile } from '../authority/item-type.ts'
import type { Kind } from '../catalogue/role.ts'
import type { Severity } from '../rule/rule.ts'
import type { JsonMember, JsonNode } from '../text/json.ts'
import { checkShape } from './config-check.ts'
import type { ConfigError } from './config-error.ts'
import { SETTINGS } from './config-shape.ts'
import { readDataFile } from './data-file.ts'
import type { WordsSource } from './dictionary.ts'
import { type JsonFile, nameFrom } from './json-file.ts'

/** The severity that settings give a rule or a family of rules. */
export interface RuleChange {
  readonly name: string
  readonly severity: Severity | 'off'
  /** The error to throw where no rule has the name, which only whoever knows all rules can tell. */
  fault(message: string): ConfigError
}

/** What may differ from file to file. */
export interface FileChoices {
  readonly kind?: Kind | 'auto'
  readonly profile?: Profile | 'auto'
  readonly asOf?: string
  readonly encoding?: string
  /** In order; later ones win. */
  readonly rules: readonly RuleChange[]
}

/** Patterns, and the folder that they count from. */
export interface Globs {
  readonly base: string
  readonly patterns: readonly string[]
}

export interface Override extends FileChoices {
  readonly files: Globs
}

/** What settings files say, paths absolute, and what they extend already in it. */
export interface Config extends FileChoices {
  /** The file itself; absent when there is none. */
  readonly file?: string
  /** Every file that it came from, what is extended before what extends it. */
  readonly chain: readonly string[]
  /** Files of a user's own authorities, by the schema of ours. */
  readonly authorities: readonly string[]
  /** Files of a user's own item types (事项类型), by the schema of ours. */
  readonly deadlines: readonly string[]
  /** The folder of law texts. */
  readonly lawbook?: string
  readonly dictionary: readonly WordsSource[]
  /** Files and folders of declared rules. */
  readonly packs: readonly string[]
  /** The file of known findings, which may not be there yet. */
  readonly baseline?: string
  readonly failOn?: Severity
  readonly maxWarnings?: number
  /** What is not checked. */
  readonly ignore: readonly Globs[]
  readonly overrides: readonly Override[]
}

const EXECUTABLE = /^\.m?[jt]s$/iu
const DATA = /^\.(?:jsonc?|ya?ml)$/iu
/** More files than these are no inheritance that a person wrote. */
const MOST_FILES = 50

/**
 * Reads a settings file with all that it extends; messages name files as seen from a folder.
 * `isNamed` says that whoever runs this named it. Throws `ConfigError`.
 */
export function readConfig(file: string, folder: string, isNamed = false): Promise<Config> {
  return new Reader(folder).read(file, isNamed, [])
}

class Reader {
  readonly #folder: string
  #count = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  async read(file: string, isNamed: boolean, above: readonly string[]): Promise<Config> {
    const source = await this.#source(file, isNamed)
    checkShape(source.root, SETTINGS, source)
    const here = [...above, realpathSync(file)]
    const bases: Config[] = []
    const base = dirname(file)
    for (const { text, at } of textsOf(member(source.root, 'extends'))) {
      bases.push(await this.#extended(resolve(base, text), { text, at, source, here }))
    }
    return [...bases, this.#own(file, source)].reduce(merged)
  }

  #source(file: string, isNamed: boolean): Promise<JsonFile> {
    const extension = extname(file)
    if (!EXECUTABLE.test(extension)) return readDataFile(file, this.#folder)
    return import('./executable-config.ts').then(({ readExecutable }) =>
      readExecutable(file, this.#folder, isNamed),
    )
  }

  async #extended(
    file: string,
    { text, at, source, here }: { text: string; at: number; source: JsonFile; here: string[] },
  ): Promise<Config> {
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true
    if (!isFile) throw source.fault(at, `extends：没有文件“${text}”`)
    if (!DATA.test(extname(file)) && !EXECUTABLE.test(extname(file))) {
      throw source.fault(at, `extends：“${text}”应当是 .json、.jsonc、.yaml 或者 .yml 文件`)
    }
    const real = realpathSync(file)
    if (here.includes(real)) {
      const circle = [...here.slice(here.indexOf(real)), real]
      const names = circle.map((one) => nameFrom(realpathSync(this.#folder), one)).join(' → ')
      throw source.fault(at, `extends 转了一圈又回到自己：${names}`)
    }
    if (++this.#count > MOST_FILES) {
      throw source.fault(at, `extends 一共读了超过${MOST_FILES}个文件`)
    }
    return this.read(file, false, here)
  }

  #own(file: string, source: JsonFile): Config {
    const { root } = source
    const base = dirname(file)
    const paths = (key: string, what: string, isRight: (stats: Stats) => boolean) =>
      textsOf(member(root, key)).map(({ text, at }) => {
        const path = resolve(base, text)
        const stats = statSync(path, { throwIfNoEntry: false })
        if (stats !== undefined && isRight(stats)) return path
        throw source.fault(at, `${key}：没有${what}“${text}”`)
      })
    const isFile = (stats: Stats) => stats.isFile()
    const [lawbook] = paths('lawbook', '文件夹', (stats) => stats.isDirectory())
    const [baseline] = textsOf(member(root, 'baseline')).map(({ text }) => resolve(base, text))
    const failOn = scalar(root, 'failOn') as Severity | undefined
    const maxWarnings = scalar(root, 'maxWarnings') as number | undefined
    return {
      file,
      chain: [file],
      ...choices(root, source),
      authorities: paths('authorities', '文件', isFile),
      deadlines: paths('deadlines', '文件', isFile),
      dictionary: this.#dictionary(root, base, source),
      packs: paths('packs', '文件', (stats) => stats.isFile() || stats.isDirectory()),
      ignore: globs(member(root, 'ignore'), base),
      overrides: listOf(member(root, 'overrides')).map((node) => ({
        ...choices(node, source),
        files: { base, patterns: textsOf(member(node, 'files')).map(({ text }) => text) },
      })),
      ...(lawbook !== undefined && { lawbook }),
      ...(baseline !== undefined && { baseline }),
      ...(failOn !== undefined && { failOn }),
      ...(maxWarnings !== undefined && { maxWarnings }),
    }
  }

  #dictionary(root: JsonNode, base: string, source: JsonFile): readonly WordsSource[] {
    return listOf(member(root, 'dictionary')).map((node): WordsSource => {
      if (node.kind === 'object') return { node }
      const [{ text, at } = { text: '', at: 0 }] = textsOf(node)
      const path = resolve(base, text)
      if (statSync(path, { throwIfNoEntry: false })?.isFile()) return { path }
      throw source.fault(at, `dictionary：没有文件“${text}”`)
    })
  }
}

/** Settings with others that go before them: one value is replaced, lists grow. */
function merged(before: Config, after: Config): Config {
  return {
    ...before,
    ...after,
    chain: [...before.chain, ...after.chain],
    rules: [...before.rules, ...after.rules],
    authorities: both(before.authorities, after.authorities),
    deadlines: both(before.deadlines, after.deadlines),
    dictionary: [...before.dictionary, ...after.dictionary],
    packs: both(before.packs, after.packs),
    ignore: [...before.ignore, ...after.ignore],
    overrides: [...before.overrides, ...after.overrides],
  }
}

function both(before: readonly string[], after: readonly string[]): readonly string[] {
  return [...new Set([...before, ...after])]
}

function choices(node: JsonNode, { fault }: JsonFile): FileChoices {
  const kind = scalar(node, 'kind') as Kind | 'auto' | undefined
  const profile = scalar(node, 'profile') as Profile | 'auto' | undefined
  const asOf = scalar(node, 'asOf') as string | undefined
  const encoding = scalar(node, 'encoding') as string | undefined
  const rules = member(node, 'rules')
  return {
    rules: familiesFirst(rules?.kind === 'object' ? rules.members : []).map(
      ({ key, keySpan, value }) => ({
        name: key,
        severity: (value.kind === 'scalar' ? value.value : 'off') as Severity | 'off',
        fault: (message) => fault(keySpan.start, message),
      }),
    ),
    ...(kind !== undefined && { kind }),
    ...(profile !== undefined && { profile }),
    ...(asOf !== undefined && { asOf }),
    ...(encoding !== undefined && { encoding }),
  }
}

/** What is said of one rule goes before what is said of its family, wherever it stands. */
function familiesFirst(members: readonly JsonMember[]): readonly JsonMember[] {
  const isFamily = ({ key }: JsonMember) => !key.includes('-')
  return [...members.filter(isFamily), ...members.filter((one) => !isFamily(one))]
}

function globs(node: JsonNode | undefined, base: string): readonly Globs[] {
  const patterns = textsOf(node).map(({ text }) => text)
  return patterns.length === 0 ? [] : [{ base, patterns }]
}

function member(node: JsonNode, key: string): JsonNode | undefined {
  if (node.kind !== 'object') return undefined
  return node.members.find((one) => one.key === key)?.value
}

function scalar(node: JsonNode, key: string): string | number | boolean | null | undefined {
  const value = member(node, key)
  return value?.kind === 'scalar' ? value.value : undefined
}

/** One, or a list of them. */
function listOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined) return []
  return node.kind === 'array' ? node.items : [node]
}

function textsOf(node: JsonNode | undefined): readonly { text: string; at: number }[] {
  return listOf(node).map((one) => ({
    text: one.kind === 'scalar' ? String(one.value) : '',
    at: one.span.start,
  }))
}
