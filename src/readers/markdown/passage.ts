import type { Passage } from '../../table/model.ts'

/** A passage that stands in the source as it is. */
export function verbatim(source: string, start: number, end: number): Passage {
  return { text: source.slice(start, end), origin: { kind: 'text', start, end } }
}

/** Puts a text together from pieces of the source and remembers where each unit came from. */
export class PassageBuilder {
  readonly #source: string
  readonly #offsets: number[] = []
  #text = ''
  #end: number

  /** `at` is where a text that stays empty is said to stand. */
  constructor(source: string, at: number) {
    this.#source = source
    this.#end = at
  }

  /** A piece that stands in the source as it is. */
  copy(start: number, end: number): void {
    if (start === end) return
    this.#text += this.#source.slice(start, end)
    for (let at = start; at < end; at++) this.#offsets.push(at)
    this.#end = end
  }

  /** A text that stands for a piece of the source: every unit of it for the whole piece. */
  put(text: string, start: number, end: number): void {
    this.#text += text
    for (let unit = 0; unit < text.length; unit++) this.#offsets.push(start)
    this.#end = end
  }

  /** A piece in which each match of a pattern is read as another text. */
  copyReplacing(
    start: number,
    end: number,
    pattern: RegExp,
    read: (match: string) => string,
  ): void {
    let from = start
    for (const { 0: match, index } of this.#source.slice(start, end).matchAll(pattern)) {
      this.copy(from, start + index)
      from = start + index + match.length
      this.put(read(match), start + index, from)
    }
    this.copy(from, end)
  }

  passage(): Passage {
    const start = this.#offsets[0] ?? this.#end
    const end = this.#end
    if (this.#source.slice(start, end) === this.#text) return verbatim(this.#source, start, end)
    const offsets = [...this.#offsets, end]
    return { text: this.#text, origin: { kind: 'text', start, end, offsets } }
  }
}
