import { gaps, usualText } from '../src/catalogue/gaps.ts'
import { listsProactiveOnly } from '../src/rule/method.ts'
import { fillGap, gapRemark } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'method-missing',
  title: '公开方式缺失',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十三条第二款',
      gist: '行政机关公开政府信息，采取主动公开和依申请公开的方式。',
    },
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
  ],
  why: '主动公开的要按时放出来，依申请公开的要等人来要，两种方式的时限和程序都不同。',
  how: '在“主动”“依申请”中选一项；单独一栏的写“主动公开”或者“依申请公开”。',
  messages: {
    missing: '“{item}”没有写明公开方式，应当标注主动公开或者依申请公开。',
    proactive: '“{item}”没有写明公开方式，目录题为主动公开，应当标注主动公开。',
    run: '{from}至{to}连续{count}项没有写明公开方式，应当逐项标注；原表为合并单元格的，核对合并范围。',
  },
  examples: {
    good: [
      {
        name: '两栏中有一栏打钩',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 主动 | 依申请公开 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 学籍信息 | 本人学籍 | 收到申请之日起20个工作日内 |  | √ |
        `,
      },
      {
        name: '整栏没有一个标记，多半是转换时丢了，不报',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 主动 | 依申请公开 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 |  |  |
          | 2 | 学籍信息 | 本人学籍 | 实时更新 |  |  |
        `,
      },
    ],
    bad: [
      {
        name: '单独一栏空白',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 主动公开 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ⟦⟧ |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 主动公开 |
        `,
        says: ['“招生计划”没有写明公开方式，应当标注主动公开或者依申请公开。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 主动公开 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | 主动公开 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 主动公开 |
        `,
      },
      {
        name: '目录题为主动公开的，只有一种可标',
        table: `
          # 青溪县教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 主动公开 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ⟦⟧ |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 主动公开 |
        `,
        says: ['“招生计划”没有写明公开方式，目录题为主动公开，应当标注主动公开。'],
        fixed: `
          # 青溪县教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 主动公开 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | 主动公开 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 主动公开 |
        `,
      },
      {
        name: '连续几行空白，合起来说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 主动公开 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ⟦⟧ |
          | 3 | 招生结果 | 录取名单 | 实时更新 |  |
        `,
        says: [
          '序号2至序号3连续2项没有写明公开方式，应当逐项标注；原表为合并单元格的，核对合并范围。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const roles = ['method', 'method.proactive', 'method.onRequest'] as const
    const usual = usualText(catalogue, 'method') ?? usualText(catalogue, 'method.proactive')
    for (const gap of gaps(catalogue, roles)) {
      // Not one mark in the whole table: the marks were lost on the way, not forgotten.
      if (gap.extent === 'column') continue
      const remark = gapRemark(gap)
      const isTold = remark.message === 'missing' && listsProactiveOnly(catalogue)
      const message = isTold ? { ...remark, message: 'proactive' as const } : remark
      yield { ...message, ...fillGap(gap, usual) }
    }
  },
})
