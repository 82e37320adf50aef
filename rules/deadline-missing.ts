import type { Entry } from '../src/catalogue/catalogue.ts'
import { gaps, standsElsewhere } from '../src/catalogue/gaps.ts'
import { fillGap, gapRemark } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'

/** The wording of the Regulation's Article 26 in nearly every catalogue. */
const USUAL = '自该政府信息形成或者变更之日起20个工作日内'

export default defineRule({
  id: 'deadline-missing',
  title: '公开时限缺失',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  once: { column: 'column' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十六条',
      gist: '主动公开的信息，自形成或者变更之日起20个工作日内公开；法律、法规另有规定的，从其规定。',
    },
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
  ],
  why: '没有时限，公众不知道何时能看到，机关自己也无从督促。',
  how: '一般写“自该政府信息形成或者变更之日起20个工作日内”；法律、法规另有规定的，写该规定的时限。',
  messages: {
    missing: '“{item}”没有公开时限，应当写明。',
    run: '{from}至{to}连续{count}项没有公开时限，应当逐项写明；原表为合并单元格的，核对合并范围。',
    column: '全部{count}项都没有公开时限，应当逐项写明。',
  },
  examples: {
    good: [
      {
        name: '续行沿用上一行的时限',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 执法职责 | 《中华人民共和国行政处罚法》第三十九条 | 实时更新 |
          |  |  | 执法程序 |  |  |
        `,
      },
    ],
    bad: [
      {
        name: '有序号的一行时限空白',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 |
          | 2 | 公开制度 | 制度文本 | ⟦⟧ | 市教育局 |
          | 3 | 工作动态 | 动态信息 | 实时更新 | 市教育局 |
        `,
        says: ['“公开制度”没有公开时限，应当写明。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 |
          | 2 | 公开制度 | 制度文本 | 自该政府信息形成或者变更之日起20个工作日内 | 市教育局 |
          | 3 | 工作动态 | 动态信息 | 实时更新 | 市教育局 |
        `,
      },
      {
        name: '连续几行空白，合起来说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 |
          | 2 | 公开制度 | 制度文本 | ⟦⟧ | 市教育局 |
          | 3 | 工作动态 | 动态信息 |  | 市教育局 |
        `,
        says: ['序号2至序号3连续2项没有公开时限，应当逐项写明；原表为合并单元格的，核对合并范围。'],
      },
      {
        name: '整栏空白',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | ⟦⟧ | 市教育局 |
          | 2 | 公开制度 | 制度文本 |  | 市教育局 |
        `,
        says: ['全部2项都没有公开时限，应当逐项写明。'],
      },
    ],
  },

  *check({ catalogue }) {
    const isElsewhere = (head: Entry) => standsElsewhere(head, 'deadline', 'deadline')
    for (const gap of gaps(catalogue, ['deadline'], isElsewhere)) {
      yield { ...gapRemark(gap), ...fillGap(gap, USUAL) }
    }
  },
})
