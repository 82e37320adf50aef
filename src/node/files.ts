import { type Dirent, readdirSync, statSync } from 'node:fs'
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

/** What decides that files and folders are not checked, though they are there. */
export interface Ignoring {
  /** Why a path is passed over, as a Chinese phrase; undefined where it is not. */
  reason(path: string, isFolder: boolean): string | undefined
  /** Whether a path that is ignored is taken all the same, because it was named; no when absent. */
  takesNamed?(path: string, reason: string): boolean
  /** What is told of each path that was passed over, `/` separated and from the working folder. */
  passedOver?(path: string, reason: string): void
}

const NOTHING_IGNORED: Ignoring = { reason: () => undefined }

/** Finds the files that paths, folders and patterns stand for, each once, in order of path. */
export async function findFiles(
  paths: readonly string[],
  folder: string,
  ignoring: Ignoring = NOTHING_IGNORED,
): Promise<Inputs> {
  const found = new Map<string, InputFile>()
  const unmatched: string[] = []
  for (const path of paths) {
    const files = await match(path, folder, ignoring)
    if (files.length === 0) unmatched.push(path)
    for (const file of files) {
      if (isOwnFile(file.file)) continue
      if (file.isNamed || !found.has(file.file)) found.set(file.file, file)
    }
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return { files, unmatched }
}

async function match(
  path: string,
  folder: string,
  ignoring: Ignoring,
): Promise<readonly InputFile[]> {
  const file = resolve(folder, path)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats?.isFile() || stats?.isDirectory()) {
    const reason = ignoring.reason(file, stats.isDirectory())
    if (reason !== undefined && ignoring.takesNamed?.(path, reason) !== true) {
      ignoring.passedOver?.(input(file, folder, true).path, reason)
      return []
    }
    if (stats.isFile()) return [input(file, folder, true)]
    // Of a folder that is ignored and was named, all is wanted.
    return walk(file, folder, reason === undefined ? ignoring : NOTHING_IGNORED)
  }
  if (!isPattern(path)) return []
  const { glob } = await import('tinyglobby')
  const matched = await glob(path.split('\\').join('/'), {
    cwd: folder,
    absolute: true,
    dot: false,
    followSymbolicLinks: false,
    ignore: [...[...SKIPPED_FOLDERS].map((name) => `**/${name}/**`), '**/~$*'],
  })
  return matched
    .map((one) => input(one, folder, false))
    .filter(({ file, path }) => {
      const reason = ignoring.reason(file, false)
      if (reason !== undefined) ignoring.passedOver?.(path, reason)
      return reason === undefined
    })
}

function walk(top: string, folder: string, ignoring: Ignoring): readonly InputFile[] {
  const files: InputFile[] = []
  const pending = [top]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name)
      const isFolder = entry.isDirectory()
      const reason = unfit(entry) ?? ignoring.reason(path, isFolder)
      if (reason !== undefined) {
        const { path: named } = input(path, folder, false)
        ignoring.passedOver?.(isFolder ? `${named}/` : named, reason)
      } else if (isFolder) pending.push(path)
      else files.push(input(path, folder, false))
    }
  }
  return files
}

/** Why an entry of a folder is none that is checked. */
function unfit(entry: Dirent): string | undefined {
  const { name } = entry
  if (name.startsWith('.')) return '隐藏的'
  if (name.startsWith('~$')) return '编辑时的临时文件'
  if (entry.isDirectory()) return SKIPPED_FOLDERS.has(name) ? '软件包' : undefined
  if (!entry.isFile()) return '不是普通文件'
  return EXTENSIONS.has(extname(name).toLowerCase()) ? undefined : '不是目录会用的格式'
}

function input(file: string, folder: string, isNamed: boolean): InputFile {
  return { file, path: relative(folder, file).split(sep).join('/'), isNamed }
}
