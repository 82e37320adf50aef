import { type Catalogue, columnName } from '../src/catalogue/catalogue.ts'
import {
  blankMeaning,
  type SharedTask,
  sharedTasks,
  type Task,
  tasksOf,
} from '../src/catalogue/tasks.ts'
import { type Fix, replace } from '../src/fix/edit.ts'
import { defineRule } from '../src/rule/rule.ts'
import { taskName } from '../src/rule/task-name.ts'
import { isBlank, withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'ledger-indicator-missing',
  title: '责任行没有任务内容',
  severity: 'error',
  certainty: 'certain',
  kinds: ['ledger'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第四条',
      gist: '各级政府和部门要有政府信息公开的工作制度，并指定机构负责日常工作。',
    },
    {
      source: '河南省人民政府办公厅关于明确2017年政务公开工作责任分工的通知',
      article: '豫政办明电〔2017〕69号',
      gist: '分工逐项落到单位，谁牵头谁负责组织落实；各地的分工文件通行这个做法。',
    },
  ],
  why: '只有单位没有任务，这个单位不知道要做什么；几项任务挤在一格，也分不清哪个单位做哪一项。',
  how: '一项任务一行，各写各的牵头单位；共同承担的，写在同一格里。',
  messages: {
    shared:
      '这一格写了{count}项任务，右边有{offices}个单位（{names}），分不清各做哪一项，应当拆成一项一行。',
    blank: '这一行写了{column}“{office}”，却没有写任务内容，应当补上。',
    doubt: '“{office}”这一行没有任务内容；不是与上一行“{task}”合并的，宜补上。',
    office: '这个单位做哪一项不清楚。',
  },
  examples: {
    good: [
      {
        name: '一项任务由几个单位共同牵头',
        format: 'html',
        table: `
          <h1>青溪县民政局政务公开工作任务台账</h1>
          <table>
            <tr><th>工作任务</th><th>具体要求</th><th>责任股室</th></tr>
            <tr><td rowspan="2">主动公开</td><td rowspan="2">更新公开目录，逐项核对依据和时限</td><td>办公室</td></tr>
            <tr><td>法规股</td></tr>
            <tr><td>政策解读</td><td>同步发布解读材料<br>制作图解、短视频</td><td>法规股<br>信息股</td></tr>
          </table>
        `,
      },
      {
        name: '任务只写到上一级',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 具体要求 | 责任股室 |
          | --- | --- | --- |
          | 更新公开目录 | 逐项核对依据 | 办公室 |
          | 编制年度报告 |  | 办公室 |
        `,
      },
    ],
    bad: [
      {
        name: '几项任务挤在一格，单位分在几行，一一对应的给出拆法',
        format: 'tsv',
        table: `
          青溪县民政局政务公开工作任务台账

          一级指标	二级指标	牵头股室	备注
          平台建设	"⟦网站栏目更新制度
          信息发布审核制度⟧"	办公室	
          		⟦→信息股⟧	
          政策解读	同步发布解读材料	法规股	
        `,
        says: [
          '这一格写了2项任务，右边有2个单位（办公室、信息股），分不清各做哪一项，应当拆成一项一行。',
          '这个单位做哪一项不清楚。',
        ],
        fixed: `
          青溪县民政局政务公开工作任务台账

          一级指标	二级指标	牵头股室	备注
          平台建设	"网站栏目更新制度"	办公室	
          	信息发布审核制度	信息股	
          政策解读	同步发布解读材料	法规股	
        `,
      },
      {
        name: '有序号、有单位，没有任务',
        table: `
          # 青溪县2026年政务公开工作任务分解表

          | 序号 | 工作任务 | 牵头单位 | 完成时限 |
          | --- | --- | --- | --- |
          | 1 | 公开决策草案 | 县司法局 | 年底前 |
          | 2 |  | ⟦县财政局⟧ | 年底前 |
          | 3 | 检查政府网站 | 县政府办公室 | 每季度 |
        `,
        says: ['这一行写了牵头单位“县财政局”，却没有写任务内容，应当补上。'],
      },
      {
        name: '也可能是合并单元格拆开的，提请核对',
        table: `
          # 青溪县2026年政务公开工作任务分解表

          | 工作任务 | 牵头单位 | 完成时限 |
          | --- | --- | --- |
          | 公开决策草案 | 县司法局 | 年底前 |
          |  | ⟦县财政局⟧ | 年底前 |
          | 检查政府网站 | 县政府办公室 | 每季度 |
        `,
        says: ['“县财政局”这一行没有任务内容；不是与上一行“公开决策草案”合并的，宜补上。'],
      },
    ],
  },

  *check({ catalogue }) {
    const column = catalogue.layout.column('leadOffice')
    if (column === undefined) return
    const shared = sharedTasks(catalogue)
    const told = new Set<Task>()
    for (const one of shared) {
      for (const row of one.rows) told.add(row)
      yield {
        message: 'shared',
        severity: 'warning',
        certainty: 'likely',
        data: {
          count: one.paragraphs.length,
          offices: one.rows.length,
          names: one.rows.map(officeOf).join('、'),
        },
        at: { passage: one.cell },
        related: one.rows.slice(1).flatMap(({ lead }) => {
          return lead === undefined ? [] : [{ message: 'office', at: { passage: lead } } as const]
        }),
        ...partedFix(one, catalogue),
      } as const
    }
    let above: Task | undefined
    for (const row of tasksOf(catalogue)) {
      const { task, lead, entry } = row
      if (task !== undefined) above = row
      if (task !== undefined || lead?.row !== entry.row || told.has(row)) continue
      // 审核人：某某 below the table is no office.
      if (/[：:]/u.test(lead.text)) continue
      const at = { passage: lead }
      const isSure = isNumbered(row) || blankMeaning(catalogue) === 'blank' || above === undefined
      if (isSure) {
        const data = { column: columnName(column), office: officeOf(row) }
        yield { message: 'blank', data, at } as const
      } else {
        yield {
          message: 'doubt',
          severity: 'info',
          certainty: 'hint',
          data: { office: officeOf(row), task: taskName(above?.task?.text ?? '') },
          at,
        } as const
      }
    }
  },
})

function officeOf({ lead }: Task): string {
  return withoutSpace(lead?.text ?? '')
}

/** Whether the row has a number of its own, which no merge could have lost. */
function isNumbered({ entry }: Task): boolean {
  const seq = entry.own('seq')
  return seq?.row === entry.row && !isBlank(seq.text)
}

/**
 * As many tasks as offices, one in each row, so that each can have its own; only where the rows below
 * have a cell for it.
 */
function partedFix({ cell, paragraphs, rows }: SharedTask, { layout }: Catalogue): { fix?: Fix } {
  const role = layout.columns[cell.column]?.role
  if (role === undefined || rows.length !== paragraphs.length) return {}
  const texts = paragraphs.map(({ start, end }) => cell.text.slice(start, end))
  const cells = rows.map(({ entry }) => entry.own(role))
  const edits = cells.slice(1).flatMap((target, at) => {
    const isFree = target !== undefined && target !== cell && isBlank(target.text)
    const span = { start: 0, end: target?.text.length ?? 0 }
    return isFree ? [replace(target, span, texts[at + 1] ?? '')] : []
  })
  if (edits.length !== rows.length - 1) return {}
  const first = replace(cell, { start: 0, end: cell.text.length }, texts[0] ?? '')
  return { fix: { safety: 'suggested', edits: [first, ...edits] } }
}
