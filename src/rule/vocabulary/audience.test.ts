import { expect, test } from 'vitest'
import { FOR_BOTH, FOR_EVERYBODY, NAMES_NO_GROUP, NO_MARK } from './audience.ts'

test.each([
  [
    'items for everybody',
    FOR_EVERYBODY,
    ['政府信息公开指南', '政府信息公开年报', '机构职能', '部门预算', '双随机、一公开'],
  ],
  [
    'items for those concerned too',
    FOR_BOTH,
    ['土地征收', '房屋征收补偿方案', '列席会议', '低保对象公示'],
  ],
  ['no group', NAMES_NO_GROUP, ['√', '✓', '是', '特定群体', '√特定群众']],
  ['no mark', NO_MARK, ['—', '/', '无', '□']],
])('%s', (_, pattern, texts) => {
  for (const text of texts) expect(text).toMatch(pattern)
})

test.each([
  ['items for everybody', FOR_EVERYBODY, ['职称评审政策文件', '预算绩效', '职工代表大会']],
  ['items for those concerned too', FOR_BOTH, ['部门预算', '机构职能', '工作动态']],
  ['no group', NAMES_NO_GROUP, ['√教师', '申请人', '被征收人']],
  ['no mark', NO_MARK, ['√', '教师']],
])('not: %s', (_, pattern, texts) => {
  for (const text of texts) expect(text).not.toMatch(pattern)
})
