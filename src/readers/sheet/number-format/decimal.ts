import { literalOf, tokensOf } from './token.ts'

/** What a cell shows for a number; undefined for what its format cannot show. */
export type NumberFormat = (value: number, from1904: boolean) => string | undefined

/** Most digits that a number holds for certain. */
const PRECISION = 15
/** Most places behind the point that a format may ask for. */
const MAX_PLACES = 30

/** 0.3 for 0.30000000000000004; 1E+21 for what is too long to write out. */
export function general(value: number): string {
  const text = String(Number(value.toPrecision(PRECISION)))
  const [mantissa, sign, exponent] = text.split(/e([+-])/u)
  return exponent === undefined ? text : `${mantissa}E${sign}${exponent.padStart(2, '0')}`
}

// #,##0  .00  E+00  ,,
const PLACES =
  /^(?<whole>[#0?,]*?)(?:\.(?<fraction>[#0?]*))?(?:E(?<sign>[+-])(?<exponent>0+))?(?<thousands>,*)$/iu

interface Layout {
  readonly whole: string
  readonly fraction: string | undefined
  readonly exponent: string | undefined
  readonly sign: string | undefined
}

/** How one section of a format lays a number out, or undefined when that is not known here. */
export function decimalFormat(section: string): NumberFormat | undefined {
  const { before, places, after, percents } = dissect(section)
  if (places === '') return (value) => signOf(value) + before
  const found = PLACES.exec(places)?.groups
  if (found === undefined) return undefined
  const scale = 100 ** percents / 1000 ** (found.thousands?.length ?? 0)
  const layout = { whole: '', fraction: undefined, exponent: undefined, sign: undefined, ...found }
  const show = found.exponent === undefined ? fixed : scientific
  return (value) => {
    const number = show(Math.abs(value) * scale, layout)
    return number === undefined ? undefined : signOf(value) + before + number + after
  }
}

export function signOf(value: number): string {
  return value < 0 ? '-' : ''
}

/** What stands before and after the digits; text between digits makes a format that is not known. */
function dissect(section: string) {
  let before = ''
  let places = ''
  let after = ''
  let percents = 0
  for (const token of tokensOf(section)) {
    if (/^(?:[#0?,.]|E[+-])$/iu.test(token)) {
      places += after + token
      after = ''
      continue
    }
    if (token === '%') percents += 1
    if (places === '') before += literalOf(token)
    else after += literalOf(token)
  }
  return { before, places, after, percents }
}

function fixed(value: number, { whole, fraction }: Layout): string | undefined {
  const text = rounded(value, fraction?.length ?? 0)
  if (text === undefined) return undefined
  const [integer = '', decimals = ''] = text.split('.')
  const least = whole.replaceAll(/[^0]/gu, '').length
  const digits = (integer === '0' ? '' : integer).padStart(least, '0')
  const grouped = whole.includes(',') ? digits.replace(/\B(?=(?:\d{3})+$)/gu, ',') : digits
  return fraction === undefined ? grouped : `${grouped}.${trimmed(decimals, fraction)}`
}

/** Drops zeros from the end where the format only says `#`. */
function trimmed(decimals: string, fraction: string): string {
  const least = fraction.lastIndexOf('0') + 1
  return decimals.slice(0, least) + decimals.slice(least).replace(/0+$/u, '')
}

function scientific(
  value: number,
  { whole, fraction, sign, exponent }: Layout,
): string | undefined {
  const places = fraction?.length ?? 0
  // More places before the point ask for powers of a thousand.
  if (whole.length !== 1 || places > MAX_PLACES) return undefined
  const [mantissa = '', power = ''] = value.toExponential(places).split('e')
  const mark = power.startsWith('-') ? '-' : sign === '+' ? '+' : ''
  return `${mantissa}E${mark}${power.slice(1).padStart(exponent?.length ?? 0, '0')}`
}

/** Half goes up as it is written, not as it is stored: 1.005 is 1.01. */
function rounded(value: number, places: number): string | undefined {
  if (places > MAX_PLACES || value >= 1e21) return undefined
  const written = value.toPrecision(PRECISION)
  if (written.includes('e')) return value.toFixed(places)
  const shifted = Math.round(Number(`${written}e${places}`))
  if (!Number.isSafeInteger(shifted)) return value.toFixed(places)
  return Number(`${shifted}e-${places}`).toFixed(places)
}
