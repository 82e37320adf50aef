// C0 and C1 controls, bidirectional marks and overrides, line and paragraph separators.
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/**
 * The text without anything that a terminal would obey or that would turn the reading direction:
 * line breaks become ⏎, tabs blanks, other controls their code in ‹›.
 */
export function printable(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(UNPRINTABLE, (character) => {
    if (character === '\n') return '⏎'
    if (character === '\t') return ' '
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `‹U+${code}›`
  })
}

/** The start of a text, with … where it was cut; `length` counts characters, not units. */
export function excerpt(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}…`
}

/** JSON lets these stand as they are; a terminal would obey them and an editor turn the text round. */
export function escapeUnprintable(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
