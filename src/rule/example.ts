import type { Span } from '../text/span.ts'

/** A template text without the indentation that all its lines share, and without its first line break. */
export function outdent(text: string): string {
  const lines = text
    .replace(/^\n/u, '')
    .replace(/\n[ ]*$/u, '\n')
    .split('\n')
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^ */u.exec(line)?.[0].length ?? 0),
  )
  return lines.map((line) => line.slice(indent)).join('\n')
}

/** An example's text without its marks, and where they stood. */
export interface Unmarked {
  readonly source: string
  /** ⟦…⟧ in order of place. */
  readonly marks: readonly Span[]
  /** ⟦→…⟧ in order of place. */
  readonly pointers: readonly Span[]
}

/** Takes ⟦marks⟧ and ⟦→pointers⟧ out of an example and says where they stood. */
export function unmark(marked: string): Unmarked {
  const marks: Span[] = []
  const pointers: Span[] = []
  let source = ''
  for (const part of marked.split(/(⟦[^⟧]*⟧)/u)) {
    const [, arrow, text = part] = /^⟦(→?)(.*)⟧$/su.exec(part) ?? []
    const span = { start: source.length, end: source.length + text.length }
    if (arrow !== undefined) (arrow ? pointers : marks).push(span)
    source += text
  }
  return { source, marks, pointers }
}
