import { CFB, read, utils, write } from '@e965/xlsx'
import { array, assert, constantFrom, integer, oneof, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document, Passage } from '../../table/model.ts'
import { UnreadableError } from '../reader.ts'
import { readXls } from './xls.ts'

const UNICODE = 0x06_00
const CODE_PAGE = 0x05_00

describe('what a cell shows', () => {
  test.each<[string, number[][], string]>([
    ['a shared text', [cell(0xfd, u32(1))], '机构职能'],
    ['a text of its own', [cell(0x204, wide('公开'))], '公开'],
    ['a text of its own in Latin letters', [cell(0x204, narrow('ÀB'))], 'ÀB'],
    ['a text with formats', [cell(0xd6, [...wide('公开'), ...u16(1), ...u32(0)])], '公开'],
    ['an integer', [cell(0x203, f64(3))], '3'],
    ['a fraction', [cell(0x203, f64(0.1))], '0.1'],
    ['a small integer', [cell(0x27e, u32((20 << 2) | 2))], '20'],
    ['a negative one', [cell(0x27e, u32((-20 << 2) | 2))], '-20'],
    ['hundredths', [cell(0x27e, u32((161_388 << 2) | 3))], '1613.88'],
    ['half of a float', [cell(0x27e, u32(0x3f_f8_00_00))], '1.5'],
    ['TRUE', [cell(0x205, [1, 0])], 'TRUE'],
    ['an error', [cell(0x205, [0x2a, 1])], '#N/A'],
    ['the number that a formula gave', [formula(f64(12))], '12'],
    ['the text that it gave', [formula(other(0)), biff(0x207, wide('合计'))], '合计'],
    [
      'the text that a shared formula gave',
      [formula(other(0)), biff(0x4bc, u16(0)), biff(0x207, wide('合计'))],
      '合计',
    ],
    ['FALSE from a formula', [formula(other(1, 0))], 'FALSE'],
    ['an error from a formula', [formula(other(2, 7))], '#DIV/0!'],
    ['a percentage', [cell(0x203, f64(0.125), 1)], '12.50%'],
    ['a date in Chinese', [cell(0x203, f64(45_310), 2)], '2024年1月19日'],
    ['a date that only a number names', [cell(0x203, f64(45_310), 3)], '2024/1/19'],
    ['a number in a format that is not there', [cell(0x203, f64(7), 99)], '7'],
  ])('%s', (_name, records, text) => {
    const document = readXls(workbook([{ name: '目录', records }]), '目录.xls')
    expect(document.blocks).toEqual([
      {
        kind: 'paragraph',
        text,
        origin: { kind: 'sheet', sheet: '目录', address: 'B2' },
      },
    ])
  })

  test('several numbers in one record', () => {
    const records = [biff(0xbd, u16(1), u16(0), u16(0), u32(6), u16(0), u32(10), u16(1))]
    expect(tableTexts(readXls(workbook([{ name: '目录', records }]), ''))).toEqual([[['1', '2']]])
  })

  test('of two texts at one address the later one', () => {
    const records = [cell(0x204, wide('旧')), cell(0x204, wide('新'))]
    expect(texts(readXls(workbook([{ name: '目录', records }]), ''))).toEqual(['新'])
  })
})

describe('texts that run over several records', () => {
  const [high = 0, low = 0] = [...'𠮷'].flatMap((it) => [it.charCodeAt(0), it.charCodeAt(1)])

  test.each<[string, number[], number[][], string[]]>([
    ['between two texts', [...wide('甲')], [wide('乙')], ['甲', '乙']],
    ['amid wide characters', [...u16(2), 1, ...units('甲')], [[1, ...units('乙')]], ['甲乙']],
    ['from wide to narrow', [...u16(2), 1, ...units('甲')], [[0, 0x42]], ['甲B']],
    ['from narrow to wide', [...u16(2), 0, 0x41], [[1, ...units('乙')]], ['A乙']],
    ['amid a surrogate pair', [...u16(2), 1, ...u16(high)], [[1, ...u16(low)]], ['𠮷']],
    ['before the first character', [...u16(1), 1], [[1, ...units('甲')]], ['甲']],
    [
      'in the formats',
      [...u16(1), 9, ...u16(2), ...units('甲'), 0, 0],
      [[0, 0, 0, 0, 0, 0]],
      ['甲'],
    ],
    [
      'in the phonetics',
      [...u16(1), 5, ...u32(3), ...units('甲'), 0],
      [[0], [0, ...wide('乙')]],
      ['甲', '乙'],
    ],
    [
      'thrice',
      [...u16(3), 0, 0x41],
      [
        [0, 0x42],
        [0, 0x43],
      ],
      ['ABC'],
    ],
  ])('%s', (_name, first, rest, strings) => {
    const shared = [
      biff(0xfc, u32(strings.length), u32(strings.length), first),
      ...rest.map((part) => biff(0x3c, part)),
    ]
    const records = strings.map((_, index) => at(0xfd, index * 2, 0, u32(index)))
    expect(texts(readXls(workbook([{ name: '目录', records }], { shared }), ''))).toEqual(strings)
  })
})

describe('workbooks from before Unicode', () => {
  // 序号 and 公开事项 in GBK.
  const label = [0xd0, 0xf2, 0xba, 0xc5]
  const name = [0xb9, 0xab, 0xbf, 0xaa, 0xca, 0xc2, 0xcf, 0xee]

  test.each([
    ['in the code page that they name', [biff(0x42, u16(936))]],
    ['in that of mainland China when they name none', []],
  ])('%s', (_name, globals) => {
    const records = [at(0x204, 0, 0, [...u16(label.length), ...label])]
    const options = { version: CODE_PAGE, globals }
    const { blocks } = readXls(workbook([{ name, records }], options), '')
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        text: '序号',
        origin: { kind: 'sheet', sheet: '公开事项', address: 'A1' },
      },
    ])
  })

  test('comments in pieces', () => {
    const records = [
      at(0x204, 0, 0, [...u16(label.length), ...label]),
      biff(0x1c, u16(0), u16(0), u16(8), label),
      biff(0x1c, u16(0xff_ff), u16(0), u16(4), label),
    ]
    const { asides } = readXls(workbook([{ name, records }], { version: CODE_PAGE }), '')
    expect(asides).toMatchObject([{ kind: 'comment', text: '序号序号', on: '序号' }])
  })
})

describe('comments', () => {
  const box = biff(0x5d, u16(0x15), u16(18), u16(0x19), u16(7), u16(0))
  const content = [
    biff(0x1b6, u16(0), u16(0), u32(0), u16(0), u16(3), u16(16), u32(0)),
    biff(0x3c, [1], units('请核对')),
    biff(0x3c, u32(0), u32(0), u32(3), u32(0)),
  ]
  const note = biff(0x1c, u16(1), u16(1), u16(0), u16(7), wide('张三'), [0])

  test.each<[string, number[][], object[]]>([
    [
      'with the text of their box',
      [cell(0x204, wide('公开')), box, ...content, note],
      [
        {
          kind: 'comment',
          text: '请核对',
          author: '张三',
          on: '公开',
          origin: { kind: 'sheet', sheet: '目录', address: 'B2' },
        },
      ],
    ],
    ['not without a box', [cell(0x204, wide('公开')), note], []],
    ['not without a text', [cell(0x204, wide('公开')), box, note], []],
  ])('%s', (_name, records, asides) => {
    expect(readXls(workbook([{ name: '目录', records }]), '').asides).toEqual(asides)
  })
})

describe('sheets', () => {
  const text = (word: string) => [at(0x204, 0, 0, wide(word))]

  test('come in the order of their tabs', () => {
    const sheets = [
      { name: '一', records: text('甲') },
      { name: '二', records: text('乙') },
    ]
    expect(texts(readXls(workbook(sheets, { stored: [1, 0] }), ''))).toEqual(['甲', '乙'])
  })

  test.each(['__proto__', 'constructor', 'toString', '目录'])('may be called %s', (name) => {
    const sheets = [
      { name, records: text('甲') },
      { name, records: text('乙') },
    ]
    expect(texts(readXls(workbook(sheets), ''))).toEqual(['甲', '乙'])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('charts are left out, on a sheet of their own or in one', () => {
    const chart = [biff(0x809, u16(UNICODE), u16(0x20)), at(0x203, 0, 0, f64(1)), biff(0x0a)]
    const sheets = [
      { name: '图', records: text('丙'), kind: 2 },
      { name: '目录', records: [...chart, ...text('甲')] },
    ]
    expect(texts(readXls(workbook(sheets), ''))).toEqual(['甲'])
  })

  test('hidden ones are read with a notice', () => {
    const records = [...text('甲'), at(0x204, 0, 1, wide('乙'))]
    const { blocks, notices } = readXls(workbook([{ name: '字典', records, state: 1 }]), '')
    expect(blocks).toMatchObject([{ hidden: { rows: [], columns: [], sheet: true } }])
    expect(notices).toEqual([
      {
        kind: 'hidden-sheet',
        text: '工作表“字典”是隐藏的，其中的内容也已读取；应当核对是否需要公开，不需要的应当删去。',
      },
    ])
  })

  test('hidden rows and columns are read with a notice', () => {
    const records = [
      biff(0x208, u16(1), u16(0), u16(2), u16(0), u32(0), u16(0x20), u16(0)),
      biff(0x7d, u16(1), u16(300), u16(0), u16(0), u16(1), u16(0)),
      ...[0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => at(0x203, row, column, f64(row)))),
    ]
    const { blocks, notices } = readXls(workbook([{ name: '目录', records }]), '')
    expect(blocks).toMatchObject([{ hidden: { rows: [1], columns: [1, 2] } }])
    expect(notices.map(({ kind }) => kind)).toEqual(['hidden-rows', 'hidden-columns'])
  })
})

describe('merges', () => {
  test('are cut to what is there, and what they cover is apart', () => {
    const records = [
      at(0x204, 0, 0, wide('甲')),
      at(0x204, 0, 3, wide('丁')),
      at(0x204, 1, 0, wide('乙')),
      at(0x204, 1, 1, wide('丙')),
      biff(0xe5, u16(1), u16(0), u16(65_535), u16(0), u16(0)),
    ]
    const { blocks, asides } = readXls(workbook([{ name: '目录', records }]), '')
    expect(blocks).toMatchObject([
      {
        rows: [
          [{ text: '甲', rowSpan: 2 }, {}, {}, {}],
          [{}, {}, {}],
        ],
      },
    ])
    expect(asides).toMatchObject([{ kind: 'hidden-text', text: '乙', origin: { address: 'A2' } }])
  })
})

describe('format', () => {
  test.each([
    ['台账.et', 'et'],
    ['台账.ET', 'et'],
    ['台账.xls', 'xls'],
    ['台账', 'xls'],
  ])('%s', (name, format) => {
    expect(readXls(workbook([{ name: '目录', records: [cell(0x203, f64(1))] }]), name).format).toBe(
      format,
    )
  })
})

describe('what cannot be read', () => {
  const one = [{ name: '目录', records: [cell(0x203, f64(1))] }]

  test.each<[string, Uint8Array, string]>([
    ['a password', workbook(one, { globals: [biff(0x2f, u16(1))] }), 'encrypted'],
    ['an encrypted package', compound('EncryptedPackage', new Uint8Array(5000)), 'encrypted'],
    ['a document', compound('WordDocument', new Uint8Array(5000)), 'unsupported-format'],
    ['a workbook of Excel 4.0', workbook(one, { version: 0x04_00 }), 'unsupported-format'],
    ['no bytes', new Uint8Array(), 'damaged'],
    ['text', new TextEncoder().encode('序号,公开事项\n'), 'damaged'],
    ['a web page', new TextEncoder().encode('<table><tr><td>1</table>'), 'damaged'],
    ['a stream of zeros', compound('Workbook', new Uint8Array(5000)), 'damaged'],
    ['an empty stream', compound('Workbook', new Uint8Array()), 'truncated'],
    ['a stream that is cut', compound('Workbook', streamOf(one).slice(0, -6)), 'truncated'],
    ['no sheet', workbook([]), 'empty'],
    ['an empty sheet', workbook([{ name: '目录', records: [] }]), 'empty'],
    ['a sheet beyond the end', workbook(one, { shift: 100_000 }), 'truncated'],
    [
      'a text that is not there',
      workbook([{ name: '', records: [cell(0xfd, u32(9))] }]),
      'damaged',
    ],
    [
      'a column that this format has not',
      workbook([{ name: '', records: [at(0x203, 0, 256, f64(1))] }]),
      'damaged',
    ],
    [
      'a merge that ends before it begins',
      workbook([{ name: '', records: [biff(0xe5, u16(1), u16(2), u16(1), u16(0), u16(0))] }]),
      'damaged',
    ],
    ['too many bytes', new Uint8Array(64 * 1024 * 1024 + 1), 'too-large'],
  ])('%s', (_name, bytes, reason) => {
    expect(() => readXls(bytes, '目录.xls')).toThrow(
      expect.objectContaining({ reason, message: expect.stringMatching(/。$/u) }),
    )
  })
})

describe('what would take forever is quick', () => {
  const far = [at(0x203, 0, 0, f64(1)), at(0x203, 65_535, 255, f64(2))]
  const link = biff(0x1b8, u16(0), u16(65_535), u16(0), u16(65_535), new Array<number>(100).fill(0))
  const grid = Array.from({ length: 9000 }, (_, row) => at(0x203, row * 7, row % 256, f64(row)))
  const whole = biff(0xe5, u16(1), u16(0), u16(65_535), u16(0), u16(255))
  const pieces = Array.from({ length: 60_000 }, () => biff(0x3c, [1, 0x41, 0]))

  test.each<[string, () => Uint8Array, string]>([
    ['cells at opposite corners', () => workbook([{ name: '', records: far }]), '2 blocks'],
    [
      'a merge over the whole sheet',
      () => workbook([{ name: '', records: [...far, whole] }]),
      'too-many-cells',
    ],
    [
      'merges over the whole sheet, many times',
      () => workbook([{ name: '', records: [...new Array(20_000).fill(whole), ...grid] }]),
      'too-many-cells',
    ],
    [
      'links that cover four thousand million cells',
      () => workbook([{ name: '', records: [...far, link, link] }]),
      '2 blocks',
    ],
    [
      'columns hidden again and again',
      () => {
        const hidden = biff(0x7d, u16(0), u16(255), u16(0), u16(0), u16(1), u16(0))
        return workbook([{ name: '', records: [...far, ...new Array(30_000).fill(hidden)] }])
      },
      '2 blocks',
    ],
    [
      'four thousand million texts that are not there',
      () => workbook(one(far), { shared: [biff(0xfc, u32(0), u32(0xff_ff_ff_ff))] }),
      'too-many-cells',
    ],
    [
      'more texts than the record has',
      () => workbook(one(far), { shared: [biff(0xfc, u32(0), u32(1_000_000))] }),
      '2 blocks',
    ],
    [
      'a text in sixty thousand pieces',
      () => {
        const shared = [biff(0xfc, u32(1), u32(1), u16(60_000), [1]), ...pieces]
        return workbook(one([at(0xfd, 0, 0, u32(0)), ...far]), { shared })
      },
      '2 blocks',
    ],
    [
      'a thousand sheets in one place',
      () => {
        const sheets = Array.from({ length: 1000 }, () => ({ name: '', records: far }))
        return workbook(sheets, { stored: [0], shift: 0 })
      },
      'damaged',
    ],
    [
      'substreams in substreams',
      () => workbook(one(new Array(50_000).fill(bof(0x10)))),
      'truncated',
    ],
    ['chains that run together', () => chains(6000), 'damaged'],
  ])('%s', (_name, make, outcome) => {
    const bytes = make()
    const started = performance.now()
    expect(outcomeOf(bytes)).toBe(outcome)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  function one(records: number[][]): SheetSource[] {
    return [{ name: '', records }]
  }
})

test('whatever another writer writes, its own reader and ours read the same', () => {
  const value = oneof(
    string({ unit: 'binary', maxLength: 12 }),
    constantFrom('公开事项', '✓', '第一行\n第二行', '𠮷', ' '),
    integer(),
    integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100),
    constantFrom(true, false),
  )
  const rows = array(array(value, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  assert(
    property(rows, constantFrom(true, false), (values, bookSST) => {
      const sheet = utils.aoa_to_sheet(values)
      const bytes: Uint8Array = write(
        { SheetNames: ['目录'], Sheets: { 目录: sheet } },
        { type: 'buffer', bookType: 'biff8', bookSST },
      )
      const theirs = read(bytes, { type: 'buffer', dense: true }).Sheets.目录?.['!data'] ?? []
      const shown = new Map<string, string>()
      for (const [row, cells] of theirs.entries()) {
        for (const [column, cell] of (cells ?? []).entries()) {
          const text = cell?.w ?? String(cell?.v ?? '')
          if (/\S/u.test(text)) shown.set(utils.encode_cell({ r: row, c: column }), text)
        }
      }
      expect(shownIn(bytes)).toEqual(shown)
    }),
    { numRuns: 200, seed: 20_190_515 },
  )
})

test('whatever happens to a file, it is read or refused', () => {
  const sound = workbook([
    {
      name: '目录',
      records: [
        at(0xfd, 0, 0, u32(0)),
        at(0xfd, 0, 1, u32(1)),
        biff(0xbd, u16(1), u16(0), u16(0), u32(6), u16(0), u32(10), u16(1)),
        at(0x06, 2, 0, other(0), u16(0), u32(0), u16(0)),
        biff(0x207, wide('合计')),
        biff(0xe5, u16(1), u16(0), u16(1), u16(0), u16(0)),
        biff(0x5d, u16(0x15), u16(18), u16(0x19), u16(7), u16(0)),
        biff(0x1b6, u16(0), u16(0), u32(0), u16(0), u16(3), u16(16), u32(0)),
        biff(0x3c, [1], units('请核对')),
        biff(0x1c, u16(1), u16(1), u16(0), u16(7), wide('张三'), [0]),
        biff(0x208, u16(1), u16(0), u16(2), u16(0), u32(0), u16(0x20), u16(0)),
      ],
    },
  ])
  const change = record({
    kind: constantFrom('flip', 'cut', 'splice'),
    // Mostly where there is something: the rest of the stream is padding.
    at: oneof(integer({ min: 0, max: 1600 }), integer({ min: 0, max: sound.length - 1 })),
    value: integer({ min: 0, max: 255 }),
    length: integer({ min: 1, max: 64 }),
  })
  assert(
    property(array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      let bytes = sound.slice()
      for (const { kind, at, value, length } of changes) {
        if (kind === 'flip' && at < bytes.length) bytes[at] = value
        if (kind === 'cut') bytes = bytes.slice(0, Math.max(at, 512))
        if (kind === 'splice') bytes.copyWithin(at, value * 4, value * 4 + length)
      }
      outcomeOf(bytes)
    }),
    { numRuns: 600, seed: 20_190_515 },
  )
})

/** How many blocks there are, or why there are none; any other error fails the test. */
function outcomeOf(bytes: Uint8Array): string {
  try {
    return `${readXls(bytes, '').blocks.length} blocks`
  } catch (error) {
    if (error instanceof UnreadableError) return error.reason
    throw error
  }
}

/** All texts with their addresses. */
function shownIn(bytes: Uint8Array): ReadonlyMap<string, string> {
  if (outcomeOf(bytes) === 'empty') return new Map()
  const passages = readXls(bytes, '').blocks.flatMap<Passage>((block) =>
    block.kind === 'table' ? block.rows.flat() : [block],
  )
  return new Map(
    passages
      .filter(({ text }) => /\S/u.test(text))
      .map(({ text, origin }) => [origin.kind === 'sheet' ? origin.address : '', text]),
  )
}

function texts({ blocks }: Document): readonly string[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : '(table)'))
}

function tableTexts({ blocks }: Document): readonly string[][][] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map((row) => row.map(({ text }) => text))] : [],
  )
}

interface SheetSource {
  /** Already encoded, where it is not in Unicode. */
  readonly name: string | readonly number[]
  readonly records: readonly number[][]
  readonly state?: number
  readonly kind?: number
}

interface WorkbookOptions {
  readonly version?: number
  readonly globals?: readonly number[][]
  readonly shared?: readonly number[][]
  /** Which sheets are stored, in which order; the others are said to be where the last one is. */
  readonly stored?: readonly number[]
  /** How far beside the truth the places of the sheets are. */
  readonly shift?: number
}

function workbook(sheets: readonly SheetSource[], options: WorkbookOptions = {}): Uint8Array {
  return compound('Workbook', streamOf(sheets, options))
}

function streamOf(
  sheets: readonly SheetSource[],
  { version = UNICODE, globals = [], shared, stored, shift = 0 }: WorkbookOptions = {},
): Uint8Array {
  const isUnicode = version === UNICODE
  const strings = shared ?? [biff(0xfc, u32(2), u32(2), wide('序号'), wide('机构职能'))]
  const before = [
    bof(5, version),
    ...globals,
    ...(isUnicode ? [biff(0x41e, u16(164), wide('yyyy"年"m"月"d"日"')), ...strings] : []),
    ...[0, 10, 164, 14].map((format) => biff(0xe0, u16(0), u16(format), new Array(16).fill(0))),
  ].flat()
  const entry = ({ name, state = 0, kind = 0 }: SheetSource, position: number) =>
    biff(0x85, u32(position), [state, kind], encodedName(name))
  const announced = sheets.flatMap((sheet) => entry(sheet, 0)).length
  let position = before.length + announced + 4
  const places = new Map<number, number>()
  const bodies: number[][] = []
  for (const index of stored ?? sheets.keys()) {
    const body = [...bof(0x10, version), ...joined(sheets[index]?.records ?? []), ...biff(0x0a)]
    places.set(index, position + shift)
    position += body.length
    bodies.push(body)
  }
  const last = [...places.values()].at(-1) ?? 0
  const entries = sheets.flatMap((sheet, index) => entry(sheet, places.get(index) ?? last))
  return Uint8Array.from([before, entries, biff(0x0a), ...bodies].flat())
}

function joined(records: readonly number[][]): number[] {
  return records.flat()
}

function encodedName(name: string | readonly number[]): number[] {
  if (typeof name !== 'string') return [name.length, ...name]
  return [name.length, 1, ...units(name)]
}

function compound(name: string, content: Uint8Array): Uint8Array {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, `/${name}`, content)
  return Uint8Array.from(CFB.write(file, { type: 'buffer' }))
}

/** A compound file in which thousands of chains of sectors all lead into one long chain. */
function chains(sectors: number): Uint8Array {
  const table = Math.ceil(sectors / 128)
  const middle = (1 + table + sectors) >> 1
  const bytes = new Uint8Array((sectors + 1) * 512)
  const view = new DataView(bytes.buffer)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(0x1e, 9, true)
  for (let index = 0; index < 109; index++) {
    view.setUint32(0x4c + index * 4, index < table ? index + 1 : 0xff_ff_ff_ff, true)
  }
  view.setUint32(0x44, 0xff_ff_ff_fe, true)
  for (let sector = 0; sector < sectors; sector++) {
    const next = sector < middle ? middle : sector + 1
    view.setUint32(1024 + sector * 4, sector === 0 ? 0xff_ff_ff_fe : next, true)
  }
  return bytes
}

function bof(kind: number, version = UNICODE): number[] {
  return biff(0x809, u16(version), u16(kind), new Array(12).fill(0))
}

/** A cell in B2. */
function cell(type: number, content: number[], format = 0): number[] {
  return biff(type, u16(1), u16(1), u16(format), content)
}

function at(type: number, row: number, column: number, ...content: number[][]): number[] {
  return biff(type, u16(row), u16(column), u16(0), ...content)
}

function formula(result: number[]): number[] {
  return cell(0x06, [...result, ...u16(0), ...u32(0), ...u16(0)])
}

/** A result that is no number: text, truth value, error. */
function other(kind: number, value = 0): number[] {
  return [kind, 0, value, 0, 0, 0, 0xff, 0xff]
}

function biff(type: number, ...content: (readonly number[])[]): number[] {
  const bytes = content.flat()
  return [...u16(type), ...u16(bytes.length), ...bytes]
}

function wide(text: string): number[] {
  return [...u16(text.length), 1, ...units(text)]
}

function narrow(text: string): number[] {
  return [...u16(text.length), 0, ...Array.from(text, (it) => it.charCodeAt(0))]
}

function units(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => u16(text.charCodeAt(index))).flat()
}

function u16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff]
}

function u32(value: number): number[] {
  return [...u16(value & 0xff_ff), ...u16(value >>> 16)]
}

function f64(value: number): number[] {
  return [...new Uint8Array(new Float64Array([value]).buffer)]
}
