import { gaps } from '../src/catalogue/gaps.ts'
import { levelColumns, textIn } from '../src/catalogue/levels.ts'
import { gapRemark } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'level-missing',
  title: '公开层级未标注',
  severity: 'error',
  certainty: 'certain',
  kinds: ['domain-catalogue'],
  fix: 'none',
  basis: [
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '县级政府对照26个试点领域标准指引，编制本级和所辖乡镇的政务公开事项标准目录，指引设有公开层级栏。',
    },
  ],
  why: '不标层级，县和乡镇都可以当作是对方的事，结果谁也不公开。',
  how: '在“县级”“乡级”等栏中至少标注一个，按实际由哪一级公开来标。',
  messages: {
    missing: '“{item}”没有标注公开层级，应当标明由哪一级公开。',
    run: '{from}至{to}连续{count}项没有标注公开层级，应当逐项标明；原表为合并单元格的，核对合并范围。',
  },
  examples: {
    good: [
      {
        name: '两级中标了一级，或者写了文字',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 救助政策 | 政策文件 | 实时更新 | √ | √ |
          | 3 | 救助对象 | 对象名单 | 实时更新 |  | 乡级 |
        `,
      },
      {
        name: '市级、县级、乡级、村级各有一栏，标在哪一栏都算',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 市级 | 县级 | 乡级 | 村级 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |  |  |
          | 2 | 救助政策 | 政策文件 | 实时更新 |  | √ |  |  |
          | 3 | 救助对象 | 对象名单 | 实时更新 |  |  |  | √ |
        `,
      },
      {
        name: '续行标注；续行沿用上一行',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 |  |  |
          |  |  | 政策解读 |  | √ |  |
          | 2 | 救助政策 | 政策文件 | 实时更新 | √ | √ |
          |  |  | 政策解读 |  |  |  |
          | 3 | 救助对象 | 对象名单 | 实时更新 | √ | √ |
        `,
      },
      {
        name: '整栏没有一个标记，多半是转换时丢了',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 |  |  |
          | 2 | 救助政策 | 政策文件 | 实时更新 |  |  |
        `,
      },
      {
        name: '只有乡级一栏的乡镇目录',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 乡级 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |
          | 2 | 救助政策 | 政策文件 | 实时更新 |  |
          | 3 | 救助对象 | 对象名单 | 实时更新 | √ |
        `,
      },
      {
        name: '列错位的行不判断',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 《中华人民共和国教育法》第十四条 | 实时更新 | 县教育局 | √ |  |
          | 2 | 救助政策 | 《中华人民共和国教育法》第十四条 | 实时更新 | 县教育局 | √ |  |  |
          | 3 | 救助对象 | 对象名单 | 《中华人民共和国教育法》第十四条 | 实时更新 | 县教育局 | √ |  |
        `,
      },
    ],
    bad: [
      {
        name: '县级、乡级都空着',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 救助政策 | 政策文件 | 实时更新 | ⟦⟧ |  |
          | 3 | 救助对象 | 对象名单 | 实时更新 | √ | √ |
        `,
        says: ['“救助政策”没有标注公开层级，应当标明由哪一级公开。'],
      },
      {
        name: '连续几行空白，合起来说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 救助政策 | 政策文件 | 实时更新 | ⟦⟧ |  |
          | 3 | 救助对象 | 对象名单 | 实时更新 |  |  |
          | 4 | 救助资金 | 发放金额 | 实时更新 | √ | √ |
        `,
        says: [
          '序号2至序号3连续2项没有标注公开层级，应当逐项标明；原表为合并单元格的，核对合并范围。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const columns = levelColumns(catalogue).map(({ column }) => column)
    // One column has nothing to choose between.
    if (columns.length < 2) return
    const found = [
      ...gaps(catalogue, ['level.county', 'level.township'], (head) =>
        catalogue.lines(head).some((line) => columns.some((column) => textIn(line, column) !== '')),
      ),
    ]
    // Where most entries have no mark, the marks were lost on the way, not forgotten.
    const blank = found.reduce((sum, { heads }) => sum + heads.length, 0)
    if (blank * 2 > catalogue.heads.length) return
    for (const gap of found) if (gap.extent !== 'column') yield gapRemark(gap)
  },
})
