import { expect, test } from 'vitest'
import { BOXED_CHANNELS } from './boxed-channels.ts'

test('names each channel once, without marks or blanks', () => {
  expect(new Set(BOXED_CHANNELS).size).toBe(BOXED_CHANNELS.length)
  for (const term of BOXED_CHANNELS) expect(term).toMatch(/^[㐀-䶿一-鿿][㐀-䶿一-鿿/／、]+$/u)
})
