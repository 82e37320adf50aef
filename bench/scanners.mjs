import { inflateSync } from 'node:zlib'
import { unzip } from './zip.mjs'

/**
 * How fast each format could be read: regular expressions that know nothing but the files of this
 * harness. Real files hold runs, nested tables, comments and entities that these get wrong, so no
 * reader will be as fast; how far it is off is the figure. Each gives the number of filled cells.
 */
export const SCANNERS = {
  xlsx: (bytes) => {
    const parts = unzip(bytes)
    const strings = []
    for (const [, text] of parts.get('xl/sharedStrings.xml').matchAll(/<si><t>([^<]*)</gu)) {
      strings.push(unescaped(text))
    }
    const sheet = parts.get('xl/worksheets/sheet1.xml')
    const merges = Array.from(sheet.matchAll(/<mergeCell ref="([^"]+)"/gu), ([, range]) => range)
    const cells = []
    const pattern = /<c r="([A-Z]+)(\d+)" s="\d+"(?: t="(s)")?><v>([^<]*)</gu
    for (const [, column, row, type, value] of sheet.matchAll(pattern)) {
      cells.push({ column, row: Number(row), text: type === 's' ? strings[Number(value)] : value })
    }
    // All but the title.
    return merges.length > 0 ? cells.length - 1 : 0
  },

  docx: (bytes) => {
    const rows = []
    let cell
    const pattern = /<w:(?:(tr|tc)>|(vMerge)([^>]*)>|t>([^<]*)<)/gu
    const document = unzip(bytes).get('word/document.xml')
    for (const { 1: part, 2: merge, 3: value, 4: text, index } of document.matchAll(pattern)) {
      if (part === 'tr') rows.push([])
      else if (part === 'tc') {
        cell = { text: '', index, isContinued: false }
        rows.at(-1).push(cell)
      } else if (merge !== undefined) cell.isContinued = !value.includes('restart')
      else if (cell !== undefined) cell.text += unescaped(text)
    }
    return countTexts(rows)
  },

  html: (bytes) => {
    const rows = []
    const pattern = /<(?:tr|(td)(?: rowspan="(\d+)")?)[^>]*>([^<]*)/gu
    for (const { 1: cell, 2: span, 3: text, index } of bytes.toString().matchAll(pattern)) {
      if (cell === undefined) rows.push([])
      else rows.at(-1).push({ text: unescaped(text), rowSpan: Number(span ?? 1), index })
    }
    return countTexts(rows)
  },

  csv: (bytes) => countTexts(splitCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes))),

  pdf: (bytes) => {
    let count = 0
    for (const content of contentsOf(bytes)) {
      for (const [, codes] of content.matchAll(/<([0-9a-f]+)> Tj/gu)) {
        if (Buffer.from(codes, 'hex').swap16().toString('utf16le') !== '') count++
      }
    }
    return count
  },
}

/** What no reader can do without: unpacking and decoding. */
export const DECODERS = {
  xlsx: (bytes) => void unzip(bytes),
  docx: (bytes) => void unzip(bytes),
  html: (bytes) => void new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  csv: (bytes) => void new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  pdf: (bytes) => void Array.from(contentsOf(bytes)),
}

function* contentsOf(bytes) {
  const mark = '/FlateDecode >>\nstream\n'
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at)) {
    at += mark.length
    yield inflateSync(bytes.subarray(at, bytes.indexOf('\nendstream', at))).toString('latin1')
  }
}

/** Fields with their places; quotes inside quoted fields are doubled. */
function splitCsv(text) {
  const rows = []
  let row = []
  let at = 0
  while (at < text.length) {
    const start = at
    let value
    if (text.charCodeAt(at) === 34) {
      let end = text.indexOf('"', at + 1)
      while (text.charCodeAt(end + 1) === 34) end = text.indexOf('"', end + 2)
      value = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    } else {
      for (let unit = text.charCodeAt(at); unit !== 44 && unit !== 13; ) {
        unit = text.charCodeAt(++at)
      }
      value = text.slice(start, at)
    }
    row.push({ text: value, start, end: at })
    if (text.charCodeAt(at) === 13) {
      rows.push(row)
      row = []
      at += 1
    }
    at += 1
  }
  return rows
}

function unescaped(text) {
  if (!text.includes('&')) return text
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function countTexts(rows) {
  let count = 0
  for (const row of rows) for (const { text } of row) if (text !== '') count++
  return count
}
