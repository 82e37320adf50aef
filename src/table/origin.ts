/** Where a text came from, told in the terms of its own format. */
export type Origin = TextOrigin

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
