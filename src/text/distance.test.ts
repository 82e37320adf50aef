import { expect, test } from 'vitest'
import { nearest } from './distance.ts'

test.each<[string, string, string]>([
  ['the same word', 'num-seq-gap', 'num-seq-gap'],
  ['a letter left out', 'num-seq-gp', 'num-seq-gap'],
  ['a letter too many', 'num-seqq-gap', 'num-seq-gap'],
  ['a wrong letter', 'num-sek-gap', 'num-seq-gap'],
  ['neighbours swapped', 'txet', 'text'],
  ['two pairs of neighbours swapped', 'ocncsie', 'concise'],
  ['neighbours swapped at both ends', 'etxt', 'text'],
  ['two edits in a short word', 'tx', 'text'],
  ['a third of a long word', 'dedline-mising-x', 'deadline-missing'],
  ['Chinese', '公开限时', '公开时限'],
])('%s: %s is meant as %s', (_name, word, meant) => {
  expect(nearest(word, [meant])).toBe(meant)
})

test('a word that has nothing in common is not near, however short it is', () => {
  expect(nearest('主体', ['序号', '公开主体'])).toBe('公开主体')
  expect(nearest('主体', ['序号'])).toBeUndefined()
})

test.each<[string, string, string]>([
  ['three edits in a short word', 'josm', 'text'],
  ['three swaps in a short word', 'etxtab', 'text'],
  ['more than a third of a long word', 'dedln-misng', 'deadline-missing'],
  ['a word of another length', 'a', 'catalogue'],
  ['nothing at all', '', 'text'],
  ['nothing in common', 'channel', 'deadline'],
])('%s: %s is not meant as %s', (_name, word, other) => {
  expect(nearest(word, [other])).toBeUndefined()
})

test.each<[string, string[], string | undefined]>([
  ['nearest of all wins', ['cite-outdated', 'num-seq-gaps', 'num-seq-gap'], 'num-seq-gap'],
  ['nearest wins wherever it stands', ['num-seq-gap', 'num-seq-gaps'], 'num-seq-gap'],
  ['first of those equally near wins', ['num-set-gap', 'num-sew-gap'], 'num-set-gap'],
  ['nothing is near among nothing', [], undefined],
])('the %s', (_name, candidates, near) => {
  expect(nearest('num-seq-gap', candidates)).toBe(near)
})

// The swap makes two wrong letters one edit; counted as two it would lose.
test('a swap counts as one edit', () => {
  expect(nearest('txet', ['txxx', 'text'])).toBe('text')
})
