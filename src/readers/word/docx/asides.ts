import type { Aside } from '../../../table/model.ts'
import { isBlank } from '../../../text/normalise.ts'
import type { Relationship } from '../../package/relationships.ts'
import type { Package } from '../../package/zip.ts'
import type { Definitions } from './definitions.ts'
import { type Anchor, originOf } from './place.ts'
import { type Note, readStory, type Story } from './story.ts'
import type { Writing } from './writing.ts'

type Kind = Aside['kind']

interface Part {
  readonly kind: Kind
  /** What refers to its notes. */
  readonly reference?: 'footnote' | 'endnote' | 'comment'
}

/** The parts beside the document by the type of their relationship. */
const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['comments', { kind: 'comment', reference: 'comment' }],
  ['footnotes', { kind: 'footnote', reference: 'footnote' }],
  ['endnotes', { kind: 'footnote', reference: 'endnote' }],
  ['header', { kind: 'header' }],
  ['footer', { kind: 'footer' }],
])

/** Where headers hang, and notes that nothing refers to. */
const FRONT: Anchor = { cell: undefined, paragraph: 1 }

/** All that does not stand in the flow of the document. */
export async function readAsides(
  source: Package,
  targets: readonly Relationship[],
  document: Story,
  definitions: Definitions,
): Promise<readonly Aside[]> {
  const asides = [
    ...document.boxes.map(({ writing, at }) => asideOf('text-box', writing, at)),
    ...[...document.hidden, ...document.covered].map(({ writing, at }) =>
      asideOf('hidden-text', writing, at),
    ),
  ]
  const seen = new Set<string>()
  for (const { type, target } of targets) {
    const part = PARTS.get(type)
    if (part === undefined || target === undefined || seen.has(target)) continue
    seen.add(target)
    const story = readStory(await source.text(target), target, definitions)
    for (const note of story.notes) {
      // The lines above the notes are kept among them.
      if (note.type !== undefined && note.type !== 'normal') continue
      if (!isBlank(note.writing.text)) asides.push(noteOf(part, note, document))
    }
    // The number of a page often stands in a text box of the footer.
    for (const { writing } of story.boxes) asides.push(asideOf(part.kind, writing, FRONT))
    for (const { writing } of [...story.hidden, ...story.covered]) {
      asides.push(asideOf('hidden-text', writing, FRONT))
    }
  }
  return asides
}

function noteOf({ kind, reference }: Part, note: Note, { references }: Story): Aside {
  const { id = '', author, writing } = note
  const at = reference && references.anchor(reference, id)
  const on = kind === 'comment' ? references.words(id) : undefined
  return {
    ...asideOf(kind, writing, at ?? FRONT),
    ...(author !== undefined && { author }),
    ...(on !== undefined && { on }),
  }
}

function asideOf(kind: Kind, { text, pieces }: Writing, at: Anchor): Aside {
  return { kind, text, origin: originOf(at, pieces) }
}
