/** Encodings of workbooks from before Unicode, by the number of their code page. */
const ENCODINGS = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [1252, 'windows-1252'],
  [10_000, 'macintosh'],
  [10_008, 'gb18030'],
  [0x80_00, 'macintosh'],
  [0x80_01, 'windows-1252'],
])

/** A decoder for a code page; for one that is unknown or not told, the one of mainland China. */
export function decoderOf(codePage: number | undefined): TextDecoder {
  return new TextDecoder(ENCODINGS.get(codePage ?? 0) ?? 'gb18030')
}
