import { columnName } from '../src/catalogue/catalogue.ts'
import { proseOf } from '../src/catalogue/prose.ts'
import { type LeadGap, leadGaps, type Task, tasksOf } from '../src/catalogue/tasks.ts'
import { defineRule } from '../src/rule/rule.ts'
import { taskName } from '../src/rule/task-name.ts'
import type { Cell } from '../src/table/model.ts'

/** More gaps than this are told once for the whole ledger. */
const MOST_TOLD = 5

export default defineRule({
  id: 'ledger-lead-missing',
  title: '任务没有牵头单位',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['ledger'],
  fix: 'none',
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
  why: '没有牵头单位的任务没有人去做，考核时也找不到人问。',
  how: '补上牵头单位；本来与上一行合并的，恢复合并单元格或者逐行写出。',
  messages: {
    missing: '“{task}”没有写{column}，同组的其他任务都有，应当补上。',
    run: '从“{task}”到“{last}”连续{count}项任务没有写{column}，同组的其他任务都有，应当补上。',
    first: '“{task}”是第一项任务，没有写{column}，上面也没有可以沿用的，应当补上。',
    several: '共有{count}项任务没有写{column}，如“{task}”，其余{others}项都有，应当逐项补上。',
    all: '“{column}”一栏全部空白，{count}项任务都没有写由谁负责，应当逐项写明。',
    doubt: '“{task}”的{column}空白，全表只此一处；不是与上一行合并的，宜补上。',
    prose: '“{task}”没有写责任单位，其他任务都在末尾写明，应当补上。',
    another: '这一项也没有写。',
  },
  examples: {
    good: [
      {
        name: '合并单元格拆开后的空白，沿用上面的单位',
        format: 'tsv',
        table: `
          青溪县民政局政务公开工作任务台账

          内容	一级指标	二级指标	牵头股室	备注
          组织领导	领导责任	主要负责人听取工作汇报	办公室	
          		分管负责人召开推进会议		
          	队伍建设	明确工作机构		
          		举办业务培训	人事股	
        `,
      },
      {
        name: '有的单位管几行，合并单元格还在',
        format: 'html',
        table: `
          <h1>青溪县民政局政务公开工作任务台账</h1>
          <table>
            <tr><th>工作任务</th><th>具体要求</th><th>责任股室</th></tr>
            <tr><td rowspan="2">主动公开</td><td>更新公开目录</td><td rowspan="2">办公室</td></tr>
            <tr><td>编制年度报告</td></tr>
            <tr><td>政策解读</td><td>同步发布解读材料</td><td>法规股</td></tr>
          </table>
        `,
      },
      {
        name: '合计一行不是任务',
        table: `
          # 青溪县2025年政务公开工作台账

          | 任务类别 | 具体任务 | 责任单位 | 完成时限 | 完成情况 |
          | --- | --- | --- | --- | --- |
          | 主动公开 | 公开财政预算 | 县财政局 | 批准后20日内 | 已完成 |
          |  | 公开财政决算 | 县财政局 | 批准后20日内 | 已完成 |
          | 政策解读 | 公开解读材料 | 县司法局 | 全年 | 持续推进 |
          |  | 负责人带头解读 | 县司法局 | 全年 | 持续推进 |
          | 合计 | 4项 |  |  |  |
        `,
      },
      {
        name: '大类一行写明了牵头单位；任务里写明了由谁负责',
        table: `
          # 青溪县2026年政务公开工作任务分解表

          | 序号 | 工作任务 | 牵头单位 | 完成时限 |
          | --- | --- | --- | --- |
          | 一、推进决策公开（牵头单位：县司法局） |  |  |  |
          | 1 | 公开决策草案 |  | 年底前 |
          | 2 | 公开采纳情况 |  | 年底前 |
          | 二、加强平台建设 |  |  |  |
          | 3 | 检查政府网站 | 县政府办公室 | 每季度 |
          | 4 | 检查政务新媒体 | 县政府办公室 | 每季度 |
          | 5 | 清理僵尸账号，由县融媒体中心负责落实 |  | 年底前 |
        `,
      },
    ],
    bad: [
      {
        name: '单位逐行写出，只有一行空白',
        table: `
          # 青溪县2026年政务公开工作任务分解表

          | 序号 | 工作任务 | 牵头单位 | 完成时限 |
          | --- | --- | --- | --- |
          | 1 | 公开决策草案 | 县司法局 | 年底前 |
          | 2 | 公开采纳情况 | 县司法局 | 年底前 |
          | 3 | 注重公开项目进展 | ⟦⟧ | 年底前 |
          | 4 | 检查政府网站 | 县政府办公室 | 每季度 |
        `,
        says: ['“注重公开项目进展”没有写牵头单位，同组的其他任务都有，应当补上。'],
      },
      {
        name: '合并单元格还在，连续两行没有写',
        format: 'html',
        table: `
          <h1>青溪县民政局政务公开工作任务台账</h1>
          <table>
            <tr><th>内容</th><th>工作任务</th><th>牵头股室</th></tr>
            <tr><td rowspan="5">平<br>台<br>建<br>设</td><td>检查网站栏目</td><td rowspan="2">办公室</td></tr>
            <tr><td>更新公开指南</td></tr>
            <tr><td>更新公开专栏</td><td>⟦⟧</td></tr>
            <tr><td>清理失效链接</td><td></td></tr>
            <tr><td>维护政务新媒体</td><td>信息股</td></tr>
          </table>
        `,
        says: [
          '从“更新公开专栏”到“清理失效链接”连续2项任务没有写牵头股室，同组的其他任务都有，应当补上。',
        ],
      },
      {
        name: '第一行就空白，没有可以沿用的',
        format: 'tsv',
        table: `
          青溪县民政局政务公开工作任务台账

          工作任务	具体要求	责任股室	完成时限
          主动公开	更新公开目录	⟦⟧	六月底前
          	编制年度报告	办公室	一月底前
          政策解读	同步发布解读材料	法规股	长期坚持
        `,
        says: ['“更新公开目录”是第一项任务，没有写责任股室，上面也没有可以沿用的，应当补上。'],
      },
      {
        name: '没有合并单元格的迹象，全表只有一处空白',
        table: `
          # 青溪县2026年政务公开工作任务分解表

          | 序号 | 工作任务 | 牵头单位 | 完成时限 |
          | --- | --- | --- | --- |
          | 1 | 公开决策草案 | 县司法局 | 年底前 |
          | 2 | 公开采纳情况 | ⟦⟧ | 年底前 |
          | 3 | 公开重大项目进展 | 县发展和改革局 | 长期坚持 |
          | 4 | 检查政府网站 | 县政府办公室 | 每季度 |
          | 5 | 公开财政预算 | 县财政局 | 批复后20日内 |
        `,
        says: ['“公开采纳情况”的牵头单位空白，全表只此一处；不是与上一行合并的，宜补上。'],
      },
      {
        name: '一栏全部空白，只说一次',
        table: `
          # 青溪县2026年政务公开工作任务分解表

          | 序号 | 工作任务 | ⟦牵头单位⟧ | 完成时限 |
          | --- | --- | --- | --- |
          | 1 | 公开决策草案 |  | 年底前 |
          | 2 | 公开采纳情况 |  | 年底前 |
        `,
        says: ['“牵头单位”一栏全部空白，2项任务都没有写由谁负责，应当逐项写明。'],
      },
      {
        name: '好几处没有写，只说一次',
        format: 'html',
        table: `
          <h1>青溪县民政局政务公开工作任务台账</h1>
          <table>
            <tr><th>内容</th><th>工作任务</th><th>牵头股室</th></tr>
            <tr><td rowspan="13">日常工作</td><td>检查网站栏目</td><td>办公室</td></tr>
            <tr><td>更新公开专栏</td><td>⟦⟧</td></tr>
            <tr><td>清理失效链接</td><td>信息股</td></tr>
            <tr><td>维护政务新媒体</td><td>⟦→⟧</td></tr>
            <tr><td>更新公开指南</td><td>办公室</td></tr>
            <tr><td>更新公开目录</td><td>⟦→⟧</td></tr>
            <tr><td>编制年度报告</td><td>办公室</td></tr>
            <tr><td>发布政策解读</td><td>⟦→⟧</td></tr>
            <tr><td>回应公众留言</td><td>信息股</td></tr>
            <tr><td>办理公开申请</td><td>⟦→⟧</td></tr>
            <tr><td>组织业务培训</td><td>人事股</td></tr>
            <tr><td>整理公开档案</td><td>人事股</td></tr>
            <tr><td>开展社会评议</td><td>⟦→⟧</td></tr>
          </table>
        `,
        says: [
          '共有6项任务没有写牵头股室，如“更新公开专栏”，其余7项都有，应当逐项补上。',
          '这一项也没有写。',
          '这一项也没有写。',
          '这一项也没有写。',
          '这一项也没有写。',
          '这一项也没有写。',
        ],
      },
      {
        name: '正文式的台账，有一项末尾没有责任单位',
        table: `
          # 青溪县2026年政务公开工作任务分工

          一、推进决策公开

          1.公开重大行政决策草案，征求公众意见。责任单位：县司法局

          2.公开意见采纳情况。责任单位：县司法局

          ⟦3.邀请利益相关方列席政府有关会议。⟧

          二、加强平台建设

          4.检查政府网站。责任单位：县政府办公室

          5.规范政务新媒体。责任单位：县委网信办
        `,
        says: [
          '“3.邀请利益相关方列席政府有关会议。”没有写责任单位，其他任务都在末尾写明，应当补上。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    for (const { paragraph } of unledTasks(proseOf(catalogue)?.tasks ?? [])) {
      const data = { task: taskName(paragraph.text) }
      yield { message: 'prose', data, at: { passage: paragraph } } as const
    }
    const lead = catalogue.layout.column('leadOffice')
    if (lead === undefined) return
    const column = columnName(lead)
    const gaps = leadGaps(catalogue)
    const blanks = gaps.filter(({ kind }) => kind === 'blank')
    if (blanks.length > MOST_TOLD) yield told(blanks, column, catalogue)
    for (const { kind, tasks } of gaps) {
      const [first, ...others] = tasks
      const last = others.at(-1)
      const data = { task: nameOf(first), column }
      const at = placeOf(first)
      const count = tasks.length
      if (kind === 'all') {
        const header = catalogue.header.find((cell) => catalogue.columnOf(cell) === lead)
        yield {
          message: 'all',
          data: { column, count },
          at: header === undefined ? at : { passage: header },
        } as const
      } else if (kind === 'first') {
        yield { message: 'first', data, at } as const
      } else if (kind === 'doubt') {
        yield { message: 'doubt', data, at, severity: 'info', certainty: 'hint' } as const
      } else if (blanks.length <= MOST_TOLD) {
        yield last === undefined
          ? ({ message: 'missing', data, at } as const)
          : ({ message: 'run', data: { ...data, last: nameOf(last), count }, at } as const)
      }
    }
  },
})

/** Many gaps, told once. */
function told(gaps: readonly LeadGap[], column: string, catalogue: Parameters<typeof tasksOf>[0]) {
  const missing = gaps.flatMap(({ tasks }) => tasks)
  const [first, ...others] = missing
  if (first === undefined) throw new Error('ledger-lead-missing: no gap to tell of')
  const named = tasksOf(catalogue).filter(({ lead }) => lead !== undefined).length
  return {
    message: 'several',
    data: { task: nameOf(first), column, count: missing.length, others: named },
    at: placeOf(first),
    related: others.map((task) => ({ message: 'another', at: placeOf(task) }) as const),
  } as const
}

function nameOf({ task }: Task): string {
  return taskName(task?.text ?? '')
}

function placeOf({ gap, task }: Task): { passage: Cell } {
  const passage = gap ?? task
  if (passage === undefined) throw new Error('ledger-lead-missing: a task without a cell')
  return { passage }
}

/** Share of the tasks in prose that must say who is responsible for the others to be at fault. */
const MOST_NAMED = 0.8

function unledTasks(tasks: NonNullable<ReturnType<typeof proseOf>>['tasks']): typeof tasks {
  const open = tasks.filter(
    ({ duties, isCovered, paragraph }) =>
      !isCovered &&
      !duties.some(({ role }) => role === 'leadOffice') &&
      !/牵头|负责/u.test(paragraph.text),
  )
  const named = tasks.filter(({ duties }) => duties.some(({ role }) => role === 'leadOffice'))
  return named.length >= tasks.length * MOST_NAMED ? open : []
}
