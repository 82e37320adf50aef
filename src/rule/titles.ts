import type { Authority } from '../authority/authority.ts'
import { titleKey } from '../authority/normalise.ts'
import type { CitedName } from '../grammar/citation/name.ts'
import { similarity } from '../text/similarity.ts'

/** A title in marks as it is cited, marks inside it single: 《…印发〈…〉的通知》. */
export function inMarks(title: string): string {
  return `《${withSingleMarks(title)}》`
}

/** A title as it stands between 《》: marks inside it are single. */
export function withSingleMarks(title: string): string {
  return title.replace(/《/gu, '〈').replace(/》/gu, '〉')
}

/** Of the title and aliases of an authority, the one that is meant by a written title. */
export function officialForm({ title, aliases }: Authority, written: string): string {
  const key = titleKey(written)
  const forms = [title, ...aliases].map((form) => ({
    form,
    alike: similarity(titleKey(form), key),
  }))
  forms.sort((a, b) => b.alike - a.alike)
  return forms[0]?.form ?? title
}

/** The stretch in which two texts differ, once what they begin and end with alike is taken off. */
export function difference(actual: string, expected: string): { wrong: string; right: string } {
  let start = 0
  while (start < actual.length && actual[start] === expected[start]) start++
  let end = 0
  const most = Math.min(actual.length, expected.length) - start
  while (end < most && actual.at(-1 - end) === expected.at(-1 - end)) end++
  return {
    wrong: actual.slice(start, actual.length - end),
    right: expected.slice(start, expected.length - end),
  }
}

/** A written title without the line wraps and blanks in it. */
export function plainName({ text }: CitedName): string {
  return withSingleMarks(text.replace(/\s+/gu, ''))
}
