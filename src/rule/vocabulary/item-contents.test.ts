import { expect, test } from 'vitest'
import { PROMISED_CONTENTS } from './item-contents.ts'

test.each([
  ['计划规划', '年度工作计划和工作总结', false],
  ['计划规划', '中长期发展规划、年度工作计划', true],
  ['规划信息', '五年纲要文本', true],
  ['专项规划', '教育、养老等专项文本', true],
  ['政策问答库', '对政策文件进行解读', false],
  ['政策问答库', '常见问题和答复', true],
  ['政策解读', '出台背景、目的意义的解释性说明', true],
  ['部门预算', '收支总表及文字说明', true],
  ['应急预案', '应急常识、值班电话', false],
  ['应急预案', '生产安全事故应急处置办法', true],
  ['领导信息', '姓名、职务、分工', true],
])('%s with %s: %s', (name, content, isKept) => {
  const [promise, ...others] = PROMISED_CONTENTS.filter((one) => one.name.test(name))
  expect(others).toEqual([])
  expect(promise?.words.test(content) === true || promise?.instead.test(content) === false).toBe(
    isKept,
  )
})
