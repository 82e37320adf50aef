import { expect, test } from 'vitest'
import { readAgency } from '../title-agency.ts'
import { FOREIGN_PHRASES } from './foreign-scope.ts'

test.each([
  ['云岭市商务局', '公开全国人大代表建议、全国政协委员提案办理结果', ['national']],
  ['云岭市商务局', '各级各部门机关职能,机构设置', ['offices']],
  [
    '云岭市商务局',
    ',各级人民政府的年度报告还应包括工作考核、社会评议和责任追究结果情况',
    ['clause'],
  ],
  ['河西省民政厅', '主流媒体有政策解读和市政府报道', ['level']],
  ['河西省民政厅', '会同各市政府报道工作进展', []],
  ['河西省民政厅', '省、市政府报道', []],
  ['云岭市商务局', '市政府报道', []],
  ['云岭市人民政府', '各部门机关职能', []],
  ['云岭市政务服务管理局', '各部门主要职责', []],
  ['河西省民政厅', '全国人大代表建议、全国政协委员提案', []],
  ['国家税务总局云岭市税务局', '全国人大代表建议、全国政协委员提案', []],
  ['云岭市商务局', '省、市人大代表建议和政协委员提案', []],
])('%s says %s', (name, text, faults) => {
  const agency = readAgency(name)
  if (agency === undefined) throw new Error(name)
  const found = FOREIGN_PHRASES.filter(
    ({ pattern, isForeign }) => isForeign(agency) && [...text.matchAll(pattern)].length > 0,
  )
  expect(found.map(({ fault }) => fault)).toEqual(faults)
})

test('what should stand there is of the level of the agency', () => {
  const level = FOREIGN_PHRASES.find(({ fault }) => fault === 'level')
  const expected = (name: string) => {
    const agency = readAgency(name)
    return agency && level?.expected('市政府', agency)
  }
  expect(expected('河西省民政厅')).toBe('省政府')
  expect(expected('内岭壮族自治区民政厅')).toBe('自治区政府')
})
