/**
 * Makes `authorities/*.json` from a gathering: `node dist/tools/import-authorities.js <corpus>`.
 * It writes the files anew, so facts added by hand since the last gathering must be merged back.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuthorityRecord, Event, IndexEntry, Kind } from '../src/authority/authority.ts'

/** A row of the gathering; which fields it has depends on the file. */
// biome-ignore lint/suspicious/noExplicitAny: the rows are checked by the schema once they are made
type Row = Record<string, any>

/** Order of the fields in a record, so that the same facts always give the same line. */
const FIELDS: readonly (keyof AuthorityRecord)[] = [
  'id',
  'title',
  'kind',
  'category',
  'issuer',
  'number',
  'date',
  'published',
  'aliases',
  'events',
  'effective',
  'firstEffective',
  'version',
  'articles',
  'articlesConfidence',
  'items',
  'itemLists',
  'paragraphs',
  'versions',
  'pending',
  'status',
  'statusAsOf',
  'statusConfidence',
  'repealed',
  'supersededBy',
  'supersededOn',
  'period',
  'series',
  'fields',
  'commonMisquotes',
  'notes',
  'snapshot',
  'sourceNote',
  'sources',
  'confidence',
]

/** Order numbers that the gathering ran together with a title, misread or left without 、. */
const ORDER_CORRECTIONS: Readonly<Record<string, string>> = {
  农村土地经营权流转管理办法农业农村部令2021年第1号: '农业农村部令2021年第1号',
  房屋建筑和市政基础设施工程施工图设计文件审查管理办法住房和城乡建设部令第13号:
    '住房和城乡建设部令第13号',
  '机关、团体、企业、事业单位消防安全管理规定公安部令第61号': '公安部令第61号',
  建设项目环境影响评价分类管理名录部令第33号: '环境保护部令第33号',
  生态环境部部令第4号: '生态环境部令第4号',
  国家工商行政国家局令第60号: '国家工商行政管理局令第60号',
  交通运输部国家发展改革委令2012年第6号: '交通运输部、国家发展改革委令2012年第6号',
  农业农村部生态环境部令第6号: '农业农村部、生态环境部令第6号',
  农业农村部自然资源部生态环境部海关总署令第4号:
    '农业农村部、自然资源部、生态环境部、海关总署令第4号',
  农业部国家林业局令2010年第2号: '农业部、国家林业局令2010年第2号',
  建设部卫生部令第53号: '建设部、卫生部令第53号',
  建设部财政部令第165号: '建设部、财政部令第165号',
}

/** Misquotes that were written down as remarks, as the wrong wording and what is wrong with it. */
const MISQUOTES: Readonly<Record<string, { wrong: string; note: string }>> = {
  '政府网站发展指引（国办发〔2017〕47号）标题写作“关于印发《政府网站发展指引》的通知”属常见写法，原题无书名号':
    {
      wrong: '国务院办公厅关于印发《政府网站发展指引》的通知',
      note: '常见写法，原题无书名号',
    },
  '……基层政务公开标准指引的通知（原题为“标准目录指引”）': {
    wrong: '应急管理部办公厅关于印发安全生产和救灾领域基层政务公开标准指引的通知',
    note: '原题为“标准目录指引”',
  },
}

const STATUSES: Readonly<Record<string, string>> = {
  '未列入现行名录（待核）': '未列入现行名录',
  '年度性文件（年度已过）': '年度已过',
  '被替代（内容并入政府网站发展指引）': '被替代',
}

/** The older, smaller list says how it knows; these are the degrees that deserves. */
const VERIFIED: Readonly<Record<string, { confidence: string; sourceNote: string }>> = {
  'web-copy': { confidence: 'medium', sourceNote: '存量网页所载原文或官方转载' },
  secondary: { confidence: 'medium', sourceNote: '其他来源转述' },
  recall: { confidence: 'low', sourceNote: '据作者所知，未核到来源' },
}

const STANDARDS: Readonly<Record<string, Kind>> = {
  'national-standard': '国家标准',
  'local-standard': '地方标准',
}

const ACTIONS: Readonly<Record<string, string>> = { publish: '公布', amend: '修正' }

/** The files of `authorities/`, each with its records in order. */
function importAuthorities(
  corpus: string,
): Record<string, readonly (AuthorityRecord | IndexEntry)[]> {
  const shared = (name: string) => readLines(join(corpus, 'authorities', name))
  const known = mergeTwins([
    ...shared('national-laws.jsonl').map(law),
    ...shared('department-rules.jsonl').map(rule),
    ...shared('normative-documents.jsonl').map(document),
  ])
  const older: { documents: Row[]; laws: Row[] } = JSON.parse(
    readFileSync(join(corpus, 'domain', 'citations.json'), 'utf8'),
  )
  const index = shared('state-council-index.jsonl').map(indexEntry)
  const names = new Set([...known, ...index].flatMap(namesOf))
  const isNew = (row: Row) => !namesOf(row).some((name) => names.has(name))
  const records = [
    ...known,
    ...older.documents.filter(isNew).map(olderDocument),
    ...older.laws.filter(isNew).map(olderLaw),
  ]
  const ofKind = (...kinds: Kind[]) => sorted(records.filter(({ kind }) => kinds.includes(kind)))
  return {
    'laws.json': ofKind('宪法', '法律'),
    'regulations.json': ofKind('行政法规'),
    'rules.json': ofKind('部门规章'),
    'documents.json': ofKind('规范性文件', '部门规范性文件', '地方规范性文件', '党内法规'),
    'standards.json': ofKind('国家标准', '地方标准'),
    'state-council.json': sorted(index),
  }
}

/** What a file is sorted by: digits count by value, so 7号 stands before 61号. */
export function sortKey(record: { readonly id?: string; readonly number?: string }): string {
  return (record.id ?? record.number ?? '').replace(/\d+/gu, (digits) => digits.padStart(5, '0'))
}

function sorted<T extends { readonly id?: string; readonly number?: string }>(
  records: readonly T[],
): T[] {
  return [...records].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

/** Laws and 行政法规, and the few other texts that were filed with them. */
function law(row: Row): AuthorityRecord {
  const listed = row.repealed?.date === undefined
  return record({
    ...row,
    category: row.kind === '法律' ? row.category : undefined,
    events: row.events.map(({ precision: _, ...event }: Row) => event),
    // The gathering repeats here who repealed the text, which need not be a successor.
    supersededBy: undefined,
    repealed: listed ? undefined : row.repealed,
    notes: [...(row.notes ?? []), ...(row.repealed?.note ? [row.repealed.note] : [])],
    statusConfidence: row.repealed?.note ? row.repealed.confidence : undefined,
  })
}

function rule(row: Row): AuthorityRecord {
  const number = ORDER_CORRECTIONS[row.number] ?? row.number
  const dates: readonly string[] = row.amended ?? []
  // What was amended before it was published was passed then: 2003-12-30 for an order of 2004-01-09.
  const isEarlier = (date: string) => row.date !== null && date < row.date
  return record({
    ...row,
    issuer: issuerOfOrder(number),
    number: undefined,
    date: undefined,
    events: [
      ...dates.filter(isEarlier).map((date) => ({ date, action: '通过' })),
      { date: row.date, action: '公布', number, confidence: row.confidence },
      ...dates.filter((date) => !isEarlier(date)).map((date) => ({ date, action: '修正' })),
    ],
    notes: [
      ...(row.notes ?? []),
      ...(number === row.number ? [] : [`来源文号作“${row.number}”，已改正`]),
    ],
  })
}

function document(row: Row): AuthorityRecord {
  const notes = [...(row.notes ?? [])]
  let title: string = row.title
  let facts: Row = {}
  if (title.includes('（原题全称未核）')) {
    title = title.replace('（原题全称未核）', '')
    notes.push('原题全称未核')
  }
  // The site of Sichuan prints into the title of this one that it has lapsed.
  const lapsed = /^\(此文件已于(\d+)年(\d+)月(\d+)日宣布失效\)">(.*)\(此文件.*\)$/u.exec(title)
  if (lapsed) {
    const [, year = '', month = '', day = '', rest = ''] = lapsed
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    title = rest
    facts = {
      status: '已废止',
      statusConfidence: 'high',
      repealed: { date, confidence: 'high' },
    }
    notes.push('网页标题注明已宣布失效')
  }
  if (/（内容并入.*）/u.test(row.status ?? '')) notes.push('内容并入政府网站发展指引')
  if (row.kind === '部门规章') {
    const revised = row.issuer.includes('修正')
    return record({
      ...row,
      id: `rule:${title}`,
      issuer: issuerOfOrder(row.number),
      number: undefined,
      date: undefined,
      events: [
        {
          date: row.date,
          action: revised ? '修正' : '公布',
          number: row.number,
          confidence: row.confidence,
        },
      ],
    })
  }
  return record({ ...row, title, notes, issuer: issuerOfDocument(row), ...facts })
}

/** The gathering names some provinces only as 省级政府或其办公厅; 办 in the number decides. */
function issuerOfDocument(row: Row): string {
  const province = /^(.+)（省级政府或其办公厅）$/u.exec(row.issuer)?.[1]
  if (province === undefined) return row.issuer
  return `${province}人民政府${row.number.split('〔')[0].includes('办') ? '办公厅' : ''}`
}

function issuerOfOrder(number: string): string {
  return number.slice(0, number.lastIndexOf('令'))
}

function indexEntry(row: Row): IndexEntry {
  const page: string = row.url
    .replace(/^https?:\/\/www\.gov\.cn\/zhengce\//u, '../')
    .replace('../zhengceku/', '')
    .replace(/\.htm$/u, '')
  // 2016-10/12/content_5117778 tells that the page is of 2016-10-12.
  const told = page.slice(0, 10).replace('/', '-')
  return {
    number: row.number,
    // One title has an ideographic space between its two issuers where the others have a plain one.
    title: row.title.replace(/\u3000/gu, ' '),
    date: row.date,
    ...(told === row.published ? {} : { published: row.published }),
    page,
  }
}

function olderDocument(row: Row): AuthorityRecord {
  const number: string = row.number
  const isOrder = /令第/u.test(number)
  const kind =
    STANDARDS[row.kind] ??
    (isOrder ? '部门规章' : row.kind.startsWith('local') ? '地方规范性文件' : '部门规范性文件')
  const { confidence, sourceNote } = VERIFIED[row.verified] ?? {}
  return record({
    id: STANDARDS[row.kind]
      ? `std:${number}`
      : isOrder
        ? `rule:${row.title}`
        : `doc:${number.replace(/[〔〕]/gu, '-').replace('号', '')}`,
    title: row.title,
    kind,
    issuer: isOrder ? issuerOfOrder(number) : row.issuer,
    number: isOrder ? undefined : number,
    date: isOrder ? undefined : row.date,
    aliases: row.aliases,
    events: isOrder ? [{ date: row.date, action: '公布', number, confidence }] : [],
    notes: row.note ? [row.note] : [],
    sourceNote,
    confidence,
  })
}

/** Rules that only the older list has, read from the heads of the files of a public law library. */
function olderLaw(row: Row): AuthorityRecord {
  const events: Event[] = (row.otherOrders ?? []).map((order: Row) => ({
    date: order.date,
    action: ACTIONS[order.action],
    number: `${order.issuer.replace('中华人民共和国', '')}令第${order.no}号`,
    confidence: 'medium',
  }))
  const isNotice = row.title.endsWith('的通知')
  return record({
    id: `${isNotice ? 'doc' : 'rule'}:${row.title}`,
    title: row.title,
    kind: isNotice ? '部门规范性文件' : '部门规章',
    issuer: events[0]?.number && issuerOfOrder(events[0].number),
    events,
    version: row.textVersion,
    articles: row.articles,
    articlesConfidence: row.articles && 'medium',
    snapshot: '2025-04',
    sourceNote: '公开法律文本库文件头',
    confidence: 'medium',
  })
}

/** The same rule from two lists: the facts of the first, the sources of both. */
function mergeTwins(records: readonly AuthorityRecord[]): AuthorityRecord[] {
  const byId = new Map<string, AuthorityRecord>()
  for (const one of records) {
    const twin = byId.get(one.id)
    if (!twin) byId.set(one.id, one)
    else if (twin.events?.[0]?.number !== one.events?.[0]?.number) {
      throw new Error(`Two records share the id ${one.id} and differ in number`)
    } else {
      const sources = [...(twin.sources ?? []), ...(one.sources ?? [])]
      byId.set(one.id, record({ ...one, ...twin, sources }))
    }
  }
  return [...byId.values()]
}

/** A row as a record: known fields in their order, nothing empty, nothing that can be derived. */
function record(row: Row): AuthorityRecord {
  const short = shortTitle(row.title)
  const tidy: Row = {
    ...row,
    status: STATUSES[row.status] ?? row.status,
    aliases: (row.aliases ?? []).filter((alias: string) => shortTitle(alias) !== short),
    events: (row.events ?? []).map(withoutEmpty),
    commonMisquotes: (row.commonMisquotes ?? [])
      .map(misquote)
      .filter(({ wrong }: { wrong: string }) => wrong !== row.title),
    notes: [...new Set(row.notes)],
    pending: row.pending && withoutEmpty(row.pending),
    versions: (row.versions ?? []).map(withoutEmpty),
  }
  const entries = FIELDS.map((field) => [field, tidy[field]] as const)
  return withoutEmpty(Object.fromEntries(entries)) as unknown as AuthorityRecord
}

function misquote(quote: string | { wrong: string; note?: string }): {
  wrong: string
  note?: string
} {
  if (typeof quote !== 'string') return quote
  const [, wrong = quote, note] = /^(.+?号|.+)（([^（）]*)）$/u.exec(quote) ?? []
  return MISQUOTES[quote] ?? (note === undefined ? { wrong: quote } : { wrong, note })
}

function withoutEmpty(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        (typeof value !== 'object' || Object.keys(value).length > 0),
    ),
  )
}

function shortTitle(title: string): string {
  return title.replace(/^中华人民共和国/u, '')
}

/** What two lists may both call an authority. */
function namesOf(row: Row): string[] {
  const titles = [row.title, ...(row.aliases ?? [])].map((title: string) =>
    shortTitle(title).replace(/[《》〈〉\s]/gu, ''),
  )
  return row.number ? [...titles, row.number] : titles
}

function readLines(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** A JSON array with one record a line, so that a change of a record is a change of a line. */
function format(records: readonly unknown[]): string {
  return `[\n${records.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`
}

if (import.meta.filename === process.argv[1]) {
  const [, , corpus, folder = 'authorities'] = process.argv
  if (corpus === undefined) throw new Error('Usage: import-authorities <corpus> [folder]')
  mkdirSync(folder, { recursive: true })
  for (const [name, records] of Object.entries(importAuthorities(corpus))) {
    writeFileSync(join(folder, name), format(records))
    console.log(`${name}: ${records.length}`)
  }
}
