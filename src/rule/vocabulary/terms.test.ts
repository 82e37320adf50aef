import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findUses, lexicon } from '../../grammar/lexicon.ts'
import { NONSTANDARD_TERMS } from './terms.ts'

const LEXICON = lexicon(NONSTANDARD_TERMS)

test.each(NONSTANDARD_TERMS)('$words: the right word is none of them', ({ right }) => {
  expect(findUses(right.replace('$1', '人'), LEXICON)).toEqual([])
})

test.each(['laws', 'regulations', 'rules', 'phrases', 'deadlines'])(
  'no text of %s.json holds a word that is surely wrong',
  (name) => {
    const text = readFileSync(`authorities/${name}.json`, 'utf8').replace(/[“”《》〈〉]/gu, ' ')
    expect(findUses(text, LEXICON).filter(({ term }) => term.isSure)).toEqual([])
  },
)
