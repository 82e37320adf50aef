import { existsSync, realpathSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import {
  type Changes,
  GitError,
  pathInside,
  stagedChanges,
  stagedContent,
  workingChanges,
} from '../node/changed.ts'
import { type InputFile, type Inputs, isDocument, isPattern } from '../node/files.ts'
import { printable } from '../text/printable.ts'
import { type Arguments, textOf } from './arguments.ts'
import { UsageError } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

/**
 * Of the files that paths stand for those that were changed, and the paths that stand for nothing,
 * changed or not. Nothing changed is told and no failure (docs/decisions/0014). Throws
 * {@link UsageError}.
 */
export async function onlyChanged(
  { files, unmatched }: Inputs,
  paths: readonly string[],
  given: Arguments,
  terminal: Terminal,
): Promise<Inputs> {
  const isStaged = given.values.get('staged') === true
  const since = textOf(given, 'since')
  if (isStaged && given.values.get('changed') === true)
    throw new UsageError('--changed 和 --staged 只能用一个')
  if (isStaged && since !== undefined) throw new UsageError('--since 要和 --changed 一起用')
  const folder = realpathSync(terminal.folder)
  const changes = asked(() => (isStaged ? stagedChanges(folder) : workingChanges(folder, since)))
  refuseOutside(changes, files, folder)
  // What is gone from the disk may have been named all the same.
  const cover = await Promise.all(unmatched.map((path) => covering(path, changes, folder)))
  const unknown = unmatched.filter((_, at) => ![...changes.paths.keys()].some(cover[at] ?? no))
  if (unknown.length > 0) return { files: [], unmatched: unknown }

  const chosen = isStaged
    ? await stagedInputs(changes, files, paths, folder)
    : files.filter(({ file }) => isChanged(changes, file))
  if (isStaged) tellSubmodules(changes, files, terminal)
  if (chosen.length === 0) {
    terminal.error(`mulint：没有${isStaged ? '暂存' : '改动'}要检查的文件，什么也没有检查\n`)
  }
  return { files: chosen, unmatched: [] }
}

function asked(ask: () => Changes): Changes {
  try {
    return ask()
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(error.message)
    throw error
  }
}

function refuseOutside({ top }: Changes, files: readonly InputFile[], folder: string): void {
  const outside = files.find(({ file }) => pathInside(top, file) === undefined)
  if (outside === undefined) return
  throw new UsageError(`“${relative(folder, outside.file)}”不在 git 仓库“${top}”里，查不到它的改动`)
}

const no = () => false

/** Whether a path of the repository is what a path of the command line stands for, or lies in it. */
async function covering(
  path: string,
  { top }: Changes,
  folder: string,
): Promise<(changed: string) => boolean> {
  const inside = pathInside(top, resolve(folder, path))
  const isPlain = (changed: string) =>
    inside !== undefined &&
    (inside === '' || changed === inside || changed.startsWith(`${inside}/`))
  if (!isPattern(path)) return isPlain
  const { default: picomatch } = await import('picomatch')
  const matches = picomatch(path.split('\\').join('/'))
  return (changed) =>
    isPlain(changed) || matches(relative(folder, join(top, changed)).split(sep).join('/'))
}

/** A file in a submodule that is not as it was counts as changed: its own history is not asked. */
function isChanged({ top, paths }: Changes, file: string): boolean {
  const path = pathInside(top, file) ?? ''
  return (
    (paths.has(path) && paths.get(path)?.kind !== 'deleted') ||
    above(path).some((folder) => paths.get(folder)?.kind === 'submodule')
  )
}

/** The folders that a path lies in. */
function above(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}

/** The staged files with what was staged of them, also where the disk has them no more. */
async function stagedInputs(
  { top, paths }: Changes,
  files: readonly InputFile[],
  named: readonly string[],
  folder: string,
): Promise<readonly InputFile[]> {
  const found = new Map(files.map((file) => [pathInside(top, file.file) ?? '', file]))
  const covers = await Promise.all(named.map((path) => covering(path, { top, paths }, folder)))
  const chosen: InputFile[] = []
  for (const [path, { kind, blob = '' }] of paths) {
    const file = found.get(path) ?? gone(path)
    if (file === undefined) continue
    if (kind === 'conflict') {
      throw new UsageError(`“${file.path}”有没有解决的冲突，解决以后 git add 再检查`)
    }
    if (kind === 'file') chosen.push({ ...file, bytes: () => stagedContent(top, path, blob) })
  }
  return chosen.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))

  function gone(path: string): InputFile | undefined {
    const file = join(top, path)
    if (existsSync(file) || !covers.some((isCovered) => isCovered(path))) return undefined
    const isNamed = named.some((one) => resolve(folder, one) === file)
    const input = { file, path: relative(folder, file).split(sep).join('/'), isNamed }
    return isNamed || isDocument(input.path) ? input : undefined
  }
}

function tellSubmodules({ top, paths }: Changes, files: readonly InputFile[], terminal: Terminal) {
  const folders = files.flatMap(({ file }) => above(pathInside(top, file) ?? ''))
  const skipped = [...new Set(folders)].filter((path) => paths.get(path)?.kind === 'submodule')
  if (skipped.length === 0) return
  const names = skipped.map((path) => `“${printable(path)}”`).join('、')
  terminal.error(`mulint：子模块${names}里的文件不在暂存区里，没有检查\n`)
}
