import { expect, test } from 'vitest'
import { readAgency } from './title-agency.ts'

test.each([
  ['河西省人民防空办公室', 'province', '河西省'],
  ['内岭壮族自治区教育厅', 'province', '内岭壮族自治区'],
  ['云岭市教育局', 'city', '云岭市'],
  ['云州市市场监督管理局', 'city', '云州市'],
  ['云岭市城市管理局', 'city', '云岭市'],
  ['云岭市人民政府国防动员办公室', 'city', '云岭市'],
  ['云岭土家族苗族自治州商务局', 'city', '云岭土家族苗族自治州'],
  ['青溪县市场监督管理局', 'county', '青溪县'],
  ['云岭市青溪区住房和城乡建设局', 'county', '青溪区'],
  ['上海市', 'province', '上海市'],
  ['青溪县云水镇人民政府', 'township', '云水镇'],
  ['云水街道办事处', 'township', '云水街道'],
  ['国家统计局云岭调查队', 'central', ''],
  ['县教育局', 'county', ''],
  ['市教育局', undefined, ''],
])('%s is of level %s', (name, level, region) => {
  expect(readAgency(name)).toMatchObject({ level, region })
})

test.each([
  ['云岭市人民政府', true],
  ['云岭市人民政府办公室', true],
  ['青溪县', true],
  ['云水街道办事处', true],
  ['云岭市人民政府国防动员办公室', false],
  ['云岭市教育局', false],
])('%s is a government: %s', (name, isGovernment) => {
  expect(readAgency(name)).toMatchObject({ isGovernment })
})

test('tells nothing of an empty name or a sentence', () => {
  expect(readAgency(' ')).toBeUndefined()
  expect(readAgency('负责'.repeat(40))).toBeUndefined()
})
