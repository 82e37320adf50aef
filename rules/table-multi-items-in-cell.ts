import { askewEntries } from '../src/catalogue/gaps.ts'
import { defineRule } from '../src/rule/rule.ts'
import { severalItems } from '../src/rule/several-items.ts'

export default defineRule({
  id: 'table-multi-items-in-cell',
  title: '多个事项挤在一个单元格',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue'],
  fix: 'none',
  basis: [
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
  ],
  why: '几个事项共用一行，各自的内容、依据和时限就分不清，公众也检索不到其中一项。',
  how: '一个事项一行；相同的栏目可以合并单元格。',
  messages: {
    several: '这一格里有{count}个事项（{names}），宜拆成{count}行，逐项写明内容、依据和时限。',
  },
  examples: {
    good: [
      {
        name: '一个名称，因为栏窄而换行',
        format: 'tsv',
        table: `
          序号	一级事项	二级事项	公开内容	公开时限
          1	机构职能	政府信息公 开指南	指南文本	实时更新
          2	规划计划	国民经济 和社会发 展规划	规划文本	实时更新
          3	行政权力	行政许可 办理结果	决定书	实时更新
        `,
      },
      {
        name: '本身带空格或者顿号的固定名称',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 监督检查 | 双随机 一公开检查 | 抽查结果 | 实时更新 |
          | 2 | 监督检查 | 双随机、一公开 | 抽查结果 | 实时更新 |
        `,
      },
      {
        name: '事项栏里填的是公开内容，是另一种问题',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 执法主体、职责和权限，执法依据和程序，救济渠道； 执法结果。 |  | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '三个事项以空格并列',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | ⟦主要职责 领导信息 内设机构⟧ | 职责、领导简历、机构设置 | 实时更新 |
        `,
        says: [
          '这一格里有3个事项（“主要职责”“领导信息”“内设机构”），宜拆成3行，逐项写明内容、依据和时限。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const askew = askewEntries(catalogue)
    for (const role of ['item.level2', 'item.level3'] as const) {
      for (const [cell, entries] of catalogue.groups(role)) {
        if (entries.some((entry) => askew.has(entry))) continue
        const items = severalItems(cell.text)
        const { length: count } = items
        if (count === 0) continue
        const names = items.map((item) => `“${item}”`).join('')
        yield { message: 'several', data: { count, names }, at: { passage: cell } }
      }
    }
  },
})
