import type { Bytes } from '../../compound/bytes.ts'
import { damaged } from '../../compound/fault.ts'
import { encrypted, MAX_CELLS, UnreadableError } from '../../reader.ts'
import { tooManyCells } from '../region.ts'
import { decoderOf } from './code-page.ts'
import { readSubstream, type WorkbookRecord } from './records.ts'
import { StringReader } from './strings.ts'

/** What the sheets of a workbook share. */
export interface Globals {
  readonly sheets: readonly SheetEntry[]
  /** Texts that cells name by number. */
  readonly strings: readonly string[]
  /** For each cell format (XF) the number of its number format. */
  readonly numberFormats: readonly number[]
  /** Number formats that the workbook spells out, by number. */
  readonly formatCodes: ReadonlyMap<number, string>
  /** Days are counted from 1904. */
  readonly from1904: boolean
  readonly text: TextFormat
}

/** A sheet as the workbook announces it, in the order of its tabs. */
export interface SheetEntry {
  readonly name: string
  /** Where its substream begins. */
  readonly position: number
  readonly isHidden: boolean
  /** Neither a chart nor a macro. */
  readonly isWorksheet: boolean
}

/** Whether strings are in Unicode (Excel 97 and later) or in a code page. */
export type TextFormat =
  | { readonly isUnicode: true }
  | { readonly isUnicode: false; readonly decoder: TextDecoder }

const FILE_PASS = 0x00_2f
const CODE_PAGE = 0x00_42
const DATE_1904 = 0x00_22
const BOUND_SHEET = 0x00_85
const XF = 0x00_e0
const SST = 0x00_fc
const FORMAT = 0x04_1e

const EXCEL_97 = 0x06_00
const EXCEL_5 = 0x05_00

export function readGlobals(stream: Bytes): Globals {
  const records = [...readSubstream(stream, 0)]
  const [first] = records
  if (first === undefined) throw damaged()
  if (records.some(({ type }) => type === FILE_PASS)) throw encrypted()
  const version = first.content.u16(0)
  if (version !== EXCEL_97 && version !== EXCEL_5) throw tooOld()
  const last = (type: number) => records.findLast((record) => record.type === type)?.content
  const text: TextFormat =
    version === EXCEL_97
      ? { isUnicode: true }
      : { isUnicode: false, decoder: decoderOf(last(CODE_PAGE)?.u16(0)) }
  const each = (type: number) => records.filter((record) => record.type === type)
  return {
    sheets: each(BOUND_SHEET).map((record) => readEntry(record, text)),
    strings: each(SST).flatMap(readStrings),
    numberFormats: each(XF).map(({ content }) => content.u16(2)),
    formatCodes: new Map(each(FORMAT).map((record) => readFormat(record, text))),
    from1904: last(DATE_1904)?.u16(0) === 1,
    text,
  }
}

function tooOld(): UnreadableError {
  return new UnreadableError(
    'unsupported-format',
    '文件是 Excel 5.0 以前的工作簿，不能读取；应当用 Excel 或 WPS 打开后另存为 .xlsx 文件。',
  )
}

function readEntry(record: WorkbookRecord, text: TextFormat): SheetEntry {
  const { content } = record
  return {
    position: content.u32(0),
    isHidden: (content.u8(4) & 3) !== 0,
    isWorksheet: content.u8(5) === 0,
    name: readText(record, 7, content.u8(6), text),
  }
}

function readFormat(record: WorkbookRecord, text: TextFormat): readonly [number, string] {
  const { content } = record
  const number = content.u16(0)
  if (text.isUnicode) return [number, readText(record, 4, content.u16(2), text)]
  return [number, readText(record, 3, content.u8(2), text)]
}

function readStrings({ content, continued }: WorkbookRecord): readonly string[] {
  const reader = new StringReader([content, ...continued], 4)
  const count = reader.u32()
  if (count > MAX_CELLS) throw tooManyCells()
  const strings: string[] = []
  // Some writers say that there are more than there are.
  while (strings.length < count && !reader.isDone()) strings.push(reader.string(reader.u16()))
  return strings
}

/** A text of which only the length stands elsewhere. */
export function readText(
  { content, continued }: WorkbookRecord,
  at: number,
  length: number,
  text: TextFormat,
): string {
  if (text.isUnicode) return new StringReader([content, ...continued], at).string(length)
  return text.decoder.decode(content.part(at, length).raw)
}
