import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from '../text/span.ts'
import { type Citation, parseCitations } from './citation.ts'

describe('the title', () => {
  test.each<[string, string, string[]]>([
    ['in marks', '《预算法》', ['double 预算法']],
    ['several', '1.《预算法》；2.《统计法》', ['double 预算法', 'double 统计法']],
    ['without anything between', '《预算法》《统计法》', ['double 预算法', 'double 统计法']],
    ['single marks inside', '《印发〈公开办法〉的通知》', ['double 印发〈公开办法〉的通知']],
    ['double marks inside', '《印发《公开办法》的通知》', ['double 印发《公开办法》的通知']],
    ['angle brackets inside', '《印发<公开办法>的通知》', ['double 印发<公开办法>的通知']],
    ['an inner mark lost', '《印发(公开办法》的通知》', ['double 印发(公开办法》的通知']],
    ['single marks', '〈预算法〉', ['single 预算法']],
    ['angle brackets', '<政府信息公开条例>', ['angle 政府信息公开条例']],
    ['opening mark lost', '税收征收管理法》', ['unopened 税收征收管理法']],
    ['closing mark lost', '《税收征收管理法', ['unclosed 税收征收管理法']],
    ['no marks', '●预算法', ['none 预算法']],
    [
      'no marks, with its number',
      '1.关于做好公开工作的通知（国办发〔2014〕46号）',
      ['none 关于做好公开工作的通知'],
    ],
    ['no marks, with its article', '政府信息公开条例第二十条', ['none 政府信息公开条例']],
    ['over lines', '《政府信息\n公开条例》', ['double 政府信息\n公开条例']],
    ['in quoted words', '“按照《预算法》公开”', []],
    ['no title at all', '形成或者变更之日起20个工作日内', []],
    ['a sentence', '按照规定，及时公开本机关的通知公告。', []],
  ])('%s', (_name, text, expected) => {
    expect(parseCitations(text).map(({ name }) => `${name?.marking} ${name?.text}`)).toEqual(
      expected,
    )
  })
})

describe('what stands before the title', () => {
  test.each<[string, Partial<Record<'marker' | 'category' | 'issuer' | 'tail', string>>]>([
    ['1.《预算法》', { marker: '1.' }],
    ['2、《预算法》', { marker: '2、' }],
    ['2《预算法》', { marker: '2' }],
    ['●《预算法》', { marker: '●' }],
    ['①《预算法》', { marker: '①' }],
    ['（一）《预算法》', { marker: '（一）' }],
    ['【法律】《预算法》', { category: '【法律】' }],
    ['1.【行政法规】 《预算法实施条例》', { marker: '1.', category: '【行政法规】' }],
    ['国务院《社会救助暂行办法》', { issuer: '国务院' }],
    ['根据国务院《社会救助暂行办法》', { issuer: '国务院' }],
    ['贯彻落实《预算法》', {}],
    [
      '中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》',
      { issuer: '中共中央办公厅 国务院办公厅印发' },
    ],
    ['国务院办公厅关于印发《行动计划》的通知', { issuer: '国务院办公厅关于印发', tail: '的通知' }],
    ['民政部关于贯彻落实《意见》的通知', { issuer: '民政部关于贯彻落实', tail: '的通知' }],
    [
      '国务院办公厅印发《意见》实施细则的通知',
      { issuer: '国务院办公厅印发', tail: '实施细则的通知' },
    ],
  ])('%s', (text, expected) => {
    const [citation] = parseCitations(text)
    const parts = ['marker', 'category', 'issuer', 'tail'] as const
    const found = parts.flatMap((part) => {
      const words = wordsAt(text, citation?.[part])
      return words === undefined ? [] : [[part, words]]
    })
    expect(Object.fromEntries(found)).toEqual(expected)
  })

  test('the whole title takes in what stands outside the marks', () => {
    const [citation] = parseCitations(
      '国务院办公厅关于印发《行动计划》的通知（国办发〔2023〕27号）',
    )
    expect(citation?.fullName).toBe('国务院办公厅关于印发《行动计划》的通知')
  })
})

describe('the numbers', () => {
  test.each<[string, string[]]>([
    ['《条例》（国务院令第711号）', ['国务院令第711号']],
    ['《条例》国令第711号', ['国令第711号']],
    ['国务院令第711号《条例》', ['国务院令第711号']],
    ['《条例》、《办法》（国令第711号）', []],
    ['《条例》；国令第711号', []],
    ['《意见》 (国发〔2014〕47号)', ['国发〔2014〕47号']],
    ['《通知》(国人口发(2007)78号)', ['国人口发(2007)78号']],
    ['《意见》（辽政办发(2014)74号', ['辽政办发(2014)74号']],
    ['《意见》(民发〔2018)23号〕', ['民发〔2018)23号']],
    ['《公告》(公告2009年第1号)', ['公告2009年第1号']],
    ['《办法》(国家发展改革委2017年第10号令)', ['2017年第10号令']],
    ['《文化馆服务标准》(GB T 32939—2016)', ['GB T 32939—2016']],
    ['《条例》（国务院令第711号，以下简称《条例》）', ['国务院令第711号']],
    ['《法》（主席令第5号公布，国办发〔2014〕46号）', ['主席令第5号', '国办发〔2014〕46号']],
  ])('%s', (text, expected) => {
    const [citation] = parseCitations(text)
    const { orders = [], documents = [], yearly = [], standards = [] } = citation ?? {}
    expect([...orders, ...documents, ...yearly, ...standards].map((one) => one.text)).toEqual(
      expected,
    )
  })

  test('a number is cited without a title too', () => {
    const [citation, ...others] = parseCitations('按国办发〔2016〕19号要求公开')
    expect(citation?.name).toBeUndefined()
    expect(citation?.documents.map(({ text }) => text)).toEqual(['国办发〔2016〕19号'])
    expect(others).toEqual([])
  })

  test('the short name that is declared', () => {
    const [citation, ...others] = parseCitations('《政府信息公开条例》（以下简称《条例》）')
    expect(citation?.shortName).toBe('条例')
    expect(others).toEqual([])
  })
})

describe('条、款、项、目', () => {
  test.each<[string, string]>([
    ['第二十条', '20'],
    ['第20条', '20'],
    ['第 二十 条', '20'],
    ['第一百二十条之二', '120之2'],
    ['第二十条第一款', '20.1'],
    ['第二十条第（五）项', '20:5'],
    ['第二十条第五项', '20:5'],
    ['第二十条第（五）、（六）项', '20:5,6'],
    ['第二十条第（五）项、第（六）项', '20:5,6'],
    ['第二十条第（五）（六）项', '20:5,6'],
    ['第二十条第（一）至（三）项', '20:1,3'],
    ['第五十条第一款第四项', '50.1:4'],
    ['第二十条第(一)款', '20.1'],
    ['第二十条(二)', '20:2'],
    ['第九条第一款第（二）项第1目', '9.1:2-1'],
    ['第四十九条、第五十条', '49 50'],
    ['第四十九条和第五十条', '49 50'],
    ['第十四、十五、十六条', '14 15 16'],
    ['第十条至第十二条', '10~12'],
    ['第十至十二条', '10~12'],
    ['第十条…第十一条…', '10 11'],
    ['第五十七。', '57!'],
    ['，第七条婴儿出生后', '7'],
    ['第二十条第一款第（一）项、第二款第（三）项', '20.1:1 20.2:3'],
  ])('%s', (words, expected) => {
    const text = `《条例》${words}`
    const [citation] = parseCitations(text)
    const told = citation?.clauses.map(
      ({ article, inserted, to, paragraphs, items, points, lacksUnit }) =>
        [
          article,
          inserted === undefined ? '' : `之${inserted}`,
          to === undefined ? '' : `~${to}`,
          paragraphs.length === 0 ? '' : `.${paragraphs.map(({ number }) => number)}`,
          items.length === 0 ? '' : `:${items.map(({ number }) => number)}`,
          points.length === 0 ? '' : `-${points.map(({ number }) => number)}`,
          lacksUnit ? '!' : '',
        ].join(''),
    )
    expect(told?.join(' ')).toBe(expected)
  })

  test.each([
    ['第二十条第（五）、（六）项', ['第（五）', '（六）项']],
    ['第二十条第五项', ['第五项']],
    ['第二十条（二）', ['（二）']],
  ])('the words of each number of %s', (words, expected) => {
    const text = `《条例》${words}`
    const [clause] = parseCitations(text)[0]?.clauses ?? []
    expect(clause?.items.map(({ span }) => wordsAt(text, span))).toEqual(expected)
  })
})

describe('quoted words', () => {
  test.each<[string, object]>([
    ['《条例》“（三）规划”', { item: 3, words: '规划', heading: undefined }],
    ['《条例》第二十条“（五）许可”', { item: 5, words: '许可' }],
    [
      '《要点》“三、提高质量，（八）开展公开。”',
      { item: 8, words: '开展公开。', heading: '提高质量' },
    ],
    ['《意见》“推进服务公开”', { item: undefined, words: '推进服务公开' }],
  ])('%s', (text, expected) => {
    expect(parseCitations(text)[0]?.quotes).toMatchObject([expected])
  })
})

test.each([
  ['《意见》等', '等'],
  ['《意见》等法律法规和文件规定', '等法律法规和文件规定'],
  ['《意见》及其实施细则', '及其实施细则'],
  ['《条例》及相关规定', '及相关规定'],
])('the open end of %s', (text, expected) => {
  expect(wordsAt(text, parseCitations(text)[0]?.openEnd)).toBe(expected)
})

test('a decision in the note on amendments is no citation of its own', () => {
  const text =
    '《社会保险法》(2010年通过,根据2018年《关于修改〈社会保险法〉的决定》修正)；《预算法》'
  expect(parseCitations(text).map(({ name }) => name?.text)).toEqual(['社会保险法', '预算法'])
})

const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'《》〈〉“”（）()〔〕第条款项令号国一二十1290.；、。的通知法\n 《'),
  }),
  fc.string({ unit: 'binary' }),
)

describe('whatever is written', () => {
  test('spans lie in the text, in order and apart', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const found = parseCitations(text)
        let end = 0
        for (const citation of found) {
          expect(citation.span.start).toBeGreaterThanOrEqual(end)
          end = citation.span.end
          expect(end).toBeLessThanOrEqual(text.length)
          for (const span of partsOf(citation)) {
            expect(span.start).toBeLessThanOrEqual(span.end)
            expect(span.end).toBeLessThanOrEqual(text.length)
          }
          for (const { text: words, span } of numbersOf(citation)) {
            expect(text.slice(span.start, span.end)).toBe(words)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['《', '《'],
    ['》', '》'],
    ['《》', '《》'],
    ['《甲法》', '《甲法》'],
    ['digits', '1'],
    ['第', '第'],
    ['第1', '第1'],
    ['Chinese digits', '一'],
    ['brackets', '（'],
    ['〔', '〔'],
    ['points', '1.'],
    ['articles', '第一条'],
    ['items', '（一）'],
    ['blanks', ' '],
    ['blanks before a character', `${' '.repeat(99_999)}甲`],
    ['one mark before blanks', `《${' '.repeat(99_999)}`],
    ['第 before blanks', `第${' '.repeat(99_999)}`],
    ['年 before blanks', `年第${' '.repeat(99_999)}`],
    ['令 before blanks', `令${' '.repeat(99_999)}`],
    ['brackets before blanks', `（${' '.repeat(99_999)}`],
    ['a year before blanks', `〔2019${' '.repeat(99_999)}`],
    ['（ and 《', '（《'],
    ['numbers', '国发〔2019〕5号'],
    ['orders', '国务院令第1号'],
    ['quotes', '“'],
    ['citations', '1.《甲法》（国发〔2019〕5号）第一条；'],
    ['articles and items', '第一条（一）'],
  ])(
    'a megabyte of %s is read in one go',
    (_name, unit) => {
      const text = `《甲法》${unit.repeat(Math.ceil(1_000_000 / unit.length))}`
      expect(parseCitations(text).length).toBeGreaterThan(0)
    },
    20_000,
  )
})

const corpus = process.env.MULINT_CORPUS ?? '../shared'
const isWanted = existsSync(corpus) || process.env.CI === 'true'

describe.skipIf(!isWanted)(`the citations of real catalogues (MULINT_CORPUS, ${corpus})`, () => {
  const rows = isWanted ? rowsOfCorpus() : []

  test('they are all there', () => {
    expect(rows).toHaveLength(381)
  })

  test.each(rows)('$text', ({ text, shape }) => {
    const [citation, ...others] = parseCitations(text)
    expect(others).toEqual([])
    if (citation === undefined) {
      expect(shape).toContain('unquoted')
      return
    }
    expect(told(citation)).toEqual({
      marker: shape.includes('numbered') || shape.includes('bullet') || /^\d《|^●/u.test(text),
      category: shape.includes('category-prefix'),
      marking: markingOf(text, shape),
      order:
        shape.some((word) => /国令|国务院令|主席令/u.test(word)) ||
        /[^年]第\d+号令|部令|员会令|总局令/u.test(text),
      document: shape.some((word) => word.startsWith('docno')) || text.includes('渝交计121号'),
      article: shape.some((word) => word.startsWith('article')),
    })
  })
})

function told(citation: Citation) {
  return {
    marker: citation.marker !== undefined,
    category: citation.category !== undefined,
    marking: citation.name?.marking,
    order: citation.orders.length > 0,
    document: citation.documents.length > 0,
    article: citation.clauses.some(({ article }) => article !== undefined),
  }
}

function markingOf(text: string, shape: readonly string[]) {
  if (shape.includes('lost-《')) return 'unopened'
  if (text.includes('《') && !text.includes('》')) return 'unclosed'
  return shape.includes('unquoted') ? 'none' : 'double'
}

/** What is written, and the words by which the collection describes it. */
function rowsOfCorpus(): readonly { text: string; shape: readonly string[] }[] {
  const [, ...lines] = readFileSync(join(corpus, 'domain/vocab/citations.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => {
    const [text = '', , , , shape = ''] = line.split('\t')
    return { text: text.replaceAll('⏎', '\n'), shape: shape.split(',') }
  })
}

function wordsAt(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end)
}

function partsOf(citation: Citation): readonly Span[] {
  const { marker, category, issuer, name, tail, brackets, clauses, quotes, openEnd } = citation
  const single = [marker, category, issuer, name?.span, tail, openEnd]
  return [
    ...single.flatMap((span) => span ?? []),
    ...brackets,
    ...[...clauses, ...quotes].map(({ span }) => span),
    ...clauses.flatMap(({ paragraphs, items }) =>
      [...paragraphs, ...items].map(({ span }) => span),
    ),
  ]
}

function numbersOf({ orders, documents, yearly, standards }: Citation) {
  return [...orders, ...documents, ...yearly, ...standards]
}
