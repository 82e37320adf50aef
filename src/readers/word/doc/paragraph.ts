import { Bytes } from '../../compound/bytes.ts'
import { damaged } from '../../compound/fault.ts'
import { PARAGRAPH_ENTRY, type Run, readBins, runAt } from './bins.ts'
import type { Header } from './header.ts'
import type { Piece } from './pieces.ts'
import { propertiesOf } from './property.ts'
import { RowDraft, type RowShape } from './row.ts'
import { headingOf, type Style } from './styles.ts'

/** What a paragraph's properties say that matters here. */
export interface ParagraphShape {
  /** Tables that the paragraph lies in, one inside the other. */
  readonly depth: number
  /** The paragraph ends a cell of an inner table. */
  readonly endsInnerCell: boolean
  /** The paragraph is the mark at the end of a row. */
  readonly endsRow: boolean
  readonly heading: number | undefined
  readonly row: RowShape
}

const STYLE = 0x4600
const OUTLINE_LEVEL = 0x2640
const IN_TABLE = 0x2416
const ROW_END = 0x2417
const DEPTH = 0x6649
const DEPTH_CHANGE = 0x664a
const INNER_CELL_END = 0x244b
const INNER_ROW_END = 0x244c
const ELSEWHERE = [0x6646, 0x6645, 0x646b]

/** Bytes of properties that are read elsewhere than in the bins, again and again in a hostile file. */
const MAX_FOLLOWED = 64 * 1024 * 1024

/** The properties of paragraphs, found by where their ends stand in the document stream. */
export class ParagraphShapes {
  readonly #document: Bytes
  readonly #data: Bytes
  readonly #styles: readonly Style[]
  readonly #runs: readonly Run[]
  readonly #known = new Map<number, ParagraphShape>()
  #followed = 0

  constructor({ document, data, paragraphBins }: Header, styles: readonly Style[]) {
    this.#document = document
    this.#data = data
    this.#styles = styles
    this.#runs = readBins(document, paragraphBins, PARAGRAPH_ENTRY)
  }

  /** The shape of the paragraph whose last character is at a place of a piece. */
  at(piece: Piece, place: number): ParagraphShape {
    const run = runAt(this.#runs, piece.offset + (place - piece.start) * piece.width)
    const at = run?.at ?? 0
    if (piece.over.length > 0) return this.#read(at, piece.over)
    const known = this.#known.get(at) ?? this.#read(at, piece.over)
    this.#known.set(at, known)
    return known
  }

  #read(at: number, over: Bytes): ParagraphShape {
    const draft = new ParagraphDraft()
    if (at !== 0) {
      const list = this.#listAt(at)
      draft.style = list.length < 2 ? 0 : list.u16(0)
      this.#apply(list.part(Math.min(2, list.length), Math.max(0, list.length - 2)), draft)
    }
    this.#follow(over.length)
    this.#apply(over, draft)
    return draft.shape(this.#styles)
  }

  // A length in words; an odd number of bytes has its length in the first byte, an even one in the second.
  #listAt(at: number): Bytes {
    const half = this.#document.u8(at)
    if (half > 0) return this.#document.part(at + 1, half * 2 - 1)
    return this.#document.part(at + 2, this.#document.u8(at + 1) * 2)
  }

  #apply(list: Bytes, draft: ParagraphDraft): void {
    for (const property of propertiesOf(list)) {
      if (!ELSEWHERE.includes(property.code)) {
        draft.apply(list, property)
        continue
      }
      // What stands elsewhere does not send on to a third place.
      const far = this.#listElsewhere(list.u32(property.at))
      for (const inner of propertiesOf(far)) draft.apply(far, inner)
    }
  }

  #listElsewhere(at: number): Bytes {
    if (at + 2 > this.#data.length) return new Bytes(new Uint8Array())
    const list = this.#data.part(at + 2, Math.min(this.#data.u16(at), this.#data.length - at - 2))
    this.#follow(list.length)
    return list
  }

  #follow(length: number): void {
    this.#followed += length
    if (this.#followed > MAX_FOLLOWED) throw damaged()
  }
}

class ParagraphDraft {
  style = 0
  #outline: number | undefined
  #isInTable = false
  #depth: number | undefined
  #endsInnerCell = false
  #endsRow = false
  readonly #row = new RowDraft()

  apply(list: Bytes, property: { code: number; at: number; size: number }): void {
    const { code, at } = property
    if (code === STYLE) this.style = list.u16(at)
    else if (code === OUTLINE_LEVEL) this.#outline = list.u8(at) + 1
    else if (code === IN_TABLE) this.#isInTable = list.u8(at) !== 0
    else if (code === DEPTH) this.#depth = list.u32(at)
    else if (code === DEPTH_CHANGE) this.#depth = ((this.#depth ?? 0) + list.u32(at)) >>> 0
    else if (code === INNER_CELL_END) this.#endsInnerCell = list.u8(at) !== 0
    else if (code === ROW_END || code === INNER_ROW_END) this.#endsRow = list.u8(at) !== 0
    else this.#row.apply(list, property)
  }

  shape(styles: readonly Style[]): ParagraphShape {
    const depth = this.#depth ?? 0
    return {
      depth: this.#isInTable ? Math.max(1, depth) : depth,
      endsInnerCell: this.#endsInnerCell,
      endsRow: this.#endsRow,
      heading: this.#outline === undefined ? styles[this.style]?.heading : headingOf(this.#outline),
      row: this.#row.shape(),
    }
  }
}
