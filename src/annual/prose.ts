import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Passage } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import { parseNumeral } from '../text/numeral.ts'
import type { Span } from '../text/span.ts'
import {
  ASIDE,
  type Clause,
  isUnbroken,
  originalSpan,
  type Plain,
  plainOf,
  sentencesOf,
} from './sentence.ts'
import { proseOf } from './texts.ts'
import { reportYear } from './year.ts'

/** What a figure in the prose of a report counts that a table of the report counts as well. */
export type Metric =
  /** 本年新收政府信息公开申请 */
  | 'received'
  /** 上年结转 */
  | 'carriedIn'
  /** 结转下年度继续办理 */
  | 'carriedOut'
  /** 行政复议 because of disclosure */
  | 'review'
  /** 行政诉讼 because of disclosure, of both kinds */
  | 'litigation'
  | 'licensing'
  | 'penalty'
  | 'coercion'
  /** 行政规范性文件 made in the year */
  | 'normativeDocs.made'
  /** 行政事业性收费 in 万元 */
  | 'fees'

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

// 1,471 · 15 · 一
const COUNT = String.raw`(?<n>(?<![\d.,])(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?![\d,.])|[〇零一二两三四五六七八九十百千]{1,7})`
/** Words that may stand between a noun and its figure. */
const IS = '(?:共计|合计|总计|总数|总量|数量|共|计|为|是|有|:){0,3}'
const CASES = '[件宗起份条](?!次)'
const DISCLOSURE =
  '(?:政府信息公开|政府信息依申请公开|依申请公开政府信息|依申请公开信息|依申请公开|信息公开)'
const OBJECT = '(?:依法|各类|有关|公众|群众|社会|提交|提出|的|了|有效|本年度?){0,4}'
const NEXT_YEAR = '(?:下一?年度?|次年度?|(?<next>20\\d{2})年度?)'
const LAST_YEAR = '(?:上一?年度?|去年|(?<last>20\\d{2})年度?)'
const OF_REQUESTS = `(?:继续)?(?:办理|处理|答复)?(?:的)?${DISCLOSURE}?(?:申请)?`
const OR = '(?:、|和|及|与|或者|或|以及)'

/** What has to hold for a figure besides its pattern. */
interface Sort {
  readonly metrics: readonly Metric[]
  /** The groups `n`, or `amount` and `unit`; none where the words say that there is nothing. */
  readonly pattern: RegExp
  /** What may stand before it in its clause besides the agency and the time. */
  readonly before?: RegExp
  /** What its sentence has to say up to here. */
  readonly after?: RegExp
  /** What its sentence must not say up to here. */
  readonly notAfter?: RegExp
  /** What its paragraph must not say anywhere. */
  readonly notBeside?: RegExp
  /** What must not follow in the sentence and the next, or stand in its brackets. */
  readonly notBefore?: RegExp
  /** A figure of the whole although 其中 stands before it. */
  readonly isWholeInPart?: true
}

const global = (source: string) => new RegExp(source, 'gu')

/** Another figure of requests in the same sentence, and words that one was handed on. */
const OTHER_FIGURE =
  /申请[^，]{0,12}\d[件宗份条起]|\d[件宗份条起][^，]{0,12}申请|转办|转来|转交|移交/u
// 其中上年结转2件 · （含上年结转2件）
const WITH_CARRIED =
  /(?:其中|含|包括|包含|加上).{0,40}(?:上年|上一年|去年|20\d{2}年度?结转|结转(?!(?:至|到|入)?(?:下|次|20)))|^[(](?:上年|上一年|去年).{0,8}结转|转办|转来|转交|移交|(?:另外?|还|又|再次)(?:收|接)到/u
const TOPIC = /(?:依申请|公开申请|申请公开|信息公开)/u
const OTHER_REQUESTS =
  /复议|诉讼|许可|审批|仲裁|救助|补贴|登记|认定|投诉|信访|援助|调解|建议|提案|案件|资金|项目|热线|留言|咨询/u
const PUBLISHED = /公开|公示|发布|公布|上传|录入|归集|报送|推送|更新|受理|网站|专栏|信息/u
const DISPUTE_WORDS =
  /依申请公开|政府信息公开|信息公开|因|由于|涉及|涉|发生|引起|引发|导致|产生|被|提起|申请|提出|类|相关|有关|案件|案|问题|而|了|过|有|出现|工作/gu
const CARRY_WORDS = /其中|另外|另|尚|还|有|剩余|其余|未办结的?|正在办理的?/gu
const NAMED = /名义|代拟|代为|起草|联合|备案|清理|废止|参与|提请|审核|审查/u

const SORTS: readonly Sort[] = [
  {
    // 全年新收政府信息公开申请17件
    metrics: ['received'],
    pattern: global(
      `(?:新收到?|收到)${OBJECT}${DISCLOSURE}${OBJECT}(?:申请|事项)(?:书|信息|事项|件)?${IS}${COUNT}${CASES}`,
    ),
    notAfter: OTHER_FIGURE,
    notBefore: WITH_CARRIED,
  },
  {
    // 收到申请公开政府信息的17件
    metrics: ['received'],
    pattern: global(
      `(?:新收到?|收到)${OBJECT}(?:申请公开(?:政府)?信息|政府信息申请|公开申请|申请)(?:事项|件)?${IS}${COUNT}${CASES}`,
    ),
    after: TOPIC,
    notAfter: new RegExp(`${OTHER_REQUESTS.source}|${OTHER_FIGURE.source}`, 'u'),
    notBefore: WITH_CARRIED,
  },
  {
    // 收到17件政府信息公开申请
    metrics: ['received'],
    pattern: global(`(?:新收到?|收到)(?:了)?${COUNT}${CASES}(?:的)?${DISCLOSURE}(?:的)?申请`),
    notAfter: OTHER_FIGURE,
    notBefore: WITH_CARRIED,
  },
  {
    // 受理政府信息公开申请17件
    metrics: ['received'],
    pattern: global(
      `受理${OBJECT}${DISCLOSURE}${OBJECT}申请(?:书|信息|事项|件)?${IS}${COUNT}${CASES}`,
    ),
    notBeside: /收到|接到|新收|接收/u,
    notAfter: OTHER_FIGURE,
    notBefore: WITH_CARRIED,
  },
  {
    // 办理政府信息公开申请18件，其中本年新收17件
    metrics: ['received'],
    pattern: global(`(?:本年度?|当年)?新收(?:到)?${DISCLOSURE}?(?:申请)?${IS}${COUNT}${CASES}`),
    before: /其中/gu,
    after: /公开申请|依申请公开/u,
    notAfter: OTHER_REQUESTS,
    isWholeInPart: true,
  },
  {
    metrics: ['carriedOut'],
    pattern: global(`结转(?:至|到|入)?${NEXT_YEAR}${OF_REQUESTS}${IS}${COUNT}${CASES}`),
    before: CARRY_WORDS,
    notAfter: OTHER_REQUESTS,
    isWholeInPart: true,
  },
  {
    // 1件结转下年度继续办理
    metrics: ['carriedOut'],
    pattern: global(`${COUNT}${CASES}(?:申请)?(?:需|将|则)?结转(?:至|到|入)?${NEXT_YEAR}`),
    before: CARRY_WORDS,
    notAfter: OTHER_REQUESTS,
    isWholeInPart: true,
  },
  {
    metrics: ['carriedIn'],
    pattern: global(
      `${LAST_YEAR}结转(?:至|到|入)?(?:本年度?|今年)?${OF_REQUESTS}${IS}${COUNT}${CASES}`,
    ),
    before: CARRY_WORDS,
    notAfter: OTHER_REQUESTS,
    isWholeInPart: true,
  },
  {
    metrics: ['carriedIn'],
    pattern: global(`结转${LAST_YEAR}${OF_REQUESTS}${IS}${COUNT}${CASES}`),
    before: CARRY_WORDS,
    notAfter: OTHER_REQUESTS,
    isWholeInPart: true,
  },
  ...(['行政复议', '行政诉讼'] as const).map((noun): Sort => {
    return {
      metrics: [noun === '行政复议' ? 'review' : 'litigation'],
      pattern: global(
        `${noun}(?:案件|案|申请)?${IS}${COUNT}[件起宗例](?!次|被|结果|维持|纠正|撤销|败诉|胜诉)`,
      ),
      before: DISPUTE_WORDS,
      after: /信息公开|依申请公开/u,
      notAfter: /受理|审理|办理|审结|办结|代理|应诉|收到.{0,12}行政复议|新增|新收/u,
      notBefore: /上年|结转|[一二再]审|应诉|另有|此外/u,
    }
  }),
  {
    // 行政复议、行政诉讼均为0件
    metrics: ['review', 'litigation'],
    pattern: global(
      `行政复议(?:案件|案)?${OR}(?:被?提起)?行政诉讼(?:案件|案)?(?:数量|总数|数)?(?:均|都|皆|各)?为?(?:0|零)[件起宗例]?(?=[${ASIDE}]*$)`,
    ),
    before: DISPUTE_WORDS,
    after: /信息公开|依申请公开/u,
    notAfter: /受理|审理|办理|审结|办结|代理|应诉/u,
  },
  ...disputeZeros(),
  ...decisions('行政许可', 'licensing', '(?:作出|做出|办理|办结|完成)', '(?:审批)?(?:事项)?'),
  ...decisions('行政处罚', 'penalty', '(?:作出|做出|实施|下达)', ''),
  ...decisions('行政强制', 'coercion', '(?:作出|做出|实施|下达)', ''),
  ...decisionZeros(),
  {
    metrics: ['normativeDocs.made'],
    pattern: global(
      `新?(?:制定|制发|出台)(?:并?(?:印发|发布|公开|公布))?(?:了|的)?(?:行政)?规范性文件${IS}${COUNT}[件份个部]`,
    ),
    notAfter: NAMED,
    notBefore: /名义|其中|联合/u,
  },
  {
    metrics: ['normativeDocs.made'],
    pattern: global(
      `新?(?:制定|制发|出台)(?:并?(?:印发|发布|公开|公布))?了?${COUNT}[件份个部](?:行政)?规范性文件`,
    ),
    notAfter: NAMED,
    notBefore: /名义|其中|联合/u,
  },
  {
    metrics: ['normativeDocs.made'],
    pattern: global(
      `(?:未|没有)新?(?:制定|制发|出台)(?:[、和或及](?:制发|出台|印发|发布))?(?:过|任何|新的)?(?:行政)?规范性文件(?=[${ASIDE}]*$)`,
    ),
    notAfter: NAMED,
    notBefore: /名义/u,
  },
  {
    metrics: ['fees'],
    pattern:
      /(?:收取|征收|收缴)?行政事业性收费(?:收入|总金额|金额|总额)?(?:共计|合计|总计|共|计|为|是|:|人民币){0,3}(?<amount>(?<![\d.,])(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?:\.\d{1,6})?)(?<unit>万元|亿元|元)/gu,
    notAfter: /减免|免征|降低|退还|减轻|公开|公示|信息/u,
    notBefore: /名义|代收|代征|上缴/u,
  },
  {
    metrics: ['fees'],
    pattern: global(`(?:未|没有)(?:收取|征收|产生|发生)(?:过|任何)?行政事业性收费(?=[${ASIDE}]*$)`),
    notAfter: /减免|免征|公示/u,
  },
  {
    metrics: ['received'],
    pattern: global(
      `(?:未|没有|未曾)(?:收到|接到|接收)(?:过|任何|公民|法人|和|或者?|、|其[他它]组织|提出|提交|的|有关|关于){0,10}(?:${DISCLOSURE}(?:的)?(?:申请|事项)(?:件|事项|信息|公开|的)?(?:情况)?|依申请公开)(?=$|、|和|[${ASIDE}]+$)`,
    ),
    isWholeInPart: true,
  },
  {
    metrics: ['carriedOut'],
    pattern: global(
      `(?:无|没有)(?:需要?)?结转(?:至|到|入)?${NEXT_YEAR}(?:继续)?(?:办理|处理)?(?:的)?${DISCLOSURE}?(?:申请|件|事项)?(?:情况)?(?=[${ASIDE}]*$)`,
    ),
    notAfter: OTHER_REQUESTS,
    isWholeInPart: true,
  },
  {
    metrics: ['carriedIn'],
    pattern: global(
      `(?:无|没有)(?:${LAST_YEAR}结转|结转上一?年度?)(?:的)?${DISCLOSURE}?(?:申请|件|事项)?(?:情况)?(?=[${ASIDE}]*$)`,
    ),
    notAfter: OTHER_REQUESTS,
    isWholeInPart: true,
  },
]

/** 未发生因政府信息公开引起的行政复议、行政诉讼 */
function disputeZeros(): readonly Sort[] {
  const lead =
    '(?:未|没有|无)(?:发生|出现|产生|引发|引起|存在|涉及|被|有)?(?:过|任何|一起)?(?:因|由于|由|涉及|针对|依申请公开|政府信息公开|政务公开|信息公开|工作|申请|事项|问题|而|引发|引起|导致|产生|提起|被|的|有关|相关|方面|答复){0,10}(?:(?:举报|投诉|申诉|信访|案件|、|和|及|或){1,6})?'
  const tail = `(?:${OR}(?:举报|投诉|申诉|信访|、){1,4})?(?:的)?(?:案件|案例|情况|事件|情形|问题|现象)?(?:发生|出现)?(?=[${ASIDE}]*$)`
  const second = '(?:被|提起|申请|因|引起|引发|的|政府信息公开|未发生|没有){0,4}'
  const both: Sort = {
    metrics: ['review', 'litigation'],
    pattern: global(`${lead}行政复议(?:案件|申请|案)?${OR}${second}行政诉讼(?:案件|案)?${tail}`),
    before: DISPUTE_WORDS,
    after: /信息公开|依申请公开/u,
    isWholeInPart: true,
  }
  const one = (noun: '行政复议' | '行政诉讼'): Sort => ({
    metrics: [noun === '行政复议' ? 'review' : 'litigation'],
    pattern: global(`${lead}${noun}(?:案件|申请|案)?${tail}`),
    before: DISPUTE_WORDS,
    after: /信息公开|依申请公开/u,
    isWholeInPart: true,
  })
  return [both, one('行政复议'), one('行政诉讼')]
}

/** 作出行政许可决定105件; 行政许可105件, where nothing says that it is about publishing them. */
function decisions(noun: string, metric: Metric, verb: string, kind: string): readonly Sort[] {
  const figure = `${IS}${COUNT}[件宗起](?!次)`
  const decided = '(?:处理决定|决定|处理)(?:数量|数)?'
  const notBefore = /其中.{0,20}(?:公开|公示)|不予|撤销/u
  return [
    {
      metrics: [metric],
      pattern: global(`${verb}(?:了|的)?${noun}${kind}(?:${decided})?${figure}`),
      notBefore,
    },
    { metrics: [metric], pattern: global(`${noun}${kind}${decided}${figure}`), notBefore },
    { metrics: [metric], pattern: global(`${noun}${figure}`), notAfter: PUBLISHED, notBefore },
  ]
}

/** 未作出行政处罚、行政强制决定 */
function decisionZeros(): readonly Sort[] {
  const noun = '行政(?:许可|处罚|强制)(?:决定|事项)?'
  return (
    [
      ['行政许可', 'licensing'],
      ['行政处罚', 'penalty'],
      ['行政强制', 'coercion'],
    ] as const
  ).map(([own, metric]) => ({
    metrics: [metric],
    pattern: global(
      `(?:未|没有)(?:作出|做出|办理|实施|发生)(?:过|任何)?(?:${noun}${OR}){0,2}${own}(?:决定|事项)?(?:${OR}${noun}){0,2}(?:的)?(?:决定|事项|情况|行为)?(?=[${ASIDE}]*$)`,
    ),
    notAfter: /公开|公示|发布/u,
  }))
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
