import type { Authority, Confidence, Event } from './authority.ts'

/** How an authority stood on a day, as far as the registry can tell. */
export type Standing =
  /** Nobody looked it up, or what is known is too inexact for that day. */
  | { readonly state: 'unknown' }
  | { readonly state: 'not-yet'; readonly since: string }
  | { readonly state: 'in-force' }
  | Ended

/** Why an authority is no longer in force, and from when on. */
export type Ended =
  | {
      readonly state: 'repealed'
      readonly since: string
      readonly by?: string
      readonly confidence: Confidence
    }
  | {
      readonly state: 'superseded'
      readonly since: string
      /** Number of the document that took its place. */
      readonly by: string
      readonly confidence: Confidence
    }
  | {
      readonly state: 'expired'
      readonly since: string
      readonly confidence: Confidence
      /** It was made for one year (年度文件): citing it later deserves a hint at most. */
      readonly annual?: true
    }

/**
 * How an authority stood on a day (YYYY-MM-DD). An inexact date ends it on the last day that it may
 * mean. An authority without a status is never said to be in force.
 */
export function standingOn(authority: Authority, day: string): Standing {
  const since = firstCommencement(authority)
  if (since !== undefined && day < since) return { state: 'not-yet', since }
  const end = endOf(authority)
  if (end !== undefined && lastDay(end.since) <= day) return end
  const isInForce = end === undefined ? isListed(authority) : day < end.since
  return { state: isInForce ? 'in-force' : 'unknown' }
}

/**
 * The event whose whole text (公布 or 修订) was in force on a day. The orders of earlier texts are
 * outdated then; an amendment (修正) outdates none.
 */
export function editionOn(authority: Authority, day: string): Event | undefined {
  const texts = authority.events.filter((event) => bringsWholeText(event, authority))
  return texts.findLast((event) => {
    const since = commencement(authority, event)
    return since !== undefined && lastDay(since) <= day
  })
}

/** What ended an authority or will end it, whatever the day. */
export function endOf(authority: Authority): Ended | undefined {
  const { repealed, supersededBy, supersededOn, period, status } = authority
  const confidence = authority.statusConfidence ?? authority.confidence
  if (repealed !== undefined) {
    const { date, by } = repealed
    const { confidence } = repealed
    return { state: 'repealed', since: date, ...(by !== undefined && { by }), confidence }
  }
  if (supersededBy !== undefined) {
    const since = supersededOn ?? yearOf(supersededBy)
    return since === undefined
      ? undefined
      : { state: 'superseded', since, by: supersededBy, confidence }
  }
  if (period === undefined) return undefined
  const since = `${period.to + 1}-01-01`
  if (status === '年度已过') return { state: 'expired', since, confidence, annual: true }
  return status === '期限届满' ? { state: 'expired', since, confidence } : undefined
}

/** Whether somebody found it in force, or published to be so. */
function isListed({ status }: Authority): boolean {
  return status === '现行有效' || status === '已公布尚未施行'
}

/** A 修订 by a decision that amends (关于修改…的决定) leaves the text and its number in place. */
function bringsWholeText({ action, by, date, number }: Event, { kind }: Authority): boolean {
  if (date === undefined) return false
  if (action === '公布') return true
  const isExact = date === lastDay(date)
  return (
    action === '修订' && by === undefined && isExact && (kind === '法律' || number !== undefined)
  )
}

/** When the first text took effect, or else the earliest that it can have. */
function firstCommencement(authority: Authority): string | undefined {
  const { events, firstEffective, date } = authority
  if (firstEffective !== undefined) return firstEffective
  const first = events.find((event) => event.date !== undefined)
  // Where only a change is known, the beginning is not.
  if (first !== undefined && isChange(first)) return undefined
  const published = first?.date ?? date
  return published === undefined ? undefined : (effectiveOf(authority, published) ?? published)
}

/** When a whole text took effect; nothing when it has not, as far as is known. */
function commencement(authority: Authority, event: Event): string | undefined {
  if (event.action === '公布') return firstCommencement(authority)
  const { date = '' } = event
  const { effective, pending, versions = [] } = authority
  if (pending?.date === date) return pending.effective
  const told = versions.find((version) => version.date === date)?.effective
  if (told !== undefined) return told
  const isNewest = authority.events.every((other) => (other.date ?? '') <= date)
  if (isNewest && effective !== undefined && effective < date) return undefined
  return effectiveOf(authority, date) ?? date
}

/** `effective`, where it tells of the text published on a date and not of one changed since. */
function effectiveOf({ events, effective, pending }: Authority, from: string): string | undefined {
  if (effective === undefined || effective < from) return undefined
  const next = events.find(
    (event) => isChange(event) && (event.date ?? '') > from && event.date !== pending?.date,
  )
  return next?.date === undefined || effective < next.date ? effective : undefined
}

function isChange({ action }: Event): boolean {
  return action === '修订' || action === '修正'
}

/** The last day that a date may mean: 2024 is 2024-12-31, and 2024-05 ends with a 31st. */
function lastDay(date: string): string {
  return `${date}${'-12-31'.slice(date.length - 4)}`
}

/** The year of a document number, 2021 of 民发〔2021〕43号. */
function yearOf(number: string): string | undefined {
  return /〔(\d{4})〕/u.exec(number)?.[1]
}
