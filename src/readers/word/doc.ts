import type { Block, Document } from '../../table/model.ts'
import type { WordOrigin } from '../../table/origin.ts'
import { isBlank } from '../../text/normalise.ts'
import { damaged } from '../compound/fault.ts'
import { type Compound, openCompound, whatIs } from '../compound/index.ts'
import { encrypted, UnreadableError } from '../reader.ts'
import { type Hanging, readApart, removeCodes, storiesOf } from './doc/aside.ts'
import { type BlockDraft, Flow, type Paragraph } from './doc/flow.ts'
import { Found } from './doc/found.ts'
import { readHeader } from './doc/header.ts'
import { noticesOf } from './doc/notices.ts'
import { ParagraphShapes } from './doc/paragraph.ts'
import { readText, type Text } from './doc/pieces.ts'
import { applyRuns } from './doc/runs.ts'
import { endsParagraph, shown, textOf } from './doc/signs.ts'
import { readStyles } from './doc/styles.ts'
import { buildTable } from './doc/tables.ts'

/**
 * Reads a document of Word 97 to 2003, or one of WPS, which has the same inside. Of the name only the
 * extension counts, and only for what the format is called. Throws {@link UnreadableError} when there
 * is nothing to read.
 */
export function readDoc(bytes: Uint8Array, name: string): Document {
  const compound = openCompound(bytes)
  refuseOthers(compound)
  const header = readHeader(compound)
  const text = readText(header)
  if (text.units.length < header.lengths.main) throw damaged()
  const styles = readStyles(header.styles)
  const stories = storiesOf(header, text.units.length)
  removeCodes(stories, text.units)
  const hidden = applyRuns(header, text, styles)
  const apart = readApart(header, stories, text.units, hidden)
  const main = { units: text.units.subarray(0, stories.main.end), pieces: text.pieces }
  const flow = new Flow()
  const shapes = new ParagraphShapes(header, styles)
  for (const paragraph of paragraphsOf(main, shapes, apart.hanging)) flow.add(paragraph)
  const found = new Found()
  const blocks = blocksOf(flow.end(), found)
  const asides = [...found.asides, ...apart.loose.map((aside) => ({ ...aside, origin: FIRST }))]
  if (blocks.length === 0 && asides.length === 0) throw empty()
  return {
    format: /\.wps$/iu.test(name) ? 'wps' : 'doc',
    blocks,
    notices: noticesOf(found),
    ...(asides.length > 0 && { asides }),
  }
}

/** Where a text is that hangs nowhere in particular. */
const FIRST: WordOrigin = { kind: 'word', paragraph: 1 }

function refuseOthers(compound: Compound): void {
  const kind = whatIs(compound)
  if (kind === 'doc') return
  if (kind === 'encrypted') throw encrypted()
  const what = kind === 'works' ? '文件是 Works 文档' : '文件里没有 Word 文档'
  throw new UnreadableError(
    'unsupported-format',
    `${what}，不能读取；应当用 Word 或者 WPS 打开，另存为 docx。`,
  )
}

function empty(): UnreadableError {
  return new UnreadableError('empty', '文档里没有文字；应当核对是否选对了文件。')
}

/** The paragraphs of the text; marks at the ends of rows are among them, but are not counted. */
function* paragraphsOf(
  { units, pieces }: Text,
  shapes: ParagraphShapes,
  hanging: readonly Hanging[],
): Generator<Paragraph> {
  const text = textOf(units)
  let number = 1
  let start = 0
  let inPiece = 0
  let hung = 0
  for (let at = 0; at < units.length; at++) {
    const end = units[at] ?? 0
    if (!endsParagraph(end) && at < units.length - 1) continue
    while ((pieces[inPiece]?.end ?? units.length) <= at) inPiece += 1
    const piece = pieces[inPiece]
    if (piece === undefined) return
    const first = hung
    while ((hanging[hung]?.at ?? units.length) <= at) hung += 1
    const shape = shapes.at(piece, at)
    yield {
      number,
      text: shown(text.slice(start, endsParagraph(end) ? at : at + 1)),
      end,
      shape,
      hanging: first === hung ? NONE : hanging.slice(first, hung),
    }
    start = at + 1
    if (!shape.endsRow) number += 1
  }
}

const NONE: readonly Hanging[] = []

function blocksOf(drafts: readonly BlockDraft[], found: Found): readonly Block[] {
  const blocks: Block[] = []
  let tables = 0
  for (const draft of drafts) {
    if (draft.kind === 'table') {
      tables += 1
      blocks.push(buildTable(draft.table, tables, found))
      continue
    }
    const { number, text, shape, hanging } = draft.paragraph
    const { heading } = shape
    const origin: WordOrigin = { kind: 'word', paragraph: number }
    found.hang(hanging, origin)
    if (isBlank(text)) continue
    blocks.push({ kind: 'paragraph', text, ...(heading && { heading }), origin })
  }
  return blocks
}
