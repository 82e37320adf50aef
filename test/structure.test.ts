import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import type { Diagnostic } from '../src/engine/diagnostic.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { readDocument } from '../src/readers/choose.ts'

/** The flawless catalogue, as lines of cells: title, header of two rows, entries. */
const LINES = readFileSync('fixtures/documents/clean-bureau/source.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
const HEADER = LINES.findIndex(([first]) => first?.trim() === '序号')
const FIRST = LINES.findIndex(([first]) => first?.trim() === '1')
const WIDTH = LINES[FIRST]?.length ?? 0
const LAST = LINES.findLastIndex((cells) => cells.length === WIDTH)
const settings = {
  rules: rules.map((rule) => ({ rule })),
  authorities: loadAuthorities(),
  today: '2026-11-21',
}

async function check(lines: readonly (readonly string[])[]): Promise<readonly Diagnostic[]> {
  const source = lines.map((cells) => `${cells.join('\t')}\n`).join('')
  const bytes = new TextEncoder().encode(source)
  return lint(await readDocument({ name: '目录.tsv', bytes }), settings).diagnostics
}

function told(found: readonly Diagnostic[]) {
  return found.map(({ rule, location: { line }, message }) => ({ rule, line, message }))
}

/** Where the cells of an entry are filled from its content on, so that its shift shows. */
const anyRow = fc.integer({ min: FIRST, max: LAST })

describe('a flawless catalogue that is damaged in one row', () => {
  test.each<[string, (cells: string[], at: number) => void]>([
    ['a blank cell too many', (cells, at) => cells.splice(at, 0, '')],
    ['a cell lost', (cells, at) => cells.splice(at, 1)],
  ])('%s is told once, for that row', async (_name, damage) => {
    await fc.assert(
      fc.asyncProperty(anyRow, fc.integer({ min: 4, max: 6 }), async (row, at) => {
        const lines = LINES.map((cells) => [...cells])
        const cells = lines[row] ?? []
        // Only what stands under the wrong column is a shift.
        fc.pre(cells.slice(at, at + 3).every((text) => text.trim() !== ''))
        damage(cells, at)
        const found = await check(lines)
        const structural = found.filter(({ rule }) => rule.startsWith('table-'))
        expect(told(structural)).toHaveLength(1)
        const elsewhere = found.filter(
          ({ location: { line = 0, endLine = line }, severity }) =>
            severity !== 'info' && (endLine < row + 1 || line > row + 1),
        )
        expect(told(elsewhere)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('a flawless catalogue that is laid out in another way', () => {
  const severe = (found: readonly Diagnostic[]) => told(found)

  test('with its columns in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          Array.from({ length: 4 }, (_, index) => index + 5),
          { minLength: 4 },
        ),
        async (order) => {
          const moved = LINES.map((cells, row) =>
            row < HEADER || cells.length < WIDTH
              ? cells
              : [...cells.slice(0, 5), ...order.map((at) => cells[at] ?? ''), ...cells.slice(9)],
          )
          expect(severe(await check(moved))).toEqual([])
        },
      ),
      { numRuns: 12 },
    )
  })

  test('with a column that nobody knows', async () => {
    const wider = LINES.map((cells, row) => {
      if (row < HEADER || cells.length < WIDTH) return cells
      return [...cells, row === HEADER ? '责任处室' : row < FIRST ? '' : '办公室']
    })
    expect(severe(await check(wider))).toEqual([])
  })

  test('with its header repeated where a page ends', async () => {
    const header = LINES.slice(HEADER, FIRST)
    const middle = Math.floor((FIRST + LAST) / 2)
    const cut = LINES.findIndex((cells, row) => row > middle && (cells[0] ?? '').trim() !== '')
    expect(severe(await check([...LINES.slice(0, cut), ...header, ...LINES.slice(cut)]))).toEqual(
      [],
    )
  })

  test('with blanks in its labels', async () => {
    const spaced = LINES.map((cells, row) =>
      row >= HEADER && row < FIRST ? cells.map((text) => [...text].join(' ')) : cells,
    )
    expect(severe(await check(spaced))).toEqual([])
  })
})
