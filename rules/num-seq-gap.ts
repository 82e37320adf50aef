import { lastNumber, numberedRuns, renumberFrom } from '../src/rule/renumber.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'num-seq-gap',
  title: '序号跳号或者倒序',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十二条第三款',
      gist: '政府信息公开目录包括索引、名称、内容概述、生成日期等；序号是索引，应当一号一项。',
    },
  ],
  why: '跳号让人怀疑少了一项；确实删去的，序号也应当接上。',
  how: '补上缺的一项，或者顺次重排序号；沿用旧号的，在表前说明。',
  messages: {
    gap: '序号由“{before}”跳到“{actual}”，应当为“{expected}”。',
    gapOn: '序号由“{before}”跳到“{actual}”，应当为“{expected}”，后面的顺次改到“{last}”。',
    order: '序号“{actual}”排在“{before}”之后，应当为“{expected}”。',
  },
  examples: {
    good: [
      {
        name: '分章各自从1编号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 一、基础信息 |  |  |  |
          | 1 | 公开指南 | 指南文本 | 实时更新 |
          | 2 | 公开制度 | 制度文本 | 实时更新 |
          | 二、重点领域 |  |  |  |
          | 1 | 招生政策 | 政策文件 | 实时更新 |
        `,
      },
      {
        name: '按编码而不是顺序编号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 0101 | 公开指南 | 指南文本 | 实时更新 |
          | 0105 | 公开制度 | 制度文本 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '跳过一号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 |
          | 2 | 公开制度 | 制度文本 | 实时更新 |
          | ⟦4⟧ | 工作动态 | 动态信息 | 实时更新 |
          | 5 | 公开年报 | 年报文本 | 每年1月31日前 |
        `,
        says: ['序号由“2”跳到“4”，应当为“3”，后面的顺次改到“4”。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 |
          | 2 | 公开制度 | 制度文本 | 实时更新 |
          | 3 | 工作动态 | 动态信息 | 实时更新 |
          | 4 | 公开年报 | 年报文本 | 每年1月31日前 |
        `,
      },
      {
        name: '最后一项跳过一号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 |
          | 2 | 公开制度 | 制度文本 | 实时更新 |
          | ⟦4⟧ | 工作动态 | 动态信息 | 实时更新 |
        `,
        says: ['序号由“2”跳到“4”，应当为“3”。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 |
          | 2 | 公开制度 | 制度文本 | 实时更新 |
          | 3 | 工作动态 | 动态信息 | 实时更新 |
        `,
      },
      {
        name: '写错一个，前后都对',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 11 | 公开指南 | 指南文本 | 实时更新 |
          | ⟦21⟧ | 公开制度 | 制度文本 | 实时更新 |
          | 13 | 工作动态 | 动态信息 | 实时更新 |
        `,
        says: ['序号“21”排在“11”之后，应当为“12”。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 11 | 公开指南 | 指南文本 | 实时更新 |
          | 12 | 公开制度 | 制度文本 | 实时更新 |
          | 13 | 工作动态 | 动态信息 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    for (const { run, faults, isRegular } of numberedRuns(catalogue)) {
      if (!isRegular) continue
      for (const { index, kind, expected } of faults) {
        const cell = run[index]?.[0].own('seq')
        if (kind === 'duplicate' || cell === undefined) continue
        const renumbering = renumberFrom(run, index, expected)
        const last = lastNumber(renumbering)
        const before = run[index - 1]?.[0].seq ?? ''
        const data = { actual: cell.text.trim(), before, expected }
        yield {
          ...(kind === 'gap' && last !== undefined
            ? { message: 'gapOn', data: { ...data, last } }
            : { message: kind, data }),
          at: { passage: cell },
          expected: [String(expected)],
          ...renumbering,
        }
      }
    }
  },
})
