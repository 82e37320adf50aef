import type { Bytes } from '../../compound/bytes.ts'
import { damaged } from '../../compound/fault.ts'
import type { Merge, SheetCell } from '../region.ts'
import { displayBoolean, displayError, displayNumber } from './display.ts'
import { type Globals, readText } from './globals.ts'
import { type Note, NoteReader } from './notes.ts'
import { readSubstream, type WorkbookRecord } from './records.ts'

/** What one worksheet holds; rows and columns are counted from 0. */
export interface Worksheet {
  /** In the order in which the file has them. */
  readonly cells: readonly SheetCell[]
  readonly merges: readonly Merge[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly notes: readonly Note[]
  /** Where its last record begins. */
  readonly end: number
}

/** Columns of a worksheet in this format. */
const COLUMNS = 256

const FORMULA = 0x00_06
const COLUMN = 0x00_7d
const MULTIPLE_RK = 0x00_bd
const RICH_LABEL = 0x00_d6
const MERGED = 0x00_e5
const SHARED_LABEL = 0x00_fd
const NUMBER = 0x02_03
const LABEL = 0x02_04
const BOOLEAN_OR_ERROR = 0x02_05
const STRING = 0x02_07
const ROW = 0x02_08
const RK = 0x02_7e

/** Reads the worksheet that begins at a place of the stream. */
export function readWorksheet(stream: Bytes, position: number, globals: Globals): Worksheet {
  const reader = new WorksheetReader(globals)
  let end = position
  for (const record of readSubstream(stream, position)) {
    reader.add(record)
    end = record.at
  }
  return reader.finish(end)
}

class WorksheetReader {
  readonly #globals: Globals
  readonly #cells: SheetCell[] = []
  readonly #merges: Merge[] = []
  readonly #hiddenRows = new Set<number>()
  readonly #hiddenColumns = new Uint8Array(COLUMNS)
  readonly #notes: NoteReader
  /** The cell whose formula gave the text that a later record has. */
  #formula: Pick<SheetCell, 'row' | 'column'> | undefined

  constructor(globals: Globals) {
    this.#globals = globals
    this.#notes = new NoteReader(globals.text)
  }

  add(record: WorkbookRecord): void {
    const { content } = record
    switch (record.type) {
      case SHARED_LABEL:
        this.#addCell(content, this.#sharedText(content))
        break
      case LABEL:
      case RICH_LABEL:
        this.#addCell(content, readText(record, 8, content.u16(6), this.#globals.text))
        break
      case NUMBER:
        this.#addCell(content, this.#shown(float(content, 6), content.u16(4)))
        break
      case RK:
        this.#addCell(content, this.#shown(rk(content, 6), content.u16(4)))
        break
      case MULTIPLE_RK:
        this.#addNumbers(content)
        break
      case BOOLEAN_OR_ERROR:
        this.#addCell(content, booleanOrError(content.u8(6), content.u8(7)))
        break
      case FORMULA:
        this.#addResult(content)
        break
      case STRING:
        this.#addText(record)
        break
      case MERGED:
        this.#addMerges(content)
        break
      case ROW:
        if ((content.u16(12) & 0x20) !== 0) this.#hiddenRows.add(content.u16(0))
        break
      case COLUMN:
        if ((content.u16(8) & 1) === 0) break
        this.#hiddenColumns.fill(1, content.u16(0), content.u16(2) + 1)
        break
      default:
        this.#notes.add(record)
    }
  }

  finish(end: number): Worksheet {
    const hiddenColumns = new Set<number>()
    this.#hiddenColumns.forEach((isHidden, column) => {
      if (isHidden === 1) hiddenColumns.add(column)
    })
    return {
      cells: this.#cells,
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns,
      notes: this.#notes.finish(),
      end,
    }
  }

  #addCell(content: Bytes, text: string): void {
    this.#push(content.u16(0), content.u16(2), text)
  }

  #push(row: number, column: number, text: string): void {
    if (column >= COLUMNS) throw damaged()
    this.#cells.push({ row, column, text })
  }

  #sharedText(content: Bytes): string {
    const text = this.#globals.strings[content.u32(6)]
    if (text === undefined) throw damaged()
    return text
  }

  #shown(value: number, cellFormat: number): string {
    return displayNumber(value, cellFormat, this.#globals)
  }

  /** Several numbers in a row: the first column, for each its format and the number, the last column. */
  #addNumbers(content: Bytes): void {
    const row = content.u16(0)
    const first = content.u16(2)
    const count = Math.floor((content.length - 6) / 6)
    for (let index = 0; index < count; index++) {
      const at = 4 + index * 6
      this.#push(row, first + index, this.#shown(rk(content, at + 2), content.u16(at)))
    }
  }

  /** The result of a formula as it was when the file was saved. */
  #addResult(content: Bytes): void {
    this.#formula = undefined
    // What is no number has a kind where the number would begin, and 0xFFFF where it would end.
    if (content.u16(12) !== 0xff_ff) {
      this.#addCell(content, this.#shown(float(content, 6), content.u16(4)))
      return
    }
    const kind = content.u8(6)
    if (kind === 0) this.#formula = { row: content.u16(0), column: content.u16(2) }
    if (kind === 1 || kind === 2) this.#addCell(content, booleanOrError(content.u8(8), kind - 1))
  }

  #addText(record: WorkbookRecord): void {
    if (this.#formula === undefined) return
    const text = readText(record, 2, record.content.u16(0), this.#globals.text)
    this.#push(this.#formula.row, this.#formula.column, text)
    this.#formula = undefined
  }

  #addMerges(content: Bytes): void {
    const count = content.u16(0)
    for (let index = 0; index < count; index++) {
      const at = 2 + index * 8
      const [top, bottom] = [content.u16(at), content.u16(at + 2)]
      const [left, right] = [content.u16(at + 4), content.u16(at + 6)]
      if (bottom < top || right < left) throw damaged()
      this.#merges.push({ top, left, bottom, right })
    }
  }
}

function booleanOrError(value: number, isError: number): string {
  return isError === 0 ? displayBoolean(value) : displayError(value)
}

function float(content: Bytes, at: number): number {
  const { raw } = content.part(at, 8)
  return new DataView(raw.buffer, raw.byteOffset).getFloat64(0, true)
}

/** A number in four bytes: an integer, or the upper half of a float; either may be in hundredths. */
function rk(content: Bytes, at: number): number {
  const bits = content.u32(at)
  const value = (bits & 2) === 0 ? upperHalf(bits - (bits & 3)) : bits >> 2
  return (bits & 1) === 0 ? value : value / 100
}

function upperHalf(bits: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(0, bits)
  return view.getFloat64(0)
}
