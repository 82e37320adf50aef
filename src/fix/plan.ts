import { sourceSpan } from '../table/locate.ts'
import type { Fix } from './edit.ts'

/** A stretch of a source text and what should stand there. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The replacements of all fixes of a text file in order of place. Throws for any other format. A fix that overlaps an earlier one is left out
 * whole: half a renumbering would be worse than none, and the next pass takes it.
 */
export function plan(fixes: readonly Fix[]): readonly Replacement[] {
  const taken: Replacement[] = []
  for (const fix of fixes) {
    const wanted = fix.edits.map(({ passage, span, text }) => ({
      ...sourceSpan({ passage, span }),
      text,
    }))
    const free = wanted.every((one) => taken.every((other) => !collides(one, other)))
    if (free) taken.push(...wanted)
  }
  return taken.sort((a, b) => a.start - b.start)
}

/** The source with replacements put in; they must not overlap and must be in order of place. */
export function applyReplacements(source: string, replacements: readonly Replacement[]): string {
  let output = ''
  let from = 0
  for (const { start, end, text } of replacements) {
    output += source.slice(from, start) + text
    from = end
  }
  return output + source.slice(from)
}

function collides(a: Replacement, b: Replacement): boolean {
  return a.start < b.end && b.start < a.end ? true : a.start === b.start
}
