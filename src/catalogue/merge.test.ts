import { describe, expect, test } from 'vitest'
import type { Cell, Table } from '../table/model.ts'
import { Grid } from './merge.ts'

// A reader of text formats knows no merged cells, so these tables are drawn: each square holds the
// letter of its cell, and a blank where no cell is.
const ORIGIN = { kind: 'text', start: 0, end: 0 } as const

describe('a table without merged cells', () => {
  const grid = new Grid(drawn(['abc', 'd', 'efgh']))

  test('is as wide as its widest row', () => {
    expect([grid.rows, grid.columns, grid.hasSpans]).toEqual([3, 4, false])
    expect([0, 1, 2, 3].map((row) => grid.width(row))).toEqual([3, 1, 4, 0])
  })

  test('has no cell where a row has ended', () => {
    expect(seen(grid)).toEqual(['abc ', 'd   ', 'efgh'])
  })
})

describe('a table with merged cells', () => {
  test.each<[string, string[], number[]]>([
    ['over rows', ['abc', 'abd', 'abe'], [3, 3, 3]],
    ['over columns', ['aaa', 'bcd'], [3, 3]],
    ['over both', ['aab', 'aac', 'def'], [3, 3, 3]],
    ['at the right', ['abc', 'dec', 'f c'], [3, 3, 3]],
    ['at the end of a short row', ['abcd', 'ae', 'afgh'], [4, 2, 4]],
    ['with a hole', ['a b', 'acc'], [3, 3]],
    ['an empty row under a merged cell', ['ab', 'ac', 'a '], [2, 2, 1]],
  ])('%s: a cell stands in every square it covers', (_name, rows, widths) => {
    const grid = new Grid(drawn(rows))
    const width = Math.max(...rows.map((row) => row.length))
    expect(grid.hasSpans).toBe(true)
    expect(grid.columns).toBe(width)
    expect(seen(grid)).toEqual(rows.map((row) => row.padEnd(width)))
    expect(rows.map((_, row) => grid.width(row))).toEqual(widths)
  })

  test('a merge that runs out of the table ends with the table', () => {
    const cell: Cell = { text: 'a', row: 0, column: 0, rowSpan: 99, columnSpan: 1, origin: ORIGIN }
    const grid = new Grid({ kind: 'table', rows: [[cell], []] })
    expect(grid.at(1, 0)).toBe(cell)
    expect(grid.at(2, 0)).toBeUndefined()
  })

  test('nothing stands outside', () => {
    const grid = new Grid(drawn(['aab', 'aac']))
    expect([grid.at(0, 3), grid.at(2, 0), grid.at(0, -1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

test('an empty table has nothing', () => {
  const grid = new Grid({ kind: 'table', rows: [] })
  expect([grid.rows, grid.columns, grid.hasSpans, grid.width(0)]).toEqual([0, 0, false, 0])
  expect(grid.at(0, 0)).toBeUndefined()
})

/** Each letter is a cell that begins where it first stands. */
function drawn(rows: readonly string[]): Table {
  const squares = rows.flatMap((row, y) => [...row].map((text, x) => ({ text, x, y })))
  return {
    kind: 'table',
    rows: rows.map((row, y) =>
      [...new Set(row)].flatMap((text): Cell[] => {
        const own = squares.filter((square) => square.text === text)
        const [first] = own
        if (text === ' ' || first === undefined || first.y !== y) return []
        const rowSpan = Math.max(...own.map((square) => square.y)) - y + 1
        const columnSpan = Math.max(...own.map((square) => square.x)) - first.x + 1
        return [{ text, row: y, column: first.x, rowSpan, columnSpan, origin: ORIGIN }]
      }),
    ),
  }
}

function seen(grid: Grid): readonly string[] {
  return Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_, column) => grid.at(row, column)?.text ?? ' ').join(''),
  )
}
