import { type DisputesTable, disputeFigures } from './disputes.ts'
import type { Figure } from './figure.ts'
import {
  APPLICANTS,
  DISPUTE_GROUPS,
  type DisputeGroupKey,
  isResult,
  OUTCOMES,
  type RequestKey,
  type RequestRow,
} from './form.ts'
import { figureAt, lineOf, type RequestsTable } from './requests.ts'

/** A figure with what it is called. */
export interface Term {
  readonly figure: Figure
  readonly value: number
  /** The row or the column that tells it from the others of the identity. */
  readonly name: string
}

/** An equation of the official form whose every figure stands in the document. */
export interface Equation {
  /** The column or the row that it is about: 自然人, （一）予以公开, 行政复议. */
  readonly of: string
  readonly left: readonly Term[]
  readonly right: readonly Term[]
  /** Sum of the left side less sum of the right side; 0 where it holds. */
  readonly difference: number
}

/** Part three, each column: 一 plus 二 equals 三（七） plus 四 (填报说明 of the form). */
export function balances(table: RequestsTable): readonly Equation[] {
  return APPLICANTS.flatMap(({ key, label }) => {
    const side = (rows: readonly RequestKey[]) =>
      rows.map((row) => {
        const line = lineOf(table, row)
        return termOf(figureAt(line, key), line ? rowName(line.row) : '')
      })
    return equation(label, side(['received', 'carriedIn']), side(['resultTotal', 'carriedOut']))
  })
}

/** Part three, each column: （七）总计 equals the sum of the results above it. */
export function resultTotals(table: RequestsTable): readonly Equation[] {
  const results = table.rows.filter(isResult)
  const total = lineOf(table, 'resultTotal')
  return APPLICANTS.flatMap(({ key, label }) =>
    equation(
      label,
      results.map((row) => termOf(figureAt(lineOf(table, row.key), key), rowName(row))),
      [termOf(figureAt(total, key), '（七）总计')],
    ),
  )
}

/** Part three, each row: 总计 equals the sum of the six columns before it. */
export function applicantTotals(table: RequestsTable): readonly Equation[] {
  return table.lines.flatMap(({ row, figures }) => {
    if (figures === undefined) return []
    const terms = figures.map((figure, at) => termOf(figure, APPLICANTS[at]?.label ?? ''))
    return equation(rowName(row), terms.slice(0, -1), terms.slice(-1))
  })
}

/** Part four, each group: 总计 equals the sum of the four outcomes before it. */
export function disputeTotals(
  table: DisputesTable,
): readonly (Equation & { readonly group: DisputeGroupKey })[] {
  return DISPUTE_GROUPS.flatMap(({ key, label }) => {
    const figures = disputeFigures(table, key)
    if (figures === undefined) return []
    const terms = figures.map((figure, at) => termOf(figure, OUTCOMES[at]?.label ?? ''))
    return equation(label, terms.slice(0, -1), terms.slice(-1)).map((one) => ({
      ...one,
      group: key,
    }))
  })
}

/** What a clerk calls a row: （一）予以公开 */
export function rowName({ number, words }: RequestRow): string {
  return `${number}${words}`
}

function termOf(figure: Figure | undefined, name: string): Term | undefined {
  return figure?.value === undefined ? undefined : { figure, value: figure.value, name }
}

/** Nothing where an operand is missing or unreadable: then something else is wrong. */
function equation(
  of: string,
  left: readonly (Term | undefined)[],
  right: readonly (Term | undefined)[],
): Equation[] {
  const known = (terms: readonly (Term | undefined)[]): terms is readonly Term[] =>
    terms.every((term) => term !== undefined)
  if (!known(left) || !known(right)) return []
  return [{ of, left, right, difference: sum(left) - sum(right) }]
}

/** Whether the sums of both sides differ. */
export function isBroken({ difference }: Equation): boolean {
  return difference !== 0
}

/** The sum of the values of terms. */
export function sum(terms: readonly Term[]): number {
  return terms.reduce((total, { value }) => total + value, 0)
}

/** Of equations that do not hold, that of the column 总计, where it differs by no more than the columns that it adds up. */
export function totalThatFollows(broken: readonly Equation[]): Equation | undefined {
  const total = broken.at(-1)
  const parts = broken.slice(0, -1)
  if (total?.of !== '总计' || parts.length === 0) return undefined
  const difference = parts.reduce((all, one) => all + one.difference, 0)
  return difference === total.difference ? total : undefined
}

/** A figure that, put right, sets several equations right and upsets none. */
export interface Suspect {
  readonly figure: Figure
  /** What it should be. */
  readonly value: number
  /** The equations that it stands in; two or more, all broken by the same difference. */
  readonly sets: readonly Equation[]
}

/** The figures that alone are to blame for all equations that they stand in, each equation once. */
export function suspects(equations: readonly Equation[]): readonly Suspect[] {
  const told = new Set<Equation>()
  return [...byFigure(equations)]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([figure, uses]): Suspect[] => {
      const [first] = uses
      const sets = uses.map(({ equation }) => equation)
      const isAlone = uses.every(({ should }) => should === first?.should)
      if (first === undefined || uses.length < 2 || !isAlone || !sets.every(isBroken)) return []
      if (first.should < 0 || sets.some((equation) => told.has(equation))) return []
      for (const equation of sets) told.add(equation)
      return [{ figure, value: first.should, sets }]
    })
}

interface Use {
  readonly equation: Equation
  /** The value with which the equation holds. */
  readonly should: number
}

function byFigure(equations: readonly Equation[]): ReadonlyMap<Figure, readonly Use[]> {
  const uses = new Map<Figure, Use[]>()
  for (const equation of equations) {
    const take = (terms: readonly Term[], difference: number) => {
      for (const { figure, value } of terms) {
        const use = { equation, should: value - difference }
        const known = uses.get(figure)
        if (known === undefined) uses.set(figure, [use])
        else known.push(use)
      }
    }
    take(equation.left, equation.difference)
    take(equation.right, -equation.difference)
  }
  return uses
}
