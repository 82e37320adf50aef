/**
 * Columns that a text takes on a terminal: two for Chinese characters, full-width forms and emoji,
 * none for combining marks, one for the rest.
 */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character.codePointAt(0) ?? 0)
  return width
}

/** The text with blanks behind it, up to a width in terminal columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** The text with blanks before it, up to a width in terminal columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
}

function characterWidth(code: number): number {
  if (code < 0x300) return 1
  if (NARROWEST.some(([from, to]) => code >= from && code <= to)) return 0
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1
}

// Combining marks, zero-width characters and direction marks, variation selectors, byte order mark.
const NARROWEST: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
]

// East Asian Width W and F (Unicode Standard Annex 11), in blocks. Curly quotes “”, ■ and √ are
// "ambiguous"; terminals set to Chinese mostly draw the quotes in one column, so they count one.
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]
