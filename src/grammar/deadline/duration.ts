/** How time is counted: by the clock and the calendar, by months, or by working days. */
export type Unit = 'hour' | 'workday' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A length of time as a text states it, such as 20 working days. */
export interface Duration {
  readonly amount: number
  readonly unit: Unit
}

/** What a unit is counted in. Two lengths in one measure compare as plain numbers. */
const MEASURES: Readonly<
  Record<Unit, { readonly of: 'day' | 'month' | 'workday'; readonly size: number }>
> = {
  hour: { of: 'day', size: 1 / 24 },
  day: { of: 'day', size: 1 },
  week: { of: 'day', size: 7 },
  month: { of: 'month', size: 1 },
  quarter: { of: 'month', size: 3 },
  year: { of: 'month', size: 12 },
  workday: { of: 'workday', size: 1 },
}

/** Whether `a` exceeds `b` whatever the calendar: no starting day could make it no. */
export function surelyLonger(a: Duration, b: Duration): boolean {
  if (MEASURES[a.unit].of === MEASURES[b.unit].of) return measured(a) > measured(b)
  return leastDays(a) > mostDays(b)
}

/** Whether `a` keeps within `b` whatever the calendar: no starting day could make it no. */
export function surelyWithin(a: Duration, b: Duration): boolean {
  if (MEASURES[a.unit].of === MEASURES[b.unit].of) return measured(a) <= measured(b)
  return mostDays(a) <= leastDays(b)
}

/**
 * Whether `a`, counted by the calendar, exceeds so many working days `b` wherever no holiday falls
 * into them: 20 working days are four weeks, which 30 days or a month exceed. Never where both are
 * counted in the same way.
 */
export function usuallyLonger(a: Duration, b: Duration): boolean {
  if (MEASURES[b.unit].of !== 'workday' || MEASURES[a.unit].of === 'workday') return false
  const days = measured(a) * (MEASURES[a.unit].of === 'month' ? DAYS_OF_MONTH : 1)
  return days > Math.ceil(measured(b) / 5) * 7
}

const DAYS_OF_MONTH = 30

function measured({ amount, unit }: Duration): number {
  return amount * MEASURES[unit].size
}

/** The fewest calendar days that the length can take. */
function leastDays(duration: Duration): number {
  const amount = measured(duration)
  switch (MEASURES[duration.unit].of) {
    case 'day':
      return amount
    case 'month':
      return Math.min(...spansOf(Math.floor(amount), 28))
    case 'workday':
      return leastDaysOfWork(amount)
  }
}

/** The most calendar days that the length can take. */
function mostDays(duration: Duration): number {
  const amount = measured(duration)
  switch (MEASURES[duration.unit].of) {
    case 'day':
      return amount
    case 'month':
      return Math.max(...spansOf(Math.ceil(amount), 29))
    case 'workday':
      return mostDaysOfWork(amount)
  }
}

/**
 * Weekend days worked to make up for a holiday (调休) that help a stretch of working days along. A
 * holiday inside the stretch takes more than its make-up days give; only those of the holiday just
 * before it and of the one just after it are a gain, two each at most.
 */
const MAKEUP_DAYS = 4

/**
 * The make-up days aside, working days come five to seven days, at best from a Monday on. So 20 of
 * them take 16 ordinary ones, three weeks and a day, which is 22 days and never fits in 20. Few
 * working days can be consecutive days: 7 October 2023 was the first of seven.
 */
function leastDaysOfWork(amount: number): number {
  const ordinary = Math.max(1, amount - MAKEUP_DAYS)
  const weeks = Math.ceil(ordinary / 5) - 1
  return Math.max(amount, weeks * 7 + (ordinary - weeks * 5))
}

/** The longest run of days off, the adjoining weekend included: Spring Festival 2026. */
const LONGEST_HOLIDAY = 9

/** So many working days meet one long holiday at most; the year has five or six in 250. */
const WORKDAYS_PER_HOLIDAY = 40

/** Full weeks, as if begun on a Friday evening, and every long holiday that can fall into them. */
function mostDaysOfWork(amount: number): number {
  if (amount <= 1) return 1 + LONGEST_HOLIDAY
  const holidays = Math.ceil(amount / WORKDAYS_PER_HOLIDAY)
  return Math.ceil(amount / 5) * 7 + holidays * LONGEST_HOLIDAY
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The days of so many months from each month of the year on, with a February of that length. */
function spansOf(months: number, february: number): number[] {
  const lengths = MONTH_LENGTHS.with(1, february)
  const year = lengths.reduce((sum, length) => sum + length)
  return lengths.map((_, first) => {
    let days = Math.floor(months / 12) * year
    for (let month = 0; month < months % 12; month++) days += lengths[(first + month) % 12] ?? 0
    return days
  })
}
