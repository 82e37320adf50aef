import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import { sourceSpan } from './locate.ts'
import { joined, type MendedCell, partOf, realEditPlace, realPlace } from './mended.ts'
import type { Cell } from './model.ts'

const SOURCE = '| 依据 | 时限 |\n| --- | --- |\n| 《甲\\|乙办法》<br>20个工作日内 | 县教育局 |\n'

async function cellsOf(source: string): Promise<readonly Cell[]> {
  const bytes = new TextEncoder().encode(source)
  const { blocks } = await readDocument({ name: '目录.md', bytes })
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
}

async function mended(): Promise<{ part: MendedCell; both: MendedCell }> {
  const [, , left, right] = await cellsOf(SOURCE)
  if (left === undefined || right === undefined) throw new Error('no cells')
  const start = left.text.indexOf('20')
  const part = partOf(left, { start, end: left.text.length })
  return { part, both: joined(left, right) }
}

function spanOf({ text }: MendedCell, words: string) {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe('a place in a cell that is not there', () => {
  test.each<[string, 'part' | 'both', string, string]>([
    ['in a part', 'part', '工作日', '工作日'],
    ['a part to its end', 'part', '20个工作日内', '20个工作日内'],
    ['in the left of two', 'both', '《甲|乙办法》', '《甲\\|乙办法》'],
    ['in the right of two', 'both', '教育局', '教育局'],
    ['over both', 'both', '日内\n县教', '日内'],
  ])('%s is that of its words', async (_name, kind, words, expected) => {
    const passage = (await mended())[kind]
    const { start, end } = sourceSpan(realPlace({ passage, span: spanOf(passage, words) }))
    expect(SOURCE.slice(start, end)).toBe(expected)
  })

  test.each<['part' | 'both', string]>([
    ['part', '20个工作日内'],
    ['both', '《甲\\|乙办法》<br>20个工作日内'],
  ])('a whole %s', async (kind, expected) => {
    const { start, end } = sourceSpan(realPlace({ passage: (await mended())[kind] }))
    expect(SOURCE.slice(start, end)).toBe(expected)
  })

  test('is left alone where the cell is there', async () => {
    const [passage] = await cellsOf(SOURCE)
    if (passage === undefined) throw new Error('no cells')
    expect(realPlace({ passage })).toEqual({ passage })
  })
})

describe('an edit in a cell that is not there', () => {
  test('goes to the words in the cell that is', async () => {
    const { part } = await mended()
    const [first] = part.fragments
    expect(realEditPlace(part, spanOf(part, '20'))).toEqual({
      passage: first.cell,
      span: { start: first.span.start, end: first.span.start + 2 },
    })
  })

  test('is not offered over two cells', async () => {
    const { both } = await mended()
    expect(realEditPlace(both, spanOf(both, '日内\n县教'))).toBeUndefined()
    expect(realEditPlace(both, spanOf(both, '县教育局'))?.passage.text).toBe('县教育局')
  })
})
