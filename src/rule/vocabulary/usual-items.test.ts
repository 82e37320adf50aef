import { expect, test } from 'vitest'
import { USUAL_ITEMS, USUAL_OF_AGENCIES } from './usual-items.ts'

const items = [...USUAL_ITEMS, ...USUAL_OF_AGENCIES.flatMap((one) => one.items)]

test.each(items)('$name is found by its own name', ({ name, pattern }) => {
  expect(name).toMatch(pattern)
})

test.each([
  ['云岭市教育局', ['义务教育招生', '学生资助', '学校名录、教育统计']],
  ['云岭市人民政府国防动员办公室', ['人防工程审批', '易地建设费收费']],
  ['云岭市商务局', []],
])('%s', (agency, names) => {
  const own = USUAL_OF_AGENCIES.filter((one) => one.agency.test(agency))
  expect(own.flatMap((one) => one.items.map(({ name }) => name))).toEqual(names)
})
