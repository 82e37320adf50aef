import type { Action, Authority, Confidence, Event, Kind } from './authority.ts'
import { parseOrder } from './normalise.ts'

/** An order (令) that published or amended an authority. */
export interface Order {
  /** Without 令, as the grammar of order numbers has it: 国务院, 主席, or the ministry. */
  readonly issuer: string
  readonly serial: number
  /** Where the issuer's numbers restart every year. */
  readonly year?: number
  /** 届: the numbers of 主席令 restart with each, so a serial alone does not name one. */
  readonly term?: string
  readonly date?: string
  readonly action: Action
  readonly confidence: Confidence
}

/** The orders of an authority, oldest first as its events are. */
export function orders(authority: Authority): readonly Order[] {
  return authority.events.flatMap(({ number, term, date, action, confidence = 'high' }) => {
    const parsed = number === undefined ? undefined : parseOrder(number)
    if (!parsed) return []
    return [
      {
        ...parsed,
        ...(term === undefined ? {} : { term }),
        ...(date === undefined ? {} : { date }),
        action,
        confidence,
      },
    ]
  })
}

/**
 * From when on an act of this kind is published under an order of its own series. 主席令 begin with
 * the Constitution of 1982, the present 国务院令 with No. 1 of June 1988.
 */
const NUMBERED_SINCE: Partial<Record<Kind, string>> = {
  法律: '1983',
  行政法规: '1988-06',
  部门规章: '',
}

/** Events that must have had a number, and whose number is not known. */
export function unnumbered(authority: Authority): readonly Event[] {
  const since = NUMBERED_SINCE[authority.kind]
  if (since === undefined) return []
  return authority.events.filter(
    ({ action, number, date = '9999' }) =>
      ['公布', '修订', '修正'].includes(action) && number === undefined && date >= since,
  )
}

/**
 * Whether a text was counted that is newer than every event that is known, so that at least one
 * amendment and its order are missing.
 */
export function lacksEvents({ events, version }: Authority): boolean {
  return version !== undefined && events.every(({ date = '' }) => date < version)
}

/**
 * Whether `orders` are all there are, so that a number not among them is wrong. Never of a kind
 * whose later amendments nobody has looked through, which are all but laws and 行政法规.
 */
export function hasAllOrders(authority: Authority): boolean {
  return (
    authority.statusAsOf !== undefined &&
    NUMBERED_SINCE[authority.kind] !== undefined &&
    authority.events.some(({ number }) => number !== undefined) &&
    unnumbered(authority).length === 0 &&
    !lacksEvents(authority)
  )
}
