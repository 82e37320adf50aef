import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOrigin } from '../../table/locate.ts'
import type { Block, Passage } from '../../table/model.ts'
import { MAX_COLUMNS } from '../reader.ts'
import { readDelimited } from './index.ts'

/** A table as rows of texts, a paragraph as its text. */
type Shape = string | string[][]

describe('fields', () => {
  test.each<[string, string, Shape[]]>([
    ['LF', '序号,事项\n1,职能\n', [table('序号,事项', '1,职能')]],
    ['CRLF', '序号,事项\r\n1,职能\r\n', [table('序号,事项', '1,职能')]],
    ['CR', '序号,事项\r1,职能\r', [table('序号,事项', '1,职能')]],
    ['no line end at the end', '序号,事项\n1,职能', [table('序号,事项', '1,职能')]],
    ['empty fields are kept', ',事项,\n1,,\n', [table(',事项,', '1,,')]],
    ['a last field without a line end', '序号,事项\n1,', [table('序号,事项', '1,')]],
    [
      'ragged rows are kept',
      '序号,事项\n1,职能,多\n2,预算\n',
      [table('序号,事项', '1,职能,多', '2,预算')],
    ],
    [
      'white space is kept',
      ' 序号 ,\u3000事项\n1,职 能\n',
      [table(' 序号 ,\u3000事项', '1,职 能')],
    ],
    ['quotes are taken off', '"序号","事项"\n1,"职能"\n', [table('序号,事项', '1,职能')]],
    [
      'separators in quotes',
      '序号,事项\n1,"职能,机构"\n',
      [
        [
          ['序号', '事项'],
          ['1', '职能,机构'],
        ],
      ],
    ],
    [
      'doubled quotes',
      '序号,事项\n1,"开展""放管服""改革"\n',
      [table('序号,事项', '1,开展"放管服"改革')],
    ],
    ['nothing but doubled quotes', '序号,事项\n1,""""\n', [table('序号,事项', '1,"')]],
    ['empty quotes', '序号,事项\n"",职能\n', [table('序号,事项', ',职能')]],
    ['line breaks in quotes', '序号,事项\n1,"职能\n机构"\n', [table('序号,事项', '1,职能\n机构')]],
    ['CRLF in quotes', '序号,事项\r\n1,"职能\r\n机构"\r\n', [table('序号,事项', '1,职能\r\n机构')]],
    ['a quote within a field', '序号,事项\n1,直径5" 管\n', [table('序号,事项', '1,直径5" 管')]],
    [
      'a quoted word at the beginning',
      '序号,事项\n1,"放管服"改革\n',
      [table('序号,事项', '1,"放管服"改革')],
    ],
    [
      'U+2028 and U+0085 end no line',
      '序号,事项\n1,a\u2028b\u0085c\n',
      [table('序号,事项', '1,a\u2028b\u0085c')],
    ],
    [
      'names that are special in JavaScript',
      '__proto__,constructor\n1,2\n',
      [table('__proto__,constructor', '1,2')],
    ],
  ])('%s', (_name, source, expected) => {
    expect(read(source)).toEqual(expected)
  })
})

describe('blocks', () => {
  test.each<[string, string, Shape[]]>([
    [
      'a line of one field is a paragraph',
      '目录\n\n序号,事项\n1,职能\n',
      ['目录', table('序号,事项', '1,职能')],
    ],
    [
      'even right above the table',
      '目录\n序号,事项\n1,职能\n',
      ['目录', table('序号,事项', '1,职能')],
    ],
    ['a blank line parts tables', '序号,事项\n\n1,职能\n', [table('序号,事项'), table('1,职能')]],
    [
      'so does a row of blank fields',
      '序号,事项\n,\u3000\n1,职能\n',
      [table('序号,事项'), table('1,职能')],
    ],
    [
      'a padded title is a paragraph',
      '目录,,\n序号,事项,依据\n1,职能,\n',
      ['目录', table('序号,事项,依据', '1,职能,')],
    ],
    ['so are two', '附件1,\n目录,\n序号,事项\n', ['附件1', '目录', table('序号,事项')]],
    [
      'and padded lines that stand alone',
      '目录,\n,\n序号,事项\n,\n备注,\n',
      ['目录', table('序号,事项'), '备注'],
    ],
    [
      'a padded line on top stays where others stand below',
      '第（一）项,,\n信息内容,制发件数,\n规章,0,\n第（五）项,,\n信息内容,处理决定,\n',
      [
        table(
          '第（一）项,,',
          '信息内容,制发件数,',
          '规章,0,',
          '第（五）项,,',
          '信息内容,处理决定,',
        ),
      ],
    ],
    [
      'a padded line on top of a later table stays',
      '序号,事项\n\n第（一）项,\n规章,0\n',
      [table('序号,事项'), table('第（一）项,', '规章,0')],
    ],
    [
      'a row that begins with blanks is a row',
      '序号,事项\n\n,职能\n',
      [table('序号,事项'), table(',职能')],
    ],
  ])('%s', (_name, source, expected) => {
    expect(read(source)).toEqual(expected)
  })

  test('a text without separators is paragraphs, quotes and all', () => {
    expect(read('"一、总体情况"\n\n 二、其他\n', '年报.txt')).toEqual([
      '"一、总体情况"',
      ' 二、其他',
    ])
  })

  test('cells know their row and column', () => {
    const { blocks } = readDelimited('目录\n序号,事项\n1,职能\n', '目录.csv')
    expect(blocks[1]).toMatchObject({
      kind: 'table',
      rows: [
        [
          { row: 0, column: 0, rowSpan: 1, columnSpan: 1 },
          { row: 0, column: 1 },
        ],
        [
          { row: 1, column: 0 },
          { row: 1, column: 1, text: '职能', origin: { kind: 'text', start: 11, end: 13 } },
        ],
      ],
    })
  })

  test('an empty cell stands at its place', () => {
    const { blocks } = readDelimited('序号,,事项\n1,"",职能\n', '目录.csv')
    expect(
      passages(blocks)
        .filter(({ text }) => text === '')
        .map(({ origin }) => origin),
    ).toEqual([
      { kind: 'text', start: 3, end: 3 },
      { kind: 'text', start: 10, end: 10 },
    ])
  })

  test('each half of a doubled quote belongs to the one in the text', () => {
    const { blocks } = readDelimited('序号,事项\n1,"""放""管"\n', '目录.csv')
    expect(passages(blocks).at(-1)).toMatchObject({
      text: '"放"管',
      origin: { start: 9, end: 15, offsets: [9, 11, 12, 14, 15] },
    })
  })
})

describe('one cell a line', () => {
  test.each<[string, string, Shape[]]>([
    [
      'rows part at blank lines',
      '\t内容\n\t指标\n\n\t组织\n\t负责\n',
      [table('内容,指标', '组织,负责')],
    ],
    [
      'with CRLF',
      '\t内容\r\n\t指标\r\n\r\n\t组织\r\n\t负责\r\n',
      [table('内容,指标', '组织,负责')],
    ],
    [
      'paragraphs of a cell',
      '\t内容\n\t指标\n\n\t组\n\n织\n\t负责\n',
      [table('内容,指标', '组\n织,负责')],
    ],
    [
      'paragraphs without a blank line',
      '\t内容\n\t指标\n\n\t组\n织\n\t负责\n',
      [table('内容,指标', '组\n织,负责')],
    ],
    [
      'paragraphs with CRLF',
      '\t内容\r\n\t指标\r\n\r\n\t组\r\n\r\n织\r\n\t负责\r\n',
      [table('内容,指标', '组\n织,负责')],
    ],
    [
      'a cell whose first line is empty',
      '\t内容\n\t指标\n\n\t组织\n\t\n\n负责\n',
      [table('内容,指标', '组织,负责')],
    ],
    ['empty cells', '\t内容\n\t指标\n\n\t\n\t\n\n\t组织\n\t\n', [table('内容,指标', ',', '组织,')]],
    [
      'text around the table',
      '附  件\n\n台账\n\n\t内容\n\t指标\n\n\t组织\n\t负责\n\n\n备注\n',
      ['附  件', '台账', table('内容,指标', '组织,负责'), '备注'],
    ],
    [
      'a short row',
      '\t内容\n\t指标\n\n\t组织\n\n\t制度\n\t负责\n',
      [table('内容,指标', '组织', '制度,负责')],
    ],
    [
      'indented prose is not laid out so',
      '\t一、总体情况\n\n\t二、主动公开\n',
      ['\t一、总体情况', '\t二、主动公开'],
    ],
  ])('%s', (_name, source, expected) => {
    expect(read(source, '台账.txt')).toEqual(expected)
  })
})

describe('quotes that never close', () => {
  test.each<[string, string, Shape[], string[]]>([
    [
      'the rest is still read as rows',
      '序号,事项\n1,"职能\n2,预算\n',
      [table('序号,事项', '1,"职能', '2,预算')],
      ['第2行有一处双引号没有收尾，已按普通字符读取；应当补上后一个双引号，或者删去这一个。'],
    ],
    [
      'quotes behind it still count',
      '序号,事项\n1,"职能\n2,"预算"\n',
      [table('序号,事项', '1,"职能', '2,预算')],
      ['第2行有一处双引号没有收尾，已按普通字符读取；应当补上后一个双引号，或者删去这一个。'],
    ],
    [
      'many are told once',
      '序号,事项\n1,"职能\n2,"预算\n',
      [table('序号,事项', '1,"职能', '2,"预算')],
      [
        '有2处双引号没有收尾，第一处在第2行，已按普通字符读取；应当补上后一个双引号，或者删去这一个。',
      ],
    ],
    [
      'a quoted word is none',
      '序号,事项\n1,"放管服"改革\n',
      [table('序号,事项', '1,"放管服"改革')],
      [],
    ],
  ])('%s', (_name, source, expected, notices) => {
    expect(read(source)).toEqual(expected)
    expect(readDelimited(source, '目录.csv').notices.map(({ text }) => text)).toEqual(notices)
  })

  test.each([
    ['one quote and many lines', `1,"${'职能\n2,'.repeat(300_000)}`],
    ['a quote in every field', `${'"a,'.repeat(1000)}\n`.repeat(300)],
    ['doubled quotes in every field', `"a,${'""b,'.repeat(1000)}\n`.repeat(300)],
    ['quoted words in every field', `${'"a"b,'.repeat(1000)}\n`.repeat(300)],
    ['long runs of quotes', `${`1,${'"'.repeat(1001)},`.repeat(10)}\n`.repeat(100)],
    ['quotes and nothing else', `1,${'"'.repeat(1_000_001)}`],
  ])('takes linear time: %s', (_name, source) => {
    const started = performance.now()
    readDelimited(source, '目录.csv')
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

describe('format', () => {
  test.each([
    ['目录.csv', '序号,事项\n1,职能\n', 'csv'],
    ['目录.CSV', '序号,事项\n1,职能\n', 'csv'],
    ['目录.csv', '序号\t事项\n1\t职能\n', 'tsv'],
    ['目录.csv', '序号;事项\n1;职能\n', 'csv'],
    ['目录.tsv', '序号\t事项\n1\t职能\n', 'tsv'],
    ['目录.txt', '序号\t事项\n1\t职能\n', 'txt'],
    ['目录.txt', '序号,事项\n1,职能\n', 'txt'],
    ['目录', '序号\t事项\n1\t职能\n', 'tsv'],
    ['目录', '一、总体情况\n', 'txt'],
  ])('%s with %j is %s', (name, source, format) => {
    expect(readDelimited(source, name).format).toBe(format)
  })
})

describe('column limit', () => {
  test('a row as wide as a worksheet is read', () => {
    expect(read(`${','.repeat(MAX_COLUMNS - 1)}1\n`)[0]?.[0]).toHaveLength(MAX_COLUMNS)
  })

  test.each([
    ['fields', '目录.csv', `1${',1'.repeat(MAX_COLUMNS)}\n`],
    ['lines', '台账.txt', `${'\t1\n'.repeat(MAX_COLUMNS + 1)}\n`.repeat(2)],
  ])('one more is refused: %s', (_name, name, source) => {
    expect(() => readDelimited(source, name)).toThrow(
      expect.objectContaining({
        reason: 'too-many-columns',
        message: '表格有一行超过 16384 列，无法读取；应当核对文件的分隔符。',
      }),
    )
  })
})

test('whatever the text, every passage leads back to it', () => {
  const pieces = constantFrom(',', '\t', ';', '"', '""', '\n', '\r\n', '\r', ' ', '序号', '公开')
  const names = constantFrom('目录.csv', '目录.tsv', '目录.txt')
  assert(
    property(
      array(pieces, { maxLength: 60 }),
      names,
      (text, name) => void read(text.join(''), name),
    ),
    {
      numRuns: 2000,
    },
  )
})

/** What is read, once every passage has led back to its source. */
function read(source: string, name = '目录.csv'): Shape[] {
  const { blocks } = readDelimited(source, name)
  for (const passage of passages(blocks)) expect(traced(source, passage)).toBe(passage.text)
  return blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text)),
  )
}

function passages(blocks: readonly Block[]): readonly Passage[] {
  return blocks.flatMap<Passage>((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flat(),
  )
}

/** The text as the source has it at the places that the origin names. */
function traced(source: string, passage: Passage): string {
  const { text } = passage
  const { start, end, offsets } = textOrigin(passage)
  if (offsets === undefined) return source.slice(start, end)
  expect(offsets).toHaveLength(text.length + 1)
  expect([offsets[0], offsets.at(-1)]).toEqual([start, end])
  // A line break between two paragraphs of a cell may stand for a CR.
  const units = offsets
    .slice(0, -1)
    .map((offset, index) =>
      source[offset] === '\r' && text[index] === '\n' ? '\n' : source[offset],
    )
  return units.join('')
}

function table(...rows: string[]): string[][] {
  return rows.map((row) => row.split(','))
}
