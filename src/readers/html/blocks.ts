import { directive } from '../../table/directive.ts'
import type { Aside, Block, Directive, Document } from '../../table/model.ts'
import { isBlank } from '../../text/normalise.ts'
import { MAX_CELLS } from '../reader.ts'
import {
  attributeOf,
  headingOf,
  isBlock,
  isCell,
  isHidden,
  isPreformatted,
  startTagOf,
} from './element.ts'
import { Flow, type Stretch } from './flow.ts'
import { findLayoutTables } from './layout.ts'
import { type Counts, noticesOf } from './notices.ts'
import { TableBuilder } from './table.ts'
import { type CommentNode, type Element, type ParentNode, tooDeep } from './tree.ts'
import { type Visitor, Walk } from './walk.ts'

type Content = Pick<Document, 'blocks' | 'notices' | 'asides' | 'directives'>

/** Tables of data inside tables of data. The text of a cell is kept once for each of them. */
const MAX_TABLE_DEPTH = 16

/** Paragraphs and tables of a page, in reading order. */
export function readBlocks(source: string, page: ParentNode): Content {
  const walk = new Walk(source)
  const reader = new BlockReader(source, walk, findLayoutTables(walk, page))
  walk.visit(page, reader)
  return reader.finish()
}

class BlockReader implements Visitor {
  readonly #source: string
  readonly #walk: Walk
  readonly #layouts: ReadonlySet<Element>
  readonly #blocks: Block[] = []
  readonly #asides: Aside[] = []
  readonly #directives: Directive[] = []
  readonly #counts: Counts = {
    hiddenTables: 0,
    hiddenRows: 0,
    hiddenTexts: 0,
    cut: 0,
    overlapping: 0,
  }
  /** The tables that are open; one that only lays out the page is undefined. */
  readonly #tables: (TableBuilder | undefined)[] = []
  /** The texts of the cells and captions that are open. */
  readonly #cells: Flow[] = []
  #paragraph: Flow
  #heading: number | undefined
  #preformatted = 0
  /** The outermost element outside tables that is not shown. */
  #hidden: Element | undefined
  #room = MAX_CELLS

  constructor(source: string, walk: Walk, layouts: ReadonlySet<Element>) {
    this.#source = source
    this.#walk = walk
    this.#layouts = layouts
    this.#paragraph = new Flow(source, 0)
  }

  enter(element: Element): boolean {
    if (this.#replaces(element)) return false
    if (isHidden(element) && this.#hides(element)) return false
    if (isPreformatted(element)) this.#preformatted += 1
    const { tagName } = element
    const table = this.#tables.at(-1)
    if (tagName === 'table') this.#enterTable(element)
    else if (table !== undefined && TABLE_PARTS.has(tagName)) this.#enterPart(table, element)
    else if (isBlock(element)) this.#endLine()
    this.#heading = headingOf(element) ?? this.#heading
    return true
  }

  leave(element: Element): void {
    if (isPreformatted(element)) this.#preformatted -= 1
    const { tagName } = element
    const table = this.#tables.at(-1)
    if (tagName === 'table') this.#leaveTable()
    else if (table !== undefined && TABLE_PARTS.has(tagName)) this.#leavePart(table, element)
    else if (isBlock(element)) this.#endLine()
    if (headingOf(element) !== undefined) this.#heading = undefined
    if (element === this.#hidden) this.#endHidden()
  }

  text(stretch: Stretch): void {
    for (const flow of this.#flows()) {
      if (this.#preformatted > 0) flow.addPreformatted(stretch)
      else flow.add(stretch)
    }
  }

  directive({ data, sourceCodeLocation: location }: CommentNode): void {
    const span = { start: location?.startOffset ?? 0, end: location?.endOffset ?? 0 }
    const isInTable = this.#tables.at(-1) !== undefined
    this.#directives.push(directive(data, span, isInTable ? undefined : this.#blocks.length))
  }

  finish(): Content {
    this.#endParagraph()
    return {
      blocks: this.#blocks,
      notices: noticesOf(this.#counts),
      ...(this.#asides.length > 0 && { asides: this.#asides }),
      ...(this.#directives.length > 0 && { directives: this.#directives }),
    }
  }

  /** Elements that stand for something else than what is in them. */
  #replaces(element: Element): boolean {
    if (element.tagName === 'br') {
      for (const flow of this.#flows()) flow.breakLine(startTagOf(element).start)
      return true
    }
    if (element.tagName !== 'img') return false
    // A picture of one character is a tick; any other text is about the picture.
    const text = attributeOf(element, 'alt')?.trim() ?? ''
    if (isHidden(element) || Array.from(text).length !== 1) return true
    const { start, end } = startTagOf(element)
    const offsets = Array.from({ length: text.length }, () => start)
    for (const flow of this.#flows()) flow.add({ text, start, end, offsets })
    return true
  }

  /** Whether an element that is not shown is put aside; tables and rows are kept where they are. */
  #hides(element: Element): boolean {
    const isInTable = this.#tables.at(-1) !== undefined
    if (isInTable && (element.tagName === 'tr' || ROW_GROUPS.has(element.tagName))) return false
    if (this.#cells.length > 0 || (isInTable && isCell(element))) {
      if (this.#putAside(element)) this.#counts.hiddenTexts += 1
      return true
    }
    const mayHoldTables = element.tagName === 'table' || isBlock(element)
    if (!mayHoldTables) {
      this.#putAside(element)
      return true
    }
    if (this.#hidden === undefined && !ROOTS.has(element.tagName)) {
      this.#endLine()
      this.#hidden = element
    }
    return false
  }

  #putAside(element: Element): boolean {
    const flow = new Flow(this.#source, startTagOf(element).end)
    this.#walk.visit(element, {
      enter: (inner) => {
        if (inner.tagName === 'br') flow.breakLine(startTagOf(inner).start)
        else if (isBlock(inner)) flow.endLine()
        return true
      },
      leave: (inner) => {
        if (isBlock(inner)) flow.endLine()
      },
      text: (stretch) => flow.add(stretch),
    })
    const passage = flow.passage()
    if (isBlank(passage.text)) return false
    this.#asides.push({ kind: 'hidden-text', ...passage })
    return true
  }

  #endHidden(): void {
    this.#endLine()
    this.#hidden = undefined
  }

  #enterTable(element: Element): void {
    this.#endLine()
    if (this.#layouts.has(element)) {
      this.#tables.push(undefined)
      return
    }
    if (this.#cells.length >= MAX_TABLE_DEPTH) throw tooDeep()
    this.#tables.push(new TableBuilder(this.#hidden !== undefined))
  }

  #leaveTable(): void {
    this.#endLine()
    const built = this.#tables.pop()?.build(this.#room)
    if (built === undefined) return
    const { table, hiddenRows, cut, overlapping, covered } = built
    this.#room -= covered
    this.#counts.hiddenRows += hiddenRows
    this.#counts.cut += cut
    this.#counts.overlapping += overlapping
    if (table.hidden?.sheet) this.#counts.hiddenTables += 1
    const outer = this.#tables.findLast((open) => open !== undefined)
    if (outer === undefined) this.#blocks.push(table)
    else outer.nested.push(table)
  }

  #enterPart(table: TableBuilder, element: Element): void {
    if (element.tagName === 'tr') {
      for (const flow of this.#cells) flow.beginRow()
      table.beginRow(element)
    } else if (ROW_GROUPS.has(element.tagName)) {
      table.beginGroup(element)
    } else {
      if (isCell(element) && table.isWithinRow) for (const flow of this.#cells) flow.partCells()
      this.#cells.push(new Flow(this.#source, startTagOf(element).end))
    }
  }

  #leavePart(table: TableBuilder, element: Element): void {
    if (element.tagName === 'tr') {
      for (const flow of this.#cells) flow.endRow()
    } else if (!ROW_GROUPS.has(element.tagName)) {
      const passage = this.#cells.pop()?.passage()
      if (passage === undefined) return
      if (isCell(element)) table.addCell(element, passage)
      else table.setName(passage.text)
      if (!isCell(element)) this.#endLine()
    }
  }

  #flows(): readonly Flow[] {
    return this.#cells.length > 0 ? this.#cells : [this.#paragraph]
  }

  #endLine(): void {
    if (this.#cells.length === 0) this.#endParagraph()
    for (const flow of this.#cells) flow.endLine()
  }

  #endParagraph(): void {
    const passage = this.#paragraph.passage()
    if (passage.text === '') return
    this.#paragraph = new Flow(this.#source, 0)
    if (isBlank(passage.text)) return
    if (this.#hidden !== undefined) {
      this.#asides.push({ kind: 'hidden-text', ...passage })
      return
    }
    const heading = this.#heading
    this.#blocks.push({
      kind: 'paragraph',
      ...passage,
      ...(heading !== undefined && { heading }),
    })
  }
}

/** What no page hides for good: it is shown once a script has run. */
const ROOTS = new Set(['html', 'body'])

const ROW_GROUPS = new Set(['thead', 'tbody', 'tfoot'])

const TABLE_PARTS = new Set(['caption', 'td', 'th', 'tr', ...ROW_GROUPS])
