import { escaped, packageParts, relationshipsOf, XML } from './markup.mjs'
import { zip } from './zip.mjs'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The grid as a workbook of one sheet: title, blank row, table; texts shared, numbers as such. */
export function xlsxFile({ title, columns, rows }) {
  const strings = new Map()
  const places = []
  const merges = [`A1:${addressOf(0, columns - 1)}`]
  const indexOf = (text) => {
    if (!strings.has(text)) strings.set(text, strings.size)
    return strings.get(text)
  }
  const cellOf = (cell, row, column) => {
    const address = addressOf(row, column)
    if (cell === undefined || cell.text === '') return `<c r="${address}" s="1"/>`
    places.push(address)
    if (/^\d+$/u.test(cell.text)) return `<c r="${address}" s="1"><v>${cell.text}</v></c>`
    return `<c r="${address}" s="1" t="s"><v>${indexOf(cell.text)}</v></c>`
  }
  const lines = [`<row r="1">${cellOf({ text: title }, 0, 0)}</row>`]
  for (const [at, cells] of rows.entries()) {
    const row = at + 2
    const written = cells.map((cell, column) => {
      if (cell?.rowSpan > 1) {
        merges.push(`${addressOf(row, column)}:${addressOf(row + cell.rowSpan - 1, column)}`)
      }
      return cellOf(cell, row, column)
    })
    lines.push(
      `<row r="${row + 1}" spans="1:${columns}" ht="27" customHeight="1">${written.join('')}</row>`,
    )
  }
  const items = Array.from(strings.keys(), (text) => `<si><t>${escaped(text)}</t></si>`)
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`)
  return zip([
    ...packageParts({
      main: 'xl/workbook.xml',
      types: TYPES,
      contentTypes: [
        ['xl/workbook.xml', 'sheet.main'],
        ['xl/worksheets/sheet1.xml', 'worksheet'],
        ['xl/sharedStrings.xml', 'sharedStrings'],
        ['xl/styles.xml', 'styles'],
      ],
    }),
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="目录" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationshipsOf([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>`,
    ],
    [
      'xl/sharedStrings.xml',
      `${XML}<sst xmlns="${MAIN}" count="${places.length}" uniqueCount="${items.length}">${items.join('')}</sst>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      `${XML}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData><mergeCells count="${merged.length}">${merged.join('')}</mergeCells></worksheet>`,
    ],
  ])
}

/** H9 for row 8, column 7; the tables have no more than 26 columns. */
function addressOf(row, column) {
  return `${String.fromCharCode(65 + column)}${row + 1}`
}
