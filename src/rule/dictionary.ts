import { type Lexicon, lexicon } from '../grammar/lexicon.ts'
import type { Span } from '../text/span.ts'
import { ITEM_NAME_TERMS, type ItemNameTerm } from './vocabulary/item-names.ts'
import { NONSTANDARD_TERMS, type NonstandardTerm } from './vocabulary/terms.ts'
import { TYPOS, type Typo } from './vocabulary/typos.ts'

/** A wrong word, and what should stand there. */
export type WordPair = readonly [wrong: string, right: string]

/** Words that whoever runs the check adds to ours. */
export interface OwnWords {
  readonly typos: readonly WordPair[]
  readonly terms: readonly WordPair[]
  /** Names of items, or words in them. */
  readonly items: readonly WordPair[]
  /** Words that are right as they stand. */
  readonly accept: readonly string[]
}

/** Where a term of a user's own stands. */
const SOURCE = '自定词典'

/** Our vocabularies with the words of a user's own, which go before ours. */
export class Dictionary {
  readonly typos: Lexicon<Typo>
  readonly terms: Lexicon<NonstandardTerm>
  readonly itemNames: readonly ItemNameTerm[]
  readonly #accepted: readonly string[]

  constructor({ typos, terms, items, accept }: OwnWords) {
    this.typos = lexicon([...typos.map(typo), ...TYPOS])
    this.terms = lexicon([...terms.map(term), ...NONSTANDARD_TERMS])
    this.itemNames = [...items.map(itemName), ...ITEM_NAME_TERMS]
    this.#accepted = accept
  }

  /** Whether what stands there is a word that was accepted, or a part of one. */
  accepts(text: string, { start, end }: Span): boolean {
    return this.#accepted.some((word) => {
      const first = Math.max(0, end - word.length)
      const at = text.indexOf(word, first)
      return at >= 0 && at <= start && at + word.length >= end
    })
  }
}

function typo([wrong, right]: WordPair): Typo {
  return { ...literally(wrong, right), fault: 'wrong', isSure: true }
}

function term([wrong, right]: WordPair): NonstandardTerm {
  return { ...literally(wrong, right), source: SOURCE, isSure: true, isSafe: true }
}

function itemName([wrong, right]: WordPair): ItemNameTerm {
  const { words, after } = literally(wrong, right)
  return {
    pattern: new RegExp(`${words}(?${after})`, 'gu'),
    standard: right,
    whole: false,
    severity: 'warning',
    certainty: 'certain',
    safety: 'safe',
  }
}

/** A word as it stands, but for where it already is a part of what is right: 政策文 in 政策文件. */
function literally(wrong: string, right: string) {
  const at = right.indexOf(wrong)
  const upTo = at < 0 ? '' : right.slice(0, at + wrong.length)
  const behind = at < 0 ? '' : right.slice(at + wrong.length)
  // (?!) never matches.
  const after = at < 0 ? '!(?!)' : `!(?<=${escaped(upTo)})${escaped(behind)}`
  return { words: escaped(wrong), right, after }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}
