import { isBlank } from '../../../text/normalise.ts'
import type { Bytes } from '../../compound/bytes.ts'
import { readText, type TextFormat } from './globals.ts'
import type { WorkbookRecord } from './records.ts'
import { StringReader } from './strings.ts'

/** A comment on a cell. */
export interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly author?: string
}

const NOTE = 0x00_1c
const OBJECT = 0x00_5d
const TEXT_OBJECT = 0x01_b6

/** The row of a record that goes on with the comment before it. */
const CONTINUES = 0xff_ff

/**
 * Puts comments together. Since Excel 97 the text of a comment belongs to the box that shows it; the
 * comment names that box by number. A comment without its box is dropped.
 */
export class NoteReader {
  readonly #text: TextFormat
  readonly #texts = new Map<number, string>()
  readonly #notes: (Omit<Note, 'text'> & { readonly box: number })[] = []
  readonly #early: Note[] = []
  #box: number | undefined

  constructor(text: TextFormat) {
    this.#text = text
  }

  /** Takes what belongs to comments; everything else is passed over. */
  add(record: WorkbookRecord): void {
    if (record.type === OBJECT) this.#addBox(record.content)
    if (record.type === TEXT_OBJECT) this.#addText(record)
    if (record.type === NOTE) this.#addNote(record)
  }

  /** A box on the sheet, of which only the number counts. */
  #addBox(content: Bytes): void {
    this.#box = this.#text.isUnicode && content.length >= 8 ? content.u16(6) : undefined
  }

  /** The text of the last box, which stands in the records that continue this one. */
  #addText({ content, continued }: WorkbookRecord): void {
    if (this.#box === undefined || continued.length === 0) return
    this.#texts.set(this.#box, new StringReader(continued, 0).string(content.u16(10)))
  }

  #addNote(record: WorkbookRecord): void {
    const { content } = record
    const place = { row: content.u16(0), column: content.u16(2) }
    if (!this.#text.isUnicode) {
      this.#addEarly({ ...place, text: readText(record, 6, content.length - 6, this.#text) })
      return
    }
    const author = readText(record, 10, content.u16(8), this.#text)
    this.#notes.push({ ...place, box: content.u16(6), ...(isBlank(author) ? {} : { author }) })
  }

  finish(): readonly Note[] {
    const found = this.#notes.flatMap(({ box, ...note }) => {
      const text = this.#texts.get(box)
      return text === undefined ? [] : [{ ...note, text }]
    })
    return [...this.#early, ...found]
  }

  #addEarly(note: Note): void {
    const last = this.#early.at(-1)
    if (note.row !== CONTINUES || last === undefined) this.#early.push(note)
    else this.#early.splice(-1, 1, { ...last, text: last.text + note.text })
  }
}
