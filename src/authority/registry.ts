import type { Authority, AuthorityRecord, IndexEntry } from './authority.ts'
import { Lines, type Slice } from './blocks.ts'
import { CORE, compile, HEADER_WIDTH, type Header, type Lists } from './compile.ts'
import type { ItemType } from './item-type.ts'
import { ItemTypes } from './item-types.ts'
import { coreKey, numberKey, titleKey } from './normalise.ts'
import { unpack } from './pack.ts'
import type { Phrase } from './phrase.ts'

/** What is known about authorities. It reads nothing until it is asked, and then only what it needs. */
export class Authorities {
  readonly #slice: Slice
  readonly #records: readonly AuthorityRecord[]
  readonly #ids: ReadonlySet<string>
  readonly #own: Authorities | undefined
  readonly #ownTypes: readonly ItemType[]
  readonly #byPlace = new Map<string, Authority>()
  readonly #byTitle = new Map<string, readonly Authority[]>()
  readonly #byNumber = new Map<string, readonly Authority[]>()
  #opened: Opened | undefined
  #phrases: readonly Phrase[] | undefined
  #itemTypes: ItemTypes | undefined

  /**
   * Stands on a compiled text; `slice` counts in the units that the text was compiled with. Records
   * and item types of the user's own take the place of those in the text that have their id.
   */
  constructor(
    slice: Slice,
    own: readonly AuthorityRecord[] = [],
    ownTypes: readonly ItemType[] = [],
  ) {
    this.#slice = slice
    this.#ownTypes = ownTypes
    this.#records = own
    this.#ids = new Set(own.map(({ id }) => id))
    this.#own = own.length === 0 ? undefined : Authorities.of(own)
  }

  static of(
    records: readonly AuthorityRecord[],
    index: readonly IndexEntry[] = [],
    lists: Lists = {},
  ): Authorities {
    const text = compile(records, index, undefined, lists)
    return new Authorities((start, end) => text.slice(start, end))
  }

  /** These authorities and item types and a user's own, which replace those of the same id. */
  withOwn(records: readonly AuthorityRecord[], types: readonly ItemType[] = []): Authorities {
    return new Authorities(
      this.#slice,
      laidOver(this.#records, records),
      laidOver(this.#ownTypes, types),
    )
  }

  /**
   * The day of the newest event that is known: nothing can be said about what came later. A user's
   * own records do not make the others any newer.
   */
  get date(): string {
    return this.#open().header.date
  }

  get size(): number {
    return this.#open().header.size + this.#records.length - this.#replaced().length
  }

  /** Every authority of this title or alias, whatever its marks, white space and width. */
  byTitle(title: string): readonly Authority[] {
    const key = titleKey(title)
    const found =
      this.#byTitle.get(key) ??
      this.#laidOver(this.#at(this.#open().titles.beginning(`${key}\t`)), this.#own?.byTitle(key))
    this.#byTitle.set(key, found)
    return found
  }

  /**
   * Every authority whose title has the same core: without issuer, 印发…的通知, （试行）. Those that
   * have it as their whole title or alias come first.
   */
  byCore(title: string): readonly Authority[] {
    const core = coreKey(title)
    return [...new Set([...this.byTitle(core), ...this.byTitle(`${CORE}${core}`)])]
  }

  /** Every authority whose title or alias begins with this one and goes on. */
  byBeginning(title: string): readonly Authority[] {
    const lines = this.#open().titles.beginning(titleKey(title))
    return this.#laidOver(this.#at(lines), this.#own?.byBeginning(title))
  }

  /**
   * Every authority that a number names: a document number, an order in any of its spellings, or a
   * bare serial (713), which stands for the orders of all issuers. An order without its year stands
   * for those of every year, and one of 主席令 for those of every term.
   */
  byNumber(number: string): readonly Authority[] {
    const key = numberKey(number)
    const found =
      this.#byNumber.get(key) ??
      this.#laidOver(this.#at(this.#numbered(key)), this.#own?.byNumber(number))
    this.#byNumber.set(key, found)
    return found
  }

  /** Every label and set phrase that is known, in order of authority and article. */
  get phrases(): readonly Phrase[] {
    this.#phrases ??= this.#readPhrases()
    return this.#phrases
  }

  /** The item types for which the law sets a deadline. */
  get itemTypes(): ItemTypes {
    this.#itemTypes ??= new ItemTypes(laidOver(this.#readItemTypes(), this.#ownTypes))
    return this.#itemTypes
  }

  /** Every title and alias as `titleKey` writes it, sorted: for whoever compares what is merely alike. */
  titles(): Iterable<string> {
    const titles = this.#open().titles.keys()
    if (this.#own === undefined) return titles
    const gone = new Set(
      this.#replaced()
        .flatMap(({ title, aliases }) => [title, ...aliases].map(titleKey))
        .filter((title) => this.byTitle(title).length === 0),
    )
    const all = new Set([...titles, ...this.#own.titles()])
    return [...all].filter((title) => !gone.has(title)).sort()
  }

  /** What the text holds, without what own records replace, behind those. */
  #laidOver(
    found: readonly Authority[],
    own: readonly Authority[] | undefined,
  ): readonly Authority[] {
    if (own === undefined) return found
    return [...own, ...found.filter(({ id }) => !this.#ids.has(id))]
  }

  /** The authorities of the text that own records replace. An id is a kind and a title or number. */
  #replaced(): readonly Authority[] {
    return this.#records.flatMap(({ id, title, number }) => {
      const { titles } = this.#open()
      const names = [title, id.slice(id.indexOf(':') + 1)].map(titleKey)
      const lines = [
        ...names.flatMap((name) => [...titles.beginning(`${name}\t`)]),
        ...(number === undefined ? [] : this.#numbered(numberKey(number))),
      ]
      return this.#at(lines).find((one) => one.id === id) ?? []
    })
  }

  #readPhrases(): readonly Phrase[] {
    const { header, behind } = this.#open()
    const [start, end] = header.phrases
    return JSON.parse(this.#slice(behind + start, behind + end))
  }

  #readItemTypes(): readonly ItemType[] {
    const { header, behind } = this.#open()
    const [start, end] = header.itemTypes
    return JSON.parse(this.#slice(behind + start, behind + end))
  }

  *#numbered(key: string): Iterable<string> {
    const { numbers } = this.#open()
    const serial = /^第?0*(\d{1,4})号?$/u.exec(key)?.[1]
    if (serial !== undefined) {
      yield* numbers.beginning(`${serial} `)
      return
    }
    yield* numbers.beginning(`${key}\t`)
    // An order written without its year, which stands last in the key.
    yield* numbers.beginning(`${key} `)
  }

  #at(lines: Iterable<string>): readonly Authority[] {
    const places = new Set([...lines].flatMap((line) => line.split(' ')))
    return [...places].map((place) => this.#record(place))
  }

  #record(place: string): Authority {
    const known = this.#byPlace.get(place)
    if (known) return known
    const [begin = 0, length = 0] = place.split('+').map((digits) => Number.parseInt(digits, 36))
    const start = this.#open().behind + this.#open().header.records + begin
    const authority = unpack(this.#slice(start, start + length))
    this.#byPlace.set(place, authority)
    return authority
  }

  #open(): Opened {
    this.#opened ??= open(this.#slice)
    return this.#opened
  }
}

interface Opened {
  readonly header: Header
  /** Behind the header, where places count from. */
  readonly behind: number
  readonly titles: Lines
  readonly numbers: Lines
}

function open(slice: Slice): Opened {
  const behind = HEADER_WIDTH + Number(slice(0, HEADER_WIDTH))
  const header: Header = JSON.parse(slice(HEADER_WIDTH, behind))
  const body: Slice = (start, end) => slice(behind + start, behind + end)
  return {
    header,
    behind,
    titles: new Lines(body, header.titles),
    numbers: new Lines(body, header.numbers),
  }
}

/** A list with another laid over it: those of the same id are replaced. */
function laidOver<T extends { readonly id: string }>(
  below: readonly T[],
  above: readonly T[],
): readonly T[] {
  const ids = new Set(above.map(({ id }) => id))
  return [...above, ...below.filter(({ id }) => !ids.has(id))]
}
