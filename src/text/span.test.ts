import { expect, test } from 'vitest'
import { overlaps } from './span.ts'

test.each<[string, [number, number], [number, number], boolean]>([
  ['the same', [2, 5], [2, 5], true],
  ['one inside the other', [0, 9], [2, 5], true],
  ['one unit shared', [0, 3], [2, 5], true],
  ['side by side', [0, 2], [2, 5], false],
  ['apart', [0, 1], [4, 5], false],
  ['the same empty one', [3, 3], [3, 3], true],
  ['two empty ones', [3, 3], [4, 4], false],
  ['an empty one inside the other', [3, 3], [2, 5], true],
  ['an empty one at the start of the other', [2, 2], [2, 5], false],
  ['an empty one at the end of the other', [5, 5], [2, 5], false],
])('%s', (_name, [start, end], [otherStart, otherEnd], shared) => {
  const [a, b] = [
    { start, end },
    { start: otherStart, end: otherEnd },
  ]
  expect(overlaps(a, b)).toBe(shared)
  expect(overlaps(b, a)).toBe(shared)
})
