import { type DuplicateItem, duplicateItems } from '../src/rule/duplicates.ts'
import { itemName } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'item-duplicate',
  title: '公开事项重复',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  once: { row: 'words', content: 'words', name: 'words' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第八条',
      gist: '各级人民政府应当加强政府信息资源的规范化、标准化、信息化管理。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十二条',
      gist: '目录包括政府信息的索引、名称、内容概述、生成日期等，公众凭它找得到信息。',
    },
  ],
  why: '同一事项列两次，公众不知道看哪一条，更新时改了一处、忘了另一处。',
  how: '合并为一项；确实是两件事的，在事项名称或者公开内容里写出区别。',
  messages: {
    row: '“{item}”与{other}各栏完全相同，应当合并为一项。',
    content: '“{item}”与{other}的事项名称和公开内容都相同，应当合并为一项。',
    name: '“{item}”与{other}的事项名称相同，内容不同，宜合并，或者在名称上区别开。',
    first: '先写在这里。',
  },
  examples: {
    good: [
      {
        name: '一级、二级同名，三级不同；一级不同，二级同名',
        table: `
          | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | 行政许可 | 办事指南 | 办理条件 | 实时更新 |
          | 2 | 法定主动公开内容 | 行政许可 | 办理结果 | 许可决定 | 实时更新 |
          | 3 | 食品监管 | 监督检查 |  | 检查结果 | 实时更新 |
          | 4 | 药品监管 | 监督检查 |  | 检查结果 | 实时更新 |
        `,
      },
      {
        name: '同一事项按公开对象、公开主体分列',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 | 公开主体 | 公开对象 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 社会救助 | 审核公示 | 公示名单 | 公示7日 | 县民政局 | 全社会 |
          | 2 | 社会救助 | 审核公示 | 公示名单 | 公示7日 | 县民政局 | 本村村民 |
          | 3 | 社会救助 | 政策文件 | 政策文本 | 实时更新 | 县民政局 | 全社会 |
          | 4 | 社会救助 | 政策文件 | 政策文本 | 实时更新 | 各镇人民政府 | 全社会 |
        `,
      },
      {
        name: '相邻几行同名、内容不同，是一个事项的几部分；续行不是重复',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生管理 | 招生政策 | 招生范围 | 实时更新 |
          | 2 | 招生管理 | 招生政策 | 招生条件 | 实时更新 |
          | 3 | 学校信息 | 学校名录 | 学校名称 | 实时更新 |
          |  |  |  | 办学地址 |  |
        `,
      },
      {
        name: '上一级名称空着，不知道归在哪里',
        table: `
          | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 行政处罚 | 办理依据 | 法律、法规 | 实时更新 |
          | 2 |  |  | 办理结果 | 决定书 | 实时更新 |
          | 3 |  | 行政强制 | 办理依据 | 法律、法规 | 实时更新 |
          | 4 |  |  | 办理结果 | 决定书 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '整行重复',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | ⟦→行政许可⟧ | 办理结果 | 实时更新 |
          | 2 | 法定主动公开内容 | 行政处罚 | 处罚决定 | 实时更新 |
          | 3 | 法定主动公开内容 | ⟦行政许可⟧ | 办理结果 | 实时更新 |
        `,
        says: ['“行政许可”与序号1各栏完全相同，应当合并为一项。', '先写在这里。'],
      },
      {
        name: '名称和内容相同，时限不同；标点、空格不同也算相同',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | ⟦→双随机、一公开⟧ | 抽查计划、抽查结果 | 实时更新 |
          | 2 | 法定主动公开内容 | ⟦双随机 一公开⟧ | 抽查计划，抽查结果。 | 每季度结束后20个工作日内 |
        `,
        says: ['“双随机一公开”与序号1的事项名称和公开内容都相同，应当合并为一项。', '先写在这里。'],
      },
      {
        name: '隔了几行又列一次，内容略有不同',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | ⟦→学生资助⟧ | 资助政策 | 实时更新 |
          | 2 | 法定主动公开内容 | 学校名录 | 学校名称、地址 | 实时更新 |
          | 3 | 法定主动公开内容 | ⟦学生资助⟧ | 资助政策和实施情况 | 实时更新 |
        `,
        says: [
          '“学生资助”与序号1的事项名称相同，内容不同，宜合并，或者在名称上区别开。',
          '先写在这里。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    for (const duplicate of duplicateItems(catalogue)) {
      const { alike, entry, earlier, at, earlierAt } = duplicate
      yield {
        message: alike,
        data: { item: itemName(entry), other: placeName(duplicate) },
        about: itemName(entry),
        at: { passage: at },
        related: [{ message: 'first', at: { passage: earlierAt } }],
        ...(alike === 'name' && { severity: 'info', certainty: 'hint' }),
        ...((alike === 'content' || earlier.head === entry.head) &&
          alike !== 'name' && { certainty: 'likely' }),
      } as const
    }
  },
})

function placeName({ entry, earlier }: DuplicateItem): string {
  if (earlier.head === entry.head) return '同一事项的上一行'
  return earlier.seq === '' ? `第${earlier.row + 1}行` : `序号${earlier.seq}`
}
