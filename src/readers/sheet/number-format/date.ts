import type { NumberFormat } from './decimal.ts'
import { type Moment, momentOf } from './serial.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const CHINESE_WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

// "年"  \年  _)  *  [h]  [$-804]  AM/PM  yyyy  m  d  h  ss.0  aaaa  /
const TOKEN =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|[_*].|\[(?<elapsed>h+|m+|s+)\]|\[[^\]]*\]|(?<half>am\/pm|a\/p|上午\/下午)|(?<part>y+|e+|m+|d+|h+|s+(?:\.0+)?|a{3,4})|(?<other>.)/giu

interface Token {
  /** What stands there as it is. */
  readonly literal: string
  /** Which part of a moment, in small letters, if any. */
  readonly part: string
  readonly kind: 'literal' | 'elapsed' | 'half' | 'part'
}

/** How a date format shows a number of days; it shows none outside the calendar. */
export function dateFormat(code: string): NumberFormat {
  const tokens = tokensOf(code)
  const unit = smallestUnit(tokens)
  const isChinese = /\[dbnum1\]/iu.test(code)
  const isHalfDay = tokens.some(({ kind }) => kind === 'half')
  const minutes = tokens.map((_, index) => isMinute(tokens, index))
  const number = (value: number, width: number): string =>
    isChinese ? chinese(value) : String(value).padStart(width, '0')

  const show = ({ part }: Token, index: number, moment: Moment): string => {
    const { year, month, day, weekday, time } = moment
    const width = part.length
    const hour = Math.floor(time / HOUR)
    switch (part[0]) {
      case 'y':
      case 'e':
        if (isChinese) return digits(year)
        return part === 'y' || part === 'yy' ? String(year % 100).padStart(2, '0') : String(year)
      case 'm':
        if (minutes[index]) return number(Math.floor(time / MINUTE) % 60, width)
        return width <= 2 ? number(month, width) : nameOf(MONTHS[month - 1], width)
      case 'd':
        return width <= 2 ? number(day, width) : nameOf(WEEKDAYS[weekday], width)
      case 'a':
        return (width === 4 ? '星期' : '') + CHINESE_WEEKDAYS[weekday]
      case 'h':
        return number(isHalfDay ? hour % 12 || 12 : hour, Math.min(width, 2))
      default:
        return second(time, part, number)
    }
  }

  return (serial, from1904) => {
    const moment = momentOf((Math.round((serial * DAY) / unit) * unit) / DAY, from1904)
    if (moment === undefined) return undefined
    const shown = tokens.map((token, index) => {
      if (token.kind === 'literal') return token.literal
      if (token.kind === 'elapsed') return elapsed(serial, token.part)
      if (token.kind === 'half') return half(token.literal, moment.time)
      return show(token, index, moment)
    })
    return shown.join('')
  }
}

function tokensOf(code: string): readonly Token[] {
  return Array.from(code.matchAll(TOKEN), ({ groups: found = {} }) => {
    const part = (found.elapsed ?? found.part ?? '').toLowerCase()
    if (found.elapsed !== undefined) return { literal: '', part, kind: 'elapsed' }
    if (found.half !== undefined) return { literal: found.half, part, kind: 'half' }
    if (found.part !== undefined) return { literal: '', part, kind: 'part' }
    return { literal: found.quoted ?? found.escaped ?? found.other ?? '', part, kind: 'literal' }
  })
}

/** What a moment is rounded to, when that is below a minute; Excel cuts larger units off. */
function smallestUnit(tokens: readonly Token[]): number {
  const seconds = tokens.filter(({ part }) => part.startsWith('s'))
  if (seconds.length === 0) return 1
  const places = Math.max(...seconds.map(({ part }) => part.split('.')[1]?.length ?? 0))
  return 10 ** Math.max(3 - places, 0)
}

/** `m` means minutes after hours and before seconds. */
function isMinute(tokens: readonly Token[], index: number): boolean {
  const isTime = ({ part }: Token): boolean => part !== ''
  const before = tokens.slice(0, index).findLast(isTime)
  const after = tokens.slice(index + 1).find(isTime)
  return before?.part.startsWith('h') === true || after?.part.startsWith('s') === true
}

function elapsed(serial: number, part: string): string {
  const milliseconds = Math.round(serial * DAY)
  const unit = part.startsWith('h') ? HOUR : part.startsWith('m') ? MINUTE : SECOND
  return String(Math.floor(milliseconds / unit)).padStart(part.length, '0')
}

function half(written: string, time: number): string {
  const [morning = '', afternoon = ''] = written.split('/')
  return time < 12 * HOUR ? morning : afternoon
}

function second(
  time: number,
  part: string,
  number: (value: number, width: number) => string,
): string {
  const [whole = '', fraction] = part.split('.')
  const seconds = number(Math.floor(time / SECOND) % 60, Math.min(whole.length, 2))
  if (fraction === undefined) return seconds
  return `${seconds}.${String(time % SECOND)
    .padStart(3, '0')
    .padEnd(fraction.length, '0')
    .slice(0, fraction.length)}`
}

/** `mmm` is short, `mmmm` is whole, `mmmmm` is one letter. */
function nameOf(whole = '', width: number): string {
  return width === 4 ? whole : whole.slice(0, width === 3 ? 3 : 1)
}

const NUMERALS = '〇一二三四五六七八九'

function digits(value: number): string {
  return String(value).replace(/\d/gu, (digit) => NUMERALS[Number(digit)] ?? '')
}

/** 二十一 for 21; below 100. */
function chinese(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10 === 0 && tens > 0 ? '' : NUMERALS[value % 10]
  if (tens === 0) return ones ?? ''
  return `${tens === 1 ? '' : NUMERALS[tens]}十${ones}`
}
