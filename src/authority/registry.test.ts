import { describe, expect, test } from 'vitest'
import type { AuthorityRecord } from './authority.ts'
import { hasAllOrders, orders, unnumbered } from './orders.ts'
import { Authorities } from './registry.ts'

const RECORDS: readonly AuthorityRecord[] = [
  {
    id: 'law:突发事件应对法',
    title: '中华人民共和国突发事件应对法',
    kind: '法律',
    events: [
      {
        date: '2007-08-30',
        action: '公布',
        number: '主席令第69号',
        term: '十届',
        confidence: 'high',
      },
      {
        date: '2024-06-28',
        action: '修订',
        number: '主席令第25号',
        term: '十四届',
        confidence: 'medium',
      },
    ],
    statusAsOf: '2026-07-31',
    confidence: 'high',
  },
  {
    id: 'law:职业教育法',
    title: '中华人民共和国职业教育法',
    kind: '法律',
    events: [
      {
        date: '1996-05-15',
        action: '公布',
        number: '主席令第69号',
        term: '八届',
        confidence: 'medium',
      },
      { date: '2022-04-20', action: '修订', term: '十三届' },
    ],
    statusAsOf: '2026-07-31',
    confidence: 'high',
  },
  {
    id: 'law:地方各级人民代表大会和地方各级人民政府组织法',
    title: '中华人民共和国地方各级人民代表大会和地方各级人民政府组织法',
    kind: '法律',
    aliases: ['地方组织法'],
    events: [{ date: '1979-07-01', action: '公布' }],
    confidence: 'high',
  },
  {
    id: 'reg:政府信息公开条例',
    title: '中华人民共和国政府信息公开条例',
    kind: '行政法规',
    events: [
      { date: '2007-04-05', action: '公布', number: '国务院令第492号' },
      { date: '2019-04-03', action: '修订', number: '国务院令第711号', confidence: 'high' },
    ],
    statusAsOf: '2026-07-31',
    confidence: 'high',
  },
  {
    id: 'reg:重大行政决策程序暂行条例',
    title: '重大行政决策程序暂行条例',
    kind: '行政法规',
    events: [{ date: '2019-04-20', action: '公布', number: '国务院令第713号' }],
    statusAsOf: '2026-07-31',
    confidence: 'high',
  },
  {
    id: 'rule:农药登记管理办法',
    title: '农药登记管理办法',
    kind: '部门规章',
    events: [
      { date: '2017-06-21', action: '公布', number: '农业部令2017年第3号', confidence: 'medium' },
      { date: '2022-01-07', action: '修正' },
    ],
    confidence: 'medium',
  },
  {
    id: 'rule:高等学校信息公开办法',
    title: '高等学校信息公开办法',
    kind: '部门规章',
    events: [
      { date: '2010-04-06', action: '公布', number: '教育部令第29号', confidence: 'medium' },
    ],
    confidence: 'medium',
  },
  {
    id: 'reg:无人驾驶航空器飞行管理暂行条例',
    title: '无人驾驶航空器飞行管理暂行条例',
    kind: '行政法规',
    events: [{ date: '2023-05-31', action: '公布', number: '国务院、中央军事委员会令第761号' }],
    confidence: 'high',
  },
  {
    id: 'doc:国办发-2018-118',
    title:
      '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
    kind: '规范性文件',
    number: '国办发〔2018〕118号',
    date: '2018-12-05',
    sources: ['http://www.gov.cn/zhengce/zhengceku/2019-01/03/content_5354528.htm'],
    confidence: 'high',
  },
  {
    id: 'doc:国办函-2020-109',
    title: '国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知',
    kind: '规范性文件',
    number: '国办函〔2020〕109号',
    aliases: ['政府信息公开信息处理费管理办法'],
    confidence: 'high',
  },
  {
    id: 'doc:法治政府建设实施纲要（2021－2025年）',
    title: '法治政府建设实施纲要（2021－2025年）',
    kind: '规范性文件',
    period: { from: 2021, to: 2025 },
    confidence: 'high',
  },
  {
    id: 'std:GB/T 9704—2012',
    title: '党政机关公文格式',
    kind: '国家标准',
    number: 'GB/T 9704—2012',
    confidence: 'medium',
  },
]

const authorities = Authorities.of(RECORDS, [
  {
    number: '国发〔2015〕61号',
    title: '国务院关于促进快递业发展的若干意见',
    date: '2015-10-23',
    page: '2015-10/26/content_10256',
  },
])

describe('by title', () => {
  test.each([
    ['重大行政决策程序暂行条例', ['reg:重大行政决策程序暂行条例']],
    ['中华人民共和国政府信息公开条例', ['reg:政府信息公开条例']],
    ['政府信息公开条例', ['reg:政府信息公开条例']],
    ['《政府信息\n公开条例》', ['reg:政府信息公开条例']],
    ['地方组织法', ['law:地方各级人民代表大会和地方各级人民政府组织法']],
    ['国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知', ['doc:国办函-2020-109']],
    ['政府信息公开信息处理费管理办法', ['doc:国办函-2020-109']],
    ['法治政府建设实施纲要(２０２１—２０２５年)', ['doc:法治政府建设实施纲要（2021－2025年）']],
    ['国务院关于促进快递业发展的若干意见', ['doc:国发-2015-61']],
    ['政府信息公开', []],
    ['中华人民共和国', []],
    ['', []],
  ])('%s', (title, ids) => {
    expect(authorities.byTitle(title).map(({ id }) => id)).toEqual(ids)
  })
})

describe('by number', () => {
  test.each([
    ['国务院令第713号', ['reg:重大行政决策程序暂行条例']],
    ['中华人民共和国国务院令 第７１３号', ['reg:重大行政决策程序暂行条例']],
    ['国务院令第七百一十三号', ['reg:重大行政决策程序暂行条例']],
    ['国务院第713号令', ['reg:重大行政决策程序暂行条例']],
    ['713', ['reg:重大行政决策程序暂行条例']],
    ['第492号', ['reg:政府信息公开条例']],
    ['国务院令第73号', []],
    ['主席令第六十九号', ['law:职业教育法', 'law:突发事件应对法']],
    ['国务院 中央军委令第761号', ['reg:无人驾驶航空器飞行管理暂行条例']],
    ['农业部令2017年第3号', ['rule:农药登记管理办法']],
    ['农业部令第3号', ['rule:农药登记管理办法']],
    ['农业部2017年第3号令', ['rule:农药登记管理办法']],
    ['农业部令2018年第3号', []],
    ['国办发〔2018〕118号', ['doc:国办发-2018-118']],
    ['国办发［2018］第０118号', ['doc:国办发-2018-118']],
    ['国办发〔2018〕11号', []],
    ['国发〔2015〕61号', ['doc:国发-2015-61']],
    ['GB/T9704-2012', ['std:GB/T 9704—2012']],
    ['', []],
  ])('%s', (number, ids) => {
    expect(authorities.byNumber(number).map(({ id }) => id)).toEqual(ids)
  })
})

test('an entry of the index is a document whose status is not known', () => {
  expect(authorities.byNumber('国发〔2015〕61号')).toEqual([
    {
      id: 'doc:国发-2015-61',
      title: '国务院关于促进快递业发展的若干意见',
      kind: '规范性文件',
      issuer: '国务院',
      number: '国发〔2015〕61号',
      date: '2015-10-23',
      published: '2015-10-26',
      aliases: [],
      events: [],
      sources: ['http://www.gov.cn/zhengce/zhengceku/2015-10/26/content_10256.htm'],
      confidence: 'high',
    },
  ])
})

test('an entry of the index gives way to the record of the same number', () => {
  const [record] = RECORDS.filter(({ number }) => number === '国办发〔2018〕118号')
  const entry = { number: '国办发〔2018〕118号', title: '另一标题', date: '2018-12-05', page: 'x' }
  const both = Authorities.of(RECORDS, [entry])
  expect(both.byNumber(entry.number)).toEqual([{ aliases: [], events: [], ...record }])
  expect(both.size).toBe(RECORDS.length)
})

test('the registry is as new as its newest event', () => {
  expect(authorities.date).toBe('2024-06-28')
  expect(authorities.size).toBe(13)
})

test('nothing is read before something is asked, and nothing twice', () => {
  const read: string[] = []
  const text: string[] = []
  const empty = new Authorities((start, end) => {
    read.push(`${start}-${end}`)
    text[0] ??=
      '00000086{"date":"","size":0,"records":0,"titles":{"fences":[],"places":[0]},"numbers":{}}'
    return text[0].slice(start, end)
  })
  expect(read).toEqual([])
  expect(empty.size).toBe(0)
  expect(empty.date).toBe('')
  expect(read.length).toBe(2)
})

test('titles come sorted, aliases among them, however many blocks they fill', () => {
  const many = Array.from({ length: 2000 }, (_, at) => ({
    id: `doc:国办发-2020-${at}`,
    title: `国务院办公厅关于印发第${at}批典型经验做法的通知`,
    kind: '规范性文件' as const,
    number: `国办发〔2020〕${at + 1}号`,
    aliases: [`第${at}批典型经验做法`],
    confidence: 'high' as const,
  }))
  const large = Authorities.of(many)
  const titles = [...large.titles()]
  expect(titles).toEqual([...titles].sort())
  expect(titles.length).toBe(4000)
  for (const { id, title, number, aliases } of many) {
    const ids = [large.byTitle(title), large.byNumber(number), large.byTitle(aliases[0] ?? '')]
    expect(ids.map((found) => found.map((one) => one.id))).toEqual([[id], [id], [id]])
  }
})

test('a serial brings the orders of every issuer and year, over however many blocks', () => {
  const many = Array.from({ length: 500 }, (_, at) => ({
    id: `rule:港口工程建设管理规定${at}`,
    title: `港口工程建设管理规定${at}`,
    kind: '部门规章' as const,
    events: [{ date: `${1500 + at}`, action: '公布' as const, number: '交通运输部令第2号' }],
    confidence: 'medium' as const,
  }))
  const large = Authorities.of(many)
  expect(large.byNumber('2').length).toBe(500)
  expect(large.byNumber('交通运输部令第2号').length).toBe(500)
  expect(large.byNumber('交通运输部令2024年第2号')).toEqual([])
  expect(large.byNumber('交通部令第2号')).toEqual([])
})

describe('with records of the user', () => {
  const own = authorities.withOwn([
    {
      id: 'doc:云政发-2023-5',
      title: '云岭市人民政府关于印发云岭市政务公开办法的通知',
      kind: '地方规范性文件',
      number: '云政发〔2023〕5号',
      aliases: ['云岭市政务公开办法'],
      confidence: 'medium',
    },
    {
      id: 'law:地方各级人民代表大会和地方各级人民政府组织法',
      title: '中华人民共和国地方各级人民代表大会和地方各级人民政府组织法',
      kind: '法律',
      events: [{ date: '2030-01-01', action: '公布', number: '主席令第713号', term: '十五届' }],
      confidence: 'high',
    },
  ])

  test.each([
    ['云岭市政务公开办法', ['doc:云政发-2023-5']],
    ['政府信息公开条例', ['reg:政府信息公开条例']],
    // The user's record of this id has no such alias.
    ['地方组织法', []],
  ])('title %s', (title, ids) => {
    expect(own.byTitle(title).map(({ id }) => id)).toEqual(ids)
  })

  test.each([
    ['云政发[2023]5号', ['doc:云政发-2023-5']],
    ['713', ['law:地方各级人民代表大会和地方各级人民政府组织法', 'reg:重大行政决策程序暂行条例']],
  ])('number %s', (number, ids) => {
    expect(own.byNumber(number).map(({ id }) => id)).toEqual(ids)
  })

  test('a record of a known id takes the place of the other', () => {
    const [found, ...more] = own.byTitle('地方各级人民代表大会和地方各级人民政府组织法')
    expect(found?.events).toMatchObject([{ date: '2030-01-01' }])
    expect(more).toEqual([])
    expect(own.size).toBe(authorities.size + 1)
  })

  test('titles are those of both, sorted, without those that lead nowhere', () => {
    const titles = [...own.titles()]
    expect(titles).toEqual([...titles].sort())
    expect(titles).toEqual(expect.arrayContaining(['云岭市政务公开办法', '政府信息公开条例']))
    expect(titles).not.toContain('地方组织法')
  })

  test('the others are not any newer for them, and later ones win', () => {
    expect(own.date).toBe(authorities.date)
    const again = own.withOwn([
      {
        id: 'doc:云政发-2023-5',
        title: '云岭市政务公开规定',
        kind: '地方规范性文件',
        confidence: 'low',
      },
    ])
    expect(again.byTitle('云岭市政务公开规定').length).toBe(1)
    expect(again.byTitle('云岭市政务公开办法').length).toBe(0)
    expect(again.size).toBe(own.size)
  })
})

describe('orders', () => {
  const named = (title: string) => {
    const [authority] = authorities.byTitle(title)
    if (!authority) throw new Error(title)
    return authority
  }

  test('each with its issuer, serial, congress and degree', () => {
    expect(orders(named('突发事件应对法'))).toEqual([
      {
        issuer: '主席',
        serial: 69,
        term: '十届',
        date: '2007-08-30',
        action: '公布',
        confidence: 'high',
      },
      {
        issuer: '主席',
        serial: 25,
        term: '十四届',
        date: '2024-06-28',
        action: '修订',
        confidence: 'medium',
      },
    ])
  })

  test.each([
    ['政府信息公开条例', [492, 711], 0, true],
    ['突发事件应对法', [69, 25], 0, true],
    ['职业教育法', [69], 1, false],
    // Before 1983 a law had no 主席令 that could be missing, but there is none to compare with either.
    ['地方组织法', [], 0, false],
    ['农药登记管理办法', [3], 1, false],
    // Nobody has looked whether this one was amended since.
    ['高等学校信息公开办法', [29], 0, false],
    ['党政机关公文格式', [], 0, false],
  ])('%s', (title, serials, missing, complete) => {
    const authority = named(title)
    expect(orders(authority).map(({ serial }) => serial)).toEqual(serials)
    expect(unnumbered(authority).length).toBe(missing)
    expect(hasAllOrders(authority)).toBe(complete)
  })

  test('a number without a degree of its own is printed in the source', () => {
    expect(orders(named('政府信息公开条例')).map(({ confidence }) => confidence)).toEqual([
      'high',
      'high',
    ])
  })
})
