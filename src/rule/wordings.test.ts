import { expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { suggestion } from '../fix/edit.ts'
import { readDocument } from '../readers/choose.ts'
import type { Rule } from './rule.ts'
import { sparingNames } from './wordings.ts'

const SOURCE =
  '序号\t公开事项\t公开内容\t公开依据\t公开时限\t公开主体\t责任人\n' +
  '1\t公开指南\t帐目，联系人：李帐\t国办发(2019)54号，帐目\t实时更新\t市教育局\t王帐\n'

test.each<[why: string, rule: string, text: string, at: string, isSpared: boolean]>([
  ['a wording', 'text-known-typo', '帐目，联系人：李帐', '帐目', false],
  ['a name', 'text-known-typo', '帐目，联系人：李帐', '李帐', true],
  [
    'a name that stands in what is replaced, unchanged',
    'text-rare-variant',
    '帐目，联系人：李帐',
    '帐目，联系人：李',
    false,
  ],
  ['the name of a column of names', 'text-known-typo', '王帐', '帐', true],
  ['a 文号, by a rule on punctuation', 'punct-halfwidth', '国办发(2019)54号，帐目', '(2019)', true],
  [
    'a 文号, by the rule on 文号',
    'cite-number-malformed',
    '国办发(2019)54号，帐目',
    '(2019)',
    false,
  ],
  ['what stands behind a 文号', 'punct-halfwidth', '国办发(2019)54号，帐目', '，帐', false],
])('%s', async (_why, id, text, at, isSpared) => {
  const document = await readDocument({
    name: '目录.tsv',
    bytes: new TextEncoder().encode(`云岭市教育局主动公开事项目录\n${SOURCE}`),
  })
  const [catalogue] = recognise(document).catalogues
  const cell = catalogue?.sheets[0]?.grid.table.rows.flat().find((one) => one.text === text)
  if (catalogue === undefined || cell === undefined) throw new Error('the table was not read')
  const start = text.indexOf(at)
  const changed = at.replaceAll('帐', '账').replace('(', '（').replace('，账', '；账')
  const fix = suggestion(cell, { start, end: start + at.length }, changed)
  const kept = sparingNames({ id } as Rule, fix, catalogue)
  expect(kept).toBe(isSpared ? undefined : fix)
})
