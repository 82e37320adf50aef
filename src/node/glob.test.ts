import { expect, test } from 'vitest'
import { globFault, matchesFrom } from './glob.ts'

test.each<[pattern: string, path: string, isMeant: boolean]>([
  ['*.csv', 'a.csv', true],
  ['*.csv', '市/局/a.csv', true],
  ['./*.csv', '市/a.csv', true],
  ['市/*.csv', '市/a.csv', true],
  ['市/*.csv', '市/局/a.csv', false],
  ['市/**', '市/局/a.csv', true],
  ['市', '市/局/a.csv', true],
  ['归档/', '市/归档/a.csv', true],
  ['市/局', '市/局/a.csv', true],
  ['目录(2026).csv', '目录(2026).csv', true],
  ['目录+.csv', '目录目录.csv', false],
  ['!a.csv', 'b.csv', false],
  ['{a,b}.csv', 'b.csv', true],
  ['.隐藏/*', '.隐藏/a.csv', true],
  ['../*.csv', '../a.csv', false],
])('%s means %s: %s', (pattern, path, isMeant) => {
  expect(matchesFrom('/repo', [pattern], `/repo/${path}`)).toBe(isMeant)
})

test.each([
  '*'.repeat(4),
  '{a,b}{c,d}{e,f}',
  '/a',
  'C:/a',
  '**/**/**/**/a',
  'a'.repeat(201),
  '../a/*',
  'a/../b',
  '年报\\**',
  '年报\\目录.csv',
])('%s is refused', (pattern) => {
  expect(globFault(pattern)).toBeTypeOf('string')
})

test('a bracket may be taken for what it is', () => {
  expect(globFault('\\[a\\].csv')).toBeUndefined()
  expect(matchesFrom('/repo', ['\\[a\\].csv'], '/repo/[a].csv')).toBe(true)
})

test('what is not refused is matched soon', () => {
  const name = `${'a'.repeat(250)}b`
  const began = Date.now()
  for (const pattern of ['**/*a*a*/**', '*a*a*c', '**/*a*/**/*c', '(a+)+c', '{a,aa}{a,aa}c']) {
    expect(globFault(pattern)).toBeUndefined()
    expect(matchesFrom('/repo', [pattern], `/repo/${name}/${name}/${name}`)).toBe(
      pattern === '**/*a*a*/**',
    )
  }
  expect(Date.now() - began).toBeLessThan(5_000)
})
