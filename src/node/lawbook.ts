import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Lawbook } from '../authority/lawbook.ts'
import { titleKey } from '../authority/normalise.ts'
import { ConfigError } from './config-error.ts'
import { reasonOf } from './run.ts'

const MOST_FILES = 5_000
/** The longest law, the Civil Code, takes 0.4 MB. */
const MOST_BYTES = 2 * 1024 * 1024
/** The title stands at the head of a file. */
const HEAD_BYTES = 1_024

/** A file of the folder, known by its name. */
interface LawFile {
  readonly path: string
  /** What its name says as a title. */
  readonly key: string
  /** YYYY-MM-DD of its name, or empty. */
  readonly date: string
}

/**
 * The laws of a folder and the folders in it, one in a Markdown file, named by its title with the
 * date of its version behind it: 政府信息公开条例(2019-04-03).md. Of several versions the newest one
 * counts. Files are read when a law is asked for; one that cannot be read is as good as none.
 * Throws {@link ConfigError}.
 */
export function openLawbook(folder: string): Lawbook {
  const files = filesOf(folder)
  const byName = newest(files)
  let byHead: ReadonlyMap<string, LawFile> | undefined
  return new Lawbook((key) => {
    const named = byName.get(key)
    if (named !== undefined) return read(named.path)
    byHead ??= newest(files.map((file) => ({ ...file, key: titleKey(headOf(file.path)) })))
    const headed = byHead.get(key)
    return headed && read(headed.path)
  })
}

function newest(files: readonly LawFile[]): ReadonlyMap<string, LawFile> {
  const found = new Map<string, LawFile>()
  for (const file of files) {
    const known = found.get(file.key)
    if (known === undefined || file.date > known.date) found.set(file.key, file)
  }
  return found
}

function filesOf(folder: string): readonly LawFile[] {
  const files: LawFile[] = []
  const pending = [folder]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of list(next, folder)) {
      const path = join(next, entry.name)
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) pending.push(path)
      else if (entry.isFile() && /\.(?:md|markdown)$/iu.test(entry.name)) files.push(named(path))
      if (files.length > MOST_FILES) {
        throw new ConfigError(
          `法规文本文件夹“${folder}”里的文件超过${MOST_FILES}个，应当换成只放法规文本的文件夹。`,
        )
      }
    }
  }
  // Whichever order the disk lists them in, the same file wins.
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function list(folder: string, top: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw new ConfigError(`法规文本文件夹“${top}”${problemOf(error)}`)
  }
}

function problemOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return '不存在，应当核对路径。'
  if (code === 'ENOTDIR') return '不是文件夹，应当核对路径。'
  return reasonOf(error) === undefined ? '读不出来，应当核对路径。' : '没有读取权限，应当调整权限。'
}

// 政府信息公开条例   (   2019-04-03  )   .md
//      title         open    date  close
const NAME =
  /^(?<title>.+?)(?:[（(_\-—\s]{1,3}(?<date>(?:19|20)\d\d[-_.]?(?:0\d|1[0-2])[-_.]?[0-3]\d)[）)]?)?\.(?:md|markdown)$/iu

function named(path: string): LawFile {
  const { title = '', date = '' } = NAME.exec(basename(path))?.groups ?? {}
  const digits = date.replace(/\D/gu, '')
  return {
    path,
    key: titleKey(title),
    date: digits.replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3'),
  }
}

function read(path: string): string | undefined {
  try {
    return statSync(path).size > MOST_BYTES ? undefined : readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The first heading of a file, or its first line. */
function headOf(path: string): string {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const bytes = Buffer.alloc(HEAD_BYTES)
    const count = readSync(file, bytes, 0, HEAD_BYTES, 0)
    const lines = bytes
      .toString('utf8', 0, count)
      .replace(/^\ufeff/u, '')
      .split(/\r?\n/u)
      .filter((line) => line.trim() !== '')
    const heading = lines.find((line) => /^#\s/u.test(line)) ?? lines[0] ?? ''
    return heading.replace(/^#+\s*|[*_]{2}/gu, '').trim()
  } catch {
    return ''
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
