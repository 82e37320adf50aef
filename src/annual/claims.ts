import { ASIDE } from './sentence.ts'

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

/** One way of telling a figure, and what has to hold besides its pattern. */
export interface Sort {
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

/** The ways in which reports tell the figures that their tables count as well. */
export const SORTS: readonly Sort[] = [
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
