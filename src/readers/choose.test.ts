import { type BookType, utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { type Part, zip } from '../../test/zip.ts'
import { readDocument } from './choose.ts'

const ADVICE = '不能读取；应当把其中的表格另存为 xlsx、docx 或者 UTF-8 编码的 CSV。'
const RECOGNISE = '没有文字可以读取；应当先做文字识别（OCR），或者改用原来的电子文档。'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

describe('readDocument', () => {
  test.each([
    ['目录.csv', '序号,事项\n1,职能\n', 'csv'],
    ['目录.tsv', '序号\t事项\n1\t职能\n', 'tsv'],
    ['目录.txt', '序号\t事项\n1\t职能\n', 'txt'],
    ['年报.txt', '一、总体情况\n', 'txt'],
    ['目录.md', '| 序号 | 事项 |\n| --- | --- |\n| 1 | 职能 |\n', 'md'],
    ['目录.Markdown', '一、总体情况\n', 'md'],
  ])('reads %s as %j', async (name, text, format) => {
    const document = await readDocument({ name, bytes: utf8(`\ufeff${text}`) })
    expect(document).toMatchObject({ format, encoding: 'utf-8', source: text, notices: [] })
    expect(document.blocks).toHaveLength(1)
  })

  test('hands on the encoding that the caller names', async () => {
    const bytes = Uint8Array.from([0xa7, 0xc7, 0xb8, 0xb9])
    const document = await readDocument({ name: '目录.txt', bytes }, { encoding: 'big5' })
    expect(document).toMatchObject({ encoding: 'big5', source: '序號' })
  })

  test.each([
    ['no bytes', ''],
    ['a byte order mark', '\ufeff'],
    ['blank lines', '\n \r\n\u3000\n'],
  ])('a file of %s is empty', async (_name, text) => {
    await expect(readDocument({ name: '目录.csv', bytes: utf8(text) })).rejects.toMatchObject({
      reason: 'empty',
      message: '文件是空的；应当核对是否选对了文件。',
    })
  })

  test.each<[string, Uint8Array, string, string]>([
    ['目录.docx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), ' PNG 图片', RECOGNISE],
    ['目录.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), ' JPEG 图片', RECOGNISE],
    ['目录.gif', utf8('GIF89a'), ' GIF 图片', RECOGNISE],
    ['目录.doc', utf8('{\\rtf1\\ansi}'), ' RTF 文档', ADVICE],
    ['目录.gz', Uint8Array.from([0x1f, 0x8b, 0x08]), '压缩包', ADVICE],
    ['目录.docx', zip([['事项.csv', utf8('序号,事项')]]), '压缩包', ADVICE],
    ['目录.xlsb', book('xlsb'), ' Excel 二进制工作簿', ADVICE],
    [
      '目录.docx',
      promising(`${OFFICE}.presentationml.presentation.main+xml`),
      ' PowerPoint 演示文稿',
      ADVICE,
    ],
  ])('says what %s really is', async (name, bytes, kind, advice) => {
    await expect(readDocument({ name, bytes })).rejects.toMatchObject({
      reason: 'unsupported-format',
      message: `文件是${kind}，${advice}`,
    })
  })

  test.each<[string, Uint8Array, string]>([
    ['目录.xlsm', book('xlsm'), 'xlsx'],
    ['目录.docm', beginning('application/vnd.ms-word.document.macroEnabled.main+xml'), 'docx'],
  ])('reads %s, which has macros', async (name, bytes, format) => {
    const document = await readDocument({ name, bytes })
    expect(document).toMatchObject({ format, notices: [] })
    expect(document.blocks).toHaveLength(1)
  })

  test.each([
    [`${OFFICE}.wordprocessingml.document.main+xml`, ' Word 文档'],
    [`${OFFICE}.spreadsheetml.sheet.main+xml`, ' Excel 工作簿'],
    ['application/vnd.ms-excel.sheet.macroEnabled.main+xml', ' Excel 工作簿'],
  ])('says what a package with nothing but the promise of a %s is', async (type, kind) => {
    const reading = readDocument({ name: '目录.zip', bytes: promising(type) })
    await expect(reading).rejects.toMatchObject({
      reason: 'damaged',
      message: `文件是${kind}，但已经损坏，缺少主体内容，无法读取；应当重新获取文件。`,
    })
  })

  test.each<[string, Uint8Array, string]>([
    ['目录.xlsx', utf8('PK\x03\x04…xl/workbook.xml'), 'truncated'],
    ['目录.xls', Uint8Array.from(COMPOUND), 'truncated'],
    ['目录.pdf', utf8('\n%PDF-1.7'), 'missing-package'],
  ])('refuses the torso %s', async (name, bytes, reason) => {
    await expect(readDocument({ name, bytes })).rejects.toMatchObject({ reason })
  })

  test.each([
    ['目录.xls', '<html xmlns:x="urn:x"><table><tr><td>序号<td>事项</table></html>'],
    ['目录.html', '\ufeff\r\n<!DOCTYPE html><table><tr><td>序号<td>事项</table>'],
    ['目录.csv', '<TABLE border=1><tr><td>序号<td>事项</table>'],
    ['目录.htm', '序号<table><tr><td>序号<td>事项</table>'],
  ])('takes %s for a web page by its first tag or its name', async (name, text) => {
    const { format, blocks } = await readDocument({ name, bytes: utf8(text) })
    expect(format).toBe('html')
    expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1)
  })

  test.each([
    ['PK,事项\n1,职能\n'],
    ['<tables>,事项\n1,职能\n'],
    ['序号,事项\n1,<html>\n'],
    ['序号,事项\n1,另附%PDF-文件\n'],
  ])('takes %j for text', async (text) => {
    expect(await readDocument({ name: '目录.csv', bytes: utf8(text) })).toMatchObject({
      format: 'csv',
      notices: [],
    })
  })

  test.each<[string, string, Uint8Array, string[]]>([
    [
      'a wrong extension',
      '目录.xlsx',
      utf8('序号,事项\n1,职能\n'),
      ['文件的扩展名是 .xlsx，内容却是文本，已按文本读取；应当改正扩展名。'],
    ],
    [
      'damaged encoding',
      '目录.csv',
      Uint8Array.from([...utf8('\ufeff序号,事项\n1,职能'), 0xff, 0x0a]),
      ['文件有1处字节不合 utf-8 编码，第一处在第2行（第26字节）；应当以同一种编码重新保存。'],
    ],
    [
      'NUL, a run of which is one place',
      '目录.csv',
      utf8('序号,事项\n1,职\0能\0\0\n'),
      ['文件有2处空字符（NUL），第一处在第2行第4个字符；应当删去。'],
    ],
    [
      'what the reader of the format says',
      '目录.csv',
      utf8('序号,事项\n1,"职能\n'),
      ['第2行有一处双引号没有收尾，已按普通字符读取；应当补上后一个双引号，或者删去这一个。'],
    ],
  ])('gives notice of %s', async (_name, name, bytes, expected) => {
    const { notices } = await readDocument({ name, bytes })
    expect(notices.map(({ text }) => text)).toEqual(expected)
  })
})

/** A package that declares a main part of a type, and embedded workbooks; it holds neither. */
function promising(type: string): Uint8Array {
  return zip([typesOf(type)])
}

/** A package whose main part is a document of one paragraph. */
function beginning(type: string): Uint8Array {
  return zip([
    typesOf(type),
    [
      '_rels/.rels',
      utf8(
        '<Relationships><Relationship Type="x/officeDocument" Target="main.xml"/></Relationships>',
      ),
    ],
    ['main.xml', utf8('<document><body><p><r><t>目录</t></r></p></body></document>')],
  ])
}

function typesOf(type: string): Part {
  const types = `<Types>
    <Default Extension="xlsx" ContentType="${OFFICE}.spreadsheetml.sheet"/>
    <Override PartName="/main.xml" ContentType="${type}"/>
  </Types>`
  return ['[Content_Types].xml', utf8(types)]
}

/** A workbook as another program writes it. */
function book(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['序号', '事项'],
    ['1', '职能'],
  ])
  return write({ SheetNames: ['目录'], Sheets: { 目录: sheet } }, { type: 'buffer', bookType })
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
