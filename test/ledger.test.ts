import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import type { Diagnostic } from '../src/engine/diagnostic.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { readDocument } from '../src/readers/choose.ts'

const settings = {
  rules: rules.map((rule) => ({ rule })),
  authorities: loadAuthorities(),
  today: '2026-11-21',
}

/** Offices of one bureau; each has a longer name that nobody else has. */
const OFFICES = [
  ['工程科', '工程管理科'],
  ['法规科', '政策法规科'],
  ['指挥通信科', '指挥通讯科'],
  ['财务科', '财务管理科'],
  ['宣传教育科', '宣教科'],
  ['信息科', '信息管理科'],
] as const

const VERBS = ['更新', '编制', '核对', '公布', '检查', '整理'] as const
const THINGS = [
  '机构职能栏目',
  '办事指南',
  '公开目录',
  '业务数据',
  '查阅场所设施',
  '专栏链接',
  '答复文书样式',
  '政策问答',
] as const
const GROUPS = ['组织领导', '主动公开', '依申请公开', '解读回应', '平台建设'] as const
const MONTHS = ['3月底前', '6月底前', '9月底前', '12月底前', '每季度末', '持续推进'] as const

interface Row {
  readonly group: string
  readonly task: string
  readonly office: number
  readonly month: string
}

/** Groups of three rows or more; two rows next to each other have one office, so that blanks are told. */
const anyLedger: fc.Arbitrary<readonly Row[]> = fc
  .record({
    groups: fc.shuffledSubarray([...GROUPS], { minLength: 2 }),
    sizes: fc.array(fc.integer({ min: 3, max: 6 }), { minLength: 5, maxLength: 5 }),
    offices: fc.array(fc.nat({ max: OFFICES.length - 1 }), { minLength: 30, maxLength: 30 }),
    months: fc.array(fc.constantFrom(...MONTHS), { minLength: 30, maxLength: 30 }),
    tasks: fc.shuffledSubarray(
      VERBS.flatMap((verb) => THINGS.map((thing) => `${verb}本局${thing}`)),
      { minLength: 30, maxLength: 30 },
    ),
  })
  .map(({ groups, sizes, offices, months, tasks }) => {
    let at = 0
    return groups.flatMap((group, which) =>
      Array.from({ length: sizes[which] ?? 3 }, (_, row) => {
        const office = offices[row < 2 ? which : at] ?? 0
        const month = months[at] ?? ''
        return { group, task: tasks[at++] ?? '', office, month }
      }),
    )
  })

/** How the same ledger is laid out: labels in every row, once in each group, or merged. */
const LAYOUTS = ['md', 'csv', 'tsv', 'html'] as const
type LayoutName = (typeof LAYOUTS)[number]

function written(rows: readonly Row[], layout: LayoutName, change: Change = {}): string {
  const lines = rows.map(({ group, task, office, month }, at) => {
    const first = rows.findIndex((row) => row.group === group)
    const label = layout === 'md' || at === first ? group : ''
    const lead = change.at === at ? (change.lead ?? '') : (OFFICES[office]?.[0] ?? '')
    return [label, task, lead, month]
  })
  const title = '云岭市民防局2026年政务公开工作任务台账'
  const header = ['工作任务', '工作要求', '牵头科室', '完成时限']
  if (layout === 'html') {
    const cells = lines.map(([label = '', ...others], at) => {
      const span = rows.filter(({ group }) => group === rows[at]?.group).length
      const merged = label === '' ? '' : `<td rowspan="${span}">${[...label].join('<br>')}</td>`
      return `<tr>${merged}${others.map((text) => `<td>${text}</td>`).join('')}</tr>`
    })
    const head = `<tr>${header.map((text) => `<th>${text}</th>`).join('')}</tr>`
    return `<h1>${title}</h1><table>${head}${cells.join('')}</table>`
  }
  if (layout === 'md') {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
    return [
      `# ${title}`,
      '',
      line(header),
      '| --- | --- | --- | --- |',
      ...lines.map(line),
      '',
    ].join('\n')
  }
  const separator = layout === 'csv' ? ',' : '\t'
  const table = [header, ...lines].map((cells) => cells.join(separator))
  return `${title}\n\n${table.join('\n')}\n`
}

/** One lead office that stands otherwise; a blank where nothing is given. */
interface Change {
  readonly at?: number
  readonly lead?: string
}

async function check(source: string, format: string): Promise<readonly Diagnostic[]> {
  const bytes = new TextEncoder().encode(source)
  return lint(await readDocument({ name: `台账.${format}`, bytes }), settings).diagnostics
}

function told(found: readonly Diagnostic[]) {
  return found.map(({ rule, message }) => `${rule}: ${message}`)
}

describe.each(LAYOUTS)('a ledger in %s', (layout) => {
  test('that is right is not spoken of', async () => {
    await fc.assert(
      fc.asyncProperty(anyLedger, async (rows) => {
        expect(told(await check(written(rows, layout), layout))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('one of whose tasks nobody leads is told so, with the task', async () => {
    await fc.assert(
      fc.asyncProperty(anyLedger, fc.nat(), async (rows, any) => {
        const at = any % rows.length
        const task = rows[at]?.task ?? ''
        const found = await check(written(rows, layout, { at }), layout)
        expect(found.map(({ rule }) => rule)).toEqual(['ledger-lead-missing'])
        expect(found[0]?.message).toContain(task)
        expect(found[0]?.location.role).toBe('leadOffice')
      }),
      { numRuns: 40 },
    )
  })

  test('in which an office is called otherwise once is told both names', async () => {
    await fc.assert(
      fc.asyncProperty(anyLedger, fc.nat(), async (rows, any) => {
        const at = any % rows.length
        const [usual = '', odd = ''] = OFFICES[rows[at]?.office ?? 0] ?? []
        const others = rows.filter(({ office }) => office === rows[at]?.office).length - 1
        fc.pre(others > 1)
        const found = await check(written(rows, layout, { at, lead: odd }), layout)
        expect(found.map(({ rule }) => rule)).toEqual(['ledger-dept-name-inconsistent'])
        expect(found[0]?.message).toContain(`“${odd}”`)
        expect(found[0]?.expected).toEqual([usual])
      }),
      { numRuns: 40 },
    )
  })
})
