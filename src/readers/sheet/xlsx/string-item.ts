import type { Piece } from '../../../table/origin.ts'
import type { XmlText } from '../../package/xml.ts'

/** A text of a workbook, with where it stands. */
export interface ItemText {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** Gathers the text of a string item from what stands in it: its runs joined, phonetics left out. */
export class StringItem {
  readonly #part: string
  readonly #pieces: Piece[] = []
  #text = ''
  #run = -1
  #isPhonetic = false
  #isText = false

  /** `part` is the part of the package in which the item stands. */
  constructor(part: string) {
    this.#part = part
  }

  open(name: string): void {
    if (name === 'r') this.#run += 1
    else if (name === 'rPh') this.#isPhonetic = true
    else if (name === 't') this.#isText = !this.#isPhonetic
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPhonetic = false
    else if (name === 't') this.#isText = false
  }

  add({ text, from, to }: XmlText): void {
    if (!this.#isText) return
    const start = this.#text.length
    this.#text += unescapeText(text)
    this.#pieces.push({
      start,
      end: this.#text.length,
      part: this.#part,
      from,
      to,
      ...(this.#run === -1 ? {} : { run: this.#run }),
    })
  }

  finish(): ItemText {
    return { text: this.#text, pieces: this.#pieces }
  }
}

/** Workbooks write what XML cannot hold as `_x000D_`, and a literal `_x000D_` as `_x005F_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-F]{4})_/giu, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
}
