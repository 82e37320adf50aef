import { readFileSync, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { JsonError, type JsonNode, lineAndColumn, parseJson } from '../text/json.ts'
import { printable } from '../text/printable.ts'
import { ConfigError } from './config-error.ts'

const MAX_BYTES = 10 * 1024 * 1024

/** A JSON file that a person wrote, and how to tell them what is wrong with it. */
export interface JsonFile {
  readonly root: JsonNode
  /** The error to throw about a place in the file. */
  fault(at: number, message: string): ConfigError
}

/** Reads a JSON file; messages name it as seen from a folder. Throws {@link ConfigError}. */
export function readJsonFile(file: string, folder: string): JsonFile {
  const name = nameFrom(folder, file)
  const text = readTextFile(file, name, MAX_BYTES)
  const fault = (at: number, message: string) =>
    new ConfigError(`${name}:${lineAndColumn(text, at).line} ${printable(message)}`)
  try {
    return { root: parseJson(text), fault }
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    const { line, column } = lineAndColumn(text, error.at)
    throw new ConfigError(`${name}:${line}:${column} ${printable(error.message)}`)
  }
}

/** How messages name a file: as seen from a folder. */
export function nameFrom(folder: string, file: string): string {
  return printable(relative(folder, file).split(sep).join('/'))
}

/** The text of a file that a person wrote, without its BOM. Throws {@link ConfigError}. */
export function readTextFile(file: string, name: string, maxBytes: number): string {
  try {
    const stats = statSync(file)
    if (!stats.isFile()) throw new ConfigError(`${name} 不是文件，应当是写着设置的文件`)
    if (stats.size > maxBytes) throw new ConfigError(`${name} 超过${maxBytes / 1024 / 1024} MB`)
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    if (ConfigError.is(error)) throw error
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new ConfigError(`${name} 不是 UTF-8 文本，另存为 UTF-8 后再用`)
    }
    throw new ConfigError(`${name} 读不出来（${code}）`)
  }
}
