import { expect, test } from 'vitest'
import { hash } from './hash.ts'

test.each(['', '0', '公开时限', '👍', '\ud800', '政府信息公开条例'.repeat(1000)])(
  'a hash is sixteen hexadecimal digits, and always the same',
  (text) => {
    expect(hash(text)).toMatch(/^[0-9a-f]{16}$/u)
    expect(hash(text)).toBe(hash(text))
  },
)

// Fingerprints are kept in other programs' files: a changed hash would make every old finding new.
test('a hash never changes from version to version', () => {
  expect(hash('num-seq-gap\ngap\n机构职能\nseq\n4\n1')).toBe('f69087adee3c1d8e')
})

test.each([
  ['公开时限', '公开限时'],
  ['公开', '公开\0'],
  ['', '\0'],
  ['a\nb', 'a\n\nb'],
  ['序号1', '序号１'],
])('%j and %j are told apart', (a, b) => {
  expect(hash(a)).not.toBe(hash(b))
})

test('texts that differ in a number or in two characters are told apart', () => {
  const texts: string[] = []
  for (let number = 0; number < 50_000; number++) {
    texts.push(`deadline-missing\nmissing\n部门预算/第${number}项\ndeadline\n\n1`)
  }
  for (let first = 0; first < 250; first++) {
    for (let second = 0; second < 250; second++) {
      texts.push(String.fromCharCode(0x4e00 + first * 37, 0x4e00 + second * 53))
    }
  }
  expect(new Set(texts.map(hash)).size).toBe(texts.length)
})
