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
  | 'too-many-columns'
  | 'too-large'

/** Thrown by a reader when there is nothing to read; `message` is one Chinese sentence. */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, message: string) {
    super(message)
    this.name = 'UnreadableError'
    this.reason = reason
  }
}

/** More columns than any table has in earnest (the limit of a worksheet). */
export const MAX_COLUMNS = 16_384
