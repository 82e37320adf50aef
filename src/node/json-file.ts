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
  const name = printable(relative(folder, file).split(sep).join('/'))
  const text = readText(file, name)
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

/** The text of a file that a person wrote. Throws {@link ConfigError}. */
export function readText(file: string, name: string, most = MAX_BYTES): string {
  try {
    if (statSync(file).size > most) {
      throw new ConfigError(`${name} 超过${most / 1024 / 1024} MB`)
    }
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
