import { expect, test } from 'vitest'
import { findBodies, levelOf, regionBetween } from './body.ts'

test.each([
  ['市教育局', ['市教育局']],
  ['县民政局、各乡（镇）人民政府（街道办事处）', ['县民政局', '各乡(镇)人民政府(街道办事处)']],
  ['乡镇人民政府\n\n行政村村民委员会', ['乡镇人民政府', '行政村村民委员会']],
  ['通道自治县\n卫健局', ['通道自治县卫健局']],
  ['负责审批的 燃气管理部 门', ['负责审批的燃气管理部门']],
  ['市司法局（行政复议局、法制办）', ['市司法局(行政复议局、法制办)']],
  ['', []],
  ['、，；', []],
])('%j names %j', (text, names) => {
  expect(findBodies(text).map(({ name }) => name)).toEqual(names)
})

test('a name is found where it stands', () => {
  const text = '县民政局， 县财政局 '
  expect(findBodies(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
    '县民政局',
    '县财政局',
  ])
})

test('a text is no list of bodies', () => {
  expect(findBodies('局'.repeat(1000))).toEqual([])
})

test.each([
  ['市教育局', '市'],
  ['市市场监督管理局', '市'],
  ['市场监督管理局', ''],
  ['市政府办公室', '市'],
  ['市政工程管理处', ''],
  ['乡村振兴局', ''],
  ['县级民政部门', ''],
  ['镇人民政府', '镇'],
  ['青溪县教育局', ''],
])('the level of %s is %j', (name, level) => {
  expect(levelOf(name)).toBe(level)
})

test.each([
  ['市教育局', '云岭市教育局', '云岭市'],
  ['县教育局', '云岭市青溪县教育局', '云岭市青溪县'],
  ['教育局', '县教育局', '县'],
  ['教育局', '青溪县教育局', '青溪县'],
  ['市场监督管理局', '石渡县市场监督管理局', '石渡县'],
  ['青溪县教育局', '云岭市青溪县教育局', '云岭市'],
  ['教育局', '县委教育局', undefined],
  ['市教育局', '县教育局', undefined],
  ['服务中心', '社区服务中心', undefined],
  ['建设局', '住房和城乡建设局', undefined],
  ['管理局', '城市管理局', undefined],
])('%s and %s share %j', (short, long, region) => {
  expect(regionBetween(short, long)).toBe(region)
})
