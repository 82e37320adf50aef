import { readFileSync } from 'node:fs'
import { type YearFigures, yearBefore } from '../annual/years.ts'
import { lint } from '../engine/lint.ts'
import { checked, crashed, type FileResult, type RunResult, unreadable } from '../engine/result.ts'
import type { Settings } from '../engine/settings.ts'
import { isRisky, readDocument } from '../readers/choose.ts'
import { UnreadableError } from '../readers/reader.ts'
import type { Document } from '../table/model.ts'
import type { InputFile } from './files.ts'
import type { SlowReader } from './slow-reader.ts'
import { type WaiverOptions, waivingFor } from './waivers.ts'

/** Files larger than this are refused before they are read. */
const MAX_BYTES = 256 * 1024 * 1024

export interface RunOptions {
  readonly settings: Settings
  /** Name of the encoding of text files, where the caller knows. */
  readonly encoding?: string
  readonly version: string
  /** Without it, only the comments of a document waive anything. */
  readonly waivers?: WaiverOptions
  /** What differs for some files, by the path to open them by. */
  readonly perFile?: ReadonlyMap<string, FileOptions>
}

/** What one file is checked with. */
export interface FileOptions {
  readonly settings: Settings
  readonly encoding?: string
}

/** Checks files one after the other; one broken file never ends the run. */
export async function run(files: readonly InputFile[], options: RunOptions): Promise<RunResult> {
  const reading = new Reading()
  try {
    const results: FileResult[] = []
    const reports: { readonly at: number; readonly figures: YearFigures }[] = []
    for (const [at, file] of files.entries()) {
      const { result, figures } = await checkBytes(file, loader(file), options, reading)
      results.push(result)
      if (figures !== undefined) reports.push({ at, figures })
    }
    // An annual report is held against that of the year before, when all are known.
    const all = reports.map(({ figures }) => figures)
    for (const { at, figures } of reports) {
      const file = files[at]
      const lastYear = yearBefore(figures, all)
      if (file === undefined || lastYear === undefined) continue
      results[at] = (await checkBytes(file, loader(file), options, reading, lastYear)).result
    }
    return finish(results, options)
  } finally {
    await reading.close()
  }
}

/** Checks one document that was handed in, such as standard input. */
export async function runOn(
  file: InputFile,
  bytes: Uint8Array,
  options: RunOptions,
): Promise<RunResult> {
  const reading = new Reading()
  try {
    const { result } = await checkBytes(file, () => bytes, options, reading)
    return finish([result], options)
  } finally {
    await reading.close()
  }
}

/** Reads a file into a document. Throws {@link UnreadableError}. */
export async function readFileDocument(file: InputFile, encoding?: string): Promise<Document> {
  return readBytes(file, readFileSync(file.file), encoding)
}

/** Reads the bytes of a file into a document. Throws {@link UnreadableError}. */
export async function readBytes(
  file: InputFile,
  bytes: Uint8Array,
  encoding?: string,
): Promise<Document> {
  const reading = new Reading()
  try {
    return await reading.read(file, bytes, encoding)
  } finally {
    await reading.close()
  }
}

function loader(file: InputFile): () => Uint8Array {
  return () => file.bytes?.() ?? readFileSync(file.file)
}

function finish(files: readonly FileResult[], options: RunOptions): RunResult {
  const { settings, perFile, version } = options
  const all = perFile === undefined ? [options] : [...perFile.values()]
  const rules = new Set(all.flatMap((one) => one.settings.rules.map(({ rule }) => rule.id)))
  return { files, rules: rules.size, registryDate: settings.authorities.date, version }
}

async function checkBytes(
  file: InputFile,
  load: () => Uint8Array,
  options: RunOptions,
  reading: Reading,
  lastYear?: YearFigures,
): Promise<Checked> {
  const { version, waivers } = options
  const { settings, encoding } = options.perFile?.get(file.file) ?? options
  try {
    const document = await reading.read(file, load(), encoding)
    const waiving = waivers && (await waivingFor(file, settings, waivers))
    const report = lint(document, settings, lastYear, waiving)
    const result = checked(file.path, document, report, file.isNamed ? 'error' : 'info')
    return { result, ...(report.figures && { figures: report.figures }) }
  } catch (error) {
    const reason = reasonOf(error)
    const result =
      reason === undefined ? crashed(file.path, version, error) : unreadable(file.path, reason)
    return { result }
  }
}

interface Checked {
  readonly result: FileResult
  /** What an annual report hands on to that of the next year. */
  readonly figures?: YearFigures
}

/** The readers of a run; a process for risky formats is started when the first of them comes. */
class Reading {
  #slow: SlowReader | undefined

  /** Throws {@link UnreadableError}. */
  async read({ path }: InputFile, bytes: Uint8Array, encoding?: string): Promise<Document> {
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableError(
        'too-large',
        `文件超过${MAX_BYTES / 1024 / 1024} MB，拆分后再检查。`,
      )
    }
    const source = { name: path, bytes }
    if (!isRisky(source)) return readDocument(source, { encoding })
    if (this.#slow === undefined) {
      const { SlowReader } = await import('./slow-reader.ts')
      this.#slow = new SlowReader()
    }
    return this.#slow.read(source)
  }

  async close(): Promise<void> {
    await this.#slow?.close()
  }
}

/** Why a file could not be read, as one sentence; undefined when the fault is ours. */
export function reasonOf(error: unknown): string | undefined {
  if (UnreadableError.is(error)) return error.message
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code === undefined || !SYSTEM_REASONS.has(code)) return undefined
  return SYSTEM_REASONS.get(code)
}

const SYSTEM_REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', '没有读取这个文件的权限，调整文件权限后再检查。'],
  ['EPERM', '没有读取这个文件的权限，调整文件权限后再检查。'],
  ['ENOENT', '文件在检查途中消失了，核对路径后再检查。'],
  ['EISDIR', '这是一个文件夹，不是文件。'],
  ['EIO', '磁盘读取出错，换一份拷贝再检查。'],
  ['ERR_FS_FILE_TOO_LARGE', '文件太大，拆分后再检查。'],
])
