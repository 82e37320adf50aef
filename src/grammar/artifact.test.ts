import { expect, test } from 'vitest'
import { findArtifacts } from './artifact.ts'

const found = (text: string) =>
  findArtifacts(text).map(({ kind, text, meant }) => [kind, text, meant])

test.each([
  ['青溪\ufffd\ufffd局', [['garbled', '\ufffd\ufffd', undefined]]],
  ['锟斤拷锟斤拷', [['garbled', '锟斤拷锟斤拷', undefined]]],
  ['\uf0fe政府网站', [['private', '\uf0fe', '☑']]],
  ['职\ue5e5责', [['private', '\ue5e5', undefined]]],
  ['公开\u200b指南', [['invisible', '\u200b', '']]],
  ['\ufeff公开', [['invisible', '\ufeff', '']]],
  ['公开&nbsp;指南', [['entity', '&nbsp;', ' ']]],
  ['甲&lt;乙', [['entity', '&lt;', undefined]]],
  ['\u2f2f作动态', [['radical', '\u2f2f', '工']]],
  ['\u2ea0政局', [['radical', '\u2ea0', '民']]],
  ['青溪?教育局', [['question', '?', undefined]]],
] as const)('finds what a conversion left in %j', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test.each([
  '窗口、口岸、户口',
  '什么是主动公开?怎样申请公开?按下列程序',
  '能否公开?能',
  'https://example.gov.cn/?a=1&b=2',
  'A&B; R&D',
  '👨‍👩‍👧家庭',
  '——公开',
])('accepts %s', (text) => {
  expect(found(text)).toEqual([])
})
