import { expect, test } from 'vitest'
import { channelOptions } from '../../grammar/channel-list.ts'
import { CHANNELS, SYNONYMS } from './channels.ts'

test('no name stands in two groups', () => {
  const names = SYNONYMS.flat()
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test.each([...new Set([...CHANNELS, ...SYNONYMS.flat()])])(
  '%s is written as it is read',
  (name) => {
    expect(channelOptions(`■${name} □其他`)[0]?.name).toBe(name)
  },
)
