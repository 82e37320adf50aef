import { readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import {
  type Acceptance,
  type Baseline,
  type KnownFinding,
  renderBaseline,
  type Surroundings,
} from '../engine/baseline.ts'
import { INPUT_FINDINGS } from '../engine/result.ts'
import type { Settings } from '../engine/settings.ts'
import { JsonError, lineAndColumn, parseJson } from '../text/json.ts'
import { escapeUnprintable, printable } from '../text/printable.ts'
import { ConfigError } from './config-error.ts'
import { save } from './save.ts'

/** Some 600,000 findings. */
const MAX_BYTES = 64 * 1024 * 1024

/** Reads a baseline; undefined when there is no such file. Throws {@link ConfigError}. */
export function readBaseline(file: string, name: string): Baseline | undefined {
  const text = readText(file, printable(name))
  if (text === undefined) return undefined
  const fault = (message: string) => new ConfigError(printable(`基准 ${name} ${message}`))
  const root = parse(text, fault)
  if (!isRecord(root) || !isRecord(root.files)) {
    throw fault('不是 mulint 写的基准，用 mulint baseline 重新写')
  }
  if (root.version !== 1) {
    throw fault(`的版本是“${String(root.version).slice(0, 40)}”，这个 mulint 只认得版本1`)
  }
  const wrong = (where: string) => fault(`${where}写得不对，用 mulint baseline 重新写`)
  const { tool, registry, accepted = [] } = root
  if (typeof tool !== 'string' || typeof registry !== 'string') throw wrong('的开头')
  if (!Array.isArray(accepted) || !accepted.every(isAcceptance)) throw wrong('里的 accepted ')
  const files = new Map<string, readonly KnownFinding[]>()
  for (const [path, entries] of Object.entries(root.files)) {
    if (!Array.isArray(entries) || !entries.every(isKnown))
      throw wrong(`里“${path.slice(0, 80)}”这一段`)
    files.set(path, entries)
  }
  return { tool, registryDate: registry, accepted, files }
}

/** Writes a baseline, whole or not at all. */
export function writeBaseline(file: string, baseline: Baseline): void {
  save(file, escapeUnprintable(renderBaseline(baseline)))
}

/** Files are named as seen from the folder of the baseline, so that it holds wherever it is run from. */
export function surroundings(
  file: string,
  folder: string,
  settingsOf: (path: string) => Settings,
): Surroundings {
  const home = dirname(file)
  return {
    nameOf: (path) => relative(home, resolve(folder, path)).split(sep).join('/'),
    isThere: (name) => statSync(resolve(home, name), { throwIfNoEntry: false })?.isFile() === true,
    isAsked: (rule, path) => {
      const { rules, ruleIds = [] } = settingsOf(path)
      const isActive = rules.some((one) => one.rule.id === rule)
      return isActive || Object.hasOwn(INPUT_FINDINGS, rule) || !ruleIds.includes(rule)
    },
  }
}

function readText(file: string, name: string): string | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats === undefined) return undefined
    if (!stats.isFile()) throw new ConfigError(`基准 ${name} 不是文件`)
    if (stats.size > MAX_BYTES)
      throw new ConfigError(`基准 ${name} 超过${MAX_BYTES / 1024 / 1024} MB`)
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    if (ConfigError.is(error)) throw error
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new ConfigError(`基准 ${name} 不是 UTF-8 文本，用 mulint baseline 重新写`)
    }
    throw new ConfigError(`基准 ${name} 读不出来（${code}）`)
  }
}

/** The value of a JSON text; where it is none, the slower parser knows the line. */
function parse(text: string, fault: (message: string) => ConfigError): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw fault(`${lineOfFault(text)}不合 JSON 的写法，合并时留下的标记应当删去`)
  }
}

function lineOfFault(text: string): string {
  try {
    parseJson(text)
    return ''
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    return `第${lineAndColumn(text, error.at).line}行`
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isKnown(value: unknown): value is KnownFinding {
  if (!isRecord(value)) return false
  const { fingerprint, rule, label } = value
  return [fingerprint, rule, label].every((part) => typeof part === 'string')
}

function isAcceptance(value: unknown): value is Acceptance {
  if (!isRecord(value)) return false
  const { date, reason, added } = value
  return typeof date === 'string' && typeof reason === 'string' && typeof added === 'number'
}
