import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type IgnorePatterns, parsePatterns } from './ignore-patterns.ts'
import { isRepository, repositoryRoot, upward } from './project.ts'

/** What names what is not checked; that of git counts in repositories. */
const OWN = '.mulintignore'
const OF_GIT = '.gitignore'

/** Which ignore files count. */
export interface IgnoreSearch {
  /** The working folder. */
  readonly folder: string
  /** Whether those below the working folder count, or only its own and those above. */
  readonly isNested: boolean
}

/** Says what is ignored by `.mulintignore` and `.gitignore`. Throws `ConfigError`. */
export class IgnoreFiles {
  readonly #search: IgnoreSearch
  readonly #patterns = new Map<string, readonly IgnorePatterns[]>()
  readonly #levels = new Map<string, readonly string[]>()
  readonly #folders = new Map<string, string | undefined>()

  constructor(search: IgnoreSearch) {
    this.#search = search
  }

  /** Why a path is ignored, as a Chinese phrase; undefined where it is not. */
  reason(path: string, isFolder: boolean): string | undefined {
    const levels = this.#levelsOf(dirname(path))
    // What lies in an ignored folder cannot be taken back.
    if (levels.length > 0 && dirname(path) !== levels[0]) {
      const above = this.#folderReason(dirname(path))
      if (above !== undefined) return above
    }
    let found: { readonly ignored: boolean; readonly by: string } | undefined
    for (const level of levels) {
      const seen = relative(level, path).split(sep).join('/')
      for (const patterns of this.#patternsOf(level)) {
        found = patterns.decide(isFolder ? `${seen}/` : seen) ?? found
      }
    }
    return found?.ignored ? found.by : undefined
  }

  #folderReason(folder: string): string | undefined {
    if (!this.#folders.has(folder)) this.#folders.set(folder, this.reason(folder, true))
    return this.#folders.get(folder)
  }

  /** The folders whose ignore files count for what lies in a folder, from the top down. */
  #levelsOf(folder: string): readonly string[] {
    const known = this.#levels.get(folder)
    if (known !== undefined) return known
    const { folder: here, isNested } = this.#search
    const from = isNested || !isIn(folder, here) ? folder : here
    const levels: string[] = []
    if (isNested || isIn(folder, here)) {
      const isRooted = repositoryRoot(from) !== undefined
      for (const one of upward(from)) {
        levels.unshift(one)
        // Without a repository there is no end but the working folder.
        if (isRepository(one) || (!isRooted && one === here)) break
      }
    }
    this.#levels.set(folder, levels)
    return levels
  }

  #patternsOf(folder: string): readonly IgnorePatterns[] {
    const known = this.#patterns.get(folder)
    if (known !== undefined) return known
    const names = repositoryRoot(folder) === undefined ? [OWN] : [OF_GIT, OWN]
    const patterns = names
      .map((name) => join(folder, name))
      .filter((file) => existsSync(file))
      .map((file) => parsePatterns(file, this.#search.folder))
    this.#patterns.set(folder, patterns)
    return patterns
  }
}

function isIn(path: string, folder: string): boolean {
  const seen = relative(folder, path)
  return seen !== '..' && !seen.startsWith(`..${sep}`)
}
