import { describe, expect, test } from 'vitest'
import { decode } from './encoding.ts'
import { UnreadableError } from './reader.ts'

/** GB18030 of 序号,✓ – the tick takes four bytes and is not in GBK. */
const TICK = [0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0x81, 0x37, 0xbd, 0x37]

describe('decode', () => {
  test.each<[string, number[], string, string]>([
    ['UTF-8 without a mark', utf8('序号,公开事项'), 'utf-8', '序号,公开事项'],
    ['UTF-8 with a mark', utf8('\ufeff序号'), 'utf-8', '序号'],
    ['ASCII, which could be pairs of UTF-16', utf8('catalogue'), 'utf-8', 'catalogue'],
    ['a mark and nothing else', utf8('\ufeff'), 'utf-8', ''],
    ['no bytes at all', [], 'utf-8', ''],
    ['UTF-16LE with a mark', utf16le('\ufeff序号'), 'utf-16le', '序号'],
    ['UTF-16BE with a mark', utf16be('\ufeff序号'), 'utf-16be', '序号'],
    ['UTF-16LE without a mark', utf16le('序号\t公开事项✓'), 'utf-16le', '序号\t公开事项✓'],
    ['UTF-16BE without a mark', utf16be('序号\t公开事项✓'), 'utf-16be', '序号\t公开事项✓'],
    ['UTF-16LE of Chinese alone', utf16le('公开依据'), 'utf-16le', '公开依据'],
    ['UTF-16LE of ASCII alone', utf16le('a,b\n1,2'), 'utf-16le', 'a,b\n1,2'],
    ['UTF-16BE of ASCII alone', utf16be('a,b\n1,2'), 'utf-16be', 'a,b\n1,2'],
    ['UTF-16LE of characters whose low byte is zero', utf16le('一一一一'), 'utf-16le', '一一一一'],
    ['GB18030 without a mark', TICK, 'gb18030', '序号,✓'],
    ['GB18030 with a mark', [0x84, 0x31, 0x95, 0x33, ...TICK], 'gb18030', '序号,✓'],
    ['GB18030 of two characters', [0xd0, 0xf2, 0xba, 0xc5], 'gb18030', '序号'],
    ['one NUL in ASCII', utf8('thequickbrownfox\0jumps'), 'utf-8', 'thequickbrownfox\0jumps'],
    ['one NUL in Chinese', utf8('机\0构'), 'utf-8', '机\0构'],
  ])('recognises %s', (_name, bytes, encoding, text) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ text, encoding })
  })

  test.each<[string, number[], string, string]>([
    ['gbk', TICK, 'gb18030', '序号,✓'],
    ['GB2312', TICK, 'gb18030', '序号,✓'],
    ['gb18030', TICK, 'gb18030', '序号,✓'],
    ['UTF-8', utf8('序号'), 'utf-8', '序号'],
    ['utf8', utf8('\ufeff序号'), 'utf-8', '序号'],
    ['utf-16le', utf16le('序'), 'utf-16le', '序'],
    ['UTF_16BE', utf16be('序'), 'utf-16be', '序'],
    ['big5', [0xa7, 0xc7, 0xb8, 0xb9], 'big5', '序號'],
  ])('takes the word of whoever names %s', (name, bytes, encoding, text) => {
    expect(decode(Uint8Array.from(bytes), name)).toEqual({ text, encoding })
  })

  test('names the accepted encodings when it is given another', () => {
    expect(() => decode(Uint8Array.from(utf8('序号')), 'latin-1')).toThrow(
      new UnreadableError(
        'encoding',
        '“latin-1”不是可用的编码名，应当为 utf-8、utf-16le、utf-16be、gb18030（gbk、gb2312）、big5 之一。',
      ),
    )
  })

  test.each<[string, number[], string | undefined, object]>([
    [
      'a broken byte after a mark',
      [...utf8('\ufeff序号,'), 0xff, ...utf8('公开')],
      undefined,
      { text: '序号,\ufffd公开', encoding: 'utf-8', broken: { byte: 10, offset: 3, places: 1 } },
    ],
    [
      'a character cut at the end',
      utf8('序号,公开事项').slice(0, -1),
      undefined,
      { text: '序号,公开事\ufffd', encoding: 'utf-8', broken: { byte: 16, offset: 6, places: 1 } },
    ],
    [
      'a stretch of broken bytes, which is one place',
      [...utf8('序'), 0xff, 0xfe, 0xff, ...utf8('号,公开\n公开事项'), 0xff],
      'utf-8',
      { encoding: 'utf-8', broken: { byte: 3, offset: 1, places: 2 } },
    ],
    [
      'half a unit of UTF-16',
      [...utf16le('\ufeff序号'), 0x2c],
      undefined,
      { text: '序号\ufffd', encoding: 'utf-16le', broken: { byte: 6, offset: 2, places: 1 } },
    ],
    [
      'half a pair of UTF-16',
      [...utf16be('\ufeff序'), 0xd8, 0x40, ...utf16be('号')],
      undefined,
      { text: '序\ufffd号', encoding: 'utf-16be', broken: { byte: 4, offset: 1, places: 1 } },
    ],
    [
      'GB18030 cut short',
      [...TICK, 0xd0],
      undefined,
      { text: '序号,✓\ufffd', encoding: 'gb18030', broken: { byte: 9, offset: 4, places: 1 } },
    ],
    [
      'a line of UTF-8 behind lines of GB18030',
      [...TICK, 0x0a, ...TICK, 0x0a, ...utf8('2,公开\n')],
      undefined,
      { encoding: 'gb18030', broken: { byte: 20, offset: 10, places: 1 } },
    ],
    [
      'an encoding that is not the one named',
      TICK,
      'utf-8',
      { encoding: 'utf-8', broken: { byte: 0, offset: 0 } },
    ],
  ])('tells where it breaks: %s', (_name, bytes, encoding, expected) => {
    expect(decode(Uint8Array.from(bytes), encoding)).toMatchObject(expected)
  })

  test('a U+FFFD that the file itself holds is not broken', () => {
    expect(decode(Uint8Array.from(utf8('序\ufffd号')))).toEqual({
      text: '序\ufffd号',
      encoding: 'utf-8',
    })
  })

  test.each<[string, number[]]>([
    ['nothing but NUL', [0, 0, 0, 0]],
    ['NUL and line ends', [0, 0x0d, 0x0a, 0]],
    ['bytes of all kinds', Array.from({ length: 4096 }, (_, index) => (index * 167 + 13) % 256)],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decode(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ reason: 'not-text' }),
    )
  })

  test('finds the broken byte of a long file at once', () => {
    const bytes = Uint8Array.from(utf8('自该信息形成或者变更之日起20个工作日内，'.repeat(50_000)))
    bytes[bytes.length - 4] = 0xff
    const started = performance.now()
    expect(decode(bytes).broken?.byte).toBe(bytes.length - 6)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)]
}

function utf16le(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap(
    (unit) => [unit & 0xff, unit >> 8],
  )
}

function utf16be(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap(
    (unit) => [unit >> 8, unit & 0xff],
  )
}
