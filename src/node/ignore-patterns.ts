import ignore from 'ignore'
import { printable } from '../text/printable.ts'
import { ConfigError } from './config-error.ts'
import { nameFrom, readTextFile } from './json-file.ts'

const MAX_BYTES = 1024 * 1024
const MOST_LINES = 10_000
const LONGEST_LINE = 1_000
/** More wild cards in a name than these take long on names that nearly match. */
const MOST_STARS = 5

/** The patterns of an ignore file. */
export interface IgnorePatterns {
  /** Whether they ignore a path as seen from their folder, and which of them does; undefined where none speaks of it. */
  decide(path: string): { readonly ignored: boolean; readonly by: string } | undefined
}

/** Reads an ignore file; messages name it as seen from a folder. Throws {@link ConfigError}. */
export function parsePatterns(file: string, folder: string): IgnorePatterns {
  const name = nameFrom(folder, file)
  const lines = readTextFile(file, name, MAX_BYTES).split(/\r?\n/u)
  if (lines.length > MOST_LINES) throw new ConfigError(`${name} 超过${MOST_LINES}行`)
  const matcher = ignore()
  for (const [index, pattern] of lines.entries()) {
    const place = `${name}:${index + 1}`
    if (isAbsurd(pattern)) throw new ConfigError(`${place} 通配符太复杂，应当拆开来写`)
    matcher.add({ pattern, mark: `${place} ${printable(pattern.trim())}` })
  }
  return {
    decide(path) {
      const { ignored, unignored, rule } = matcher.test(path)
      return ignored || unignored ? { ignored, by: rule?.mark ?? name } : undefined
    },
  }
}

function isAbsurd(pattern: string): boolean {
  if (pattern.startsWith('#')) return false
  if (pattern.length > LONGEST_LINE) return true
  const segments = pattern.split('/')
  return (
    segments.filter((one) => one === '**').length > MOST_STARS ||
    segments.some((one) => (one.match(/[*?]/gu) ?? []).length > MOST_STARS)
  )
}
