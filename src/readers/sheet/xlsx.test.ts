import { configure, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../table/model.ts'
import { openPackage } from '../package/zip.ts'
import { UnreadableError } from '../reader.ts'
import { readWorksheet } from './xlsx/worksheet.ts'
import { readXlsx } from './xlsx.ts'

configure({ useWebWorkers: false })

const STRINGS = [
  '<si><t>机构职能</t></si>',
  '<si><r><t>《条例》</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 第二十条</t></r></si>',
  '<si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh><phoneticPr fontId="1"/></si>',
  '<si><t>a_x000D_b_x005F_x000D_</t></si>',
  '<si><t>1<![CDATA[<2>]]>&amp;3</t></si>',
  '<si/>',
]

const STYLES = `<styleSheet>
  <numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="9"/><xf numFmtId="9"/></cellStyleXfs>
  <cellXfs><xf/><xf numFmtId="10"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="99"/></cellXfs>
  <dxfs><dxf><numFmt numFmtId="176" formatCode="0"/></dxf></dxfs>
</styleSheet>`

describe('what a cell shows', () => {
  test.each<[string, string, string]>([
    ['a shared text', '<c r="B2" t="s"><v>0</v></c>', '机构职能'],
    ['runs joined', '<c r="B2" t="s"><v>1</v></c>', '《条例》 第二十条'],
    ['no phonetics', '<c r="B2" t="s"><v>2</v></c>', '漢字'],
    ['escapes decoded once', '<c r="B2" t="s"><v>3</v></c>', 'a\rb_x000D_'],
    ['CDATA and entities', '<c r="B2" t="s"><v>4</v></c>', '1<2>&3'],
    ['a text of its own', '<c r="B2" t="inlineStr"><is><t> 公开 </t></is></c>', ' 公开 '],
    [
      'runs of its own',
      '<c r="B2" t="inlineStr"><is><r><t>公</t></r><r><t>开</t></r><rPh><t>x</t></rPh></is></c>',
      '公开',
    ],
    ['an integer', '<c r="B2"><v>3</v></c>', '3'],
    ['a number as it was meant', '<c r="B2" t="n"><v>1613.8800000000001</v></c>', '1613.88'],
    ['a percentage', '<c r="B2" s="1"><v>0.125</v></c>', '12.50%'],
    ['a date', '<c r="B2" s="2"><v>45310</v></c>', '2024年1月19日'],
    ['a date that only a number names', '<c r="B2" s="3"><v>45310</v></c>', '2024年1月19日'],
    ['a number in a format that is not there', '<c r="B2" s="4"><v>7</v></c>', '7'],
    ['a number in a style that is not there', '<c r="B2" s="999"><v>7</v></c>', '7'],
    ['a number that is none', '<c r="B2"><v>1e999</v></c>', '1e999'],
    ['a written date', '<c r="B2" t="d" s="2"><v>2024-01-19</v></c>', '2024年1月19日'],
    ['a written date without a format', '<c r="B2" t="d"><v>2024-01-19</v></c>', '2024-01-19'],
    ['TRUE', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['FALSE', '<c r="B2" t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c r="B2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['the number that a formula gave', '<c r="B2"><f>A1+1</f><v>12</v></c>', '12'],
    ['the text that it gave', '<c r="B2" t="str"><f>"甲"</f><v>甲_x0041_</v></c>', '甲A'],
    ['nothing that stands beside it', '<is><t>甲</t></is><c r="B2"><v>1</v></c><v>2</v>', '1'],
  ])('%s', async (_name, cell, text) => {
    const { blocks } = await read([sheet(`<row r="2">${cell}</row>`)])
    expect(blocks).toMatchObject([
      { kind: 'paragraph', text, origin: { kind: 'sheet', sheet: '目录', address: 'B2' } },
    ])
  })

  test.each([
    ['an empty one', '<c r="A1" s="1"/>'],
    ['a formula without a result', '<c r="A1"><f>B1</f><v/></c>'],
    ['an empty text', '<c r="A1" t="s"><v>5</v></c>'],
    ['blanks', '<c r="A1" t="inlineStr"><is><t> \n </t></is></c>'],
    ['a text in no cell', '<is><t>甲</t></is>'],
    ['a row in a cell', '<c r="A1"><row r="1"><is><t>甲</t></is></row></c>'],
  ])('nothing: %s', async (_name, cell) => {
    await expect(read([sheet(`<row r="1">${cell}</row>`)])).rejects.toMatchObject({
      reason: 'empty',
    })
  })

  test('nothing but a picture, which has to be recognised first', async () => {
    const parts = new Map([...partsOf([sheet('')], {}), ['xl/media/image1.png', 'PNG']])
    await expect(readFrom(await zip(parts))).rejects.toMatchObject({
      reason: 'no-text-layer',
      message: '工作簿里没有文字，只有图片；应当先做文字识别（OCR），或者改用原来的电子文档。',
    })
  })

  test('dates that count from 1904', async () => {
    const { blocks } = await read([sheet('<row r="1"><c r="A1" s="2"><v>43848</v></c></row>')], {
      workbook: '<workbookPr date1904="1"/>',
    })
    expect(blocks).toMatchObject([{ text: '2024年1月19日' }])
  })
})

describe('where a text stands', () => {
  const strings = `<sst>${STRINGS.join('')}</sst>`

  test('a shared one, run by run', async () => {
    const { blocks } = await read([sheet('<row r="1"><c r="A1" t="s"><v>1</v></c></row>')])
    const from = strings.indexOf('《条例》')
    const next = strings.indexOf(' 第二十条')
    const part = 'xl/sharedStrings.xml'
    expect(blocks[0]).toMatchObject({
      origin: {
        pieces: [
          { start: 0, end: 4, part, from, to: from + 4, run: 0 },
          { start: 4, end: 9, part, from: next, to: next + 5, run: 1 },
        ],
      },
    })
  })

  test('one that is written with entities and in CDATA', async () => {
    const { blocks } = await read([sheet('<row r="1"><c r="A1" t="s"><v>4</v></c></row>')])
    const origin = blocks[0]?.kind === 'paragraph' ? blocks[0].origin : undefined
    const pieces = origin?.kind === 'sheet' ? (origin.pieces ?? []) : []
    expect(pieces.map(({ from, to }) => strings.slice(from, to))).toEqual([
      '1',
      '<![CDATA[<2>]]>',
      '&amp;3',
    ])
    expect(pieces.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 4],
      [4, 6],
    ])
  })

  test('one of its own', async () => {
    const xml = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>公开</t></is></c></row>')
    const from = xml.indexOf('公开')
    const { blocks } = await read([xml])
    expect(blocks[0]).toMatchObject({
      origin: {
        pieces: [{ start: 0, end: 2, part: 'xl/worksheets/sheet1.xml', from, to: from + 2 }],
      },
    })
  })

  test.each([
    ['a number', '<c r="A1"><v>1</v></c>'],
    ['what a formula gave', '<c r="A1" t="str"><f>B1</f><v>公开</v></c>'],
    ['a shared text that a formula gave', '<c r="A1" t="s"><f>B1</f><v>0</v></c>'],
  ])('nowhere: %s', async (_name, cell) => {
    const { blocks } = await read([sheet(`<row r="1">${cell}</row>`)])
    expect(blocks[0]).toHaveProperty('origin.address', 'A1')
    expect(blocks[0]).not.toHaveProperty('origin.pieces')
  })
})

describe('sheets', () => {
  const text = (content: string) =>
    sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>${content}</t></is></c></row>`)

  test('come in the order of their tabs', async () => {
    const { blocks } = await read([text('甲'), text('乙')], { order: [2, 1] })
    expect(textsOf(blocks)).toEqual(['乙', '甲'])
  })

  test.each(['hidden', 'veryHidden'])('%s ones are read with a notice', async (state) => {
    const { blocks, notices } = await read([text('甲')], { state })
    expect(textsOf(blocks)).toEqual(['甲'])
    expect(notices).toMatchObject([{ kind: 'hidden-sheet' }])
  })

  test('charts are left out', async () => {
    const { blocks } = await read([text('甲'), '<chartsheet/>'], {
      types: ['worksheet', 'chartsheet'],
    })
    expect(textsOf(blocks)).toEqual(['甲'])
  })

  test('that are not there are damage', async () => {
    await expect(read([text('甲')], { order: [1, 2] })).rejects.toMatchObject({ reason: 'damaged' })
  })

  test('and their rows and cells may leave out where they are', async () => {
    const cell = (content: string) => `<c t="inlineStr"><is><t>${content}</t></is></c>`
    const { blocks } = await read([
      sheet(
        `<row>${cell('甲')}${cell('乙')}</row><row><c r="C2"><v>1</v></c><c><v>2</v></c></row><row r="9">${cell('丙')}</row>`,
      ),
    ])
    expect(tableOf(blocks)).toEqual(['A1 甲', 'B1 乙', 'C1 ', 'D1 ', 'A2 ', 'B2 ', 'C2 1', 'D2 2'])
    expect(blocks[1]).toMatchObject({ text: '丙', origin: { address: 'A9' } })
  })

  test('in the strict form and with prefixes are no different', async () => {
    const xml =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(textsOf((await read([xml])).blocks)).toEqual(['机构职能'])
  })

  test('hold rows, columns and cells of other things that are not theirs', async () => {
    const anchor = '<xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from><c><v>9</v></c>'
    const xml = sheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      '',
      `<extLst>${anchor}<mergeCell ref="nowhere"/><col min="1" max="1" hidden="1"/></extLst>`,
    )
    expect(await read([xml])).toMatchObject({ blocks: [{ text: '机构职能' }], notices: [] })
  })

  test('in a file of WPS keep its name', async () => {
    expect(await readFrom(await workbook([text('甲')]), '目录.et')).toMatchObject({ format: 'et' })
  })
})

describe('what is hidden', () => {
  const rows = (attributes: string) =>
    [1, 2, 3]
      .map((row) => `<row r="${row}" ${row === 2 ? attributes : ''}>${pair(row)}</row>`)
      .join('')
  const pair = (row: number) => `<c r="A${row}"><v>1</v></c><c r="B${row}"><v>2</v></c>`

  test.each<[string, string, string, { rows: number[]; columns: number[] } | undefined]>([
    ['rows', 'hidden="1"', '', { rows: [1], columns: [] }],
    ['rows without height', 'ht="0" customHeight="1"', '', { rows: [1], columns: [] }],
    ['columns', '', '<col min="2" max="16384" hidden="true"/>', { rows: [], columns: [1] }],
    ['columns without width', '', '<col min="1" max="1" width="0"/>', { rows: [], columns: [0] }],
    ['nothing', 'hidden="0"', '<col min="1" max="2" width="12" hidden="false"/>', undefined],
    ['columns beside the table', '', '<col min="5" max="9" hidden="1"/>', undefined],
  ])('%s', async (_name, row, column, hidden) => {
    const { blocks, notices } = await read([sheet(rows(row), `<cols>${column}</cols>`)])
    expect(blocks[0]).toHaveProperty('kind', 'table')
    expect(blocks[0]?.kind === 'table' && blocks[0].hidden).toEqual(hidden)
    expect(notices).toHaveLength(hidden === undefined ? 0 : 1)
  })
})

describe('merges', () => {
  const rows = [1, 2]
    .map((row) => `<row r="${row}"><c r="A${row}"><v>1</v></c><c r="B${row}"><v>2</v></c></row>`)
    .join('')

  test.each<[string, string[], string[], string[]]>([
    ['are kept', ['A1:A2'], ['A1[2x1]', 'B1[1x1]', 'B2[1x1]'], []],
    ['end where the table ends', ['B1:Z1000'], ['A1[1x1]', 'B1[2x1]', 'A2[1x1]'], []],
    [
      'that overlap are told of',
      ['A1:B1', 'B1:B2'],
      ['A1[1x2]', 'A2[1x1]', 'B2[1x1]'],
      ['overlapping-merge'],
    ],
    ['of one cell are none', ['A1'], ['A1[1x1]', 'B1[1x1]', 'A2[1x1]', 'B2[1x1]'], []],
  ])('%s', async (_name, merges, cells, kinds) => {
    const list = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    const { blocks, notices } = await read([sheet(rows, '', `<mergeCells>${list}</mergeCells>`)])
    const found = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
    expect(
      found.map(({ origin, rowSpan, columnSpan }) =>
        origin.kind === 'sheet' ? `${origin.address}[${rowSpan}x${columnSpan}]` : '',
      ),
    ).toEqual(cells)
    expect(notices.map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('comments', () => {
  const cells = sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
  const notes = `<comments><authors><author>张三</author><author>tc={1}</author></authors><commentList>
    <comment ref="A1" authorId="0"><text><r><t>张三：</t></r><r><t>请核对</t></r></text></comment>
    <comment ref="B2" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>`
  const threads =
    '<ThreadedComments><threadedComment ref="B2" personId="{7}" id="{8}"><text>依据有误</text></threadedComment></ThreadedComments>'
  const persons = '<personList><person displayName="李四" id="{7}"/></personList>'

  test('are apart, on their cells', async () => {
    expect(await read([cells], { notes })).toMatchObject({
      asides: [
        {
          kind: 'comment',
          text: '张三：请核对',
          author: '张三',
          origin: { kind: 'sheet', sheet: '目录', address: 'A1' },
        },
        { kind: 'comment', text: '[Threaded comment]' },
      ],
    })
  })

  test('in threads count, and not what stands for them', async () => {
    const { asides = [] } = await read([cells], { notes, threads, persons })
    expect(asides.map(({ text, author }) => [text, author])).toEqual([
      ['张三：请核对', '张三'],
      ['依据有误', '李四'],
    ])
  })

  test('by no one known have no author', async () => {
    const { asides = [] } = await read([cells], { threads })
    expect(asides).toMatchObject([{ text: '依据有误' }])
    expect(asides[0]).not.toHaveProperty('author')
  })

  test('on a cell that is none are refused', async () => {
    await expect(
      read([cells], { notes: notes.replace('ref="A1"', 'ref="A0"') }),
    ).rejects.toMatchObject({ reason: 'bad-reference' })
  })
})

describe('what cannot be read', () => {
  test.each([
    ['a column past the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['four letters', '<row r="1"><c r="AAAA1"><v>1</v></c></row>'],
    ['row 0', '<row r="0"><c r="A0"><v>1</v></c></row>'],
    ['a row past the last', '<row r="1048577"/>'],
    ['a row of words', '<row r="一"/>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a cell without digits', '<row r="1"><c r="A"><v>1</v></c></row>'],
    ['a cell outside any row', '<c r="A1"><v>1</v></c>'],
    ['a cell outside any row that does not say where it is', '<c><v>1</v></c>'],
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>6</v></c></row>'],
    ['a text before the first', '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'],
    ['a text by name', '<row r="1"><c r="A1" t="s"><v>constructor</v></c></row>'],
  ])('%s', async (_name, rows) => {
    await expect(read([sheet(rows)])).rejects.toMatchObject({
      reason: 'bad-reference',
      message: expect.stringMatching(/^工作簿里的引用“.+”无效.+。$/u),
    })
  })

  test('a merge of words', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    const merges = '<mergeCells><mergeCell ref="A1:一"/></mergeCells>'
    await expect(read([sheet(rows, '', merges)])).rejects.toMatchObject({ reason: 'bad-reference' })
  })

  test.each([
    ['a zip file of something else', new Map([['OFD.xml', '<OFD/>']])],
    ['a part that is not well-formed', new Map([['xl/workbook.xml', '<workbook><sheets>']])],
  ])('%s', async (_name, parts) => {
    await expect(readFrom(await zip(parts))).rejects.toMatchObject({
      reason: 'damaged',
    })
  })

  test('more cells than there is room for', () => {
    const shared = { strings: [], formats: [], from1904: false }
    const xml = sheet('<row r="1"><c r="A1"/><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c></row>')
    expect(readWorksheet(xml, 'sheet1.xml', shared, 2).cells).toHaveLength(2)
    expect(() => readWorksheet(xml, 'sheet1.xml', shared, 1)).toThrow(
      expect.objectContaining({ reason: 'too-many-cells' }),
    )
  })
})

describe('what would take forever is quick', () => {
  const one = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'

  test.each([
    [
      'columns told of over and over',
      sheet(one, `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(50_000)}</cols>`),
    ],
    [
      'cells without content',
      sheet(`<row r="1">${'<c/>'.repeat(16_384)}</row>${one.replaceAll('1"', '2"')}`),
    ],
    ['rows without cells', sheet(one + '<row hidden="1"/>'.repeat(200_000))],
    [
      'one cell in each corner',
      sheet(`${one}<row r="1048576"><c r="XFD1048576" t="s"><v>0</v></c></row>`),
    ],
  ])('%s', async (_name, xml) => {
    const started = performance.now()
    await read([xml])
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('a table of a million rows and 16,384 columns is refused', async () => {
    const first = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    const last = '<row r="1048576"><c r="XFD1048576"><v>3</v></c></row>'
    const merges = '<mergeCells><mergeCell ref="A1:A1048575"/></mergeCells>'
    const started = performance.now()
    await expect(read([sheet(first + last, '', merges)])).rejects.toMatchObject({
      reason: 'too-many-cells',
    })
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

describe('whatever happens to a file, it is read or refused', () => {
  const xml = sheet(
    '<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"><v>45310</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>公开</t></is></c></row>',
    '<cols><col min="1" max="2" hidden="1"/></cols>',
    '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
  )

  test('bit by bit', async () => {
    const whole = await workbook([xml])
    const flips = array(
      record({
        at: integer({ min: 0, max: whole.length - 1 }),
        value: integer({ min: 0, max: 255 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    await assert(
      asyncProperty(flips, async (changes) => {
        const bytes = Uint8Array.from(whole)
        for (const { at, value } of changes) bytes[at] = value
        await readOrRefused(bytes)
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  test('part by part', async () => {
    const whole = partsOf([xml], {})
    const names = [...whole.keys()]
    const change = record({
      name: constantFrom(...names),
      at: integer({ min: 0, max: 600 }),
      length: integer({ min: 0, max: 12 }),
      insert: constantFrom(
        '',
        '<',
        '>',
        '"',
        '-1',
        '99999999999',
        '&amp;',
        '<row>',
        '<c t="s">',
        'é',
        '\0',
      ),
    })
    await assert(
      asyncProperty(array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
        const parts = new Map(whole)
        for (const { name, at, length, insert } of changes) {
          const text = parts.get(name) ?? ''
          const cut = at % (text.length + 1)
          parts.set(name, text.slice(0, cut) + insert + text.slice(cut + length))
        }
        await readOrRefused(await zip(parts))
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})

async function readOrRefused(bytes: Uint8Array): Promise<void> {
  try {
    await readFrom(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableError)
    expect(error).toHaveProperty('message', expect.stringMatching(/^[^\n]+。$/u))
  }
}

interface Options {
  /** Numbers of the parts in the order of their tabs. */
  readonly order?: readonly number[]
  readonly state?: string
  readonly types?: readonly string[]
  /** What stands in the workbook part before its sheets. */
  readonly workbook?: string
  readonly notes?: string
  readonly threads?: string
  readonly persons?: string
}

async function read(sheets: readonly string[], options: Options = {}): Promise<Document> {
  return readFrom(await workbook(sheets, options))
}

async function readFrom(bytes: Uint8Array, name = '目录.xlsx'): Promise<Document> {
  return readXlsx(await openPackage(bytes), 'xl/workbook.xml', name)
}

async function workbook(sheets: readonly string[], options: Options = {}): Promise<Uint8Array> {
  return zip(partsOf(sheets, options))
}

function partsOf(sheets: readonly string[], options: Options): ReadonlyMap<string, string> {
  const { order = sheets.map((_, index) => index + 1), state = 'visible', types = [] } = options
  const { notes, threads, persons } = options
  const parts = new Map([
    ['_rels/.rels', rels([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook>${options.workbook ?? ''}<sheets>${order
        .map(
          (at) =>
            `<sheet name="目录${at === 1 ? '' : at}" sheetId="${at}" state="${state}" r:id="rId${at}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      rels([
        ...sheets.map((_, index): [string, string, string] => [
          `rId${index + 1}`,
          types[index] ?? 'worksheet',
          `worksheets/sheet${index + 1}.xml`,
        ]),
        ['rId97', 'sharedStrings', '/xl/sharedStrings.xml'],
        ['rId98', 'styles', 'styles.xml'],
        ...(persons === undefined ? [] : [['rId99', 'person', 'persons.xml'] as const]),
      ]),
    ],
    ['xl/sharedStrings.xml', `<sst>${STRINGS.join('')}</sst>`],
    ['xl/styles.xml', STYLES],
    ...sheets.map((xml, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, xml]),
  ])
  if (persons !== undefined) parts.set('xl/persons.xml', persons)
  const remarks = [
    ...(notes === undefined ? [] : [['rId1', 'comments', '../notes.xml'] as const]),
    ...(threads === undefined ? [] : [['rId2', 'threadedComment', '../threads.xml'] as const]),
  ]
  if (remarks.length > 0) parts.set('xl/worksheets/_rels/sheet1.xml.rels', rels(remarks))
  if (notes !== undefined) parts.set('xl/notes.xml', notes)
  if (threads !== undefined) parts.set('xl/threads.xml', threads)
  return parts
}

function sheet(rows: string, before = '', after = ''): string {
  return `<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
}

function rels(list: readonly (readonly [string, string, string])[]): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`,
  )
  return `<Relationships>${items.join('')}</Relationships>`
}

async function zip(parts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter())
  for (const [name, text] of parts) await writer.add(name, new TextReader(text))
  return writer.close()
}

function textsOf(blocks: Document['blocks']): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}

/** Address and text of each cell of the first table. */
function tableOf(blocks: Document['blocks']): readonly string[] {
  const table = blocks.find((block) => block.kind === 'table')
  const cells = table?.kind === 'table' ? table.rows.flat() : []
  return cells.map(({ origin, text }) =>
    origin.kind === 'sheet' ? `${origin.address} ${text}` : '',
  )
}
