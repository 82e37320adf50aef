import { expect, test } from 'vitest'
import { DEPARTMENTS } from './departments.ts'

const forms = DEPARTMENTS.flatMap(({ name, short }) => [name, ...short])

test('no name or short form stands for two departments', () => {
  expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([])
})

test('a former name is not that of a department of today', () => {
  const former = DEPARTMENTS.flatMap((department) => department.former ?? [])
  expect(former.filter((name) => forms.includes(name))).toEqual([])
})

test('names come without 局, 委 and 办', () => {
  expect(forms.filter((form) => /[局委办厅]$/u.test(form))).toEqual([])
})
