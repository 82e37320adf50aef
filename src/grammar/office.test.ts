import { expect, test } from 'vitest'
import { findOffices, kinshipOf } from './office.ts'

test.each<[string, string[]]>([
  ['秘书处', ['秘书处']],
  ['秘 书\n处', ['秘书处']],
  ['指挥通信处\n\n指挥信息保障中心', ['指挥通信处', '指挥信息保障中心']],
  ['办公室、人事科、县财政局', ['办公室', '人事科', '县财政局']],
  ['办公室 信息中心', ['办公室', '信息中心']],
  ['办公室和信息中心', ['办公室', '信息中心']],
  ['发展和改革局', ['发展和改革局']],
  ['秘书处配合', ['秘书处']],
  ['秘书处\n\n配合', ['秘书处']],
  ['人事处（机关党委）、办公室', ['人事处(机关党委)', '办公室']],
  ['每季度末前完成，由办公室汇总。', []],
  ['', []],
])('the offices of %j', (text, names) => {
  const offices = findOffices(text)
  expect(offices.map(({ name }) => name)).toEqual(names)
})

test.each<[string, boolean]>([
  ['各处室（单位）', true],
  ['各涉事\n\n处室（单位）', true],
  ['相关处室（单位）配合', true],
  ['文稿起草\n\n处室（单位）', true],
  ['会议承办处室', true],
  ['结合人防实际', true],
  ['信息科', false],
  ['县政务服务局', false],
])('%j names nobody in particular: %s', (text, isGeneric) => {
  const offices = findOffices(text)
  expect(offices.map((office) => office.isGeneric)).toEqual([isGeneric])
})

test.each([
  ['秘书处', ''],
  ['秘书处配合', '配合'],
  ['秘书处提供各牵头处室（单位）工作开展情况', '提供各牵头处室(单位)工作开展情况'],
  ['法规科负责审核', '负责审核'],
])('what the office of %j does', (text, does) => {
  expect(findOffices(text)[0]?.does).toBe(does)
})

test.each([
  ['工程处', '工程管理处', 'shorter'],
  ['财务管理科', '财务科', 'shorter'],
  ['法规处', '政策法规处', 'shorter'],
  ['办公室', '局办公室', 'inner'],
  ['指通处', '指挥通信处', 'abbreviated'],
  ['指挥通讯处', '指挥通信处', 'misspelt'],
  ['秘书处', '秘书科', 'rank'],
  ['工程处', '工程科', 'rank'],
])('%s and %s are of one office: %s', (one, other, kinship) => {
  expect(kinshipOf(one, other)).toBe(kinship)
  expect(kinshipOf(other, one)).toBe(kinship)
})

test.each([
  ['秘书处', '秘书处'],
  ['综合科', '综合执法科'],
  ['综合一科', '综合二科'],
  ['教育科', '基础教育科'],
  ['规划科', '规划建设科'],
  ['工程管理科', '工商管理科'],
  ['信息科', '信息中心'],
  ['信息中心', '指挥信息保障中心'],
  ['办公室', '党委办公室'],
  ['县教育局', '市教育局'],
  ['督查室', '督查科'],
])('%s and %s may be two offices', (one, other) => {
  expect(kinshipOf(one, other)).toBeUndefined()
})
