import { describe, expect, test } from 'vitest'
import { charsetOf } from './charset.ts'

describe.each(['gb18030', 'big5'] as const)('%s', (encoding) => {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const charset = charsetOf(encoding)

  test('writes every character so that it is read again, and tells how long it is', () => {
    const wrong: string[] = []
    let written = 0
    for (const character of characters()) {
      const bytes = charset.encode(character)
      if (bytes === undefined) continue
      written += 1
      const [lead = 0, next] = bytes
      const [length, units] = charset.measure(lead, next)
      const isRight =
        decoder.decode(Uint8Array.from(bytes)) === character &&
        length === bytes.length &&
        units === character.length
      if (!isRight) wrong.push(`U+${character.codePointAt(0)?.toString(16)}`)
    }
    expect(wrong).toEqual([])
    expect(written).toBeGreaterThan(encoding === 'big5' ? 13_000 : 60_000)
  })

  test('measures every text that it reads', () => {
    // Two bytes may be one character or, in Big5, two.
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) {
        let text = ''
        try {
          text = decoder.decode(Uint8Array.from([lead, trail]))
        } catch {
          continue
        }
        if (trail < 0x80 && text.endsWith(String.fromCharCode(trail))) continue
        expect([lead, trail, ...charset.measure(lead, trail)]).toEqual([
          lead,
          trail,
          2,
          text.length,
        ])
      }
    }
  })
})

test('GB18030 has a code for every character but a few for private use that it reads as others', () => {
  const missing = [...characters()].filter(
    (character) => charsetOf('gb18030').encode(character) === undefined,
  )
  expect(missing.filter((character) => !/[\p{Co}\ufffd]/u.test(character))).toEqual([])
  expect(missing.length).toBeLessThan(30)
})

test('Big5 has no code for a simplified character', () => {
  expect(charsetOf('big5').encode('国')).toBeUndefined()
  expect(charsetOf('big5').encode('國')).toEqual([0xb0, 0xea])
})

/** The first plane without halves of characters, and samples of the others. */
function* characters(): Generator<string> {
  for (let code = 0; code <= 0xffff; code++) {
    if (code < 0xd800 || code > 0xdfff) yield String.fromCharCode(code)
  }
  for (let code = 0x10000; code <= 0x10ffff; code += 251) yield String.fromCodePoint(code)
}
