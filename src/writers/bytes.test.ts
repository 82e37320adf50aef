import { describe, expect, test } from 'vitest'
import type { Replacement } from '../fix/plan.ts'
import { replaceBytes, unwritable } from './bytes.ts'

const TRADITIONAL = '序號,公開事項\r\n1,公開指南\r\n'

describe('bytes', () => {
  test.each<[string, string, readonly number[], string]>([
    ['a mark of UTF-8', 'utf-8', [0xef, 0xbb, 0xbf, 0xe5, 0xba, 0x8f, 0x0d], '序\r'],
    ['a mark of UTF-16', 'utf-16le', [0xff, 0xfe, 0x8f, 0x5e, 0x0d, 0x00], '序\r'],
    ['a mark the other way round', 'utf-16be', [0xfe, 0xff, 0x5e, 0x8f, 0x00, 0x0d], '序\r'],
    ['UTF-16 without a mark', 'utf-16le', [0x8f, 0x5e, 0x0d, 0x00], '序\r'],
    ['a mark of GB18030', 'gb18030', [0x84, 0x31, 0x95, 0x33, 0xd0, 0xf2, 0x0d], '序\r'],
    ['four bytes of GB18030', 'gb18030', [0x95, 0x34, 0xb2, 0x35, 0xd0, 0xf2, 0x0d], '𠮷序\r'],
    ['nothing before it in Big5', 'big5', [0xa7, 0xc7, 0x0d], '序\r'],
  ])('stay outside what is replaced: %s', (_why, encoding, given, text) => {
    const bytes = Uint8Array.from(given)
    const at = text.indexOf('序')
    expect(replaceBytes({ bytes, encoding, text }, [])).toEqual(bytes)
    const put = replaceBytes({ bytes, encoding, text }, [
      { start: at + 1, end: at + 1, text: '序' },
    ])
    const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(put)
    expect(decoded).toBe(
      new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes).replace('序', '序序'),
    )
    expect(
      [...(put ?? [])].slice(0, given.length - (encoding.startsWith('utf-16') ? 2 : 1)),
    ).toEqual(given.slice(0, -(encoding.startsWith('utf-16') ? 2 : 1)))
  })

  test('are those of Big5', () => {
    const bytes = replaceBytes({ bytes: big5Bytes(), encoding: 'big5', text: TRADITIONAL }, [])
    expect(bytes).toEqual(big5Bytes())
    const put = replaced('指南', '目錄')
    expect(new TextDecoder('big5', { fatal: true }).decode(put)).toBe(
      TRADITIONAL.replace('指南', '目錄'),
    )
  })

  test('of a character with two codes stay the rarer ones', () => {
    const [rare] = twins()
    if (rare === undefined) throw new Error('Big5 has no character with two codes here')
    const bytes = Uint8Array.from([...rare, ...big5Bytes()])
    const text = new TextDecoder('big5').decode(bytes)
    const start = text.indexOf('指南')
    const put = replaceBytes({ bytes, encoding: 'big5', text }, [
      { start, end: start + 2, text: '目錄' },
    ])
    expect([...(put ?? [])].slice(0, 2)).toEqual(rare)
  })

  test.each<[string, string, readonly Replacement[]]>([
    ['do not fit their encoding', '序', []],
    ['would be parted', '𠮷', [{ start: 1, end: 2, text: '甲' }]],
  ])('that %s are not touched', (_why, text, replacements) => {
    const sound = new TextEncoder().encode(text)
    const bytes = replacements.length === 0 ? sound.subarray(1) : sound
    expect(replaceBytes({ bytes, encoding: 'utf-8', text }, replacements)).toBeUndefined()
  })
})

test.each<[string, string, string | undefined]>([
  ['utf-8', '甲𠮷\ue000', undefined],
  ['utf-8', '甲\ud842', '\ud842'],
  ['utf-16be', '甲𠮷', undefined],
  ['gb18030', '甲𠮷é€', undefined],
  ['gb18030', '甲\ue5e5', '\ue5e5'],
  ['big5', '公開', undefined],
  ['big5', '公开', '开'],
])('%s cannot write of %j: %j', (encoding, text, expected) => {
  expect(unwritable(text, encoding)).toBe(expected)
})

function replaced(from: string, to: string): Uint8Array | undefined {
  const start = TRADITIONAL.indexOf(from)
  return replaceBytes({ bytes: big5Bytes(), encoding: 'big5', text: TRADITIONAL }, [
    { start, end: start + from.length, text: to },
  ])
}

/** {@link TRADITIONAL} in Big5. */
function big5Bytes(): Uint8Array {
  const text = replaceBytes({ bytes: new Uint8Array(), encoding: 'big5', text: '' }, [
    { start: 0, end: 0, text: TRADITIONAL },
  ])
  if (text === undefined) throw new Error('nothing was written')
  return text
}

/** Codes of characters that have another code, too. */
function twins(): readonly (readonly number[])[] {
  const decoder = new TextDecoder('big5')
  const seen = new Map<string, readonly number[]>()
  const found: (readonly number[])[] = []
  for (let lead = 0xa1; lead <= 0xf9; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.from([lead, trail]))
      if (text.includes('\ufffd')) continue
      if (seen.has(text)) found.push([lead, trail])
      seen.set(text, [lead, trail])
    }
  }
  return found
}
