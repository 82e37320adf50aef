import {
  APPLICANTS,
  DISPUTE_GROUPS,
  isResult,
  OUTCOMES,
  PROACTIVE_COLUMNS,
  REQUEST_GROUPS,
  REQUEST_ROWS,
  type RequestKey,
} from '../src/annual/form.ts'

/** Every figure of a report: of part three seven in each row, of part four fifteen. */
export interface Figures {
  readonly rules: readonly [made: number, repealed: number, valid: number]
  readonly normativeDocs: readonly [made: number, repealed: number, valid: number]
  readonly licensing: number
  readonly penalty: number
  readonly coercion: number
  readonly fees: number
  readonly requests: ReadonlyMap<RequestKey, readonly number[]>
  readonly disputes: readonly number[]
}

/** A cell of the builder's tables: its text and how far it is merged. */
interface BuiltCell {
  readonly text: string
  readonly rows?: number
  readonly columns?: number
}

type BuiltTable = readonly (readonly BuiltCell[])[]

/** Figures of part three and four that hold every equation, from numbers in any amount. */
export function correctFigures(
  next: () => number,
  disputes: readonly number[],
): Pick<Figures, 'requests' | 'disputes'> {
  const six = () => Array.from({ length: APPLICANTS.length - 1 }, next)
  const withTotal = (numbers: readonly number[]) => [
    ...numbers,
    numbers.reduce((sum, number) => sum + number, 0),
  ]
  const results = REQUEST_ROWS.filter(isResult).map(({ key }) => [key, six()] as const)
  const total = Array.from({ length: APPLICANTS.length - 1 }, (_, at) =>
    results.reduce((sum, [, numbers]) => sum + (numbers[at] ?? 0), 0),
  )
  const carriedOut = six()
  const carriedIn = six().map((number, at) =>
    Math.min(number, (total[at] ?? 0) + (carriedOut[at] ?? 0)),
  )
  const received = total.map((number, at) => number + (carriedOut[at] ?? 0) - (carriedIn[at] ?? 0))
  const rows = new Map<RequestKey, readonly number[]>(results)
  rows.set('received', received).set('carriedIn', carriedIn)
  rows.set('resultTotal', total).set('carriedOut', carriedOut)
  const groups = DISPUTE_GROUPS.flatMap((_, group) =>
    withTotal(disputes.slice(group * 4, group * 4 + OUTCOMES.length - 1)),
  )
  return {
    requests: new Map([...rows].map(([key, numbers]) => [key, withTotal(numbers)])),
    disputes: groups,
  }
}

/** The three tables of a report, with the merged cells of the official form. */
export function tablesOfForm(figures: Figures): readonly BuiltTable[] {
  return [proactive(figures), requests(figures), disputes(figures)]
}

const plain = (text: string | number): BuiltCell => ({ text: String(text) })
const wide = (text: string | number, columns: number): BuiltCell => ({
  text: String(text),
  columns,
})

function proactive(figures: Figures): BuiltTable {
  const single = (label: string, value: number) => [plain(label), wide(value, 3)]
  const block = (item: string) => [wide(`第二十条第（${item}）项`, 4)]
  return [
    block('一'),
    [
      plain('信息内容'),
      plain(PROACTIVE_COLUMNS.made),
      plain(PROACTIVE_COLUMNS.repealed),
      plain(PROACTIVE_COLUMNS.valid),
    ],
    [plain('规章'), ...figures.rules.map(plain)],
    [plain('行政规范性文件'), ...figures.normativeDocs.map(plain)],
    block('五'),
    [plain('信息内容'), wide(PROACTIVE_COLUMNS.processed, 3)],
    single('行政许可', figures.licensing),
    block('六'),
    [plain('信息内容'), wide(PROACTIVE_COLUMNS.processed, 3)],
    single('行政处罚', figures.penalty),
    single('行政强制', figures.coercion),
    block('八'),
    [plain('信息内容'), wide(PROACTIVE_COLUMNS.amount, 3)],
    single('行政事业性收费', figures.fees),
  ]
}

function requests({ requests: rows }: Figures): BuiltTable {
  const header: BuiltTable = [
    [
      {
        text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        rows: 3,
        columns: 3,
      },
      wide('申请人情况', 7),
    ],
    [{ text: '自然人', rows: 2 }, wide('法人或其他组织', 5), { text: '总计', rows: 2 }],
    APPLICANTS.slice(1, -1).map(({ label }) => plain(label)),
  ]
  const under = (key: string) =>
    REQUEST_ROWS.filter(({ group }) => (key === 'result' ? group !== undefined : group === key))
  const begun = new Set<string>()
  const body = REQUEST_ROWS.map((row) => {
    const labels: BuiltCell[] = []
    for (const group of REQUEST_GROUPS) {
      const holds = under(group.key).some(({ key }) => key === row.key)
      if (!holds || begun.has(group.key)) continue
      begun.add(group.key)
      labels.push({ text: `${group.number}${group.words}`, rows: under(group.key).length })
    }
    const depth = row.group === undefined ? 0 : row.group === 'result' ? 1 : 2
    labels.push({ text: `${row.number}${row.words}`, columns: 3 - depth })
    return [...labels, ...(rows.get(row.key) ?? []).map(plain)]
  })
  return [...header, ...body]
}

function disputes({ disputes: figures }: Figures): BuiltTable {
  return [
    [{ text: '行政复议', columns: 5, rows: 2 }, wide('行政诉讼', 10)],
    [wide('未经复议直接起诉', 5), wide('复议后起诉', 5)],
    DISPUTE_GROUPS.flatMap(() => OUTCOMES.map(({ label }) => plain(label))),
    figures.map(plain),
  ]
}

/** A table as a web page has it, merged cells and all. */
export function asHtml(table: BuiltTable): string {
  const rows = table.map((row) => {
    const cells = row.map(({ text, rows: down = 1, columns = 1 }) => {
      const spans = `${down > 1 ? ` rowspan="${down}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`
      return `<td${spans}>${text}</td>`
    })
    return `<tr>${cells.join('')}</tr>\n`
  })
  return `<table>\n${rows.join('')}</table>\n`
}

/** A table as a text has it: each merged cell once, where it begins, blanks under it. */
export function asRows(table: BuiltTable): readonly (readonly string[])[] {
  const width = (table[0] ?? []).reduce((sum, { columns = 1 }) => sum + columns, 0)
  const grid = table.map(() => Array.from<string | undefined>({ length: width }))
  for (const [row, cells] of table.entries()) {
    let column = 0
    for (const { text, rows: down = 1, columns = 1 } of cells) {
      while (grid[row]?.[column] !== undefined) column++
      for (let below = row; below < row + down; below++) {
        for (let right = column; right < column + columns; right++) {
          const line = grid[below]
          if (line !== undefined) line[right] = below === row && right === column ? text : ''
        }
      }
      column += columns
    }
  }
  return grid.map((line) => line.map((text) => text ?? ''))
}
