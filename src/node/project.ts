import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest folder, from one upward, that has a `.git`. */
export function repositoryRoot(folder: string): string | undefined {
  for (const one of upward(folder)) if (isRepository(one)) return one
  return undefined
}

export function isRepository(folder: string): boolean {
  return existsSync(join(folder, '.git'))
}

/** A folder and all that it lies in, nearest first. */
export function* upward(folder: string): Iterable<string> {
  for (let next = folder; ; next = dirname(next)) {
    yield next
    if (dirname(next) === next) return
  }
}
