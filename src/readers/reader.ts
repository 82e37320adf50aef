/** A file to read; `name` is only used to guess a format that the bytes leave open. */
export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Why a file gave nothing at all. */
export type UnreadableReason =
  | 'empty'
  | 'not-text'
  | 'encoding'
  | 'unsupported-format'
  | 'encrypted'
  | 'too-large'
  | 'too-many-entries'
  | 'too-many-cells'
  | 'too-many-columns'
  | 'too-deep'
  | 'truncated'
  | 'damaged'
  | 'duplicate-entry'
  | 'document-type'
  | 'bad-reference'
  | 'no-text-layer'
  | 'timeout'
  | 'missing-package'

/** Thrown by a reader when there is nothing to read; `message` is one Chinese sentence. */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, message: string) {
    super(message)
    this.name = 'UnreadableError'
    this.reason = reason
  }

  /** Whether an error is one of these, also one thrown by a part that was bundled apart. */
  static is(error: unknown): error is UnreadableError {
    return error instanceof Error && error.name === 'UnreadableError'
  }
}

/** The refusal of a file that is protected by a password, in whatever format. */
export function encrypted(): UnreadableError {
  return new UnreadableError('encrypted', '文件有密码保护，无法读取；应当取消密码后另存。')
}

/** The refusal of what holds no text; `where` says what holds the pictures. */
export function onlyPictures(where: string): UnreadableError {
  return new UnreadableError(
    'no-text-layer',
    `${where}没有文字，只有图片；应当先做文字识别（OCR），或者改用原来的电子文档。`,
  )
}

// Limits that keep memory and time bounded, whatever a file claims.

/** More columns than any table has in earnest (the limit of a worksheet). */
export const MAX_COLUMNS = 16_384
/** Rows of a worksheet. */
export const MAX_ROWS = 1_048_576
/** Cells of all tables of a document. */
export const MAX_CELLS = 2_000_000
/** Columns that one cell may cover; Word itself stops at 63, browsers at 1,000. */
export const MAX_SPAN = 1_000
/** Entries of a package. */
export const MAX_ENTRIES = 10_000
/** Inflated bytes of one entry, and of all entries that are read. */
export const MAX_ENTRY_BYTES = 256 * 1024 * 1024
export const MAX_PACKAGE_BYTES = 512 * 1024 * 1024
/** Elements inside elements, tables inside tables counted on the way. */
export const MAX_DEPTH = 256
