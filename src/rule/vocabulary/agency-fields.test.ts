import { expect, test } from 'vitest'
import { AGENCY_FIELDS } from './agency-fields.ts'

test('names each word once', () => {
  const words = AGENCY_FIELDS.flat()
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
})
