import { expect, test } from 'vitest'
import { pathUri } from './uri.ts'

test.each([
  ['a/b.csv', 'a/b.csv'],
  ['目录/附件 1.xlsx', '%E7%9B%AE%E5%BD%95/%E9%99%84%E4%BB%B6%201.xlsx'],
  ['50%#1?.md', '50%25%231%3F.md'],
  ['a:b.csv', 'a%3Ab.csv'],
  ['../目录.csv', '../%E7%9B%AE%E5%BD%95.csv'],
  ['D:/报送/a b.csv', 'file:///D:/%E6%8A%A5%E9%80%81/a%20b.csv'],
  ['\ud800.csv', '%EF%BF%BD.csv'],
])('%s is %s', (path, uri) => {
  expect(pathUri(path)).toBe(uri)
})
