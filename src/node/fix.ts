import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { lint } from '../engine/lint.ts'
import type { MendedFile } from '../engine/mending.ts'
import { checked, crashed, unreadable } from '../engine/result.ts'
import { printable } from '../text/printable.ts'
import { isTextFormat } from '../writers/stretch.ts'
import type { InputFile } from './files.ts'
import { mend, refusalOf } from './mend.ts'
import { type RunOptions, readBytes, reasonOf } from './run.ts'
import { save } from './save.ts'
import { waivingFor } from './waivers.ts'

export interface FixOptions extends RunOptions {
  /** Puts in suggested fixes as well as safe ones. */
  readonly unsafe: boolean
}

/** A file after mending, not written yet. */
export interface Fixed {
  readonly file: MendedFile
  /** As they were read; absent where nothing could be read. */
  readonly before?: Uint8Array
  /** The mended bytes, absent where nothing was mended. */
  readonly bytes?: Uint8Array
}

/** Mends one file in memory. A file that cannot be read or written back is told as such. */
export async function fixBytes(
  file: InputFile,
  load: () => Uint8Array,
  options: FixOptions,
): Promise<Fixed> {
  const { settings, encoding, unsafe, version } = options
  const nothing = { mended: [], leftOut: [], restless: [], replacements: [], remarks: [] }
  try {
    const before = load()
    const document = await readBytes(file, before, encoding)
    const severity = file.isNamed ? 'error' : 'info'
    const text = { name: file.path, bytes: before, document }
    const waiving = options.waivers && (await waivingFor(file, settings, options.waivers))
    const refusal = refusalOf(text)
    if (refusal !== undefined) {
      const report = lint(document, settings, undefined, waiving)
      const result = checked(file.path, document, report, severity)
      return { file: { ...nothing, result, refusal }, before }
    }
    const {
      report,
      bytes,
      document: after,
      ...done
    } = await mend(text, {
      settings,
      encoding,
      unsafe,
      ...(waiving && { waiving }),
    })
    const result = checked(file.path, after, report, severity)
    return {
      file: { ...nothing, ...done, result, text: document.source ?? '' },
      before,
      ...(done.replacements.length > 0 && { bytes }),
    }
  } catch (error) {
    const reason = reasonOf(error)
    const result =
      reason === undefined ? crashed(file.path, version, error) : unreadable(file.path, reason)
    return { file: { ...nothing, result } }
  }
}

/** Whether a format is one whose files are mended. */
export function isMendable({ result, refusal }: MendedFile): boolean {
  return refusal === undefined && result.format !== undefined && isTextFormat(result.format)
}

/** How many copies of one file are told apart. */
const MOST_COPIES = 99

/**
 * Writes what was mended to a copy beside the file: 目录.已校对.csv. A copy that is there already and
 * holds something else is never overwritten; the next number is taken, and that is said.
 */
export function writeCopy(
  { file, bytes }: Fixed,
  { file: path, path: named }: InputFile,
): MendedFile {
  if (bytes === undefined) return file
  const names = Array.from({ length: MOST_COPIES }, (_, index) =>
    copyName(basename(path), index + 1),
  )
  const [first = ''] = names
  for (const [index, name] of names.entries()) {
    const place = join(dirname(path), name)
    const there = bytesOf(place)
    // Something may stand there that cannot be read: no right to, a folder, a link to nothing.
    const isTaken = lstatSync(place, { throwIfNoEntry: false }) !== undefined
    if (there === undefined ? isTaken : !there.equals(bytes)) continue
    const output = beside(named, name)
    const remarks =
      index === 0
        ? []
        : [
            `“${printable(beside(named, first))}”已经有了，内容不同，没有覆盖，写到“${printable(output)}”。`,
          ]
    if (there !== undefined) return { ...file, output, remarks }
    return written({ ...file, remarks }, output, () => save(place, bytes, modeOf(path)))
  }
  return unwritten(
    file,
    `“${printable(named)}”已经有${MOST_COPIES}份校对稿，没有再写；应当先清理旧稿。`,
  )
}

/** Writes what was mended over the file itself, whole or not at all; its permissions stay. */
export function writeInPlace(fixed: Fixed, { file: path, path: named }: InputFile): MendedFile {
  const { file, before, bytes } = fixed
  if (bytes === undefined) return file
  return written(file, named, () => {
    // A link goes on pointing at the file.
    const target = realpathSync(path)
    if (before === undefined || !readFileSync(target).equals(before)) {
      throw new Error('文件在校对途中被改动')
    }
    save(target, bytes, modeOf(target))
  })
}

function written(file: MendedFile, output: string, write: () => void): MendedFile {
  try {
    write()
    return { ...file, output }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === undefined ? message : (WRITE_ERRORS.get(code) ?? code)
    return unwritten(file, `写不进“${printable(output)}”（${why}），原来的文件没有动。`)
  }
}

function unwritten(file: MendedFile, remark: string): MendedFile {
  return { ...file, remarks: [...file.remarks, remark], isUnwritten: true }
}

const WRITE_ERRORS: ReadonlyMap<string, string> = new Map([
  ['EACCES', '没有权限'],
  ['EPERM', '没有权限'],
  ['EROFS', '磁盘只读'],
  ['ENOSPC', '磁盘满了'],
  ['EDQUOT', '磁盘配额用完了'],
  ['ENAMETOOLONG', '文件名太长'],
  ['EFBIG', '文件太大'],
  ['EBUSY', '文件被别的程序占用'],
])

/** 目录.csv → 目录.已校对.csv, 目录.已校对2.csv, … */
function copyName(name: string, number: number): string {
  const extension = extname(name)
  return `${basename(name, extension)}.已校对${number === 1 ? '' : number}${extension}`
}

/** Whether a file met in a folder is the copy of another one that is there. */
export function isCopy({ file, isNamed }: InputFile): boolean {
  const original = originalOf(file)
  return !isNamed && original !== undefined && bytesOf(original) !== undefined
}

/** The file that one with the name of a copy is the copy of. */
export function originalOf(file: string): string | undefined {
  const name = basename(file)
  const original = name.replace(/\.已校对\d*(?=\.[^.]*$)/u, '')
  return original === name ? undefined : join(dirname(file), original)
}

function beside(named: string, name: string): string {
  const folder = dirname(named)
  return folder === '.' ? name : `${folder}/${name}`
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777
}
