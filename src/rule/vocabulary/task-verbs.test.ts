import { expect, test } from 'vitest'
import { isActionable, VAGUE_RESULT } from './task-verbs.ts'

test.each<[string, boolean]>([
  ['新媒体', false],
  ['机构职能', false],
  ['热线电话、领导信箱、广播电视问政、政府开放日', false],
  ['政务微博和微信', false],
  ['业务培训', true],
  ['明确责任', true],
  ['制作图解', true],
  ['权力清单、责任清单、便民利民服务事项清单', true],
  ['落实政务公开工作经费', true],
])('%s tells what to do: %s', (text, tells) => {
  expect(isActionable(text)).toBe(tells)
})

test.each<[string, boolean]>([
  ['集中办理、一站式办结率高', true],
  ['“单点登录、全网通办”率高', true],
  ['政务舆情函件处置及时、效果良好', true],
  ['网上办理率不低于95%', false],
  ['提高办结率，高效服务', false],
  ['开展有效工作', false],
])('%s has no measure: %s', (text, isVague) => {
  expect(VAGUE_RESULT.test(text)).toBe(isVague)
})
