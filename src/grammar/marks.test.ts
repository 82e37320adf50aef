import { describe, expect, test } from 'vitest'
import { isInside, markedStretches } from './marks.ts'

describe('markedStretches', () => {
  test.each<[string, string, string, string[]]>([
    ['nothing marked', '政府信息公开条例', '《', []],
    ['one title', '按照《预算法》公开', '《', ['《预算法》']],
    ['two titles', '《预算法》《统计法》', '《', ['《预算法》', '《统计法》']],
    ['a title inside another', '《印发《公开办法》的通知》', '《', ['《印发《公开办法》的通知》']],
    ['single marks inside', '《印发〈公开办法〉的通知》', '《〈', ['《印发〈公开办法〉的通知》']],
    ['two titles inside one', '《〈甲〉和〈乙〉》', '《〈', ['《〈甲〉和〈乙〉》']],
    ['marks that do not count', '《预算法》“三公”经费', '“', ['“三公”']],
    ['a title in a quotation', '“见《预算法》第十四条”', '“《', ['“见《预算法》第十四条”']],
    ['never closed', '《预算法、《统计法》', '《', ['《统计法》']],
    [
      'never closed inside a title',
      '《印发〈公开办法的通知》',
      '《〈',
      ['《印发〈公开办法的通知》'],
    ],
    ['never opened', '税收征收管理法》、《预算法》', '《', ['《预算法》']],
    ['over lines', '《政府信息\n公开条例》', '《', ['《政府信息\n公开条例》']],
    ['empty', '《》', '《', ['《》']],
  ])('%s', (_name, text, opening, expected) => {
    const found = markedStretches(text, opening)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })

  test.each(['《', '》', '《〈', '《》〉'])('reads 200,000 of %s in one go', (mark) => {
    const began = performance.now()
    markedStretches(mark.repeat(200_000 / mark.length), '“《〈')
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

test('inside are the marks and all between them', () => {
  const text = '见《预算法》和《统计法》。'
  const stretches = markedStretches(text, '《')
  const inside = [...text].filter((_, at) => isInside(stretches, at))
  expect(inside.join('')).toBe('《预算法》《统计法》')
  expect(isInside(stretches, -1)).toBe(false)
  expect(isInside(stretches, text.length)).toBe(false)
  expect(isInside([], 0)).toBe(false)
})
