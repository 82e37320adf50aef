import { describe, expect, test } from 'vitest'
import { loadAuthorities } from '../node/data.ts'
import { inMarks } from '../rule/titles.ts'
import { authorityLines, shortLines } from './authority-text.ts'

const authorities = loadAuthorities()

function named(name: string) {
  const [authority] = [...authorities.byTitle(name), ...authorities.byNumber(name)]
  if (authority === undefined) throw new Error(name)
  return authority
}

/** A line of what is told, without its label. */
function told(name: string, label: string, day = '2026-11-21'): string | undefined {
  const start = `  ${label}：`
  return authorityLines(named(name), { day, authorities })
    .find((line) => line.startsWith(start))
    ?.slice(start.length)
}

describe('the standing', () => {
  const checked = '（核对到2026-07-31，此后的变动不掌握）'

  test.each<[name: string, day: string, text: string]>([
    ['政府信息公开条例', '2026-11-21', `2026-11-21有效${checked}`],
    ['政府信息公开条例', '2020-01-01', '2020-01-01有效'],
    [
      '环境保护法',
      '2026-08-14',
      `2026-08-14有效${checked}；以后：2026-08-15废止，依据《生态环境法典》`,
    ],
    ['环境保护法', '2026-08-15', '2026-08-15废止，依据《生态环境法典》'],
    ['商标法', '2026-07-01', '2026-07-01有效；2026-06-26修订的文本自2027-01-01起施行'],
    ['生态环境法典', '2026-05-01', '2026-05-01还没有施行，自2026-08-15起施行'],
    ['国发〔2015〕61号', '2015-10-22', '2015-10-22还没有公布，2015-10-23才公布'],
    ['国发〔2015〕61号', '2015-10-23', '没有核对过是否有效'],
    ['中办发〔2015〕21号', '2026-11-21', '2026-11-21有效（可信程度低）'],
    [
      '卖淫嫖娼人员收容教育办法',
      '2021-01-01',
      '2020年废止，依据国务院决定（令第726号）（可信程度中）',
    ],
    ['卖淫嫖娼人员收容教育办法', '2020-03-01', '已废止，2020-03-01是否有效不能确定'],
    ['国办发〔2022〕8号', '2023-01-01', '年度文件，2022年度已过'],
    ['国办发〔2023〕27号', '2026-01-01', '题名写明的期限到2025年，已经届满（可信程度中）'],
    [
      '国办发〔2013〕101号',
      '2026-11-21',
      '2024-01-31被《国务院办公厅关于印发〈突发事件应急预案管理办法〉的通知》（国办发〔2024〕5号）替代（可信程度中）',
    ],
  ])('of %s on %s', (name, day, text) => {
    expect(told(name, '状态', day)).toBe(text)
  })
})

test.each<[name: string, label: string, text: string | undefined]>([
  ['行政许可法', '施行', '2019-04-23（现行文本），首次施行2004-07-01'],
  ['重大行政决策程序暂行条例', '施行', '2019-09-01'],
  ['突发事件应对法', '其他文本', '2007-08-30文本，共70条'],
  ['商标法', '其他文本', '2026-06-26文本，共87条，2027-01-01起施行'],
  ['商标法', '当日文本', '1982-08-23公布，其后修正4次'],
  ['政府信息公开条例', '当日文本', undefined],
  [
    '重大行政决策程序暂行条例',
    '条文',
    '共44条（可信程度中）；第3条5项、第10条3项、第17条3项、第27条3项、第29条6项、第36条3项（2019-04-20文本）',
  ],
  ['重大行政决策程序暂行条例', '沿革', '2019-04-20 公布，国务院令第713号'],
  ['重大行政决策程序暂行条例', '可信程度', '高，出自制定机关，或者有两份独立的文本'],
])('%s: %s', (name, label, text) => {
  expect(told(name, label)).toBe(text)
})

test('the history has every event and the repeal behind them', () => {
  const lines = authorityLines(named('环境保护法'), { day: '2026-11-21', authorities })
  const from = lines.indexOf('  沿革：') + 1
  expect(lines.slice(from, from + 3)).toEqual([
    '    1989-12-26 公布，日期是通过之日，主席令第22号（七届）（可信程度中），全国人民代表大会常务委员会',
    '    2014-04-24 修订，主席令第9号（十二届），全国人民代表大会常务委员会',
    '    2026-08-15 废止，依据《生态环境法典》',
  ])
})

test('the text of a day is told where a later one is known', () => {
  expect(told('突发事件应对法', '当日文本', '2010-01-01')).toBe('2007-08-30公布（主席令第69号）')
  expect(told('突发事件应对法', '当日文本', '2024-11-01')).toBeUndefined()
})

test('in short it has the events that were asked for, or the first', () => {
  const asked = { day: '2026-11-21', authorities }
  const revised = shortLines(named('突发事件应对法'), asked, ({ action }) => action === '修订')
  expect(revised[1]).toMatch(/^ {2}法律；2024-06-28 修订，/u)
  const published = shortLines(named('突发事件应对法'), asked, () => false)
  expect(published[1]).toMatch(/^ {2}法律；2007-08-30 公布，/u)
  const [, facts] = shortLines(named('国发〔2015〕61号'), asked, () => false)
  expect(facts).toBe('  规范性文件；国发〔2015〕61号，2015-10-23；没有核对过是否有效')
})

test('title marks inside title marks are 〈〉', () => {
  expect(inMarks('关于印发《办法》的通知')).toBe('《关于印发〈办法〉的通知》')
})
