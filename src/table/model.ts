import type { Span } from '../text/span.ts'
import type { Origin } from './origin.ts'

/** The formats that are read, named by their usual file extension. */
export type Format =
  | 'md'
  | 'csv'
  | 'tsv'
  | 'txt'
  | 'html'
  | 'xlsx'
  | 'xls'
  | 'et'
  | 'docx'
  | 'doc'
  | 'wps'
  | 'pdf'

/** A piece of text that knows where it came from: a cell or a paragraph. */
export interface Passage {
  readonly text: string
  readonly origin: Origin
}

/** One cell of a table as its source lays it out; rows and columns are counted from 0. */
export interface Cell extends Passage {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** The text was put together from two pages, so that white space at the seam means nothing. */
  readonly joined?: true
}

/** A table as its source lays it out: nothing cleaned, nothing filled in. */
export interface Table {
  readonly kind: 'table'
  /**
   * The cells that begin in each row, in order of column. A cell that is merged over several rows
   * or columns stands once, where it begins. Rows may be ragged; a row may have no cell of its own.
   */
  readonly rows: readonly (readonly Cell[])[]
  /** Name of the sheet, or the caption. */
  readonly name?: string
  /** Number of rows that the format itself marks as header. */
  readonly headerRows?: number
  /** What the format hides from view. */
  readonly hidden?: Hidden
  /** Tables inside a cell of this one; their text stands in the cell as well. */
  readonly nested?: readonly Table[]
}

export interface Hidden {
  /** Rows and columns of the table, from 0. */
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  /** The whole sheet. */
  readonly sheet?: true
}

/** A piece of text outside every table. */
export interface Paragraph extends Passage {
  readonly kind: 'paragraph'
  /** Depth of a heading from 1 (highest); absent for body text and where the format cannot tell. */
  readonly heading?: number
}

export type Block = Table | Paragraph

/** Text that does not belong to the flow of the document. */
export interface Aside extends Passage {
  readonly kind: 'comment' | 'footnote' | 'header' | 'footer' | 'text-box' | 'hidden-text'
  readonly author?: string
  /** What a comment is about. */
  readonly on?: string
}

/** A comment that speaks to mulint (`mulint-ignore …`): what stands between its marks. */
export interface Directive extends Passage {
  /** Index of the block that it stands before or in; absent inside a table, where it says nothing. */
  readonly block?: number
}

export type NoticeKind =
  | 'damaged-encoding'
  | 'wrong-extension'
  | 'unclosed-quote'
  | 'control-character'
  | 'hidden-sheet'
  | 'hidden-rows'
  | 'hidden-columns'
  | 'hidden-text'
  | 'overlapping-merge'
  | 'span-limit'
  | 'dropped-cell'
  | 'page-without-text'
  | 'unruled-table'

/** Something a reader noticed on the way and that whoever reads the report should know. */
export interface Notice {
  readonly kind: NoticeKind
  /** One Chinese sentence. */
  readonly text: string
}

/** What a reader made of a file: paragraphs and tables in reading order. */
export interface Document {
  readonly format: Format
  /**
   * Name of the character encoding, for text formats: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`,
   * `big5`.
   */
  readonly encoding?: string
  /** The decoded text that text origins count in. */
  readonly source?: string
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
  readonly asides?: readonly Aside[]
  /** In order of place; only of formats that have comments. */
  readonly directives?: readonly Directive[]
  /** Number of pages, where the format has them. */
  readonly pages?: number
}

/** What a finding points at. Without a span, the whole passage. */
export interface Place {
  readonly passage: Passage
  readonly span?: Span
}
