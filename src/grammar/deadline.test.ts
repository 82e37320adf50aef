import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withoutSpace } from '../text/normalise.ts'
import {
  type DeadlineClause,
  type Duration,
  findDeadlines,
  surelyLonger,
  surelyWithin,
  type Unit,
} from './deadline.ts'

const formed = { kind: 'relative', anchor: { kind: 'formed', linked: true } }
const unanchored = { kind: 'relative', anchor: { kind: 'none' } }
const since = (text: string) => ({ kind: 'relative', anchor: { kind: 'event', text } })
const workdays = (amount: number) => ({ amount, unit: 'workday' })
const days = (amount: number) => ({ amount, unit: 'day' })
const months = (amount: number) => ({ amount, unit: 'month' })

test.each<[string, object]>([
  // 自形成、变更之日起
  ['自该政府信息形成或者变更之日起20个工作日内', { ...formed, ...workdays(20), within: true }],
  ['自信息形成或变更之日起二十个工作日内予以公开', { ...formed, ...workdays(20) }],
  ['信息形成之日起２０个工作日内', { ...formed, ...workdays(20) }],
  ['自产生之日起20个工作日以内', { ...formed, ...workdays(20), within: true }],
  ['制定或获取扶持政策措施之日起10个工作日之内', { ...formed, ...workdays(10), within: true }],
  ['自制作或获取该信息之日起20个工作日内公开', formed],
  ['信息获取（形成、变更）之日起20个工作日内', formed],
  ['信息发生变更之日起20个工作日内', formed],
  ['信息形成后，应当在7个工作日内公开', { ...formed, ...workdays(7) }],
  ['最晚自信息产生后的30日内公开', { ...formed, ...days(30), surplus: { text: '的' } }],
  ['20个工作日（自信息形成或者变更之日起）', { ...formed, ...workdays(20), within: false }],
  ['形成之日起3个月内', { ...formed, ...months(3) }],
  ['形成或者变更之日起一个季度内', { ...formed, amount: 1, unit: 'quarter' }],
  ['信息形成（变更）20个工作日内', { anchor: { kind: 'formed', linked: false } }],
  ['自信\n息形 成之\u3000日起10 个 工\u200b作日内', { ...formed, ...workdays(10) }],

  // 其他起算点
  ['自收到申请之日起20个工作日内公开', { anchor: { kind: 'application', text: '收到申请' } }],
  ['接到政府信息公开申请之日起20个工作日内', { anchor: { kind: 'application' } }],
  ['收到征地批准文件之日起10个工作日内', since('收到征地批准文件')],
  ['财政部门批复后20日内', { ...since('财政部门批复'), ...days(20) }],
  ['信息批复之日起20个工作日内', since('信息批复')],
  ['行政处罚决定形成之日起20个工作日内', since('行政处罚决定形成')],
  ['自然灾害发生后2小时内', { ...since('自然灾害发生'), amount: 2, unit: 'hour' }],
  ['自2025年1月1日起20日内', { ...since('2025年1月1日'), ...days(20) }],
  ['每季度结束后15个自然日内', { ...since('每季度结束'), ...days(15) }],
  ['公示期满后5个工作日内', { ...since('公示期满'), ...workdays(5) }],
  ['检查结果作出之日起的7个工作日内', { ...since('检查结果作出'), surplus: { text: '的' } }],
  ['政策文件公开后3个工作日', { ...since('政策文件公开'), within: false }],
  ['最迟不超过文件公开后3个工作日', { ...since('文件公开'), within: true }],

  // 没有起算点
  ['20个工作日内', { ...unanchored, ...workdays(20), within: true }],
  ['20工作日', { ...unanchored, ...workdays(20), within: false }],
  ['30天内', { ...unanchored, ...days(30) }],
  ['半个月内', { ...unanchored, ...days(15) }],
  ['一周内', { ...unanchored, amount: 1, unit: 'week' }],
  ['3至5个工作日内', { ...unanchored, ...workdays(5) }],
  ['公开时限为20个工作日内', { ...unanchored, ...workdays(20) }],
  ['20个工作日内及时公开', { ...unanchored, notes: [{ kind: 'timely', text: '及时' }] }],
  ['与文件同步发布，最迟不超过3个工作日', { ...unanchored, notes: [{ kind: 'sync' }] }],

  // 固定日期
  ['每年1月31日前', { kind: 'fixed-date', year: 'every', month: 1, day: 31, possible: true }],
  ['每年四月一日之前', { kind: 'fixed-date', year: 'every', month: 4, day: 1 }],
  ['次年3月底前', { kind: 'fixed-date', year: 'next', month: 3, day: 31 }],
  ['2025年12月31日前', { kind: 'fixed-date', year: 2025, month: 12, day: 31 }],
  ['6月底前', { kind: 'fixed-date', year: undefined, month: 6, day: 30 }],
  ['每年底前', { kind: 'fixed-date', year: 'every', month: 12, day: 31 }],
  ['年底前', { kind: 'fixed-date', year: undefined, month: 12, day: 31 }],
  ['2月30日前', { kind: 'fixed-date', possible: false }],
  ['每年1月31日前公开上一年度报告', { kind: 'fixed-date', term: { text: '每年1月31日前' } }],

  // 周期
  ['每季度公开一次', { kind: 'periodic', ...months(3) }],
  ['半年至少更新1次', { kind: 'periodic', ...months(6) }],
  ['按年公开', { kind: 'periodic', ...months(12) }],
  ['每三年更新', { kind: 'periodic', ...months(36) }],
  ['一年两次', { kind: 'periodic', ...months(6) }],
  ['每周更新', { kind: 'periodic', ...days(7) }],
  ['每个工作日更新', { kind: 'periodic', ...workdays(1) }],
  ['每月10日前公布', { kind: 'periodic', ...months(1) }],

  // 没有数字
  ['实时更新', { kind: 'realtime' }],
  ['动态更新', { kind: 'realtime' }],
  ['按进展情况及时公开', { kind: 'timely' }],
  ['第一时间', { kind: 'timely' }],
  ['长期公开（动态调整）', { kind: 'longterm', notes: [{ kind: 'realtime' }] }],
  ['6个月', { kind: 'longterm', duration: months(6) }],
  ['自公开之日起保留1年', { kind: 'longterm', duration: { amount: 1, unit: 'year' } }],
  ['与规范性文件同步发布', { kind: 'sync', event: { text: '规范性文件' } }],
  ['随采购公告、采购文件公开', { kind: 'event', event: { text: '采购公告、采购文件' } }],
  ['规划批准后公布', { kind: 'event', event: { text: '规划批准' } }],
  ['作出决定后及时公告', { kind: 'timely', notes: [{ kind: 'event' }] }],
  ['按规定时限', { kind: 'by-rule' }],
  ['法律、法规另有规定的，从其规定', { kind: 'by-rule' }],
  ['同上', { kind: 'ditto' }],
  ['〃', { kind: 'ditto' }],
  ['同“部门预算”', { kind: 'ditto' }],
  ['', { kind: 'empty' }],
  [' \n', { kind: 'empty' }],
  ['——', { kind: 'empty' }],
  ['市教育局', { kind: 'unknown' }],
  ['24小时公开', { kind: 'unknown' }],

  // 至少多久，而不是至多多久
  ['公示不少于7个工作日', { kind: 'min-notice', ...workdays(7), notice: { text: '公示' } }],
  ['公开征求意见期限一般不少于30日', { kind: 'min-notice', ...days(30) }],
  ['公示7个工作日', { kind: 'min-notice', ...workdays(7) }],
  ['公示期7至15日', { kind: 'min-notice', ...days(7) }],
  ['征求意见期限不得少于30…', { kind: 'min-notice', ...days(30), unitMissing: true }],
  ['试鸣5日前发布', { kind: 'min-lead', ...days(5), event: { text: '试鸣' } }],
  ['不晚于采购活动开始前30日', { kind: 'min-lead', ...days(30), event: { text: '采购活动开始' } }],
  ['提前一周', { kind: 'min-lead', amount: 1, unit: 'week' }],
  // 方向相反或不明，宁可不认
  ['公示不超过7日', { kind: 'unknown' }],
  ['采购活动开始前30日内', { kind: 'unknown' }],
  ['5日后公开', { kind: 'event' }],
])('%j 是一句', (text, expected) => {
  const clauses = findDeadlines(text)
  expect(clauses).toMatchObject([expected])
  expectToLeadBack(text, clauses)
})

test.each<[string, object[]]>([
  [
    '信息形成之日起10个工作日内，公示7个工作日',
    [
      { kind: 'relative', text: '信息形成之日起10个工作日内' },
      { kind: 'min-notice', text: '公示7个工作日' },
    ],
  ],
  ['20个工作日内公开并公示7日', [{ kind: 'relative' }, { kind: 'min-notice', ...days(7) }]],
  [
    '清单、计划：自形成或者变更之日起20个工作日内；结果：检查结果作出之日起7个工作日内',
    [
      { ...formed, label: { text: '清单、计划' }, ...workdays(20) },
      { ...since('检查结果作出'), label: { text: '结果' }, ...workdays(7) },
    ],
  ],
  [
    '处罚决定：7个工作日内，其他：20个工作日内',
    [
      { label: { text: '处罚决定' }, ...workdays(7) },
      { label: { text: '其他' }, ...workdays(20) },
    ],
  ],
  [
    '信息形成20个工作日内公开；其中行政许可事项应自作出决定之日起7个工作日内公示',
    [{ ...workdays(20) }, { ...since('作出决定'), label: { text: '行政许可事项' } }],
  ],
  [
    '1.除处罚决定外：长期公开；2.处罚决定：20个工作日内',
    [
      { kind: 'longterm', label: { text: '除处罚决定外' } },
      { kind: 'relative', label: { text: '处罚决定' } },
    ],
  ],
  [
    '①信息形成之日起20个工作日内②收到申请之日起20个工作日内',
    [{ anchor: { kind: 'formed' } }, { anchor: { kind: 'application' } }],
  ],
  ['1.20个工作日内\n2.7日内', [workdays(20), days(7)]],
  [
    '最迟5小时内发布权威信息，24小时内举行新闻发布会',
    [
      { ...unanchored, amount: 5 },
      { ...unanchored, amount: 24 },
    ],
  ],
  [
    '7个工作日内；其他信息及时公开',
    [{ kind: 'relative' }, { kind: 'timely', text: '其他信息及时公开' }],
  ],
  ['每年1月底前、7月底前', [{ month: 1 }, { month: 7 }]],
  ['20个工作日内。及时更新。', [{ kind: 'relative', notes: [{ kind: 'timely' }] }]],
  ['20个工作日内。可链接至省级平台。', [{ kind: 'relative', notes: [] }]],
  ['公开时限：20个工作日内', [{ text: '20个工作日内' }]],
])('%j 分句', (text, expected) => {
  const clauses = findDeadlines(text)
  expect(clauses).toMatchObject(expected)
  expectToLeadBack(text, clauses)
})

test('the name of the column is no label', () => {
  expect(findDeadlines('公开时限：20个工作日内')[0]).not.toHaveProperty('label')
})

test.each([
  '自信息形成之日起20个工作日内。法律、法规对政府信息公开的期限另有规定的，从其规定。',
  '自信息形成之日起20个工作日内（法律法规另有规定的除外）',
  '自信息形成之日起（法律另有规定的除外）20个工作日内',
  '除法律、法规另有规定外，自信息形成之日起20个工作日内',
  '自信息形成之日起20个工作日内公开；有规定的从其规定',
])('%j 只是一句，另有规定不算', (text) => {
  const clauses = findDeadlines(text)
  expect(clauses).toMatchObject([{ ...formed, ...workdays(20), unlessOtherwise: true, notes: [] }])
  expectToLeadBack(text, clauses)
})

test('the tail belongs to the clause before it', () => {
  const clauses = findDeadlines('处罚：7日内，法律另有规定的除外；其他：20日内')
  expect(clauses.map(({ unlessOtherwise }) => unlessOtherwise)).toEqual([true, false])
})

test.each([
  ['自行成或变更之日起20个工作日', '行成', '形成'],
  ['自该信息形式或者变更之日起20个工作日内', '形式', '形成'],
  ['自该信息形成或者便更之日起20个工作日内', '便更', '变更'],
  ['信息产升之日起20个工作日内', '产升', '产生'],
  ['信息形成或都变更之日起20个工作日内', '或都', '或者'],
  ['信息形成个20个工作日内公开', '形成个', '形成'],
  ['自信息形成或者变更之日20个工作日内', '之日', '之日起'],
  ['信息形成之日期20个工作日内', '之日期', '之日起'],
  ['批准后20内', '20内', '20日内'],
  ['信息形成之日起20个工作内', '20个工作内', '20个工作日内'],
  ['信息形成之日起20个工作日日内', '20个工作日日内', '20个工作日内'],
  ['信息形成后，20个工作日内公开内公开', '公开内公开', '公开'],
  ['信息形成之日起20个工作日内内公开', '内内', '内'],
  ['信息形成之日起20个工作日内予以公', '予以公', '予以公开'],
  ['信息行 成或变更之日20日内', '行成或变更之日', '形成或变更之日起'],
])('%j 写错了', (text, actual, expected) => {
  const [clause] = findDeadlines(text)
  expect(clause).toMatchObject({ kind: 'relative', misspelt: { actual, expected } })
  expectToLeadBack(text, clause ? [clause] : [])
})

test.each([
  '信息批复之日起20个工作日内',
  '信息发生之日起20个工作日内',
  '信息确定之日起20个工作日内',
  '信息生成或变更之日起20个工作日内',
  '信息获得或变动之日起20个工作日内',
  '信息签定或变更之日起20个工作日内',
  '信息发布之日起20个工作日内',
  '信息审批或变更之日起20个工作日内',
  '名单调整、产品变更之日起20个工作日内',
  '合同变更、生效之日起20个工作日内',
  '制定或获取指南之日起10个工作日内',
  '信息形成、更新之日起20个工作日内向社会公布',
  '信息形成20个工作日内',
  '信息形成之日起20个工作日',
  '检查结果作出之日起的7个工作日内',
])('%j 没有写错', (text) => {
  expect(findDeadlines(text)[0]).not.toHaveProperty('misspelt')
})

describe('durations', () => {
  const LIMIT_20_WORKDAYS: Duration = { amount: 20, unit: 'workday' }

  test.each<[number, Unit, 'within' | 'longer' | 'unsure', Duration]>([
    [20, 'workday', 'within', LIMIT_20_WORKDAYS],
    [21, 'workday', 'longer', LIMIT_20_WORKDAYS],
    [120, 'workday', 'longer', LIMIT_20_WORKDAYS],
    [20, 'day', 'within', LIMIT_20_WORKDAYS],
    [22, 'day', 'within', LIMIT_20_WORKDAYS],
    [23, 'day', 'unsure', LIMIT_20_WORKDAYS],
    [30, 'day', 'unsure', LIMIT_20_WORKDAYS],
    [37, 'day', 'unsure', LIMIT_20_WORKDAYS],
    [38, 'day', 'longer', LIMIT_20_WORKDAYS],
    [24, 'hour', 'within', LIMIT_20_WORKDAYS],
    [2, 'week', 'within', LIMIT_20_WORKDAYS],
    [1, 'month', 'unsure', LIMIT_20_WORKDAYS],
    [2, 'month', 'longer', LIMIT_20_WORKDAYS],
    [1, 'quarter', 'longer', LIMIT_20_WORKDAYS],
    [1, 'year', 'longer', LIMIT_20_WORKDAYS],
    // 预算法第十四条: 20 working days always have three weekends among them.
    [20, 'workday', 'longer', { amount: 20, unit: 'day' }],
    [19, 'workday', 'unsure', { amount: 20, unit: 'day' }],
    [7, 'workday', 'unsure', { amount: 20, unit: 'day' }],
    [5, 'workday', 'within', { amount: 20, unit: 'day' }],
    [3, 'workday', 'unsure', { amount: 3, unit: 'day' }],
    [1, 'workday', 'within', { amount: 10, unit: 'day' }],
    [20, 'day', 'within', { amount: 20, unit: 'day' }],
    [21, 'day', 'longer', { amount: 20, unit: 'day' }],
    [7, 'workday', 'longer', { amount: 24, unit: 'hour' }],
    [1, 'week', 'within', { amount: 7, unit: 'day' }],
    [1, 'month', 'unsure', { amount: 30, unit: 'day' }],
    [1, 'month', 'within', { amount: 31, unit: 'day' }],
    [1, 'month', 'longer', { amount: 27, unit: 'day' }],
    [365, 'day', 'within', { amount: 1, unit: 'year' }],
    [366, 'day', 'unsure', { amount: 1, unit: 'year' }],
    [367, 'day', 'longer', { amount: 1, unit: 'year' }],
    [3, 'month', 'within', { amount: 1, unit: 'quarter' }],
    [6, 'month', 'longer', { amount: 1, unit: 'quarter' }],
    [12, 'month', 'within', { amount: 1, unit: 'year' }],
    [250, 'workday', 'unsure', { amount: 1, unit: 'year' }],
    [20, 'workday', 'unsure', { amount: 1, unit: 'month' }],
    [60, 'workday', 'longer', { amount: 1, unit: 'month' }],
  ])('%i %s is %s %o', (amount, unit, verdict, limit) => {
    const stated = { amount, unit }
    expect(surelyLonger(stated, limit)).toBe(verdict === 'longer')
    expect(surelyWithin(stated, limit)).toBe(verdict === 'within')
  })

  test('nothing is surely longer than what it is surely within', () => {
    const units: Unit[] = ['hour', 'workday', 'day', 'week', 'month', 'quarter', 'year']
    const all = units.flatMap((unit) =>
      [1, 2, 7, 15, 20, 30, 60].map((amount) => ({ amount, unit })),
    )
    for (const a of all) {
      expect(surelyWithin(a, a)).toBe(true)
      for (const b of all) expect(surelyLonger(a, b) && surelyWithin(a, b)).toBe(false)
    }
  })
})

// Anything that rescans what it has read would need minutes here, not moments.
test.each([
  ...['信息', '20', '31日', '半年', '每月', '自', '后,', '(', '20个工作日内', '20日内;从其规定;'],
  ...[
    '法律另有规定',
    '(自',
    '与',
    '时',
    '的',
    '公开',
    '应自',
    '处罚：',
    '前20日内',
    '形成或者',
    '1.',
  ],
])('200 KB of %j are read in one go', (piece) => {
  const text = `${piece.repeat(Math.ceil(200_000 / piece.length))}20个工作日内`
  expect(findDeadlines(text).length).toBeGreaterThan(0)
})

const corpus = process.env.MULINT_CORPUS ?? '../shared'
const isWanted = existsSync(corpus) || process.env.CI === 'true'

describe.skipIf(!isWanted)(`the spellings of real catalogues (MULINT_CORPUS, ${corpus})`, () => {
  test('every row of vocab/deadlines.tsv is read as its columns say', () => {
    const [header = [], ...lines] = readFileSync(join(corpus, 'domain/vocab/deadlines.tsv'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    const rows: Record<string, string>[] = lines.map((cells) =>
      Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])),
    )
    const misread = rows.flatMap((row) => {
      const read = columnsOf(writtenIn(row))
      const wording = row.article_26?.split('wording: ')[1] ?? ''
      const corrected = CORRECTIONS[row.expression_as_written ?? '']
      const expected: Record<string, string> = { ...row, wording, ...corrected }
      const wrong = Object.entries(read).filter(([name, value]) => value !== expected[name])
      return wrong.map(([name, value]) => [row.expression_as_written, name, value, expected[name]])
    })
    expect(rows.length).toBeGreaterThan(100)
    expect(misread).toEqual([])
  })

  test('every deadline of the seeds is understood and spelt right', () => {
    const cells = readdirSync(join(corpus, 'seeds'))
      .flatMap((name) => readFileSync(join(corpus, 'seeds', name), 'utf8').split(/[\t\n]/u))
      .filter((cell) => /^(?:自|检查|每年|实时)[^，]{0,30}(?:日内|日前|更新)$/u.test(cell))
    expect(cells.length).toBeGreaterThan(40)
    for (const cell of cells) {
      const clauses = findDeadlines(cell)
      expect(clauses).toHaveLength(1)
      expect(clauses[0]?.kind).not.toBe('unknown')
      expect(clauses[0]).not.toHaveProperty('misspelt')
    }
  })
})

/** Where the columns record something else than what the words say. */
const CORRECTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // The subject before 应当自 is not a part of the event.
  '主动公开信息内容发生变化的,医疗卫生机构应当自该信息形式或者变更之日起20个工作日内予以调整。法律、法规、规章对更新期限另有规定的,从其规定。':
    { anchor: '该信息形式或者变更' },
  批后公布应在规划批准后20个工作日内向社会公布: { anchor: '规划批准' },
  '执法决定信息在决定作出之日起7个工作日内公开,其他相关信息形成或变更之日起20个工作日内公开': {
    anchor: '决定作出',
  },
  // The stray 个 belongs to no word.
  '信息形成个20个工作日内公开;其中行政许可、行政处罚事项应自作出行政决定之日起 7个工作日内公示': {
    anchor: '信息形成',
  },
  // 后 links the event to its number, as in the other rows.
  '信息形成后,20个工作日内公开内公开': { anchor: '信息形成' },
  '信息形成后,7个工作日内公开': { anchor: '信息形成' },
  '信息形成后,7个工作日内公开内公开': { anchor: '信息形成' },
  // A second clause, told by its display period alone.
  '信息形成或 者变更之日 起20个工作 日内予以公 开;征求意 见期限不得 少于30…': {
    class: 'form-or-change+second-term',
    display_period: '征求意见期限不得少于30',
  },
  // A period of display, with no event and nothing before which to act.
  批前公示时间不得少于30日: {
    class: 'display',
    anchor: '',
    number: '',
    unit: '',
    display_period: '公示时间不得少于30日',
    wording: '',
  },
  // 公开 is the act, not a part of the event.
  '随采购公告、采购文件公开': { anchor: '采购公告、采购文件' },
  // The meeting is not named in the cell.
  提前一周发通知邀请: { anchor: '' },
  // The end of the year is a date, in a ledger as well.
  年底前: { class: 'annual-date', relation: '前', annual_date: '年底' },
  // Progress is a manner of lasting.
  持续推进: { class: 'duration-only', duration: '持续推进' },
}

function writtenIn(row: Readonly<Record<string, string>>): string {
  const written = row.expression_as_written ?? ''
  return written === '(empty)' ? '' : written.replaceAll('⏎', '\n')
}

const CLASSES: Readonly<Record<string, string>> = {
  formed: 'form-or-change',
  application: 'application',
  event: 'event',
  none: 'bare-number',
  realtime: 'realtime',
  timely: 'vague',
  periodic: 'cycle',
  'fixed-date': 'annual-date',
  'min-lead': 'before-event',
  'min-notice': 'display',
  empty: 'empty',
}

const UNIT_NAMES: Readonly<Record<string, string>> = { workday: '工作日', day: '日', week: '周' }

/** What the clauses of a cell say, in the columns of the table. */
function columnsOf(text: string): Record<string, string> {
  const clauses = findDeadlines(text)
  expectToLeadBack(text, clauses)
  const [first] = clauses
  if (first === undefined) throw new Error(`no clause in ${text}`)
  const display = clauses.find((clause) => clause.kind === 'min-notice')
  const isRelative = first.kind === 'relative'
  const isCounted = isRelative || first.kind === 'min-lead'
  const anchor = isRelative && first.anchor.kind !== 'none' ? first.anchor.text : ''
  return {
    class: `${classOf(first)}${first.unlessOtherwise ? '+另有规定' : ''}${clauses.length > 1 ? '+second-term' : ''}`,
    anchor: first.kind === 'event' ? (first.event?.text ?? '') : anchor,
    number: isCounted ? String(first.amount) : '',
    unit: isCounted && !(isRelative && first.unitMissing) ? (UNIT_NAMES[first.unit] ?? '') : '',
    relation: isRelative && first.within ? '内' : /前$|^提前/u.test(termOf(first)) ? '前' : '',
    realtime: first.kind === 'realtime' ? 'yes' : '',
    annual_date: first.kind === 'fixed-date' ? first.term.text.replace(/^每年|之?前$/gu, '') : '',
    duration: ['longterm', 'periodic'].includes(first.kind) ? first.text : '',
    display_period: display?.term.text ?? '',
    wording: wordingOf(first),
  }
}

function classOf(clause: DeadlineClause): string {
  if (clause.kind === 'relative') return CLASSES[clause.anchor.kind] ?? ''
  if (clause.kind === 'event') return 'with-event'
  if (clause.kind === 'longterm') return clause.duration ? 'bare-duration' : 'duration-only'
  return CLASSES[clause.kind] ?? clause.kind
}

function termOf(clause: DeadlineClause): string {
  return 'term' in clause ? clause.term.text : ''
}

/** The remark that the table makes on the wording, after the last column's verdict. */
function wordingOf(clause: DeadlineClause): string {
  if (clause.kind !== 'relative') return ''
  const { anchor, misspelt, unitMissing, within } = clause
  const remarks = [
    unitMissing ? 'unit missing' : misspelt && (SLIPS[misspelt.actual] ?? 'typo'),
    anchor.kind === 'formed' && !anchor.linked && '之日起 missing',
    !within && '内 missing',
  ]
  return remarks.filter(Boolean).join(', ')
}

const SLIPS: Readonly<Record<string, string>> = {
  公开内公开: 'doubled 公开',
  予以公: 'cut off',
  之日: '起 missing',
}

/** Whether every text stands at its span, white space aside. */
function expectToLeadBack(cell: string, clauses: readonly DeadlineClause[]): void {
  const phrases = clauses.flatMap((clause) => [clause, ...Object.values(clause), ...clause.notes])
  for (const value of phrases) {
    if (typeof value !== 'object' || !('span' in value)) continue
    const text = 'actual' in value ? value.actual : value.text
    const found = withoutSpace(cell.slice(value.span.start, value.span.end)).replaceAll(
      '\u200b',
      '',
    )
    expect(found).toBe(text)
  }
}
