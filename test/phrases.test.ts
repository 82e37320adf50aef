import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { clauseOf, type Phrase } from '../src/authority/phrase.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { lettersOf } from '../src/text/letters.ts'
import { PHRASE_FILE } from '../tools/compile-authorities.ts'

const text = readFileSync(`authorities/${PHRASE_FILE}`, 'utf8')
const phrases: readonly Phrase[] = JSON.parse(text)
const authorities = loadAuthorities()

const shown = (phrase: Phrase) => `${phrase.authority} ${clauseOf(phrase)} ${phrase.words}`

test('the phrases are what the schema says', () => {
  const schema = JSON.parse(readFileSync('schemas/phrase.schema.json', 'utf8'))
  const validate = new Ajv2020({ allErrors: true }).compile(schema)
  validate(phrases)
  expect(validate.errors ?? []).toEqual([])
})

test('one stands on a line, in order of place', () => {
  expect(text).toBe(`[\n${phrases.map((phrase) => JSON.stringify(phrase)).join(',\n')}\n]\n`)
  const keys = phrases.map(({ authority, article, paragraph = 0, item = 0 }) =>
    [authority, ...[article, paragraph, item].map((one) => String(one).padStart(4, '0'))].join(),
  )
  expect(keys).toEqual([...keys].sort())
})

test('none stands twice', () => {
  const words = phrases.map(({ authority, words }) => `${authority} ${lettersOf(words)}`)
  expect(words.filter((one, index) => words.indexOf(one) !== index)).toEqual([])
})

test('each belongs to an authority in force, in the version that was counted', () => {
  const astray = phrases.filter(({ authority, version, article, item = 0 }) => {
    const title = authority.replace(/^\w+:/u, '')
    const found = authorities.byTitle(title).find(({ id }) => id === authority)
    return (
      found?.status !== '现行有效' ||
      found.version !== version ||
      found.effective === undefined ||
      article > (found.articles ?? 0) ||
      item > (found.items?.[article] ?? 0)
    )
  })
  expect(astray.map(shown)).toEqual([])
})

test('what is sure has two texts as sources', () => {
  const unfounded = phrases.filter(
    ({ confidence, sources }) => confidence === 'high' && sources.length < 2,
  )
  expect(unfounded.map(shown)).toEqual([])
})

test('a mistake is put right by words of its phrase, and is no accepted form', () => {
  const odd = phrases.filter(({ words, accepted = [], mistaken = [] }) =>
    mistaken.some(
      ({ wrong, right }) =>
        !lettersOf(words).includes(lettersOf(right)) ||
        lettersOf(wrong) === lettersOf(right) ||
        accepted.some((form) => lettersOf(form).includes(lettersOf(wrong))),
    ),
  )
  expect(odd.map(shown)).toEqual([])
})

test('the registry gives them back as the file holds them', () => {
  expect(authorities.phrases).toEqual(phrases)
})
