import { editionOf } from '../src/annual/edition.ts'
import { type Figure, splitSum } from '../src/annual/figure.ts'
import { APPLICANTS } from '../src/annual/form.ts'
import { type FigureRow, figureRows } from '../src/annual/rows.ts'
import { tablesOf } from '../src/annual/tables.ts'
import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { type Edit, replace, suggestion } from '../src/fix/edit.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'
import { grouped } from '../src/rule/wording.ts'
import type { Cell } from '../src/table/model.ts'

export default defineRule({
  id: 'annual-table-shape',
  title: '统计表栏数不对，数字没有填好',
  severity: 'error',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）附件',
      gist: '第三部分的表每行七个数：自然人、五类法人或其他组织、总计；第四部分的表十五个数；没有发生的填0，不留空。',
    },
  ],
  why: '少一格、多一格，后面的数就都错了位；空着的格，读者分不清是0还是漏填。',
  how: '对照统一格式逐格核对，多的删去，缺的补上，没有发生的填0。',
  messages: {
    header:
      '表头从“自然人”到“总计”有{count}栏，应当为7栏，依次是自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计。',
    count: '“{row}”有{count}个数，应当为{expected}个。',
    alsoCount: '“{row}”也是{count}个数。',
    shifted: '“{row}”的7个数没有对齐表头，应当从“自然人”起逐栏对应。',
    alsoShifted: '“{row}”也没有对齐。',
    glued: '“{row}”的数字“{actual}”连在了一起，应当分成7格。',
    gluedSplit:
      '“{row}”的数字“{actual}”连在了一起，应当分成7格；总计等于前六格之和的分法只有“{expected}”。',
    blank: '“{row}”“{column}”空着，没有发生的应当填0。',
    blanks: '{part}的统计表有{count}格空着，没有发生的应当填0。',
    unfilled: '{part}的统计表没有填数，没有发生的应当填0。',
    mark: '{part}的统计表有{count}格填的是“{actual}”，没有发生的宜填0。',
    unit: '“{row}”“{column}”填的是“{actual}”，应当只填数字，写作“{expected}”。',
    negative: '“{row}”“{column}”填的是{actual}，数量不应当小于0。',
    decimal: '“{row}”“{column}”填的是{actual}，件数应当为整数。',
    words: '“{row}”“{column}”填的是“{actual}”，应当填数字。',
  },
  examples: {
    good: [
      {
        name: '每行七个数，收费金额有小数，没有规章制定权的用斜线',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | 第二十条第（八）项 | |
          | --- | --- |
          | 信息内容 | 本年收费金额（单位：万元） |
          | 行政事业性收费 | 1,613.88 |

          | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
          | --- | --- | --- | --- |
          | 规章 | / | / | / |
          | 行政规范性文件 | 0 | 0 | 2 |

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | 二、上年结转政府信息公开申请数量 | ０ | 0 | 0 | 0 | 0 | 0 | 0 |
          | 三、本年度办理结果 | | | | | | | |
          | （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        `,
      },
      {
        name: '合并的行名拆开后前面空着几格',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | | | | 申请人情况 | | | | | | |
          | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
          | | | | 自然人 | 法人或其他组织 | | | | | 总计 |
          | | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |
          | 一、本年新收政府信息公开申请数量 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 三、本年度办理结果 | （一）予以公开 | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
      },
    ],
    bad: [
      {
        name: '表头多一栏，有两行多一个数',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | | ⟦其他⟧ | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- | --- |
          | ⟦一、本年新收政府信息公开申请数量⟧ | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 2 |
          | ⟦→二、上年结转政府信息公开申请数量⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | | （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        `,
        says: [
          '表头从“自然人”到“总计”有8栏，应当为7栏，依次是自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计。',
          '“一、本年新收政府信息公开申请数量”有8个数，应当为7个。',
          '“二、上年结转政府信息公开申请数量”也是8个数。',
        ],
      },
      {
        name: '一行少一格，两行错开一格，一行连成一串',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 | |
          | --- | --- | --- | --- | --- | --- | --- | --- | --- |
          | ⟦一、本年新收政府信息公开申请数量⟧ | 2 | 0 | 0 | 0 | 0 | 2 |
          | ⟦二、上年结转政府信息公开申请数量⟧ | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | ⟦→（一）予以公开⟧ | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | （二）部分公开 | ⟦15130000154⟧ |
          | 1.属于国家秘密 | ⟦123456⟧ |
        `,
        says: [
          '“一、本年新收政府信息公开申请数量”有6个数，应当为7个。',
          '“二、上年结转政府信息公开申请数量”的7个数没有对齐表头，应当从“自然人”起逐栏对应。',
          '“（一）予以公开”也没有对齐。',
          '“（二）部分公开”的数字“15130000154”连在了一起，应当分成7格；总计等于前六格之和的分法只有“151、3、0、0、0、0、154”。',
          '“1.属于国家秘密”的数字“123456”连在了一起，应当分成7格。',
        ],
      },
      {
        name: '单位写在格里，没有发生的填了斜线',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | 第二十条第（五）项 | |
          | --- | --- |
          | 信息内容 | 本年处理决定数量 |
          | 行政许可 | ⟦105件⟧ |

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 2 | ⟦/⟧ | / | 0 | 0 | 0 | 2 |
          | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
        says: [
          '“行政许可”“本年处理决定数量”填的是“105件”，应当只填数字，写作“105”。',
          '第三部分的统计表有2格填的是“/”，没有发生的宜填0。',
        ],
        fixed: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | 第二十条第（五）项 | |
          | --- | --- |
          | 信息内容 | 本年处理决定数量 |
          | 行政许可 | 105 |

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
      },
      {
        name: '小数、负数和文字',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | 第二十条第（五）项 | |
          | --- | --- |
          | 信息内容 | 本年处理决定数量 |
          | 行政许可 | ⟦-2⟧ |
          | 行政处罚 | ⟦见附件⟧ |

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | 二、上年结转政府信息公开申请数量 | 0 | ⟦1.5⟧ | 0 | 0 | 0 | 0 | 1 |

          | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
          | 1 | ⟦x⟧ | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
        says: [
          '“行政许可”“本年处理决定数量”填的是-2，数量不应当小于0。',
          '“行政处罚”“本年处理决定数量”填的是“见附件”，应当填数字。',
          '“二、上年结转政府信息公开申请数量”“商业企业”填的是1.5，件数应当为整数。',
          '“行政复议”“结果纠正”填的是“x”，应当填数字。',
        ],
      },
      {
        name: '空着的格',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | 第二十条第（五）项 | |
          | --- | --- |
          | 信息内容 | 本年处理决定数量 |
          | 行政许可 | 3 |
          | 行政处罚 | ⟦⟧ |

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 2 | ⟦⟧ |  |  |  |  | 2 |
          | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
        says: [
          '“行政处罚”“本年处理决定数量”空着，没有发生的应当填0。',
          '第三部分的统计表有5格空着，没有发生的应当填0。',
        ],
        fixed: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | 第二十条第（五）项 | |
          | --- | --- |
          | 信息内容 | 本年处理决定数量 |
          | 行政许可 | 3 |
          | 行政处罚 | 0 |

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
      },
      {
        name: '一张表都没有填',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
          | ⟦⟧ |  |  |  |  |  |  |  |  |  |  |  |  |  |  |
        `,
        says: ['第四部分的统计表没有填数，没有发生的应当填0。'],
      },
    ],
  },

  *check({ catalogue }) {
    if (editionOf(catalogue) === 'free') return
    yield* headerFaults(catalogue)
    // The form of 2019 has other columns in part two.
    const isOld = (tablesOf(catalogue).proactive?.old.length ?? 0) > 0
    const { flattened } = tablesOf(catalogue)
    const rows = figureRows(catalogue).filter(
      ({ table }) => !(isOld && table === 'proactive') && !flattened.has(table),
    )
    for (const table of TABLES) {
      const own = rows.filter((row) => row.table === table)
      const figures = own.flatMap((row) => row.values)
      const [first] = own
      if (first === undefined) continue
      if (figures.every(({ state }) => state === 'blank')) {
        yield {
          message: 'unfilled',
          data: { part: PARTS[table] },
          at: { passage: first.at },
          severity: 'warning',
        }
        continue
      }
      yield* counts(own)
      yield* wrongFigures(own)
      yield* gaps(table, own)
      yield* marks(table, own)
    }
  },
})

const TABLES = ['proactive', 'requests', 'disputes'] as const
const PARTS = { proactive: '第二部分', requests: '第三部分', disputes: '第四部分' } as const

/** More columns than seven between the first label and the last. */
function* headerFaults(catalogue: Catalogue) {
  for (const { header, width } of tablesOf(catalogue).requests) {
    if (width === undefined || width === APPLICANTS.length) continue
    const odd = header.find(
      ({ label }, at) => label.cell.column !== (header[0]?.label.cell.column ?? 0) + at,
    )
    if (odd === undefined) continue
    const { cell, phrase } = odd.label
    yield {
      message: 'header',
      data: { count: width },
      at: { passage: cell, span: phrase.span },
    } as const
  }
}

/** Rows that have too many or too few values, those with the same number told together. */
function* counts(rows: readonly FigureRow[]) {
  const uneven = rows.filter(({ isWhole, values }) => !isWhole && !isGlued(values))
  const sameCount = ({ columns, values }: FigureRow) => `${columns.length} ${values.length}`
  for (const [first, ...rest] of grouped(uneven, sameCount)) {
    const { name, values, columns, at } = first
    const count = values.length
    yield {
      message: 'count',
      data: { row: name, count, expected: columns.length },
      at: { passage: at },
      related: rest.map(
        (other) =>
          ({
            message: 'alsoCount',
            data: { row: other.name, count },
            at: { passage: other.at },
          }) as const,
      ),
    } as const
  }
  const [first, ...rest] = rows.filter(({ isShifted }) => isShifted)
  if (first !== undefined) {
    yield {
      message: 'shifted',
      data: { row: first.name },
      at: { passage: first.at },
      related: rest.map(
        (other) =>
          ({
            message: 'alsoShifted',
            data: { row: other.name },
            at: { passage: other.at },
          }) as const,
      ),
    } as const
  }
  for (const { name, values } of rows.filter((row) => !row.isWhole && isGlued(row.values))) {
    const [{ cell } = { cell: undefined }] = values.filter(({ state }) => state !== 'blank')
    if (cell === undefined) continue
    const actual = cell.text.trim()
    const split = splitSum(actual, APPLICANTS.length)?.join('、')
    const told = { at: { passage: cell } }
    if (split === undefined)
      yield { ...told, message: 'glued', data: { row: name, actual } } as const
    else {
      yield {
        ...told,
        message: 'gluedSplit',
        data: { row: name, actual, expected: split },
        expected: [split],
      } as const
    }
  }
}

/** Nothing but one long run of digits in a row of seven. */
function isGlued(values: readonly Figure[]): boolean {
  const [only, ...rest] = values.filter(({ state }) => state !== 'blank')
  if (only === undefined || rest.length > 0) return false
  return /^\d{6,}$/u.test(only.cell.text.trim())
}

/** Cells that hold something else than a number of the right sort. */
function* wrongFigures(rows: readonly FigureRow[]) {
  for (const { name, columns, values, unit, isWhole } of rows) {
    if (!isWhole) continue
    for (const [at, { cell, state, value, meant }] of values.entries()) {
      const told = { at: { passage: cell } }
      const actual = cell.text.trim()
      const data = { ...placeOf(name, columns[at] ?? ''), actual }
      if (state === 'number') {
        const isWhole = unit === 'amount' || Number.isInteger(value)
        if (!isWhole) yield { ...told, message: 'decimal', data } as const
      } else if (state === 'wrong' && meant !== undefined) {
        yield {
          ...told,
          message: 'unit',
          data: { ...data, expected: meant },
          expected: [meant],
          fix: suggestion(cell, whole(cell), meant),
        } as const
      } else if (state === 'wrong') {
        const isNegative = /^[-−－]\s*[\d.]+$/u.test(actual)
        yield { ...told, message: isNegative ? 'negative' : 'words', data } as const
      }
    }
  }
}

/** The group of part four is what a clerk calls its row. */
function placeOf(row: string, column: string): { readonly row: string; readonly column: string } {
  const [group, outcome] = column.split('：')
  return outcome === undefined || group === undefined
    ? { row, column }
    : { row: group, column: outcome }
}

/** Blank cells, told together for a table. */
function* gaps(table: FigureRow['table'], rows: readonly FigureRow[]) {
  const blanks = rows
    .filter(({ isWhole }) => isWhole)
    .flatMap(({ name, columns, values }) =>
      values.flatMap(({ state, cell }, at) =>
        state === 'blank' ? [{ cell, ...placeOf(name, columns[at] ?? '') }] : [],
      ),
    )
  const [first, ...rest] = blanks
  if (first === undefined) return
  const { cell, row, column } = first
  const edits: readonly [Edit, ...Edit[]] = [fill(cell), ...rest.map((blank) => fill(blank.cell))]
  const told = {
    severity: 'warning',
    at: { passage: cell },
    expected: ['0'],
    fix: { safety: 'suggested', edits },
  } as const
  if (rest.length === 0) yield { ...told, message: 'blank', data: { row, column } } as const
  else {
    yield {
      ...told,
      message: 'blanks',
      data: { part: PARTS[table], count: blanks.length },
    } as const
  }
}

/** Marks such as / for none, told together for a table. */
function* marks(table: FigureRow['table'], rows: readonly FigureRow[]) {
  // Whoever may not make 规章 may say that the row does not apply.
  const cells = rows
    .filter(({ isWhole, name }) => isWhole && name !== '规章')
    .flatMap(({ values }) => values.filter(({ state }) => state === 'none'))
    .map(({ cell }) => cell)
  const [first, ...rest] = cells
  if (first === undefined) return
  yield {
    message: 'mark',
    data: { part: PARTS[table], count: cells.length, actual: first.text.trim() },
    severity: 'info',
    certainty: 'hint',
    at: { passage: first },
    expected: ['0'],
    fix: {
      safety: 'suggested',
      edits: [fill(first), ...rest.map(fill)] as readonly [Edit, ...Edit[]],
    },
  } as const
}

function fill(cell: Cell): Edit {
  return replace(cell, { start: 0, end: cell.text.length }, '0')
}

function whole({ text }: Cell) {
  const start = text.length - text.trimStart().length
  return { start, end: start + text.trim().length }
}
