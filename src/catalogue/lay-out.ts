/** Where one cell of a row is laid: under one column, or cut in two under two neighbouring ones. */
export interface Laid {
  /** The column; of a cell that is cut, that of its right part. */
  readonly column: number
  readonly isCut: boolean
}

export interface Laying {
  readonly score: number
  /** Where each cell is laid. */
  readonly laid: readonly Laid[]
}

/** What a row of cells is worth under the columns; scores are higher where a cell is more at home. */
export interface Worth {
  readonly width: number
  /** The column that each cell stands in, from 0, rising. */
  readonly stands: readonly number[]
  /** What a cell is worth under a column. */
  whole(cell: number, column: number): number
  /** What its parts are worth, the right one under this column; undefined where it cannot be cut. */
  cut(cell: number, column: number): number | undefined
  /** What it costs to lay a cell under the same column as the one before it. */
  join(cell: number, column: number): number
}

/** A laying-out costs so much each time that cells begin to stand farther left or right. */
const TURN = 1
/** Two columns in one cell. */
const SPLIT = 2.5
/** Of two ways to lay out a row, the one that moves fewer cells. */
const STEP = 0.01

/** A way to lay the cells so far, its last one under a column. */
interface Way extends Laid {
  readonly score: number
  /** How far to the right of its own column the last cell is laid. */
  readonly by: number
  readonly before: Way | undefined
}

/** The best way to lay the cells of a row under the columns in their order, in time of cells times columns. */
export function layOut(worth: Worth): Laying | undefined {
  let ways: Ways | undefined
  for (const cell of worth.stands.keys()) ways = laidNext(worth, cell, ways)
  const best = ways?.best(worth.width)
  if (best === undefined) return undefined
  const laid: Laid[] = []
  for (let way: Way | undefined = best; way !== undefined; way = way.before) {
    laid.unshift({ column: way.column, isCut: way.isCut })
  }
  return { score: best.score, laid }
}

function laidNext(worth: Worth, cell: number, before: Ways | undefined): Ways {
  const stands = worth.stands[cell] ?? 0
  const next = new Ways()
  for (let column = 0; column < worth.width; column++) {
    const whole = worth.whole(cell, column)
    const join = worth.join(cell, column)
    next.add(reach({ column, isCut: false, by: column - stands }, whole, before, join))
    if (column === 0) continue
    const cut = worth.cut(cell, column)
    if (cut === undefined) continue
    next.add(reach({ column, isCut: true, by: column - 1 - stands }, cut - SPLIT, before))
  }
  return next
}

type Step = Pick<Way, 'column' | 'isCut' | 'by'>

/** The best way that ends with this step; `join` is what it costs to share a column, where one may. */
function reach(
  step: Step,
  worth: number,
  before: Ways | undefined,
  join?: number,
): Way | undefined {
  const { column, isCut, by } = step
  const gain = worth - (by === 0 ? 0 : STEP)
  if (before === undefined) {
    return { ...step, score: gain - (by === 0 ? 0 : TURN), before: undefined }
  }
  const from = isCut ? column - 1 : column
  const options: (readonly [Way | undefined, number])[] = [
    [before.best(from), TURN],
    ...before.going(by, from).map((way) => [way, 0] as const),
    [join === undefined ? undefined : before.at(column), join ?? 0],
  ]
  let best: Way | undefined
  for (const [way, cost] of options) {
    if (way === undefined) continue
    const score = way.score + gain - cost
    if (best === undefined || score > best.score) best = { ...step, score, before: way }
  }
  return best
}

/** The best ways to lay the cells so far, by where the last one is laid. */
class Ways {
  readonly #whole: (Way | undefined)[] = []
  readonly #byShift = new Map<number, Way[]>()
  /** The best of all ways whose last cell is laid left of a column. */
  readonly #best: (Way | undefined)[] = []

  /** Ways come in order of column. */
  add(way: Way | undefined): void {
    if (way === undefined) return
    if (!way.isCut) this.#whole[way.column] = way
    const alike = this.#byShift.get(way.by)
    if (alike === undefined) this.#byShift.set(way.by, [way])
    else alike.push(way)
    const { column } = way
    while (this.#best.length <= column + 1) this.#best.push(this.#best.at(-1))
    const best = this.#best[column + 1]
    if (best === undefined || way.score > best.score) this.#best[column + 1] = way
  }

  /** The way whose last cell is laid whole under a column. */
  at(column: number): Way | undefined {
    return this.#whole[column]
  }

  /** The best way whose last cell is laid left of a column. */
  best(column: number): Way | undefined {
    return this.#best[Math.min(column, this.#best.length - 1)]
  }

  /** The ways whose last cell is laid as far from its own column, left of another: at most two. */
  going(by: number, column: number): readonly Way[] {
    return (this.#byShift.get(by) ?? []).filter((way) => way.column < column)
  }
}
