import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pdfAssets } from '../../node/pdf-assets.ts'
import type { Block, Document } from '../../table/model.ts'
import { UnreadableError } from '../reader.ts'
import { readPdf } from './index.ts'

/** What is expected of a block: the text of a paragraph, or the rows of a table. */
type Expected = string | readonly (readonly string[])[]

const HEADER = ['序号', '公开事项', '公开时限']
const FIRST = ['1', '机构职能', '20个工作日内']
const SECOND = ['2', '政策文件', '实时更新']

describe('a table on one page', () => {
  const grid = edges([60, 100, 200, 300], [100, 120, 140])
  const texts = [text(64, 115, '序号'), text(104, 115, '公开事项'), text(64, 135, '1')]
  const rows = [
    ['序号', '公开事项', ''],
    ['1', '', ''],
  ]

  test.each<[string, string[], Expected[]]>([
    ['lines', grid.map(stroke), [rows]],
    ['filled bars', grid.map(bar), [rows]],
    ['outlined cells', squares([60, 100, 200, 300], [100, 120, 140]), [rows]],
    ['lines in pieces', grid.flatMap((line) => pieces(line, 20, 20)).map(stroke), [rows]],
    ['dotted lines', grid.flatMap((line) => pieces(line, 1.5, 3)).map(bar), [rows]],
    [
      'double lines',
      grid
        .flatMap(
          ([l, t, r, b]) =>
            [
              [l, t, r, b],
              [l + 1.5, t + 1.5, r + 1.5, b + 1.5],
            ] as Segment[],
        )
        .map(stroke),
      [rows],
    ],
    [
      'lines drawn twice as large',
      ['q 2 0 0 2 0 0 cm', ...grid.map(halved).map(stroke), 'Q'],
      [rows],
    ],
    [
      'no lines at the sides',
      grid.filter(([left, , right]) => left !== right || (left > 60 && left < 300)).map(stroke),
      [rows],
    ],
    ['a frame around it', [...grid, ...edges([30, 560], [30, 800])].map(stroke), [rows]],
    ['words underlined', [...grid.map(stroke), stroke([102, 132, 150, 132])], [rows]],
    ['a thin curve', [...grid.map(stroke), '60 700 m 100 700 150 701 200 700 c S'], [rows]],
  ])('%s', async (_name, drawn, expected) => {
    expect(await blocks([...drawn, ...texts])).toEqual(expected)
  })

  test.each<[string, string[], Expected[]]>([
    [
      'squares without a line between them are one cell',
      [
        ...edges([60, 100, 200, 300], [100, 120, 140, 160])
          .filter(([left, top]) => left !== 200 && top !== 120)
          .map(stroke),
        ...[stroke([60, 120, 100, 120]), stroke([200, 140, 200, 160])],
        ...[text(64, 115, '序号'), text(64, 135, '1'), text(104, 125, '机构职能')],
        ...[text(104, 155, '领导信息'), text(204, 155, '内设机构')],
      ],
      [[['序号', '机构职能 2×2'], ['1'], ['', '领导信息', '内设机构']]],
    ],
    [
      'lines of a cell are joined without a blank',
      [...grid.map(stroke), text(104, 109, '自该信息形成'), text(104, 119, '之日起')],
      [
        [
          ['', '自该信息形成之日起', ''],
          ['', '', ''],
        ],
      ],
    ],
    [
      'a text belongs to the cell in which it begins',
      [...grid.map(stroke), text(150, 115, '国务院办公厅文件'), text(204, 135, '实时')],
      [
        [
          ['', '国务院办公厅文件', ''],
          ['', '', '实时'],
        ],
      ],
    ],
    [
      'texts on both sides of an edge stay apart, however near',
      [...grid.map(stroke), text(93, 115, '3', 10), text(101, 115, '机构')],
      [
        [
          ['3', '机构', ''],
          ['', '', ''],
        ],
      ],
    ],
    [
      'a text that is drawn twice to look bold is one',
      [...grid.map(stroke), text(64, 115, '序号'), text(64.3, 115, '序号')],
      [
        [
          ['序号', '', ''],
          ['', '', ''],
        ],
      ],
    ],
    [
      'writing down the page is read as it is drawn',
      [
        ...grid.map(stroke),
        ...[...'组织'].map((word, index) => turned(64, 105 + 10 * index, word)),
      ],
      [
        [
          ['组织', '', ''],
          ['', '', ''],
        ],
      ],
    ],
    [
      'a frame is no table',
      [...edges([60, 300], [100, 140]).map(stroke), text(64, 115, '说明')],
      ['说明'],
    ],
    [
      'two crossing lines are no table',
      [stroke([60, 100, 300, 100]), stroke([80, 90, 80, 200]), text(64, 60, '说明')],
      ['说明'],
    ],
    [
      'paragraphs stand before and after it',
      [text(60, 60, '附件'), ...grid.map(stroke), ...texts, text(60, 200, '注：无')],
      ['附件', rows, '注：无'],
    ],
    [
      'two tables',
      [
        ...grid.map(stroke),
        ...texts,
        ...edges([60, 300], [200, 220, 240]).map(stroke),
        text(64, 215, '合计'),
      ],
      [rows, [['合计'], ['']]],
    ],
  ])('%s', async (_name, content, expected) => {
    expect(await blocks(content)).toEqual(expected)
  })

  test('on a page that is turned, places are those of the page as it is seen', async () => {
    const { blocks } = await read(made([[...grid.map(stroke), ...texts]], '/Rotate 90'))
    expect(blocks[0]).toMatchObject({
      kind: 'table',
      rows: [[{ origin: { box: { left: 702, top: 60, right: 722, bottom: 100 } } }, {}], {}, {}],
    })
  })
})

describe('a table over two pages', () => {
  test.each<[string, string[][], Expected[]]>([
    ['goes on', [table(100, [HEADER, FIRST]), table(40, [SECOND])], [[HEADER, FIRST, SECOND]]],
    [
      'repeats its header',
      [table(100, [HEADER, FIRST]), table(40, [HEADER, SECOND])],
      [[HEADER, FIRST, SECOND]],
    ],
    [
      'repeats its header, but not the title above it',
      [table(100, [['目录', '', ''], HEADER, FIRST]), table(40, [HEADER, SECOND])],
      [[['目录', '', ''], HEADER, FIRST, SECOND]],
    ],
    [
      'holds an entry twice',
      [table(100, [HEADER, FIRST, SECOND]), table(40, [FIRST, SECOND])],
      [[HEADER, FIRST, SECOND, FIRST, SECOND]],
    ],
    [
      'is another one after a paragraph',
      [table(100, [HEADER, FIRST]), [text(60, 200, '二、其他'), ...table(240, [HEADER, SECOND])]],
      [[HEADER, FIRST], '二、其他', [HEADER, SECOND]],
    ],
    [
      'is another one with other edges',
      [table(100, [HEADER, FIRST]), table(40, [SECOND], [60, 90, 200, 300])],
      [[HEADER, FIRST], [SECOND]],
    ],
    [
      'has fewer columns on the second one',
      [
        table(100, [HEADER, FIRST]),
        table(
          40,
          [
            ['合计', '二项'],
            ['总计', '三项'],
          ],
          [60, 100, 300],
        ),
      ],
      [[HEADER, FIRST, ['合计', '二项 1×2'], ['总计', '三项 1×2']]],
    ],
    [
      'goes on with a row of a single cell',
      [table(100, [HEADER, FIRST]), table(40, [['注：无']], [60, 300])],
      [[HEADER, FIRST, ['注：无 1×3']]],
    ],
    [
      'is cut within a row',
      [
        table(100, [HEADER, ['1', '国务院办公厅文件', '每年']]),
        table(40, [['', '及其解读', ''], SECOND]),
      ],
      [[HEADER, ['1', '国务院办公厅文件及其解读 joined', '每年'], SECOND]],
    ],
    [
      'is cut within a row, between letters on top of each other',
      [
        table(100, [HEADER, ['组/织', '国务院办公厅文件', '每年']], undefined, 30),
        table(40, [['领', '及其解读', ''], SECOND]),
      ],
      [[HEADER, ['组织领 joined', '国务院办公厅文件及其解读 joined', '每年'], SECOND]],
    ],
    [
      'goes on under a merged cell',
      [table(100, [HEADER, FIRST]), table(40, [['', '政策文件', '实时更新']])],
      [[HEADER, ['1 2×1', '机构职能', '20个工作日内'], ['政策文件', '实时更新']]],
    ],
    [
      'goes on with a blank row',
      [table(100, [HEADER, FIRST]), table(40, [['', '', ''], SECOND])],
      [[HEADER, FIRST, ['', '', ''], SECOND]],
    ],
  ])('%s', async (_name, pages, expected) => {
    expect(await blocks(...pages)).toEqual(expected)
  })
})

describe('what is not part of the flow', () => {
  test('page numbers, headers and footers stand apart', async () => {
    const pages = [1, 2, 3].map((number) => [
      text(60, 40, '公开目录'),
      text(60, 300, `第${'一二三'[number - 1]}部分`),
      text(280, 800, `- ${number} -`),
    ])
    const document = await read(made(pages))
    expect(document.blocks.map(shown)).toEqual(['第一部分', '第二部分', '第三部分'])
    expect(document.asides?.map(({ kind, text }) => [kind, text])).toEqual([
      ['header', '公开目录'],
      ['footer', '- 1 -'],
    ])
  })

  test('a large title that every page repeats stays once', async () => {
    const pages = [FIRST, SECOND].map((row) => [text(60, 40, '公开目录', 20), ...table(100, [row])])
    expect(await blocks(...pages)).toEqual(['公开目录', [FIRST, SECOND]])
  })

  test('the number of a single page', async () => {
    expect(await blocks([text(60, 300, '目录'), text(290, 800, '第 1 页 共 1 页')])).toEqual([
      '目录',
    ])
  })

  test('a watermark', async () => {
    const watermark = `BT 0.7 0.7 -0.7 0.7 100 650 Tm /F 40 Tf ${hex('征求意见稿')} Tj ET`
    const pages = [FIRST, SECOND].map((row) => [...table(100, [row]), watermark])
    const document = await read(made(pages))
    expect(document.blocks.map(shown)).toEqual([[FIRST, SECOND]])
    expect(document.asides).toMatchObject([{ kind: 'text-box', text: '征求意见稿' }])
  })
})

describe('paragraphs', () => {
  // Thirteen and a half characters of this size are a line.
  const line = (x: number, y: number, words: string, size = 35) => text(x, y, words, size)
  const full = '严格按照政府信息公开条例的'

  test.each<[string, string[][], string[]]>([
    [
      'a line that is full goes on',
      [[line(60, 100, full), line(60, 150, '规定。')]],
      [`${full}规定。`],
    ],
    [
      'a line that is not full ends a paragraph',
      [[line(60, 100, full), line(60, 150, '规定。'), line(60, 200, '特此报告。')]],
      [`${full}规定。`, '特此报告。'],
    ],
    [
      'lines are not full because no other is longer',
      [[line(60, 100, '单位：教育局'), line(60, 150, '日期：一月')]],
      ['单位：教育局', '日期：一月'],
    ],
    [
      'a line is full when the next number did not fit',
      [[line(60, 100, full), line(60, 150, full.slice(2)), line(60, 200, '2023年度')]],
      [`${full}${full.slice(2)}2023年度`],
    ],
    [
      'an indent begins a paragraph',
      [[line(60, 100, full), line(130, 150, '一是制度。')]],
      [full, '一是制度。'],
    ],
    [
      'a number after a full stop begins a paragraph',
      [[line(60, 100, `${full.slice(1)}。`), line(60, 150, '（二）平台')]],
      [`${full.slice(1)}。`, '（二）平台'],
    ],
    [
      'a title goes on in the middle',
      [[line(60, 60, full), line(217, 110, '年度报告')]],
      [`${full}年度报告`],
    ],
    [
      'a line in another size stands alone',
      [[line(60, 100, full), line(60, 150, '一、总体情况', 20)]],
      [full, '一、总体情况'],
    ],
    [
      'a line far below stands alone',
      [[line(60, 100, full), line(60, 300, '教育局')]],
      [full, '教育局'],
    ],
    [
      'a paragraph goes on overleaf',
      [[line(60, 700, full)], [line(60, 160, '规定。')]],
      [`${full}规定。`],
    ],
    [
      'a gap between Latin words is a blank',
      [[text(60, 200, 'open'), text(83, 200, 'data')]],
      ['open data'],
    ],
    ['blanks are kept', [[text(60, 200, '附  件')]], ['附  件']],
  ])('%s', async (_name, pages, expected) => {
    expect(await blocks(...pages)).toEqual(expected)
  })
})

describe('notices', () => {
  test.each<[string, Uint8Array, string[]]>([
    [
      'pages without text',
      made([table(100, [FIRST]), [], [stroke([60, 90, 300, 90])], table(40, [SECOND]), []]),
      [
        'page-without-text：第2至3、5页没有文字，是空白页或者扫描图片；是扫描图片的，应当先做文字识别（OCR）。',
      ],
    ],
    [
      'a table without lines',
      made([
        [HEADER, FIRST, SECOND].flatMap((row, index) =>
          row.map((cell, column) => text(60 + 120 * column, 100 + 20 * index, cell)),
        ),
      ]),
      [
        'unruled-table：第1页的表格没有框线，只读取了文字；应当改用带框线的文件，或者原来的电子文档。',
      ],
    ],
    [
      'a page that is not there',
      replaced(made([[text(60, 90, '目录')], [], [text(60, 90, '附件')]]), '8 0 R 10', '7 0 R 10'),
      ['page-without-text：第2页已损坏，未能读取；应当重新导出或者重新下载。'],
    ],
    ['nothing to notice', made([table(100, [FIRST])]), []],
  ])('%s', async (_name, bytes, expected) => {
    const { notices } = await read(bytes)
    expect(notices.map(({ kind, text }) => `${kind}：${text}`)).toEqual(expected)
  })
})

describe('refused', () => {
  test.each<[string, Uint8Array, string]>([
    ['no bytes', new Uint8Array(), 'empty'],
    ['no text on any page', made([[stroke([60, 90, 300, 90])], []]), 'no-text-layer'],
    ['only white space', made([[text(60, 90, '　 ')]]), 'no-text-layer'],
    ['no page', made([]), 'damaged'],
    ['something else', new TextEncoder().encode('%PDF-1.4 机构职能'), 'damaged'],
    ['too many pages', made(Array.from({ length: 5_001 }, () => [])), 'too-large'],
    ['too many operators', made([['0 0 m 9 9 l S '.repeat(250_001)]]), 'too-large'],
    ['too many characters', made([[text(60, 90, '一'.repeat(100_001))]]), 'too-large'],
    ['too many squares', made([edges(steps(1_500), steps(1_500)).map(stroke)]), 'too-many-cells'],
  ])('%s', async (_name, bytes, reason) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'UnreadableError', reason })
  })

  test('without the package that reads PDF files', async () => {
    await expect(readPdf(made([[]]), '目录.pdf', undefined)).rejects.toMatchObject({
      reason: 'missing-package',
      message:
        '读取 PDF 需要 pdfjs-dist，而它没有安装；应当运行 npm install pdfjs-dist@5.6.205 后再检查。',
    })
  })
})

test('the bytes stay as they are, and so does what all objects share', async () => {
  const bytes = made([table(100, [FIRST])])
  const copy = bytes.slice()
  await read(bytes)
  expect(bytes).toEqual(copy)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect('DOMMatrix' in globalThis).toBe(false)
})

test('bytes that are cut, changed or mixed give a document or a refusal', async () => {
  const whole = made([
    [text(60, 60, '目录', 20), ...table(100, [HEADER, FIRST])],
    table(40, [HEADER, SECOND]),
  ])
  const place = fc.nat(whole.length - 1)
  const change = fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), at: place }),
    fc.record({
      kind: fc.constant('flip' as const),
      at: place,
      byte: fc.integer({ min: 1, max: 255 }),
    }),
    fc.record({
      kind: fc.constant('splice' as const),
      at: place,
      from: place,
      length: fc.nat(200),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      let bytes = whole
      for (const one of changes) {
        if (one.kind === 'cut') bytes = bytes.slice(0, one.at)
        else if (one.kind === 'flip')
          bytes = bytes.map((b, at) => (at === one.at ? b ^ one.byte : b))
        else bytes = spliced(bytes, one.at, whole.subarray(one.from, one.from + one.length))
      }
      const result = await read(bytes).catch((error: unknown) => error)
      if (result instanceof Error) expect(result).toBeInstanceOf(UnreadableError)
      expect(Object.keys(Object.prototype)).toEqual([])
    }),
    { numRuns: 300, seed: 20_190_054 },
  )
})

function read(bytes: Uint8Array): Promise<Document> {
  return readPdf(bytes, '目录.pdf', pdfAssets())
}

async function blocks(...pages: readonly string[][]): Promise<Expected[]> {
  return (await read(made(pages))).blocks.map(shown)
}

function shown(block: Block): Expected {
  if (block.kind === 'paragraph') return block.text
  return block.rows.map((row) =>
    row.map(({ text, rowSpan, columnSpan, joined }) => {
      const span = rowSpan * columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : ''
      return `${text}${span}${joined ? ' joined' : ''}`
    }),
  )
}

/** Left, top, right and bottom; points from the top left corner. */
type Segment = readonly [number, number, number, number]

/** The lines of a table with these edges. */
function edges(columns: readonly number[], rows: readonly number[]): readonly Segment[] {
  const [left, right] = [columns.at(0) ?? 0, columns.at(-1) ?? 0]
  const [top, bottom] = [rows.at(0) ?? 0, rows.at(-1) ?? 0]
  return [
    ...rows.map((y) => [left, y, right, y] as const),
    ...columns.map((x) => [x, top, x, bottom] as const),
  ]
}

function steps(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => 2.6 * index)
}

const HEIGHT = 842

function stroke([left, top, right, bottom]: Segment): string {
  return `${left} ${HEIGHT - top} m ${right} ${HEIGHT - bottom} l S`
}

/** A line as WPS draws it. */
function bar([left, top, right, bottom]: Segment): string {
  const [width, height] = [Math.max(right - left, 0.5), Math.max(bottom - top, 0.5)]
  return `${left} ${HEIGHT - top - height} ${width} ${height} re f`
}

function squares(columns: readonly number[], rows: readonly number[]): string[] {
  return rows.slice(1).flatMap((bottom, row) =>
    columns.slice(1).map((right, column) => {
      const [left, top] = [columns[column] ?? 0, rows[row] ?? 0]
      return `${left} ${HEIGHT - bottom} ${right - left} ${bottom - top} re S`
    }),
  )
}

function pieces([left, top, right, bottom]: Segment, length: number, every: number): Segment[] {
  const found: Segment[] = []
  for (let x = left, y = top; x < right || y < bottom; ) {
    const [endX, endY] = [Math.min(x + length, right), Math.min(y + length, bottom)]
    found.push([x, y, endX, endY])
    x = Math.min(x + every, right)
    y = Math.min(y + every, bottom)
  }
  return found
}

/** Where a line has to be drawn to stand right once it is twice as large. */
function halved([left, top, right, bottom]: Segment): Segment {
  const half = (y: number) => HEIGHT - (HEIGHT - y) / 2
  return [left / 2, half(top), right / 2, half(bottom)]
}

function text(x: number, y: number, words: string, size = 10): string {
  return `BT /F ${size} Tf ${x} ${HEIGHT - y} Td ${hex(words)} Tj ET`
}

function turned(x: number, y: number, words: string): string {
  return `BT 0 -1 1 0 ${x} ${HEIGHT - y} Tm /F 10 Tf ${hex(words)} Tj ET`
}

function hex(words: string): string {
  const units = words.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
  return `<${units.join('')}>`
}

const COLUMNS = [60, 100, 184, 300]

/** A ruled table. A slash in a cell begins a line. */
function table(
  top: number,
  rows: readonly (readonly string[])[],
  columns: readonly number[] = COLUMNS,
  height = 20,
): string[] {
  const bottoms = rows.map((_, index) => top + height * (index + 1))
  const texts = rows.flatMap((row, index) =>
    row.flatMap((cell, column) =>
      cell
        .split('/')
        .map((line, at) =>
          text((columns[column] ?? 0) + 2, top + height * index + 14 + 10 * at, line),
        ),
    ),
  )
  return [...edges(columns, [top, ...bottoms]).map(stroke), ...texts]
}

/** A file with a page for each list of what is drawn on it. Its font is one that readers know. */
function made(pages: readonly (readonly string[])[], more = ''): Uint8Array {
  const kids = pages.map((_, index) => `${6 + 2 * index} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
    ...pages.flatMap((content, index) => {
      const stream = content.join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] ${more} /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + 2 * index} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  return new TextEncoder().encode(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
  )
}

function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to))
}

function spliced(bytes: Uint8Array, at: number, piece: Uint8Array): Uint8Array {
  return new Uint8Array([...bytes.subarray(0, at), ...piece, ...bytes.subarray(at)])
}
