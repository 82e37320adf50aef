import { partsOf } from '../annual/parts.ts'
import { proseOf } from '../annual/texts.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { beginningOf } from '../rule/annual.ts'
import type { Context, Data, Finding } from '../rule/rule.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import { type Breach, breaches, missingWords, namesOf } from './ask.ts'
import { agencyName, findingOf, messageId, type Stretch, spanOf } from './finding.ts'
import type { Declaration, Requirement } from './pack.ts'
import { squeeze } from './squeeze.ts'

/** Requirements of the parts of a report; a part that is missing is another rule's matter. */
export function* checkParts(declared: Declaration, context: Context): Iterable<Finding> {
  for (const { form, heading, body } of partsOf(context.catalogue)) {
    if (!declared.on.parts.includes(form.number)) continue
    const slots = { agency: agencyName(context), part: heading.title }
    yield* forbidden(declared, body, context, slots)
    const at = { passage: heading.passage, span: heading.titleSpan }
    yield* lacking(declared, body, at, context, slots)
  }
}

/** Requirements of a document: what must not stand there, and what has to stand somewhere. */
export function* checkDocument(declared: Declaration, context: Context): Iterable<Finding> {
  const { catalogue, siblings } = context
  const slots = { agency: agencyName(context) }
  yield* forbidden(
    declared,
    [...ownTitle(catalogue, siblings), ...textsOf(catalogue)],
    context,
    slots,
  )
  // What stands nowhere is told once for all tables of a document.
  const all = siblings.filter(({ kind }) => declared.on.kinds.includes(kind))
  const passage = catalogue.title ?? catalogue.header[0] ?? beginningOf(catalogue)
  if (all[0] !== catalogue || passage === undefined) return
  const at = { passage, span: spanOf(passage) }
  yield* lacking(declared, [at, ...all.flatMap(textsOf)], at, context, slots)
  yield* missingItems(declared, all, at, slots)
}

/** The texts of a catalogue, or the prose of a report. */
function textsOf(catalogue: Catalogue): readonly Stretch[] {
  const { kind } = catalogue
  const passages = kind === 'annual-report' ? proseOf(catalogue) : [...catalogue.passages()]
  return passages.map((passage) => ({ passage, span: spanOf(passage) }))
}

/** The title of a catalogue, unless it is read elsewhere: as a paragraph, or with a table before. */
function ownTitle(catalogue: Catalogue, siblings: readonly Catalogue[]): readonly Stretch[] {
  const { title } = catalogue
  const before = siblings.slice(0, siblings.indexOf(catalogue))
  const isRead = (one: Catalogue) => textsOf(one).some(({ passage }) => passage === title)
  if (title === undefined || before.some((one) => one.title === title)) return []
  return [catalogue, ...before].some(isRead) ? [] : [{ passage: title, span: spanOf(title) }]
}

/** What must not stand in any of the texts, and does. */
function* forbidden(
  declared: Declaration,
  texts: readonly Stretch[],
  context: Context,
  slots: Data,
): Iterable<Finding> {
  for (const requirement of declared.requirements) {
    if (requirement.kind !== 'notPattern') continue
    for (const text of texts) {
      const asked = { ...text, column: undefined, entries: [] }
      for (const breach of breaches(asked, requirement, context)) {
        yield findingOf(declared, requirement, breach, asked, slots, false)
      }
    }
  }
}

/** What has to stand in some of the texts, and does in none. */
function* lacking(
  declared: Declaration,
  texts: readonly Stretch[],
  at: Stretch,
  context: Context,
  slots: Data,
): Iterable<Finding> {
  for (const requirement of declared.requirements) {
    for (const { of, expected } of lacks(requirement, texts, context)) {
      const told = declared.expected ?? expected
      yield {
        message: messageId(requirement, of),
        data: { ...slots, ...(told !== undefined && { expected: told }) },
        at,
      }
    }
  }
}

function lacks(
  requirement: Requirement,
  texts: readonly Stretch[],
  context: Context,
): readonly Breach[] {
  const words = () => texts.map(({ passage, span }) => squeeze(passage.text, span).text)
  switch (requirement.kind) {
    case 'pattern':
      return words().some((text) => requirement.pattern.test(text)) ? [] : [{}]
    case 'mentions':
      return missingWords(words().join('\n'), requirement)
    case 'cites': {
      const asked = texts.map((text) => ({ ...text, column: undefined, entries: [] }))
      const isCited = asked.some((one) => breaches(one, requirement, context).length === 0)
      return isCited ? [] : [{ expected: requirement.told }]
    }
    default:
      return []
  }
}

/** The items that no entry has, by its names or what it says of its content. */
function* missingItems(
  declared: Declaration,
  catalogues: readonly Catalogue[],
  at: Stretch,
  slots: Data,
): Iterable<Finding> {
  for (const requirement of declared.requirements) {
    if (requirement.kind !== 'exists') continue
    const texts = catalogues.flatMap(({ entries }) =>
      entries.flatMap((entry) => [...namesOf(entry), withoutSpace(entry.text('content'))]),
    )
    for (const item of requirement.items) {
      if (texts.some((text) => !isBlank(text) && item.is(text))) continue
      yield {
        message: messageId(requirement, item.name),
        data: { ...slots, expected: item.name },
        at,
      }
    }
  }
}
