import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersOf, placesOfLetters } from './letters.ts'

describe('the letters of a text', () => {
  test.each([
    ['以公开为常态、不公开为例外', '以公开为常态不公开为例外'],
    ['20 个工作日内。', '20个工作日内'],
    ['“（三）规划”；\n《条例》', '三规划条例'],
    ['，。、', ''],
  ])('%s', (text, letters) => {
    expect(lettersOf(text)).toBe(letters)
  })

  test('stand where the places say', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'公开（、 。a9\n𠀀') }), (text) => {
        const letters = [...placesOfLetters(text)].map((place) => text.charAt(place)).join('')
        expect(letters).toBe(lettersOf(text))
      }),
    )
  })
})
