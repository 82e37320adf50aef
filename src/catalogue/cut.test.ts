import { describe, expect, test } from 'vitest'
import { cutFor, cutsOf, KnownTexts } from './cut.ts'
import type { Role } from './role.ts'

const KNOWN = new KnownTexts(['县教育局', '自信息形成之日起20个工作日内'])

function parts(text: string, left: Role, right: Role): readonly string[] | undefined {
  const cut = cutFor(cutsOf(text, KNOWN), left, right)
  return cut && [cut.left.text, cut.right.text]
}

describe('the texts of two columns in one cell', () => {
  test.each<[string, Role, string, Role, string]>([
    [
      '自信息形成之日起20个工作日内 县教育局',
      'deadline',
      '自信息形成之日起20个工作日内',
      'subject',
      '县教育局',
    ],
    ['实时更新\n县民政局', 'deadline', '实时更新', 'subject', '县民政局'],
    ['实时更新县教育局', 'deadline', '实时更新', 'subject', '县教育局'],
    [
      '《预算法》第十四条自信息形成之日起20个工作日内',
      'basis',
      '《预算法》第十四条',
      'deadline',
      '自信息形成之日起20个工作日内',
    ],
    [
      '《某意见》（国办发〔2019〕54号）每年1月31日前',
      'basis',
      '《某意见》（国办发〔2019〕54号）',
      'deadline',
      '每年1月31日前',
    ],
    ['县民政局 ■政府网站 □政府公报', 'subject', '县民政局', 'channels', '■政府网站 □政府公报'],
    ['县教育局■政府网站', 'subject', '县教育局', 'channels', '■政府网站'],
  ])('%s', (text, left, first, right, second) => {
    expect(parts(text, left, right)).toEqual([first, second])
  })

  test.each<[string, Role, Role]>([
    ['20个工作日内 由县教育局', 'deadline', 'subject'],
    ['20个工作日内由县教育局', 'deadline', 'subject'],
    ['自县教育局确定之日起20个工作日内', 'deadline', 'subject'],
    ['报县政府后20个工作日内 报县教育局', 'deadline', 'subject'],
    ['20个工作日内，县教育局', 'deadline', 'subject'],
    ['职能、地址、联系电话 县教育局', 'content', 'subject'],
    ['《预算法》第十四条 各单位应当在批复后20日内公开', 'basis', 'deadline'],
    ['《政府采购法实施条例》第五十条 采购人应当自签订之日起2个工作日内公告', 'basis', 'deadline'],
    ['《自信息形成之日起20个工作日内》', 'basis', 'deadline'],
    ['县教育局 县政务服务中心', 'subject', 'channels'],
    ['县教育局 县民政局', 'subject', 'subject'],
    ['■政府网站 □政府公报', 'subject', 'channels'],
    ['自信息形成之日起20个工作日内', 'deadline', 'subject'],
    ['', 'deadline', 'subject'],
  ])('are not found in “%s”', (text, left, right) => {
    expect(parts(text, left, right)).toBeUndefined()
  })

  test('are looked for at few places', () => {
    const started = performance.now()
    for (let at = 0; at < 200; at++) cutsOf('《甲》 '.repeat(240), KNOWN)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
