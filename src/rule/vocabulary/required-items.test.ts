import { describe, expect, test } from 'vitest'
import {
  ENFORCERS,
  OF_DEPARTMENTS,
  OF_ENFORCERS,
  OF_GOVERNMENTS,
  OF_SUBDISTRICTS,
  OF_TOWNSHIPS,
} from './required-items.ts'

const ALL = [OF_DEPARTMENTS, OF_GOVERNMENTS, OF_SUBDISTRICTS, OF_TOWNSHIPS]

describe('items that a catalogue has to hold', () => {
  test.each([
    ['政府信息公开指南', '政府信息公开指南包括信息的分类'],
    ['政府信息公开工作年度报告', '政府信息公开年报'],
    ['政府信息公开工作年度报告', '政府信息公开工作年度报告'],
    ['机关职能、机构设置', '组织机构；领导信息'],
    ['财政预算、决算', '部门收支预算、“三公”经费预算'],
    ['财政预算、决算', '财政资金'],
    ['规划、计划', '年度工作要点'],
  ])('%s is found in %s', (name, text) => {
    const item = ALL.flatMap(({ must, ifAny }) => [...must, ...ifAny]).find(
      (one) => one.name === name,
    )
    expect(text).toMatch(item?.pattern as RegExp)
  })

  test('an example of an item holds the item', () => {
    for (const item of [...ALL.flatMap(({ must }) => must), ...OF_ENFORCERS]) {
      expect(item.example).toMatch(item.pattern)
    }
  })

  test('a name is told once', () => {
    for (const { must, ifAny } of ALL) {
      const names = [...must, ...ifAny].map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('knows who licenses and fines', () => {
    expect('云岭市市场监督管理局').toMatch(ENFORCERS)
    expect('云岭市城市管理综合行政执法局').toMatch(ENFORCERS)
    expect('云岭市教育局').not.toMatch(ENFORCERS)
    expect('云岭市统计局').not.toMatch(ENFORCERS)
  })
})
