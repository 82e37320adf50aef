import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { APPLICANTS, DISPUTE_GROUPS, isResult, OUTCOMES, REQUEST_ROWS } from '../src/annual/form.ts'
import type { Diagnostic } from '../src/engine/diagnostic.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { findFiles } from '../src/node/files.ts'
import { run } from '../src/node/run.ts'
import { readDocument } from '../src/readers/choose.ts'
import { asHtml, asRows, correctFigures, type Figures, tablesOfForm } from './report-builder.ts'

const settings = {
  rules: rules.map((rule) => ({ rule })),
  authorities: loadAuthorities(),
  today: '2026-11-21',
}

const FORMATS = ['html', 'txt', 'md', 'csv'] as const
type Format = (typeof FORMATS)[number]

const TITLE = '云岭市民政局2025年政府信息公开工作年度报告'
const PARTS = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]

/** The prose of a report that tells some of its figures again. */
function prose({ requests, disputes, licensing }: Figures): readonly string[] {
  const totalOf = (key: 'received' | 'carriedIn' | 'carriedOut') => requests.get(key)?.at(-1) ?? 0
  const [review = 0, direct = 0, later = 0] = [disputes[4], disputes[9], disputes[14]]
  return [
    '一、总体情况',
    `（一）主动公开。全年在政府网站公开信息486条，作出行政许可决定${licensing}件。`,
    `（二）依申请公开。全年新收政府信息公开申请${totalOf('received')}件，上年结转${totalOf('carriedIn')}件，结转下年度继续办理${totalOf('carriedOut')}件。因政府信息公开工作被申请行政复议${review}件，被提起行政诉讼${direct + later}件。`,
    '（三）政府信息管理。公文起草时同步确定公开属性。',
    '（四）政府信息公开平台建设。专栏按救助、养老、婚姻三类重排。',
    '（五）监督保障。由一名副局长分管，每季度抽查一次。',
  ]
}

const LAST = [
  '五、存在的主要问题及改进情况',
  '部分办事指南更新慢于政策变化，已建立联动更新清单。',
  '六、其他需要报告的事项',
  '本年度未收取信息处理费。',
  '云岭市民政局',
  '2026年1月16日',
]

/** A whole report, of which the tables may differ from what the prose tells. */
function source(format: Format, figures: Figures, told = figures): string {
  const tables = tablesOfForm(figures)
  const blocks = [
    TITLE,
    ...prose(told),
    ...PARTS.flatMap((part, at) => [part, tables[at] ?? []]),
    ...LAST,
  ]
  if (format === 'html') {
    const body = blocks.map((block) =>
      typeof block === 'string' ? `<p>${block}</p>\n` : asHtml(block),
    )
    return `<!doctype html><html><head><meta charset="utf-8"></head><body>\n${body.join('')}</body></html>\n`
  }
  const quoted = (text: string) => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const written = blocks.map((block) => {
    if (typeof block === 'string') return format === 'csv' ? `${quoted(block)}\n` : `${block}\n\n`
    const rows = asRows(block)
    if (format === 'txt') return `${rows.map((row) => `${row.join('\t')}\n`).join('')}\n`
    if (format === 'csv') return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('')
    const lines = rows.map((row) => `| ${row.join(' | ')} |\n`)
    return [lines[0], `|${' --- |'.repeat(rows[0]?.length ?? 0)}\n`, ...lines.slice(1), '\n'].join(
      '',
    )
  })
  return written.join('')
}

async function check(format: Format, figures: Figures, told?: Figures) {
  const bytes = new TextEncoder().encode(source(format, figures, told))
  const document = await readDocument({ name: `年报.${format}`, bytes })
  const report = lint(document, settings)
  expect(report.kind).toBe('annual-report')
  return report.diagnostics
}

const say = (found: readonly Diagnostic[]) =>
  found.map(({ rule, message }) => `${rule}: ${message}`)

const count = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 40 }), fc.nat(9999))
const anyFigures = fc
  .record({
    numbers: fc.array(count, { minLength: 160, maxLength: 160 }),
    disputes: fc.array(fc.nat(30), { minLength: 12, maxLength: 12 }),
    licensing: fc.nat(99999),
    fees: fc.nat(9999999),
  })
  .map(({ numbers, disputes, licensing, fees }): Figures => {
    let at = 0
    return {
      rules: [0, 0, 0],
      normativeDocs: [2, 1, 14],
      licensing,
      penalty: 38,
      coercion: 0,
      fees: fees / 100,
      ...correctFigures(() => numbers[at++] ?? 0, disputes),
    }
  })
const anyFormat = fc.constantFrom(...FORMATS)
/** What a figure is changed by; never to one below 0. */
const anyChange = fc.integer({ min: -9, max: 20 }).filter((by) => by !== 0)

describe('reports with any figures', () => {
  test('that hold every equation are accused of nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyFigures, anyFormat, async (figures, format) => {
        expect(say(await check(format, figures))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('are read through wrapped labels, blanks in cells and full-width figures', async () => {
    await fc.assert(
      fc.asyncProperty(anyFigures, fc.infiniteStream(fc.nat(3)), async (figures, dice) => {
        const rough = source('html', figures).replace(
          /<td([^>]*)>([^<]*)<\/td>/gu,
          (_, spans, text) => {
            const wrapped = [...String(text)]
              .map((letter) =>
                dice.next().value === 0 && !/[\d.]/u.test(letter) ? `${letter}<br>` : letter,
              )
              .join('')
            const wide = wrapped.replace(/^\d+$/u, (digits) =>
              dice.next().value === 0
                ? [...digits]
                    .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
                    .join('')
                : digits,
            )
            return `<td${spans}><p>&nbsp;${wide} </p></td>`
          },
        )
        const bytes = new TextEncoder().encode(rough)
        const document = await readDocument({ name: '年报.html', bytes })
        const { diagnostics } = lint(document, settings)
        expect(say(diagnostics.filter(({ rule }) => rule.startsWith('annual-')))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('show which equations one changed figure of part three upsets', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFigures,
        anyFormat,
        fc.constantFrom(...REQUEST_ROWS),
        fc.nat(APPLICANTS.length - 1),
        anyChange,
        async (figures, format, row, column, by) => {
          const before = figures.requests.get(row.key)?.[column] ?? 0
          fc.pre(before + by >= 0)
          const requests = new Map(figures.requests)
          requests.set(
            row.key,
            (figures.requests.get(row.key) ?? []).map((value, at) =>
              at === column ? value + by : value,
            ),
          )
          const found = await check(format, { ...figures, requests }, figures)
          const totals = found.filter(({ rule }) => rule === 'annual-total')
          expect(totals.map(({ expected }) => expected)).toEqual([[String(before)]])
          expect(totals.map(({ actual }) => actual)).toEqual([String(before + by)])
          const balances = found.filter(({ rule }) => rule === 'annual-balance')
          const label = APPLICANTS[column]?.label
          expect(balances.map(({ message }) => message.startsWith(`“${label}”一列`))).toEqual(
            isResult(row) ? [] : [true],
          )
          const others = found.filter((one) => !totals.includes(one) && !balances.includes(one))
          expect(others.filter(({ rule }) => rule !== 'annual-narrative-table')).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })

  test('show which group one changed figure of part four upsets', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFigures,
        anyFormat,
        fc.nat(DISPUTE_GROUPS.length * OUTCOMES.length - 1),
        anyChange,
        async (figures, format, place, by) => {
          fc.pre((figures.disputes[place] ?? 0) + by >= 0)
          const disputes = figures.disputes.map((value, at) => (at === place ? value + by : value))
          const found = await check(format, { ...figures, disputes }, figures)
          const told = found.filter(({ rule }) => rule === 'annual-review-litigation-total')
          const group = DISPUTE_GROUPS[Math.floor(place / OUTCOMES.length)]?.label
          expect(told.map(({ message }) => message.startsWith(`“${group}”一组`))).toEqual([true])
          const others = found.filter((one) => !told.includes(one))
          expect(say(others)).toEqual([])
        },
      ),
      { numRuns: 80 },
    )
  })

  test('show which figure the prose tells otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFigures,
        anyFormat,
        fc.integer({ min: 1, max: 90 }),
        async (figures, format, by) => {
          const found = await check(
            format,
            { ...figures, licensing: figures.licensing + by },
            figures,
          )
          expect(
            found.map(({ rule, actual }) => [rule, actual?.includes(String(figures.licensing))]),
          ).toEqual([['annual-narrative-table', true]])
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('reports whose tables became running text', () => {
  const flat = (figures: Figures, told: Figures, between: string) =>
    source('txt', figures, told)
      .split('\n')
      .map((line) =>
        line
          .split('\t')
          .filter((cell) => cell !== '')
          .join(between),
      )
      .join('\n')

  test('are held to their equations, and nothing is said about their shape', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFigures,
        fc.constantFrom(' ', '\n', '\n\n', ' | '),
        fc.constantFrom(...REQUEST_ROWS.filter(isResult)),
        fc.nat(5),
        fc.nat(20),
        async (figures, between, row, column, by) => {
          const requests = new Map(figures.requests)
          const before = figures.requests.get(row.key) ?? []
          requests.set(
            row.key,
            before.map((value, at) => (at === column ? value + by : value)),
          )
          const text = flat({ ...figures, requests }, figures, between)
          const bytes = new TextEncoder().encode(text)
          const document = await readDocument({ name: '年报.txt', bytes })
          const { diagnostics } = lint(document, { ...settings, kind: 'annual-report' })
          const severe = diagnostics.filter(({ severity }) => severity !== 'info')
          expect(severe.map(({ rule, expected }) => [rule, ...expected])).toEqual(
            by === 0 ? [] : [['annual-total', String(before[column])]],
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('two reports of an agency in one run', () => {
  const one = Array.from({ length: 12 }, () => 0)
  const figuresOf = (carried: number): Figures => ({
    rules: [0, 0, 0],
    normativeDocs: [0, 0, 14],
    licensing: 3,
    penalty: 0,
    coercion: 0,
    fees: 0,
    ...correctFigures(() => carried, one),
  })

  test.each<[string, number, number, readonly string[]]>([
    ['that meet', 2, 2, []],
    ['that do not meet', 2, 3, ['annual-carryover 18 12']],
  ])('%s', async (_name, before, now, expected) => {
    const folder = mkdtempSync(join(tmpdir(), 'mulint-'))
    try {
      const last = source('txt', figuresOf(before))
        .replaceAll('2025年', '2024年')
        .replaceAll('2026年', '2025年')
      writeFileSync(join(folder, '二〇二四.txt'), last)
      writeFileSync(join(folder, 'a.txt'), source('txt', figuresOf(now)))
      const { files } = await findFiles([folder], process.cwd())
      const result = await run(files, { version: '0.0.0', settings })
      const told = result.files.flatMap(({ diagnostics }) =>
        diagnostics.map(({ rule, actual, expected: should }) => [rule, actual, should].join(' ')),
      )
      expect(told.map((text) => text.trim())).toEqual(expected)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
