const DAY = 86_400_000
/** The day before 1 January 1900, which is day 1. */
const BEFORE_1900 = Date.UTC(1899, 11, 31)
/** Day 0 of workbooks that count from 1904, told in days of those that count from 1900. */
const DAYS_TO_1904 = 1462
/** Day 60 shows as 29 February 1900, which never was; days after it are one too many. */
const LEAP_DAY = 60
/** 31 December 9999. */
const LAST_DAY = 2_958_465

/** A moment as the calendar and the clock tell it. */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  /** From 0, a Sunday. */
  readonly weekday: number
  /** Milliseconds since midnight. */
  readonly time: number
}

/** The moment that a number of days stands for, or undefined when it lies outside the calendar. */
export function momentOf(serial: number, from1904: boolean): Moment | undefined {
  // Days hold no more than milliseconds: 0.1 + 0.2 is no moment of its own.
  const milliseconds = Math.round(serial * DAY)
  const day = Math.floor(milliseconds / DAY) + (from1904 ? DAYS_TO_1904 : 0)
  if (day < 0 || day > LAST_DAY) return undefined
  const time = milliseconds - Math.floor(milliseconds / DAY) * DAY
  const weekday = (day + 6) % 7
  if (day === 0) return { year: 1900, month: 1, day: 0, weekday, time }
  if (day === LEAP_DAY) return { year: 1900, month: 2, day: 29, weekday, time }
  const date = new Date(BEFORE_1900 + (day > LEAP_DAY ? day - 1 : day) * DAY)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday,
    time,
  }
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?Z?$/u

/** The number of days for `2024-01-19` or `2024-01-19T08:30:00`; not a number for anything else. */
export function parseSerial(text: string, from1904: boolean): number {
  if (!ISO.test(text)) return Number.NaN
  const isMoment = text.includes('T') && !text.endsWith('Z')
  const day = (Date.parse(isMoment ? `${text}Z` : text) - BEFORE_1900) / DAY
  return day + (day >= LEAP_DAY ? 1 : 0) - (from1904 ? DAYS_TO_1904 : 0)
}
