import type { Aside, Document } from '../../table/model.ts'
import { Bytes } from '../compound/bytes.ts'
import { damaged } from '../compound/fault.ts'
import { openCompound, whatIs } from '../compound/index.ts'
import { extensionOf } from '../delimited/extension.ts'
import { encrypted, MAX_CELLS, UnreadableError } from '../reader.ts'
import { addressOf } from './address.ts'
import { layOut, type Sheet, tooManyCells } from './region.ts'
import { readGlobals, type SheetEntry } from './xls/globals.ts'
import { readWorksheet, type Worksheet } from './xls/worksheet.ts'

/** A sheet of this format has 65,536 rows; a catalogue as long as that has half of this. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Reads a workbook of Excel 5.0 to 2003 or the like of WPS (.xls, .et). Takes only compound files;
 * what else goes by these names, such as web pages, is for other readers. Throws
 * {@link UnreadableError} when there is nothing to read.
 */
export function readXls(bytes: Uint8Array, name: string): Document {
  if (bytes.length > MAX_BYTES) throw tooLarge()
  const read = readSheets(new Bytes(workbookOf(bytes)))
  const { blocks, notices, asides } = layOut(read.map(sheetOf))
  if (blocks.length === 0) {
    throw new UnreadableError('empty', '工作簿里没有内容；应当核对是否选对了文件。')
  }
  return {
    format: extensionOf(name) === 'et' ? 'et' : 'xls',
    blocks,
    notices,
    asides: [...read.flatMap(commentsOf), ...asides],
  }
}

/** The stream that holds the workbook; a file for two versions has the newer one under this name. */
function workbookOf(bytes: Uint8Array): Uint8Array {
  const compound = openCompound(bytes)
  if (whatIs(compound) === 'encrypted') throw encrypted()
  const stream = compound.stream('Workbook') ?? compound.stream('Book')
  if (stream === undefined) throw noWorkbook()
  return stream
}

interface ReadSheet {
  readonly entry: SheetEntry
  readonly worksheet: Worksheet
}

/** The worksheets in the order of their tabs. */
function readSheets(stream: Bytes): readonly ReadSheet[] {
  const globals = readGlobals(stream)
  const entries = globals.sheets.filter(({ isWorksheet }) => isWorksheet)
  const worksheets = new Map<SheetEntry, Worksheet>()
  let end = 0
  let cells = 0
  for (const entry of entries.toSorted((a, b) => a.position - b.position)) {
    // Two sheets in one place would be read twice, a thousand a thousand times.
    if (entry.position <= end) throw damaged()
    const worksheet = readWorksheet(stream, entry.position, globals)
    end = worksheet.end
    cells += worksheet.cells.length
    if (cells > MAX_CELLS) throw tooManyCells()
    worksheets.set(entry, worksheet)
  }
  return entries.flatMap((entry) => {
    const worksheet = worksheets.get(entry)
    return worksheet === undefined ? [] : [{ entry, worksheet }]
  })
}

function sheetOf({ entry: { name, isHidden }, worksheet }: ReadSheet): Sheet {
  return { name, isHidden, ...worksheet }
}

function commentsOf({ entry, worksheet: { cells, notes } }: ReadSheet): readonly Aside[] {
  if (notes.length === 0) return []
  const texts = new Map(cells.map(({ row, column, text }) => [addressOf(row, column), text]))
  return notes.map(({ row, column, text, author }) => {
    const address = addressOf(row, column)
    const on = texts.get(address)
    return {
      kind: 'comment',
      text,
      ...(author === undefined ? {} : { author }),
      ...(on === undefined ? {} : { on }),
      origin: { kind: 'sheet', sheet: entry.name, address },
    }
  })
}

function noWorkbook(): UnreadableError {
  return new UnreadableError(
    'unsupported-format',
    '文件是旧版 Office 文件，但其中没有工作簿，无法读取；应当核对是否选对了文件。',
  )
}

function tooLarge(): UnreadableError {
  return new UnreadableError(
    'too-large',
    `文件是工作簿，超过 ${MAX_BYTES / 1024 / 1024} MB，无法读取；应当删去图片和无关的工作表，把目录单独另存。`,
  )
}
