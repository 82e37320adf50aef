import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { misfits } from '../src/catalogue/misfit.ts'
import { defineRule } from '../src/rule/rule.ts'

const LEVELS = ['item.level1', 'item.level2', 'item.level3'] as const

export default defineRule({
  id: 'item-name-missing',
  title: '公开事项名称为空',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十二条第三款',
      gist: '政府信息公开目录包括索引、名称、内容概述、生成日期等。',
    },
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
  ],
  why: '没有名称的一行，公众查不到，其他各栏也不知道说的是什么。',
  how: '写明事项名称；这一行已经不用的，整行删去并重排序号。',
  messages: {
    missing: '序号“{seq}”没有公开事项名称，应当写明。',
    empty: '序号“{seq}”除序号外整行空白，应当补全或者删去。',
  },
  examples: {
    good: [
      {
        name: '一级事项纵向合并，沿用上一行',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 执法职责 | 职责清单 | 实时更新 | 市教育局 |
          | 2 |  | 执法程序 | 流程图 | 实时更新 | 市教育局 |
        `,
      },
      {
        name: '事项可以只到一级',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 公开指南 |  | 指南文本 | 实时更新 | 市教育局 |
        `,
      },
    ],
    bad: [
      {
        name: '第一行就没有名称',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- | --- |
          | ⟦1⟧ |  |  | 指南文本 | 实时更新 | 市教育局 |
          | 2 | 公开制度 |  | 制度文本 | 实时更新 | 市教育局 |
        `,
        says: ['序号“1”没有公开事项名称，应当写明。'],
      },
      {
        name: '事项删了，序号留着',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 公开指南 |  | 指南文本 | 实时更新 | 市教育局 |
          | ⟦2⟧ |  |  |  |  |  |
          | 3 | 公开制度 |  | 制度文本 | 实时更新 | 市教育局 |
        `,
        says: ['序号“2”除序号外整行空白，应当补全或者删去。'],
      },
    ],
  },

  *check({ catalogue }) {
    if (!LEVELS.some((role) => catalogue.layout.has(role))) return
    for (const head of catalogue.heads) {
      const seq = head.own('seq')
      if (seq === undefined || head.seq === '') continue
      const data = { seq: head.seq }
      const at = { passage: seq }
      if (catalogue.lines(head).every((line) => line.isEmpty)) yield { message: 'empty', data, at }
      else if (isNameless(catalogue, head)) yield { message: 'missing', data, at }
    }
  },
})

function isNameless(catalogue: Catalogue, head: Entry): boolean {
  if (misfits(catalogue).has(head)) return false
  return catalogue.lines(head).every((line) => LEVELS.every((role) => line.text(role) === ''))
}
