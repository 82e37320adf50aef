import { durationText } from '../src/authority/limit.ts'
import type { Authorities } from '../src/authority/registry.ts'
import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { tasksOf } from '../src/catalogue/tasks.ts'
import { suggestion } from '../src/fix/edit.ts'
import { isInside, markedStretches } from '../src/grammar/marks.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { lateReports } from '../src/rule/report-days.ts'
import { defineRule, type Evidence } from '../src/rule/rule.ts'
import { excesses } from '../src/rule/task-limits.ts'
import { inMarks } from '../src/rule/titles.ts'
import { REPORT_SOURCE, SET_PHRASES } from '../src/rule/vocabulary/statutory-limits.ts'
import type { Passage } from '../src/table/model.ts'
import { isBlank } from '../src/text/normalise.ts'

export default defineRule({
  id: 'ledger-statutory-limit-wrong',
  title: '台账里的法定时限、要求写错',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['ledger'],
  fix: 'suggested',
  basis: [
    {
      source: '国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知',
      article: '国办发〔2016〕80号',
      gist: '涉及特别重大、重大突发事件的政务舆情，最迟5小时内发布权威信息，24小时内举行新闻发布会。',
    },
    {
      source: '国务院办公厅关于在政务公开工作中进一步做好政务舆情回应的通知',
      article: '国办发〔2016〕61号',
      gist: '其他政务舆情48小时内予以回应。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十六条',
      gist: '主动公开的信息，自形成或者变更之日起20个工作日内公开；法律、法规另有规定的除外。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第三十三条',
      gist: '收到申请后20个工作日内答复；需要延长的，最长再延长20个工作日。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第三十条、第三十二条',
      gist: '需要补正的，收到申请后7个工作日内一次告知；第三方收到征求意见书后15个工作日内提出意见。',
    },
    {
      source: '中华人民共和国预算法',
      article: '第十四条',
      gist: '经批准、批复的预算、决算，20日内向社会公开；20日是日历日。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第四十九条',
      gist: '部门每年1月31日前公布上一年度的年度报告，本级政府的在3月31日前公布。',
    },
  ],
  why: '台账是照着做的，台账里的时限比法定的长，照台账做就超期了。',
  how: '照依据改正；本地规定更短的时限可以照写。',
  messages: {
    over: '{what}应当在{limit}内，这里写的是“{actual}”（{source}{article}）。',
    phrase: '“{actual}”漏了“重大”，应当为“{expected}”（{source}{article}）。',
    report:
      '政府信息公开工作年度报告由{who}在每年{limit}前公布，这里写的是“{actual}”（{source}{article}）。',
  },
  examples: {
    good: [
      {
        name: '照写法定的时限；本地更短的时限',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 具体要求 | 责任股室 |
          | --- | --- | --- |
          | 舆情回应 | 24小时内回应一般舆情。对涉及特别重大、重大突发事件的政务舆情，最迟要在5小时内发布权威信息，在24小时内举行新闻发布会 | 办公室 |
          | 主动公开 | 20个工作日内公开属于主动公开范围的政府信息 | 办公室 |
          | 依申请公开 | 收到申请之日起15个工作日内答复，需要延长的，延长不超过20个工作日 | 办公室 |
          | 年度报告 | 每年1月31日前公布政府信息公开工作年度报告 | 办公室 |
          | 财政信息 | 部门预算在批复后20日内公开 | 财务股 |
        `,
      },
      {
        name: '不是这些期限：公示期、征求意见、留言回复、第三方评估',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 具体要求 | 责任股室 |
          | --- | --- | --- |
          | 征求意见 | 公开征求意见不少于30日，期满后30个工作日内公开采纳情况 | 法规股 |
          | 回应关切 | 网民留言简单的7个工作日内回应，涉及舆情的90日内办结 | 办公室 |
          | 建议提案 | 3个月内答复人大代表建议，答复后及时公开 | 办公室 |
          | 社会评议 | 第三方评估报告形成后30个工作日内通报 | 办公室 |
          | 年度报告 | 3月底前通报年度报告核查情况 | 办公室 |
          | 年度报告 | 各部门1月31日前、县政府3月31日前公布政府信息公开工作年度报告 | 办公室 |
        `,
      },
    ],
    bad: [
      {
        name: '漏了“重大”；5小时写成24小时',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 具体要求 | 责任股室 |
          | --- | --- | --- |
          | 舆情回应 | 对涉及⟦特别重大、突发事件⟧的舆情，最迟要在⟦24小时⟧内发布权威信息，在⟦48小时⟧内举行新闻发布会；其他舆情⟦3个工作日⟧内回应 | 办公室 |
        `,
        says: [
          '“特别重大、突发事件”漏了“重大”，应当为“特别重大、重大突发事件”（《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》国办发〔2016〕80号）。',
          '涉及特别重大、重大突发事件的政务舆情发布权威信息应当在5小时内，这里写的是“24小时”（《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》国办发〔2016〕80号）。',
          '涉及特别重大、重大突发事件的政务舆情举行新闻发布会应当在24小时内，这里写的是“48小时”（《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》国办发〔2016〕80号）。',
          '其他政务舆情予以回应应当在48小时内，这里写的是“3个工作日”（《国务院办公厅关于在政务公开工作中进一步做好政务舆情回应的通知》国办发〔2016〕61号）。',
        ],
        fixed: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 具体要求 | 责任股室 |
          | --- | --- | --- |
          | 舆情回应 | 对涉及特别重大、重大突发事件的舆情，最迟要在5小时内发布权威信息，在24小时内举行新闻发布会；其他舆情48小时内回应 | 办公室 |
        `,
      },
      {
        name: '公开、答复、补正的期限太长；时限写在另一栏',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 具体要求 | 责任股室 | 完成时限 |
          | --- | --- | --- | --- |
          | 主动公开 | 政府信息形成之日起⟦30个工作日⟧内公开 | 办公室 | 持续推进 |
          | 依申请公开 | 收到申请后，⟦30个工作日⟧内予以答复；延长的期限不得超过⟦30个工作日⟧ | 办公室 | 持续推进 |
          | 依申请公开 | 申请内容不明确的，⟦10个工作日⟧内告知申请人补正 | 办公室 | 持续推进 |
          | 依申请公开 | 答复信息公开申请 | 办公室 | ⟦25个工作日⟧内 |
        `,
        says: [
          '主动公开政府信息应当在20个工作日内，这里写的是“30个工作日”（《中华人民共和国政府信息公开条例》第二十六条）。',
          '答复政府信息公开申请应当在20个工作日内，这里写的是“30个工作日”（《中华人民共和国政府信息公开条例》第三十三条）。',
          '延长答复政府信息公开申请应当在20个工作日内，这里写的是“30个工作日”（《中华人民共和国政府信息公开条例》第三十三条）。',
          '告知申请人补正应当在7个工作日内，这里写的是“10个工作日”（《中华人民共和国政府信息公开条例》第三十条）。',
          '答复政府信息公开申请应当在20个工作日内，这里写的是“25个工作日”（《中华人民共和国政府信息公开条例》第三十三条）。',
        ],
        fixed: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 具体要求 | 责任股室 | 完成时限 |
          | --- | --- | --- | --- |
          | 主动公开 | 政府信息形成之日起20个工作日内公开 | 办公室 | 持续推进 |
          | 依申请公开 | 收到申请后，20个工作日内予以答复；延长的期限不得超过20个工作日 | 办公室 | 持续推进 |
          | 依申请公开 | 申请内容不明确的，7个工作日内告知申请人补正 | 办公室 | 持续推进 |
          | 依申请公开 | 答复信息公开申请 | 办公室 | 20个工作日内 |
        `,
      },
      {
        name: '部门的年度报告排到了三月',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 具体要求 | 责任股室 | 完成时限 |
          | --- | --- | --- | --- |
          | 年度报告 | 公布本局政府信息公开工作年度报告 | 办公室 | 2026年⟦3月31日⟧前 |
          | 年度报告 | 每年⟦4月底⟧前公布政府信息公开年报 | 办公室 | 持续推进 |
        `,
        says: [
          '政府信息公开工作年度报告由县级以上人民政府部门在每年1月31日前公布，这里写的是“3月31日”（《中华人民共和国政府信息公开条例》第四十九条）。',
          '政府信息公开工作年度报告由县级以上人民政府部门在每年1月31日前公布，这里写的是“4月底”（《中华人民共和国政府信息公开条例》第四十九条）。',
        ],
        fixed: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 具体要求 | 责任股室 | 完成时限 |
          | --- | --- | --- | --- |
          | 年度报告 | 公布本局政府信息公开工作年度报告 | 办公室 | 2026年1月31日前 |
          | 年度报告 | 每年1月31日前公布政府信息公开年报 | 办公室 | 持续推进 |
        `,
      },
    ],
  },

  *check({ catalogue, authorities }) {
    for (const { passage, before } of textsOf(catalogue)) {
      const quoted = markedStretches(passage.text, '《〈“')
      for (const { wrong, right, source, article } of SET_PHRASES) {
        for (const { 0: words, index } of passage.text.matchAll(wrong)) {
          if (isInside(quoted, index)) continue
          const [what = ''] =
            /^突发(?:公共)?事件/u.exec(passage.text.slice(index + words.length)) ?? []
          const span = { start: index, end: index + words.length + what.length }
          const expected = `${right}${what}`
          yield {
            message: 'phrase',
            data: {
              actual: `${words}${what}`,
              expected,
              source: inMarks(source),
              article,
            },
            at: { passage, span },
            expected: [expected],
            evidence: evidence(authorities, source),
            fix: suggestion(passage, span, expected),
          } as const
        }
      }
      for (const { limit, span } of excesses(passage.text, before)) {
        if (isInside(quoted, span.start)) continue
        const expected = durationText(limit)
        yield {
          message: 'over',
          data: {
            what: limit.what,
            limit: expected,
            actual: passage.text.slice(span.start, span.end),
            source: inMarks(limit.source),
            article: limit.article,
          },
          at: { passage, span },
          expected: [expected],
          evidence: evidence(authorities, limit.source),
          fix: suggestion(passage, span, expected),
        } as const
      }
      for (const { day, span } of lateReports(passage.text, before, catalogue)) {
        const expected = `${day.month}月${day.day}日`
        yield {
          message: 'report',
          data: {
            who: day.who,
            limit: expected,
            actual: passage.text.slice(span.start, span.end),
            source: inMarks(REPORT_SOURCE),
            article: day.article,
          },
          at: { passage, span },
          expected: [expected],
          evidence: evidence(authorities, REPORT_SOURCE),
          fix: suggestion(passage, span, expected),
        } as const
      }
    }
  },
})

/** The texts of the tasks; for a deadline in its own column, with what the task says before it. */
function* textsOf(catalogue: Catalogue): Iterable<{ passage: Passage; before: string }> {
  for (const passage of catalogue.paragraphs) yield { passage, before: '' }
  for (const { entry, task } of tasksOf(catalogue)) {
    const deadline = entry.own('deadline')
    for (const passage of entry.cells) {
      if (isBlank(passage.text)) continue
      const before = passage === deadline && task?.row === entry.row ? task.text : ''
      yield { passage, before }
    }
  }
}

function evidence(authorities: Authorities, source: string): readonly Evidence[] {
  const [authority] = authorities.byTitle(source)
  return authority === undefined ? [] : [evidenceOf(authority)]
}
