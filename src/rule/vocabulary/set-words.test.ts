import { expect, test } from 'vitest'
import { findUses, lexicon } from '../../grammar/lexicon.ts'
import { SET_WORDS } from './set-words.ts'
import { SYNONYMS } from './synonyms.ts'
import { TYPOS } from './typos.ts'

test('no word is listed twice', () => {
  expect(new Set(SET_WORDS).size).toBe(SET_WORDS.length)
  const words = SYNONYMS.flatMap((group) => group.words)
  expect(new Set(words).size).toBe(words.length)
})

test('no set word is a slip', () => {
  const slips = lexicon(TYPOS)
  expect(SET_WORDS.filter((word) => findUses(word, slips).length > 0)).toEqual([])
})

test('of two words for one thing none holds the other', () => {
  for (const { words } of SYNONYMS) {
    for (const word of words) {
      expect(words.filter((other) => other !== word && other.includes(word))).toEqual([])
    }
  }
})
