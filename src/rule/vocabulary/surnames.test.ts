import { expect, test } from 'vitest'
import { DOUBLE_SURNAMES, SURNAMES } from './surnames.ts'

test('names each surname once', () => {
  expect(new Set(SURNAMES).size).toBe([...SURNAMES].length)
  expect(SURNAMES).toMatch(/^[㐀-䶿一-鿿]+$/u)
  for (const surname of DOUBLE_SURNAMES) expect(surname).toMatch(/^[㐀-䶿一-鿿]{2}$/u)
})
