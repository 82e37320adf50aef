import type { Bytes } from '../../compound/bytes.ts'

/** Bytes of a font's entry before its name: its length, looks and signature. */
const BEFORE_NAME = 40

/** The names of the fonts that properties refer to by number. */
export function readFonts(bytes: Bytes): readonly string[] {
  const names: string[] = []
  if (bytes.length < 4) return names
  const count = bytes.u16(0)
  for (let at = 4; names.length < count && at < bytes.length; ) {
    const size = bytes.u8(at) + 1
    if (size <= BEFORE_NAME || at + size > bytes.length) break
    const name = bytes.part(at + BEFORE_NAME, size - BEFORE_NAME).raw
    names.push(new TextDecoder('utf-16le').decode(name).split('\0')[0] ?? '')
    at += size
  }
  return names
}
