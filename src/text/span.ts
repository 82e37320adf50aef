/** A stretch of a text in UTF-16 units, counted from 0; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one unit, one lies empty inside the other, or they are the same. */
export function overlaps(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end)
}

/** Order of place, for sorting. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}
