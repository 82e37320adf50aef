import { isBlank } from '../../../text/normalise.ts'
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '../../reader.ts'
import type { Hanging } from './aside.ts'
import { type CellDraft, contentOf, type RowDraft, type TableDraft, textOfTable } from './draft.ts'
import { MAX_NESTING, tooDeep, tooManyCells, tooWide } from './limits.ts'
import type { ParagraphShape } from './paragraph.ts'
import type { RowShape } from './row.ts'
import { CELL_END } from './signs.ts'

/** A paragraph of the text, without the mark at its end. */
export interface Paragraph {
  /** Number in the document. */
  readonly number: number
  readonly text: string
  /** The mark. */
  readonly end: number
  readonly shape: ParagraphShape
  readonly hanging: readonly Hanging[]
}

export type BlockDraft =
  | { readonly kind: 'table'; readonly table: TableDraft }
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }

/** A table, its row and its cell that are not yet at their end. */
interface Level {
  readonly rows: RowDraft[]
  cells: CellDraft[]
  lines: string[]
  paragraph: number | undefined
  nested: TableDraft[]
  hanging: Hanging[]
  hasText: boolean
  /** The last line is that of a nested table. */
  isBehindTable: boolean
}

/** Makes tables of paragraphs that say how deep they lie in tables and what ends with them. */
export class Flow {
  readonly blocks: BlockDraft[] = []
  readonly #levels: Level[] = []
  #cells = 0
  #rows = 0

  add(paragraph: Paragraph): void {
    const { shape } = paragraph
    const depth = paragraph.end === CELL_END ? Math.max(1, shape.depth) : shape.depth
    this.#goTo(depth)
    const level = this.#levels.at(-1)
    const outermost = this.#levels[0]
    for (const hanging of paragraph.hanging) outermost?.hanging.push(hanging)
    if (level === undefined) {
      this.#count()
      this.blocks.push({ kind: 'paragraph', paragraph })
    } else if (endsRow(paragraph)) this.#endRow(level, shape.row)
    else this.#addLine(level, paragraph)
  }

  end(): readonly BlockDraft[] {
    this.#goTo(0)
    return this.blocks
  }

  #goTo(depth: number): void {
    if (depth > MAX_NESTING) throw tooDeep()
    while (this.#levels.length > depth) this.#endTable()
    while (this.#levels.length < depth) this.#levels.push({ rows: [], ...newCell(), cells: [] })
  }

  #addLine(level: Level, paragraph: Paragraph): void {
    const { number, text, end, shape } = paragraph
    const endsCell = end === CELL_END || (this.#levels.length > 1 && shape.endsInnerCell)
    // Word wants a paragraph behind a nested table, and it is no line of the cell.
    if (!(endsCell && text === '' && level.isBehindTable)) level.lines.push(text)
    level.paragraph ??= number
    level.hasText ||= !isBlank(text)
    level.isBehindTable = false
    if (endsCell) this.#endCell(level)
  }

  #endCell(level: Level): void {
    this.#count()
    const { lines, paragraph = 1, nested, hasText, hanging } = level
    level.cells.push({ text: lines.join('\n'), paragraph, nested, hasText, hanging })
    if (level.cells.length > MAX_COLUMNS) throw tooWide()
    Object.assign(level, newCell())
  }

  #endRow(level: Level, shape: RowShape | undefined): void {
    // The text of a cell without an end is still text.
    if (level.hasText || level.nested.length > 0) this.#endCell(level)
    this.#rows += 1
    if (this.#rows > MAX_ROWS) throw tooManyCells()
    level.rows.push({ cells: level.cells, shape })
    Object.assign(level, newCell(), { cells: [] })
  }

  #endTable(): void {
    const level = this.#levels.pop()
    if (level === undefined) return
    if (level.cells.length > 0 || level.hasText || level.nested.length > 0) {
      this.#endRow(level, undefined)
    }
    if (level.rows.length === 0) return
    const table: TableDraft = { rows: level.rows }
    const outer = this.#levels.at(-1)
    if (outer === undefined) {
      this.blocks.push({ kind: 'table', table: innermost(table) })
      return
    }
    outer.nested.push(table)
    outer.lines.push(textOfTable(table))
    outer.paragraph ??= level.rows[0]?.cells[0]?.paragraph
    outer.isBehindTable = true
  }

  #count(): void {
    this.#cells += 1
    if (this.#cells > MAX_CELLS) throw tooManyCells()
  }
}

function newCell() {
  return {
    lines: [],
    paragraph: undefined,
    nested: [],
    hanging: [],
    hasText: false,
    isBehindTable: false,
  }
}

function endsRow({ end, shape }: Paragraph): boolean {
  return shape.endsRow && (end === CELL_END || shape.depth > 1)
}

function innermost(table: TableDraft): TableDraft {
  let inner = table
  for (let content = contentOf(inner); content !== undefined; content = contentOf(inner)) {
    inner = content
  }
  return inner
}
