import { describe, expect, test } from 'vitest'
import { parseWords, suggest } from './arguments.ts'
import { UsageError } from './exit-code.ts'
import type { Option } from './options.ts'

const OPTIONS: readonly Option[] = [
  { name: 'format', short: 'f', type: 'string', multiple: true, value: '名称', describe: '' },
  { name: 'fail-on', type: 'string', value: '级别', choices: ['error', 'warning'], describe: '' },
  { name: 'encoding', type: 'string', describe: '' },
  { name: 'color', type: 'boolean', negatable: true, describe: '' },
  { name: 'quiet', type: 'boolean', describe: '' },
]

describe('words that are understood', () => {
  test.each<[string, string[], Record<string, unknown>, string[]]>([
    ['none', [], {}, []],
    ['paths', ['目录.csv', '年报.md'], {}, ['目录.csv', '年报.md']],
    ['a value behind a blank', ['--encoding', 'gb18030'], { encoding: 'gb18030' }, []],
    ['a value behind =', ['--encoding=gb18030'], { encoding: 'gb18030' }, []],
    ['a value with another =', ['--format=json=报告.json'], { format: ['json=报告.json'] }, []],
    ['a value that begins with -', ['--encoding=-x'], { encoding: '-x' }, []],
    ['a short name', ['-f', 'json'], { format: ['json'] }, []],
    ['a short name with its value', ['-fjson'], { format: ['json'] }, []],
    ['several values', ['-f', 'text', '--format', 'json'], { format: ['text', 'json'] }, []],
    ['the last of several', ['--fail-on=error', '--fail-on=warning'], { 'fail-on': 'warning' }, []],
    ['a switch', ['--quiet', '目录.csv'], { quiet: true }, ['目录.csv']],
    ['a switch turned off', ['--no-color'], { color: false }, []],
    ['a switch turned off and on', ['--no-color', '--color'], { color: true }, []],
    ['all behind --', ['--quiet', '--', '--color'], { quiet: true }, ['--color']],
    ['options behind paths', ['目录.csv', '--quiet'], { quiet: true }, ['目录.csv']],
    ['standard input as a path', ['-'], {}, ['-']],
  ])('%s', (_name, words, values, positionals) => {
    const given = parseWords(words, OPTIONS)
    expect(Object.fromEntries(given.values)).toEqual(values)
    expect(given.positionals).toEqual(positionals)
  })
})

describe('words that are not', () => {
  test.each<[string, string[], string]>([
    ['a misspelt option', ['--fromat', 'json'], '没有选项 --fromat，是否指 --format？'],
    ['a misspelt negation', ['--no-colour'], '没有选项 --no-colour，是否指 --no-color？'],
    ['a negation of what cannot be turned off', ['--no-quiet'], '没有选项 --no-quiet'],
    [
      'an unknown option',
      ['--unheard-of-thing'],
      '没有选项 --unheard-of-thing，用 mulint --help 查看全部选项',
    ],
    ['an unknown short option', ['-x'], '没有选项 -x'],
    ['a name that every object has', ['--constructor'], '没有选项 --constructor'],
    ['a value that is missing', ['--format'], '--format 后面缺少名称'],
    ['a value that is missing before an option', ['--format', '--quiet'], '--format 后面缺少名称'],
    ['an empty value', ['--encoding='], '--encoding 后面缺少值'],
    ['a value for a switch', ['--quiet=yes'], '--quiet 不带值'],
    ['a value for a switch turned off', ['--no-color=yes'], '--no-color 不带值'],
    ['a misspelt choice', ['--fail-on=eror'], '--fail-on 不能是“eror”，是否指 error？'],
    [
      'no choice at all',
      ['--fail-on=whatever'],
      '--fail-on 不能是“whatever”，可以是 error、warning',
    ],
  ])('%s', (_name, words, message) => {
    expect(() => parseWords(words, OPTIONS)).toThrow(UsageError)
    expect(() => parseWords(words, OPTIONS)).toThrow(message)
  })
})

test.each<[string | undefined, string[], string]>([
  ['json', ['text', 'json'], '，是否指 json？'],
  [undefined, ['text', 'json'], '，可以是 text、json'],
  [undefined, [], ''],
])('near %j among %j: %j', (near, all, end) => {
  expect(suggest(near, all)).toBe(end)
})
