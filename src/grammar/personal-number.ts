import type { Span } from '../text/span.ts'

/** A number that belongs to one person: of an identity card, a mobile telephone, or a bank card. */
export interface PersonalNumber {
  readonly kind: 'identity' | 'mobile' | 'card'
  readonly span: Span
}

/** Digits apart from other digits, letters and what joins them to codes. */
const NUMBER = /(?<![0-9A-Za-z*＊×_./-])\d{11,19}[Xx]?(?![0-9A-Za-z*＊×_])/gu
const IDENTITY = /^[1-6]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u
const MOBILE = /^1[3-9]\d{9}$/u
const CARD = /^62\d{14,17}$/u
/** A code of a body or a thing, which may look like any number. */
const CODE = /(?:代码|编码|编号|文号|单号|条码|案号|批号|信用码)[^\d，。；]{0,6}$/u

/** The numbers of persons in a text, told by their check digits where they have one. */
export function findPersonalNumbers(text: string): readonly PersonalNumber[] {
  if (!/\d{11}/u.test(text)) return []
  const found: PersonalNumber[] = []
  for (const { 0: digits, index } of text.matchAll(NUMBER)) {
    const kind = kindOf(digits)
    if (kind === undefined || CODE.test(text.slice(Math.max(0, index - 16), index))) continue
    found.push({ kind, span: { start: index, end: index + digits.length } })
  }
  return found
}

function kindOf(digits: string): PersonalNumber['kind'] | undefined {
  if (MOBILE.test(digits)) return 'mobile'
  if (IDENTITY.test(digits) && hasIdentityDigit(digits)) return 'identity'
  return CARD.test(digits) && hasLuhnDigit(digits) ? 'card' : undefined
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643: the last character checks the seventeen before it. */
function hasIdentityDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return '10X98765432'[sum % 11] === digits.at(-1)?.toUpperCase()
}

function hasLuhnDigit(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
