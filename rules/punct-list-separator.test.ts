import { expect, test } from 'vitest'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { readDocument } from '../src/readers/choose.ts'
import rule from './punct-list-separator.ts'

test.each([
  ['“……加强政策解读。” 2.', 'suggested'],
  ['“……加强政策解读” 2.', 'safe'],
])('what goes behind %s is %s', async (between, safety) => {
  const basis = `1.《云岭市政务公开办法》第三条${between}《云岭市行政许可办法》第二条；3.《云岭市规划办法》`
  const source = `| 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |\n|${' --- |'.repeat(5)}\n| 1 | 政策文件 | 文件文本 | ${basis} | 实时更新 |\n`
  const bytes = new TextEncoder().encode(source)
  const document = await readDocument({ name: '目录.md', bytes })
  const { diagnostics } = lint(document, {
    rules: [{ rule }],
    authorities: loadAuthorities(),
    kind: 'catalogue',
    today: '2026-11-21',
  })
  expect(diagnostics.map(({ fix }) => fix?.safety)).toEqual([safety])
})
