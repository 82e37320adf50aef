/** Reads a stretch of a text, in whatever units its places were counted in. */
export type Slice = (start: number, end: number) => string

/**
 * Sorted lines (key, tab, value) cut into blocks, so that finding one means reading one. A fence is
 * the shortest text that no key before the block reaches and no key in it falls short of.
 */
export interface Blocks {
  readonly fences: readonly string[]
  /** Where each block begins, and where the last one ends. */
  readonly places: readonly number[]
}

/** About as many characters as are read at one stroke of the disk. */
const BLOCK_SIZE = 2000

/** Lines as text, and how to find them again in it. Lines of one key must stand together. */
export function cutBlocks(
  lines: readonly (readonly [key: string, value: string])[],
  start: number,
  lengthOf: (text: string) => number,
): { text: string; blocks: Blocks } {
  const fences: string[] = []
  const places: number[] = []
  const texts: string[] = []
  let place = start
  let block = ''
  let last = ''
  for (const [key, value] of lines) {
    if (fences.length === 0 || block.length > BLOCK_SIZE) {
      place += lengthOf(block)
      fences.push(fence(last, key))
      places.push(place)
      texts.push(block)
      block = ''
    }
    block += `${key}\t${value}\n`
    last = key
  }
  texts.push(block)
  places.push(place + lengthOf(block))
  return { text: texts.join(''), blocks: { fences, places } }
}

/** The beginning of a key that is just long enough to be greater than the key before it. */
function fence(before: string, key: string): string {
  let length = 1
  while (length < key.length && key.slice(0, length) <= before) length++
  return key.slice(0, length)
}

/** Sorted lines whose blocks are read when something is looked up in them, and then kept. */
export class Lines {
  readonly #slice: Slice
  readonly #blocks: Blocks
  readonly #read: string[] = []

  constructor(slice: Slice, blocks: Blocks) {
    this.#slice = slice
    this.#blocks = blocks
  }

  /** The values of the lines that begin with this text. */
  *beginning(prefix: string): Iterable<string> {
    const { fences } = this.#blocks
    let block = Math.max(0, upperBound(fences, prefix) - 1)
    do {
      yield* linesOf(this.#text(block), prefix)
      block++
    } while (block < fences.length && (fences[block] ?? '') <= `${prefix}\uffff`)
  }

  /** Every key, in order. */
  *keys(): Iterable<string> {
    const { places } = this.#blocks
    const text = this.#slice(places[0] ?? 0, places.at(-1) ?? 0)
    for (const line of text.split('\n')) {
      if (line !== '') yield line.slice(0, line.indexOf('\t'))
    }
  }

  #text(block: number): string {
    const { places } = this.#blocks
    this.#read[block] ??= `\n${this.#slice(places[block] ?? 0, places[block + 1] ?? 0)}`
    return this.#read[block]
  }
}

function* linesOf(text: string, prefix: string): Iterable<string> {
  const wanted = `\n${prefix}`
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const tab = text.indexOf('\t', at)
    yield text.slice(tab + 1, text.indexOf('\n', tab))
  }
}

/** How many of the sorted texts are not greater than this one. */
function upperBound(texts: readonly string[], text: string): number {
  let low = 0
  let high = texts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((texts[middle] ?? '') <= text) low = middle + 1
    else high = middle
  }
  return low
}
