/** A symbol font and what its characters from a code on look like, one after the other. */
const FONTS: readonly (readonly [string, readonly (readonly [number, string])[]])[] = [
  [
    'wingdings',
    [
      [0x46, '☞'],
      [0x6c, '●'],
      [0x6e, '■□'],
      [0x75, '◆❖'],
      [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
      [0x9f, '•'],
      [0xa1, '○'],
      [0xa7, '▪☐'],
      [0xd8, '➢'],
      [0xe0, '→'],
      [0xfb, '✗✓☒☑'],
    ],
  ],
  [
    'wingdings 2',
    [
      [0x4f, '✗✓☒☑☒☒'],
      [0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
      [0x98, '●'],
      [0xa2, '■□'],
    ],
  ],
  [
    'webdings',
    [
      [0x61, '✔'],
      [0x63, '□'],
      [0x67, '■'],
    ],
  ],
  [
    'symbol',
    [
      [0xa3, '≤'],
      [0xae, '→'],
      [0xb0, '°±'],
      [0xb3, '≥×'],
      [0xb7, '•'],
      [0xd6, '√'],
    ],
  ],
]

const SYMBOLS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map(
  FONTS.map(([font, runs]) => [
    font,
    new Map(
      runs.flatMap(([first, looks]) =>
        Array.from(looks, (look, index) => [first + index, look] as const),
      ),
    ),
  ]),
)

/** Symbol fonts are written at their codes or, more often, at those codes of the private use area. */
const PRIVATE = 0xf000

/**
 * The character that a code of a font looks like (a tick is F0FC of Wingdings); the character itself
 * where the font is an ordinary one or the look is not known.
 */
export function symbolOf(font: string | undefined, code: number): string {
  return lookOf(font, code) ?? (isCharacter(code) ? String.fromCodePoint(code) : '\ufffd')
}

/** A text as it looks in a font. */
export function inFont(font: string | undefined, text: string): string {
  if (font === undefined || !SYMBOLS.has(font.toLowerCase())) return text
  return text.replace(
    /./gu,
    (character) => lookOf(font, character.codePointAt(0) ?? 0) ?? character,
  )
}

function lookOf(font: string | undefined, code: number): string | undefined {
  if (font === undefined) return undefined
  return SYMBOLS.get(font.toLowerCase())?.get(code >= PRIVATE ? code - PRIVATE : code)
}

function isCharacter(code: number): boolean {
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
}
