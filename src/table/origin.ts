/** Where a text came from, told in the terms of its own format. */
export type Origin = TextOrigin | SheetOrigin | WordOrigin | PageOrigin

/**
 * A stretch of a decoded text file, in UTF-16 units counted from 0 (a byte order mark is not
 * counted); `end` is exclusive.
 */
export interface TextOrigin {
  readonly kind: 'text'
  readonly start: number
  readonly end: number
  /**
   * Source offset of each UTF-16 unit of the text and of its end, so one longer than the text.
   * Absent when the text stands in the source unit for unit from `start` on.
   */
  readonly offsets?: readonly number[]
}

/** A cell of a workbook. */
export interface SheetOrigin {
  readonly kind: 'sheet'
  /** Name of the sheet. */
  readonly sheet: string
  /** The cell, or the first one of a merge: H9. */
  readonly address: string
  /** The merged cells: H9:H11. */
  readonly range?: string
  /** Where the text stands in the package, for writing back. */
  readonly pieces?: readonly Piece[]
}

/** A cell or a paragraph of a Word document; all numbers from 1. */
export interface WordOrigin {
  readonly kind: 'word'
  /** Number of the table in the document; absent outside tables. */
  readonly table?: number
  /** Row and column of the grid, where the cell begins. */
  readonly row?: number
  readonly column?: number
  /** Which cell of its row it is, merged ones counted once. */
  readonly cellInRow?: number
  /** Number of the (first) paragraph in the document, those in tables included. */
  readonly paragraph: number
  /** Where the text stands in the package, for writing back. */
  readonly pieces?: readonly Piece[]
}

/** A stretch of a page; the box is in points from the top left corner. */
export interface PageOrigin {
  readonly kind: 'page'
  /** From 1. */
  readonly page: number
  readonly box: Box
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A stretch of a passage's text that stands in one run of one part of a package. */
export interface Piece {
  /** UTF-16 units of the passage's text; `end` is exclusive. */
  readonly start: number
  readonly end: number
  /** Name of the part: `xl/sharedStrings.xml`. */
  readonly part: string
  /** UTF-16 units of the decoded part: the characters between the tags, before entities are resolved. */
  readonly from: number
  readonly to: number
  /** Paragraph of the passage, from 0; absent in workbooks. */
  readonly paragraph?: number
  /** Run of the paragraph or of the string, from 0. */
  readonly run?: number
}
