import type { Passage } from '../table/model.ts'
import { compareSpans, type Span } from '../text/span.ts'

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

/** The text of a passage with edits put in that do not overlap. */
export function editedText({ text }: Passage, edits: readonly Edit[]): string {
  let output = ''
  let from = 0
  for (const edit of inOrder(edits)) {
    output += text.slice(from, edit.span.start) + edit.text
    from = edit.span.end
  }
  return output + text.slice(from)
}

/** Edits by their passages, in order of the first of each. */
export function byPassage(edits: readonly Edit[]): ReadonlyMap<Passage, readonly Edit[]> {
  const groups = new Map<Passage, Edit[]>()
  for (const edit of edits) {
    const group = groups.get(edit.passage)
    if (group === undefined) groups.set(edit.passage, [edit])
    else group.push(edit)
  }
  return groups
}

/** Edits of one passage in order of place. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((a, b) => compareSpans(a.span, b.span))
}
