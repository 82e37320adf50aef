/** Characters of the text that are no text. */
export const FIELD_BEGIN = 0x13
export const FIELD_RESULT = 0x14
export const FIELD_END = 0x15
export const CELL_END = 0x07
const PAGE_END = 0x0c
export const PARAGRAPH_END = 0x0d

export function endsParagraph(unit: number): boolean {
  return unit === PARAGRAPH_END || unit === CELL_END || unit === PAGE_END
}

const TAB = 0x09
const LINE_BREAK = 0x0b
const COLUMN_BREAK = 0x0e
const HYPHEN = 0x1e
const SPACE = 0x20

/** What characters say, which for most of those below the space is nothing. */
export function shown(text: string): string {
  let said = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= SPACE || unit === TAB) continue
    said += text.slice(from, at) + meaningOf(unit)
    from = at + 1
  }
  return from === 0 ? text : said + text.slice(from)
}

function meaningOf(unit: number): string {
  if (unit === LINE_BREAK || unit === COLUMN_BREAK || endsParagraph(unit)) return '\n'
  return unit === HYPHEN ? '-' : ''
}

/** Reads characters as text; one that is half of a pair becomes U+FFFD. */
export function textOf(units: Uint16Array): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units)
}
