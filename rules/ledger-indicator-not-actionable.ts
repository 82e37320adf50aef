import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { columnName } from '../src/catalogue/catalogue.ts'
import { isSum, type Task, tasksOf } from '../src/catalogue/tasks.ts'
import { defineRule } from '../src/rule/rule.ts'
import { isActionable, VAGUE_RESULT } from '../src/rule/vocabulary/task-verbs.ts'
import type { Cell } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'

/** Fewer tasks do not show how the ledger words them. */
const LEAST_TASKS = 6
/** Share of bare names up to which they are odd; beyond it they are how the ledger is written. */
const MOST_BARE = 0.2

export default defineRule({
  id: 'ledger-indicator-not-actionable',
  title: '任务表述不可操作',
  severity: 'info',
  certainty: 'hint',
  kinds: ['ledger'],
  fix: 'none',
  once: { vague: 'sentence' },
  basis: [
    {
      source: '河南省人民政府办公厅关于明确2017年政务公开工作责任分工的通知',
      article: '豫政办明电〔2017〕69号',
      gist: '分工逐项落到单位，谁牵头谁负责组织落实；各地的分工文件通行这个做法。',
    },
  ],
  why: '只有一个名称，看不出要做什么；“……率高”“效果良好”没有数，年底无法核对做到没有。',
  how: '写出动词和要求，如“通过政务新媒体发布解读信息”；能量化的写明目标值。',
  messages: {
    bare: '“{actual}”只是一个名称，没有写要做什么，宜写成一项任务。',
    vague: '“{actual}”{times}没有可以核对的标准，宜写明目标值。',
    another: '这里也没有可以核对的标准。',
  },
  examples: {
    good: [
      {
        name: '全表都用短的名称，是指标体系的写法',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 一级指标 | 二级指标 | 责任股室 |
          | --- | --- | --- |
          | 主动公开 | 机构职能 | 办公室 |
          |  | 财政预算 | 财务股 |
          |  | 办事指南 | 办公室 |
          | 平台建设 | 新媒体 | 信息股 |
          |  | 公开专栏 | 信息股 |
          |  | 查阅场所 | 办公室 |
        `,
      },
      {
        name: '有分值一栏，是打分的指标；短而有动词；率写明了数',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 一级指标 | 二级指标 | 责任股室 | 分值 |
          | --- | --- | --- | --- |
          | 平台建设 | 新媒体 | 信息股 | 5 |
          |  | 定期检查网站栏目 | 信息股 | 5 |
          |  | 在线办结率高 | 办公室 | 5 |
          | 队伍建设 | 业务培训 | 人事股 | 5 |
          |  | 网上办理率不低于95% | 人事股 | 5 |
          | 监督保障 | 组织社会评议 | 办公室 | 5 |
        `,
      },
    ],
    bad: [
      {
        name: '只有一个名称；效果没有标准',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 一级指标 | 二级指标 | 责任股室 |
          | --- | --- | --- |
          | 政策解读 | 制作图解和短视频 | 法规股 |
          |  | ⟦新媒体⟧ | 信息股 |
          | 平台建设 | 定期检查网站栏目 | 信息股 |
          |  | ⟦热线电话、领导信箱⟧ | 办公室 |
          | 政务服务 | 集中办理，⟦一次办结率高⟧ | 办公室 |
          |  | 规范办事指南 | 办公室 |
          |  | 优化流程，⟦→网上办理率高⟧ | 办公室 |
          | 队伍建设 | 业务培训 | 人事股 |
          |  | 组织社会评议 | 人事股 |
          |  | 整理公开档案 | 人事股 |
        `,
        says: [
          '“新媒体”只是一个名称，没有写要做什么，宜写成一项任务。',
          '“热线电话、领导信箱”只是一个名称，没有写要做什么，宜写成一项任务。',
          '“一次办结率高”（共2处）没有可以核对的标准，宜写明目标值。',
          '这里也没有可以核对的标准。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const cells = taskCells(catalogue)
    if (cells.length < LEAST_TASKS || isScored(catalogue)) return
    const bare = cells.filter(({ text }) => !isActionable(withoutSpace(text)))
    if (bare.length <= cells.length * MOST_BARE) {
      for (const cell of bare) {
        const data = { actual: withoutSpace(cell.text) }
        yield { message: 'bare', data, at: { passage: cell } } as const
      }
    }
    const [first, ...others] = cells.flatMap(vagueIn)
    if (first === undefined) return
    const { passage, span } = first
    yield {
      message: 'vague',
      data: {
        actual: withoutSpace(passage.text.slice(span.start, span.end)),
        times: others.length === 0 ? '' : `（共${others.length + 1}处）`,
      },
      at: first,
      related: others.map((at) => ({ message: 'another', at }) as const),
    } as const
  },
})

/** The cells that say what is to be done, of the deepest column there is, each once. */
function taskCells(catalogue: Catalogue): readonly Cell[] {
  const { layout } = catalogue
  const deepest = layout.column('indicator.level2') ?? layout.column('indicator.level1')
  const own = ({ task, isOwn }: Task) =>
    isOwn && task !== undefined && layout.columns[task.column] === deepest ? [task] : []
  return tasksOf(catalogue)
    .filter((task) => !isSum(task))
    .flatMap(own)
}

/** Whether the ledger gives points, so that its tasks are what points are given for. */
function isScored({ layout }: Catalogue): boolean {
  return layout.columns.some((column) => /分值|得分|评分|权重|计分|扣分/u.test(columnName(column)))
}

function vagueIn(passage: Cell) {
  const found = VAGUE_RESULT.exec(passage.text)
  if (found === null) return []
  const start = found.index
  return [{ passage, span: { start, end: start + found[0].length } }]
}
