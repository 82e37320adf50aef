import type { ItemType, Limit, Profile } from '../src/authority/item-type.ts'
import { durationText, judge, limitText } from '../src/authority/limit.ts'
import { suggestion } from '../src/fix/edit.ts'
import type { DeadlineClause, Duration } from '../src/grammar/deadline.ts'
import {
  basisText,
  type JudgedDeadline,
  type JudgedItem,
  judgedDeadlines,
} from '../src/rule/deadlines.ts'
import { severityOf } from '../src/rule/items.ts'
import { isOnRequest } from '../src/rule/method.ts'
import { defineRule, type Evidence, type Severity } from '../src/rule/rule.ts'

export default defineRule({
  id: 'deadline-not-allowed',
  title: '时限不符合该事项法定要求',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十六条',
      gist: '主动公开的信息，自形成或者变更之日起20个工作日内公开；法律、法规另有规定的，从其规定。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第四十九条',
      gist: '部门每年1月31日前公布上一年度的政府信息公开工作年度报告，政府信息公开工作主管部门每年3月31日前公布本级政府的。',
    },
    {
      source: '中华人民共和国预算法',
      article: '第十四条',
      gist: '政府预算、决算批准后20日内公开，部门预算、决算批复后20日内公开；这里的20日是日历日。',
    },
    {
      source: '中华人民共和国政府采购法实施条例',
      article: '第四十三条、第五十条',
      gist: '中标、成交结果和采购合同自确定、签订之日起2个工作日内公告。',
    },
  ],
  why: '目录写明的时限就是对公众的承诺；承诺长于法定期限，照目录办也是违法。',
  how: '改为不超过法定上限的时限；法律、法规另有规定的，在“公开依据”中写明该规定。',
  messages: {
    tooLong: '公开时限“{actual}”超过上限“{limit}”（{basis}）。',
    tooLongForItem: '“{item}”的公开时限“{actual}”超过上限“{limit}”（{basis}）。',
    usuallyTooLong:
      '“{item}”的公开时限“{actual}”是自然日，一般长于上限“{limit}”（约{days}日），宜直接写“{limit}内”（{basis}）。',
    apart: '“{item}”应当与{event}同步公开（{basis}），通行的做法最迟{limit}，“{actual}”太长。',
    refused: '“{item}”的公开时限不得写“{actual}”，应当为“{expected}”（{basis}）。',
    late: '“{item}”的公开时限“{actual}”晚于法定日期，应当为“{expected}”（{basis}）。',
    tooShort: '“{item}”的{what}不得少于{limit}，“{actual}”太短（{basis}）。',
    usuallyTooShort: '“{item}”的{what}一般不少于{limit}，“{actual}”要说明缩短的理由（{basis}）。',
    tooNear: '“{item}”应当在{limit}前公开，“{actual}”太晚（{basis}）。',
    tooSeldom: '“{item}”应当{limit}，“{actual}”间隔太长（{basis}）。',
  },
  examples: {
    good: [
      {
        name: '二十个工作日以内，或者更短',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | 自该信息形成或者变更之日起20个工作日内 |
          | 2 | 行政处罚 | 处罚决定 | 决定作出之日起7个工作日内 |
          | 3 | 工作动态 | 动态信息 | 实时更新 |
        `,
      },
      {
        name: '28日以内与20个工作日不好比，不报',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | 信息形成之日起28日内 |
        `,
      },
      {
        name: '法定期限以内的各类事项；批复后20日是日历日',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 部门预算 | 预算报表 | 财政部门批复后20日内 |
          | 2 | 政府采购合同 | 合同文本 | 合同签订之日起2个工作日内 |
          | 3 | 征收土地公告 | 公告 | 收到征地批准文件之日起10个工作日内 |
          | 4 | 征地补偿安置公告 | 公告 | 公告时间不少于30日 |
          | 5 | 防空警报试鸣公告 | 公告 | 试鸣5日前发布 |
          | 6 | 饮用水安全状况 | 水质 | 每季度公开一次 |
          | 7 | 行政处罚决定 | 处罚结果 | 信息形成20个工作日内公开；其中行政处罚自作出决定之日起7个工作日内公示 |
          | 8 | 部门决算 | 决算报表 | 自信息形成之日起20个工作日内。法律、法规另有规定的，从其规定 |
        `,
      },
      {
        name: '预算管理的制度、依申请公开的事项，不照预算的期限',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 预算管理制度 | 制度 | 自信息形成之日起20个工作日内 | 主动公开 |
          | 2 | 会议纪要 | 纪要 | 自受理之日起30个工作日内 | 依申请公开 |
        `,
      },
      {
        name: '公示期是最短期限，不是公开时限',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策草案 | 征求意见稿 | 征求意见期限不少于30个工作日 |
        `,
      },
      {
        name: '年度报告写明法定日期或者更早',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开年报 | 年度报告 | 每年1月31日前 | 市教育局 |
          | 2 | 政府信息公开工作年度报告 | 本级政府年度报告 | 每年3月31日前 | 青溪县人民政府 |
          | 3 | 法治政府建设年度报告 | 年度报告 | 每年4月1日前 | 市教育局 |
        `,
      },
    ],
    bad: [
      {
        name: '超过条例的一般上限',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | 自该信息形成或者变更之日起⟦30个工作日内⟧ |
          | 2 | 政策文件 | 文件全文 | 制定或获取信息之日起⟦120个工作日内⟧ |
        `,
        says: [
          '公开时限“30个工作日内”超过上限“20个工作日”（《中华人民共和国政府信息公开条例》第二十六条）。',
          '公开时限“120个工作日内”超过上限“20个工作日”（《中华人民共和国政府信息公开条例》第二十六条）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | 自该信息形成或者变更之日起20个工作日内 |
          | 2 | 政策文件 | 文件全文 | 制定或获取信息之日起20个工作日内 |
        `,
      },
      {
        name: '年度报告没有写法定日期',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开年报 | 年度报告 | ⟦自该信息形成或者变更之日起20个工作日内⟧ | 市教育局 |
        `,
        says: [
          '“政府信息公开年报”的公开时限不得写“自该信息形成或者变更之日起20个工作日内”，应当为“每年1月31日前”（《中华人民共和国政府信息公开条例》第四十九条第一款）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开年报 | 年度报告 | 每年1月31日前 | 市教育局 |
        `,
      },
      {
        name: '部门年度报告晚于1月31日',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开工作年度报告 | 年度报告 | ⟦每年3月31日前⟧ | 市教育局 |
        `,
        says: [
          '“政府信息公开工作年度报告”的公开时限“每年3月31日前”晚于法定日期，应当为“每年1月31日前”（《中华人民共和国政府信息公开条例》第四十九条第一款）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开工作年度报告 | 年度报告 | 每年1月31日前 | 市教育局 |
        `,
      },
      {
        name: '各类事项各有期限',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 部门决算 | 决算报表 | 自该信息形成或者变更之日起⟦20个工作日内⟧ |
          | 2 | 征地补偿安置公告 | 公告 | ⟦公告10个工作日⟧ |
          | 3 | 防空警报试鸣公告 | 公告 | 试鸣⟦1日前⟧ |
          | 4 | 饮用水安全状况 | 水质 | ⟦每年⟧公布 |
          | 5 | 机构职能 | 职能、设置、地址 | 自信息形成之日起⟦30日内⟧ |
        `,
        says: [
          '“部门决算”的公开时限“20个工作日内”超过上限“20日（自然日）”（《中华人民共和国预算法》第十四条第二款）。',
          '“征地补偿安置公告”的公告时间不得少于30日，“公告10个工作日”太短（《中华人民共和国土地管理法》第四十七条）。',
          '“防空警报试鸣公告”应当在试鸣5日前公开，“1日前”太晚（《中华人民共和国人民防空法》第三十五条第三款）。',
          '“饮用水安全状况”应当至少每季度一次，“每年公布”间隔太长（《国务院关于印发水污染防治行动计划的通知》（国发〔2015〕17号）（二十四））。',
          '“机构职能”的公开时限“30日内”是自然日，一般长于上限“20个工作日”（约28日），宜直接写“20个工作日内”（《中华人民共和国政府信息公开条例》第二十六条）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 部门决算 | 决算报表 | 财政部门批复后20日内 |
          | 2 | 征地补偿安置公告 | 公告 | 公告时间不少于30日 |
          | 3 | 防空警报试鸣公告 | 公告 | 试鸣5日前发布公告 |
          | 4 | 饮用水安全状况 | 水质 | 每季度至少公开一次 |
          | 5 | 机构职能 | 职能、设置、地址 | 自该政府信息形成或者变更之日起20个工作日内 |
        `,
      },
      {
        name: '解读与文件脱节；征求意见的期限一般不少于30日',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策解读 | 解读材料 | 自该信息形成或者变更之日起⟦20个工作日内⟧ | 青溪县人民政府 |
          | 2 | 重大决策预公开 | 决策草案 | ⟦征求意见期限7日⟧ | 青溪县人民政府 |
        `,
        says: [
          '“政策解读”应当与政策文件公布同步公开（《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》（国办发〔2016〕80号）二），通行的做法最迟3个工作日，“20个工作日内”太长。',
          '“重大决策预公开”的公开征求意见期限一般不少于30日，“征求意见期限7日”要说明缩短的理由（《重大行政决策程序暂行条例》第十五条第一款）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策解读 | 解读材料 | 与政策文件同步公开，最迟不超过文件公开后3个工作日 | 青溪县人民政府 |
          | 2 | 重大决策预公开 | 决策草案 | 公开征求意见期限一般不少于30日 | 青溪县人民政府 |
        `,
      },
    ],
  },

  *check({ catalogue, authorities, profile: given }) {
    const { general } = authorities.itemTypes
    for (const deadline of judgedDeadlines(catalogue, authorities)) {
      const spoken = new Set<DeadlineClause>()
      for (const breach of breachesOf(deadline, given)) {
        if (spoken.has(breach.clause)) continue
        spoken.add(breach.clause)
        yield { ...told(breach, deadline), ...graded(breach) }
      }
      if (spoken.size === 0 && general !== undefined) yield* beyondAll(deadline, general)
    }
  },
})

/** A clause that breaks the limit of an item. */
interface Breach {
  readonly judged: JudgedItem
  readonly clause: DeadlineClause
  /** The part of the limit that it breaks; undefined where its form alone is wrong. */
  readonly limit: Limit | undefined
  readonly isUsual: boolean
  readonly severity: Severity
}

const RANKS: readonly Severity[] = ['error', 'warning', 'info']

/** The breaches of a cell, the gravest first. */
function breachesOf(
  { items, entries }: JudgedDeadline,
  given: Profile | undefined,
): readonly Breach[] {
  const asked = entries.every(isOnRequest)
  return items
    .filter(({ item }) => !(asked && item.by === 'none'))
    .flatMap((judged): Breach[] => {
      const { item, profile, outcome } = judged
      if (outcome.kind !== 'over' && outcome.kind !== 'refused') return []
      const isUsual = outcome.kind === 'over' && outcome.isUsual
      const isDoubtful = isUsual || isBare(outcome.clause)
      const severity = severityOf(item, given ?? profile)
      return [
        {
          judged,
          clause: outcome.clause,
          limit: outcome.kind === 'over' ? outcome.limit : undefined,
          isUsual,
          severity: isDoubtful && severity === 'error' ? 'warning' : severity,
        },
      ]
    })
    .sort((a, b) => RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity))
}

/** 30个工作日 that says neither from when nor 内 may be something else than a deadline. */
function isBare(clause: DeadlineClause): boolean {
  return clause.kind === 'relative' && clause.anchor.kind === 'none' && !clause.within
}

function graded({ judged: { item }, severity, isUsual, clause }: Breach) {
  const isNamed = item.by === 'name' || item.by === 'none'
  const hasEvent = clause.kind !== 'relative' || clause.anchor.kind !== 'none'
  const isSure = isNamed && hasEvent && !isUsual && item.type.confidence !== 'low'
  return { severity, certainty: isSure ? ('certain' as const) : ('likely' as const) }
}

function told(breach: Breach, deadline: JudgedDeadline) {
  const { judged, clause, limit, isUsual } = breach
  const { type, name: item } = judged.item
  const basis = basisText(type)
  const at = { passage: deadline.cell, span: spanOf(clause) }
  const expected = type.wording
  const shared = { at, expected: [expected], evidence: [evidenceOf(type)] }
  const rewritten = { ...shared, ...rewriting(breach, deadline) }
  const data = { item, basis, actual: 'term' in clause ? clause.term.text : clause.text }
  switch (limit?.kind) {
    case 'within':
      if (isUsual) {
        return {
          ...rewritten,
          message: 'usuallyTooLong',
          data: {
            ...data,
            limit: durationText(limit),
            days: Math.ceil(limit.amount / 5) * 7,
          },
        } as const
      }
      if (type.limit.kind === 'together') {
        const { event } = type.limit
        return {
          ...rewritten,
          message: 'apart',
          data: { ...data, event, limit: durationText(limit) },
        } as const
      }
      return limit.events === undefined && judged.item.by === 'none'
        ? ({
            ...shared,
            ...shortening(clause, deadline),
            message: 'tooLong',
            data: { actual: data.actual, limit: durationText(limit), basis },
          } as const)
        : ({
            ...rewritten,
            message: 'tooLongForItem',
            data: { ...data, limit: countedText(limit, clause) },
          } as const)
    case 'by-date':
      return { ...rewritten, message: 'late', data: { ...data, expected } } as const
    case 'notice':
      return {
        ...rewritten,
        message: limit.isUsual ? 'usuallyTooShort' : 'tooShort',
        data: { ...data, what: limit.what, limit: durationText(limit) },
      } as const
    case 'lead':
      return {
        ...rewritten,
        message: 'tooNear',
        data: { ...data, limit: `${limit.event}${durationText(limit)}` },
      } as const
    case 'rhythm':
      return {
        ...rewritten,
        message: 'tooSeldom',
        data: { ...data, actual: clause.text, limit: limitText(limit) },
      } as const
    default:
      return {
        ...rewritten,
        message: 'refused',
        data: { item, basis, actual: clause.text, expected },
        at: { passage: deadline.cell, span: clause.span },
      } as const
  }
}

/** 20日（自然日） beside 20个工作日, which looks like the same. */
function countedText(limit: Limit & Duration, clause: DeadlineClause): string {
  const isOtherwise =
    limit.unit === 'day' && clause.kind === 'relative' && clause.unit === 'workday'
  return isOtherwise ? `${durationText(limit)}（自然日）` : durationText(limit)
}

function spanOf(clause: DeadlineClause) {
  return 'term' in clause ? clause.term.span : clause.span
}

/** Writes the clause as the law has it, unless it speaks for other items as well. */
function rewriting({ judged: { item }, clause }: Breach, { cell, items }: JudgedDeadline) {
  const others = items.filter((other) => other.item.by !== 'content' && other.item !== item)
  if (others.length > 0 || item.by === 'content') return {}
  return { fix: suggestion(cell, clause.span, item.type.wording) }
}

/** Shortens the number to 20 working days and leaves all else. */
function shortening(clause: DeadlineClause, { cell }: JudgedDeadline) {
  if (clause.kind !== 'relative') return {}
  const { text, span } = clause.term
  const fixed = text.replace(/^.*?(?:工作日|小时|日|天|个?月|季度|周|星期|年)/u, '20个工作日')
  return { expected: [fixed], fix: suggestion(cell, span, fixed) }
}

function evidenceOf({ basis: [{ source, number }] }: ItemType): Evidence {
  return number === undefined ? { title: source } : { title: source, number }
}

/** Kinds of limits beside which the general one does not hold: they allow longer times. */
const LONGER: ReadonlySet<Limit['kind']> = new Set(['by-date', 'rhythm'])

/** What exceeds the general limit, although the types of its items set none of that kind. */
function* beyondAll({ cell, clauses, items, entries }: JudgedDeadline, general: ItemType) {
  if (entries.every(isOnRequest)) return
  if (items.some(({ item: { type } }) => LONGER.has(type.limit.kind) || isForApplicants(type)))
    return
  for (const clause of clauses) {
    const judgement = judge(clause, general)
    if (clause.kind !== 'relative' || judgement.kind !== 'over' || judgement.isUsual) continue
    if (judgement.limit.kind !== 'within') continue
    yield {
      message: 'tooLong',
      data: {
        actual: clause.term.text,
        limit: durationText(judgement.limit),
        basis: basisText(general),
      },
      at: { passage: cell, span: clause.term.span },
      ...shortening(clause, { cell, clauses, items, entries }),
      evidence: [evidenceOf(general)],
      ...(isBare(clause) && ({ severity: 'warning', certainty: 'likely' } as const)),
    } as const
  }
}

function isForApplicants({ limit }: ItemType): boolean {
  return limit.kind === 'within' && limit.event.includes('申请')
}
