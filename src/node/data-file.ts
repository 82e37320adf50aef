import { extname } from 'node:path'
import { type JsonError, lineAndColumn, parseJson } from '../text/json.ts'
import { printable } from '../text/printable.ts'
import { ConfigError } from './config-error.ts'
import { type JsonFile, nameFrom, readTextFile } from './json-file.ts'

const MAX_JSON_BYTES = 10 * 1024 * 1024
const MAX_YAML_BYTES = 1024 * 1024

/** Whether a file is YAML by its name. */
function isYaml(file: string): boolean {
  return /^\.ya?ml$/iu.test(extname(file))
}

/**
 * Reads a file of JSON (with comments) or YAML, whichever its name says; messages name it as seen
 * from a folder, with line and column. Throws {@link ConfigError}.
 */
export async function readDataFile(file: string, folder: string): Promise<JsonFile> {
  const name = nameFrom(folder, file)
  const text = readTextFile(file, name, isYaml(file) ? MAX_YAML_BYTES : MAX_JSON_BYTES)
  const fault = (at: number, message: string) => {
    const { line, column } = lineAndColumn(text, at)
    return new ConfigError(`${name}:${line}:${column} ${printable(message)}`)
  }
  const parse = isYaml(file) ? (await import('./yaml.ts')).parseYaml : parseJson
  try {
    return { root: parse(text), fault }
  } catch (error) {
    // By name, for YAML is bundled apart.
    if (error instanceof Error && error.name === 'JsonError') {
      throw fault((error as JsonError).at, error.message)
    }
    throw error
  }
}
