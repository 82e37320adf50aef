import type { Metric } from '../src/annual/claims.ts'
import { disputeFigures } from '../src/annual/disputes.ts'
import { editionOf } from '../src/annual/edition.ts'
import type { Figure } from '../src/annual/figure.ts'
import { TABLE_NAMES, type TableKey } from '../src/annual/form.ts'
import { proactiveFigure } from '../src/annual/proactive.ts'
import { type Mention, mentions } from '../src/annual/prose.ts'
import { figureAt, lineOf } from '../src/annual/requests.ts'
import { type ReportTables, tablesOf } from '../src/annual/tables.ts'
import {
  DISPUTE_HEADER,
  DISPUTE_TABLE,
  PROACTIVE_TABLE,
  REQUEST_HEADER,
} from '../src/rule/report-example.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'
import { grouped } from '../src/rule/wording.ts'

export default defineRule({
  id: 'annual-narrative-table',
  title: '正文数字与统计表不一致',
  severity: 'error',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'none',
  basis: [
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）',
      gist: '年度报告的内容和数据应当真实、准确，正文与统计表一致。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第五十条',
      gist: '年度报告应当写明主动公开、处理申请、被申请复议和提起诉讼等情况。',
    },
  ],
  why: '同一件事，正文一个数、表里一个数，读者不知道该信哪一个；上级抽查时首先核对这一处。',
  how: '查原始台账，把写错的一处改正。',
  messages: {
    differ: '正文写的{name}是{value}，{table}填的是{figure}，两处应当一致。',
    zero: '正文写“{actual}”，{table}的{name}填的是{figure}，两处应当一致。',
    untold:
      '正文写有{name}{value}，但是没有{table}，无法核对；应当补上这张表，{name}的总计填{value}。',
    again: '这里也这样写。',
    cell: '统计表里的数在这里。',
  },
  examples: {
    good: [
      {
        name: '正文与统计表一致；分渠道的数、上年的数不与总计比',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          全年收到政府信息公开申请15件，其中网络申请9件；上年结转1件。2024年收到政府信息公开申请8件。未发生因政府信息公开引起的行政复议、行政诉讼。

          三、收到和处理政府信息公开申请情况

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 15 | 0 | 0 | 0 | 0 | 0 | 15 |
          | 二、上年结转政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |

          四、政府信息公开行政复议、行政诉讼情况

          ${DISPUTE_TABLE}
        `,
      },
      {
        name: '受理的件数包括上年结转的',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          全年受理政府信息公开申请16件。

          三、收到和处理政府信息公开申请情况

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 15 | 0 | 0 | 0 | 0 | 0 | 15 |
          | 二、上年结转政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
        `,
      },
    ],
    bad: [
      {
        name: '正文的数与表里不同',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          全年⟦作出行政许可决定105件⟧，⟦收到政府信息公开申请17件⟧；⟦未发生因政府信息公开引起的行政复议⟧，行政诉讼0件。

          二、主动公开政府信息情况

          | 信息内容 | 本年处理决定数量 |
          | --- | --- |
          | 行政许可 | ⟦→150⟧ |

          三、收到和处理政府信息公开申请情况

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 15 | 0 | 0 | 0 | 0 | 0 | ⟦→15⟧ |
          | 二、上年结转政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |

          四、政府信息公开行政复议、行政诉讼情况

          ${DISPUTE_HEADER}
          | 1 | 0 | 0 | 0 | ⟦→1⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
        says: [
          '正文写的行政许可是105件，第二部分“主动公开政府信息情况”统计表填的是150件，两处应当一致。',
          '统计表里的数在这里。',
          '正文写的新收申请是17件，第三部分“收到和处理政府信息公开申请情况”统计表填的是15件，两处应当一致。',
          '统计表里的数在这里。',
          '正文写“未发生因政府信息公开引起的行政复议”，第四部分“政府信息公开行政复议、行政诉讼情况”统计表的行政复议填的是1件，两处应当一致。',
          '统计表里的数在这里。',
        ],
      },
      {
        name: '正文写了行政复议，表却没有',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          因政府信息公开工作被申请⟦行政复议1件⟧。

          二、主动公开政府信息情况

          ${PROACTIVE_TABLE}

          四、政府信息公开行政复议、行政诉讼情况

          全年因政府信息公开被申请⟦→行政复议1件⟧。
        `,
        says: [
          '正文写有行政复议1件，但是没有第四部分“政府信息公开行政复议、行政诉讼情况”统计表，无法核对；应当补上这张表，行政复议的总计填1件。',
          '这里也这样写。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    if (editionOf(catalogue) === 'free') return
    const tables = tablesOf(catalogue)
    const sameClaim = ({ metric, value, kind }: Mention) => `${metric} ${value} ${kind}`
    for (const [mention, ...again] of grouped(mentions(catalogue), sameClaim)) {
      const { metric, value, kind, passage, span } = mention
      const { name, table, unit, read } = METRICS[metric]
      const options = read(tables)
      const [first] = options
      const others = again.map(
        (other) =>
          ({ message: 'again', at: { passage: other.passage, span: other.span } }) as const,
      )
      const at = { passage, span }
      if (first === undefined) {
        // Without any table the tables are pictures, or lie elsewhere.
        const hasOthers = tables.proactive !== undefined || tables.requests.length > 0
        const isLost = !tables.disputes && !tables.inText.has('disputes') && hasOthers
        if (table !== 'disputes' || !isLost || value === 0) continue
        const data = { name, value: `${value}${unit}`, table: TABLE_NAMES[table] }
        yield { message: 'untold', data, at, related: others }
        continue
      }
      if (options.some((option) => agrees(mention, option))) continue
      const data = { name, table: TABLE_NAMES[table], figure: `${first.value}${unit}` }
      const cell = { message: 'cell', at: { passage: first.cell } } as const
      const told = { at, related: [...others, cell] }
      if (kind === 'zero') {
        const actual = passage.text.slice(span.start, span.end)
        yield { ...told, message: 'zero', data: { ...data, actual } }
      } else {
        yield { ...told, message: 'differ', data: { ...data, value: `${value}${unit}` } }
      }
    }
  },
})

/** A value that the tables give for what the prose counts. */
interface Told {
  readonly value: number
  readonly cell: Figure['cell']
}

interface Counted {
  readonly name: string
  readonly table: TableKey
  readonly unit: string
  /** What the tables give, best first; none where the figure is not there or cannot be read. */
  read(tables: ReportTables): readonly Told[]
}

const METRICS: Readonly<Record<Metric, Counted>> = {
  received: {
    name: '新收申请',
    table: 'requests',
    unit: '件',
    // 受理 may count what was carried in.
    read: ({ requests }) =>
      requests.flatMap((table) => {
        const received = figureAt(lineOf(table, 'received'), 'total')
        const carriedIn = figureAt(lineOf(table, 'carriedIn'), 'total')
        const parts = lineOf(table, 'received')?.figures?.slice(0, -1)
        return [...told(received), ...sumOf(received, carriedIn), ...sumOf(...(parts ?? []))]
      }),
  },
  carriedIn: {
    name: '上年结转',
    table: 'requests',
    unit: '件',
    read: ({ requests }) =>
      requests.flatMap((table) => told(figureAt(lineOf(table, 'carriedIn'), 'total'))),
  },
  carriedOut: {
    name: '结转下年度',
    table: 'requests',
    unit: '件',
    read: ({ requests }) =>
      requests.flatMap((table) => told(figureAt(lineOf(table, 'carriedOut'), 'total'))),
  },
  review: {
    name: '行政复议',
    table: 'disputes',
    unit: '件',
    read: ({ disputes }) => {
      const figures = disputeFigures(disputes, 'review') ?? []
      return [...told(figures.at(-1)), ...sumOf(...figures.slice(0, -1))]
    },
  },
  litigation: {
    name: '行政诉讼',
    table: 'disputes',
    unit: '件',
    read: ({ disputes }) => {
      const direct = disputeFigures(disputes, 'directSuit') ?? []
      const later = disputeFigures(disputes, 'suitAfterReview') ?? []
      const parts = [...direct.slice(0, -1), ...later.slice(0, -1)]
      return [...sumOf(direct.at(-1), later.at(-1)), ...sumOf(...parts)]
    },
  },
  licensing: {
    name: '行政许可',
    table: 'proactive',
    unit: '件',
    read: ({ proactive }) => told(proactiveFigure(proactive, 'licensing', 'processed')),
  },
  penalty: {
    name: '行政处罚',
    table: 'proactive',
    unit: '件',
    read: ({ proactive }) => told(proactiveFigure(proactive, 'penalty', 'processed')),
  },
  coercion: {
    name: '行政强制',
    table: 'proactive',
    unit: '件',
    read: ({ proactive }) => told(proactiveFigure(proactive, 'coercion', 'processed')),
  },
  'normativeDocs.made': {
    name: '制发的行政规范性文件',
    table: 'proactive',
    unit: '件',
    read: ({ proactive }) => told(proactiveFigure(proactive, 'normativeDocs', 'made')),
  },
  fees: {
    name: '行政事业性收费',
    table: 'proactive',
    unit: '万元',
    read: ({ proactive }) => told(proactiveFigure(proactive, 'fees', 'amount')),
  },
}

function told(figure: Figure | undefined): readonly Told[] {
  return figure?.value === undefined ? [] : [{ value: figure.value, cell: figure.cell }]
}

/**
 * The sum of figures, where all are there. A total that is not the sum of its parts is told by
 * another rule, so that prose which agrees with the parts is right.
 */
function sumOf(...figures: readonly (Figure | undefined)[]): readonly Told[] {
  const [first] = figures
  let value = 0
  for (const figure of figures) {
    if (figure?.value === undefined) return []
    value += figure.value
  }
  return first === undefined ? [] : [{ value, cell: first.cell }]
}

function agrees({ value, slack }: Mention, option: Told): boolean {
  return Math.abs(value - option.value) <= slack + 1e-9
}
