import { type Fix, replace } from '../fix/edit.ts'
import type { Context, Data, Finding } from '../rule/rule.ts'
import { agencyOf } from '../rule/title-agency.ts'
import type { Passage } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import type { Span } from '../text/span.ts'
import { type Breach, lengthOf } from './ask.ts'
import type { Declaration, Requirement } from './pack.ts'

/** A stretch of a text. */
export interface Stretch {
  readonly passage: Passage
  readonly span: Span
}

/** Words and items that are missing each have a message of their own, so that fingerprints differ. */
export function messageId({ kind }: Requirement, of: string | undefined): string {
  return of === undefined ? kind : `${kind}:${of}`
}

/** What a rule says about a stretch that breaks one of its requirements. */
export function findingOf(
  declared: Declaration,
  requirement: Requirement,
  breach: Breach,
  { passage, span }: Stretch,
  slots: Data,
  isShared: boolean,
): Finding {
  const at = breach.span ?? span
  const actual = passage.text.slice(at.start, at.end)
  const expected = declared.expected ?? breach.expected
  const right = declared.expected === undefined ? breach.right : [declared.expected]
  // What a cell says for other lines as well is theirs, too.
  const isWhole = breach.span === undefined
  const fix = isWhole && isShared ? undefined : fixOf(declared, passage, at)
  return {
    message: messageId(requirement, breach.of),
    data: {
      ...slots,
      actual: withoutSpace(actual),
      length: lengthOf(actual),
      ...(expected !== undefined && { expected }),
      ...(breach.other !== undefined && { other: breach.other }),
    },
    at: { passage, span: at },
    ...(right && { expected: right }),
    ...(fix && { fix }),
  }
}

function fixOf({ fix, expected }: Declaration, passage: Passage, span: Span): Fix | undefined {
  if (fix === 'none' || expected === undefined) return undefined
  return { safety: fix, edits: [replace(passage, span, expected)] }
}

/** The agency of a document, as a message tells it. */
export function agencyName({ catalogue }: Context): string {
  return agencyOf(catalogue)?.name ?? '本机关'
}

/** A passage without the white space at its ends. */
export function spanOf({ text }: Passage): Span {
  const start = text.length - text.trimStart().length
  return { start, end: Math.max(start, text.trimEnd().length) }
}
