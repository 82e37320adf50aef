import { gaps, usualText } from '../src/catalogue/gaps.ts'
import { fillGap, gapRemark } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'audience-missing',
  title: '公开对象未标注',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  basis: [
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
  ],
  why: '对象不明，就不知道这一项是人人可看，还是只给特定的人看。',
  how: '面向所有人的，在“全社会”下打钩；只面向特定群体的，在“特定群体”下写明是谁。',
  messages: {
    missing: '“{item}”没有标注公开对象，应当标注“全社会”，或者在“特定群体”里写明是谁。',
    words: '“{item}”没有写明公开对象，应当写“全社会”或者写明是哪个群体。',
    run: '{from}至{to}连续{count}项没有标注公开对象，应当逐项标注；原表为合并单元格的，核对合并范围。',
  },
  examples: {
    good: [
      {
        name: '写明特定群体的名称也是标注',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 特定群体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 职称评审 | 评审结果 | 实时更新 |  | 教师 |
        `,
      },
      {
        name: '整栏没有一个标记，多半是转换时丢了，不报',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 特定群体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 |  |  |
          | 2 | 职称评审 | 评审结果 | 实时更新 |  |  |
        `,
      },
    ],
    bad: [
      {
        name: '两栏都空',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 特定群体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ⟦⟧ |  |
          | 3 | 招生结果 | 录取名单 | 实时更新 | √ |  |
        `,
        says: ['“招生计划”没有标注公开对象，应当标注“全社会”，或者在“特定群体”里写明是谁。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 特定群体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 招生计划 | 招生人数 | 实时更新 | √ |  |
          | 3 | 招生结果 | 录取名单 | 实时更新 | √ |  |
        `,
      },
      {
        name: '只有一栏的，写明面向谁',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开对象 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 全社会 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ⟦⟧ |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 全社会 |
        `,
        says: ['“招生计划”没有写明公开对象，应当写“全社会”或者写明是哪个群体。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开对象 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 全社会 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | 全社会 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 全社会 |
        `,
      },
      {
        name: '连续几行空白，合起来说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 特定群体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ⟦⟧ |  |
          | 3 | 招生结果 | 录取名单 | 实时更新 |  |  |
        `,
        says: [
          '序号2至序号3连续2项没有标注公开对象，应当逐项标注；原表为合并单元格的，核对合并范围。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const roles = ['audience.public', 'audience.specific'] as const
    const usual = usualText(catalogue, 'audience.public')
    const isAlone = !catalogue.layout.has('audience.specific')
    for (const gap of gaps(catalogue, roles)) {
      // Not one mark in the whole table: the marks were lost on the way, not forgotten.
      if (gap.extent === 'column') continue
      const remark = gapRemark(gap)
      const isTold = remark.message === 'missing' && isAlone
      const message = isTold ? { ...remark, message: 'words' as const } : remark
      yield { ...message, ...fillGap(gap, usual) }
    }
  },
})
