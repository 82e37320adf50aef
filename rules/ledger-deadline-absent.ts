import { type Catalogue, columnName } from '../src/catalogue/catalogue.ts'
import { proseOf } from '../src/catalogue/prose.ts'
import { tasksOf } from '../src/catalogue/tasks.ts'
import { defineRule } from '../src/rule/rule.ts'
import { isBlank } from '../src/text/normalise.ts'

/** Fewer tasks are an extract. */
const LEAST_TASKS = 3
/** Share of the tasks that say when they are done for the ledger to need no column for it. */
const ENOUGH = 0.2

export default defineRule({
  id: 'ledger-deadline-absent',
  title: '台账没有完成时限',
  severity: 'info',
  certainty: 'hint',
  kinds: ['ledger'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '没有时限的任务不知道何时该做完，年底也无从核对。',
  how: '增加“完成时限”一栏，或者在任务里写明时间；长年要做的写“持续推进”。',
  messages: {
    absent: '台账没有“完成时限”一栏，各项任务也很少写明时间，宜增加一栏或者逐项写明。',
    blank: '“{column}”一栏全部空白，宜逐项写明；长年要做的写“持续推进”。',
  },
  examples: {
    good: [
      {
        name: '任务里写明了时间，长期坚持也算',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 具体要求 | 责任股室 |
          | --- | --- | --- |
          | 主动公开 | 3月底前更新公开目录 | 办公室 |
          | 年度报告 | 每年1月31日前公布 | 办公室 |
          | 政策解读 | 与文件同步发布，长期坚持 | 法规股 |
        `,
      },
      {
        name: '表前的说明统一写了时间',
        table: `
          # 青溪县民政局政务公开工作任务台账

          各项任务于2026年12月底前完成。

          | 工作任务 | 具体要求 | 责任股室 |
          | --- | --- | --- |
          | 主动公开 | 更新公开目录 | 办公室 |
          | 依申请公开 | 规范答复文书 | 办公室 |
          | 政策解读 | 发布解读材料 | 法规股 |
        `,
      },
    ],
    bad: [
      {
        name: '没有时限栏，任务里也没有时间',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | ⟦工作任务⟧ | 具体要求 | 责任股室 | 备注 |
          | --- | --- | --- | --- |
          | 主动公开 | 更新公开目录 | 办公室 |  |
          | 依申请公开 | 规范答复文书 | 办公室 |  |
          | 政策解读 | 发布解读材料 | 法规股 |  |
        `,
        says: ['台账没有“完成时限”一栏，各项任务也很少写明时间，宜增加一栏或者逐项写明。'],
      },
      {
        name: '有时限栏，一格也没有填',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 责任股室 | ⟦完成时限⟧ |
          | --- | --- | --- |
          | 更新公开目录 | 办公室 |  |
          | 规范答复文书 | 办公室 |  |
          | 发布解读材料 | 法规股 |  |
        `,
        says: ['“完成时限”一栏全部空白，宜逐项写明；长年要做的写“持续推进”。'],
      },
    ],
  },

  *check({ catalogue, siblings }) {
    // A ledger that goes on in another table says it once.
    if (siblings.find(({ kind }) => kind === 'ledger') !== catalogue) return
    const texts = taskTexts(catalogue)
    const timed = texts.filter((text) => SAYS_WHEN.test(text)).length
    if (texts.length < LEAST_TASKS || timed >= texts.length * ENOUGH) return
    const around = [catalogue.title, ...catalogue.paragraphs].map((passage) => passage?.text ?? '')
    const [first] = catalogue.header
    const at = first ?? catalogue.title
    if (at === undefined || around.some((text) => DONE_BY.test(text))) return
    const column = catalogue.layout.column('deadline')
    if (column === undefined) {
      const indicator = catalogue.layout.column('indicator.level1') ?? { index: 0 }
      const label = catalogue.header.find((cell) => cell.column === indicator.index)
      yield { message: 'absent', at: { passage: label ?? at } } as const
      return
    }
    if ([...catalogue.cells('deadline')].length > 0) return
    const label = catalogue.header.find((cell) => catalogue.columnOf(cell) === column)
    yield {
      message: 'blank',
      data: { column: columnName(column) },
      at: { passage: label ?? at },
    } as const
  },
})

// 3月底前 · 6月30日前 · 年底前 · 上半年 · 第二季度 · 每季度末 · 2026年12月 · 持续推进
const SAYS_WHEN =
  /\d{1,2}月(?:上旬|中旬|下旬|底|末|初|份|\d{1,2}日)|[一二三四五六七八九十]{1,2}月(?:底|末|份)|20\d{2}年|年(?:底|末|内|前)|上半年|下半年|季度|每[月周日旬]|全年|当年|月底|(?:持续|长期|常态化|经常)|\d月前/u
// 均于2026年12月底前完成
const DONE_BY = /(?:前|底|末|年|月|日)[^。]{0,6}(?:完成|落实|报送|办结)/u

/** What the tasks say, each with its remark. */
function taskTexts(catalogue: Catalogue): readonly string[] {
  const prose = proseOf(catalogue)
  if (prose !== undefined) {
    return prose.tasks.map(({ paragraph, duties }) =>
      [paragraph.text, ...duties.map(({ passage }) => passage.text)].join('\n'),
    )
  }
  return tasksOf(catalogue)
    .filter(({ isOwn }) => isOwn)
    .map(({ entry }) =>
      entry.cells
        .map(({ text }) => text)
        .filter((text) => !isBlank(text))
        .join('\n'),
    )
}
