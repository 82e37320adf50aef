import type { XmlElement } from '../../package/xml.ts'
import type { Anchor } from './place.ts'

type Kind = 'footnote' | 'endnote' | 'comment'

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['footnoteReference', 'footnote'],
  ['endnoteReference', 'endnote'],
  ['commentReference', 'comment'],
  ['commentRangeStart', 'comment'],
])

/** What refers to notes and comments, and the words that comments are about. */
export class References {
  /** All the text so far, for ranges to count in. */
  #said = ''
  readonly #ranges = new Map<string, { readonly start: number; end?: number }>()
  readonly #anchors = new Map<string, Anchor>()

  hear(text: string): void {
    this.#said += text
  }

  note({ name, attributes }: XmlElement, at: Anchor): void {
    const id = attributes.get('id') ?? ''
    const kind = KINDS.get(name)
    if (kind !== undefined && !this.#anchors.has(`${kind} ${id}`)) {
      this.#anchors.set(`${kind} ${id}`, at)
    }
    const range = this.#ranges.get(id)
    if (name === 'commentRangeStart') this.#ranges.set(id, { start: this.#said.length })
    else if (name === 'commentRangeEnd' && range) range.end ??= this.#said.length
  }

  /** Where the note of a number is referred to. */
  anchor(kind: Kind, id: string): Anchor | undefined {
    return this.#anchors.get(`${kind} ${id}`)
  }

  /** The words that the comment of a number is about; undefined when it is about a mere place. */
  words(id: string): string | undefined {
    const { start = 0, end = start } = this.#ranges.get(id) ?? {}
    return this.#said.slice(start, end).trim() || undefined
  }
}
