import type { Passage } from '../table/model.ts'
import type { Span } from '../text/span.ts'

/** Replaces a stretch of a passage's text. */
export interface Edit {
  readonly passage: Passage
  readonly span: Span
  readonly text: string
}

/** `safe` keeps the meaning and has one answer; `suggested` chooses for a person. */
export type Safety = 'safe' | 'suggested'

/** Edits that mend one finding together; the first one mends the place that the finding points at. */
export interface Fix {
  readonly safety: Safety
  readonly edits: readonly [Edit, ...Edit[]]
}

export function replace(passage: Passage, span: Span, text: string): Edit {
  return { passage, span, text }
}

/** A fix of one edit that a person should look at. */
export function suggestion(passage: Passage, span: Span, text: string): Fix {
  return { safety: 'suggested', edits: [replace(passage, span, text)] }
}
