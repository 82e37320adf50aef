const SPACE = /\s+/gu
const HAS_SPACE = /\s/u

/** The text without any white space: line wraps and padding inside labels mean nothing. */
export function withoutSpace(text: string): string {
  return HAS_SPACE.test(text) ? text.replace(SPACE, '') : text
}

/** Whether the text holds nothing but white space (no-break and ideographic spaces included). */
export function isBlank(text: string): boolean {
  return text.length === 0 || !/\S/u.test(text)
}

const FULL_WIDTH = /[！-～]/u

/** Full-width ASCII forms as half-width: （） to (), ：to :, ０ to 0. Length is kept. */
export function halfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text
  return text.replace(/[！-～]/gu, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
}

/** A text that is printed one character per line, in one line: 组⏎织⏎领⏎导 is 组织领导. */
export function unstacked(text: string): string {
  if (!text.includes('\n')) return text
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  return lines.every((line) => line.length === 1) ? lines.join('') : text
}
