import { resolve } from 'node:path'
import { recognise } from '../../catalogue/recognise.ts'
import { readingOf } from '../../convert/reading.ts'
import { type Target, writeReadings } from '../../convert/write.ts'
import { loadVersion } from '../../node/data.ts'
import { findFiles } from '../../node/files.ts'
import { readFileDocument, reasonOf } from '../../node/run.ts'
import { save } from '../../node/save.ts'
import type { Document } from '../../table/model.ts'
import { printable } from '../../text/printable.ts'
import { type Arguments, textOf } from '../arguments.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { FileSettings } from '../file-settings.ts'
import type { Terminal } from '../terminal.ts'

/** `mulint convert`: the catalogues of a file as they were read, for a person or a program. */
export async function convert(given: Arguments, terminal: Terminal): Promise<number> {
  const [what, ...more] = given.positionals
  if (what === undefined || more.length > 0) throw new UsageError('convert 后面写一个文件')
  const { files } = await findFiles([what], terminal.folder)
  const [file] = files
  if (file === undefined || !file.isNamed) {
    throw new UsageError(`“${printable(what)}” 不是一个能读的文件`)
  }
  const { settings, encoding } = await new FileSettings(given, terminal).of(file.file)
  const document = await read(file, encoding)
  const found = recognise(document, settings.kind)
  const tables = found.catalogues.filter(
    ({ kind, refusal }) => kind !== 'annual-report' && refusal === undefined,
  )
  if (tables.length === 0) {
    throw new UsageError(
      found.kind === 'annual-report'
        ? `“${printable(what)}” 是年度报告，convert 只写目录和台账的表`
        : `“${printable(what)}” 里没有认出目录，用 mulint explain 查看原因`,
    )
  }
  const origin = {
    path: file.path,
    format: document.format,
    ...(found.date !== undefined && { date: found.date }),
    version: loadVersion(),
  }
  const target = (textOf(given, 'to') ?? 'md') as Target
  const text = writeReadings(tables.map(readingOf), origin, target)
  const output = textOf(given, 'output')
  if (output === undefined) terminal.out(text)
  else write(resolve(terminal.folder, output), text, output)
  return EXIT.clean
}

async function read(
  file: Parameters<typeof readFileDocument>[0],
  encoding: string | undefined,
): Promise<Document> {
  try {
    return await readFileDocument(file, encoding)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    throw new UsageError(`“${printable(file.path)}” 无法读取：${reason}`)
  }
}

function write(file: string, text: string, named: string): void {
  try {
    save(file, text)
  } catch {
    throw new UsageError(`写不了“${printable(named)}”，核对文件夹和权限`)
  }
}
