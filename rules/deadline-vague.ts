import { suggestion } from '../src/fix/edit.ts'
import { basisText, type JudgedItem, judgedDeadlines } from '../src/rule/deadlines.ts'
import { isOnRequest } from '../src/rule/method.ts'
import { defineRule, type Severity } from '../src/rule/rule.ts'

export default defineRule({
  id: 'deadline-vague',
  title: '时限笼统',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十六条',
      gist: '主动公开的信息应当及时公开，最迟自形成或者变更之日起20个工作日；法律、法规另有规定的，从其规定。',
    },
  ],
  why: '“及时”“长期”“按规定”没有到期的一天，公众无从知道，机关也无从督促。',
  how: '写明起算的日子和天数，或者写明日期；动态、预警一类本来就要随时公开的，写“实时更新”即可。',
  messages: {
    vague: '“{actual}”没有说明“{item}”最迟何时公开，应当写明，如“{expected}”（{basis}）。',
    remark: '宜写明“{item}”最迟何时公开，如“{expected}”（{basis}）。',
    seldom: '“{actual}”没有说“{item}”形成以后多久公开，宜写明，如“{expected}”（{basis}）。',
    longterm:
      '“{actual}”说的是公开多久，没有说“{item}”最迟何时公开，宜写明，如“{expected}”（{basis}）。',
  },
  examples: {
    good: [
      {
        name: '动态、预警、文件库实时更新；有数字又说及时的；从其规定的',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 通知公告 | 公告公示 | 实时更新 |
          | 2 | 预警信息 | 预警 | 即时公开 |
          | 3 | 政策文件库 | 历年文件 | 实时更新 |
          | 4 | 机构职能 | 职能、设置、地址 | 自信息形成之日起20个工作日内及时公开 |
          | 5 | 人事任免 | 任免文件 | 自信息形成之日起20个工作日内；法律、法规另有规定的，从其规定 |
          | 6 | 权责清单 | 清单 | 长期公开（动态调整） |
          | 7 | 意见征集 | 草案全文，征求意见不少于30日 | 实时公开 |
        `,
      },
      {
        name: '法律只要求及时的',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 房屋征收决定 | 决定公告 | 作出决定后及时公告 |
          | 2 | 事故调查报告 | 报告全文 | 批复后及时公布 |
        `,
      },
      {
        name: '依申请公开的事项',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 会议纪要 | 纪要 | 按规定 | 依申请公开 |
        `,
      },
    ],
    bad: [
      {
        name: '建议提案的答复写实时更新',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 代表建议答复 | 答复全文 | ⟦实时更新⟧ |
        `,
        says: [
          '“实时更新”没有说明“代表建议答复”最迟何时公开，应当写明，如“自该政府信息形成或者变更之日起20个工作日内”（《中华人民共和国政府信息公开条例》第二十六条）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 代表建议答复 | 答复全文 | 自该政府信息形成或者变更之日起20个工作日内 |
        `,
      },
      {
        name: '按规定时限、长期公开',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | ⟦按规定时限⟧ |
          | 2 | 领导信息 | 姓名、分工 | ⟦长期公开⟧ |
        `,
        says: [
          '“按规定时限”没有说明“机构职能”最迟何时公开，应当写明，如“自该政府信息形成或者变更之日起20个工作日内”（《中华人民共和国政府信息公开条例》第二十六条）。',
          '“长期公开”说的是公开多久，没有说“领导信息”最迟何时公开，宜写明，如“自该政府信息形成或者变更之日起20个工作日内”（《中华人民共和国政府信息公开条例》第二十六条）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | 自该政府信息形成或者变更之日起20个工作日内 |
          | 2 | 领导信息 | 姓名、分工 | 自该政府信息形成或者变更之日起20个工作日内 |
        `,
      },
      {
        name: '一般事项只写及时公开，提醒一句',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | ⟦及时公开⟧ |
        `,
        says: [
          '宜写明“机构职能”最迟何时公开，如“自该政府信息形成或者变更之日起20个工作日内”（《中华人民共和国政府信息公开条例》第二十六条）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | 自该政府信息形成或者变更之日起20个工作日内 |
        `,
      },
      {
        name: '一年才公开一次的，没有说形成以后多久',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 应急预案 | 预案全文 | ⟦每年公布⟧ |
        `,
        says: [
          '“每年公布”没有说“应急预案”形成以后多久公开，宜写明，如“自该政府信息形成或者变更之日起20个工作日内”（《中华人民共和国政府信息公开条例》第二十六条）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 应急预案 | 预案全文 | 自该政府信息形成或者变更之日起20个工作日内 |
        `,
      },
    ],
  },

  *check({ catalogue, authorities, profile }) {
    for (const { cell, entries, clauses, items } of judgedDeadlines(catalogue, authorities)) {
      if (entries.every(isOnRequest)) continue
      const own = items.filter(({ item }) => item.by === 'name' || item.by === 'none')
      const judged = vaguest(own)
      const { outcome } = judged ?? {}
      if (judged === undefined || (outcome?.kind !== 'vague' && outcome?.kind !== 'remark'))
        continue
      const { clause } = outcome
      const { type, name: item } = judged.item
      // The law says for how long it is shown, and at once is soon enough.
      if (clause.kind === 'realtime' && type.limit?.kind === 'notice') continue
      // What ministries wrote into the standard catalogues is not the county's fault.
      const severity: Severity =
        outcome.kind === 'remark' || (profile ?? judged.profile) === 'domain' ? 'info' : 'warning'
      const expected = type.wording
      const isWhole = own.length === 1 && clauses.length === 1
      const data = { item, expected, basis: basisText(type) }
      const found = {
        at: { passage: cell, span: clause.span },
        expected: [expected],
        severity,
        ...(isWhole && { fix: suggestion(cell, clause.span, expected) }),
      } as const
      switch (clause.kind) {
        case 'longterm':
          yield { ...found, message: 'longterm', data: { ...data, actual: clause.text } } as const
          break
        case 'fixed-date':
        case 'periodic':
          yield { ...found, message: 'seldom', data: { ...data, actual: clause.text } } as const
          break
        default:
          yield outcome.kind === 'remark'
            ? ({ ...found, message: 'remark', data } as const)
            : ({ ...found, message: 'vague', data: { ...data, actual: clause.text } } as const)
      }
    }
  },
})

/** The item of a cell that fares worst by it. */
function vaguest(items: readonly JudgedItem[]): JudgedItem | undefined {
  return (
    items.find(({ outcome }) => outcome.kind === 'vague') ??
    items.find(({ outcome }) => outcome.kind === 'remark')
  )
}
