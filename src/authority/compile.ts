import type { AuthorityRecord, IndexEntry } from './authority.ts'
import { type Blocks, cutBlocks } from './blocks.ts'
import type { ItemType } from './item-type.ts'
import { coreKey, numberKey, titleKey } from './normalise.ts'
import { packEntry, packRecord } from './pack.ts'
import type { Phrase } from './phrase.ts'

/** What stands at the head of a compiled text. */
export interface Header {
  readonly date: string
  readonly size: number
  /** Where the records begin; everything else is placed before them. */
  readonly records: number
  /** Where the phrases begin and end, behind the records. */
  readonly phrases: readonly [number, number]
  /** Where the item types begin and end, behind the phrases. */
  readonly itemTypes: readonly [number, number]
  readonly titles: Blocks
  readonly numbers: Blocks
}

/** Digits before the header that give its length. */
export const HEADER_WIDTH = 8

/** What is not looked up but read whole. */
export interface Lists {
  readonly phrases?: readonly Phrase[]
  readonly itemTypes?: readonly ItemType[]
}

/**
 * The text that `Authorities` looks things up in, made so that one look-up reads three short
 * stretches of it: a block of titles or numbers, a record, and once the header. Behind the header
 * come the keys of titles and aliases, then those of numbers, each with the places of its records,
 * then the records, then all phrases, then all item types. Places count from behind the header in
 * units of `lengthOf`: characters, or bytes when the text is to lie in a file.
 */
export function compile(
  records: readonly AuthorityRecord[],
  index: readonly IndexEntry[] = [],
  lengthOf: (text: string) => number = (text) => text.length,
  { phrases = [], itemTypes = [] }: Lists = {},
): string {
  const described = new Set(records.map(({ number }) => number))
  const extra = index.filter(({ number }) => !described.has(number))
  const packed = [...records.map(packRecord), ...extra.map(packEntry)]
  const places = placesOf(packed, lengthOf)
  const all = [...records, ...extra]
  const titles = cutBlocks(linesFor(all, places, titleKeys), 0, lengthOf)
  const numbers = cutBlocks(
    linesFor(all, places, numberKeys),
    titles.blocks.places.at(-1) ?? 0,
    lengthOf,
  )
  const behindNumbers = numbers.blocks.places.at(-1) ?? 0
  const behindRecords = packed.reduce((end, text) => end + lengthOf(text), behindNumbers)
  const said = JSON.stringify(phrases)
  const types = JSON.stringify(itemTypes)
  const behindPhrases = behindRecords + lengthOf(said)
  const header: Header = {
    date: lastEvent(records),
    size: all.length,
    records: behindNumbers,
    phrases: [behindRecords, behindPhrases],
    itemTypes: [behindPhrases, behindPhrases + lengthOf(types)],
    titles: titles.blocks,
    numbers: numbers.blocks,
  }
  const head = JSON.stringify(header)
  const width = String(lengthOf(head)).padStart(HEADER_WIDTH, '0')
  return [width, head, titles.text, numbers.text, ...packed, said, types].join('')
}

/** Where each record lies, as begin and length in base 36. */
function placesOf(packed: readonly string[], lengthOf: (text: string) => number): string[] {
  let end = 0
  return packed.map((text) => {
    const length = lengthOf(text)
    end += length
    return `${(end - length).toString(36)}+${length.toString(36)}`
  })
}

/** A line for every key, with the places of all records that have it, in order of key. */
function linesFor<T>(
  records: readonly T[],
  places: readonly string[],
  keysOf: (record: T) => readonly string[],
): (readonly [string, string])[] {
  const lines = new Map<string, string[]>()
  for (const [index, record] of records.entries()) {
    for (const key of new Set(keysOf(record))) {
      const line = lines.get(key) ?? []
      lines.set(key, [...line, places[index] ?? ''])
    }
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, line]) => [key, line.join(' ')] as const)
}

/** Before the key of what is left of a title without its wrapping, which is no title of its own. */
export const CORE = '~'

function titleKeys(record: AuthorityRecord | IndexEntry): readonly string[] {
  const aliases = 'aliases' in record ? (record.aliases ?? []) : []
  const keys = [record.title, ...aliases].map(titleKey)
  const core = coreKey(record.title)
  return keys.includes(core) ? keys : [...keys, `${CORE}${core}`]
}

/** One order may publish several texts, and most that amend amend several. */
function numberKeys(record: AuthorityRecord | IndexEntry): readonly string[] {
  const events = 'events' in record ? (record.events ?? []) : []
  return [
    ...(record.number === undefined ? [] : [numberKey(record.number)]),
    ...events.flatMap(({ number, date }) =>
      number === undefined ? [] : [numberKey(number, date?.slice(0, 4))],
    ),
  ]
}

/** The registry is as new as the newest thing it knows to have happened. */
function lastEvent(records: readonly AuthorityRecord[]): string {
  const dates = records.flatMap(({ events = [], date }) => [date, ...events.map((one) => one.date)])
  return dates.reduce<string>((last, date) => (date !== undefined && date > last ? date : last), '')
}
