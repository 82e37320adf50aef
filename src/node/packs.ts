import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Authorities } from '../authority/registry.ts'
import { rulesOf } from '../declared/compile.ts'
import type { DeclarationError } from '../declared/fields.ts'
import type { RulePack } from '../declared/pack.ts'
import { readPack } from '../declared/read.ts'
import { familyOf, type Rule } from '../rule/rule.ts'
import { type JsonError, type JsonNode, lineAndColumn, parseJson } from '../text/json.ts'
import { printable } from '../text/printable.ts'
import { ConfigError } from './config-error.ts'
import { nameFrom, readTextFile } from './json-file.ts'
import { isOwnFile } from './own-files.ts'

/** Packs of five hundred rules have half of it. */
const MAX_BYTES = 1024 * 1024

/** A pack that was read, and its rules. */
export interface LoadedPack {
  /** As seen from the folder. */
  readonly file: string
  readonly pack: RulePack
  readonly rules: readonly Rule[]
}

/**
 * Reads packs of declared rules, YAML or JSON, from files and from the folders that hold some; messages name files as seen from a folder. The
 * families of the rules that are there already are taken. Throws {@link ConfigError}.
 */
export async function loadPacks(
  files: readonly string[],
  folder: string,
  { rules, authorities }: { readonly rules: readonly Rule[]; readonly authorities: Authorities },
): Promise<readonly LoadedPack[]> {
  const itemTypes = authorities.itemTypes.all.map(({ id }) => id)
  const families = [...new Set(rules.map(({ id }) => familyOf(id))), ...RESERVED]
  const loaded: LoadedPack[] = []
  // A pack that is named twice, by the settings and on the command line, is one.
  for (const file of new Set(files.flatMap((path) => packsIn(path, folder)))) {
    const name = nameFrom(folder, file)
    const pack = await readFile(file, name, (root) => readPack(root, { itemTypes, families }))
    families.push(pack.prefix)
    loaded.push({ file: name, pack, rules: rulesOf(pack) })
  }
  return loaded
}

/** A file, or the packs that lie in a folder, in order of name. */
function packsIn(path: string, folder: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
  const names = readdirSync(path)
    .filter((name) => /\.(?:ya?ml|jsonc?)$/iu.test(name) && !name.startsWith('.'))
    .filter((name) => !isOwnFile(name))
    .sort()
  if (names.length > 0) return names.map((name) => join(path, name))
  throw new ConfigError(
    `文件夹“${nameFrom(folder, path) || '.'}”里没有规则包（.yaml、.yml、.json、.jsonc）`,
  )
}

/** What findings about files and waivers begin with. */
const RESERVED = ['input', 'mulint', 'waiver', 'baseline']

async function readFile(
  file: string,
  name: string,
  read: (root: JsonNode) => RulePack,
): Promise<RulePack> {
  const text = readTextFile(file, name, MAX_BYTES)
  const parse = /\.jsonc?$/iu.test(file) ? parseJson : (await import('./yaml.ts')).parseYaml
  try {
    return read(parse(text))
  } catch (error) {
    if (!isMistake(error)) throw error
    const { line, column } = lineAndColumn(text, error.at)
    throw new ConfigError(`${name}:${line}:${column} ${printable(error.message.trim())}`)
  }
}

/** By name, for YAML is bundled apart. */
function isMistake(error: unknown): error is JsonError | DeclarationError {
  return error instanceof Error && ['JsonError', 'DeclarationError'].includes(error.name)
}
