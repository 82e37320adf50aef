/** Where the units of a text stand, in order; a text that stands in one piece needs no list. */
export class Places {
  #start = 0
  #length = 0
  #list: number[] | undefined

  /** The place of the first unit. */
  get first(): number | undefined {
    return this.#length === 0 ? undefined : this.#start
  }

  /** The place of the last unit, 0 when there is none. */
  get last(): number {
    if (this.#length === 0) return 0
    return this.#list?.at(-1) ?? this.#start + this.#length - 1
  }

  /** The place of every unit; undefined when they stand one by one from the first on. */
  get list(): readonly number[] | undefined {
    return this.#list
  }

  /** Adds units that stand one by one from an offset on. */
  addRun(start: number, length: number): void {
    if (this.#length === 0) this.#start = start
    if (this.#list === undefined && this.#start + this.#length === start) {
      this.#length += length
      return
    }
    for (let unit = 0; unit < length; unit++) this.add(start + unit)
  }

  // Text that stands between the cells of a table inside comes before the table, though it stands
  // behind its first cells in the source. Places never go back all the same.
  add(offset: number): void {
    const place = Math.max(offset, this.last)
    this.#list ??= Array.from({ length: this.#length }, (_, unit) => this.#start + unit)
    if (this.#length === 0) this.#start = place
    this.#list.push(place)
    this.#length += 1
  }
}
