import { expect, test } from 'vitest'
import { isTick, saysYes } from './tick.ts'

test.each([
  ['√', true, true],
  [' ✓ ', true, true],
  ['■', true, true],
  ['R', true, true],
  ['主动公开', false, true],
  ['√本村村民', false, true],
  ['', false, false],
  ['  ', false, false],
  ['—', false, false],
  ['——', false, false],
  ['/', false, false],
  ['×', false, false],
  ['□', false, false],
  ['否', false, false],
])('%j: a tick %s, yes %s', (text, tick, yes) => {
  expect(isTick(text)).toBe(tick)
  expect(saysYes(text)).toBe(yes)
})
