import { expect, test } from 'vitest'
import type { Limit } from '../../authority/item-type.ts'
import { loadAuthorities } from '../../node/data.ts'
import { REPORT_DAYS, SET_PHRASES, STATUTORY_LIMITS } from './statutory-limits.ts'

const authorities = loadAuthorities()

test.each([...STATUTORY_LIMITS, ...SET_PHRASES])(
  '$source is known and in force',
  ({ source, article }) => {
    const [authority, ...others] = authorities.byTitle(source)
    expect(others).toEqual([])
    expect(authority?.status ?? '现行有效').toBe('现行有效')
    expect(article).toMatch(/^第[一二三四五六七八九十]+条$|^国办发〔20\d{2}〕\d+号$/u)
    if (article.includes('〔')) expect(authority?.number).toBe(article)
  },
)

const shared = STATUTORY_LIMITS.flatMap((limit) =>
  limit.itemType === undefined ? [] : [{ ...limit, itemType: limit.itemType }],
)

test.each(shared)(
  '$id allows what deadlines.json allows for $itemType',
  ({ itemType, amount, unit }) => {
    expect(
      partsOf(itemType).map((part) => ('unit' in part ? [part.amount, part.unit] : [])),
    ).toContainEqual([amount, unit])
  },
)

test.each(Object.values(REPORT_DAYS))(
  '$month月$day日 is that of $itemType',
  ({ itemType, month, day }) => {
    expect(partsOf(itemType)).toEqual([{ kind: 'by-date', month, day }])
  },
)

function partsOf(id: string): readonly Limit[] {
  const type = authorities.itemTypes.all.find((one) => one.id === id)
  if (type === undefined) throw new Error(`no item type ${id}`)
  const { limit } = type
  return limit.kind === 'all' || limit.kind === 'any' ? limit.of : [limit]
}
