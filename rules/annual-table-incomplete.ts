import { editionOf } from '../src/annual/edition.ts'
import {
  PROACTIVE_ROWS,
  REQUEST_GROUPS,
  type RequestGroup,
  type RequestRow,
  TABLE_NAMES,
  type TableKey,
} from '../src/annual/form.ts'
import { rowName } from '../src/annual/identities.ts'
import { type PartKey, partsOf } from '../src/annual/parts.ts'
import type { RequestsTable } from '../src/annual/requests.ts'
import { tablesOf } from '../src/annual/tables.ts'
import {
  DISPUTE_TABLE,
  LAST_REQUEST_ROWS,
  PROACTIVE_TABLE,
  REFUSED_ROWS,
  REQUEST_HEADER,
  UNABLE_AND_DECLINED_ROWS,
} from '../src/rule/report-example.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'annual-table-incomplete',
  title: '统计表缺表、缺行',
  severity: 'error',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'none',
  basis: [
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）附件',
      gist: '第二、三、四部分各有一张统计表，行、列全国统一，没有发生的填0，不删行。',
    },
  ],
  why: '缺了行，第一项加第二项等于第三项加第四项就没有办法核对；缺了表，这一部分等于没有报告。',
  how: '照统一格式补齐，没有发生的填0。',
  messages: {
    table: '没有{table}，应当照统一格式补上；表是图片的，应当换成文字表格。',
    tables: '没有找到统计表，第二、三、四部分各应当有一张；表是图片的，应当换成文字表格。',
    rows: '{table}到“{last}”为止，缺{count}行：{missing}。',
    between: '{table}缺{count}行：{missing}。',
    group: '“{row}”上面缺“{group}”。',
    inText:
      '{parts}的统计表在文件里成了连续的文字，分不清行列，没有核对其中的数字；宜改用保留表格的文件。',
    flattened:
      '{parts}的统计表在文件里成了连续的文字，数字按次序归到各行核对，是否缺行、缺格没有核对；宜改用保留表格的文件。',
    groupOnly: '“{row}”所属的“{group}”没有写出来，各行都在，像是转换格式时丢了，宜补上。',
  },
  examples: {
    good: [
      {
        name: '三张表齐全',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          二、主动公开政府信息情况

          ${PROACTIVE_TABLE}

          三、收到和处理政府信息公开申请情况

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 三、本年度办理结果 | （一）予以公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          ${REFUSED_ROWS}
          ${UNABLE_AND_DECLINED_ROWS}
          ${LAST_REQUEST_ROWS}

          四、政府信息公开行政复议、行政诉讼情况

          ${DISPUTE_TABLE}
        `,
      },
      {
        name: '旧格式里“其他处理”只有一行',
        table: `
          # 云岭市民政局2020年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 三、本年度办理结果 | （一）予以公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          ${REFUSED_ROWS}
          ${UNABLE_AND_DECLINED_ROWS}
          | | （六）其他处理 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | （七）总计 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 四、结转下年度继续办理 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

          四、政府信息公开行政复议、行政诉讼情况

          ${DISPUTE_TABLE}
        `,
      },
      {
        name: '2018年以前没有统一的统计表',
        table: `
          # 云岭市民政局2018年政府信息公开工作年度报告

          一、概述

          二、主动公开政府信息的情况
        `,
      },
    ],
    bad: [
      {
        name: '表格转成了文字，看不出行列',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          二、主动公开政府信息情况

          ⟦信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件003⟧

          三、收到和处理政府信息公开申请情况

          ⟦一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0⟧

          四、政府信息公开行政复议、行政诉讼情况

          结果维持 结果纠正 其他结果 尚未审结 总计 0 0 0 0 0
        `,
        says: [
          '第二部分的统计表在文件里成了连续的文字，分不清行列，没有核对其中的数字；宜改用保留表格的文件。',
          '第三部分、第四部分的统计表在文件里成了连续的文字，数字按次序归到各行核对，是否缺行、缺格没有核对；宜改用保留表格的文件。',
        ],
      },
      {
        name: '一张表都没有',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          ⟦二、主动公开政府信息情况⟧

          三、收到和处理政府信息公开申请情况

          四、政府信息公开行政复议、行政诉讼情况
        `,
        says: ['没有找到统计表，第二、三、四部分各应当有一张；表是图片的，应当换成文字表格。'],
      },
      {
        name: '表三只填到一半',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          二、主动公开政府信息情况

          ${PROACTIVE_TABLE}

          三、收到和处理政府信息公开申请情况

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
          | 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | ⟦（一）予以公开⟧ | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
          | | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | | ⟦1.属于国家秘密⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | | 2.⟦其他法律行政法规禁止公开⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

          四、政府信息公开行政复议、行政诉讼情况

          ${DISPUTE_TABLE}
        `,
        says: [
          '“（一）予以公开”上面缺“三、本年度办理结果”。',
          '“1.属于国家秘密”上面缺“（三）不予公开”。',
          '第三部分“收到和处理政府信息公开申请情况”统计表到“2.其他法律行政法规禁止公开”为止，缺19行：（三）不予公开第3至8项，（四）无法提供各项，（五）不予处理各项，（六）其他处理各项，（七）总计，四、结转下年度继续办理。',
        ],
      },
      {
        name: '缺一张表，缺一行，组名没有了',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          二、主动公开政府信息情况

          | 信息内容 | 本年处理决定数量 |
          | --- | --- |
          | 行政许可 | 0 |
          | ⟦行政处罚⟧ | 0 |

          三、收到和处理政府信息公开申请情况

          ${REQUEST_HEADER}
          | 一、本年新收政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | ⟦（一）予以公开⟧ | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | （二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          ${REFUSED_ROWS}
          ${UNABLE_AND_DECLINED_ROWS}
          ${LAST_REQUEST_ROWS}

          ⟦四、政府信息公开行政复议、行政诉讼情况⟧

          无。
        `,
        says: [
          '第二部分“主动公开政府信息情况”统计表缺4行：规章、行政规范性文件、行政强制、行政事业性收费。',
          '“（一）予以公开”所属的“三、本年度办理结果”没有写出来，各行都在，像是转换格式时丢了，宜补上。',
          '没有第四部分“政府信息公开行政复议、行政诉讼情况”统计表，应当照统一格式补上；表是图片的，应当换成文字表格。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const edition = editionOf(catalogue)
    if (edition === 'free') return
    const { proactive, requests, disputes, inText, flattened } = tablesOf(catalogue)
    const tables = { proactive, requests: requests[0], disputes }
    const missing = TABLES.filter((key) => tables[key] === undefined && !inText.has(key))
    const unread = TABLES.filter((key) => tables[key] === undefined && inText.has(key))
    const guessed = TABLES.filter((key) => flattened.has(key))
    for (const [message, keys] of [
      ['inText', unread],
      ['flattened', guessed],
    ] as const) {
      const [first] = keys.flatMap((key) => inText.get(key) ?? [])
      if (first === undefined) continue
      yield {
        message,
        data: { parts: keys.map((key) => PART_NAMES[key]).join('、') },
        at: { passage: first },
        severity: 'info',
        certainty: 'hint',
      }
    }
    const headings = new Map(partsOf(catalogue).map(({ form, heading }) => [form.key, heading]))
    const place = (key: PartKey) => headings.get(key)
    if (missing.length === 3) {
      const heading = place('proactive') ?? place('requests') ?? place('disputes')
      if (heading !== undefined) {
        const at = { passage: heading.passage, span: heading.span }
        yield { message: 'tables', at, severity: 'warning', certainty: 'likely' }
      }
      return
    }
    for (const key of missing) {
      // Where the whole part is missing, annual-section-missing says so.
      const heading = place(key)
      if (heading === undefined) continue
      const at = { passage: heading.passage, span: heading.span }
      yield { message: 'table', data: { table: TABLE_NAMES[key] }, at }
    }
    const isWhole = !flattened.has('proactive')
    if (edition === '2021' && isWhole && proactive?.old.length === 0) {
      const known = new Set(proactive.lines.map(({ key }) => key))
      const lost = PROACTIVE_ROWS.filter(({ key }) => !known.has(key)).map(({ label }) => label)
      const last = proactive.lines.at(-1)
      if (lost.length > 0 && last !== undefined) {
        yield {
          message: 'between',
          data: { table: TABLE_NAMES.proactive, count: lost.length, missing: lost.join('、') },
          about: lost.join('、'),
          at: { passage: last.label.cell, span: last.label.phrase.span },
        }
      }
    }
    if (!flattened.has('requests')) for (const table of requests) yield* requestRows(table)
  },
})

const TABLES = ['proactive', 'requests', 'disputes'] as const satisfies readonly TableKey[]
const PART_NAMES = { proactive: '第二部分', requests: '第三部分', disputes: '第四部分' } as const

function* requestRows(table: RequestsTable) {
  const known = new Set(table.lines.map(({ row }) => row.key))
  const lost = table.rows.filter(({ key }) => !known.has(key))
  yield* lostGroups(table)
  const last = table.lines.at(-1)
  if (lost.length === 0 || last === undefined) return
  const place = (row: RequestRow) => table.rows.indexOf(row)
  const isCutShort = lost.every((row) => place(row) > place(last.row))
  const gap = Math.min(...lost.map(place))
  const above = table.lines.findLast(({ row }) => place(row) < gap) ?? table.lines[0]
  const { label } = isCutShort || above === undefined ? last : above
  const missing = listed(lost, table.rows)
  const data = { table: TABLE_NAMES.requests, count: lost.length, missing }
  const where = { about: missing, at: { passage: label.cell, span: label.phrase.span } }
  if (isCutShort) {
    yield { message: 'rows', data: { ...data, last: rowName(last.row) }, ...where } as const
  } else yield { message: 'between', data, ...where } as const
}

/** Labels over several rows that are nowhere to be seen. */
function* lostGroups(table: RequestsTable) {
  const told = new Set(table.groups.map(({ group }) => group.key))
  const known = new Map(table.lines.map((line) => [line.row.key, line]))
  for (const group of REQUEST_GROUPS) {
    const children = table.rows.filter((row) => isUnder(row, group))
    const first = children.map(({ key }) => known.get(key)).find((line) => line !== undefined)
    if (told.has(group.key) || children.length === 0 || first === undefined) continue
    const isWhole = children.every(({ key }) => known.has(key))
    const at = { passage: first.label.cell }
    const data = { row: rowName(first.row), group: `${group.number}${group.words}` }
    const place = { about: data.group, at }
    // Merged labels get lost when a document is converted.
    if (isWhole) {
      yield { message: 'groupOnly', data, ...place, severity: 'info', certainty: 'hint' } as const
    } else yield { message: 'group', data, ...place } as const
  }
}

function isUnder({ key, group }: RequestRow, { key: wanted }: RequestGroup): boolean {
  return wanted === 'result' ? group !== undefined && key !== 'resultTotal' : group === wanted
}

/** The missing rows, those of a group told together: （三）不予公开第3至8项，（七）总计 */
function listed(lost: readonly RequestRow[], all: readonly RequestRow[]): string {
  const names: string[] = []
  const done = new Set<string>()
  for (const row of lost) {
    const group = REQUEST_GROUPS.find(({ key }) => key === row.group && key !== 'result')
    if (group === undefined) names.push(rowName(row))
    else if (!done.has(group.key)) {
      done.add(group.key)
      const children = all.filter((other) => other.group === group.key)
      const numbers = lost
        .filter((other) => other.group === group.key)
        .map((other) => children.indexOf(other) + 1)
      names.push(`${group.number}${group.words}${itemsText(numbers, children.length)}`)
    }
  }
  return names.join('，')
}

function itemsText(numbers: readonly number[], count: number): string {
  const [first, ...rest] = numbers
  const last = numbers.at(-1)
  if (numbers.length === count) return '各项'
  if (rest.length === 0) return `第${first}项`
  const isRun = numbers.every((number, at) => number === (first ?? 0) + at)
  return isRun ? `第${first}至${last}项` : `第${numbers.join('、')}项`
}
