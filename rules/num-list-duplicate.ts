import { faultyLists, renumberList } from '../src/rule/list.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'num-list-duplicate',
  title: '单元格内编号重复',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  basis: [
    {
      source: 'GB/T 9704—2012',
      article: '《党政机关公文格式》',
      gist: '文中结构层次的序数依次可以用“一、”“（一）”“1.”“（1）”标注。',
    },
  ],
  why: '编号重复，引用“第几条依据”时就会指错。',
  how: '从重复的一条起顺次重排。',
  messages: {
    duplicate: '列表编号“{actual}”重复，应当为“{expected}”。',
  },
  examples: {
    good: [
      {
        name: '顺次编号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 1.《中华人民共和国政府信息公开条例》第四条；2.《中华人民共和国档案法》第十五条 | 实时更新 |
        `,
      },
      {
        name: '小数、日期和引文里的数字不是编号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 1.制度文本（2023.1.1起施行）；2.说明：“1.属于国家秘密的不予公开”，占1.5个版面 | 实时更新 |
        `,
      },
      {
        name: '两级编号各自成列',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 招生政策 | 1.报名：1、报名时间 2、报名地点；2.录取：1、录取规则 2、录取名单 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '两个2.',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 1.《中华人民共和国政府信息公开条例》第四条；2.《中华人民共和国档案法》第十五条；⟦2⟧.《中华人民共和国保守国家秘密法》第二十三条；3.《中华人民共和国统计法》第二十六条 | 实时更新 |
        `,
        says: ['列表编号“2”重复，应当为“3”。'],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开制度 | 1.《中华人民共和国政府信息公开条例》第四条；2.《中华人民共和国档案法》第十五条；3.《中华人民共和国保守国家秘密法》第二十三条；4.《中华人民共和国统计法》第二十六条 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    for (const list of faultyLists(catalogue)) {
      const { passage, fault } = list
      if (fault.kind !== 'duplicate') continue
      yield {
        message: 'duplicate',
        data: { actual: fault.marker.number, expected: fault.expected },
        at: { passage, span: fault.marker.span },
        expected: [String(fault.expected)],
        ...renumberList(list),
      }
    }
  },
})
