import { expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { readDocument } from '../readers/choose.ts'
import { isOnRequest, isProactive, mayBeAppliedFor } from './method.ts'

test.each<[string, string, boolean, boolean]>([
  ['主动\t依申请公开', '√\t', true, false],
  ['主动\t依申请公开', '\t√', false, true],
  ['主动\t依申请公开', '√\t—', true, false],
  ['主动\t依申请公开', '×\t√', false, true],
  ['主动\t依申请公开', '√\t√', false, false],
  ['主动\t依申请公开', '\t', false, false],
  ['公开方式', '主动公开', true, false],
  ['公开方式', '依申请公开', false, true],
  ['公开方式', '主动公开、依申请公开', false, false],
])('under %s, %s is proactive: %s, on request: %s', async (labels, marks, proactive, onRequest) => {
  const source = `序号\t公开事项\t公开内容\t公开时限\t${labels}\n1\t机构职能\t职能\t实时更新\t${marks}\n`
  const document = await readDocument({ name: '目录.tsv', bytes: new TextEncoder().encode(source) })
  const entry = recognise(document).catalogues[0]?.entries[0]
  expect(entry && [isProactive(entry), isOnRequest(entry)]).toEqual([proactive, onRequest])
})

test.each([
  ['依申请公开', true],
  ['补贴申领', true],
  ['机构职能', false],
])('%s may be applied for: %s', (name, expected) => {
  expect(mayBeAppliedFor(name)).toBe(expected)
})
