import { replace } from '../src/fix/edit.ts'
import { judgedDeadlines } from '../src/rule/deadlines.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'deadline-misspelt',
  title: '时限标准用语写错',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'safe',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十六条',
      gist: '期限自政府信息形成或者变更之日起算，为20个工作日。',
    },
  ],
  why: '“行成”“20内”一类是抄写时掉了字、打错了字，读的人要猜，单位掉了还会差出好几天。',
  how: '照条例的用语改：自该政府信息形成或者变更之日起20个工作日内。',
  messages: {
    wrong: '“{actual}”应当写作“{expected}”。',
    unit: '“{actual}”缺计量单位，应当写作“{expected}”；本来要写工作日的，改为工作日。',
  },
  examples: {
    good: [
      {
        name: '条例用语的各种写法',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | 自信息形成或变更之日起20个工作日内 |
          | 2 | 政策文件 | 文件 | 信息形成（变更）20个工作日内 |
          | 3 | 救助政策 | 政策 | 制定或获取信息之日起10个工作日内 |
          | 4 | 公开指南 | 指南 | 自制作或获取该信息之日起20个工作日内公开 |
          | 5 | 招生信息 | 招生 | 20个工作日（自信息形成或者变更之日起） |
        `,
      },
    ],
    bad: [
      {
        name: '形成写成行成、形式，多“个”，缺“起”',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | 自⟦行成⟧或变更之日起20个工作日内 |
          | 2 | 诊疗信息 | 诊疗 | 自该信息⟦形式⟧或者变更之日起20个工作日内 |
          | 3 | 采购信息 | 采购 | 信息⟦形成个⟧20个工作日内公开 |
          | 4 | 政策文件 | 文件 | 信息形成或变更⟦之日⟧20个工作日内 |
        `,
        says: [
          '“行成”应当写作“形成”。',
          '“形式”应当写作“形成”。',
          '“形成个”应当写作“形成”。',
          '“之日”应当写作“之日起”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | 自形成或变更之日起20个工作日内 |
          | 2 | 诊疗信息 | 诊疗 | 自该信息形成或者变更之日起20个工作日内 |
          | 3 | 采购信息 | 采购 | 信息形成20个工作日内公开 |
          | 4 | 政策文件 | 文件 | 信息形成或变更之日起20个工作日内 |
        `,
      },
      {
        name: '单位掉了',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政府预算 | 预算 | 本级人民代表大会批准后⟦20内⟧ |
        `,
        says: ['“20内”缺计量单位，应当写作“20日内”；本来要写工作日的，改为工作日。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政府预算 | 预算 | 本级人民代表大会批准后20日内 |
        `,
      },
    ],
  },

  *check({ catalogue, authorities }) {
    for (const { cell, clauses } of judgedDeadlines(catalogue, authorities)) {
      for (const clause of clauses) {
        if (clause.kind !== 'relative' || clause.misspelt === undefined) continue
        const { actual, expected, span } = clause.misspelt
        const isUnit = clause.unitMissing || /\d/u.test(actual)
        const safety = isUnit ? 'suggested' : 'safe'
        yield {
          message: clause.unitMissing ? 'unit' : 'wrong',
          data: { actual, expected },
          at: { passage: cell, span },
          expected: [expected],
          fix: { safety, edits: [replace(cell, span, expected)] },
        }
      }
    }
  },
})
