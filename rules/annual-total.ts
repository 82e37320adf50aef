import { type Equation, isBroken, sum, totalThatFollows } from '../src/annual/identities.ts'
import { equationsOf, type RequestEquations } from '../src/annual/tables.ts'
import { type Edit, replace, suggestion } from '../src/fix/edit.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'

/** A report whose table of part three has every row, three of them with figures as given. */
function wholeTable(granted: string, notHeld: string, total: string): string {
  return `
  # 云岭市民政局2025年政府信息公开工作年度报告

  三、收到和处理政府信息公开申请情况

  | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
  | --- | --- | --- | --- | --- | --- | --- | --- |
  | 一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 0 | 0 | 5 |
  | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | （一）予以公开 | ${granted} |
  | （二）部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 5.属于三类内部事务信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 6.属于四类过程性信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 1.本机关不掌握相关政府信息 | ${notHeld} |
  | 2.没有现成信息需要另行制作 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 3.补正后申请内容仍不明确 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 4.无正当理由大量反复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | 5.要求行政机关确认或重新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | （六）其他处理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  | （七）总计 | ${total} |
  | 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
  `
}

export default defineRule({
  id: 'annual-total',
  title: '合计不等于分项之和',
  severity: 'error',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）附件，第三部分统计表',
      gist: '“总计”一列是六类申请人之和，“（七）总计”一行是各项办理结果之和。',
    },
  ],
  why: '合计与分项对不上，至少有一个数是错的，读者不知道该信哪一个。',
  how: '先核对分项，分项无误的，按分项重算合计。',
  messages: {
    row: '“{row}”一行，六类申请人合计是{sum}件，总计填的是{actual}件，相差{difference}件。',
    column:
      '“{column}”一列，各项办理结果合计是{sum}件，（七）总计填的是{actual}件，相差{difference}件。',
    cell: '“{row}”“{column}”一格填的是{actual}，像是填错了：改为{expected}，与它有关的{count}个等式就都成立。',
    total: '{name}的总计在这里，现在分项合计是{sum}，总计是{actual}。',
    part: '分项“{name}”填的是{value}件。',
  },
  examples: {
    good: [
      {
        name: '总计等于六类申请人之和',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 12 | 1 | 0 | 0 | 2 | 0 | 15 |
          | 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        `,
      },
      {
        name: '办理结果没有列全，不核对（七）总计',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | （一）予以公开 | 12 | 1 | 0 | 0 | 2 | 0 | 15 |
          | （七）总计 | 14 | 1 | 0 | 0 | 2 | 0 | 17 |
          | 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
      },
    ],
    bad: [
      {
        name: '一行的总计算错',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | ⟦→12⟧ | ⟦→1⟧ | 0 | 0 | ⟦→2⟧ | 0 | ⟦14⟧ |
          | 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        `,
        says: [
          '“一、本年新收政府信息公开申请数量”一行，六类申请人合计是15件，总计填的是14件，相差1件。',
          '分项“自然人”填的是12件。',
          '分项“商业企业”填的是1件。',
          '分项“法律服务机构”填的是2件。',
        ],
        fixed: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 12 | 1 | 0 | 0 | 2 | 0 | 15 |
          | 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        `,
      },
      {
        name: '一格填错，行和列都不平',
        table: wholeTable(
          '⟦5⟧ | 0 | 0 | 0 | 0 | 0 | ⟦→2⟧',
          '2 | 1 | 0 | 0 | 0 | 0 | 3',
          '⟦→4⟧ | 1 | 0 | 0 | 0 | 0 | 5',
        ),
        says: [
          '“（一）予以公开”“自然人”一格填的是5，像是填错了：改为2，与它有关的2个等式就都成立。',
          '“（一）予以公开”一行的总计在这里，现在分项合计是5，总计是2。',
          '“自然人”一列的总计在这里，现在分项合计是7，总计是4。',
        ],
        fixed: wholeTable(
          '2 | 0 | 0 | 0 | 0 | 0 | 2',
          '2 | 1 | 0 | 0 | 0 | 0 | 3',
          '4 | 1 | 0 | 0 | 0 | 0 | 5',
        ),
      },
      {
        name: '（七）总计算错',
        table: wholeTable(
          '⟦→2⟧ | 0 | 0 | 0 | 0 | 0 | 2',
          '⟦→2⟧ | 1 | 0 | 0 | 0 | 0 | 3',
          '⟦5⟧ | 1 | 0 | 0 | 0 | 0 | 6',
        ),
        says: [
          '“自然人”一列，各项办理结果合计是4件，（七）总计填的是5件，相差1件。',
          '分项“（一）予以公开”填的是2件。',
          '分项“1.本机关不掌握相关政府信息”填的是2件。',
        ],
        fixed: wholeTable(
          '2 | 0 | 0 | 0 | 0 | 0 | 2',
          '2 | 1 | 0 | 0 | 0 | 0 | 3',
          '4 | 1 | 0 | 0 | 0 | 0 | 5',
        ),
      },
    ],
  },

  *check({ catalogue }) {
    for (const equations of equationsOf(catalogue)) {
      const rows = equations.applicantTotals.filter(isBroken)
      const columns = equations.resultTotals.filter(isBroken)
      const total = totalThatFollows(columns)
      const explained = new Set<Equation>()
      for (const { figure, value, sets } of equations.suspects) {
        const told = sets.filter((one) => rows.includes(one) || columns.includes(one))
        if (told.length === 0) continue
        for (const one of told) explained.add(one)
        yield {
          message: 'cell',
          data: {
            ...placeOf(figure.cell, equations),
            actual: figure.cell.text.trim(),
            expected: value,
            count: sets.length,
          },
          at: { passage: figure.cell },
          expected: [String(value)],
          fix: suggestion(figure.cell, whole(figure.cell), String(value)),
          related: told.flatMap((one) => {
            const cell = one.right[0]?.figure.cell
            if (cell === undefined || cell === figure.cell) return []
            const name = `“${one.of}”一${rows.includes(one) ? '行' : '列'}`
            const data = { name, sum: sum(one.left), actual: sum(one.right) }
            return [{ message: 'total', data, at: { passage: cell } } as const]
          }),
        }
      }
      for (const one of [...rows, ...columns]) {
        const cell = one.right[0]?.figure.cell
        if (explained.has(one) || cell === undefined) continue
        if (one === total) continue
        const numbers = {
          sum: sum(one.left),
          actual: sum(one.right),
          difference: Math.abs(one.difference),
        }
        const told = {
          at: { passage: cell },
          expected: [String(numbers.sum)],
          fix: { safety: 'suggested', edits: [amend(one), ...alongside(one, columns)] },
          related: partsOf(one),
        } as const
        if (rows.includes(one)) {
          yield { ...told, message: 'row', data: { row: one.of, ...numbers } }
        } else yield { ...told, message: 'column', data: { column: one.of, ...numbers } }
      }
    }
  },
})

/** The parts that add up to something; the first, where all are 0. */
function partsOf({ left }: Equation) {
  const filled = left.filter(({ value }) => value !== 0)
  return (filled.length > 0 ? filled : left.slice(0, 1)).map(
    ({ name, value, figure }) =>
      ({ message: 'part', data: { name, value }, at: { passage: figure.cell } }) as const,
  )
}

/** The row and the column that a cell stands in. */
function placeOf(
  cell: Cell,
  { applicantTotals, resultTotals, balances }: RequestEquations,
): { readonly row: string; readonly column: string } {
  const holding = (all: readonly Equation[]) =>
    all.find(({ left, right }) => [...left, ...right].some(({ figure }) => figure.cell === cell))
  const row = holding(applicantTotals)?.of ?? ''
  return { row, column: holding([...resultTotals, ...balances])?.of ?? '' }
}

/** The column 总计 is put right together with the one column that upset it. */
function alongside(one: Equation, columns: readonly Equation[]): readonly Edit[] {
  const total = totalThatFollows(columns)
  return columns[0] === one && total !== undefined && columns.length === 2 ? [amend(total)] : []
}

function amend({ left, right }: Equation): Edit {
  const cell = right[0]?.figure.cell
  if (cell === undefined) throw new Error('an equation without a right side')
  return replace(cell, whole(cell), String(sum(left)))
}

function whole({ text }: Cell) {
  const start = text.length - text.trimStart().length
  return { start, end: start + text.trim().length }
}
