import { readdirSync, statSync } from 'node:fs'
import { extname, join, relative, resolve, sep } from 'node:path'
import { isOwnFile } from './own-files.ts'

/** A file to check. */
export interface InputFile {
  /** Path to open it by. */
  readonly file: string
  /** How reports name it: relative to the working folder, `/` separated. */
  readonly path: string
  /** Whether it was named itself, rather than met in a folder or by a pattern. */
  readonly isNamed: boolean
  /** Its content, where that is not what stands in the file: what was staged in git. */
  bytes?(): Uint8Array
}

/** What offices send in; the kinds that cannot be read yet are told, not passed over. */
const EXTENSIONS: ReadonlySet<string> = new Set([
  '.md',
  '.markdown',
  '.csv',
  '.tsv',
  '.txt',
  '.xlsx',
  '.xlsm',
  '.xlsb',
  '.xls',
  '.et',
  '.docx',
  '.docm',
  '.doc',
  '.wps',
  '.pdf',
  '.html',
  '.htm',
  '.ofd',
  '.rtf',
  '.odt',
  '.ods',
])

const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules'])
const PATTERN = /[*?{}[\]]/u

/** Whether walking a folder would meet a file of this path, `/` separated. */
export function isDocument(path: string): boolean {
  const isSkipped = (name: string) =>
    (name.startsWith('.') && name !== '..') || name.startsWith('~$') || SKIPPED_FOLDERS.has(name)
  return EXTENSIONS.has(extname(path).toLowerCase()) && !path.split('/').some(isSkipped)
}

export function isPattern(path: string): boolean {
  return PATTERN.test(path)
}

/** Files, or the reason why a path gives none. */
export interface Inputs {
  readonly files: readonly InputFile[]
  /** Paths and patterns that match nothing. */
  readonly unmatched: readonly string[]
}

/** Finds the files that paths, folders and patterns stand for, each once, in order of path. */
export async function findFiles(paths: readonly string[], folder: string): Promise<Inputs> {
  const found = new Map<string, InputFile>()
  const unmatched: string[] = []
  for (const path of paths) {
    const files = await match(path, folder)
    if (files.length === 0) unmatched.push(path)
    for (const file of files) {
      if (isOwnFile(file.file)) continue
      if (file.isNamed || !found.has(file.file)) found.set(file.file, file)
    }
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return { files, unmatched }
}

async function match(path: string, folder: string): Promise<readonly InputFile[]> {
  const file = resolve(folder, path)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats?.isFile()) return [input(file, folder, true)]
  if (stats?.isDirectory()) return walk(file, folder)
  if (!isPattern(path)) return []
  const { glob } = await import('tinyglobby')
  const matched = await glob(path.split('\\').join('/'), {
    cwd: folder,
    absolute: true,
    dot: false,
    followSymbolicLinks: false,
    ignore: [...[...SKIPPED_FOLDERS].map((name) => `**/${name}/**`), '**/~$*'],
  })
  return matched.map((one) => input(one, folder, false))
}

function walk(top: string, folder: string): readonly InputFile[] {
  const files: InputFile[] = []
  const pending = [top]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const { name } = entry
      if (name.startsWith('.') || name.startsWith('~$')) continue
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(name)) pending.push(join(next, name))
      } else if (entry.isFile() && EXTENSIONS.has(extname(name).toLowerCase())) {
        files.push(input(join(next, name), folder, false))
      }
    }
  }
  return files
}

function input(file: string, folder: string, isNamed: boolean): InputFile {
  return { file, path: relative(folder, file).split(sep).join('/'), isNamed }
}
