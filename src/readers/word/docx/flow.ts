import type { CellDraft, RowDraft, TableDraft } from './draft.ts'
import { type Spot, Writing } from './writing.ts'

/** A run of characters of one look. */
export interface Run {
  /** From 0, in its paragraph. */
  readonly index: number
  isHidden: boolean
  font: string | undefined
}

/** A paragraph while it is being read. */
export class Paragraph {
  /** Number in the document. */
  readonly number: number
  run: Run = { index: 0, isHidden: false, font: undefined }
  /** Depth from 1 as the paragraph itself says it; 0 for body text. */
  heading: number | undefined
  style: string | undefined
  /** Number of the list that it stands in and level of it, as the paragraph itself says them. */
  list: string | undefined
  level: number | undefined
  /** Its number has been told, or it has none. */
  isCounted = false
  /** Its end is hidden, or is not; undefined where only its style says. */
  endIsHidden: boolean | undefined
  /** Its end is marked as deleted, so that the next paragraph goes on with it. */
  goesOn = false
  /** What is not shown of it. */
  readonly hidden = new Writing()
  #runs = 0
  /** The fields that are open, by the half of them that is being told. */
  readonly #fields: ('code' | 'result')[] = []
  #codes = 0

  constructor(number: number) {
    this.number = number
  }

  beginRun(isHidden: boolean): void {
    this.run = { index: this.#runs, isHidden, font: undefined }
    this.#runs += 1
  }

  /** Follows a field through its three marks: `begin`, `separate`, `end`. */
  markField(type: string | undefined): void {
    if (type === 'begin') this.#begin('code')
    else if (type === 'end') this.#end()
    else if (type === 'separate' && this.#end()) this.#begin('result')
  }

  /** Whether what follows is the code of a field, or of one around it. */
  get isCode(): boolean {
    return this.#codes > 0
  }

  #begin(half: 'code' | 'result'): void {
    this.#fields.push(half)
    if (half === 'code') this.#codes += 1
  }

  #end(): boolean {
    const half = this.#fields.pop()
    if (half === 'code') this.#codes -= 1
    return half !== undefined
  }
}

/** Paragraphs and tables that follow each other: the body, a cell, a text box, a note. */
export class Flow {
  readonly kind: 'body' | 'cell' | 'box' | 'note' | 'picture'
  /** The cell around it, or the cell that it is. */
  readonly cell: CellDraft | undefined
  paragraph: Paragraph | undefined
  table: TableDraft | undefined
  row: RowDraft | undefined
  /** Number of the first paragraph of what has been written. */
  first = 0
  #writing: Writing
  #blocks = 0
  #lastIsTable = false
  /** The last block is an empty paragraph behind a table. */
  #isTrailing = false
  #goesOn = false

  constructor(kind: Flow['kind'], cell: CellDraft | undefined) {
    this.kind = kind
    this.cell = cell
    this.#writing = (kind === 'cell' ? cell?.writing : undefined) ?? new Writing()
  }

  beginParagraph(number: number): Paragraph {
    if (this.#blocks === 0) this.first = number
    this.#beginBlock()
    this.#writing.paragraphs += 1
    this.#isTrailing = this.#lastIsTable
    this.#lastIsTable = false
    this.paragraph = new Paragraph(number)
    return this.paragraph
  }

  /** The next paragraph goes on with the line of the last. */
  goOn(): void {
    this.#goesOn = true
  }

  say(text: string, spot?: Spot): void {
    this.#writing.add(text, spot)
    this.#isTrailing = false
  }

  /** Puts the number of a paragraph before all else in its line. */
  number(text: string): void {
    this.#writing.lead(text)
    this.#isTrailing = false
  }

  /** Lets the text of a nested table stand here as well: a row a line, tabs between the cells. */
  addRow({ cells, begun }: RowDraft): void {
    this.#beginBlock()
    const shown = new Set(begun)
    for (const [index, cell] of cells.entries()) {
      if (index > 0) this.#writing.add('\t')
      if (shown.has(cell)) this.#writing.append(cell.writing)
    }
    this.#lastIsTable = true
    this.#isTrailing = false
  }

  /** Hands over what has been written and begins anew. */
  take(): Writing {
    const written = this.#writing
    // Word wants a paragraph behind a nested table, and it is no line of the cell.
    if (this.#isTrailing) written.dropBreak()
    this.#writing = new Writing()
    this.#blocks = 0
    this.#goesOn = false
    this.#isTrailing = false
    return written
  }

  #beginBlock(): void {
    if (this.#blocks > 0 && !this.#goesOn) this.#writing.breakLine()
    this.#blocks += 1
    this.#goesOn = false
  }
}
