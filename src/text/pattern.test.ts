import { describe, expect, test } from 'vitest'
import { Pattern, PatternError } from './pattern.ts'

describe('a pattern finds what a regular expression finds', () => {
  test.each([
    ['政府网站', '市政府网站和公报', ['政府网站']],
    ['^(?:市|县).+局$', '市教育局', ['市教育局']],
    ['^市.+局$', '青溪县教育局', []],
    ['第[一二三]{1,2}条', '第一条、第十二条、第二三条', ['第一条', '第二三条']],
    ['\\d+个?工作日', '20个工作日，5工作日', ['20个工作日', '5工作日']],
    ['预算|预决算|决算', '预决算和决算', ['预决算', '决算']],
    ['[^，]+', '甲，乙', ['甲', '乙']],
    ['\\p{Script=Han}{2}', '甲乙a丙丁', ['甲乙', '丙丁']],
    ['a{2,3}', 'aaaaa', ['aaa', 'aa']],
    ['(?:a|ab)(?:c|bcd)', 'abcd', ['abcd']],
    ['(?:a*)*b', 'aaab', ['aaab']],
    ['𠮷.', '土𠮷野家', ['𠮷野']],
    ['\\(\\)\\.', '().', ['().']],
    ['x*', 'yy', []],
    ['', 'x', undefined],
  ] as const)('%s in %s', (source, text, expected) => {
    if (expected === undefined) expect(() => new Pattern(source)).toThrow(PatternError)
    else {
      const pattern = new Pattern(source)
      const found = pattern.find(text, 10).map(({ start, end }) => text.slice(start, end))
      expect(found).toEqual(expected)
      expect(pattern.test(text)).toBe(new RegExp(source, 'u').test(text))
    }
  })

  test('no more matches than asked for', () => {
    expect(new Pattern('a').find('aaaa', 2)).toHaveLength(2)
  })
})

describe('a pattern is refused', () => {
  test.each([
    ['(甲', '“(”没有配对的“)”'],
    ['甲)', '“)”没有配对的“(”'],
    ['[甲', '“[”没有配对的“]”'],
    ['*甲', '“*”前面没有可以重复的内容'],
    ['甲**', '一个内容后面只能有一个“*”“+”“?”或者“{}”'],
    ['甲+?', '一个内容后面只能有一个“*”“+”“?”或者“{}”'],
    ['甲{', '“{”后面应当是次数和“}”'],
    ['甲{3,1}', '“{}”里的次数应当由小到大'],
    ['甲{9999}', '“{}”里的次数不能超过200'],
    ['甲}', '“}”不作符号用时前面应当有“\\”'],
    ['(甲)\\1', '模式里不能引用前面的组'],
    ['(?<年>甲)', '模式里不能用“(?=”“(?!”“(?<”一类，反面的要求写成 notPattern'],
    ['(?!甲)', '模式里不能用“(?=”“(?!”“(?<”一类，反面的要求写成 notPattern'],
    ['甲\\', '“\\”后面的字符不能这样写'],
    ['\\q', '“\\”后面的字符不能这样写'],
    ['[z-a]', '“[z-a]”不能这样写'],
    ['\\p{Script=Klingon}', '“\\p{Script=Klingon}”不能这样写'],
    ['甲'.repeat(501), '模式超过500个字符，分成几条规则'],
    ['(?:(?:.{200}){200}){200}', '这个模式展开以后太大，减少“{}”里的次数'],
    ['('.repeat(30) + ')'.repeat(30), '括号套了超过20层'],
  ])('%s', (source, message) => {
    expect(() => new Pattern(source)).toThrow(message)
  })
})

describe('a pattern that would hold up other engines', () => {
  const text = `${'a'.repeat(20_000)}!`

  test.each(['(?:a+)+b', '(?:a|a)*b', '(?:a|aa)+b', '.*.*.*.*b', '(?:a?){100}b', '(?:(?:a*)*)*b'])(
    '%s takes no longer than its text',
    (source) => {
      const start = performance.now()
      expect(new Pattern(source).test(text)).toBe(false)
      expect(new Pattern(source).find(text, 20)).toEqual([])
      expect(performance.now() - start).toBeLessThan(10_000)
    },
  )
})
