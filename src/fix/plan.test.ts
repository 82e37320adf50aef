import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import type { Cell } from '../table/model.ts'
import { replacementsOf } from '../writers/replacements.ts'
import { type Fix, replace } from './edit.ts'
import { applyReplacements, compose, plan } from './plan.ts'

const SOURCE = '序号\t公开依据\n1\t国发[2019]5号、国办发[2020]16号\n3\t《预算法》\n4\t《统计法》\n'

describe('the fixes of a table', () => {
  test.each<[string, [string, string][][], string]>([
    ['none', [], SOURCE],
    [
      'one that grows the text, with another behind it',
      [[['国发[2019]5号', '国发〔2019〕第5号令']], [['国办发[2020]16号', '国办发〔2020〕16号']]],
      SOURCE.replace('国发[2019]5号', '国发〔2019〕第5号令').replace('[2020]', '〔2020〕'),
    ],
    [
      'one that shrinks the text, with another behind it',
      [[['国办发[2020]16号', '']], [['《预算法》', '《中华人民共和国预算法》']]],
      SOURCE.replace('国办发[2020]16号', '').replace('预算法', '中华人民共和国预算法'),
    ],
    [
      'given from the last to the first',
      [[['《统计法》', '《中华人民共和国统计法》']], [['《预算法》', '《预算法》第十四条']]],
      SOURCE.replace('《统计法》', '《中华人民共和国统计法》').replace(
        '《预算法》',
        '《预算法》第十四条',
      ),
    ],
    [
      'one of several edits',
      [
        [
          ['3', '2'],
          ['4', '3'],
        ],
      ],
      SOURCE.replace('\n3\t', '\n2\t').replace('\n4\t', '\n3\t'),
    ],
    [
      'side by side',
      [[['国发', '甲']], [['[2019]', '〔2019〕']]],
      SOURCE.replace('国发[2019]', '甲〔2019〕'),
    ],
    [
      'the same place twice',
      [[['[2019]', '〔2019〕']], [['[2019]', '（2019）']]],
      SOURCE.replace('[2019]', '〔2019〕'),
    ],
    [
      'one inside another',
      [[['国发[2019]5号', '国发〔2019〕5号']], [['2019', '2020']]],
      SOURCE.replace('国发[2019]5号', '国发〔2019〕5号'),
    ],
    [
      'one whose last edit collides is left out whole',
      [
        [['4', '5']],
        [
          ['3', '2'],
          ['4', '3'],
        ],
        [['《统计法》', '《预算法》']],
      ],
      SOURCE.replace('\n4\t', '\n5\t').replace('《统计法》', '《预算法》'),
    ],
  ])('%s', async (_name, edits, expected) => {
    const cells = await cellsOf(SOURCE)
    const fixes = edits.map((list) => fixOf(list.map(([from, to]) => editOf(cells, from, to))))
    expect(fixed(SOURCE, fixes)).toBe(expected)
  })
})

describe('text put in where nothing stood', () => {
  test.each<[string, [number, number, string][], string]>([
    ['before a cell', [[0, 0, '甲']], '甲公开指南'],
    ['behind a cell', [[4, 4, '甲']], '公开指南甲'],
    [
      'at the end of what is replaced',
      [
        [0, 2, '甲'],
        [2, 2, '乙'],
      ],
      '甲乙指南',
    ],
    [
      'at the end of what is replaced, given first',
      [
        [2, 2, '乙'],
        [0, 2, '甲'],
      ],
      '甲乙指南',
    ],
    [
      'at the start of what is replaced',
      [
        [0, 2, '甲'],
        [0, 0, '乙'],
      ],
      '甲指南',
    ],
    [
      'inside what is replaced',
      [
        [0, 4, '甲'],
        [2, 2, '乙'],
      ],
      '甲',
    ],
    [
      'twice at one place',
      [
        [2, 2, '甲'],
        [2, 2, '乙'],
      ],
      '公开甲指南',
    ],
  ])('%s', async (_name, edits, expected) => {
    const source = '序号\t公开事项\n1\t公开指南\n'
    const cell = (await cellsOf(source)).find(({ text }) => text === '公开指南') as Cell
    const fixes = edits.map(([start, end, text]) => fixOf([replace(cell, { start, end }, text)]))
    expect(fixed(source, fixes)).toBe(source.replace('公开指南', expected))
  })
})

test('an edit goes where its words stand in the source, past escapes', async () => {
  const source = '| 序号 | 内容 |\n| --- | --- |\n| 1 | 甲\\|国发[2019]5号 |\n'
  const bytes = new TextEncoder().encode(source)
  const { blocks } = await readDocument({ name: '目录.md', bytes })
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
  const fix = fixOf([editOf(cells, '[2019]', '〔2019〕')])
  expect(fixed(source, [fix], 'md')).toBe(source.replace('[2019]', '〔2019〕'))
})

describe('two passes as one', () => {
  const SOURCE = '甲乙丙丁戊己'
  const pass = fc.array(
    fc.record({
      at: fc.nat(8),
      length: fc.nat(3),
      text: fc.constantFrom('', '子', '丑寅', '卯辰巳'),
    }),
    { maxLength: 4 },
  )

  test('make the same text', () => {
    fc.assert(
      fc.property(pass, pass, (one, two) => {
        const first = within(one, SOURCE)
        const between = applyReplacements(SOURCE, first)
        const second = within(two, between)
        const both = compose(first, second)
        expect(applyReplacements(SOURCE, both)).toBe(applyReplacements(between, second))
        expect(
          both.every(
            ({ start, end }, index) => start >= (both[index - 1]?.end ?? 0) && start <= end,
          ),
        ).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('replace nothing else', () => {
    const first = [{ start: 1, end: 2, text: '子丑' }]
    const second = [
      { start: 2, end: 3, text: '' },
      { start: 5, end: 6, text: '寅' },
    ]
    expect(compose(first, second)).toEqual([
      { start: 1, end: 2, text: '子' },
      { start: 4, end: 5, text: '寅' },
    ])
  })
})

/** Replacements in order that lie in a text and do not overlap. */
function within(
  wanted: readonly { readonly at: number; readonly length: number; readonly text: string }[],
  text: string,
) {
  const found: { start: number; end: number; text: string }[] = []
  for (const { at, length, text: put } of wanted.toSorted((a, b) => a.at - b.at)) {
    const start = Math.min(at, text.length)
    const last = found.at(-1)
    if (last !== undefined && (start < last.end || start === last.start)) continue
    found.push({ start, end: Math.min(start + length, text.length), text: put })
  }
  return found
}

function fixed(source: string, fixes: readonly Fix[], format: 'tsv' | 'md' = 'tsv'): string {
  const edits = plan(fixes.map((fix) => ({ fix }))).taken.flatMap(({ fix }) => fix.edits)
  return applyReplacements(source, replacementsOf({ format, text: source }, edits))
}

async function cellsOf(source: string): Promise<readonly Cell[]> {
  const bytes = new TextEncoder().encode(source)
  const { blocks } = await readDocument({ name: '目录.tsv', bytes })
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
}

function editOf(cells: readonly Cell[], from: string, to: string) {
  const cell =
    cells.find(({ text }) => text === from) ?? cells.find(({ text }) => text.includes(from))
  if (cell === undefined) throw new Error(`no cell holds ${from}`)
  const start = cell.text.indexOf(from)
  return replace(cell, { start, end: start + from.length }, to)
}

function fixOf(edits: readonly ReturnType<typeof replace>[]): Fix {
  const [first, ...rest] = edits
  if (first === undefined) throw new Error('a fix without edits')
  return { safety: 'safe', edits: [first, ...rest] }
}
