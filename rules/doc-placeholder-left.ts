import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { findPlaceholders, type Placeholder } from '../src/grammar/placeholder.ts'
import { defineRule } from '../src/rule/rule.ts'
import { allTexts } from '../src/rule/texts.ts'
import { repeated } from '../src/rule/wording.ts'
import type { Passage } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'doc-placeholder-left',
  title: '遗留占位符',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'annual-report', 'ledger'],
  fix: 'none',
  once: { name: 'words', year: 'words', instruction: 'words', undecided: 'words' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '照模板编写而没有填完，公众看不到实际的机关、年份和数字，也会怀疑其余内容是否核对过。',
  how: '写出实际内容；不适用的，把这一处删去。确实不必写明年份的，写“年度”。',
  messages: {
    name: '“{actual}”{times}是模板里留空的地方，应当写出实际内容。',
    year: '“{actual}”{times}没有写明年份，应当写出具体年份；每年都要公开的，写“年度”。',
    instruction: '“{actual}”{times}是给填表人看的说明，应当换成实际内容。',
    undecided: '“{actual}”{times}表明这里没有定稿，应当补齐后再公开。',
  },
  examples: {
    good: [
      {
        name: '已经填写的名称、年份和数字',
        table: `
          青溪县人民政府教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 部门预算 | 2026年度部门预算 | 批复后20日内 | 青溪县教育局 |
        `,
      },
      {
        name: '示例文本、填写示范是要公开的内容',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 办事指南 | 申请表示例文本、办理流程（填写申请表、提交材料） | 实时更新 | 青溪县教育局 |
        `,
      },
      {
        name: '引号、书名号里照原样引用的',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 监督检查 | 冒用“XX局”名义的处理情况、《××县示范章程》样本 | 实时更新 | 青溪县教育局 |
        `,
      },
      {
        name: '渠道“其他”后面供填写的横线',
        format: 'tsv',
        table: `
          序号	公开事项	公开内容	公开时限	公开渠道
          1	通知公告	公告文本	实时更新	■政府网站 □其他____
        `,
      },
      {
        name: '本来就是模板的文件',
        table: `
          主动公开事项目录（示范文本）

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 通知公告 | 公告文本 | 实时更新 | XX县教育局 |
        `,
      },
    ],
    bad: [
      {
        name: '机关名称没有换成自己的，写了多处只说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 通知公告 | 公告文本 | 实时更新 | ⟦XX县⟧教育局 |
          | 2 | 工作动态 | 动态信息 | 实时更新 | XX县教育局 |
          | 3 | 人事任免 | 任免文件 | 实时更新 | ⟦××局⟧ |
        `,
        says: [
          '“XX县”（共2处）是模板里留空的地方，应当写出实际内容。',
          '“××局”是模板里留空的地方，应当写出实际内容。',
        ],
      },
      {
        name: '年份没有写明；公开内容里泛指每年的，只作提醒',
        table: `
          青溪县教育局⟦202X年⟧主动公开目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 部门预算 | ⟦XX年⟧度部门预算 | 批复后20日内 | 青溪县教育局 |
        `,
        says: [
          '“202X年”没有写明年份，应当写出具体年份；每年都要公开的，写“年度”。',
          '“XX年”没有写明年份，应当写出具体年份；每年都要公开的，写“年度”。',
        ],
      },
      {
        name: '填写说明和没有定稿的内容',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 办公地址⟦（待定）⟧ | 实时更新 | ⟦（填写单位名称）⟧ |
        `,
        says: [
          '“（待定）”表明这里没有定稿，应当补齐后再公开。',
          '“（填写单位名称）”是给填表人看的说明，应当换成实际内容。',
        ],
      },
      {
        name: '年报里没有填的数字',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          全年主动公开信息⟦XX条⟧。
        `,
        says: ['“XX条”是模板里留空的地方，应当写出实际内容。'],
      },
    ],
  },

  *check(context) {
    const { catalogue } = context
    // Whoever publishes a template means the blanks.
    if (TEMPLATE.test(withoutSpace(catalogue.title?.text ?? ''))) return
    const found = [...allTexts(context)]
      .filter((passage) => !catalogue.header.some((cell) => cell === passage))
      .flatMap((passage) =>
        findPlaceholders(passage.text).map((placeholder) => ({ passage, placeholder })),
      )
    for (const { first, times } of repeated(found, ({ placeholder }) => placeholder.text)) {
      const { passage, placeholder } = first
      yield {
        message: placeholder.kind,
        data: { actual: placeholder.text, times },
        at: { passage, span: placeholder.span },
        ...(isGeneral(placeholder, passage, catalogue) && MILD),
      }
    }
  },
})

const TEMPLATE = /示范文本|示范目录|参考文本|参考目录|模板|样本|范本|样表|样式|标准指引|格式文本/u

const MILD = { severity: 'warning', certainty: 'likely' } as const

/** Where a catalogue tells what it publishes, XX年度 may stand for every year. */
function isGeneral({ kind }: Placeholder, passage: Passage, catalogue: Catalogue): boolean {
  return kind === 'year' && catalogue.entryOf(passage) !== undefined
}
