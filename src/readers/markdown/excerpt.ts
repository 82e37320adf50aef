/** A text made of pieces of a source, in which every place leads back to the source. */
export class Excerpt {
  readonly #source: string
  readonly #parts: string[] = []
  readonly #pieces: { readonly at: number; readonly start: number }[] = []
  #length = 0

  constructor(source: string) {
    this.#source = source
  }

  get length(): number {
    return this.#length
  }

  get text(): string {
    return this.#parts.join('')
  }

  /** Adds a piece of the source. */
  copy(start: number, end: number): void {
    this.#pieces.push({ at: this.#length, start })
    this.insert(this.#source.slice(start, end))
  }

  /** Adds words that do not stand in the source. */
  insert(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  /** Where in the source a place of this text stands, if it lies in a copied piece. */
  toSource(offset: number): number {
    let low = 0
    let high = this.#pieces.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle
      else high = middle
    }
    const piece = this.#pieces[low]
    return piece ? piece.start + offset - piece.at : offset
  }
}
