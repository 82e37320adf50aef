import type { ListFault } from '../src/grammar/numbering.ts'
import { faultyLists, renumberList } from '../src/rule/list.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'num-list-gap',
  title: '单元格内编号缺号或者不从1开始',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  basis: [
    {
      source: 'GB/T 9704—2012',
      article: '《党政机关公文格式》',
      gist: '文中结构层次的序数依次可以用“一、”“（一）”“1.”“（1）”标注。',
    },
  ],
  why: '缺号让人怀疑漏了一条；从2开始，多半是删了第一条而没有重排。',
  how: '补上缺的一条，或者从1起顺次重排。',
  messages: {
    gap: '列表编号由“{before}”跳到“{actual}”，应当为“{expected}”。',
    begin: '列表从“{actual}”开始编号，应当从“1”开始。',
    order: '列表编号“{actual}”次序不对，应当为“{expected}”。',
  },
  examples: {
    good: [
      {
        name: '续行的列表接着上一行编号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 招生政策 | 1.招生范围；2.招生条件 | 实时更新 |
          |  |  | 3.招生程序；4.录取办法 |  |
        `,
      },
      {
        name: '只有开头一个编号，是被截断的列表',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 招生政策 | 2.受理部门 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '从2开始',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | ⟦2⟧.《中华人民共和国政府信息公开条例》第四条；3.《中华人民共和国档案法》第十五条 | 实时更新 |
        `,
        says: ['列表从“2”开始编号，应当从“1”开始。'],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 1.《中华人民共和国政府信息公开条例》第四条；2.《中华人民共和国档案法》第十五条 | 实时更新 |
        `,
      },
      {
        name: '缺一个，后面每个都差一',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 招生政策 | ⟦8⟧.招生范围；10.招生条件 | 实时更新 |
          | 2 | 招生计划 | 1.招生人数；⟦3⟧.招生专业；4.录取名单 | 实时更新 |
        `,
        says: ['列表从“8”开始编号，应当从“1”开始。', '列表编号由“1”跳到“3”，应当为“2”。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 招生政策 | 1.招生范围；2.招生条件 | 实时更新 |
          | 2 | 招生计划 | 1.招生人数；2.招生专业；3.录取名单 | 实时更新 |
        `,
      },
      {
        name: '写错一个，前后都对',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 招生政策 | 1.招生范围；⟦5⟧.招生条件；3.录取办法 | 实时更新 |
        `,
        says: ['列表编号“5”次序不对，应当为“2”。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 招生政策 | 1.招生范围；2.招生条件；3.录取办法 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    for (const list of faultyLists(catalogue)) {
      const { passage, fault } = list
      if (fault.kind === 'duplicate') continue
      yield {
        ...said(fault),
        at: { passage, span: fault.marker.span },
        expected: [String(fault.expected)],
        ...renumberList(list),
      }
    }
  },
})

function said({ kind, marker, before, expected }: ListFault) {
  const actual = marker.number
  if (kind !== 'gap') return { message: 'order', data: { actual, expected } } as const
  if (before === undefined) return { message: 'begin', data: { actual } } as const
  return { message: 'gap', data: { before, actual, expected } } as const
}
