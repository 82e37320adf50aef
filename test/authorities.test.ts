import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { AuthorityRecord, IndexEntry } from '../src/authority/authority.ts'
import { numberKey, titleKey } from '../src/authority/normalise.ts'
import { Authorities } from '../src/authority/registry.ts'
import { compileAuthorities, INDEX_FILE, RECORD_FILES } from '../tools/compile-authorities.ts'
import { sortKey } from '../tools/import-authorities.ts'

const KINDS: Record<string, readonly string[]> = {
  'laws.json': ['宪法', '法律'],
  'regulations.json': ['行政法规'],
  'rules.json': ['部门规章'],
  'documents.json': ['规范性文件', '部门规范性文件', '地方规范性文件', '党内法规'],
  'standards.json': ['国家标准', '地方标准'],
}

const schema = JSON.parse(readFileSync('schemas/authority.schema.json', 'utf8'))
const validate = new Ajv2020({ allErrors: true }).compile(schema)

function lines(file: string): readonly string[] {
  return readFileSync(`authorities/${file}`, 'utf8').split('\n')
}

const records = RECORD_FILES.flatMap((file) =>
  (JSON.parse(lines(file).join('\n')) as AuthorityRecord[]).map((record) => ({ file, record })),
)
const index: readonly IndexEntry[] = JSON.parse(lines(INDEX_FILE).join('\n'))

describe.each([...RECORD_FILES, INDEX_FILE])('%s', (file) => {
  const rows: { id?: string; number?: string }[] = JSON.parse(lines(file).join('\n'))

  test('is what the schema says', () => {
    validate(rows)
    expect(validate.errors ?? []).toEqual([])
  })

  test('holds one record a line, so that a change is one hunk', () => {
    const body = rows.map((row) => JSON.stringify(row)).join(',\n')
    expect(lines(file).join('\n') === `[\n${body}\n]\n`).toBe(true)
  })

  test('is sorted', () => {
    const keys = rows.map(sortKey)
    expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)))
  })
})

test('a record lies in the file of its kind', () => {
  expect(records.filter(({ file, record }) => !KINDS[file]?.includes(record.kind))).toEqual([])
})

test('no id and no number of the index stands twice', () => {
  expect(twice(records.map(({ record }) => record.id))).toEqual([])
  expect(twice(index.map(({ number }) => number))).toEqual([])
})

test('there are at least three thousand', () => {
  const described = new Set(records.map(({ record }) => record.number))
  const others = index.filter(({ number }) => !described.has(number))
  expect(records.length + others.length).toBeGreaterThanOrEqual(3000)
})

test('every date is a day, a month or a year that there is', () => {
  const wrong = records.flatMap(({ record }) =>
    datesOf(record)
      .filter((date) => !isDate(date))
      .map((date) => [record.id, date]),
  )
  const wrongInIndex = index.filter(({ date, published = date }) =>
    [date, published].some((it) => !isDate(it)),
  )
  expect([wrong, wrongInIndex]).toEqual([[], []])
})

test('a document number belongs to one document', () => {
  expect(
    twice(records.flatMap(({ record }) => record.number ?? []).map((it) => numberKey(it))),
  ).toEqual([])
})

test('an order is given once: one issuer, term or year and serial are of one day', () => {
  const days = new Map<string, Set<string>>()
  const numbered = records.flatMap(({ record }) => orders(record))
  // Two lists that contradict each other leave both numbers in doubt, and say so in a note.
  for (const { number, term = '', date = '' } of numbered.filter(
    ({ confidence }) => confidence !== 'low',
  )) {
    const key = `${numberKey(number, isYearly(number) ? date.slice(0, 4) : '')} ${term}`
    days.set(key, (days.get(key) ?? new Set()).add(date))
  }
  expect([...days].filter(([, dates]) => dates.size > 1)).toEqual([])
  expect(days.size).toBeGreaterThan(500)
})

test('an order of one law publishes no other law', () => {
  const published = records
    .filter(({ record }) => record.kind === '法律')
    .flatMap(({ record }) => orders(record))
    .filter(({ action }) => action === '公布' || action === '修订')
  expect(twice(published.map(({ number, term }) => `${number} ${term}`))).toEqual([])
})

describe('what a record refers to is here', () => {
  test.each<[field: string, of: (record: AuthorityRecord) => string | undefined]>([
    ['supersededBy', ({ supersededBy }) => supersededBy],
    // Acts that clear away many texts at once are no authorities that a catalogue could cite.
    [
      'repealed.by',
      ({ repealed }) => repealed?.by?.replace(/^.*(?:决定|报告).*$/u, '') || undefined,
    ],
  ])('%s', (_, of) => {
    const references = records.flatMap(({ record }) => of(record) ?? [])
    expect(references.length).toBeGreaterThan(5)
    const lost = references.filter(
      (it) => authorities.byTitle(it).length + authorities.byNumber(it).length === 0,
    )
    expect(lost).toEqual([])
  })

  test('articles with items and paragraphs', () => {
    const astray = records.filter(({ record: { articles, items, paragraphs, itemLists } }) =>
      Object.keys({ ...items, ...itemLists, ...paragraphs }).some(
        (article) => articles !== undefined && Number.parseInt(article, 10) > articles,
      ),
    )
    expect(astray.map(({ record }) => record.id)).toEqual([])
  })
})

test('what is not sure has said so, and what is sure has a source', () => {
  const unfounded = records.filter(
    ({ record }) => record.confidence === 'high' && record.sources === undefined,
  )
  expect(unfounded).toEqual([])
})

test('the index and the documents agree on title and date', () => {
  const indexed = new Map(index.map((entry) => [entry.number, entry]))
  const differing = records.filter(({ record }) => {
    const entry = indexed.get(record.number ?? '')
    return entry && (titleKey(entry.title) !== titleKey(record.title) || entry.date !== record.date)
  })
  expect(differing).toEqual([])
})

test('events are in order of time', () => {
  const shuffled = records.filter(({ record }) => {
    const dates = (record.events ?? []).flatMap(({ date }) => date ?? [])
    return dates.some((date, at) => at > 0 && date < (dates[at - 1] ?? '').slice(0, date.length))
  })
  expect(shuffled.map(({ record }) => record.id)).toEqual([])
})

const [compiled] = compileAuthorities()
const bytes = Buffer.from(compiled?.content ?? '')
const authorities = new Authorities((start, end) => bytes.toString('utf8', start, end))

describe('the compiled text', () => {
  test('is found again by every title, alias and number, bytes counted', () => {
    const lost = records.filter(({ record: { id, title, aliases = [], number, events = [] } }) => {
      const numbers = [number, ...events.map((event) => event.number)].filter(
        (it) => it !== undefined,
      )
      return (
        [title, ...aliases].some((name) => !authorities.byTitle(name).some((it) => it.id === id)) ||
        numbers.some((name) => !authorities.byNumber(name).some((it) => it.id === id))
      )
    })
    expect(lost.map(({ record }) => record.id)).toEqual([])
    const lostEntries = index.filter(
      ({ number, title }) =>
        !authorities.byNumber(number).some((it) => titleKey(it.title) === titleKey(title)),
    )
    expect(lostEntries).toEqual([])
  })

  test('gives back every record as its file holds it', () => {
    for (const { record } of records) {
      const found = authorities.byTitle(record.title).find(({ id }) => id === record.id)
      expect(found).toEqual({ aliases: [], events: [], sources: [], ...record })
    }
  })

  test('counts every authority once and knows how new it is', () => {
    const described = new Set(records.map(({ record }) => record.number))
    const others = index.filter(({ number }) => !described.has(number))
    expect(authorities.size).toBe(records.length + others.length)
    expect(authorities.date).toBe('2026-08-28')
  })
})

const corpus = process.env.MULINT_CORPUS ?? '../shared'
const isHere = existsSync(`${corpus}/authorities/national-laws.jsonl`)
const isWanted = isHere || process.env.CI === 'true'

describe.skipIf(!isWanted)(`the gathering (MULINT_CORPUS, ${corpus})`, () => {
  const gathered = (file: string): { id: string; title: string; number?: string; url?: string }[] =>
    readFileSync(`${corpus}/authorities/${file}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
  const countOf = (...files: string[]) => records.filter(({ file }) => files.includes(file)).length

  test('is here whole', () => {
    const laws = gathered('national-laws.jsonl')
    const rules = gathered('department-rules.jsonl')
    const documents = gathered('normative-documents.jsonl')
    // Three rules stand in two of its lists; twenty-eight records came from an older one, and the
    // nine laws that 民法典第一千二百六十条 repeals are ours.
    const ours = 9
    expect(countOf(...RECORD_FILES)).toBe(
      laws.length + rules.length + documents.length - 3 + 28 + ours,
    )
    expect(countOf('laws.json', 'regulations.json') + 4).toBe(laws.length + ours)
    expect(index.length).toBe(gathered('state-council-index.jsonl').length)
  })

  test.each(['national-laws.jsonl', 'department-rules.jsonl'])('every id of %s', (file) => {
    const ids = new Set(records.map(({ record }) => record.id))
    expect(gathered(file).filter(({ id }) => !ids.has(id))).toEqual([])
  })

  test('every page of the index', () => {
    const plain = (address: string) => address.replace('https:', 'http:')
    const astray = gathered('state-council-index.jsonl').filter(
      ({ number = '', url = '' }) =>
        !authorities.byNumber(number).some((it) => it.sources.map(plain).includes(plain(url))),
    )
    expect(astray).toEqual([])
  })

  test('every number of normative-documents.jsonl and of the index', () => {
    const numbers = new Set([
      ...records.flatMap(({ record: { number, events = [] } }) => [
        number,
        ...events.map((event) => event.number),
      ]),
      ...index.map(({ number }) => number),
    ])
    const files = ['normative-documents.jsonl', 'state-council-index.jsonl']
    expect(files.flatMap(gathered).filter(({ number }) => number && !numbers.has(number))).toEqual(
      [],
    )
  })
})

function orders({ events = [] }: AuthorityRecord) {
  return events.flatMap((event) =>
    event.number === undefined ? [] : [{ ...event, number: event.number }],
  )
}

/** 主席令 are counted by term and 国务院令 without end; those of ministries may begin anew each year. */
function isYearly(number: string): boolean {
  return !/^(?:主席|国务院|国务院、中央军事委员会)令/u.test(number)
}

function datesOf(record: AuthorityRecord): string[] {
  const { events = [], versions = [], pending, repealed } = record
  const {
    date,
    published,
    effective,
    firstEffective,
    version,
    statusAsOf,
    supersededOn,
    snapshot,
  } = record
  return [
    ...[date, published, effective, firstEffective, version, statusAsOf, supersededOn, snapshot],
    ...[...events, ...versions, pending, repealed].map((it) => it?.date),
    ...[...versions, pending].map((it) => it?.effective),
  ].filter((it) => it !== undefined)
}

/** 2019, 2019-04 and 2019-04-03 are dates, 2019-02-29 is none. */
function isDate(text: string): boolean {
  const day = `${text}${'-01-01'.slice(text.length - 4)}`
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}

function twice(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at)
}
