import { type Edit, editedText, type Fix, inOrder } from '../fix/edit.ts'
import { applyReplacements, plan, type Replacement } from '../fix/plan.ts'
import { textOrigin } from '../table/locate.ts'
import { differences } from '../text/difference.ts'
import { escaped, escapeInQuotes, isQuoted, needsQuotes } from './escape.ts'
import { stretchesOf, type TextSource } from './stretch.ts'

/**
 * What edits that do not overlap replace in the source of a text file, escaped as its format wants
 * it, in order of place. Only the characters that differ are replaced, and no tag between them.
 */
export function replacementsOf(source: TextSource, edits: readonly Edit[]): readonly Replacement[] {
  const byPlace = new Map<string, [Edit, ...Edit[]]>()
  for (const edit of edits) {
    const { start, end } = textOrigin(edit.passage)
    const key = `${start}-${end}`
    const others = byPlace.get(key)
    if (others === undefined) byPlace.set(key, [edit])
    else others.push(edit)
  }
  const all = [...byPlace.values()].flatMap((list) => ofPassage(source, list))
  return all.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** A source after those of its fixes that can be put in at once. */
export function withFixes(source: TextSource, fixes: readonly Fix[]): string {
  const { taken } = plan(fixes.map((fix) => ({ fix })))
  const edits = taken.flatMap(({ fix }) => fix.edits)
  return applyReplacements(source.text, replacementsOf(source, edits))
}

function ofPassage(source: TextSource, edits: readonly [Edit, ...Edit[]]): readonly Replacement[] {
  const [{ passage }] = edits
  const { start, end } = textOrigin(passage)
  const quoted = isQuoted(source, { start, end })
  const smallest = edits.flatMap(minimal)
  if (!quoted && needsQuotes(source, { start, end }, smallest, editedText(passage, edits))) {
    // Quotes go around the whole cell.
    return [{ start, end, text: `"${escapeInQuotes(editedText(passage, edits))}"` }]
  }
  const written = (text: string) =>
    quoted ? escapeInQuotes(text) : escaped(source, { start, end }, text)
  return inOrder(smallest).flatMap(({ span, text }) => {
    const [first, ...others] = stretchesOf(source, passage, span)
    if (first === undefined) return []
    return [
      { start: first.start, end: first.end, text: written(text) },
      ...others.map((one) => ({ start: one.start, end: one.end, text: '' })),
    ]
  })
}

/** An edit as those of the characters that differ. */
function minimal({ passage, span, text }: Edit): readonly Edit[] {
  const old = passage.text.slice(span.start, span.end)
  return differences(old, text).map((one) => ({
    passage,
    span: { start: span.start + one.start, end: span.start + one.end },
    text: one.text,
  }))
}
