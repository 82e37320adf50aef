import type { Authority } from '../authority/authority.ts'
import { type Order, orders } from '../authority/orders.ts'
import { formatOrderNumber } from '../grammar/order-number.ts'
import type { Evidence } from './rule.ts'

/** What a finding rests on: an authority by its own number and date, or else by its latest order. */
export function evidenceOf(authority: Authority): Evidence {
  const { title, number, date, sources, events } = authority
  const order = orders(authority).at(-1)
  if (number === undefined && order !== undefined) return evidenceOfOrder(authority, order)
  const day = date ?? events.at(-1)?.date
  return withSource(sources, {
    title,
    ...(number !== undefined && { number }),
    ...(day !== undefined && { date: day }),
  })
}

/** What a finding rests on: an authority as one of its orders (令) published it. */
export function evidenceOfOrder({ title, sources }: Authority, order: Order): Evidence {
  return withSource(sources, {
    title,
    number: formatOrderNumber(order.issuer, order.serial),
    ...(order.date !== undefined && { date: order.date }),
  })
}

function withSource([source]: readonly string[], evidence: Evidence): Evidence {
  return source === undefined ? evidence : { ...evidence, source }
}
