import type { Block } from '../../../table/model.ts'
import { isBlank } from '../../../text/normalise.ts'
import type { XmlElement, XmlText } from '../../package/xml.ts'
import { MAX_CELLS, UnreadableError } from '../../reader.ts'
import { inFont } from '../symbols.ts'
import { characterOf } from './characters.ts'
import { Counter } from './counter.ts'
import type { Definitions } from './definitions.ts'
import { CellDraft, RowDraft, TableDraft } from './draft.ts'
import { Flow, type Paragraph } from './flow.ts'
import { type Anchor, originOf } from './place.ts'
import { describe, PROPERTIES } from './properties.ts'
import { References } from './references.ts'
import type { Styles } from './styles.ts'
import { buildTables } from './tables.ts'
import { isOn } from './value.ts'
import { type Closing, type Visitor, walk } from './walk.ts'
import type { Spot, Writing } from './writing.ts'

/** A text that stands apart and hangs somewhere in the flow. */
export interface Loose {
  readonly writing: Writing
  readonly at: Anchor
}

/** A footnote, an endnote, a comment, or all of a header or footer. */
export interface Note {
  readonly id: string | undefined
  /** Footnotes of a type are the lines above the notes. */
  readonly type: string | undefined
  readonly author: string | undefined
  readonly writing: Writing
}

/** What one part of a document tells. */
export interface Story {
  readonly blocks: readonly Block[]
  readonly notes: readonly Note[]
  readonly boxes: readonly Loose[]
  /** Text that is formatted as hidden. */
  readonly hidden: readonly Loose[]
  /** Text in cells that are merged into another. */
  readonly covered: readonly Loose[]
  readonly references: Pick<References, 'anchor' | 'words'>
  /** Cells that claim more columns than a table can have. */
  readonly cut: readonly Anchor[]
}

/** Goes once through a part: the document, the notes, a header. */
export function readStory(text: string, part: string, definitions: Definitions): Story {
  const teller = new Teller(part, definitions)
  walk(text, teller)
  return teller.story()
}

class Teller implements Visitor {
  readonly #part: string
  readonly #styles: Styles
  readonly #counter: Counter
  /** Text boxes count on their own. */
  readonly #boxCounter: Counter
  readonly #blocks: Block[] = []
  readonly #notes: Note[] = []
  readonly #boxes: Loose[] = []
  readonly #hidden: Loose[] = []
  readonly #covered: Loose[] = []
  readonly #cut: Anchor[] = []
  readonly #references = new References()
  #cells = 0
  #paragraphs = 0
  #tables = 0
  /** Tables of which the outermost is not at its end yet, inner ones first. */
  #drafts: TableDraft[] = []
  /** Depth inside text boxes. */
  #boxed = 0
  #isChecked = false
  readonly #flows: Flow[] = []

  constructor(part: string, { styles, numbering }: Definitions) {
    this.#part = part
    this.#styles = styles
    this.#counter = new Counter(numbering, styles)
    this.#boxCounter = new Counter(numbering, styles)
  }

  enter(element: XmlElement, parents: readonly string[]): Closing {
    const flow = this.#flow
    if (flow === undefined) return this.#beginPart(element)
    if (element.name === 'txbxContent') return this.#beginBox(flow)
    if (flow.kind === 'picture') return undefined
    const parent = parents.at(-1) ?? ''
    if (PROPERTIES.has(parent)) {
      describe(element, parents, flow, this.#styles)
      return undefined
    }
    switch (element.name) {
      case 'p':
        return this.#beginParagraph(flow)
      case 'pPr':
        return parent === 'p' ? () => this.#number(flow) : undefined
      case 'r':
        return this.#beginRun(flow)
      case 'tbl':
        return this.#beginTable(flow)
      case 'tr':
        return this.#beginRow(flow)
      case 'tc':
        return this.#beginCell(flow)
      case 'drawing':
      case 'pict':
      case 'object':
        return this.#begin(new Flow('picture', flow.cell))
      default:
        return parent === 'r' ? this.#readCharacter(element) : this.#readMark(element, flow)
    }
  }

  /** A row or the end of a paragraph may be what was removed. */
  leaveOut({ name }: XmlElement, parents: readonly string[]): void {
    if (name !== 'del' && name !== 'moveFrom') return
    const [outer, parent] = parents.slice(-2)
    const { row, paragraph } = this.#flow ?? {}
    if (parent === 'trPr' && row !== undefined) row.isDeleted = true
    if (parent === 'rPr' && outer === 'pPr' && paragraph !== undefined) paragraph.goesOn = true
  }

  text({ text, from, to }: XmlText): void {
    const look = inFont(this.#paragraph?.run.font, text)
    // What only looks like the text stands nowhere.
    if (look === text) this.#say(text, { from, to })
    else this.#say(look)
  }

  story(): Story {
    return {
      blocks: this.#blocks,
      notes: this.#notes,
      boxes: this.#boxes,
      hidden: this.#hidden,
      covered: this.#covered,
      cut: this.#cut,
      references: this.#references,
    }
  }

  get #flow(): Flow | undefined {
    return this.#flows.at(-1)
  }

  get #paragraph(): Paragraph | undefined {
    return this.#flow?.paragraph
  }

  /** Where the reading has come to. */
  get #anchor(): Anchor {
    const paragraph = this.#flows.findLast((flow) => flow.paragraph !== undefined)?.paragraph
    return {
      cell: this.#flow?.cell,
      paragraph: paragraph?.number ?? Math.max(1, this.#paragraphs),
    }
  }

  #beginPart({ name, attributes }: XmlElement): Closing {
    if (name === 'body') {
      const body = new Flow('body', undefined)
      return this.#begin(body, () => this.#endParagraphs(body))
    }
    if (!NOTES.has(name)) return undefined
    const note = new Flow('note', undefined)
    return this.#begin(note, () => {
      this.#notes.push({
        id: attributes.get('id'),
        type: attributes.get('type'),
        author: attributes.get('author'),
        writing: note.take(),
      })
    })
  }

  #begin(flow: Flow, end?: () => void): Closing {
    this.#flows.push(flow)
    return () => {
      this.#flows.pop()
      end?.()
    }
  }

  #beginBox({ cell }: Flow): Closing {
    const at = this.#anchor
    const box = new Flow('box', cell)
    this.#boxed += 1
    return this.#begin(box, () => {
      this.#boxed -= 1
      keep(this.#boxes, box.take(), at)
    })
  }

  #beginParagraph(flow: Flow): Closing {
    const outer = flow.paragraph
    if (this.#boxed === 0) this.#paragraphs += 1
    const paragraph = flow.beginParagraph(
      this.#boxed === 0 ? this.#paragraphs : this.#anchor.paragraph,
    )
    if (this.#boxed === 0) this.#references.hear('\n')
    return () => {
      flow.paragraph = outer
      keep(this.#hidden, paragraph.hidden, { cell: flow.cell, paragraph: paragraph.number })
      if (paragraph.goesOn) flow.goOn()
      else if (flow.kind === 'body') this.#endParagraphs(flow, paragraph)
    }
  }

  /** Counts the paragraph at hand and lets its number be read, which stands in no part. */
  #number(flow: Flow): void {
    const { paragraph, kind, cell } = flow
    if (paragraph === undefined || paragraph.isCounted) return
    paragraph.isCounted = true
    const { style, goesOn } = paragraph
    const isHidden = paragraph.endIsHidden ?? (style !== undefined && this.#styles.isHidden(style))
    if (goesOn || isHidden || !this.#isShown) return
    const label = (this.#boxed === 0 ? this.#counter : this.#boxCounter).next(paragraph)
    if (label === '') return
    flow.number(label)
    if (kind === 'cell' && cell !== undefined) cell.hasText = true
  }

  /** Whether the place at hand is shown: neither in a row that was deleted nor in a covered cell. */
  get #isShown(): boolean {
    return this.#flows.every(({ table, row }, index) => {
      if (table === undefined || row === undefined) return true
      const inner = this.#flows[index + 1]
      const cell = inner?.kind === 'cell' ? inner.cell : undefined
      return !row.isDeleted && !(cell !== undefined && table.covers(cell, row))
    })
  }

  /** Puts the lines of the body that have come to their end among the blocks. */
  #endParagraphs(body: Flow, last?: Paragraph): void {
    const paragraph = body.first
    const { text, pieces } = body.take()
    if (isBlank(text)) return
    const heading = last && this.#headingOf(last)
    this.#blocks.push({
      kind: 'paragraph',
      text,
      origin: originOf({ cell: undefined, paragraph }, pieces),
      ...(heading && { heading }),
    })
  }

  #headingOf({ heading, style }: Paragraph): number | undefined {
    return heading ?? (style === undefined ? undefined : this.#styles.heading(style))
  }

  #beginRun({ paragraph }: Flow): Closing {
    if (paragraph === undefined) return undefined
    const outer = paragraph.run
    const { style } = paragraph
    paragraph.beginRun(style !== undefined && this.#styles.isHidden(style))
    return () => {
      paragraph.run = outer
    }
  }

  #beginTable(flow: Flow): Closing {
    if (flow.kind === 'body') this.#endParagraphs(flow)
    const { table: outerTable, row: outerRow } = flow
    const table = new TableDraft(flow.cell)
    flow.table = table
    flow.row = undefined
    return () => {
      flow.table = outerTable
      flow.row = outerRow
      this.#endTable(table, flow)
    }
  }

  #endTable(table: TableDraft, flow: Flow): void {
    this.#drafts.push(table)
    const content = table.content() ?? table
    content.holder = table.holder
    if (flow.kind === 'cell') flow.cell?.nested.push(content)
    if (flow.kind !== 'body') return
    this.#tables += 1
    content.number = this.#tables
    const built = buildTables(this.#drafts).get(content)
    if (built !== undefined) this.#blocks.push(built)
    this.#drafts = []
  }

  #beginRow(flow: Flow): Closing {
    const { table, row: outer } = flow
    if (table === undefined) return undefined
    this.#count()
    const row = new RowDraft()
    flow.row = row
    return () => {
      flow.row = outer
      if (row.isDeleted) return
      for (const cell of table.addRow(row)) this.#cover(cell)
      if (flow.kind !== 'body') flow.addRow(row)
    }
  }

  #beginCell(flow: Flow): Closing {
    const { table, row } = flow
    if (table === undefined || row === undefined) return undefined
    this.#count()
    const cell = new CellDraft(
      table,
      this.#boxed === 0 ? this.#paragraphs + 1 : this.#anchor.paragraph,
    )
    const inner = new Flow('cell', cell)
    return this.#begin(inner, () => {
      inner.take()
      if (cell.isCut) this.#cut.push({ cell, paragraph: cell.paragraph })
      if (!row.addCell(cell)) this.#cover(cell)
    })
  }

  #count(): void {
    this.#cells += 1
    if (this.#cells > MAX_CELLS) throw tooManyCells()
  }

  /** Sets aside what a cell holds that is merged into another. */
  #cover(cell: CellDraft): void {
    keep(this.#covered, cell.writing, { cell, paragraph: cell.paragraph })
  }

  #readCharacter(element: XmlElement): Closing {
    const { name, attributes } = element
    const character = characterOf(element)
    if (character !== undefined) this.#say(character)
    else if (name === 'fldChar') {
      const paragraph = this.#paragraph
      return () => paragraph?.markField(attributes.get('fldCharType'))
    } else if (name.endsWith('Reference')) this.#references.note(element, this.#anchor)
    return undefined
  }

  #readMark(element: XmlElement, flow: Flow): Closing {
    const { name } = element
    if (name === 'gridCol' && flow.table !== undefined) flow.table.gridColumns += 1
    else if (name === 'checkBox') return this.#beginCheckBox()
    else if (name === 'checked' || name === 'default') this.#isChecked = isOn(element)
    else if (name === 'commentRangeStart' || name === 'commentRangeEnd') {
      this.#references.note(element, this.#anchor)
    }
    return undefined
  }

  /** A box of an old form, which has no text. */
  #beginCheckBox(): Closing {
    this.#isChecked = false
    return () => this.#say(this.#isChecked ? '☑' : '☐')
  }

  #say(text: string, spot?: Omit<Spot, 'part' | 'run'>): void {
    const flow = this.#flow
    const paragraph = flow?.paragraph
    if (flow === undefined || paragraph === undefined || paragraph.isCode) return
    const { index, isHidden } = paragraph.run
    const place = spot && { part: this.#part, ...spot, run: index }
    if (isHidden) {
      paragraph.hidden.add(text, place)
      return
    }
    flow.say(text, place)
    if (flow.kind === 'cell' && flow.cell !== undefined && !isBlank(text)) flow.cell.hasText = true
    if (this.#boxed === 0) this.#references.hear(text)
  }
}

/** Elements that hold a note, or a header or footer. */
const NOTES: ReadonlySet<string> = new Set(['footnote', 'endnote', 'comment', 'hdr', 'ftr'])

function keep(kept: Loose[], writing: Writing, at: Anchor): void {
  if (!isBlank(writing.text)) kept.push({ writing, at })
}

function tooManyCells(): UnreadableError {
  return new UnreadableError(
    'too-many-cells',
    `文档的表格超过 ${MAX_CELLS} 个单元格，无法读取；应当拆分后再检查。`,
  )
}
