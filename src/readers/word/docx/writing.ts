import type { Piece } from '../../../table/origin.ts'

/** Where characters stand in a part. */
export interface Spot {
  readonly part: string
  readonly from: number
  readonly to: number
  /** Run of the paragraph, from 0. */
  readonly run: number
}

/** A text under way that remembers where each stretch of it stands. */
export class Writing {
  /** Lines that are at their end, with a break behind each. */
  #lines = ''
  /** The line under way. */
  #line = ''
  readonly pieces: Piece[] = []
  /** How many paragraphs have begun, with those of nested tables and those without text. */
  paragraphs = 0

  get text(): string {
    return this.#lines + this.#line
  }

  /** Without a spot the text is a reading of something else: a tab, a break, a symbol. */
  add(text: string, spot?: Spot): void {
    const start = this.#length
    this.#line += text
    if (spot === undefined || text === '') return
    const paragraph = Math.max(0, this.paragraphs - 1)
    this.pieces.push({ start, end: this.#length, paragraph, ...spot })
  }

  /** Begins a new line, which is that of another paragraph. */
  breakLine(): void {
    this.#lines += `${this.#line}\n`
    this.#line = ''
  }

  /** Takes back the break before a line that has stayed empty. */
  dropBreak(): void {
    this.#lines = this.#lines.slice(0, -1)
  }

  /** Puts a text that stands nowhere before all else in the line. */
  lead(text: string): void {
    this.#line = text + this.#line
    for (let index = this.pieces.length - 1; index >= 0; index--) {
      const piece = this.pieces[index]
      if (piece === undefined || piece.start < this.#lines.length) break
      const { start, end } = piece
      this.pieces[index] = { ...piece, start: start + text.length, end: end + text.length }
    }
  }

  append(other: Writing): void {
    const shift = this.#length
    for (const piece of other.pieces) {
      this.pieces.push({
        ...piece,
        start: piece.start + shift,
        end: piece.end + shift,
        paragraph: (piece.paragraph ?? 0) + this.paragraphs,
      })
    }
    this.#line += other.text
    this.paragraphs += other.paragraphs
  }

  get #length(): number {
    return this.#lines.length + this.#line.length
  }
}
