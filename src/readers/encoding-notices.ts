import { LineMap } from '../table/locate.ts'
import type { Notice } from '../table/model.ts'
import type { Broken, Decoded } from './encoding.ts'

/** What is wrong with a decoded text: bytes that do not fit the encoding, and NULs. */
export function noticesOfText({ text, encoding, broken }: Decoded): readonly Notice[] {
  return [
    ...(broken === undefined ? [] : [damagedEncoding(text, encoding, broken)]),
    ...controlCharacters(text),
  ]
}

function damagedEncoding(text: string, encoding: string, { byte, offset, places }: Broken): Notice {
  const { line } = new LineMap(text).position(offset)
  return {
    kind: 'damaged-encoding',
    text: `文件有${places}处字节不合 ${encoding} 编码，第一处在第${line}行（第${byte + 1}字节）；应当以同一种编码重新保存。`,
  }
}

function controlCharacters(text: string): readonly Notice[] {
  const offset = text.indexOf('\0')
  if (offset === -1) return []
  const places = text.split(/\0+/u).length - 1
  const { line, col } = new LineMap(text).position(offset)
  return [
    {
      kind: 'control-character',
      text: `文件有${places}处空字符（NUL），第一处在第${line}行第${col}个字符；应当删去。`,
    },
  ]
}
