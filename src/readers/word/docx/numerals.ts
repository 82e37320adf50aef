/** Undefined for a number that a format cannot show. */
type Format = (value: number) => string | undefined

/** How a language counts: digits from zero, the powers of ten, and the zero inside a number. */
interface Counting {
  readonly digits: string
  readonly powers: readonly [string, string, string, string]
  readonly myriad: string
  readonly zero: string
  /** Whether the one before a power is left out; `isFirst` where nothing stands before it. */
  leavesOne(isFirst: boolean, power: number): boolean
}

const CHINESE: Counting = {
  digits: '○一二三四五六七八九',
  powers: ['', '十', '百', '千'],
  myriad: '万',
  zero: '零',
  // 十一, but 一百一十一
  leavesOne: (isFirst, power) => isFirst && power === 1,
}
const TAIWANESE: Counting = { ...CHINESE, myriad: '萬' }
const JAPANESE: Counting = {
  ...CHINESE,
  zero: '',
  // 百十一
  leavesOne: () => true,
}
const LEGAL_SIMPLIFIED: Counting = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  powers: ['', '拾', '佰', '仟'],
  myriad: '万',
  zero: '零',
  leavesOne: () => false,
}
const LEGAL_TRADITIONAL: Counting = {
  ...LEGAL_SIMPLIFIED,
  digits: '零壹貳參肆伍陸柒捌玖',
  myriad: '萬',
}

const MYRIAD = 10_000

/** Letters are doubled, then tripled; Word gives up behind thirty Zs. */
const MAX_LETTERS = 30

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
const MAX_ROMAN = 3999

/** By the names that `w:numFmt` knows them by. */
const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['none', () => ''],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', (value) => digitsOf(value, '０１２３４５６７８９')],
  ['decimalFullWidth2', (value) => digitsOf(value, '０１２３４５６７８９')],
  ['decimalEnclosedCircle', oneOf('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')],
  ['decimalEnclosedCircleChinese', oneOf('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')],
  ['decimalEnclosedFullstop', oneOf('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛')],
  ['decimalEnclosedParen', oneOf('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇')],
  ['ideographEnclosedCircle', oneOf('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉')],
  ['ideographTraditional', oneOf('甲乙丙丁戊己庚辛壬癸')],
  ['ideographZodiac', oneOf('子丑寅卯辰巳午未申酉戌亥')],
  ['ideographDigital', (value) => digitsOf(value, '〇一二三四五六七八九')],
  ['japaneseDigitalTenThousand', (value) => digitsOf(value, '〇一二三四五六七八九')],
  ['taiwaneseDigital', (value) => digitsOf(value, CHINESE.digits)],
  ['chineseCounting', upToHundred],
  ['taiwaneseCounting', upToHundred],
  ['chineseCountingThousand', (value) => counted(value, CHINESE)],
  ['taiwaneseCountingThousand', (value) => counted(value, TAIWANESE)],
  ['japaneseCounting', (value) => counted(value, JAPANESE)],
  ['chineseLegalSimplified', (value) => counted(value, LEGAL_SIMPLIFIED)],
  ['ideographLegalTraditional', (value) => counted(value, LEGAL_TRADITIONAL)],
  ['upperLetter', letters],
  ['lowerLetter', (value) => letters(value)?.toLowerCase()],
  ['upperRoman', roman],
  ['lowerRoman', (value) => roman(value)?.toLowerCase()],
  ['numberInDash', (value) => `- ${value} -`],
])

/**
 * A number from 0 as a list shows it, in a format of `w:numFmt`. In decimal where the format is not
 * known or has no sign for it.
 */
export function formatNumber(value: number, format: string): string {
  return FORMATS.get(format)?.(value) ?? String(value)
}

/** A format that has a sign for each number from 1 on, until they run out. */
function oneOf(signs: string): Format {
  const list = Array.from(signs)
  return (value) => list[value - 1]
}

function digitsOf(value: number, digits: string): string {
  return String(value).replace(/\d/gu, (digit) => digits[Number(digit)] ?? digit)
}

/** Word counts up to 九十九, and from there on says the digits. */
function upToHundred(value: number): string | undefined {
  return value < 100 ? counted(value, CHINESE) : digitsOf(value, CHINESE.digits)
}

function counted(value: number, counting: Counting): string | undefined {
  const high = Math.floor(value / MYRIAD)
  const low = value % MYRIAD
  if (high >= MYRIAD) return undefined
  if (value === 0) return counting.digits[0]
  if (high === 0) return section(low, counting, true)
  const gap = low > 0 && low < MYRIAD / 10 ? counting.zero : ''
  return `${section(high, counting, true)}${counting.myriad}${gap}${section(low, counting, false)}`
}

/** Four digits with their powers of ten; nothing for nought. */
function section(value: number, counting: Counting, isFirst: boolean): string {
  const { digits, powers, zero } = counting
  let said = ''
  let hasGap = false
  for (const [power, name] of [...powers.entries()].reverse()) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit === 0) {
      hasGap = said !== ''
      continue
    }
    if (hasGap) said += zero
    hasGap = false
    const isBare = digit === 1 && power > 0 && counting.leavesOne(isFirst && said === '', power)
    said += (isBare ? '' : digits[digit]) + name
  }
  return said
}

function letters(value: number): string | undefined {
  const count = Math.ceil(value / 26)
  if (count < 1 || count > MAX_LETTERS) return undefined
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(count)
}

function roman(value: number): string | undefined {
  if (value < 1 || value > MAX_ROMAN) return undefined
  let said = ''
  let rest = value
  for (const [worth, sign] of ROMAN) {
    said += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return said
}
