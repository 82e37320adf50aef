import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import CFB from 'cfb'
import { assert, constantFrom, integer, property, tuple, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CORPUS, hasCorpus } from '../../../test/corpus.ts'
import type { Aside, Cell, Document, Table } from '../../table/model.ts'
import { MAX_COLUMNS, UnreadableError } from '../reader.ts'
import { readDoc } from './doc.ts'

describe('text', () => {
  test.each<[string, Part[], string[]]>([
    [
      'paragraphs in order, without the blank ones',
      [p('附件'), p(''), p('目录')],
      ['附件', '目录'],
    ],
    ['a page break parts paragraphs', [p('附件\f目录')], ['附件', '目录']],
    ['a line break is kept', [p('主动\v公开')], ['主动\n公开']],
    ['tabs and white space are kept', [p(' 附\t件　')], [' 附\t件　']],
    ['a hard hyphen is one, a soft one is none', [p('A\x1e1\x1f号')], ['A-1号']],
    [
      'signs of pictures, notes and remarks are none',
      [p('机\x01构\x02职\x05能\x08')],
      ['机构职能'],
    ],
    ['a field is its result', [p('见\x13HYPERLINK "u"\x14网站\x15。')], ['见网站。']],
    ['a field in a field', [p('\x13IF \x13DATE\x14一\x15\x14二\x15')], ['二']],
    ['a field without a result', [p('甲\x13EQ x\x15乙')], ['甲乙']],
    ['a field that never ends takes nothing away', [p('甲\x13EQ 乙')], ['甲EQ 乙']],
    ['an end of a field that never began', [p('甲\x15\x14乙')], ['甲乙']],
    ['characters above U+FFFF', [p('𠮷祥')], ['𠮷祥']],
  ])('%s', (_name, parts, expected) => {
    expect(textsOf(read(parts))).toEqual(expected)
  })

  test('what follows the last mark is read', () => {
    expect(textsOf(read([p('目录'), { text: '备注' }]))).toEqual(['目录', '备注'])
  })

  test('pieces in the Western code page and in any order are put together', () => {
    const document = readDoc(makeDoc([p('目录“A”\x80')], { pieces: [3, 1] }), 'a.doc')
    expect(textsOf(document)).toEqual(['目录“A”\x80'])
    const western = readDoc(makeDoc([p('A\x93B\x94é')], { isWestern: true }), 'a.doc')
    expect(textsOf(western)).toEqual(['A“B”é'])
  })

  test('paragraphs are counted from 1, those in tables included, ends of rows not', () => {
    const { blocks } = read([p('甲'), cell('乙'), row([0, 1]), p(''), p('丙')])
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '甲', origin: { kind: 'word', paragraph: 1 } },
      expect.objectContaining({ kind: 'table' }),
      { kind: 'paragraph', text: '丙', origin: { kind: 'word', paragraph: 4 } },
    ])
  })
})

describe('what is not shown', () => {
  const hidden: Style = ['内部', [...sprm(0x083c), 1]]

  test('deleted text is left out', () => {
    const { blocks, asides, notices } = read([p('主动不公开')], { styled: [['不', DELETED]] })
    expect(blocks).toMatchObject([{ text: '主动公开' }])
    expect([asides, notices]).toEqual([undefined, []])
  })

  test('a paragraph whose end is deleted goes on with the next', () => {
    expect(textsOf(read([p('主动'), p('公开')], { styled: [['\r', DELETED]] }))).toEqual([
      '主动公开',
    ])
  })

  test('hidden text is left out and told apart', () => {
    const { blocks, asides, notices } = read([p('目录'), p('主动内部公开')], { styled: [hidden] })
    expect(blocks).toMatchObject([{ text: '目录' }, { text: '主动公开' }])
    expect(asides).toEqual([
      { kind: 'hidden-text', text: '内部', origin: { kind: 'word', paragraph: 2 } },
    ])
    expect(notices).toEqual([
      {
        kind: 'hidden-text',
        text: '文档有1处隐藏文字，不作为正文读取，第一处在第2段；应当删去，或者取消隐藏。',
      },
    ])
  })

  test('hidden text in a cell is told with the cell', () => {
    const parts = [cell('序号'), cell('甲内部'), row([0, 1, 2])]
    const { asides } = read(parts, { styled: [hidden] })
    expect(asides).toEqual([
      {
        kind: 'hidden-text',
        text: '内部',
        origin: { kind: 'word', table: 1, row: 1, column: 2, cellInRow: 2, paragraph: 2 },
      },
    ])
  })

  test('hidden text of two runs is one, that of two paragraphs is two', () => {
    const bold = [...sprm(0x083c), 1, ...sprm(0x0835), 1]
    const styled: Style[] = [hidden, ['资料', bold], ['不\r公', [...sprm(0x083c), 1]]]
    const { asides } = read([p('甲内部资料不'), p('公开')], { styled })
    expect(asides?.map(({ text }) => text)).toEqual(['内部资料不', '公'])
  })

  test('text that a style hides is left out too', () => {
    const styles = [style(0, 1), style(0, 2, [...sprm(0x083c), 1])]
    const styled: Style[] = [['内部', [...sprm(0x4a30), ...u16(1)]]]
    expect(textsOf(read([p('甲内部乙')], { styles, styled }))).toEqual(['甲乙'])
  })

  test('the text of a covered cell is told apart', () => {
    const { blocks, asides, notices } = read([
      ...[cell('甲'), cell('盖住'), row([0, 1, 2], { sideways: [2, 1] })],
    ])
    expect(blocks).toMatchObject([{ rows: [[{ text: '甲', columnSpan: 2 }]] }])
    expect(asides).toMatchObject([{ kind: 'hidden-text', text: '盖住' }])
    expect(notices).toMatchObject([{ text: expect.stringContaining('第一个在第1张表第1行第1列') }])
  })
})

describe('signs of symbol fonts', () => {
  const fonts = ['宋体', 'Wingdings', 'Wingdings 2']

  test.each<[string, string, number[], string]>([
    ['a sign by its own property', '(', [...sprm(0x6a09), ...u16(1), ...u16(0xf0fc)], '✓'],
    ['a sign of another font', '(', [...sprm(0x6a09), ...u16(2), ...u16(0xf052)], '☑'],
    ['a sign without the private use', '(', [...sprm(0x6a09), ...u16(1), ...u16(0xa8)], '☐'],
    ['a sign in a run of its font', '\uf0fc', [...sprm(0x4a4f), ...u16(1)], '✓'],
    ['a sign that has no equal', '\uf021', [...sprm(0x4a4f), ...u16(1)], '\uf021'],
    ['plain text in a symbol font', '(', [...sprm(0x4a4f), ...u16(1)], '('],
  ])('%s', (_name, text, properties, expected) => {
    expect(textsOf(read([p(text)], { fonts, styled: [[text, properties]] }))).toEqual([expected])
  })
})

describe('headings', () => {
  test.each<[string, number[] | undefined, number[], number | undefined]>([
    ['body text', style(0, 1), [], undefined],
    ['a built-in heading', style(3, 1), [], 3],
    ['the title', style(62, 1), [], 1],
    ['a style with an outline level', style(0xffe, 1, [...sprm(0x2640), 1]), [], 2],
    ['a style with the level of body text', style(1, 1, [...sprm(0x2640), 9]), [], undefined],
    ['a level of the paragraph itself', style(1, 1), [...sprm(0x2640), 3], 4],
    ['a paragraph that is body text', style(1, 1), [...sprm(0x2640), 9], undefined],
    ['a style that is not there', undefined, [], undefined],
  ])('%s', (_name, sheet, properties, heading) => {
    const styles = [style(0, 1), sheet ?? []]
    const { blocks } = read([{ text: '一、总则\r', style: 1, properties }], { styles })
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.heading : 0))).toEqual([
      heading,
    ])
  })

  test('a style based on a heading is one, and a loop of styles is none', () => {
    const styles = [style(0, 1), style(2, 1), style(0xffe, 1, [], 1), style(0xffe, 1, [], 3)]
    const { blocks } = read(
      [
        { text: '甲\r', style: 2 },
        { text: '乙\r', style: 3 },
      ],
      { styles },
    )
    expect(blocks).toMatchObject([{ text: '甲', heading: 2 }, { text: '乙' }])
    expect(blocks[1]).not.toHaveProperty('heading')
  })
})

describe('tables', () => {
  test('cells have their row, column and place', () => {
    const [table] = tablesOf(
      read([
        p('目录'),
        cell('序号'),
        cell('事项'),
        row([0, 500, 1000]),
        cell('1'),
        cell('职能'),
        row([0, 500, 1000]),
      ]),
    )
    expect(table).toEqual({
      kind: 'table',
      rows: [
        [at(0, 0, '序号', 2), at(0, 1, '事项', 3)],
        [at(1, 0, '1', 4), at(1, 1, '职能', 5)],
      ],
    })
  })

  test('the paragraphs of a cell are its lines', () => {
    const [table] = tablesOf(read([line('组'), line(''), cell('织'), row([0, 500])]))
    expect(table && shapeOf(table)).toEqual([['组\n\n织']])
  })

  test.each<[string, Part[], string[][]]>([
    [
      'columns are the edges of all rows',
      [
        ...[cell('甲'), cell('乙'), row([0, 600, 1000])],
        ...[cell('丙'), cell('丁'), cell('戊'), row([0, 300, 600, 1000])],
      ],
      [
        ['甲 1x2', '乙'],
        ['丙', '丁', '戊'],
      ],
    ],
    [
      'edges that nearly meet are one',
      [
        ...[cell('甲'), cell('乙'), row([-5, 600, 1000])],
        ...[cell('丙'), cell('丁'), row([0, 615, 1010])],
      ],
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    [
      'cells without a width are kept apart',
      [cell('甲'), cell('乙'), cell('丙'), row([0, 0, 0, 1000])],
      [['甲', '乙', '丙']],
    ],
    [
      'a row that begins further right leaves its place empty',
      [...[cell('甲'), cell('乙'), row([0, 500, 1000])], ...[cell('丙'), row([500, 1000])]],
      [['甲', '乙'], ['丙 @1']],
    ],
    [
      'cells merged sideways',
      [
        cell('甲'),
        cell(''),
        cell(''),
        cell('乙'),
        row([0, 1, 2, 3, 4].map(inch), { sideways: [1, 2, 2, 0] }),
      ],
      [['甲 1x3', '乙']],
    ],
    [
      'two merges side by side',
      [
        cell('甲'),
        cell(''),
        cell('乙'),
        cell(''),
        row([0, 1, 2, 3, 4].map(inch), { sideways: [2, 1, 2, 1] }),
      ],
      [['甲 1x2', '乙 1x2']],
    ],
    [
      'cells merged downwards',
      [
        ...[cell('甲'), cell('1'), row([0, 500, 1000], { downwards: [3, 0] })],
        ...[cell(''), cell('2'), row([0, 500, 1000], { downwards: [1, 0] })],
        ...[cell(''), cell('3'), row([0, 500, 1000], { downwards: [1, 0] })],
        ...[cell('乙'), cell('4'), row([0, 500, 1000], { downwards: [3, 0] })],
      ],
      [['甲 3x1', '1'], ['2 @1'], ['3 @1'], ['乙', '4']],
    ],
    [
      'cells merged downwards by a property of their own',
      [
        ...[cell('甲'), cell('1'), row([0, 500, 1000], { more: [...sprm(0xd62b), 2, 0, 3] })],
        ...[cell(''), cell('2'), row([0, 500, 1000], { more: [...sprm(0xd62b), 2, 0, 1] })],
      ],
      [['甲 2x1', '1'], ['2 @1']],
    ],
    [
      'a merge that nothing above begins',
      [cell('甲'), row([0, 500], { downwards: [1] }), cell(''), row([0, 500], { downwards: [1] })],
      [['甲 2x1'], []],
    ],
    [
      'a merge downwards of another width',
      [
        ...[cell('甲'), row([0, 1000], { downwards: [3] })],
        ...[cell(''), cell('乙'), row([0, 500, 1000], { downwards: [1, 0] })],
      ],
      [['甲 1x2'], ['', '乙']],
    ],
    [
      'changes to the shape of a row',
      [
        ...[
          cell('甲'),
          cell(''),
          cell('乙'),
          row([0, 500, 1000], {
            more: [...sprm(0x7621), 0, 1, ...u16(400), ...sprm(0x5624), 0, 2],
          }),
        ],
        ...[cell('丙'), cell('丁'), row([0, 900, 1400])],
      ],
      [
        ['甲 1x2', '乙'],
        ['丙 1x2', '丁'],
      ],
    ],
    [
      'a row whose end is missing is like the one above',
      [cell('甲'), cell('乙'), row([0, 500, 1000]), cell('丙'), cell('丁'), p('完')],
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    [
      'more cells than the row speaks of',
      [cell('甲'), cell('乙'), cell('丙'), row([0, 500])],
      [['甲', '乙', '丙']],
    ],
    ['fewer cells than the row speaks of', [cell('甲'), row([0, 500, 1000, 1500])], [['甲']]],
    ['text without the end of a cell', [line('甲'), row([0, 500])], [['甲']]],
  ])('%s', (_name, parts, expected) => {
    const [table] = tablesOf(read(parts))
    expect(table && shapeOf(table)).toEqual(expected)
  })

  test('header rows are those that begin the table', () => {
    const header = { isHeader: true }
    const [table] = tablesOf(
      read([
        ...[cell('甲'), row([0, 1], header), cell('乙'), row([0, 1], header)],
        ...[cell('丙'), row([0, 1]), cell('丁'), row([0, 1], header)],
      ]),
    )
    expect(table?.headerRows).toBe(2)
  })

  test('a table that is defined in the data stream is read', () => {
    const definition = row([0, 500, 1000], { downwards: [0, 0] }).properties?.slice(6) ?? []
    const far = { text: '\x07', properties: [...ROW_END, ...sprm(0x6646), 0, 0, 0, 0] }
    const [table] = tablesOf(
      read([cell('甲'), cell('乙'), far, cell('丙'), row([0, 1000])], {
        data: [...u16(definition.length), ...definition],
      }),
    )
    expect(table && shapeOf(table)).toEqual([['甲', '乙'], ['丙 1x2']])
  })

  test('a paragraph parts two tables', () => {
    const tables = tablesOf(read([cell('甲'), row([0, 1]), p(''), cell('乙'), row([0, 1])]))
    expect(tables.map(({ rows }) => rows[0]?.[0]?.origin)).toMatchObject([
      { table: 1 },
      { table: 2 },
    ])
  })
})

describe('nested tables', () => {
  const NESTED = [
    cell('甲'),
    ...[inner('内甲'), inner('内乙'), innerRow([0, 500, 1000])],
    ...[inner('内丙'), inner('内丁'), innerRow([0, 500, 1000])],
    cell(''),
    row([0, 1000, 2000]),
  ]

  test('their text stands in the cell, a row a line, tabs between cells', () => {
    const [table] = tablesOf(read(NESTED))
    expect(table && shapeOf(table)).toEqual([['甲', '内甲\t内乙\n内丙\t内丁']])
    expect(table?.nested?.map(shapeOf)).toEqual([
      [
        ['内甲', '内乙'],
        ['内丙', '内丁'],
      ],
    ])
  })

  test('they are where the cell around them is', () => {
    const [table] = tablesOf(read(NESTED))
    const origin = table?.nested?.[0]?.rows[1]?.[1]?.origin
    expect(origin).toEqual({
      kind: 'word',
      table: 1,
      row: 1,
      column: 2,
      cellInRow: 2,
      paragraph: 5,
    })
  })

  test('a table that only holds another is that other', () => {
    const parts = [inner('甲'), inner('乙'), innerRow([0, 500, 1000]), cell(''), row([0, 1000])]
    expect(tablesOf(read(parts)).map(shapeOf)).toEqual([[['甲', '乙']]])
  })

  test('too many, one in the other, are refused', () => {
    const deep = { text: '甲\r', properties: [...sprm(0x2416), 1, ...sprm(0x6649), 33, 0, 0, 0] }
    expect(() => read([deep])).toThrow(expect.objectContaining({ reason: 'too-deep' }))
  })
})

describe('text apart from the flow', () => {
  test('footnotes and comments are where they hang', () => {
    const { asides, blocks } = read(
      [p('目录'), cell('职\x02能'), cell('预\x05算'), row([0, 1, 2])],
      {
        footnotes: [[4, '\x02脚注文字\r']],
        comments: [[8, '\x05核对\r', '张三']],
      },
    )
    expect(textsOf({ blocks } as Document)).toEqual(['目录'])
    const word = { kind: 'word', table: 1, row: 1 }
    expect(asides).toEqual<Aside[]>([
      {
        kind: 'footnote',
        text: '脚注文字',
        origin: { ...word, column: 1, cellInRow: 1, paragraph: 2 } as Aside['origin'],
      },
      {
        kind: 'comment',
        text: '核对',
        author: '张三',
        origin: { ...word, column: 2, cellInRow: 2, paragraph: 3 } as Aside['origin'],
      },
    ])
  })

  test('headers and footers are told apart, separators of notes are none', () => {
    const { asides } = read([p('目录')], {
      headers: ['\x03\r', '', '', '', '', '', '', '页眉文字\r', '', '第\x13PAGE\x141\x15页\r'],
    })
    const origin = { kind: 'word', paragraph: 1 }
    expect(asides).toEqual([
      { kind: 'header', text: '页眉文字', origin },
      { kind: 'footer', text: '第1页', origin },
    ])
  })
})

describe('formats', () => {
  test.each([
    ['台账.doc', 'doc'],
    ['台账.wps', 'wps'],
    ['台账.WPS', 'wps'],
    ['台账', 'doc'],
  ])('%s is %s', (name, format) => {
    expect(readDoc(makeDoc([p('台账')]), name).format).toBe(format)
  })

  test.each<[string, Uint8Array, string, string]>([
    ['Word 95', makeDoc([p('台账')], { version: 0x68 }), 'unsupported-format', ' Word 95 '],
    ['Works', container([['CONTENTS', Buffer.alloc(9)]]), 'unsupported-format', ' Works '],
    ['a workbook', container([['Workbook', Buffer.alloc(9)]]), 'unsupported-format', ' Word '],
    ['a password', makeDoc([p('台账')], { flags: 0x0100 }), 'encrypted', '密码'],
    [
      'an encrypted package',
      container([['EncryptedPackage', Buffer.alloc(9)]]),
      'encrypted',
      '密码',
    ],
    ['no text at all', makeDoc([p('')]), 'empty', '没有文字'],
    ['no table stream', container([['WordDocument', Buffer.alloc(5000)]]), 'damaged', '损坏'],
  ])('%s is refused', (_name, bytes, reason, text) => {
    expect(() => readDoc(bytes, '台账.doc')).toThrow(
      expect.objectContaining({ reason, message: expect.stringContaining(text) }),
    )
  })
})

describe('limits', () => {
  test('2,002 rows take a moment', () => {
    const shape = row(Array.from({ length: 13 }, (_, index) => inch(index)))
    const cells = Array.from({ length: 12 }, (_, index) =>
      cell(`自该信息形成之日起${index}个工作日内`),
    )
    const bytes = makeDoc(Array.from({ length: 2002 }, () => [...cells, shape]).flat())
    const started = performance.now()
    const [table] = tablesOf(readDoc(bytes, '目录.doc'))
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(table?.rows).toHaveLength(2002)
  })

  test.each([
    ['fields', '\x13'.repeat(300_000) + '\x15'.repeat(300_000)],
    ['ends of paragraphs', '\r'.repeat(300_000)],
    ['ends of cells', '\x07'.repeat(300_000)],
    ['signs without meaning', '\x01'.repeat(300_000)],
  ])('nothing but %s takes linear time', (_name, text) => {
    const bytes = makeDoc([{ text }])
    const started = performance.now()
    expectUnreadable(bytes)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('a row of more cells than a worksheet has columns is refused', () => {
    expect(() => read([{ text: '\x07'.repeat(MAX_COLUMNS + 1) }])).toThrow(
      expect.objectContaining({ reason: 'too-many-columns' }),
    )
  })

  test('very many stretches of hidden text in one paragraph take no long time', () => {
    const styled = Array.from({ length: 3000 }, (_, index): Style => {
      return [String.fromCharCode(0x4e00 + index * 2), [...sprm(0x083c), 1]]
    })
    const text = String.fromCharCode(...Array.from({ length: 6000 }, (_, index) => 0x4e00 + index))
    expect(read([p(text)], { styled }).asides).toHaveLength(3000)
  })

  test('pieces that claim more text than there is are refused', () => {
    const bytes = makeDoc([p('目录')], {
      pieces: Array.from({ length: 5000 }, () => 0),
      again: true,
    })
    expect(() => readDoc(bytes, '目录.doc')).toThrow(expect.objectContaining({ reason: 'damaged' }))
  })
})

test('whatever the bytes, there is a document or an UnreadableError', { timeout: 60_000 }, () => {
  const sources = [
    makeDoc([p('目录'), cell('序号'), inner('内'), innerRow([0, 9]), cell('甲'), row([0, 1, 2])], {
      styles: [style(0, 1), style(1, 1)],
      fonts: ['Wingdings'],
      styled: [['甲', DELETED]],
      footnotes: [[1, '\x02脚注\r']],
      comments: [[1, '\x05核对\r', '张三']],
      headers: ['', '', '', '', '', '', '页眉\r'],
    }),
    ...[
      'formats/samples/003_8398b021416f8c8e/report.doc',
      'formats/samples/004_c62194a191f85d59/ledger.doc',
    ]
      .filter((path) => existsSync(join(CORPUS, path)))
      .map((path) => readFileSync(join(CORPUS, path))),
  ]
  const change = tuple(
    integer({ min: 0, max: 2 ** 31 }),
    uint8Array({ minLength: 1, maxLength: 6 }),
  )
  assert(
    property(constantFrom(...sources), change, change, change, integer(), (source, ...changes) => {
      const [first, second, third, cut] = changes
      const bytes = Buffer.from(source)
      for (const [place, put] of [first, second, third]) {
        const from = place % bytes.length
        bytes.set(put.subarray(0, bytes.length - from), from)
      }
      // A stretch of the file once more, in another place.
      bytes.copy(bytes, first[0] % bytes.length, second[0] % bytes.length, third[0] % bytes.length)
      expectUnreadable(bytes)
      expectUnreadable(bytes.subarray(0, Math.abs(cut) % bytes.length))
    }),
    { numRuns: 400, seed: 20_190_054 },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
})

test.runIf(hasCorpus)('the header of a document with any byte changed', { timeout: 60_000 }, () => {
  const path = 'formats/samples/003_8398b021416f8c8e/report.doc'
  const source = readFileSync(join(CORPUS, path))
  const begin = source.indexOf(Buffer.from([0xec, 0xa5]), 512)
  for (let at = begin; at < begin + 0x300; at++) {
    for (const value of [0, 1, 0x7f, 0xff]) {
      const bytes = Buffer.from(source)
      bytes[at] = value
      expectUnreadable(bytes)
    }
  }
})

function expectUnreadable(bytes: Uint8Array): void {
  try {
    readDoc(bytes, '目录.doc')
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableError)
  }
}

function read(parts: readonly Part[], options: Options = {}): Document {
  return readDoc(makeDoc(parts, options), '目录.doc')
}

function textsOf({ blocks }: Document): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}

function tablesOf({ blocks }: Document): readonly Table[] {
  return blocks.filter((block) => block.kind === 'table')
}

/** A table in words: the span of a merged cell, the column of one that does not stand where it would. */
function shapeOf({ rows }: Table): readonly (readonly string[])[] {
  return rows.map((cells) => {
    let next = 0
    return cells.map(({ text, column, rowSpan, columnSpan }) => {
      const place = column === next ? '' : ` @${column}`
      const span = rowSpan * columnSpan === 1 ? '' : ` ${rowSpan}x${columnSpan}`
      next = column + columnSpan
      return text + span + place
    })
  })
}

function at(rowIndex: number, column: number, text: string, paragraph: number): Cell {
  const origin = { row: rowIndex + 1, column: column + 1, cellInRow: column + 1, paragraph }
  return {
    text,
    ...{ row: rowIndex, column, rowSpan: 1, columnSpan: 1 },
    origin: { kind: 'word', table: 1, ...origin },
  }
}

/** Some text of a document, with the properties of the paragraph that it ends. */
interface Part {
  readonly text: string
  readonly style?: number
  readonly properties?: readonly number[]
}

/** Text, where it first stands, and the properties that it gets. */
type Style = readonly [string, readonly number[]]

interface Options {
  readonly version?: number
  readonly flags?: number
  readonly isWestern?: boolean
  /** Lengths of the first pieces, which stand in the file in reverse order. */
  readonly pieces?: readonly number[]
  /** Each piece is the whole text. */
  readonly again?: boolean
  readonly styled?: readonly Style[]
  readonly styles?: readonly (readonly number[])[]
  readonly fonts?: readonly string[]
  readonly data?: readonly number[]
  readonly footnotes?: readonly (readonly [number, string])[]
  readonly comments?: readonly (readonly [number, string, string])[]
  readonly headers?: readonly string[]
}

/** A paragraph outside tables. */
function p(text: string): Part {
  return { text: `${text}\r` }
}

/** A paragraph of a cell that is not its last. */
function line(text: string): Part {
  return { text: `${text}\r`, properties: IN_TABLE }
}

/** The last paragraph of a cell. */
function cell(text: string): Part {
  return { text: `${text}\x07`, properties: IN_TABLE }
}

interface RowOptions {
  readonly sideways?: readonly number[]
  readonly downwards?: readonly number[]
  readonly isHeader?: boolean
  readonly more?: readonly number[]
}

/** The end of a row whose cells have these edges. */
function row(edges: readonly number[], options: RowOptions = {}): Part {
  return { text: '\x07', properties: [...ROW_END, ...definitionOf(edges, options)] }
}

function inner(text: string): Part {
  return { text: `${text}\r`, properties: [...INNER, ...sprm(0x244b), 1] }
}

function innerRow(edges: readonly number[]): Part {
  const end = [...INNER, ...sprm(0x244b), 1, ...sprm(0x244c), 1]
  return { text: '\r', properties: [...end, ...definitionOf(edges, {})] }
}

function definitionOf(edges: readonly number[], options: RowOptions): readonly number[] {
  const { sideways = [], downwards = [], isHeader = false, more = [] } = options
  const cells = edges.slice(1).flatMap((_, index) => {
    const flags = (sideways[index] ?? 0) | ((downwards[index] ?? 0) << 5)
    return [...u16(flags), ...Array.from({ length: 18 }, () => 0)]
  })
  const content = [edges.length - 1, ...edges.flatMap(u16), ...cells]
  const header = isHeader ? [...sprm(0x3404), 1] : []
  return [...header, ...sprm(0xd608), ...u16(content.length + 1), ...content, ...more]
}

function inch(count: number): number {
  return count * 1440
}

function u16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff]
}

function u32(value: number): number[] {
  return [...u16(value), ...u16(value >>> 16)]
}

function sprm(code: number): number[] {
  return u16(code)
}

const DELETED = [...sprm(0x0800), 1]
const IN_TABLE = [...sprm(0x2416), 1]
const ROW_END = [...IN_TABLE, ...sprm(0x2417), 1]
const INNER = [...IN_TABLE, ...sprm(0x6649), 2, 0, 0, 0]

/** A style by the number of the built-in one that it is; 1 for paragraphs, 2 for characters. */
function style(
  kind: number,
  type: number,
  properties: readonly number[] = [],
  base = 0xfff,
): number[] {
  const lists = type === 1 ? [[0, 0, ...properties], []] : [properties]
  const padded = lists.flatMap((list) => [
    ...u16(list.length),
    ...list,
    ...(list.length % 2 === 1 ? [0] : []),
  ])
  return [
    ...u16(kind),
    ...u16((base << 4) | type),
    ...[0, 0, 0, 0, 0, 0],
    ...[0, 0, 0, 0],
    ...padded,
  ]
}

const TEXT_BEGIN = 0x800
const PAGE = 512

/** A run as the bins have it: bytes of the document stream and what stands in the page for it. */
interface BinRun {
  readonly from: number
  readonly to: number
  readonly content: readonly number[]
}

/** A document as Word 97 writes it, but for all that is not text. */
function makeDoc(parts: readonly Part[], options: Options = {}): Buffer {
  const { footnotes = [], headers = [], comments = [] } = options
  const main = parts.map(({ text }) => text).join('')
  const stories = [
    main,
    footnotes.map(([, text]) => text).join(''),
    headers.join(''),
    comments.map(([, text]) => text).join(''),
  ]
  const text = stories.join('')
  const width = options.isWestern ? 1 : 2
  const places = placesOf(text.length, options.pieces ?? [], width)
  const encoded = Buffer.alloc(text.length * width)
  for (const { start, end, offset } of places) {
    const piece = Buffer.from(text.slice(start, end), width === 1 ? 'latin1' : 'utf16le')
    piece.copy(encoded, offset - TEXT_BEGIN)
  }
  const paragraphs = packed(paragraphRuns(parts, places, width), 13)
  const characters = packed(characterRuns(text, options.styled ?? [], places, width), 1)
  const textPages = Math.ceil((TEXT_BEGIN + encoded.length) / PAGE)
  const document = Buffer.concat([
    Buffer.concat([Buffer.alloc(TEXT_BEGIN), encoded], textPages * PAGE),
    ...paragraphs.map(({ page }) => page),
    ...characters.map(({ page }) => page),
    Buffer.alloc(4096),
  ])
  const table: number[] = []
  const put = (at: number, bytes: readonly number[]) => {
    document.writeUInt32LE(table.length, at)
    document.writeUInt32LE(bytes.length, at + 4)
    for (const byte of bytes) table.push(byte)
  }
  document.writeUInt16LE(0xa5ec, 0)
  document.writeUInt16LE(options.version ?? 0xc1, 2)
  document.writeUInt16LE(0x0200 | (options.flags ?? 0), 0x0a)
  for (const [index, at] of [0x4c, 0x50, 0x54, 0x5c].entries()) {
    document.writeUInt32LE(stories[index]?.length ?? 0, at)
  }
  put(0x1a2, pieceTable(places, width, options.again ? (options.pieces?.length ?? 0) : undefined))
  put(0x102, binTable(paragraphs, textPages))
  put(0xfa, binTable(characters, textPages + paragraphs.length))
  if (options.styles) put(0xa2, styleSheet(options.styles))
  if (options.fonts) put(0x112, fontTable(options.fonts))
  if (footnotes.length > 0) {
    put(0xaa, [
      ...[...footnotes.map(([at]) => at), main.length].flatMap(u32),
      ...footnotes.flatMap(() => [1, 0]),
    ])
    put(0xb2, ends(footnotes.map(([, note]) => note)))
  }
  if (comments.length > 0) {
    const items = comments.flatMap((_, index) => [...zeros(20), ...u16(index), ...zeros(8)])
    put(0xba, [...[...comments.map(([at]) => at), main.length].flatMap(u32), ...items])
    put(0xc2, ends(comments.map(([, comment]) => comment)))
    put(
      0x1ba,
      comments.flatMap(([, , author]) => [
        ...u16(author.length),
        ...Buffer.from(author, 'utf16le'),
      ]),
    )
  }
  if (headers.length > 0) put(0xf2, ends(headers))
  return container([
    ['WordDocument', document],
    ['1Table', Buffer.from(table)],
    ['Data', Buffer.from(options.data ?? [])],
  ])
}

function container(streams: readonly (readonly [string, Buffer])[]): Buffer {
  const written = CFB.utils.cfb_new()
  for (const [name, content] of streams) CFB.utils.cfb_add(written, `/${name}`, content)
  return Buffer.from(CFB.write(written, { type: 'buffer' }))
}

interface PiecePlace {
  readonly start: number
  readonly end: number
  readonly offset: number
}

/** The pieces of a text, the last of which stands first in the file. */
function placesOf(
  length: number,
  lengths: readonly number[],
  width: number,
): readonly PiecePlace[] {
  const cuts = [0]
  for (const size of lengths) cuts.push((cuts.at(-1) ?? 0) + size)
  if ((cuts.at(-1) ?? 0) < length) cuts.push(length)
  return cuts.slice(1).map((end, index) => {
    return { start: cuts[index] ?? 0, end, offset: TEXT_BEGIN + (length - end) * width }
  })
}

/** The bytes of a stretch of text, piece by piece. */
function spread(from: number, to: number, places: readonly PiecePlace[], width: number) {
  return places.flatMap(({ start, end, offset }) => {
    const [first, last] = [Math.max(from, start), Math.min(to, end)]
    if (first >= last) return []
    return [{ from: offset + (first - start) * width, to: offset + (last - start) * width }]
  })
}

function paragraphRuns(
  parts: readonly Part[],
  places: readonly PiecePlace[],
  width: number,
): readonly BinRun[] {
  let start = 0
  return parts.flatMap(({ text, style: number = 0, properties = [] }) => {
    const list = [...u16(number), ...properties]
    const content =
      list.length % 2 === 1 ? [(list.length + 1) / 2, ...list] : [0, list.length / 2, ...list]
    const runs = spread(start, start + text.length, places, width)
    start += text.length
    return runs.map((run) => ({ ...run, content }))
  })
}

function characterRuns(
  text: string,
  styled: readonly Style[],
  places: readonly PiecePlace[],
  width: number,
): readonly BinRun[] {
  return styled.flatMap(([words, list]) => {
    const start = text.indexOf(words)
    const content = [list.length, ...list]
    return spread(start, start + words.length, places, width).map((run) => ({ ...run, content }))
  })
}

interface BinPage {
  readonly from: number
  readonly to: number
  readonly page: Buffer
}

/** Pages of runs; a gap between two is a run of its own, without content. */
function packed(runs: readonly BinRun[], entrySize: number): readonly BinPage[] {
  const filled: BinRun[] = []
  for (const run of [...runs].sort((a, b) => a.from - b.from)) {
    const last = filled.at(-1)?.to ?? run.from
    if (last < run.from) filled.push({ from: last, to: run.from, content: [] })
    filled.push(run)
  }
  const pages: BinRun[][] = []
  let room = 0
  for (const run of filled) {
    const needed = 4 + entrySize + run.content.length + 1
    if (room < needed) {
      pages.push([])
      room = PAGE - 1 - 4
    }
    pages.at(-1)?.push(run)
    room -= needed
  }
  return pages.map((page) => pageOf(page, entrySize))
}

function pageOf(runs: readonly BinRun[], entrySize: number): BinPage {
  const page = Buffer.alloc(PAGE)
  page.writeUInt8(runs.length, PAGE - 1)
  let free = PAGE - 1
  for (const [index, { from, to, content }] of runs.entries()) {
    page.writeUInt32LE(from, index * 4)
    page.writeUInt32LE(to, index * 4 + 4)
    if (content.length === 0) continue
    free -= content.length
    free -= free % 2
    page.set(content, free)
    page.writeUInt8(free / 2, (runs.length + 1) * 4 + index * entrySize)
  }
  return { from: runs[0]?.from ?? 0, to: runs.at(-1)?.to ?? 0, page }
}

function binTable(pages: readonly BinPage[], first: number): readonly number[] {
  const places = [...pages.map(({ from }) => from), pages.at(-1)?.to ?? 0]
  return [...places, ...pages.map((_, index) => first + index)].flatMap(u32)
}

function pieceTable(
  places: readonly PiecePlace[],
  width: number,
  again: number | undefined,
): readonly number[] {
  const end = places.at(-1)?.end ?? 0
  const repeated = Array.from({ length: again ?? 0 }, (_, index) => {
    return { start: index * end, end: (index + 1) * end, offset: TEXT_BEGIN }
  })
  const pieces = again === undefined ? places : repeated
  const items = pieces.flatMap(({ offset }) => {
    const place = width === 1 ? (offset * 2) | 0x40_00_00_00 : offset
    return [0, 0, ...u32(place), 0, 0]
  })
  const plc = [...[0, ...pieces.map((piece) => piece.end)].flatMap(u32), ...items]
  return [2, ...u32(plc.length), ...plc]
}

function styleSheet(styles: readonly (readonly number[])[]): readonly number[] {
  const sheets = styles.flatMap((sheet) => [...u16(sheet.length), ...sheet])
  return [...u16(18), ...u16(styles.length), ...u16(10), ...zeros(14), ...sheets]
}

function fontTable(fonts: readonly string[]): readonly number[] {
  const entries = fonts.flatMap((font) => {
    const name = Buffer.from(`${font}\0`, 'utf16le')
    return [39 + name.length, ...zeros(39), ...name]
  })
  return [...u16(fonts.length), 0, 0, ...entries]
}

/** Where texts end that follow each other, with the place that is to be ignored. */
function ends(texts: readonly string[]): readonly number[] {
  const places = [0]
  for (const text of texts) places.push((places.at(-1) ?? 0) + text.length)
  return [...places, (places.at(-1) ?? 0) + 3].flatMap(u32)
}

function zeros(length: number): readonly number[] {
  return Array.from({ length }, () => 0)
}
