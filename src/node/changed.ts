import { spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { UnreadableError } from '../readers/reader.ts'

/** Git prints no more than this: a large repository, or a large file. */
const MAX_OUTPUT = 512 * 1024 * 1024

/** Git could not tell what was asked; `message` is one Chinese sentence without 。. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** A path that is not as it was. */
export interface Change {
  readonly kind: 'file' | 'deleted' | 'submodule' | 'link' | 'conflict'
  /** What was staged of it; absent when the working tree was asked. */
  readonly blob?: string
}

/** What is not as it was in the repository of a folder. */
export interface Changes {
  /** The top folder of the working tree, without links. */
  readonly top: string
  /** By path, `/` separated, from the top. */
  readonly paths: ReadonlyMap<string, Change>
}

/**
 * What the working tree changes against HEAD, with what git does not know; with `since`, against
 * the commit where the branch left that one. Throws {@link GitError}.
 */
export function workingChanges(folder: string, since?: string): Changes {
  const top = topOf(folder)
  const base = since === undefined ? headOf(top) : forkPoint(top, since)
  const paths = compared(top, ['diff', ...RAW, base, '--'])
  // The working tree has no blobs, and what git names for it is not what stands there.
  const changed = new Map([...paths].map(([path, { kind }]) => [path, { kind } as Change]))
  const untracked = git(top, ['ls-files', '--others', '--exclude-standard', '-z'])
  for (const path of entries(untracked)) changed.set(path, { kind: 'file' })
  return { top, paths: changed }
}

/** What is staged. Throws {@link GitError}. */
export function stagedChanges(folder: string): Changes {
  const top = topOf(folder)
  return { top, paths: compared(top, ['diff', '--cached', ...RAW, headOf(top), '--']) }
}

/** A staged file as it would be checked out. Throws {@link UnreadableError}. */
export function stagedContent(top: string, path: string, blob: string): Uint8Array {
  const { stdout, status, error } = start(top, ['cat-file', '--filters', `--path=${path}`, blob])
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOBUFS') {
    throw new UnreadableError('too-large', '暂存的文件太大，应当拆分后再检查。')
  }
  if (error !== undefined || status !== 0) {
    throw new UnreadableError('damaged', '暂存的内容取不出来；应当重新 git add 后再检查。')
  }
  return stdout
}

/** A file's path from the top, `/` separated; undefined for one outside the repository. */
export function pathInside(top: string, file: string): string | undefined {
  const path = relative(top, withoutLinks(file))
  const isOutside = path === '..' || path.startsWith(`..${sep}`) || path.startsWith(sep)
  return isOutside || /^[A-Za-z]:/u.test(path) ? undefined : path.split(sep).join('/')
}

/** The folder of a file without links; the file itself may be one, or be gone with its folder. */
function withoutLinks(file: string): string {
  const folder = dirname(file)
  if (folder === file) return file
  try {
    return join(realpathSync(folder), basename(file))
  } catch {
    return join(withoutLinks(folder), basename(file))
  }
}

/** A renamed file is one that is gone and one that is new. */
const RAW = [
  '--raw',
  '--no-abbrev',
  '-z',
  '--no-renames',
  '--no-ext-diff',
  '--ignore-submodules=none',
]

/** `:100644 100644 <blob> <blob> M` and the path, each ended by NUL. */
function compared(top: string, words: readonly string[]): ReadonlyMap<string, Change> {
  const told = entries(git(top, words))
  const paths = new Map<string, Change>()
  for (let at = 0; at + 1 < told.length; at += 2) {
    const [, mode = '', , blob = '', status = ''] = (told[at] ?? '').split(' ')
    const path = told[at + 1] ?? ''
    // An unmerged path is told a second time, as changed in the working tree.
    if (paths.get(path)?.kind === 'conflict') continue
    paths.set(path, { kind: kindOf(mode, status), blob })
  }
  return paths
}

function kindOf(mode: string, status: string): Change['kind'] {
  if (status === 'D') return 'deleted'
  if (status === 'U') return 'conflict'
  if (mode === '160000') return 'submodule'
  return mode === '120000' ? 'link' : 'file'
}

function entries(output: string): readonly string[] {
  return output.split('\0').filter((entry) => entry !== '')
}

function topOf(folder: string): string {
  const { stdout, stderr, status, error } = start(folder, ['rev-parse', '--show-toplevel'])
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    throw new GitError('找不到 git，--changed 和 --staged 要用它查改动，安装 git 后再用')
  }
  if (error !== undefined) throw error
  if (stderr.includes('dubious ownership')) {
    throw new GitError(
      `git 不信任“${folder}”，因为它归别的用户所有，用 git config --global --add safe.directory 加入后再用`,
    )
  }
  const top = stdout.toString('utf8').replace(/\r?\n$/u, '')
  if (status !== 0 || top === '') {
    throw new GitError(`“${folder}”不在 git 的工作区里，--changed 和 --staged 查不到改动`)
  }
  return realpathSync(top)
}

/** The last commit, or the tree without files where there is none yet. */
function headOf(top: string): string {
  return commitOf(top, 'HEAD') ?? git(top, ['hash-object', '-t', 'tree', '--stdin']).trim()
}

function forkPoint(top: string, ref: string): string {
  // A word that begins so would be read as an option, and is no name of a commit either.
  const commit = ref.startsWith('-') ? undefined : commitOf(top, ref)
  if (commit === undefined) {
    throw new GitError(`--since：git 里没有提交、分支或者标签“${ref}”，浅克隆的先 git fetch 取来`)
  }
  const head = commitOf(top, 'HEAD')
  if (head === undefined) throw new GitError('--since：这个仓库还没有提交')
  const { stdout, status } = start(top, ['merge-base', commit, head])
  if (status !== 0) {
    throw new GitError(
      `--since：“${ref}”和当前提交没有共同的祖先，浅克隆的要取全历史（fetch-depth: 0）`,
    )
  }
  return stdout.toString('utf8').trim()
}

function commitOf(top: string, ref: string): string | undefined {
  const { stdout, status } = start(top, [
    'rev-parse',
    '--verify',
    '--quiet',
    `${ref}^{commit}`,
    '--',
  ])
  const commit = stdout.toString('utf8').split('\n')[0]?.trim() ?? ''
  return status === 0 && commit !== '' ? commit : undefined
}

/** What git prints. Throws {@link GitError} with its first words when it fails. */
function git(top: string, words: readonly string[]): string {
  const { stdout, stderr, status, error } = start(top, words)
  if (error !== undefined || status !== 0) {
    const [told = ''] = (error?.message ?? stderr).trim().split('\n')
    throw new GitError(`git ${words[0]} 没有成功（${told}）`)
  }
  return stdout.toString('utf8')
}

function start(folder: string, words: readonly string[]) {
  // A monitor of the file system would be a program named by the repository.
  const settings = ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false']
  const { stdout, stderr, status, error } = spawnSync('git', [...settings, ...words], {
    cwd: folder,
    input: '',
    maxBuffer: MAX_OUTPUT,
    env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
  })
  // Where git is missing there is no output at all, whatever the types say.
  return { stdout: stdout ?? Buffer.alloc(0), stderr: String(stderr ?? ''), status, error }
}
