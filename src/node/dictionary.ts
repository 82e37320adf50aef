import { Dictionary, type OwnWords, type WordPair } from '../rule/dictionary.ts'
import type { JsonNode } from '../text/json.ts'
import { checkShape } from './config-check.ts'
import { WORDS } from './config-shape.ts'
import { readDataFile } from './data-file.ts'

/** Words of a user's own: a file of them, or what stands in the settings and was checked there. */
export type WordsSource = { readonly path: string } | { readonly node: JsonNode }

/** Our vocabularies with words of a user's own; later sources go first. Throws `ConfigError`. */
export async function loadDictionary(
  sources: readonly WordsSource[],
  folder: string,
): Promise<Dictionary> {
  const words: OwnWords[] = []
  for (const source of sources) {
    words.unshift('path' in source ? await readWords(source.path, folder) : wordsOf(source.node))
  }
  return new Dictionary({
    typos: words.flatMap(({ typos }) => typos),
    terms: words.flatMap(({ terms }) => terms),
    items: words.flatMap(({ items }) => items),
    accept: words.flatMap(({ accept }) => accept),
  })
}

async function readWords(file: string, folder: string): Promise<OwnWords> {
  const source = await readDataFile(file, folder)
  checkShape(source.root, WORDS, source)
  return wordsOf(source.root)
}

function wordsOf(node: JsonNode): OwnWords {
  const value = (key: string) =>
    node.kind === 'object' ? node.members.find((one) => one.key === key)?.value : undefined
  const accept = value('accept')
  const accepted = accept?.kind === 'array' ? accept.items : accept === undefined ? [] : [accept]
  return {
    typos: pairs(value('typos')),
    terms: pairs(value('terms')),
    items: pairs(value('items')),
    accept: accepted.map(textOf),
  }
}

function pairs(node: JsonNode | undefined): readonly WordPair[] {
  if (node?.kind !== 'object') return []
  return node.members.map(({ key, value }) => [key, textOf(value)] as const)
}

function textOf(node: JsonNode): string {
  return node.kind === 'scalar' ? String(node.value) : ''
}
