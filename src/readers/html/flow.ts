import type { Passage } from '../../table/model.ts'
import { displayWidth } from '../../text/width.ts'
import { Places } from './places.ts'

/** A stretch of text and where it stands in the source. */
export interface Stretch {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Where each unit stands; absent when they stand one by one from `start` on. */
  readonly offsets?: readonly number[] | undefined
}

/** White space that folds; a no-break space and an ideographic one do not. */
const PIECES = /[\t\n\f\r ]+|[^\t\n\f\r ]+/gu

const LINES = /\n|[^\n]+/gu

/**
 * Text as a browser lays it out in lines: white space folds to one blank and vanishes at both ends
 * of a line, and lines end where blocks begin and end. Remembers where each unit came from.
 */
export class Flow {
  readonly #source: string
  readonly #places = new Places()
  #text = ''
  #end: number
  #isLineEmpty = true
  /** White space that is not yet written, as it may turn out to end a line. */
  #space: { readonly offset: number; readonly endsLine: boolean } | undefined
  /** A block ended behind the last line, which has text. */
  #isLineOver = false
  /** Line breaks behind it that are not yet written, as there may be no more text. */
  #breaks: number[] = []
  /** Length of the text before the current row of a table inside. */
  #beforeRow = 0

  /** `at` is where a text that stays empty is said to stand. */
  constructor(source: string, at: number) {
    this.#source = source
    this.#end = at
  }

  add(stretch: Stretch): void {
    for (const { 0: piece, index } of stretch.text.matchAll(PIECES)) {
      if (/^[\t\n\f\r ]/u.test(piece)) this.#fold(piece, offsetOf(stretch, index))
      else this.#write(part(stretch, index, piece))
    }
  }

  /** Adds a text whose white space stands as it is. */
  addPreformatted(stretch: Stretch): void {
    for (const { 0: piece, index } of stretch.text.matchAll(LINES)) {
      if (piece === '\n') this.breakLine(offsetOf(stretch, index))
      else this.#write(part(stretch, index, piece))
    }
  }

  /** Ends the line, which may be an empty one. */
  breakLine(offset: number): void {
    this.#settleLine()
    this.#breaks.push(offset)
    this.#isLineEmpty = true
  }

  /** Ends the line if there is anything in it. */
  endLine(): void {
    if (!this.#isLineEmpty) this.#isLineOver = true
  }

  beginRow(): void {
    this.endLine()
    this.#beforeRow = this.#text.length
  }

  /** Parts two cells of a row by a tab, however many lines the first of them has. */
  partCells(): void {
    if (this.#text.length > this.#beforeRow) {
      this.#isLineOver = false
      this.#breaks = []
    }
    this.#space = undefined
    this.#write({ text: '\t', start: this.#end, end: this.#end })
    this.#isLineEmpty = true
  }

  endRow(): void {
    if (!this.#isLineEmpty || this.#text.endsWith('\t')) this.#isLineOver = true
  }

  passage(): Passage {
    const text = this.#text
    const end = this.#end
    const start = this.#places.first ?? end
    if (end - start === text.length && this.#source.startsWith(text, start)) {
      return { text, origin: { kind: 'text', start, end } }
    }
    const places =
      this.#places.list ?? Array.from({ length: text.length }, (_, unit) => start + unit)
    return { text, origin: { kind: 'text', start, end, offsets: [...places, end] } }
  }

  #fold(piece: string, offset: number): void {
    if (this.#isLineEmpty || this.#isLineOver) return
    const endsLine = this.#space?.endsLine || /[\n\r]/u.test(piece)
    this.#space = { offset: this.#space?.offset ?? offset, endsLine }
  }

  #settleLine(): void {
    if (this.#isLineOver) this.#breaks.push(this.#end)
    this.#isLineOver = false
    this.#space = undefined
  }

  #write(stretch: Stretch): void {
    this.#writeSpace(stretch.text)
    if (this.#isLineOver || this.#breaks.length > 0) this.#writeBreaks()
    this.#text += stretch.text.replaceAll('\u00a0', ' ')
    const { offsets } = stretch
    if (offsets === undefined) this.#places.addRun(stretch.start, stretch.text.length)
    else for (const offset of offsets) this.#places.add(offset)
    this.#end = Math.max(stretch.end, this.#places.last)
    this.#isLineEmpty = false
  }

  #writeSpace(next: string): void {
    const space = this.#space
    this.#space = undefined
    if (space === undefined || this.#isLineOver || this.#breaks.length > 0) return
    // A line end in the source between two Chinese characters is no blank.
    if (space.endsLine && isWide(lastCharacter(this.#text)) && isWide(firstCharacter(next))) return
    this.#text += ' '
    this.#places.addRun(space.offset, 1)
  }

  #writeBreaks(): void {
    this.#settleLine()
    for (const offset of this.#breaks) {
      this.#text += '\n'
      this.#places.add(offset)
    }
    this.#breaks = []
  }
}

function offsetOf({ start, offsets }: Stretch, index: number): number {
  return offsets?.[index] ?? start + index
}

function part(stretch: Stretch, index: number, text: string): Stretch {
  const after = index + text.length
  const end = after === stretch.text.length ? stretch.end : offsetOf(stretch, after)
  return {
    text,
    start: offsetOf(stretch, index),
    end,
    offsets: stretch.offsets?.slice(index, after),
  }
}

function isWide(character: string): boolean {
  return displayWidth(character) === 2
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? ''
}
