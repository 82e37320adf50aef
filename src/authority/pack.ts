import type { Authority, AuthorityRecord, IndexEntry } from './authority.ts'

/** Beginnings of addresses that many records share, each written as its place in this list. */
const ADDRESSES = [
  'http://www.gov.cn/zhengce/zhengceku/',
  'https://github.com/LawRefBook/Laws',
  'https://Laosheng.top/falv/jianmu',
  'https://github.com/waystowork/waystowork.github.io',
]

/** A record as one line of JSON. */
export function packRecord(record: AuthorityRecord): string {
  return JSON.stringify({ ...record, sources: record.sources?.map(shorten) })
}

/** An entry of the index as a list, which is how `unpack` tells it from a record. */
export function packEntry({ number, title, date, page, published }: IndexEntry): string {
  return JSON.stringify([
    number,
    title,
    date,
    page,
    ...(published === undefined ? [] : [published]),
  ])
}

export function unpack(packed: string): Authority {
  const value = JSON.parse(packed)
  if (Array.isArray(value)) return fromEntry(value)
  return { aliases: [], events: [], ...value, sources: (value.sources ?? []).map(expand) }
}

function fromEntry([number, title, date, page, published]: readonly string[]): Authority {
  return {
    id: `doc:${number?.replace(/[〔〕]/gu, '-').replace('号', '')}`,
    title: title ?? '',
    kind: '规范性文件',
    // 国发、国函、国发明电 are the State Council's own, 国办… its office's.
    issuer: number?.startsWith('国办') ? '国务院办公厅' : '国务院',
    number: number ?? '',
    date: date ?? '',
    published: published ?? page?.slice(0, 10).replace('/', '-') ?? '',
    aliases: [],
    events: [],
    sources: [`${ADDRESSES[0]}${page}.htm`.replace('zhengceku/../', '')],
    confidence: 'high',
  }
}

function shorten(address: string): string {
  const known = ADDRESSES.findIndex((beginning) => address.startsWith(beginning))
  return known < 0 ? address : `${known}${address.slice(ADDRESSES[known]?.length)}`
}

function expand(short: string): string {
  const beginning = ADDRESSES[Number(short[0])]
  return beginning === undefined ? short : `${beginning}${short.slice(1)}`
}
