import { escaped, packageParts, XML } from './markup.mjs'
import { zip } from './zip.mjs'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** What office programs write for each run and each cell, whether it says anything or not. */
const RUN =
  '<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
const PARAGRAPH = `<w:pPr><w:widowControl/><w:spacing w:line="240" w:lineRule="exact"/><w:jc w:val="center"/>${RUN}</w:pPr>`
const BORDERS = ['top', 'left', 'bottom', 'right']
  .map((side) => `<w:${side} w:val="single" w:color="000000" w:sz="4" w:space="0"/>`)
  .join('')

/** The grid as a document: the title and one table, cells merged downwards. */
export function docxFile({ title, columns, rows }) {
  const edge = `<w:gridCol w:w="1200"/>`.repeat(columns)
  const table = rows.map((cells, row) => {
    const properties = row === 0 ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : ''
    return `<w:tr>${properties}${cells.map(cellOf).join('')}</w:tr>`
  })
  return zip([
    ...packageParts({
      main: 'word/document.xml',
      types: TYPES,
      contentTypes: [['word/document.xml', 'document.main']],
    }),
    [
      'word/document.xml',
      `${XML}<w:document xmlns:w="${MAIN}"><w:body>${paragraphOf(title)}<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${edge}</w:tblGrid>${table.join('')}</w:tbl><w:sectPr/></w:body></w:document>`,
    ],
  ])
}

function cellOf(cell) {
  const merge =
    cell === undefined ? '<w:vMerge/>' : cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''
  return `<w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/>${merge}<w:tcBorders>${BORDERS}</w:tcBorders><w:vAlign w:val="center"/></w:tcPr>${paragraphOf(cell?.text ?? '')}</w:tc>`
}

function paragraphOf(text) {
  const run = text === '' ? '' : `<w:r>${RUN}<w:t>${escaped(text)}</w:t></w:r>`
  return `<w:p>${PARAGRAPH}${run}</w:p>`
}
