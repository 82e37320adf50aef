import type { Piece } from '../../../table/origin.ts'
import { scanXml, type XmlElement, type XmlHandler, type XmlText } from '../../package/xml.ts'
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '../../reader.ts'
import { formatNumber } from '../number-format/format.ts'
import { parseSerial } from '../number-format/serial.ts'
import { type Merge, type SheetCell, tooManyCells } from '../region.ts'
import { badReference, parseAddress, parseRange } from './reference.ts'
import { type ItemText, StringItem, unescapeText } from './string-item.ts'
import { isTrue } from './workbook.ts'

/** What the cells of a workbook have in common. */
export interface Shared {
  readonly strings: readonly ItemText[]
  /** Number format of each style; undefined for General. */
  readonly formats: readonly (string | undefined)[]
  readonly from1904: boolean
}

export interface Worksheet {
  /** The cells with text, as they come. */
  readonly cells: readonly SheetCell[]
  readonly merges: readonly Merge[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
}

/** Reads the part of one worksheet; at most `room` cells. */
export function readWorksheet(xml: string, part: string, shared: Shared, room: number): Worksheet {
  const scanner = new WorksheetScanner(part, shared, room)
  scanXml(xml, scanner)
  const { cells, merges, hiddenRows, hiddenColumns } = scanner
  return { cells, merges, hiddenRows, hiddenColumns }
}

class WorksheetScanner implements XmlHandler, Worksheet {
  readonly cells: SheetCell[] = []
  readonly merges: Merge[] = []
  readonly hiddenRows = new Set<number>()
  readonly hiddenColumns = new Set<number>()
  readonly #part: string
  readonly #shared: Shared
  readonly #room: number
  /** The list that is being read: `cols`, `sheetData`, `mergeCells`; others hold like names. */
  #list = ''
  #row = -1
  #column = -1
  /** Columns up to this one have been told of. */
  #columnsDone = 0
  /** Whether a cell is open; what belongs into one means nothing elsewhere. */
  #isCell = false
  #type = ''
  #style = 0
  #isFormula = false
  #isValue = false
  #value = ''
  #item: StringItem | undefined

  constructor(part: string, shared: Shared, room: number) {
    this.#part = part
    this.#shared = shared
    this.#room = room
  }

  open({ name, attributes }: XmlElement): void {
    if (this.#item !== undefined) this.#item.open(name)
    else if (this.#list === 'sheetData') this.#openInData(name, attributes)
    else if (name === 'cols' || name === 'sheetData' || name === 'mergeCells') this.#list = name
    else if (this.#list === 'cols' && name === 'col') this.#addColumns(attributes)
    else if (this.#list === 'mergeCells' && name === 'mergeCell') this.#addMerge(attributes)
  }

  close(name: string): void {
    if (name === this.#list) this.#list = ''
    else if (name === 'v') this.#isValue = false
    else if (name === 'c' && this.#isCell) this.#addCell()
    else this.#item?.close(name)
  }

  text(text: XmlText): void {
    if (this.#isValue) this.#value += text.text
    else this.#item?.add(text)
  }

  #openInData(name: string, attributes: XmlElement['attributes']): void {
    if (name === 'row') this.#openRow(attributes)
    else if (name === 'c') this.#openCell(attributes)
    else if (!this.#isCell) return
    else if (name === 'v') this.#isValue = true
    else if (name === 'f') this.#isFormula = true
    else if (name === 'is') this.#item = new StringItem(this.#part)
  }

  // Rows and cells may leave out where they are: next to the one before.
  #openRow(attributes: XmlElement['attributes']): void {
    const number = attributes.get('r') ?? String(this.#row + 2)
    this.#row = Number(number) - 1
    this.#column = -1
    this.#isCell = false
    if (!/^\d+$/u.test(number) || this.#row < 0 || this.#row >= MAX_ROWS) throw badReference(number)
    if (isTrue(attributes.get('hidden')) || isZero(attributes.get('ht'))) {
      this.hiddenRows.add(this.#row)
    }
  }

  #openCell(attributes: XmlElement['attributes']): void {
    this.#isCell = true
    const address = attributes.get('r')
    if (address === undefined) {
      this.#column += 1
      if (this.#row === -1 || this.#column >= MAX_COLUMNS) {
        throw badReference(`第${this.#column + 1}列`)
      }
    } else {
      const { row, column } = parseAddress(address)
      if (row !== this.#row) throw badReference(address)
      this.#column = column
    }
    this.#type = attributes.get('t') ?? 'n'
    this.#style = Number(attributes.get('s') ?? 0)
    this.#isFormula = false
    this.#value = ''
    this.#item = undefined
  }

  #addCell(): void {
    const { text, pieces } = this.#content()
    this.#isCell = false
    this.#item = undefined
    if (text === '') return
    if (this.cells.length === this.#room) throw tooManyCells()
    this.cells.push({
      row: this.#row,
      column: this.#column,
      text,
      // What a formula gave is not to be written over.
      ...(this.#isFormula || pieces === undefined ? {} : { pieces }),
    })
  }

  #content(): { readonly text: string; readonly pieces?: readonly Piece[] } {
    if (this.#item !== undefined) return this.#item.finish()
    const value = this.#value
    if (value === '') return { text: '' }
    switch (this.#type) {
      case 's':
        return this.#sharedString(value)
      case 'b':
        return { text: isTrue(value) ? 'TRUE' : 'FALSE' }
      case 'n':
        return { text: this.#formatted(value, Number(value)) }
      case 'd':
        return { text: this.#formatted(value, parseSerial(value, this.#shared.from1904)) }
      default:
        return { text: unescapeText(value) }
    }
  }

  #sharedString(value: string): ItemText {
    const found = /^\d+$/u.test(value) ? this.#shared.strings[Number(value)] : undefined
    if (found === undefined) throw badReference(value)
    return found
  }

  #formatted(value: string, number: number): string {
    if (!Number.isFinite(number)) return value
    const { formats, from1904 } = this.#shared
    const format = formats[this.#style]
    if (format === undefined && this.#type === 'd') return value
    return formatNumber(number, format, from1904)
  }

  #addColumns(attributes: XmlElement['attributes']): void {
    const first = Math.max(Number(attributes.get('min')), this.#columnsDone + 1)
    const last = Math.min(Number(attributes.get('max')), MAX_COLUMNS)
    if (!(first <= last)) return
    this.#columnsDone = last
    if (!isTrue(attributes.get('hidden')) && !isZero(attributes.get('width'))) return
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column - 1)
  }

  #addMerge(attributes: XmlElement['attributes']): void {
    if (this.merges.length === MAX_CELLS) throw tooManyCells()
    this.merges.push(parseRange(attributes.get('ref') ?? ''))
  }
}

/** No height or no width is another way to hide. */
function isZero(size: string | undefined): boolean {
  return size !== undefined && Number(size) === 0
}
