import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from './difference.ts'

test.each<[string, string, [number, number, string][]]>([
  ['同', '同', []],
  [
    '国办发[2019]54号',
    '国办发〔2019〕54号',
    [
      [3, 4, '〔'],
      [8, 9, '〕'],
    ],
  ],
  ['国令713号', '国令第713号', [[2, 2, '第']]],
  ['及时公开', '公开', [[0, 2, '']]],
  ['', '主动公开', [[0, 0, '主动公开']]],
  ['𠮷甲', '𠮶甲', [[0, 2, '𠮶']]],
])('%s → %s', (from, to, expected) => {
  expect(differences(from, to)).toEqual(
    expected.map(([start, end, text]) => ({ start, end, text })),
  )
})

test('put into the one text they make the other', () => {
  const text = fc.string({
    unit: fc.constantFrom('甲', '乙', '丙', '𠮷', 'a', '|', '\n'),
    maxLength: 300,
  })
  fc.assert(
    fc.property(text, text, (from, to) => {
      let output = ''
      let at = 0
      for (const { start, end, text } of differences(from, to)) {
        expect(start).toBeGreaterThanOrEqual(at)
        output += from.slice(at, start) + text
        at = end
      }
      expect(output + from.slice(at)).toBe(to)
    }),
  )
})
