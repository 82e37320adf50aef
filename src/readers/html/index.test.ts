import { describe, expect, test } from 'vitest'
import { textOrigin } from '../../table/locate.ts'
import type { Document, Table } from '../../table/model.ts'
import { MAX_COLUMNS, UnreadableError } from '../reader.ts'
import { readHtml } from './index.ts'

describe('the encoding of a page', () => {
  const table = '<table><tr><td>机构职能</td><td>✓</td></tr></table>'

  test.each([
    ['<meta charset="utf-8">', 'utf-8'],
    ['<meta charset=UTF-8 />', 'utf-8'],
    ['<meta http-equiv=Content-Type content="text/html; charset=gb2312">', 'gb18030'],
    ["<META content='text/html;charset=GBK' http-equiv=Content-Type>", 'gb18030'],
    ['<?xml version="1.0" encoding="gb18030"?>', 'gb18030'],
    ['<!-- <meta charset=utf-8> --><meta charset=gb2312>', 'gb18030'],
    ['<meta charset="iso-8859-1">', 'gb18030'],
    ['<meta charset="no-such-name">', 'gb18030'],
    ['', 'utf-8'],
    ['', 'gb18030'],
  ])('%s in %s', (head, encoding) => {
    const document = readHtml(encode(head + table, encoding), '目录.html')
    expect(document).toMatchObject({ format: 'html', encoding, source: head + table, notices: [] })
    expect(textsOf(document)).toEqual([['机构职能', '✓']])
  })

  test('a byte order mark overrules the declaration and is not counted', () => {
    const bytes = encode(`\ufeff<meta charset=gb2312>${table}`, 'utf-8')
    const document = readHtml(bytes, '目录.html')
    expect(document).toMatchObject({ encoding: 'utf-8', source: `<meta charset=gb2312>${table}` })
  })

  test('the caller overrules both', () => {
    const document = readHtml(encode(table, 'gb18030'), '目录.html', 'gbk')
    expect(document.encoding).toBe('gb18030')
    expect(textsOf(document)).toEqual([['机构职能', '✓']])
  })

  test.each([
    ['utf-8', 'gb18030'],
    ['gb2312', 'utf-8'],
  ])('a page that declares %s but is in %s is read as it is', (declared, encoding) => {
    const page = `<meta charset="${declared}">${table}`
    const document = readHtml(encode(page, encoding), '目录.html')
    expect(document).toMatchObject({ encoding, source: page })
    expect(document.notices).toEqual([
      {
        kind: 'damaged-encoding',
        text: `网页声明的编码是 ${declared}，内容却是 ${encoding} 编码，已按后者读取；应当改正声明。`,
      },
    ])
  })

  test('bytes that fit no encoding are told', () => {
    const bytes = encode(`<meta charset=utf-8>\n${table}`, 'utf-8')
    bytes[bytes.indexOf(0xe6)] = 0xff
    const { notices } = readHtml(bytes, '目录.html')
    expect(notices).toMatchObject([
      { kind: 'damaged-encoding', text: expect.stringContaining('第一处在第2行') },
    ])
  })
})

describe('the text of a cell', () => {
  test.each([
    ['white space folds', '  机构 \t职能  and\n  more ', '机构 职能 and more'],
    ['a line end between Chinese characters is no blank', '机构\n  职能', '机构职能'],
    ['across tags as well', '机构 <b>\n职能</b>', '机构职能'],
    ['&nbsp; is a blank that does not fold', '&nbsp;机构&nbsp; 职能\u00a0', ' 机构  职能 '],
    [
      'an ideographic blank is a character',
      '\u3000机构\u3000\u3000职能',
      '\u3000机构\u3000\u3000职能',
    ],
    ['<br> ends a line', '机构<br>职能<br/>', '机构\n职能'],
    ['two <br> leave an empty line', '机构<br><br>职能', '机构\n\n职能'],
    ['a leading <br> too', '<br>机构', '\n机构'],
    ['paragraphs are lines', '<p>机构</p>\n<p>职能</p>', '机构\n职能'],
    ['a <br> at the end of a paragraph is no line', '<p>机构<br></p><p>职能</p>', '机构\n职能'],
    ['a paragraph of a <br> is an empty line', '机构<p><br></p>职能', '机构\n\n职能'],
    ['empty paragraphs are none', '<p></p><p>机构</p><p> </p><div></div><p>职能</p>', '机构\n职能'],
    ['list items are lines', '<ul><li>机构</li><li>职能</li></ul>', '机构\n职能'],
    [
      'references',
      '&lt;a&gt; &amp;amp; &#10003;&#x2713; &NotEqualTilde; &copy2024',
      '<a> &amp; ✓✓ ≂̸ ©2024',
    ],
    ['what is no reference', 'a & b &x; &nosuch; &', 'a & b &x; &nosuch; &'],
    [
      'scripts and the like are not text',
      '机构<script>1</script><style>2</style><template>3</template><noscript>4</noscript><iframe>5</iframe><object>6</object>职能',
      '机构职能',
    ],
    ['comments are not text', '机构<!-- 注 -->职能<![endif]>', '机构职能'],
    ['a picture of one character is that character', '<img alt="√" src=x.gif>', '√'],
    ['any other picture is none', '<img alt="市教育局标志"><img alt=""><img>机构', '机构'],
    ['form fields are none', '<input type=checkbox checked>是', '是'],
    [
      'an annotation of pronunciation is none',
      '<ruby>机<rp>(</rp><rt>jī</rt><rp>)</rp></ruby>构',
      '机构',
    ],
    ['preformatted text stands as it is', '<pre>\n机构  \n  职能\n</pre>', '机构  \n  职能'],
    ['Word paragraphs', '<p class=MsoNormal><span lang=EN-US>20<o:p></o:p></span></p>', '20'],
    [
      'empty Word paragraphs',
      '<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>',
      ' ',
    ],
    ['spaces of Excel', "机构<span style='mso-spacerun:yes'>&nbsp; </span>职能", '机构  职能'],
    ['nothing', '', ''],
    ['no more than white space', ' \n ', ''],
  ])('%s', (_, inner, text) => {
    const document = read(`<table><tr><td>${inner}</td><td>右</td></tr></table>`)
    expect(textsOf(document)).toEqual([[text, '右']])
  })

  test('cells without end tags, rows without a table body', () => {
    expect(textsOf(read('<table><tr><td>1<td>机构<tr><td>2<td>职能</table>'))).toEqual([
      ['1', '机构'],
      ['2', '职能'],
    ])
  })

  test('what stands between cells comes before the table', () => {
    const document = read('<table><tr>填表人：张三<td>机构</td></tr></table>')
    expect(shapesOf(document)).toEqual(['填表人：张三', 'table'])
  })
})

describe('the place of a cell', () => {
  test.each([
    ['plain text', '<td> 机构职能 </td>', '机构职能', undefined],
    ['a reference', '<td>a&lt;b</td>', 'a&lt;b', ['a', '&', 'b']],
    ['a reference at both ends', '<td>&lt;b&gt;</td>', '&lt;b&gt;', ['&', 'b', '&']],
    ['a blank as a reference', '<td>a&#32;b</td>', 'a&#32;b', ['a', '&', 'b']],
    ['a reference without its semicolon', '<td>&copy2024</td>', '&copy2024', '&2024'.split('')],
    [
      'a character of two units',
      '<td>&#x20BB7;𠮷</td>',
      '&#x20BB7;𠮷',
      ['&', '&', '\ud842', '\udfb7'],
    ],
    ['tags inside', '<td>机<b>构</b>职</td>', '机<b>构</b>职', ['机', '构', '职']],
    ['tags that mean nothing', '<td>机</b>构</td>', '机</b>构', ['机', '构']],
    ['line breaks', '<td>机<br>构</td>', '机<br>构', ['机', '<', '构']],
    ['line ends', '<td>a \r\n b</td>', 'a \r\n b', ['a', ' ', 'b']],
    ['paragraphs', '<td><p>机</p><p>构</p></td>', '机</p><p>构', ['机', '<', '构']],
    ['a tick as a picture', '<td> <img alt=√></td>', '<img alt=√>', ['<']],
  ])('%s', (_, cell, span, units) => {
    const source = `<table><tr>${cell}<td>右</table>`
    const [passage] = tableOf(read(source)).rows[0] ?? []
    const { start, end, offsets } = passage === undefined ? NOWHERE : textOrigin(passage)
    expect(source.slice(start, end)).toBe(span)
    expect(offsets?.slice(0, -1).map((offset) => source[offset])).toEqual(units)
    expect(offsets?.at(-1) ?? end).toBe(end)
  })

  test.each(['', ' \n', '<br>', '<p></p>'])(
    'an empty cell (%j) is behind its start tag',
    (inner) => {
      const source = `<table><tr><td class="a>b">${inner}</td></tr></table>`
      const [passage] = tableOf(read(source)).rows[0] ?? []
      const start = source.indexOf('"a>b">') + 6
      expect(passage).toMatchObject({ text: '', origin: { kind: 'text', start, end: start } })
    },
  )
})

const NOWHERE = { start: 0, end: 0, offsets: undefined }

describe('spans', () => {
  // Cells as row,column:rows×columns.
  test.each([
    [
      'both ways',
      '<tr><td rowspan=2><td colspan=2><tr><td><td>',
      '0,0:2×1 0,1:1×2 1,1:1×1 1,2:1×1',
      [],
    ],
    [
      'to the end of the group',
      '<tbody><tr><td rowspan=0><td><tr><td><tbody><tr><td><td>',
      '0,0:2×1 0,1:1×1 1,1:1×1 2,0:1×1 2,1:1×1',
      [],
    ],
    [
      'no number, zero columns',
      '<tr><td rowspan=x colspan=0><td colspan="+2 "><td colspan=-1>',
      '0,0:1×1 0,1:1×2 0,3:1×1',
      [],
    ],
    [
      'more rows than there are',
      '<tr><td rowspan=9><td><tr><td>',
      '0,0:2×1 0,1:1×1 1,1:1×1',
      ['span-limit'],
    ],
    [
      'out of its group',
      '<tbody><tr><td rowspan=2><tbody><tr><td>',
      '0,0:1×1 1,0:1×1',
      ['span-limit'],
    ],
    [
      'more columns than a cell may cover',
      '<tr><td colspan=5000><td>',
      '0,0:1×1000 0,1000:1×1',
      ['span-limit'],
    ],
    [
      'over another cell',
      '<tr><td><td rowspan=2><tr><td colspan=2>',
      '0,0:1×1 0,1:2×1 1,0:1×1',
      ['overlapping-merge'],
    ],
    ['a row without cells', '<tr><td rowspan=2><tr><tr><td>', '0,0:2×1 2,0:1×1', []],
    [
      'past a covered cell',
      '<tr><td><td rowspan=2><td><tr><td><td>',
      '0,0:1×1 0,1:2×1 0,2:1×1 1,0:1×1 1,2:1×1',
      [],
    ],
  ])('%s', (_, rows, expected, kinds) => {
    const document = read(`<table>${rows}</table>`)
    const cells = tableOf(document).rows.flat()
    expect(
      cells
        .map((cell) => `${cell.row},${cell.column}:${cell.rowSpan}×${cell.columnSpan}`)
        .join(' '),
    ).toBe(expected)
    expect(document.notices.map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('parts of a table', () => {
  test.each([
    [
      'the header on top and the footer below, wherever they stand',
      '<tfoot><tr><td>合计<tbody><tr><td>1<thead><tr><td>序号',
      ['序号', '1', '合计'],
      1,
    ],
    ['rows of header cells', '<tr><th>序号<tr><th>一级事项<tr><td>1', ['序号', '一级事项', '1'], 2],
    ['a header cell in a row of data', '<tr><td>序号<tr><th>1', ['序号', '1'], undefined],
    ['nothing but header cells', '<tr><th>序号<tr><th>1', ['序号', '1'], undefined],
    ['an empty header', '<thead></thead><tr><th>序号<tr><td>1', ['序号', '1'], 1],
  ])('%s', (_, rows, texts, headerRows) => {
    const document = read(`<table>${rows}</table>`)
    expect(textsOf(document).flat()).toEqual(texts)
    expect(tableOf(document).headerRows).toBe(headerRows)
  })

  test('the caption is its name and no paragraph', () => {
    const document = read('<table><caption> 表一 <b>目录</b></caption><tr><td>1</table>')
    expect(document.blocks).toMatchObject([{ kind: 'table', name: '表一 目录' }])
  })

  test('a table without cells is none', () => {
    expect(read('<p>甲</p><table><tr></tr></table><table></table>').blocks).toHaveLength(1)
  })
})

describe('tables inside tables', () => {
  const DATA =
    '<table><tr><td>序号</td><td>事项</td></tr><tr><td>1</td><td>机构职能</td></tr></table>'

  test.each([
    ['one cell', `<table><tr><td>${DATA}</td></tr></table>`, ['table']],
    ['several of them', `<table><tr><td><table><tr><td>${DATA}</table></table>`, ['table']],
    [
      'a column',
      `<table><tr><td>页首<tr><td><h1>目录</h1>${DATA}注<tr><td>页尾</table>`,
      ['页首', '目录', 'table', '注', '页尾'],
    ],
    ['a row', `<table><tr><td>导航<td>${DATA}</table>`, ['导航', 'table']],
    [
      'fewer cells than inside',
      `<table><tr><td colspan=2>页首<tr><td>导航<td>${DATA}</table>`,
      ['页首', '导航', 'table'],
    ],
    [
      'what says so',
      `<table role=presentation><tr><th>甲<th>乙<tr><th>${DATA}<th>丙</table>`,
      ['甲', '乙', 'table', '丙'],
    ],
  ])('layout: %s', (_, page, shapes) => {
    const document = read(page)
    expect(shapesOf(document)).toEqual(shapes)
    expect(textsOf(document)).toEqual([
      ['序号', '事项'],
      ['1', '机构职能'],
    ])
  })

  test('in a table of data the text stands in the cell as well', () => {
    const inner =
      '<table><tr><td><p>内甲</p></td><td>内乙</td></tr><tr><td></td><td>内丁</td></tr></table>'
    const document = read(
      `<table><tr><th>序号<th>事项<th>依据<tr><td>1<td>机构${inner}职能<td>条例</table>`,
    )
    expect(textsOf(document)).toEqual([
      ['序号', '事项', '依据'],
      ['1', '机构\n内甲\t内乙\n\t内丁\n职能', '条例'],
    ])
    expect(tableOf(document).nested).toMatchObject([
      {
        rows: [
          [{ text: '内甲' }, { text: '内乙' }],
          [{ text: '' }, { text: '内丁' }],
        ],
      },
    ])
  })

  test('what was moved out of an inner table keeps places in order', () => {
    const source =
      '<table><tr><th>序号<th>事项<tr><td>1<td><table><tr><td>甲</td></tr>乙</table></table>'
    const cell = tableOf(read(source)).rows[1]?.[1]
    const { offsets = [] } = cell === undefined ? NOWHERE : textOrigin(cell)
    expect(cell?.text).toBe('乙\n甲')
    expect(offsets).toEqual([...offsets].sort((one, other) => one - other))
  })
})

describe('paragraphs', () => {
  test('in reading order, with their headings', () => {
    const document = read(
      '<title>门户</title><div>首页 <a>政务公开</a><h1>目录</h1>说明<p>一<br>二</p><p>&nbsp;</p></div>' +
        '<table><tr><td>1</table><ul><li>注<li>又注</ul><h3>附</h3>',
    )
    expect(
      document.blocks.map((block) => ('text' in block ? [block.text, block.heading] : [])),
    ).toEqual([
      ['首页 政务公开', undefined],
      ['目录', 1],
      ['说明', undefined],
      ['一\n二', undefined],
      [],
      ['注', undefined],
      ['又注', undefined],
      ['附', 3],
    ])
  })
})

describe('what is not shown', () => {
  test.each([
    ['rows', '<tr><td>1<tr hidden><td>2<tr style="color:red; DISPLAY : none"><td>3', [1, 2]],
    ['a group of rows', '<tr><td>1<tbody hidden><tr><td>2<tr><td>3', [1, 2]],
  ])('%s', (_, rows, hidden) => {
    const document = read(`<table>${rows}</table>`)
    expect(textsOf(document)).toEqual([['1'], ['2'], ['3']])
    expect(tableOf(document).hidden).toEqual({ rows: hidden, columns: [] })
    expect(document.notices).toEqual([
      {
        kind: 'hidden-rows',
        text: '网页的表格中有2行不显示，仍已读取；应当核对是否需要公开。',
      },
    ])
  })

  test('the row that sets the width of columns is hidden, but not worth a notice', () => {
    const document = read(
      "<table><tr><td>1</td><td>2</td></tr><![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td width=72></td></tr><![endif]></table>",
    )
    expect(tableOf(document).hidden?.rows).toEqual([1])
    expect(document.notices).toEqual([])
  })

  test('cells and parts of cells are put aside', () => {
    const document = read(
      '<table><tr><td hidden>甲<td>乙<span style="display:none">丙</span><td>丁</table>',
    )
    expect(textsOf(document)).toEqual([['乙', '丁']])
    expect(document.asides).toMatchObject([
      { kind: 'hidden-text', text: '甲' },
      { kind: 'hidden-text', text: '丙' },
    ])
    expect(document.notices).toMatchObject([{ kind: 'hidden-text' }])
  })

  test('a table behind a tab is read all the same', () => {
    const document = read('<div style="display:none">另一页<table><tr><td>1</table></div><p>后')
    expect(shapesOf(document)).toEqual(['table', '后'])
    expect(tableOf(document).hidden).toEqual({ rows: [], columns: [], sheet: true })
    expect(document.asides).toMatchObject([{ kind: 'hidden-text', text: '另一页' }])
    expect(document.notices).toMatchObject([{ kind: 'hidden-sheet' }])
  })

  test('words within a paragraph are put aside and do not part it', () => {
    const document = read('<p>主办：<span hidden>旧名</span>市教育局</p>')
    expect(shapesOf(document)).toEqual(['主办：市教育局'])
    expect(document.asides).toMatchObject([{ kind: 'hidden-text', text: '旧名' }])
  })

  test('a page that a script shows later is shown', () => {
    expect(shapesOf(read('<body style="display:none"><p>目录'))).toEqual(['目录'])
  })
})

test('a workbook that was saved as a page, with the name of a workbook', () => {
  const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Name>目录</x:Name></x:ExcelWorkbook></xml><![endif]-->
<style><!--td {mso-ignore:padding;}--></style></head>
<body link=blue><xml><x:Name>目录</x:Name></xml>
<table x:str border=0 style='border-collapse:collapse'>
 <col width=72 span=2 style='width:54pt'>
 <tr height=19><td colspan=2 class=xl24 style='mso-ignore:colspan'>主动公开事项目录</td></tr>
 <tr height=19><td class=xl25>机构职能</td><td class=xl25 x:num>20</td></tr>
</table></body></html>`
  const document = readHtml(encode(page, 'gb18030'), '目录.XLS')
  expect(shapesOf(document)).toEqual(['table'])
  expect(textsOf(document)).toEqual([['主动公开事项目录'], ['机构职能', '20']])
  expect(document).toMatchObject({ format: 'html', encoding: 'gb18030', notices: [] })
})

describe('limits', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n', 'empty'],
    ['513 elements one in another', '<div>'.repeat(513), 'too-deep'],
    [
      '20 tables of data one in another',
      '<table><caption>表</caption><tr><td>'.repeat(20),
      'too-deep',
    ],
    [
      'a format repeated in every paragraph',
      `${'<b><i><u><s><p>x'.repeat(60)}${'</p><p>x'.repeat(5_000)}`,
      'too-large',
    ],
    [
      'more columns than a table may have',
      `<table><tr>${'<td>'.repeat(MAX_COLUMNS + 1)}`,
      'too-many-columns',
    ],
    [
      'rows that all reach to the end',
      `<table>${'<tr><td rowspan=0>'.repeat(3_000)}`,
      'too-many-cells',
    ],
    [
      'two million places in small tables',
      '<table><tr><td colspan=1000></table>'.repeat(2_001),
      'too-many-cells',
    ],
  ])('%s', (_, page, reason) => {
    expect(() => read(page)).toThrow(UnreadableError)
    expect(() => read(page)).toThrow(expect.objectContaining({ reason }))
  })

  test('500 elements one in another are read', () => {
    const document = read(`${'<div>'.repeat(500)}目录${'</div>'.repeat(500)}`)
    expect(shapesOf(document)).toEqual(['目录'])
  })

  test('claims that no table can meet are not believed', () => {
    const row = '<tr><td colspan=1000000 rowspan=65534>甲</td><td>乙</td></tr>'
    const document = read(`<table>${row.repeat(50)}</table>`)
    expect(textsOf(document)).toEqual(Array.from({ length: 50 }, () => ['甲', '乙']))
    expect(
      tableOf(document)
        .rows.flat()
        .every(({ column }) => column < 2),
    ).toBe(true)
    expect(document.notices).toMatchObject([{ kind: 'span-limit' }])
  })
})

function read(page: string): Document {
  return readHtml(new TextEncoder().encode(page), '目录.html', 'utf-8')
}

function tableOf({ blocks }: Document): Table {
  const table = blocks.find((block) => block.kind === 'table')
  if (table === undefined) throw new Error('no table was read')
  return table
}

function textsOf(document: Document): readonly (readonly string[])[] {
  return tableOf(document).rows.map((row) => row.map(({ text }) => text))
}

function shapesOf({ blocks }: Document): readonly string[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : 'table'))
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  return Uint8Array.from(Array.from(text).flatMap((character) => NATIONAL.get(character) ?? [63]))
}

/** GB18030 of the characters of one and two bytes, and of the tick, which has four. */
const NATIONAL = new Map<string, readonly number[]>([
  ...Array.from({ length: 0x80 }, (_, byte) => [String.fromCharCode(byte), [byte]] as const),
  ...Array.from({ length: 0x7e }, (_, row) =>
    Array.from({ length: 0xbf }, (_, cell) => [row + 0x81, cell + 0x40]),
  )
    .flat()
    .map((bytes) => [new TextDecoder('gb18030').decode(Uint8Array.from(bytes)), bytes] as const),
  ['✓', [0x81, 0x37, 0xbd, 0x37]],
])
