import { expect, test } from 'vitest'
import { bodyKey, departmentOf } from './bodies.ts'

test.each([
  ['市住建局', '市住房和城乡建设局'],
  ['市住房城乡建设局', '市住房和城乡建设局'],
  ['青溪县卫健委', '青溪县卫生健康委员会'],
  ['市市监局', '市市场监督管理局'],
  ['市国动办', '市人民政府国防动员办公室'],
  ['大河镇政府', '大河镇人民政府'],
  ['河东街道办', '河东街道办事处'],
  ['县政府办公室', '县人民政府办公室'],
])('%s and %s are one body', (one, other) => {
  expect(bodyKey(one)).toBe(bodyKey(other))
})

test.each([
  ['市住建局', '县住建局'],
  ['县农业局', '县林业局'],
  ['县民政局', '县财政局'],
  ['县教育局', '县教育局基础教育股'],
  ['市公安局', '市公安局河东分局'],
  ['市司法局', '市司法局(行政复议局)'],
  ['县自然资源局', '县自然资源和规划局'],
  ['县政府', '县委'],
  ['政府办公室', '办公室'],
])('%s and %s are two', (one, other) => {
  expect(bodyKey(one)).not.toBe(bodyKey(other))
})

test.each([
  ['云岭市教育局', '教育'],
  ['教育局', '教育'],
  ['区文化和旅游局', '文化和旅游'],
  ['县科级干部教育办', undefined],
  ['市城市管理局', '城市管理'],
  ['河东街道办事处', undefined],
])('the department of %s is %s', (name, department) => {
  expect(departmentOf(name)?.department.name).toBe(department)
})
