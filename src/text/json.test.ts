import { describe, expect, test } from 'vitest'
import { JsonError, jsonValue, lineAndColumn, nodeAt, parseJson } from './json.ts'

describe('what JSON.parse accepts', () => {
  test.each([
    '{}',
    '[]',
    ' [1, -2.5e3, true, false, null, "文字"] ',
    '{"a":{"b":[{"c":"\\u6587\\"\\\\\\n"}]}}',
    '"\u2028"',
    '0',
  ])('%s', (text) => {
    expect(jsonValue(parseJson(text))).toEqual(JSON.parse(text))
  })
})

test('comments and trailing commas', () => {
  const text =
    '// 设置\n{ /* 法律 */ "lawbook": "法律//文本", /**/ "authorities": ["a.json",], }\n// 完'
  expect(jsonValue(parseJson(text))).toEqual({
    lawbook: '法律//文本',
    authorities: ['a.json'],
  })
})

test.each([
  ['', '没有写完', 1, 1],
  ['{\n  "a": 1', '没有写完，缺少“}”', 2, 9],
  ['{\n  "a" 1}', '名称后面缺少冒号', 2, 7],
  ['{\n  a: 1}', '这里应当是用双引号括起来的名称', 2, 3],
  ['{"a": 1\n"b": 2}', '这里缺少逗号或者“}”', 2, 1],
  ['{"a": 1,\n "a": 2}', '“a”写了两次', 2, 2],
  ['{"a": 一}', '这里应当是一个值', 1, 7],
  ['["a]', '引号没有成对', 1, 2],
  ['["a\n"]', '引号没有成对', 1, 2],
  ['["\\x"]', '引号里有不能这样写的字符', 1, 2],
  ['["\t"]', '引号里有不能这样写的字符', 1, 2],
  ['[] []', '后面还有多余的内容', 1, 4],
  ['/* a', '注释没有结束', 1, 1],
  ['01', '后面还有多余的内容', 1, 2],
])('%j is refused', (text, message, line, column) => {
  const error = fault(text)
  expect({ message: error?.message, ...lineAndColumn(text, error?.at ?? -1) }).toEqual({
    message,
    line,
    column,
  })
})

test('deep nesting is refused, not followed', () => {
  expect(fault('['.repeat(100_000))?.message).toBe('嵌套超过100层')
})

test('a long text takes no longer than its length', () => {
  const long = `{"a": "${'文\\n'.repeat(300_000)}", /*${'*'.repeat(300_000)}*/ "b": [${'1,'.repeat(300_000)}]}`
  expect(parseJson(long).span.end).toBe(long.length)
})

test('a key __proto__ is a key like any other', () => {
  const value = jsonValue(parseJson('{"__proto__": {"lawbook": "x"}}')) as object
  expect(Object.keys(value)).toEqual(['__proto__'])
  expect('lawbook' in value).toBe(false)
})

test('a path leads to its node, or as near as there is one', () => {
  const text = '[{"id": "a"}, {"id": "b",\n "events": [{"date": "2019"}]}]'
  const node = parseJson(text)
  const at = (...path: string[]) => {
    const { start, end } = nodeAt(node, path).span
    return text.slice(start, end)
  }
  expect(at('1', 'events', '0', 'date')).toBe('"2019"')
  expect(at('1', 'events', '0', 'number')).toBe('{"date": "2019"}')
  expect(at('0', 'id', 'x')).toBe('"a"')
})

function fault(text: string): JsonError | undefined {
  try {
    parseJson(text)
  } catch (error) {
    if (error instanceof JsonError) return error
    throw error
  }
  return undefined
}
