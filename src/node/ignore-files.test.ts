import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { IgnoreFiles } from './ignore-files.ts'

let folder = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mulint-ignore-')))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function reasonOf(
  files: Record<string, string>,
  path: string,
  isNested = true,
): string | undefined {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return new IgnoreFiles({ folder, isNested }).reason(join(folder, path), path.endsWith('/'))
}

describe('what is ignored, and by which line', () => {
  test.each<[why: string, files: Record<string, string>, path: string, reason: string | undefined]>(
    [
      ['nothing', {}, 'a.csv', undefined],
      [
        'by name',
        { '.mulintignore': '# 说明\n*.草稿.csv\n' },
        'a.草稿.csv',
        '.mulintignore:2 *.草稿.csv',
      ],
      ['not another name', { '.mulintignore': '*.草稿.csv' }, 'a.csv', undefined],
      ['in a folder below', { '.mulintignore': 'a.csv' }, '市/局/a.csv', '.mulintignore:1 a.csv'],
      ['rooted', { '.mulintignore': '/a.csv' }, '市/a.csv', undefined],
      [
        'a folder and all in it',
        { '.mulintignore': '归档/' },
        '归档/市/a.csv',
        '.mulintignore:1 归档/',
      ],
      ['taken back', { '.mulintignore': '*.csv\n!a.csv' }, 'a.csv', undefined],
      [
        'taken back nearer',
        { '.mulintignore': '*.csv', '市/.mulintignore': '!a.csv' },
        '市/a.csv',
        undefined,
      ],
      ['nearer', { '市/.mulintignore': '/a.csv' }, '市/a.csv', '市/.mulintignore:1 /a.csv'],
      ['not beside', { '市/.mulintignore': 'a.csv' }, '区/a.csv', undefined],
      [
        'not taken back out of a folder',
        { '.mulintignore': '归档/', '归档/.mulintignore': '!a.csv' },
        '归档/a.csv',
        '.mulintignore:1 归档/',
      ],
      [
        'git’s in a repository',
        { '.git/x': '', '.gitignore': 'a.csv' },
        '市/a.csv',
        '.gitignore:1 a.csv',
      ],
      ['git’s elsewhere', { '.gitignore': 'a.csv' }, 'a.csv', undefined],
      [
        'ours after git’s',
        { '.git/x': '', '.gitignore': '*.csv', '.mulintignore': '!a.csv' },
        'a.csv',
        undefined,
      ],
      [
        'not from outside a repository',
        { '.mulintignore': 'a.csv', '市/.git/x': '' },
        '市/a.csv',
        undefined,
      ],
      [
        'CRLF and BOM',
        { '.mulintignore': '\ufeffb.csv\r\na.csv\r\n' },
        'a.csv',
        '.mulintignore:2 a.csv',
      ],
    ],
  )('%s', (_why, files, path, reason) => {
    expect(reasonOf(files, path)).toBe(reason)
  })
})

test('what was handed in does not ignore itself where nothing nearer counts', () => {
  const files = { '.mulintignore': 'b.csv', '报送/.mulintignore': '*' }
  expect(reasonOf(files, '报送/a.csv', false)).toBeUndefined()
  expect(reasonOf(files, '报送/b.csv', false)).toBe('.mulintignore:1 b.csv')
  expect(reasonOf(files, '报送/a.csv')).toBe('报送/.mulintignore:1 *')
})

test.each<[why: string, text: string, said: string]>([
  ['too many wild cards', 'a\n*a*a*a*a*a*a', '.mulintignore:2 通配符太复杂，应当拆开来写'],
  ['too long', 'a'.repeat(1_001), '.mulintignore:1 通配符太复杂，应当拆开来写'],
  ['too many lines', 'a\n'.repeat(10_000), '.mulintignore 超过10000行'],
  ['too large', 'a'.repeat(1024 * 1024 + 1), '.mulintignore 超过1 MB'],
])('an absurd file: %s', (_why, text, said) => {
  expect(() => reasonOf({ '.mulintignore': text }, 'a.csv')).toThrow(said)
})

test('a folder instead of a file', () => {
  mkdirSync(join(folder, '.mulintignore'))
  expect(() => reasonOf({}, 'a.csv')).toThrow('.mulintignore 不是文件，应当是写着设置的文件')
})
