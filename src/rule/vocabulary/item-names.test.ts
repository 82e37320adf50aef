import { describe, expect, test } from 'vitest'
import { ITEM_NAME_TERMS } from './item-names.ts'

describe('names of items that depart from their term', () => {
  test.each([
    ['双随机一公开', '双随机、一公开'],
    ['双随机 一公开', '双随机、一公开'],
    ['双随机，一公开', '双随机、一公开'],
    ['行政事业收费', '行政事业性收费'],
    ['行政性事业收费', '行政事业性收费'],
    ['法制政府建设', '法治政府'],
    ['法制信息', '法治信息'],
    ['法制宣传', '法治宣传教育'],
    ['网站年度报表', '政府网站工作年度报表'],
    ['通知公告公示', '通知公告'],
    ['三公经费', '“三公”经费'],
    ['人大代表提案', '人大代表建议'],
  ])('%s is %s', (name, standard) => {
    expect(named(name).map((term) => term.standard)).toEqual([standard])
  })

  test.each([
    '双随机、一公开',
    '双随机',
    '行政事业性收费',
    '重大执法决定法制审核',
    '法治信息',
    '规范性文件',
    '政府网站年度报表',
    '政府网站工作年度报表',
    '通知公告',
    '公示栏',
    '“三公”经费',
    '人大代表建议和政协委员提案',
    '人大建议、政协提案',
  ])('%s is right', (name) => {
    expect(named(name)).toEqual([])
  })

  test('what is put in its place is not listed itself', () => {
    for (const { standard } of ITEM_NAME_TERMS) expect(named(standard)).toEqual([])
  })
})

function named(name: string) {
  return ITEM_NAME_TERMS.filter(({ pattern, whole }) =>
    [...name.matchAll(pattern)].some(([term]) => !whole || term === name),
  )
}
