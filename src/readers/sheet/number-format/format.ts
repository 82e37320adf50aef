import { dateFormat } from './date.ts'
import { decimalFormat, general, type NumberFormat, signOf } from './decimal.ts'
import { isOpaque, literalOf, tokensOf } from './token.ts'

/** Longest code that a workbook may have. */
const MAX_CODE = 255

/** Formats that were taken apart already: a workbook has few, and many cells of each. */
const KNOWN = new Map<string, NumberFormat | undefined>()
const MAX_KNOWN = 256

/**
 * A number as a cell with this format shows it; without a format, or with one that is not known
 * here (fractions, conditions), as General does.
 */
export function formatNumber(value: number, code: string | undefined, from1904: boolean): string {
  if (code === undefined || code.length > MAX_CODE) return general(value)
  if (!KNOWN.has(code)) {
    if (KNOWN.size === MAX_KNOWN) KNOWN.clear()
    KNOWN.set(code, numberFormat(code))
  }
  return KNOWN.get(code)?.(value, from1904) ?? general(value)
}

function numberFormat(code: string): NumberFormat | undefined {
  const sections = sectionsOf(code)
  if (sections.some((section) => /\[[<>=]/u.test(section))) return undefined
  const [positive, negative, zero] = sections.map(sectionFormat)
  return (value, from1904) => {
    // A second section shows negative numbers and brings its own sign.
    if (negative !== undefined && value < 0) return negative(-value, from1904)
    if (zero !== undefined && value === 0) return zero(value, from1904)
    return positive?.(value, from1904)
  }
}

/** The sections of a code that are for numbers: for all; for positive, negative, and zero. */
function sectionsOf(code: string): readonly string[] {
  const sections = ['']
  for (const token of tokensOf(code)) {
    if (token === ';') sections.push('')
    else sections.push((sections.pop() ?? '') + token)
  }
  return sections.filter((section, index) => index === 0 || !bare(section).includes('@'))
}

/** What of a section is neither quoted nor escaped nor in brackets. */
function bare(section: string): string {
  return tokensOf(section)
    .filter((token) => !isOpaque(token))
    .join('')
}

const GENERAL = /general|g\/通用格式/iu
const DATE = /[ymdhs]|a{3}/iu
const ELAPSED = /\[(?:h+|m+|s+)\]/iu

function sectionFormat(section: string): NumberFormat | undefined {
  const letters = bare(section)
  if (letters.includes('@')) return general
  if (GENERAL.test(letters)) {
    const [before = '', after = ''] = section.split(GENERAL).map(literals)
    return (value) => signOf(value) + before + general(Math.abs(value)) + after
  }
  if (!DATE.test(letters) && !ELAPSED.test(section)) return decimalFormat(section)
  const format = dateFormat(section)
  return (value, from1904) => (value < 0 ? undefined : format(value, from1904))
}

function literals(section: string): string {
  return tokensOf(section).map(literalOf).join('')
}
