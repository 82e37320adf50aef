const DIGITS = new Map(
  [...'〇零一二三四五六七八九'].map((digit, index) => [digit, Math.max(0, index - 1)]),
)
DIGITS.set('○', 0).set('Ｏ', 0).set('两', 2)

const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/**
 * The value of a whole number up to 99,999 written in Arabic digits (half or full width) or in
 * Chinese: 713, ７１３, 七百一十三, 七一三, 二十. Undefined when the text is no such number.
 */
export function parseNumeral(text: string): number | undefined {
  const arabic = text.replace(/[０-９]/gu, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  )
  if (/^\d{1,9}$/u.test(arabic)) return Number(arabic)
  const characters = [...text]
  if (characters.length === 0) return undefined
  if (characters.every((character) => DIGITS.has(character))) {
    return characters.reduce((sum, digit) => sum * 10 + (DIGITS.get(digit) ?? 0), 0)
  }
  return parseMultiplicative(characters)
}

/** Digit and unit in turn, as in 七百一十三; a leading 十 stands for 一十. */
function parseMultiplicative(characters: readonly string[]): number | undefined {
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const character of characters) {
    const value = DIGITS.get(character)
    if (value !== undefined) {
      digit = value
      continue
    }
    if (character === '万') {
      total = (total + section + (digit ?? 0)) * 10_000
      section = 0
      digit = undefined
      continue
    }
    const unit = UNITS.get(character)
    if (unit === undefined) return undefined
    section += (digit ?? 1) * unit
    digit = undefined
  }
  return total + section + (digit ?? 0)
}

/** Characters of a Chinese or Arabic whole number, for use inside patterns. */
export const NUMERAL = '[0-9０-９〇零○一二两三四五六七八九十百千]'
