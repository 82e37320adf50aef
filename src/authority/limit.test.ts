import { describe, expect, test } from 'vitest'
import { type DeadlineClause, findDeadlines } from '../grammar/deadline.ts'
import type { ItemType, Limit } from './item-type.ts'
import { durationText, type Judgement, judge, limitText } from './limit.ts'

const GENERAL: Limit = { kind: 'within', amount: 20, unit: 'workday', event: '信息形成或者变更' }
const BUDGET: Limit = {
  kind: 'within',
  amount: 20,
  unit: 'day',
  event: '财政部门批复',
  events: '批复|批准',
}
const LICENCE: Limit = {
  kind: 'within',
  amount: 7,
  unit: 'workday',
  event: '作出行政决定',
  events: '决定',
}
const ANSWER: Limit = {
  kind: 'within',
  amount: 20,
  unit: 'workday',
  event: '收到申请',
  events: '(收到|接到).{0,10}申请',
}
const REPORT: Limit = { kind: 'by-date', month: 1, day: 31 }
const NOTICE: Limit = { kind: 'notice', amount: 30, unit: 'day', what: '公告时间' }
const LEAD: Limit = { kind: 'lead', amount: 5, unit: 'day', event: '试鸣' }
const RHYTHM: Limit = { kind: 'rhythm', amount: 1, unit: 'quarter' }
const TOGETHER: Limit = {
  kind: 'together',
  event: '政策文件公布',
  otherwise: {
    kind: 'within',
    amount: 3,
    unit: 'workday',
    event: '政策文件公开',
    events: '文件.{0,4}公开',
  },
}
const PARTS: Limit = {
  kind: 'any',
  of: [
    { kind: 'notice', amount: 5, unit: 'workday', what: '公示期' },
    { kind: 'within', amount: 20, unit: 'workday', event: '信息形成或者变更' },
  ],
}

function typeOf(limit: Limit, more: Partial<ItemType> = {}): ItemType {
  return {
    id: 'some',
    name: '某类',
    priority: 50,
    match: { names: ['某类'] },
    limit,
    wording: '20个工作日内',
    severity: 'error',
    confidence: 'high',
    basis: [{ source: '某法', article: '第一条', gist: '', verification: 'text' }],
    good: ['20个工作日内'],
    bad: [],
    ...more,
  }
}

function only(text: string): DeadlineClause {
  const [clause, ...others] = findDeadlines(text)
  if (clause === undefined || others.length > 0) throw new Error(`${text}: not one clause`)
  return clause
}

describe('a clause held to a limit', () => {
  test.each<[Limit, string, Judgement['kind'], boolean?]>([
    // 同一种算法，比得清楚
    [GENERAL, '信息形成之日起20个工作日内', 'within'],
    [GENERAL, '信息形成之日起21个工作日内', 'over'],
    [GENERAL, '5个工作日内', 'within'],
    [BUDGET, '批复后20日内', 'within'],
    [BUDGET, '批复后21日内', 'over'],
    // 日历日与工作日
    [GENERAL, '信息形成之日起20日内', 'within'],
    [GENERAL, '信息形成之日起22日内', 'within'],
    [GENERAL, '信息形成之日起23日内', 'unknown'],
    [GENERAL, '信息形成之日起28日内', 'unknown'],
    [GENERAL, '信息形成之日起29日内', 'over', true],
    [GENERAL, '信息形成之日起一个月内', 'over', true],
    [GENERAL, '信息形成之日起3个月内', 'over', false],
    [LICENCE, '决定作出之日起7日内', 'within'],
    [LICENCE, '决定作出之日起14日内', 'unknown'],
    [LICENCE, '决定作出之日起15日内', 'over', true],
    [BUDGET, '批复后20个工作日内', 'over', false],
    [BUDGET, '批复后15个工作日内', 'unknown'],
    // 起算的事件
    [BUDGET, '信息形成或者变更之日起20个工作日内', 'over'],
    [BUDGET, '公示期满之日起20个工作日内', 'unknown'],
    [GENERAL, '公示期满之日起30个工作日内', 'unknown'],
    [ANSWER, '收到申请之日起20个工作日内', 'within'],
    [ANSWER, '收到申请之日起30个工作日内', 'over'],
    [ANSWER, '信息形成之日起30个工作日内', 'unknown'],
    [GENERAL, '收到申请之日起30个工作日内', 'unknown'],
    // 法律另有规定的，从其规定
    [BUDGET, '信息形成之日起20个工作日内，法律、法规另有规定的，从其规定', 'unknown'],
    [GENERAL, '信息形成之日起30个工作日内，法律、法规另有规定的，从其规定', 'over'],
    // 日期
    [REPORT, '每年1月31日前', 'within'],
    [REPORT, '每年1月15日前', 'within'],
    [REPORT, '每年2月1日前', 'over'],
    [REPORT, '每年2月30日前', 'unknown'],
    [REPORT, '20个工作日内', 'unknown'],
    // 最短的期限，方向相反
    [NOTICE, '公告时间不少于30日', 'within'],
    [NOTICE, '公告时间不少于45日', 'within'],
    [NOTICE, '公告10个工作日', 'over'],
    [NOTICE, '公告20个工作日', 'unknown'],
    [NOTICE, '信息形成之日起20个工作日内', 'unknown'],
    [LEAD, '试鸣7日前发布', 'within'],
    [LEAD, '试鸣1日前发布', 'over'],
    [LEAD, '试鸣5个工作日前发布', 'within'],
    // 周期
    [RHYTHM, '每月公布', 'within'],
    [RHYTHM, '每季度公开一次', 'within'],
    [RHYTHM, '每半年公布一次', 'over'],
    [RHYTHM, '20个工作日内', 'unknown'],
    // 同步
    [TOGETHER, '与政策文件同步发布', 'within'],
    [TOGETHER, '文件公开后3个工作日内', 'within'],
    [TOGETHER, '文件公开后5个工作日内', 'over'],
    // 几部分，合一个就行
    [PARTS, '公示期不少于5个工作日', 'within'],
    [PARTS, '公示3个工作日', 'over'],
    [PARTS, '信息形成之日起30个工作日内', 'over'],
    [PARTS, '信息形成之日起20个工作日内', 'within'],
  ])('%o: %s', (limit, text, kind, isUsual) => {
    const judgement = judge(only(text), typeOf(limit))
    expect(judgement.kind).toBe(kind)
    if (isUsual !== undefined) expect(judgement).toMatchObject({ isUsual })
  })

  test.each<[string, Judgement['kind'], Partial<ItemType>, boolean?]>([
    ['实时更新', 'within', { accepts: ['realtime'] }],
    ['实时更新', 'remark', { remarks: ['realtime'] }],
    ['实时更新', 'refused', { refuses: ['realtime'] }],
    ['实时更新', 'vague', {}],
    ['及时公开', 'vague', {}],
    ['按规定时限', 'vague', {}],
    ['长期公开', 'vague', {}],
    ['6个月', 'remark', {}],
    ['批准后公布', 'unknown', {}],
    ['每年底前', 'refused', { refuses: ['fixed-date'] }],
    ['每年底前', 'unknown', { refuses: ['fixed-date'] }, true],
    ['每三年更新', 'refused', { refuses: ['periodic'] }],
    ['每月更新', 'unknown', { refuses: ['periodic'] }],
    ['每三年更新', 'unknown', { refuses: ['periodic'] }, true],
    ['同上', 'unknown', {}],
    ['', 'unknown', {}],
  ])('%s is %s', (text, kind, more, isRecurring = false) => {
    expect(judge(only(text), typeOf(GENERAL, more), { isRecurring }).kind).toBe(kind)
  })

  test('a count of days is refused where the law names a day, unless another law goes first', () => {
    const type = typeOf(REPORT, { refuses: ['relative'] })
    expect(judge(only('信息形成之日起20个工作日内'), type).kind).toBe('refused')
    expect(judge(only('会议结束后20个工作日内'), type).kind).toBe('unknown')
    expect(judge(only('20个工作日内，另有规定的从其规定'), type).kind).toBe('unknown')
  })
})

test.each<[Limit, string]>([
  [GENERAL, '自信息形成或者变更之日起20个工作日内'],
  [REPORT, '每年1月31日前'],
  [NOTICE, '公告时间不少于30日'],
  [LEAD, '试鸣5日前'],
  [RHYTHM, '至少每季度一次'],
  [{ kind: 'rhythm', amount: 2, unit: 'month' }, '至少每2个月一次'],
  [TOGETHER, '与政策文件公布同步，最迟自政策文件公开之日起3个工作日内'],
  [{ kind: 'promptly' }, '及时'],
  [PARTS, '公示期不少于5个工作日，或者自信息形成或者变更之日起20个工作日内'],
])('%o is told as %s', (limit, text) => {
  expect(limitText(limit)).toBe(text)
})

test.each([
  [5, 'hour', '5小时'],
  [2, 'week', '2周'],
  [1, 'year', '1年'],
] as const)('%d %s', (amount, unit, text) => {
  expect(durationText({ amount, unit })).toBe(text)
})
