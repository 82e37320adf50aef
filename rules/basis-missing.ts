import type { Entry } from '../src/catalogue/catalogue.ts'
import { gaps, standsElsewhere } from '../src/catalogue/gaps.ts'
import { gapRemark } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'basis-missing',
  title: '公开依据缺失',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  once: { column: 'column' },
  basis: [
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
  ],
  why: '没有依据，公众和上级都无从判断这一项为什么公开、应当怎样公开。',
  how: '写明规定公开义务的法律、法规或者文件，法律法规写到条、款、项。',
  messages: {
    missing: '“{item}”没有公开依据，应当写明。',
    run: '{from}至{to}连续{count}项没有公开依据，应当逐项写明；原表为合并单元格的，核对合并范围。',
    column: '全部{count}项都没有公开依据，应当逐项写明。',
  },
  examples: {
    good: [
      {
        name: '续行沿用上一行的依据',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 执法职责 | 《中华人民共和国行政处罚法》第三十九条 | 实时更新 |
          |  |  | 执法程序 |  |  |
        `,
      },
      {
        name: '依据写进了相邻的一栏，由列错位规则去报',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 《中华人民共和国政府信息公开条例》第二十条 |  | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '有序号的一行依据空白',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
          | 2 | 公开制度 | 制度文本 | ⟦⟧ | 实时更新 |
          | 3 | 公开年报 | 年报文本 | 《中华人民共和国政府信息公开条例》第四十九条 | 每年1月31日前 |
        `,
        says: ['“公开制度”没有公开依据，应当写明。'],
      },
      {
        name: '连续几行空白，可能是丢失的合并，合起来说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
          | 2 | 公开制度 | 制度文本 | ⟦⟧ | 实时更新 |
          | 3 | 工作动态 | 动态信息 |  | 实时更新 |
        `,
        says: ['序号2至序号3连续2项没有公开依据，应当逐项写明；原表为合并单元格的，核对合并范围。'],
      },
      {
        name: '整栏空白',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | ⟦⟧ | 实时更新 |
          | 2 | 公开制度 | 制度文本 |  | 实时更新 |
        `,
        says: ['全部2项都没有公开依据，应当逐项写明。'],
      },
    ],
  },

  *check({ catalogue }) {
    const isElsewhere = (head: Entry) => standsElsewhere(head, 'citation', 'basis')
    for (const gap of gaps(catalogue, ['basis'], isElsewhere)) yield gapRemark(gap)
  },
})
