import { describe, expect, test } from 'vitest'
import { findMisquotes, watch } from './misquote.ts'
import type { Phrase } from './phrase.ts'

const COMMON = {
  authority: 'reg:甲条例',
  version: '2019-04-03',
  confidence: 'high',
  sources: [],
} as const

const PHRASES: readonly Phrase[] = [
  {
    ...COMMON,
    article: 5,
    words: '以公开为常态、不公开为例外',
    verbatim: true,
    mistaken: [
      { wrong: '公开为常态、不公开为例外', right: '以公开为常态、不公开为例外', quoted: true },
    ],
  },
  {
    ...COMMON,
    article: 3,
    words: '结合职责权限和本地实际，确定决策事项目录、标准',
    verbatim: true,
    mistaken: [{ wrong: '决策项目目录', right: '决策事项目录', near: ['标准'] }],
  },
  {
    ...COMMON,
    article: 20,
    item: 1,
    words: '国民经济和社会发展规划、专项规划、区域规划及相关政策',
  },
]

const WATCHED = watch(PHRASES)

function shown(text: string): readonly string[] {
  return findMisquotes(text, WATCHED).map(({ span, expected, isSlight, isSure, isQuoted }) => {
    const marks = [isSlight && 'slight', isSure && 'sure', isQuoted && 'quoted']
    const actual = text.slice(span.start, span.end)
    return [`${actual} → ${expected}`, ...marks.filter((mark) => mark !== false)].join(' ')
  })
}

describe('a set phrase with other words', () => {
  test.each<[string, string, string[]]>([
    [
      'is told with its part of the sentence',
      '结合职责权限和本地实际确定决策项目目录、标准',
      ['确定决策项目目录 → 确定决策事项目录 sure'],
    ],
    [
      'across a line break',
      '结合职责权限和本地实际，确定决\n策项目目录、标准',
      ['确定决\n策项目目录 → 确定决策事项目录 sure'],
    ],
    [
      'that are put in',
      '以公开为常态，以不公开为例外',
      ['公开为常态，以不公开为例外 → 公开为常态、不公开为例外 slight sure'].map(
        (one) => `以${one.replace(' → ', ' → 以')}`,
      ),
    ],
    [
      'in quotation marks',
      '坚持“以公开为常态、不公开是例外”',
      ['不公开是例外 → 不公开为例外 sure quoted'],
    ],
    [
      'twice',
      '以公开是常态、不公开为例外；以公开是常态、不公开为例外',
      ['以公开是常态 → 以公开为常态 sure', '以公开是常态 → 以公开为常态 sure'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

describe('a known mistake', () => {
  test.each<[string, string, string[]]>([
    ['in company', '决策项目目录和标准', ['决策项目目录 → 决策事项目录 sure']],
    ['alone', '重大行政决策项目目录', ['决策项目目录 → 决策事项目录']],
    [
      'alone in quotation marks',
      '坚持“公开为常态，不公开为例外”',
      ['公开为常态，不公开为例外 → 以公开为常态、不公开为例外 slight sure quoted'],
    ],
    ['that only counts there', '坚持公开为常态、不公开为例外', []],
    ['with the right word before the mark', '坚持以“公开为常态、不公开为例外”', []],
    ['in a title', '《决策项目目录、标准》', []],
  ])('%s', (_name, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

test.each([
  ['the very words', '以公开为常态、不公开为例外'],
  ['other punctuation', '以公开为常态,不公开为例外'],
  ['a paraphrase', '公开是原则，不公开是例外'],
  ['what may be adapted', '国民经济和社会发展规划、专项规划、区域规划等相关政策'],
])('says nothing about %s', (_name, text) => {
  expect(shown(text)).toEqual([])
})

test('takes no longer for a hostile text', () => {
  const started = performance.now()
  for (const piece of [
    '决策项目目录',
    '“公开为常态、不公开为例外”',
    '结合职责权限和本地',
    '《',
    '“',
  ]) {
    findMisquotes(piece.repeat(1_000_000 / piece.length), WATCHED)
  }
  expect(performance.now() - started).toBeLessThan(20_000)
})
