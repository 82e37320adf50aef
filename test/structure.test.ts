import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import type { Diagnostic } from '../src/engine/diagnostic.ts'
import { lint, type Report } from '../src/engine/lint.ts'
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

async function report(lines: readonly (readonly string[])[]): Promise<Report> {
  const source = lines.map((cells) => `${cells.join('\t')}\n`).join('')
  const bytes = new TextEncoder().encode(source)
  return lint(await readDocument({ name: '目录.tsv', bytes }), settings)
}

async function check(lines: readonly (readonly string[])[]): Promise<readonly Diagnostic[]> {
  return (await report(lines)).diagnostics
}

function told(found: readonly Diagnostic[]) {
  return found.map(({ rule, location: { line }, message }) => ({ rule, line, message }))
}

const anyRow = fc.integer({ min: FIRST, max: LAST })

/** A way to damage a row at a column, and what the row then still says where nothing is lost. */
interface Damage {
  readonly of: string
  readonly damage: (cells: string[], at: number) => void
  readonly repaired: (cells: readonly string[], at: number) => readonly string[] | undefined
}

const DAMAGES: readonly Damage[] = [
  {
    of: 'a blank cell too many',
    damage: (cells, at) => cells.splice(at, 0, ''),
    repaired: (cells) => cells,
  },
  {
    of: 'a cell lost',
    damage: (cells, at) => cells.splice(at, 1),
    repaired: (cells, at) => cells.with(at, ''),
  },
  {
    of: 'a cell that stands twice',
    damage: (cells, at) => cells.splice(at, 0, cells[at] ?? ''),
    repaired: (cells) => cells,
  },
  {
    of: 'two cells in one',
    damage: (cells, at) => cells.splice(at, 2, `${cells[at]} ${cells[at + 1]}`),
    // Content has no look of its own; what runs together with it cannot be told apart.
    repaired: (cells, at) => (at > CONTENT ? cells : undefined),
  },
  {
    of: 'two cells in one, the second left blank',
    damage: (cells, at) => cells.splice(at, 2, `${cells[at]} ${cells[at + 1]}`, ''),
    repaired: (cells) => cells,
  },
]
const CONTENT = 4
const DEADLINE = 6
/** Deadlines that are known by themselves. */
const HAS_TERM = /^自[^，；]*日起\d+个工作日内$/u

describe('a flawless catalogue that is damaged in one row', () => {
  test.each(DAMAGES)('$of is told once, for that row', async ({ damage, repaired }) => {
    await fc.assert(
      fc.asyncProperty(anyRow, fc.integer({ min: CONTENT, max: 6 }), async (row, at) => {
        const lines = LINES.map((cells) => [...cells])
        const cells = lines[row] ?? []
        const before = [...cells]
        // Only what stands under the wrong column is a shift.
        fc.pre(cells.slice(at, at + 3).every((text) => text.trim() !== ''))
        damage(cells, at)
        const expected = repaired(before, at)
        const isInPlace = cells.length === before.length
        const isKnown = HAS_TERM.test(before[DEADLINE] ?? '')
        // Where nothing moved, only an entry's own line shows what it lacks.
        fc.pre(!isInPlace || (isKnown && at > CONTENT && before[0] !== ''))

        const { diagnostics, recognition } = await report(lines)
        const structural = diagnostics.filter(({ rule }) => rule.startsWith('table-'))
        expect(told(structural)).toHaveLength(1)
        const elsewhere = diagnostics.filter(
          ({ location: { line = 0, endLine = line } }) => endLine < row + 1 || line > row + 1,
        )
        expect(told(elsewhere)).toEqual([])
        if (expected === undefined || !isKnown) return
        const repair = recognition.catalogues[0]?.entries[row - FIRST]?.repair
        const read = before.map((_, column) => repair?.cells[column]?.text ?? '')
        expect(read).toEqual(expected)
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
