import type { Span } from '../text/span.ts'
import { isInside, markedStretches } from './marks.ts'

/** Words that should be written otherwise. */
export interface Term {
  /** Pattern of the words; its first two letters stand for themselves. */
  readonly words: string
  /** What should stand there; `$1` is the first group of the pattern. */
  readonly right: string
  /** Pattern that must match up to the words, or (with `!`) must not. */
  readonly before?: string
  /** Pattern that must match from the end of the words on, or (with `!`) must not. */
  readonly after?: string
  /** Also inside title marks and quotation marks, where words otherwise are somebody else's. */
  readonly inMarks?: true
}

/** A place where a text uses a term. */
export interface Use<T extends Term> {
  readonly term: T
  readonly span: Span
  readonly actual: string
  readonly expected: string
}

/** Terms by their first two letters, so that a text is read once whatever their number. */
export type Lexicon<T extends Term> = ReadonlyMap<number, readonly Prepared<T>[]>

interface Prepared<T extends Term> {
  readonly term: T
  readonly pattern: RegExp
}

export function lexicon<T extends Term>(terms: readonly T[]): Lexicon<T> {
  const byStart = new Map<number, Prepared<T>[]>()
  for (const term of terms) {
    const key = keyAt(term.words, 0)
    const pattern = new RegExp(
      `${around('<', term.before)}(?:${term.words})${around('', term.after)}`,
      'uy',
    )
    const same = byStart.get(key)
    if (same === undefined) byStart.set(key, [{ term, pattern }])
    else same.push({ term, pattern })
  }
  return byStart
}

/** The uses of the terms in a text, in order and apart, those in 《》〈〉“” left out. */
export function findUses<T extends Term>(text: string, terms: Lexicon<T>): readonly Use<T>[] {
  const found: Use<T>[] = []
  let marked: readonly Span[] | undefined
  for (let at = 0; at + 1 < text.length; at++) {
    const candidates = terms.get(keyAt(text, at))
    if (candidates === undefined) continue
    for (const { term, pattern } of candidates) {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (match === null) continue
      marked ??= markedStretches(text, '“《〈')
      if (!term.inMarks && isInside(marked, at)) continue
      const [actual, first = ''] = match
      const expected = term.right.replace('$1', first)
      found.push({ term, span: { start: at, end: at + actual.length }, actual, expected })
      at += actual.length - 1
      break
    }
  }
  return found
}

function keyAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}

function around(direction: '<' | '', pattern: string | undefined): string {
  if (pattern === undefined) return ''
  return pattern.startsWith('!')
    ? `(?${direction}!${pattern.slice(1)})`
    : `(?${direction}=${pattern})`
}
