import { gaps, usualText } from '../src/catalogue/gaps.ts'
import { fillGap, gapRemark } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'subject-missing',
  title: '公开主体缺失',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  once: { column: 'column' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十条',
      gist: '谁制作的信息由谁公开；从别处获取的，由保存它的机关公开，或者由最初制作、获取它的机关公开。',
    },
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
  ],
  why: '不写主体，公众不知道向谁要、向谁问，公开义务也落不到具体机关。',
  how: '写制作或者保存该信息的机关名称，与全表其他各项写法一致。',
  messages: {
    missing: '“{item}”没有公开主体，应当写明公开该信息的机关。',
    run: '{from}至{to}连续{count}项没有公开主体，应当逐项写明；原表为合并单元格的，核对合并范围。',
    column: '全部{count}项都没有公开主体，应当逐项写明。',
  },
  examples: {
    good: [
      {
        name: '连续两行以上空白而上方有值，视为丢失的合并',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 |
          | 2 | 公开制度 | 制度文本 | 实时更新 |  |
          | 3 | 工作动态 | 动态信息 | 实时更新 |  |
        `,
      },
      {
        name: '续行沿用上一行的主体',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 执法职责 | 实时更新 | 市教育局 |
          |  |  | 执法程序 |  |  |
        `,
      },
    ],
    bad: [
      {
        name: '上下各行都有，只有一行空白',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 |
          | 2 | 计划规划 | 年度计划 | 实时更新 | ⟦⟧ |
          | 3 | 工作动态 | 动态信息 | 实时更新 | 市教育局 |
        `,
        says: ['“计划规划”没有公开主体，应当写明公开该信息的机关。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 |
          | 2 | 计划规划 | 年度计划 | 实时更新 | 市教育局 |
          | 3 | 工作动态 | 动态信息 | 实时更新 | 市教育局 |
        `,
      },
      {
        name: '从第一行起就空白，没有可沿用的',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | ⟦⟧ |
          | 2 | 公开制度 | 制度文本 | 实时更新 |  |
          | 3 | 工作动态 | 动态信息 | 实时更新 | 市教育局 |
        `,
        says: ['序号1至序号2连续2项没有公开主体，应当逐项写明；原表为合并单元格的，核对合并范围。'],
      },
      {
        name: '整栏空白',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | ⟦⟧ |
          | 2 | 公开制度 | 制度文本 | 实时更新 |  |
        `,
        says: ['全部2项都没有公开主体，应当逐项写明。'],
      },
    ],
  },

  *check({ catalogue }) {
    const usual = usualText(catalogue, 'subject')
    for (const gap of gaps(catalogue, ['subject'])) {
      // A body that speaks for the whole table is the cell most often merged over many entries.
      if (gap.extent === 'run' && catalogue.heads[0] !== gap.heads[0]) continue
      yield { ...gapRemark(gap), ...fillGap(gap, usual) }
    }
  },
})
