import { expect, test } from 'vitest'
import { findSeparator } from './separator.ts'

test.each<[string, string, string, string | undefined]>([
  ['commas', 'a.csv', '序号,公开事项\n1,机构职能\n', ','],
  ['tabs', 'a.tsv', '序号\t公开事项\n1\t机构职能\n', '\t'],
  ['commas in a file without extension', '目录', '序号,公开事项\n1,机构职能\n', ','],
  ['tabs in a .txt', 'a.txt', '序号\t公开事项\n1\t机构职能\n', '\t'],
  ['semicolons in a .csv', 'a.csv', '序号;公开事项;费用\n1;机构职能;2,5\n2;部门预算;3,5\n', ';'],
  ['tabs in a .csv', 'a.csv', '序号\t公开事项\n1\t机构,职能\n2\t部门,预算\n', '\t'],
  ['commas in a .tsv', 'a.tsv', '序号,公开事项\n1,机构职能\n', ','],
  ['vertical bars', 'a.txt', '序号|公开事项\n1|机构职能\n', '|'],
  [
    'commas before semicolons that stand in cells',
    'a.csv',
    '序号,公开事项,公开依据\n1,机构职能,《条例》第二十条;《预算法》\n2,部门预算,《条例》;《预算法》\n',
    ',',
  ],
  [
    'tabs before commas that stand in cells',
    'a.txt',
    '序号\t公开依据\n1\t第二十条,第二十一条\n2\t第十九条,第二十条\n',
    '\t',
  ],
  [
    'nothing in quotes',
    'a.txt',
    '序号\t公开事项\n1\t"机构,职能"\n2\t"部门,预算"\n3\t"招生,入学"\n',
    '\t',
  ],
  ['the hint for a single record', 'a.csv', '序号,公开事项\n', ','],
  ['the hint where nothing is separated', 'a.csv', '一、总体情况\n', ','],
  ['nothing for a single record without a hint', 'a.txt', '申请1件,未出现诉讼\n', undefined],
  ['nothing in full-width punctuation', 'a.txt', '编制，公开；\n编制，公开；\n', undefined],
  [
    'nothing in prose with half-width commas',
    'a.txt',
    '一、总体情况\n2023年,我办公开信息1471条,较上年增长。\n收到申请1件,未出现诉讼\n结合实际,制定制度,明确责任,抓好落实\n二、主动公开\n按要求,做好公开\n',
    undefined,
  ],
  ['nothing in prose with indents', 'a.txt', '\t一、总体情况\n\t二、主动公开\n', undefined],
])('%s', (_name, file, text, expected) => {
  expect(findSeparator(text, file)).toBe(expected)
})
