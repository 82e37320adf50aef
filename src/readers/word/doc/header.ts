import { Bytes } from '../../compound/bytes.ts'
import { damaged } from '../../compound/fault.ts'
import type { Compound } from '../../compound/index.ts'
import { encrypted, UnreadableError } from '../../reader.ts'

/** Parts of a document that lie one behind the other in its characters; each by its length. */
export interface Lengths {
  readonly main: number
  readonly footnotes: number
  readonly headers: number
  readonly macros: number
  readonly comments: number
  readonly endnotes: number
  readonly textBoxes: number
}

/** What the first bytes of the document stream (the FIB) say of the others. */
export interface Header {
  /** The stream that holds the text, and the bins of properties by place. */
  readonly document: Bytes
  /** The stream that holds the tables which say what is where. */
  readonly table: Bytes
  /** The stream that holds what is too big for the bins. */
  readonly data: Bytes
  readonly lengths: Lengths
  readonly pieces: Bytes
  readonly characterBins: Bytes
  readonly paragraphBins: Bytes
  readonly styles: Bytes
  readonly fonts: Bytes
  readonly footnoteReferences: Bytes
  readonly footnotes: Bytes
  readonly endnoteReferences: Bytes
  readonly endnotes: Bytes
  readonly commentReferences: Bytes
  readonly comments: Bytes
  readonly commentAuthors: Bytes
  readonly headers: Bytes
  readonly textBoxes: Bytes
}

const WORD_6 = 0xa5dc
const WORD_97 = 0xa5ec
/** Documents of Word 97 say C1, but for one build of it (C0). */
const OLDEST_VERSION = 0xc0

const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200

/** Reads the header of a document. Throws {@link UnreadableError} for what is no Word 97 document. */
export function readHeader(compound: Compound): Header {
  const document = streamOf(compound, 'WordDocument')
  const signature = document.u16(0)
  if (signature !== WORD_97 && signature !== WORD_6) throw damaged()
  if (document.u16(2) < OLDEST_VERSION) throw tooOld()
  const flags = document.u16(0x0a)
  if ((flags & ENCRYPTED) !== 0) throw encrypted()
  const table = streamOf(compound, (flags & SECOND_TABLE) === 0 ? '0Table' : '1Table')
  const data = new Bytes(compound.stream('Data') ?? new Uint8Array())
  // Offset and length of each stretch stand side by side; one of no length may have any offset.
  const stretch = (at: number): Bytes => {
    const length = document.u32(at + 4)
    return length === 0 ? table.part(0, 0) : table.part(document.u32(at), length)
  }
  return {
    document,
    table,
    data,
    lengths: {
      main: document.u32(0x4c),
      footnotes: document.u32(0x50),
      headers: document.u32(0x54),
      macros: document.u32(0x58),
      comments: document.u32(0x5c),
      endnotes: document.u32(0x60),
      textBoxes: document.u32(0x64),
    },
    styles: stretch(0xa2),
    footnoteReferences: stretch(0xaa),
    footnotes: stretch(0xb2),
    commentReferences: stretch(0xba),
    comments: stretch(0xc2),
    headers: stretch(0xf2),
    characterBins: stretch(0xfa),
    paragraphBins: stretch(0x102),
    fonts: stretch(0x112),
    pieces: stretch(0x1a2),
    commentAuthors: stretch(0x1ba),
    endnoteReferences: stretch(0x20a),
    endnotes: stretch(0x212),
    textBoxes: stretch(0x25a),
  }
}

function streamOf(compound: Compound, name: string): Bytes {
  const stream = compound.stream(name)
  if (stream === undefined) throw damaged()
  return new Bytes(stream)
}

function tooOld(): UnreadableError {
  return new UnreadableError(
    'unsupported-format',
    '文件是 Word 95 或者更早版本的文档，不能读取；应当用 Word 或者 WPS 打开，另存为 docx。',
  )
}
