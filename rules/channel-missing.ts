import { gaps } from '../src/catalogue/gaps.ts'
import { leavesAllOpen } from '../src/grammar/channel.ts'
import { gapRemark, itemName } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'channel-missing',
  title: '公开渠道缺失或者未勾选',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  once: { column: 'column' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十三条',
      gist: '主动公开的信息通过政府公报、政府网站、新闻发布会以及报刊、广播、电视等途径公开。',
    },
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
  ],
  why: '不写渠道，公众不知道到哪里看。',
  how: '写明或者勾选实际使用的渠道，至少一个。',
  messages: {
    missing: '“{item}”没有公开渠道，应当写明至少一个。',
    unselected: '“{item}”列出了公开渠道而没有勾选，应当至少勾选一个。',
    run: '{from}至{to}连续{count}项没有公开渠道，应当逐项写明；原表为合并单元格的，核对合并范围。',
    column: '全部{count}项都没有公开渠道，应当逐项写明。',
  },
  examples: {
    good: [
      {
        name: '勾选了一个',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ■政府网站 □政府公报 □两微一端 |
        `,
      },
      {
        name: '没有方框的列举就是选定',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 政府网站、政务新媒体 |
        `,
      },
      {
        name: '勾选写在续行里',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | □政府公报 |
          |  |  |  |  | ■政府网站 |
        `,
      },
    ],
    bad: [
      {
        name: '渠道空白',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ■政府网站 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ⟦⟧ |
          | 3 | 招生结果 | 录取名单 | 实时更新 | ■政府网站 |
        `,
        says: ['“招生计划”没有公开渠道，应当写明至少一个。'],
      },
      {
        name: '全是空框',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ⟦□政府网站 □政府公报 □两微一端⟧ |
        `,
        says: ['“招生政策”列出了公开渠道而没有勾选，应当至少勾选一个。'],
      },
      {
        name: '连续几行空白，合起来说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ■政府网站 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ⟦⟧ |
          | 3 | 招生结果 | 录取名单 | 实时更新 |  |
        `,
        says: ['序号2至序号3连续2项没有公开渠道，应当逐项写明；原表为合并单元格的，核对合并范围。'],
      },
      {
        name: '整栏空白',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ⟦⟧ |
          | 2 | 招生计划 | 招生人数 | 实时更新 |  |
        `,
        says: ['全部2项都没有公开渠道，应当逐项写明。'],
      },
    ],
  },

  *check({ catalogue }) {
    for (const gap of gaps(catalogue, ['channels'])) yield gapRemark(gap)
    for (const head of catalogue.heads) {
      const cell = head.own('channels')
      if (cell === undefined || !leavesAllOpen(cell.text)) continue
      // One list may run over several lines of the same entry.
      const cells = catalogue.lines(head).flatMap((line) => line.own('channels') ?? [])
      if (!leavesAllOpen(cells.map(({ text }) => text).join('\n'))) continue
      yield { message: 'unselected', data: { item: itemName(head) }, at: { passage: cell } }
    }
  },
})
