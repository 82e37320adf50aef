import { describe, expect, test } from 'vitest'
import { loadAuthorities } from '../node/data.ts'
import type { Authority, AuthorityRecord } from './authority.ts'
import { Authorities } from './registry.ts'
import { editionOn, standingOn } from './status.ts'

const shipped = loadAuthorities()

function named(title: string): Authority {
  const [authority] = shipped.byTitle(title)
  if (authority === undefined) throw new Error(title)
  return authority
}

function made(facts: Partial<AuthorityRecord>): Authority {
  const record = { id: 'doc:云政办发-2021-3', title: '云岭市工作方案', kind: '地方规范性文件' }
  const [authority] = Authorities.of([
    { ...record, confidence: 'medium', ...facts } as AuthorityRecord,
  ]).byTitle(record.title)
  if (authority === undefined) throw new Error(record.title)
  return authority
}

describe('standing of what the registry holds', () => {
  test.each<[why: string, title: string, day: string, expected: string]>([
    ['repealed by a code from a day on', '环境保护法', '2026-08-15', 'repealed 2026-08-15'],
    ['and in force on the day before', '环境保护法', '2026-08-14', 'in-force'],
    ['not yet in force', '生态环境法典', '2026-08-14', 'not-yet 2026-08-15'],
    ['in force from its commencement on', '生态环境法典', '2026-08-15', 'in-force'],
    ['published and not in force', '医疗保障法', '2026-11-21', 'not-yet 2027-01-01'],
    ['first text not in force', '行政许可法', '2004-06-30', 'not-yet 2004-07-01'],
    ['first text in force, amended later', '行政许可法', '2004-07-01', 'in-force'],
    ['commencement of the first text unknown', '突发事件应对法', '2007-11-01', 'in-force'],
    ['before it was made', '突发事件应对法', '2007-08-29', 'not-yet 2007-08-30'],
    ['a day after the list was made', '政府信息公开条例', '2026-11-21', 'in-force'],
    ['a revision is pending', '商标法', '2026-11-21', 'in-force'],
    ['never looked up', '党政机关公文格式', '2026-11-21', 'unknown'],
  ])('%s: %s', (_, title, day, expected) => {
    const standing = standingOn(named(title), day)
    const since = 'since' in standing ? ` ${standing.since}` : ''
    expect(`${standing.state}${since}`).toBe(expected)
  })
})

describe('standing', () => {
  const repealed = (date: string) =>
    made({ status: '已废止', repealed: { date, confidence: 'low' } })
  const planned = { period: { from: 2021, to: 2025 }, date: '2021-03-01' }

  test.each<[why: string, authority: Authority, day: string, expected: string]>([
    ['a year ends on its last day', repealed('2024'), '2024-12-30', 'unknown'],
    ['a year is over', repealed('2024'), '2024-12-31', 'repealed'],
    ['before that year', repealed('2024'), '2023-12-31', 'in-force'],
    ['a month ends on its last day', repealed('2024-02'), '2024-02-29', 'unknown'],
    ['a month is over', repealed('2024-02'), '2024-03-01', 'repealed'],
    ['no status', made({ date: '2021-03-01' }), '2024-01-01', 'unknown'],
    ['no status, before its date', made({ date: '2021-03-01' }), '2021-02-28', 'not-yet'],
    ['an inexact date may be that day', made({ date: '2021-03' }), '2021-03-01', 'unknown'],
    ['gone from the list', made({ status: '未列入现行名录' }), '2024-01-01', 'unknown'],
    ['on the list', made({ status: '现行有效' }), '2024-01-01', 'in-force'],
    ['the last day of a plan', made({ ...planned, status: '期限届满' }), '2025-12-31', 'in-force'],
    ['the day after', made({ ...planned, status: '期限届满' }), '2026-01-01', 'expired'],
    ['years in a title say nothing alone', made(planned), '2026-01-01', 'unknown'],
    [
      'replaced on an unknown day of a year',
      made({ status: '被替代', supersededBy: '云政办发〔2023〕9号' }),
      '2023-12-30',
      'unknown',
    ],
    [
      'replaced that year at the latest',
      made({ status: '被替代', supersededBy: '云政办发〔2023〕9号' }),
      '2023-12-31',
      'superseded',
    ],
    [
      'replaced, nobody knows when',
      made({ status: '被替代', supersededBy: '云岭市工作办法' }),
      '2024-01-01',
      'unknown',
    ],
    [
      'only a change is known, not the beginning',
      made({ events: [{ date: '2015-01-01', action: '修正' }], status: '现行有效' }),
      '2010-01-01',
      'in-force',
    ],
  ])('%s', (_, authority, day, expected) => {
    expect(standingOn(authority, day).state).toBe(expected)
  })

  test('tells by what, how surely, and whether it was for one year', () => {
    const by = '云政办发〔2023〕9号'
    const replaced = made({ status: '被替代', supersededBy: by, supersededOn: '2023-05-01' })
    expect(standingOn(replaced, '2023-05-01')).toEqual({
      state: 'superseded',
      since: '2023-05-01',
      by,
      confidence: 'medium',
    })
    const annual = made({ status: '年度已过', period: { from: 2022, to: 2022 } })
    expect(standingOn(annual, '2023-01-01')).toEqual({
      state: 'expired',
      since: '2023-01-01',
      confidence: 'medium',
      annual: true,
    })
    expect(standingOn(named('环境保护法'), '2026-08-15')).toEqual({
      state: 'repealed',
      since: '2026-08-15',
      by: '生态环境法典',
      confidence: 'high',
    })
  })
})

describe('edition', () => {
  test.each<[title: string, day: string, number: string | undefined]>([
    ['突发事件应对法', '2007-08-29', undefined],
    ['突发事件应对法', '2024-06-28', '主席令第69号'],
    ['突发事件应对法', '2024-10-31', '主席令第69号'],
    ['突发事件应对法', '2024-11-01', '主席令第25号'],
    ['政府信息公开条例', '2019-05-14', '国务院令第492号'],
    ['政府信息公开条例', '2019-05-15', '国务院令第711号'],
    // Amended in 2019, which leaves the text of 2003 and its number.
    ['行政许可法', '2004-06-30', undefined],
    ['行政许可法', '2026-11-21', '主席令第7号'],
    // Revised as a whole in June 2026, to take effect in 2027.
    ['注册会计师法', '2026-12-31', undefined],
    ['注册会计师法', '2027-01-01', '主席令第78号'],
    // 752 and 797 are decisions that amend many regulations at once.
    ['医疗机构管理条例', '2026-11-21', '国务院令第149号'],
    ['婚姻登记条例', '2025-05-09', '国务院令第387号'],
    ['婚姻登记条例', '2025-05-10', '国务院令第804号'],
    ['重大行政决策程序暂行条例', '2026-11-21', '国务院令第713号'],
  ])('%s on %s', (title, day, number) => {
    expect(editionOn(named(title), day)?.number).toBe(number)
  })

  test('a revision that the commencement contradicts is not in force', () => {
    const authority = made({
      kind: '法律',
      events: [
        { date: '2010-03-01', action: '公布', number: '主席令第1号' },
        { date: '2020-03-01', action: '修订', number: '主席令第2号' },
      ],
      effective: '2010-05-01',
    })
    expect(editionOn(authority, '2026-11-21')?.number).toBe('主席令第1号')
  })
})
