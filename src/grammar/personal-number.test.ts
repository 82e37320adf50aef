import { expect, test } from 'vitest'
import { findPersonalNumbers } from './personal-number.ts'

const found = (text: string) =>
  findPersonalNumbers(text).map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`)

// Regions that do not exist, and a bank that has no name.
test.each([
  ['张某109999190001010028，', ['identity 109999190001010028']],
  ['10999919000101001x', ['identity 10999919000101001x']],
  ['手机13900000000', ['mobile 13900000000']],
  ['卡号6200000000000013', ['card 6200000000000013']],
])('finds the number of %s', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test.each([
  '109999190001010020',
  '统一社会信用代码：109999190001010028',
  '0355-1234567',
  'A13900000000',
  '139000000001',
  '1099**********0028',
  '6200000000000014',
  '20260101123456789',
])('accepts %s', (text) => {
  expect(found(text)).toEqual([])
})
