import type { Bytes } from '../../compound/bytes.ts'
import { damaged } from '../../compound/fault.ts'
import type { Header } from './header.ts'
import { readPlc } from './plc.ts'

/** Characters that stand side by side in the document stream. */
export interface Piece {
  /** Characters of the document, from 0; `end` is exclusive. */
  readonly start: number
  readonly end: number
  /** Byte of the document stream where the first one stands. */
  readonly offset: number
  /** Bytes of a character: 1 in the Western code page, 2 in UTF-16. */
  readonly width: 1 | 2
  /** Properties that a fast save has put over those of the text. */
  readonly over: Bytes
}

export interface Text {
  /** All characters of the document, one UTF-16 unit each. */
  readonly units: Uint16Array
  readonly pieces: readonly Piece[]
}

const PROPERTIES = 1
const PIECE_TABLE = 2
/** An offset with this bit is that of a character in the Western code page, doubled. */
const WESTERN = 0x40_00_00_00

/** Puts the text together from the pieces that years of editing have left it in. */
export function readText({ document, pieces: bytes }: Header): Text {
  const { table, properties } = findTable(bytes)
  const plc = readPlc(table, 8)
  const pieces: Piece[] = []
  for (let index = 0; index < plc.count; index++) {
    const piece = pieceOf(plc.item(index), plc.place(index), plc.place(index + 1), properties)
    // Each character has bytes of its own, so no text is longer than its stream.
    if (piece.end < piece.start || piece.end > document.length) throw damaged()
    if (piece.start !== (pieces.at(-1)?.end ?? 0)) throw damaged()
    pieces.push(piece)
  }
  const units = new Uint16Array(pieces.at(-1)?.end ?? 0)
  for (const piece of pieces) copyPiece(document, piece, units)
  return { units, pieces }
}

interface PieceTable {
  readonly table: Bytes
  /** Lists of properties that pieces refer to by number. */
  readonly properties: readonly Bytes[]
}

function findTable(bytes: Bytes): PieceTable {
  const properties: Bytes[] = []
  for (let at = 0; at < bytes.length; ) {
    const kind = bytes.u8(at)
    if (kind === PIECE_TABLE) {
      return { table: bytes.part(at + 5, bytes.u32(at + 1)), properties }
    }
    if (kind !== PROPERTIES) break
    const list = bytes.part(at + 3, bytes.u16(at + 1))
    properties.push(list)
    at += 3 + list.length
  }
  throw damaged()
}

function pieceOf(item: Bytes, start: number, end: number, properties: readonly Bytes[]): Piece {
  const offset = item.u32(2)
  const isWestern = (offset & WESTERN) !== 0
  const place = offset & (WESTERN - 1)
  const modifier = item.u16(6)
  return {
    start,
    end,
    offset: isWestern ? Math.floor(place / 2) : place,
    width: isWestern ? 1 : 2,
    over: ((modifier & 1) === 1 ? properties[modifier >> 1] : undefined) ?? item.part(0, 0),
  }
}

function copyPiece(document: Bytes, piece: Piece, units: Uint16Array): void {
  const { start, end, offset, width } = piece
  const { raw } = document.part(offset, (end - start) * width)
  for (let index = 0; index < end - start; index++) {
    units[start + index] =
      width === 1
        ? (WESTERN_UNITS[raw[index] ?? 0] ?? 0)
        : (raw[index * 2] ?? 0) | ((raw[index * 2 + 1] ?? 0) << 8)
  }
}

/** Characters 80 to 9F of the Western code page; those it does not have stand for themselves. */
const WESTERN_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// By hand, because some versions of Node decode windows-1252 as Latin-1.
const WESTERN_UNITS = Uint16Array.from({ length: 256 }, (_, byte) => {
  return byte >= 0x80 && byte < 0xa0 ? WESTERN_SIGNS.charCodeAt(byte - 0x80) : byte
})
