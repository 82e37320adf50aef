/** A character set with two bytes and more, as the decoder of the platform reads it. */
export interface Charset {
  /** The bytes of a character, or undefined where it has none. */
  encode(character: string): readonly number[] | undefined
  /** How many bytes a character takes that begins with these, and how many UTF-16 units it is. */
  measure(lead: number, next: number | undefined): readonly [bytes: number, units: number]
}

const made = new Map<string, Charset>()

/** The character set of GB18030 or Big5. The platform only decodes, so its decoder is asked for every code once. */
export function charsetOf(encoding: 'gb18030' | 'big5'): Charset {
  const known = made.get(encoding)
  if (known !== undefined) return known
  const charset = encoding === 'gb18030' ? gb18030() : big5()
  made.set(encoding, charset)
  return charset
}

function gb18030(): Charset {
  const codes = codesOf('gb18030', [...doubleCodes(), ...quadrupleCodes()])
  return {
    encode(character) {
      const code = character.codePointAt(0) ?? 0
      if (code < 0x80) return [code]
      return code > 0xffff ? quadruple(PLANES + code - 0x10000) : codes.get(character)
    },
    measure(lead, next) {
      if (lead < 0x81 || lead === 0xff) return [1, 1]
      const isQuadruple = next !== undefined && next >= 0x30 && next <= 0x39
      return isQuadruple ? [4, lead >= 0x90 ? 2 : 1] : [2, 1]
    },
  }
}

function big5(): Charset {
  const codes = codesOf('big5', [...doubleCodes()])
  const units = new Map<number, number>()
  for (const [text, [lead = 0, next = 0]] of codes) units.set(lead * 256 + next, text.length)
  return {
    encode(character) {
      const code = character.codePointAt(0) ?? 0
      return code < 0x80 ? [code] : codes.get(character)
    },
    measure(lead, next) {
      if (lead < 0x81 || lead === 0xff) return [1, 1]
      return [2, units.get(lead * 256 + (next ?? 0)) ?? 1]
    },
  }
}

type Code = readonly number[]

/** Lead bytes 81–FE, trail bytes 40–7E and 80–FE. */
function* doubleCodes(): Generator<Code> {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) yield [lead, trail]
  }
}

/** The four-byte codes of GB18030 are counted on; those up to 84 31 A4 39 are of the first plane. */
function* quadrupleCodes(): Generator<Code> {
  for (let index = 0; index < FIRST_PLANE; index++) yield quadruple(index)
}

const FIRST_PLANE = 39_420

/** 90 30 81 30, the code of U+10000. */
const PLANES = 189_000

function quadruple(index: number): Code {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ]
}

/** What each code stands for, turned round; of two codes of a character the first counts. */
function codesOf(encoding: string, all: readonly Code[]): ReadonlyMap<string, Code> {
  // A line end behind each code keeps one that stands for nothing from swallowing the next.
  const bytes = Uint8Array.from(all.flatMap((code) => [...code, 0x0a]))
  const texts = new TextDecoder(encoding).decode(bytes).split('\n')
  const codes = new Map<string, Code>()
  for (const [index, code] of all.entries()) {
    const text = texts[index] ?? ''
    const isOne = text !== '' && !text.includes('\ufffd')
    if (isOne && !codes.has(text) && text.charCodeAt(0) >= 0x80) codes.set(text, code)
  }
  return codes
}
