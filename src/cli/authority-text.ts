import type { Action, Authority, Confidence, Event } from '../authority/authority.ts'
import type { Authorities } from '../authority/registry.ts'
import { type Ended, editionOn, endOf, standingOn } from '../authority/status.ts'
import { inMarks } from '../rule/titles.ts'

const DEGREES: Readonly<Record<Confidence, string>> = {
  high: '高，出自制定机关，或者有两份独立的文本',
  medium: '中，出自一份外部文本，或者是编者所知',
  low: '低，编者拿不准',
}

const DEGREE_NAMES: Readonly<Record<Confidence, string>> = { high: '高', medium: '中', low: '低' }

/** As many articles with items as fit on a line or two. */
const MOST_ARTICLES = 12

/** What is to be told of an authority: on which day, and where to look up what it names. */
export interface Asked {
  readonly day: string
  readonly authorities: Authorities
}

/** Everything that is known of an authority, line by line. */
export function authorityLines(authority: Authority, asked: Asked): readonly string[] {
  const { title, kind, category, issuer, number, aliases, notes = [] } = authority
  const { commonMisquotes = [], sourceNote, sources, confidence } = authority
  const named = category === undefined ? kind : `${kind}（${category}）`
  const misquotes = commonMisquotes.map(
    ({ wrong, note }) => `“${wrong}”${note === undefined ? '' : `：${note}`}`,
  )
  return [
    title,
    field('种类', named),
    field('制定机关', issuer),
    field('文号', number),
    ...fields('又称', aliases),
    field('状态', standingText(authority, asked)),
    field('当日文本', editionText(authority, asked.day)),
    field('施行', commencementText(authority)),
    field('条文', articlesText(authority)),
    ...fields('其他文本', versionTexts(authority)),
    ...fields('沿革', historyLines(authority, asked)),
    ...fields('常见误引', misquotes),
    ...fields('备注', notes),
    ...fields('来源', [...(sourceNote === undefined ? [] : [sourceNote]), ...sources]),
    field('可信程度', DEGREES[confidence]),
  ].flatMap((line) => line ?? [])
}

/** The authority in two lines, with the events that are asked for. */
export function shortLines(
  authority: Authority,
  asked: Asked,
  isAsked: (event: Event) => boolean,
): readonly string[] {
  const { title, kind, number, date, events } = authority
  const shown = events.some(isAsked) ? events.filter(isAsked) : events.slice(0, 1)
  const facts = [
    kind,
    ...(number === undefined
      ? []
      : [`${number}${date === undefined ? '' : `，${dateText(date)}`}`]),
    ...shown.map((event) => eventText(event)),
    standingText(authority, asked),
  ]
  return [title, `  ${facts.join('；')}`]
}

function field(label: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `  ${label}：${text}`
}

function fields(label: string, texts: readonly string[]): readonly string[] {
  const [first] = texts
  if (first === undefined) return []
  return texts.length === 1
    ? [`  ${label}：${first}`]
    : [`  ${label}：`, ...texts.map((text) => `    ${text}`)]
}

/** How it stands on the day that is asked for, and what is known to come. */
/** How an authority stands on the day that is asked for. */
export function standingText(authority: Authority, { day, authorities }: Asked): string {
  const standing = standingOn(authority, day)
  switch (standing.state) {
    case 'in-force':
      return `${day}有效${[checkedText(authority, day), ...comingTexts(authority, authorities)].join('')}`
    case 'not-yet':
      return hasCommencement(authority, standing.since)
        ? `${day}还没有施行，自${standing.since}起施行`
        : `${day}还没有公布，${standing.since}才公布`
    case 'unknown':
      return unknownText(authority, day)
    default:
      return endText(standing, authorities)
  }
}

function checkedText({ statusAsOf, statusConfidence }: Authority, day: string): string {
  const degree = degreeText(statusConfidence)
  if (statusAsOf === undefined) return degree
  return day > statusAsOf ? `（核对到${statusAsOf}，此后的变动不掌握）${degree}` : degree
}

/** What will end it or change it whole. Asked only of one that is in force. */
function comingTexts(authority: Authority, authorities: Authorities): readonly string[] {
  const { pending } = authority
  const end = endOf(authority)
  return [
    ...(end === undefined ? [] : [`；以后：${endText(end, authorities)}`]),
    ...(pending === undefined
      ? []
      : [`；${pending.date}修订的文本自${pending.effective ?? '尚未写明的日期'}起施行`]),
  ]
}

function unknownText({ status, statusAsOf = '核对时' }: Authority, day: string): string {
  if (status === undefined) return '没有核对过是否有效'
  if (status === '未列入现行名录') return `${statusAsOf}的现行名录里没有，何时废止没有查到`
  return `${status}，${day}是否有效不能确定`
}

function endText(end: Ended, authorities: Authorities): string {
  const degree = degreeText(end.confidence)
  switch (end.state) {
    case 'repealed':
      return `${dateText(end.since)}废止${byText(end.by, authorities)}${degree}`
    case 'superseded':
      return `${dateText(end.since)}被${namedText(end.by, authorities)}替代${degree}`
    default:
      return end.annual
        ? `年度文件，${lastYear(end.since)}年度已过`
        : `题名写明的期限到${lastYear(end.since)}年，已经届满${degree}`
  }
}

/** The year before the 1 January on which something has expired. */
function lastYear(since: string): number {
  return Number(since.slice(0, 4)) - 1
}

function byText(by: string | undefined, authorities: Authorities): string {
  return by === undefined ? '' : `，依据${namedText(by, authorities)}`
}

/** A title in title marks, a number with the title it belongs to; anything else as it stands. */
function namedText(name: string, authorities: Authorities): string {
  if (authorities.byTitle(name).length > 0) return inMarks(name)
  const [only, ...more] = authorities.byNumber(name)
  return only === undefined || more.length > 0 ? name : `${inMarks(only.title)}（${name}）`
}

/** A date as a person writes one of this exactness: 2020年, 2020年5月, 2020-05-12. */
function dateText(date: string): string {
  const [year, month, day] = date.split('-')
  if (day !== undefined) return date
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`
}

function hasCommencement({ effective, firstEffective }: Authority, day: string): boolean {
  return day === effective || day === firstEffective
}

function commencementText({ effective, firstEffective }: Authority): string | undefined {
  if (effective === undefined) return firstEffective
  return firstEffective === undefined || firstEffective === effective
    ? effective
    : `${effective}（现行文本），首次施行${firstEffective}`
}

/** Which whole text was in force on a day, where a later one is known. */
function editionText(authority: Authority, day: string): string | undefined {
  const edition = editionOn(authority, day)
  if (edition === undefined || edition === editionOn(authority, '9999-12-31')) return undefined
  const amendments = authority.events.filter(
    ({ action, date = '9999' }) => action === '修正' && date >= (edition.date ?? '') && date <= day,
  )
  const { date = '', action, number } = edition
  const amended = amendments.length === 0 ? '' : `，其后修正${amendments.length}次`
  return `${dateText(date)}${action}${number === undefined ? '' : `（${number}）`}${amended}`
}

function versionTexts({ versions = [], pending }: Authority): readonly string[] {
  return [...versions, ...(pending ? [pending] : [])].map(({ date, effective, articles }) =>
    [
      `${dateText(date)}文本`,
      ...(articles === undefined ? [] : [`共${articles}条`]),
      ...(effective === undefined ? [] : [`${effective}起施行`]),
    ].join('，'),
  )
}

function articlesText(authority: Authority): string | undefined {
  const { articles, articlesConfidence, version, items = {}, paragraphs = {} } = authority
  const counts = [
    ...(articles === undefined ? [] : [`共${articles}条${degreeText(articlesConfidence)}`]),
    ...countsText(items, '项'),
    ...countsText(paragraphs, '款'),
  ]
  if (counts.length === 0) return undefined
  return `${counts.join('；')}${version === undefined ? '' : `（${dateText(version)}文本）`}`
}

function countsText(counts: Readonly<Record<string, number>>, unit: string): readonly string[] {
  const all = Object.entries(counts)
  if (all.length === 0) return []
  const shown = all
    .slice(0, MOST_ARTICLES)
    .map(([article, count]) => `${ordinal(article)}${count}${unit}`)
  return [`${shown.join('、')}${all.length > MOST_ARTICLES ? `等${all.length}条有${unit}` : ''}`]
}

/** 20 is 第20条, 120之2 is 第120条之2. */
function ordinal(article: string): string {
  const [main, ...rest] = article.split('之')
  return [`第${main}条`, ...rest].join('之')
}

function historyLines(authority: Authority, { authorities }: Asked): readonly string[] {
  const { events, date, published, number, repealed } = authority
  const isDocument = events.length === 0 && date !== undefined
  return [
    ...(isDocument ? [`${dateText(date)} 成文${number === undefined ? '' : `，${number}`}`] : []),
    ...(published === undefined ? [] : [`${published} 上网`]),
    ...events.map(eventText),
    ...(repealed === undefined
      ? []
      : [
          `${dateText(repealed.date)} 废止${byText(repealed.by, authorities)}${degreeText(repealed.confidence)}`,
        ]),
  ]
}

const PASSED: ReadonlySet<Action> = new Set(['公布', '修订', '修正'])

function eventText(event: Event): string {
  const { date, action, nth, number, term, body, by, adopted, confidence } = event
  const facts = [
    `${date === undefined ? '日期不详' : dateText(date)} ${action}${nth === undefined ? '' : `（第${nth}次）`}`,
    ...(adopted && PASSED.has(action) ? ['日期是通过之日'] : []),
    ...(number === undefined
      ? []
      : [`${number}${term === undefined ? '' : `（${term}）`}${degreeText(confidence)}`]),
    ...(body === undefined ? [] : [body]),
    ...(by === undefined ? [] : [`依据${inMarks(by)}`]),
  ]
  return facts.join('，')
}

function degreeText(confidence: Confidence | undefined): string {
  return confidence === undefined || confidence === 'high'
    ? ''
    : `（可信程度${DEGREE_NAMES[confidence]}）`
}
