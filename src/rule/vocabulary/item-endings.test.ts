import { expect, test } from 'vitest'
import { ITEM_ENDINGS } from './item-endings.ts'

test('names each ending once', () => {
  expect(new Set(ITEM_ENDINGS).size).toBe(ITEM_ENDINGS.length)
  for (const ending of ITEM_ENDINGS) expect(ending).toMatch(/^[㐀-䶿一-鿿]{2,3}$/u)
})
