import { describe, expect, test } from 'vitest'
import { findVariants } from './variant.ts'

const WORDS = '还应当包括工作考核社会评议和责任追究结果情况'

function shown(text: string, limit = 3): readonly string[] {
  return findVariants(text, WORDS, limit).map(({ span, departures }) => {
    const changes = departures.map(
      ({ written, meant }) =>
        `${text.slice(written.start, written.end)}<${WORDS.slice(meant.start, meant.end)}`,
    )
    return `${text.slice(span.start, span.end)}: ${changes.join(' ')}`
  })
}

describe('a variant of some words', () => {
  test.each([
    [
      'a letter left out',
      '报告还应包括工作考核社会评议和责任追究结果情况其他',
      ['还应包括工作考核社会评议和责任追究结果情况: <当'],
    ],
    [
      'a letter too many',
      '还应当包括工作考核社会评议和和责任追究结果情况',
      ['还应当包括工作考核社会评议和和责任追究结果情况: 和<'],
    ],
    [
      'a letter for another, and one left out',
      '还应包括工作考评社会评议和责任追究结果情况',
      ['还应包括工作考评社会评议和责任追究结果情况: <当 评<核'],
    ],
    ['the very words', `各级报告${WORDS}其他`, []],
    ['too many changes', '还应当包括考核评议和责任追究结果情况', []],
    ['other ends', '应当包括工作考核社会评议和责任追究结果通报', []],
    ['nothing of it', '政府信息公开工作年度报告', []],
  ])('%s', (_name, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  test('is found twice, behind the very words', () => {
    const text = `${WORDS}${WORDS.replace('当', '')}${WORDS.replace('当', '须')}`
    expect(shown(text)).toHaveLength(2)
  })

  test('costs a hostile text no more than reading it', () => {
    const started = performance.now()
    for (const piece of ['还应当包', '还应当包括', '还应当包括工作考核社会评议和责任追究结']) {
      findVariants(piece.repeat(1_000_000 / piece.length), WORDS, 3)
    }
    findVariants('还'.repeat(1_000_000), WORDS, 3)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
