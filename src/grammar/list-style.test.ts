import { expect, test } from 'vitest'
import { oddDelimiters, separatorsOf } from './list-style.ts'
import { findListMarkers } from './numbering.ts'

test.each([
  ['1.甲；2.乙；3.丙', ['；', '；']],
  ['1.甲； 2.乙 3.丙', ['；', '']],
  ['1.甲。2.《乙》3.丙', ['。', '']],
  ['1.甲\n2.乙', ['']],
  ['1.甲：1、乙；2、丙；2.丁', []],
  ['1.甲', []],
])('%s', (text, marks) => {
  expect(separatorsOf(text, findListMarkers(text)).map(({ mark }) => mark)).toEqual(marks)
})

test.each([
  ['1.甲；2、乙；3.丙', [2]],
  ['1.甲；2.乙', []],
  ['1.甲；1、乙；2、丙；2.丁', []],
])('numbers of another style in %s', (text, numbers) => {
  expect(oddDelimiters(findListMarkers(text)).odd.map(({ number }) => number)).toEqual(numbers)
})
