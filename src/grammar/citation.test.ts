import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findTitles } from './citation.ts'

describe('the titles in a text', () => {
  test.each<[string, string, string[]]>([
    ['none', '政府信息公开条例', []],
    ['one', '《预算法》', ['预算法']],
    ['several', '1.《预算法》；2.《统计法》', ['预算法', '统计法']],
    ['single marks inside', '《印发〈公开办法〉的通知》', ['印发〈公开办法〉的通知']],
    ['double marks inside', '《印发《公开办法》的通知》', ['印发《公开办法》的通知']],
    ['angle brackets inside', '《印发<公开办法>的通知》', ['印发<公开办法>的通知']],
    ['in single marks alone', '〈预算法〉', []],
    ['an opening mark lost', '税收征收管理法》', []],
    ['over lines', '《政府信息\n公开条例》', ['政府信息\n公开条例']],
  ])('%s', (_name, text, expected) => {
    const titles = findTitles(text)
    expect(titles.map(({ title }) => title)).toEqual(expected)
    expect(titles.map(({ span }) => text.slice(span.start, span.end))).toEqual(
      expected.map((title) => `《${title}》`),
    )
  })
})

describe('what belongs to a title', () => {
  test.each([
    ['nothing', '《预算法》', ''],
    ['its number in brackets', '《条例》（国令第711号）', '（国令第711号）'],
    ['its bare number', '《意见》财预〔2016〕143号', '财预〔2016〕143号'],
    ['a line wrap', '《意见》 (国发〔2014〕47号)', ' (国发〔2014〕47号)'],
    ['not the next title', '《条例》、《办法》（国令第711号）', '、'],
    ['not the next point', '《条例》；国令第711号', ''],
    ['not the next sentence', '《条例》。国令第711号', ''],
    ['not the next line', '《条例》\n国令第711号', ''],
    ['not the article', '《条例》第二十条第（一）项', ''],
    ['not the article behind its number', '《条例》（国令第711号）第二十条', '（国令第711号）'],
    ['not the next number of a list', '《条例》 2.国令第711号', ' '],
    ['not the quoted words', '《条例》规定“国令第711号”', '规定'],
  ])('%s', (_name, text, expected) => {
    const { start = 0, end = 0 } = findTitles(text)[0]?.tail ?? {}
    expect(text.slice(start, end)).toBe(expected)
  })
})

const corpus = process.env.MULINT_CORPUS ?? '../shared'
const isWanted = existsSync(corpus) || process.env.CI === 'true'

describe.skipIf(!isWanted)(`the citations of real catalogues (MULINT_CORPUS, ${corpus})`, () => {
  test('each that is in title marks is found once, however its inner title is marked', () => {
    const rows = citations()
    const wrong = rows.flatMap(({ text, shape }) => {
      const titles = findTitles(text).map(({ title }) => title)
      // The decision that amended a law is a second one.
      const isAmended = text.includes('的决定》修正')
      const expected = shape.includes('quoted-title') ? (isAmended ? 2 : 1) : 0
      // 以下简称《条例》
      const main = titles.filter((title) => !(title === '条例' && titles.length > 1))
      return main.length === expected ? [] : [[text, titles]]
    })
    expect(wrong).toEqual([])
    expect(rows).toHaveLength(381)
  })
})

/** What is written, and the words by which the collection describes it. */
function citations(): readonly { text: string; shape: readonly string[] }[] {
  const [, ...lines] = readFileSync(join(corpus, 'domain/vocab/citations.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => {
    const [text = '', , , , shape = ''] = line.split('\t')
    return { text: text.replaceAll('⏎', '\n'), shape: shape.split(',') }
  })
}
