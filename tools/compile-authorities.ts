import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuthorityRecord, IndexEntry } from '../src/authority/authority.ts'
import { compile } from '../src/authority/compile.ts'
import type { ItemType } from '../src/authority/item-type.ts'
import type { Phrase } from '../src/authority/phrase.ts'

/** The files of `authorities/` that hold records; the index of the State Council stands apart. */
export const RECORD_FILES = [
  'laws.json',
  'regulations.json',
  'rules.json',
  'documents.json',
  'standards.json',
] as const

export const INDEX_FILE = 'state-council.json'

/** Labels and set phrases of laws that catalogues copy. */
export const PHRASE_FILE = 'phrases.json'

/** The item types and what the law allows for their deadlines. */
export const ITEM_TYPE_FILE = 'deadlines.json'

/** The text for looking up authorities, to be written as UTF-8: its places count bytes. */
export function compileAuthorities(folder = 'authorities'): { name: string; content: string }[] {
  const read = <T>(name: string): T[] => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const records = RECORD_FILES.flatMap((name) => read<AuthorityRecord>(name))
  const index = read<IndexEntry>(INDEX_FILE)
  const phrases = read<Phrase>(PHRASE_FILE)
  const itemTypes = read<ItemType>(ITEM_TYPE_FILE)
  const content = compile(records, index, Buffer.byteLength, { phrases, itemTypes })
  return [{ name: 'authorities.txt', content }]
}
