import type { Authority } from '../authority/authority.ts'
import type { Order } from '../authority/orders.ts'
import { formatOrderNumber } from '../grammar/order-number.ts'
import type { Evidence } from './rule.ts'

/** What a finding rests on: an authority by its own number and date. */
export function evidenceOf({ title, number, date, sources }: Authority): Evidence {
  return withSource(sources, {
    title,
    ...(number !== undefined && { number }),
    ...(date !== undefined && { date }),
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
