import { expect, test } from 'vitest'
import { APART, COMPETENCES } from './competences.ts'
import { DEPARTMENTS } from './departments.ts'

const names = new Set(DEPARTMENTS.map(({ name }) => name))

test('every department is one of the vocabulary', () => {
  const used = [...APART, ...COMPETENCES.flatMap(({ departments }) => departments)]
  expect(used.filter((name) => !names.has(name))).toEqual([])
})

test('no matter belongs to two owners', () => {
  const matters = COMPETENCES.flatMap((competence) => competence.matters)
  expect(matters.filter((matter, index) => matters.indexOf(matter) !== index)).toEqual([])
})
