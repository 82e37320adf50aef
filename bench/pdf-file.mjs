import { deflateSync } from 'node:zlib'

// A4 across; widths of the columns in characters, all in points.
const PAGE = { width: 842, height: 595, margin: 40 }
const SIZE = 8
const LEADING = 10
const PADDING = 3

/**
 * The grid as a PDF of so many pages, rows cut off that find no room: ruled tables, page numbers,
 * packed contents, and a Chinese font that is not embedded, so that the reader needs the character
 * map `UniGB-UCS2-H`. Merged cells have no line between them. Gives the grid that it did print.
 */
export function pdfFile({ title, columns, rows }, { pages, widths }) {
  const contents = []
  let row = 0
  while (contents.length < pages) {
    const page = new Page(widths)
    if (contents.length === 0) page.addTitle(title)
    while (row < rows.length && page.hasRoomFor(rows[row])) page.addRow(rows[row++], rows[row])
    page.addNumber(contents.length + 1)
    contents.push(page.finish())
  }
  if (row === rows.length) throw new Error(`${rows.length} rows do not fill ${pages} pages`)
  return { bytes: assemble(contents), printed: { columns, rows: rows.slice(0, row) } }
}

class Page {
  #lines = []
  #texts = []
  #edges
  #top = PAGE.height - PAGE.margin
  #isFirstRow = true

  constructor(widths) {
    let edge = PAGE.margin
    this.#edges = [edge]
    for (const width of widths) {
      edge += width * SIZE + 2 * PADDING
      this.#edges.push(edge)
    }
  }

  addTitle(title) {
    this.#text(title, PAGE.width / 2 - (title.length * 16) / 2, this.#top - 16, 16)
    this.#top -= 30
  }

  hasRoomFor(cells) {
    return this.#top - this.#heightOf(cells) >= PAGE.margin + 20
  }

  addRow(cells, below) {
    const bottom = this.#top - this.#heightOf(cells)
    if (this.#isFirstRow) this.#line(this.#edges[0], this.#top, this.#edges.at(-1), this.#top)
    this.#isFirstRow = false
    for (const [column, cell] of cells.entries()) {
      const [left, right] = this.#edges.slice(column, column + 2)
      const isMergedOn = below !== undefined && below[column] === undefined
      if (!isMergedOn || !this.#hasRoomBelow(bottom, below)) this.#line(left, bottom, right, bottom)
      for (const [at, line] of this.#wrap(cell?.text ?? '', column).entries()) {
        this.#text(line, left + PADDING, this.#top - PADDING - SIZE - at * LEADING, SIZE)
      }
    }
    for (const edge of this.#edges) this.#line(edge, this.#top, edge, bottom)
    this.#top = bottom
  }

  addNumber(number) {
    this.#text(String(number), PAGE.width / 2, PAGE.margin - 15, SIZE)
  }

  finish() {
    return `0.5 w\n${this.#lines.join('\n')}\n${this.#texts.join('\n')}\n`
  }

  #hasRoomBelow(bottom, below) {
    return bottom - this.#heightOf(below) >= PAGE.margin + 20
  }

  #heightOf(cells) {
    const lines = cells.map((cell, column) => this.#wrap(cell?.text ?? '', column).length)
    return Math.max(1, ...lines) * LEADING + 2 * PADDING
  }

  /** Every character takes the same width. */
  #wrap(text, column) {
    const [left, right] = this.#edges.slice(column, column + 2)
    const room = Math.floor((right - left - 2 * PADDING) / SIZE)
    const lines = []
    for (let at = 0; at < text.length; at += room) lines.push(text.slice(at, at + room))
    return lines
  }

  #line(left, top, right, bottom) {
    this.#lines.push(`${left} ${top} m ${right} ${bottom} l S`)
  }

  #text(text, left, bottom, size) {
    const codes = Array.from(text, (character) =>
      character.charCodeAt(0).toString(16).padStart(4, '0'),
    )
    this.#texts.push(`BT /F1 ${size} Tf ${left} ${bottom} Td <${codes.join('')}> Tj ET`)
  }
}

/** Objects 1 to 5 are the same for all pages, then a page and its contents in turn. */
function assemble(contents) {
  const pageOf = (at) => 6 + 2 * at
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${contents.map((_, at) => `${pageOf(at)} 0 R`).join(' ')}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >>',
  ].map((text) => Buffer.from(text))
  for (const [at, content] of contents.entries()) {
    const box = `[0 0 ${PAGE.width} ${PAGE.height}]`
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents ${pageOf(at) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      ),
    )
    const packed = deflateSync(content)
    const start = Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`)
    objects.push(Buffer.concat([start, packed, Buffer.from('\nendstream')]))
  }
  const written = [Buffer.from('%PDF-1.5\n')]
  const starts = []
  let at = written[0].length
  for (const [index, object] of objects.entries()) {
    const whole = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      object,
      Buffer.from('\nendobj\n'),
    ])
    starts.push(at)
    written.push(whole)
    at += whole.length
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  written.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(written)
}
