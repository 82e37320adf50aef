import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findUses, lexicon } from '../../grammar/lexicon.ts'
import { TYPOS } from './typos.ts'

const LEXICON = lexicon(TYPOS)

const slips = (text: string) => findUses(text, LEXICON).map(({ expected }) => expected)

test.each(TYPOS)('$words: what should stand there is no slip itself', ({ right }) => {
  expect(slips(right.replace('$1', ''))).toEqual([])
})

test.each([
  ['公布权利清单', ['权力清单']],
  ['权利清单和责任清单', ['权力清单']],
  ['国有企企业名录', ['国有企业']],
  ['不动产登记薄查询', ['登记簿']],
  ['执行标淮、依据', ['标准']],
  ['财政予算公开', ['预算']],
  ['截止2025年底', ['截至2025年']],
  ['请登陆系统查询', ['登录系统']],
  ['防讯抗旱指挥', ['防汛抗旱']],
])('%s', (text, expected) => {
  expect(slips(text)).toEqual(expected)
})

test.each([
  '毕竟争取来了',
  '究竟价格多少',
  '按排放标准、按排名公布',
  '登记薄弱环节',
  '第一批淮河治理工程',
  '中标淮安项目',
  '授予算力平台资质，不予算作工龄',
  '破坏境内设施，损坏境外资产',
  '轻松驰援灾区',
  '弥补尝试中的不足',
  '消防碍于场地，预防碍航事件',
  '细微搏斗',
  '公布署名文章',
  '优化医疗结构，推动医疗结构性改革',
  '捐款助学、贷款助农，发放救灾款助学生复课',
  '联系发电活动',
  '股东权利清单、患者的权利清单',
  '报名截止2026年3月1日',
  '做为民办实事的表率',
  '抢滩登陆的舰艇登陆平台',
  '征求意见搞好工作',
  '全部份额',
])('leaves alone: %s', (text) => {
  expect(slips(text)).toEqual([])
})

test('titles and quotations are left as they are', () => {
  expect(slips('《布署办法》“布署”〈布署〉')).toEqual([])
  expect(slips('《信息公开条列》')).toEqual(['信息公开条例'])
})

test.each(readdirSync('authorities').filter((name) => name.endsWith('.json')))(
  'no text of %s holds a slip',
  (name) => {
    const text = readFileSync(`authorities/${name}`, 'utf8').replace(/[“”《》〈〉]/gu, ' ')
    expect(findUses(text, LEXICON).filter(({ term }) => term.isSure)).toEqual([])
  },
)

test('a long text is read in one go', () => {
  const text = '布部署工作按排'.repeat(150_000)
  const start = performance.now()
  findUses(text, LEXICON)
  expect(performance.now() - start).toBeLessThan(2000)
})
