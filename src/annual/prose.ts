import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Passage } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import { parseNumeral } from '../text/numeral.ts'
import type { Span } from '../text/span.ts'
import { type Metric, SORTS, type Sort } from './claims.ts'
import {
  type Clause,
  isUnbroken,
  originalSpan,
  type Plain,
  plainOf,
  sentencesOf,
} from './sentence.ts'
import { proseOf } from './texts.ts'
import { reportYear } from './year.ts'

/** A figure that the prose gives for the whole year and the whole agency. */
export interface Mention {
  readonly metric: Metric
  readonly value: number
  /** How far the exact figure may lie from a rounded one: 0.05 for 1613.9万元; 0 for counts. */
  readonly slack: number
  readonly passage: Passage
  readonly span: Span
  /** `zero`: said in words, 未收到政府信息公开申请. */
  readonly kind: 'count' | 'zero'
}

/**
 * The figures of the prose that can be held against the tables. Only what is said in so many words
 * about the year and the agency of the report counts; a figure of a part, of a channel, of another
 * year or body is passed over, for a difference will be called an error.
 */
export function mentions(catalogue: Catalogue): readonly Mention[] {
  return catalogue.once(findMentions)
}

function findMentions(catalogue: Catalogue): readonly Mention[] {
  const year = reportYear(catalogue)
  const agency = withoutSpace(catalogue.agency ?? '')
  const figures = proseOf(catalogue).flatMap((passage) => readPassage(passage, { year, agency }))
  // 全系统收到38件 in one paragraph and 市局收到12件 in another
  const received = largestOf(figures.filter(({ metric }) => metric === 'received'))
  return figures.flatMap(({ isSound, ...mention }) => {
    const isLess = mention.metric === 'received' && mention.value < (received ?? 0)
    return isSound && !isLess ? [mention] : []
  })
}

/** A figure as the patterns find it. */
interface Figure extends Mention {
  /** Whether it is one of the whole year and of the agency itself. */
  readonly isSound: boolean
}

function largestOf(figures: readonly Figure[]): number | undefined {
  return figures.length === 0 ? undefined : Math.max(...figures.map(({ value }) => value))
}

interface Report {
  readonly year: number | undefined
  readonly agency: string
}

/** Words by which a figure is one of a part, of another time or of other bodies. */
const ELSEWHERE =
  /网络|网上|线上|线下|在线|信函|邮寄|邮件|邮箱|当面|现场|传真|窗口|同比|环比|往年|上半年|下半年|季度|月份|以来|近[两二三四五几]年|各[县区市乡镇街部单局委科处级]|乡镇|下属|所属|直属|系统|辖区|县区|区县|基层|企业|自然人|法人|科室/u
const PARTIAL = /其中|包括|包含|分别|例如|比如|涉及/u
const LAST = /(?:去年|上一?年度?)(?!.{0,3}结转)/u
const MONTH = /(?<!\d)(?:[1-9]|1[0-2])月/u
// 1月1日至12月31日 · 公民、法人和其他组织
const NOT_ELSEWHERE =
  /1月1日(?:起|0时)?(?:至|到|-|—|--|——|~|－)(?:20\d{2}年)?12月31日(?:止|24时)?|公民、法人(?:和|或|或者|及|以及|、)其[他它]组织|(?<=(?:截至|截止|截止到|至|到)(?:20\d{2}年)?)12月31日/gu

function readPassage(passage: Passage, report: Report): readonly Figure[] {
  if (!RELEVANT.test(passage.text)) return []
  const plain = plainOf(passage.text)
  const sentences = sentencesOf(plain)
  const says = once((words: RegExp) => words.test(plain.text))
  const found: Figure[] = []
  /** The last year that the paragraph spoke of. */
  let year: number | undefined
  let heading = ''
  for (const [at, { clauses }] of sentences.entries()) {
    // 依申请公开方面。 tells what the next sentences are about.
    const topic = heading
    let said = ''
    let isElsewhere = false
    let isPart = false
    for (const [index, clause] of clauses.entries()) {
      const following = () => followingText(clauses, index, sentences[at + 1]?.clauses)
      const context = { report, year, topic, said, isElsewhere, isPart, following, says }
      for (const figure of readClause(clause, passage, plain, context)) found.push(figure)
      const { text } = clause
      const words = text.replace(NOT_ELSEWHERE, '')
      isElsewhere ||= ELSEWHERE.test(words) || MONTH.test(words) || LAST.test(words)
      isPart ||= PARTIAL.test(words)
      year = yearsIn(words).at(-1) ?? year
      said = `${said}，${text}`.slice(-LONGEST_CONTEXT)
    }
    const [only, ...others] = clauses
    if (only !== undefined && others.length === 0 && HEADING.test(only.text)) heading = only.text
  }
  return withoutContradiction(found)
}

const RELEVANT = /申请|结转|复议|诉讼|行政许可|行政处罚|行政强制|规范性文件|行政事业性收费/u
const HEADING = /^[^\d]{2,20}$/u
const LONGEST_CONTEXT = 240
const LONGEST_BEFORE = 60

interface Context {
  readonly report: Report
  readonly year: number | undefined
  /** The heading that the sentence stands under. */
  readonly topic: string
  /** The sentence up to the clause. */
  readonly said: string
  readonly isElsewhere: boolean
  readonly isPart: boolean
  /** What follows the clause. */
  following(): string
  /** Whether the paragraph says something anywhere. */
  says(words: RegExp): boolean
}

function readClause(
  clause: Clause,
  passage: Passage,
  plain: Plain,
  context: Context,
): readonly Figure[] {
  const { text } = clause
  if (!RELEVANT_CLAUSE.test(text)) return []
  const found: Figure[] = []
  const sound = new Set<Metric>()
  for (const sort of SORTS) {
    for (const match of text.matchAll(sort.pattern)) {
      const span = {
        start: clause.start + match.index,
        end: clause.start + match.index + match[0].length,
      }
      const figure = figureOf(match)
      if (figure === undefined || !isUnbroken(plain, span)) continue
      const isSound = holds(sort, match, clause, context)
      for (const metric of sort.metrics) {
        // 新收政府信息公开申请17件 is read by more than one pattern.
        if (isSound && sound.has(metric)) continue
        if (isSound) sound.add(metric)
        found.push({ metric, ...figure, passage, span: originalSpan(plain, span), isSound })
      }
    }
  }
  return found
}

const RELEVANT_CLAUSE = /申请|收|结转|复议|诉讼|行政许可|行政处罚|行政强制|规范性文件/u

function figureOf({
  groups = {},
}: RegExpMatchArray): Pick<Mention, 'value' | 'slack' | 'kind'> | undefined {
  const { n, amount, unit } = groups
  if (amount !== undefined) return amountOf(amount, unit ?? '')
  if (n === undefined) return { value: 0, slack: 0, kind: 'zero' }
  const value = parseNumeral(n.replaceAll(',', ''))
  return value === undefined ? undefined : { value, slack: 0, kind: 'count' }
}

const IN_WAN: Readonly<Record<string, number>> = { 亿元: 10_000, 万元: 1, 元: 1 / 10_000 }

function amountOf(amount: string, unit: string): Pick<Mention, 'value' | 'slack' | 'kind'> {
  const scale = IN_WAN[unit] ?? 1
  const [, decimals = ''] = amount.split('.')
  const value = Number(amount.replaceAll(',', '')) * scale
  const slack = value === 0 ? 0 : (10 ** -decimals.length * scale) / 2
  return { value, slack, kind: 'count' }
}

function holds(
  sort: Sort,
  match: RegExpMatchArray,
  { text, asides }: Clause,
  context: Context,
): boolean {
  const { report, year, topic, said, isElsewhere, isPart, following } = context
  const before = text.slice(0, match.index)
  if (before.length > LONGEST_BEFORE) return false
  if (isElsewhere || (isPart && sort.isWholeInPart !== true)) return false
  const words = before.replace(NOT_ELSEWHERE, '')
  if (ELSEWHERE.test(words) || MONTH.test(words) || LAST.test(words)) return false
  const years = yearsIn(words)
  if ((years.length === 0 ? [year ?? report.year] : years).some((one) => one !== report.year))
    return false
  const { next, last } = match.groups ?? {}
  if (next !== undefined && Number(next) !== (report.year ?? 0) + 1) return false
  if (last !== undefined && Number(last) !== (report.year ?? 0) - 1) return false
  const whole = `${topic}，${said}，${text.slice(0, (match.index ?? 0) + match[0].length)}`
  if (sort.after !== undefined && !sort.after.test(whole)) return false
  if (sort.notAfter?.test(`${said}，${before}`)) return false
  if (sort.notBeside !== undefined && context.says(sort.notBeside)) return false
  if (sort.notBefore?.test(`(${asides}`) || sort.notBefore?.test(following())) return false
  return isOwn(sort.before ? words.replace(sort.before, '') : words, report)
}

const GOES_ON = /^(?:其中|含|包括|其余)|另|转[办来交]/u

/** The rest of the sentence, and the beginning of the next where it goes on about the same. */
function followingText(
  clauses: readonly Clause[],
  index: number,
  next: readonly Clause[] | undefined,
): string {
  const [first] = next ?? []
  const rest = clauses.slice(index + 1, index + 4)
  if (first !== undefined && GOES_ON.test(first.text.slice(0, LONGEST_BEFORE))) rest.push(first)
  return rest.map(({ text }) => text.slice(0, LONGEST_BEFORE)).join('，')
}

// 2025年 · 2025-2027年, but not 较2024年 and not 《2024年工作要点》
const YEAR = /(?<!较|比|同|〔|《[^》]{0,40})(?<year>20\d{2})年/gu

function yearsIn(text: string): readonly number[] {
  if (!text.includes('20')) return []
  return Array.from(text.slice(0, LONGEST_CONTEXT).matchAll(YEAR), ({ groups }) =>
    Number(groups?.year),
  )
}

const TIME_AND_MANNER =
  /20\d{2}年度?|截至|截止|自|从|到|至|年底|年末|底|末|\d{1,2}月\d{1,2}日|起|止|全年度?|本年度?|今年|年度内|年内|年度|期间|期内|报告期|统计期限|一年来|共计|总计|合计|一共|总共|共|总|依法|依规|及时|的|在|了|对|按|:|情况|方面|依申请公开|政府信息公开|信息公开|工作|通过各种渠道|通过各类渠道|社会公众|公众|群众|并|也|均|尚|且|但|同时|此外|另外|※|[一二三四五六]是|[一二三四五六七]、|\d\.|“|”/gu
// 我局 · 本机关
const OURSELVES =
  /(?:我|本)(?:单位|机关|部门|中心|街道|办事处|管委会|委员会|办公室|[局委办厅署院馆站队所镇乡])|全[局委厅]/gu
const OUR_REGION = /(?:我|全|本)(?<region>[省市州县区旗])/gu

/** Whether the words before a figure name nobody but the agency itself, and no part of its work. */
function isOwn(words: string, { agency }: Report): boolean {
  const region = /(?<region>[省市州县区旗])(?:人民)?政府$|(?<only>[省市州县区旗])$/u.exec(
    agency,
  )?.groups
  const letter = region?.region ?? region?.only
  const rest = words
    .replace(OUR_REGION, (whole, own: string) => (own === letter ? '' : whole))
    .replace(OURSELVES, '')
    .replace(TIME_AND_MANNER, '')
    .replace(/累计/gu, /20\d{2}年|全年|本年/u.test(words) ? '' : '累计')
  return rest === '' || isShortFor(rest, agency)
}

/** 市国动办 for 攀枝花市人民政府国防动员办公室: its letters are those of the name, in order. */
function isShortFor(short: string, name: string): boolean {
  let at = 0
  for (const letter of name) if (letter === short[at]) at++
  return at === short.length
}

/**
 * Figures of one thing that differ within a paragraph count different things, and what is less than
 * another may be a part of it.
 */
function withoutContradiction(figures: readonly Figure[]): readonly Figure[] {
  const largest = new Map<Metric, number>()
  const sound = new Map<Metric, Set<number>>()
  for (const { metric, value, isSound } of figures) {
    largest.set(metric, Math.max(value, largest.get(metric) ?? 0))
    if (isSound) sound.set(metric, (sound.get(metric) ?? new Set()).add(value))
  }
  return figures.map((figure) => {
    const { metric, value, isSound } = figure
    const isOnly = sound.get(metric)?.size === 1 && value === largest.get(metric)
    return { ...figure, isSound: isSound && isOnly }
  })
}

/** Asks each question once. */
function once<Question>(ask: (question: Question) => boolean): (question: Question) => boolean {
  const answers = new Map<Question, boolean>()
  return (question) => {
    const known = answers.get(question)
    const answer = known ?? ask(question)
    answers.set(question, answer)
    return answer
  }
}
