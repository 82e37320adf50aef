import { expect, test } from 'vitest'
import { MAX_COLUMNS, MAX_ROWS } from '../../reader.ts'
import { settleMerges } from './merges.ts'
import { parseRange } from './reference.ts'

test.each<[string, string[], string[], string[]]>([
  ['apart', ['A1:B2', 'C1:D2', 'A3:D3'], ['A1:B2', 'C1:D2', 'A3:D3'], []],
  ['one in another', ['A1:D4', 'B2:C3'], ['A1:D4'], ['B2:C3']],
  ['corner to corner', ['B2:C3', 'C3:D4'], ['B2:C3'], ['C3:D4']],
  ['the same twice', ['A1:B2', 'A1:B2'], ['A1:B2'], ['A1:B2']],
  ['the lower one first', ['A2:B3', 'A1:A2'], ['A1:A2'], ['A2:B3']],
  [
    'what only the left out one touched',
    ['A1:B2', 'B2:C3', 'C3:D4'],
    ['A1:B2', 'C3:D4'],
    ['B2:C3'],
  ],
])('%s', (_name, merges, kept, overlapping) => {
  expect(settleMerges(merges.map(parseRange))).toEqual({
    kept: kept.map(parseRange),
    overlapping: overlapping.map(parseRange),
  })
})

test('merges over the whole sheet cost no more than its columns', () => {
  const whole = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 }
  const started = performance.now()
  expect(settleMerges(Array.from({ length: 100 }, () => whole)).overlapping).toHaveLength(99)
  expect(performance.now() - started).toBeLessThan(20_000)
})

test('too many of them are refused', () => {
  const rows = Array.from({ length: 200 }, (_, row) => ({
    top: row,
    left: 0,
    bottom: row,
    right: MAX_COLUMNS - 1,
  }))
  expect(() => settleMerges(rows)).toThrow(expect.objectContaining({ reason: 'too-many-cells' }))
})
