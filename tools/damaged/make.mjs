// Makes the damaged files in fixtures/damaged that no editor would save: the ones of an office suite
// and of PDF, and some with the wrong name. The same bytes come out every time.
// Run: node tools/damaged/make.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { write } from '@e965/xlsx'
import CFB from 'cfb'

const FOLDER = 'fixtures/damaged'

const TITLE = '枫岭县水利局主动公开事项目录'
const ROWS = [
  [
    '序号',
    '一级事项',
    '公开内容',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道',
    '公开对象',
    '公开方式',
  ],
  [
    '1',
    '机构职能',
    '主要职责、内设股室、办公地址和联系电话',
    '《中华人民共和国政府信息公开条例》第二十条第（二）项',
    '自该信息形成或者变更之日起20个工作日内',
    '枫岭县水利局',
    '政府网站',
    '全社会',
    '主动公开',
  ],
  [
    '2',
    '部门预算',
    '收支预算表、“三公”经费预算',
    '《中华人民共和国预算法》第十四条',
    '财政部门批复后20日内',
    '枫岭县水利局',
    '政府网站',
    '全社会',
    '主动公开',
  ],
]

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument'
const SHEET = 'xl/worksheets/sheet1.xml'
const DOCUMENT = 'word/document.xml'

const sheet = sheetOf([[TITLE], ...ROWS])
const workbook = workbookOf(sheet)
const document = documentOf('', [TITLE], ROWS)

save('cut.xlsx', start(zip(workbook), 0.6))
save('cut-sheet.xlsx', zip(workbookOf(sheet.slice(0, sheet.length / 2))))
save('two-sheets-of-one-name.xlsx', zip([...workbook, [SHEET, sheetOf(ROWS.slice(0, 2))]]))
save('empty-sheet.xlsx', zip(workbookOf(sheetOf([]))))
save('document.xlsx', zip(document))
save('text.xlsx', linesOf(ROWS))
save('protected.xlsx', compound({ EncryptionInfo: 4096, EncryptedPackage: 4096 }))
save('cut.docx', start(zip(document), 0.7))
save('doctype.docx', zip(documentOf('<!DOCTYPE document [<!ENTITY a "枫岭">]>', [TITLE], ROWS)))
save('no-body.docx', zip(document.filter(([name]) => name !== DOCUMENT)))
save('picture.docx', picture())
save('page.ofd', zip([['OFD.xml', `${HEAD}<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>`]]))
save('cut.xls', start(oldWorkbook(), 0.75))
save('page.xls', gbkPage())
save('deep.html', `<!DOCTYPE html><title>${TITLE}</title>${'<div>'.repeat(600)}${TITLE}`)
save('two-encodings.csv', [`${TITLE}\n${linesOf(ROWS.slice(0, 2))}`, gbk(linesOf(ROWS.slice(2)))])
save('cut.pdf', start(pdf(written(), true), 0.3))
save('scanned.pdf', pdf(scanned(), false))

save('cut.doc', start(readFileSync('fixtures/one-table/catalogue.doc'), 0.4))

function save(name, content) {
  const parts = [content].flat().map((part) => Buffer.from(part))
  writeFileSync(join(FOLDER, name), Buffer.concat(parts))
}

function start(bytes, share) {
  return bytes.subarray(0, Math.floor(bytes.length * share))
}

function linesOf(rows) {
  return rows.map((row) => `${row.join(',')}\n`).join('')
}

function workbookOf(sheet) {
  return [
    ...packageOf('xl/workbook.xml', `${TYPE}.spreadsheetml.sheet.main+xml`),
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="目录" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relationsOf([['rId1', 'worksheet', 'worksheets/sheet1.xml']])],
    [SHEET, sheet],
  ]
}

function sheetOf(rows) {
  const cell = (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const data = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
  return `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`
}

function documentOf(prologue, paragraphs, rows) {
  const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const row = (cells) =>
    `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`
  const body = `${paragraphs.map(paragraph).join('')}<w:tbl>${rows.map(row).join('')}</w:tbl>`
  return [
    ...packageOf(DOCUMENT, `${TYPE}.wordprocessingml.document.main+xml`),
    [
      DOCUMENT,
      `${HEAD}${prologue}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ],
  ]
}

function packageOf(main, contentType) {
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${contentType}"/></Types>`,
    ],
    ['_rels/.rels', relationsOf([['rId1', 'officeDocument', main]])],
  ]
}

function relationsOf(relations) {
  const one = ([id, type, target]) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${relations.map(one).join('')}</Relationships>`
}

/** A zip file whose entries are not packed and have no time of their own. */
function zip(parts) {
  const local = []
  const central = []
  let offset = 0
  for (const [name, text] of parts) {
    const path = Buffer.from(name)
    const content = Buffer.from(text)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x21, 8)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const entry = [Buffer.from('PK\x03\x04'), facts, path, content]
    local.push(...entry)
    central.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, path)
    offset += entry.reduce((sum, { length }) => sum + length, 0)
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end])
}

/** A compound file with streams of these names and sizes. */
function compound(streams) {
  const file = CFB.utils.cfb_new()
  for (const [name, size] of Object.entries(streams)) {
    CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(size, name))
  }
  CFB.utils.cfb_del(file, '/\u0001Sh33tJ5')
  return Buffer.from(CFB.write(file, { type: 'buffer' }))
}

function oldWorkbook() {
  const cells = {}
  const rows = [[TITLE], ...ROWS]
  for (const [row, texts] of rows.entries()) {
    for (const [column, v] of texts.entries()) {
      cells[String.fromCharCode(65 + column) + (row + 1)] = { t: 's', v }
    }
  }
  const book = {
    SheetNames: ['目录'],
    Sheets: { 目录: { '!ref': `A1:I${rows.length}`, ...cells } },
  }
  return Buffer.from(write(book, { type: 'buffer', bookType: 'biff8' }))
}

/** What many systems offer as 导出 Excel: a web page with a name that is not its own. */
function gbkPage() {
  const row = (cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>\n`
  return gbk(
    `<html><head><meta charset="gbk"></head><body><p>${TITLE}</p>\n<table>\n${ROWS.map(row).join('')}</table></body></html>\n`,
  )
}

/** Text in GBK, of whose characters only those with two bytes are known here, and ASCII. */
function gbk(text) {
  const codes = new Map()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail])
    }
  }
  return Buffer.from(Array.from(text, (one) => codes.get(one) ?? one.charCodeAt(0)).flat())
}

/** The signature of a PNG picture and some of what follows. */
function picture() {
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('\0\0\0\rIHDR')])
}

/** The objects of a page of writing in a font that every reader brings along. */
function written() {
  const lines = [TITLE, ...ROWS.flat()].map((text) => `<${hexOf(text)}> Tj T*`)
  return [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    streamOf('', `BT /F 12 Tf 14 TL 60 780 Td ${lines.join('\n')} ET`),
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
  ]
}

/** The objects of a page that is nothing but a picture. */
function scanned() {
  return [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>',
    streamOf('', 'q 595 0 0 842 0 0 cm /I Do Q'),
    streamOf(
      '/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/ASCIIHexDecode',
      'ff818181818181ff>',
    ),
  ]
}

function streamOf(entries, content) {
  return `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`
}

function hexOf(text) {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}

/** A file of these objects, the first of which is the catalogue; backwards, with the catalogue last. */
function pdf(objects, backwards) {
  const places = []
  let text = '%PDF-1.4\n'
  const numbered = objects.map((content, index) => ({ number: index + 1, content }))
  for (const { number, content } of backwards ? numbered.reverse() : numbered) {
    places[number] = text.length
    text += `${number} 0 obj\n${content}\nendobj\n`
  }
  const table = places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  const count = objects.length + 1
  return Buffer.from(
    `${text}xref\n0 ${count}\n0000000000 65535 f \n${table.join('')}trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
  )
}
