import { describe, expect, test } from 'vitest'
import { Authorities } from '../authority/registry.ts'
import { replace } from '../fix/edit.ts'
import { applyReplacements } from '../fix/plan.ts'
import { readDocument } from '../readers/choose.ts'
import { defineRule, type Rule } from '../rule/rule.ts'
import { replacementsOf } from '../writers/replacements.ts'
import { lint } from './lint.ts'
import type { Settings } from './settings.ts'

type Row = readonly string[]

const HEADER = ['序号', '公开事项', '事项名称', '公开内容', '公开依据', '公开时限']
const ROWS: readonly Row[] = [
  ['1', '机构', '职能', '机构职能，含“三定”规定', '《条例》', '及时'],
  ['2', '机构', '人事', '任免信息', '', '及时公开|按月'],
  ['3', '财政', '预算', '部门预算', '《预算法》', '20个工作日内'],
  ['4', '财政', '采购', '中标结果', '', '2个工作日内'],
  ['5', '', '决算', '部门决算', '《预算法》', '及时,每年一次'],
]

const VAGUE = reporting('deadline-vague', 'vague', '及时')
const MISSING = reporting('basis-missing', 'missing', '')

describe('what is known about a document', () => {
  test('kind, title, agency, and how much was checked', async () => {
    const source = `云岭市教育局主动公开事项目录\n\n${tsv(ROWS)}\n第2页\n\n${tsv([
      ['6', '财政', '资产', '国有资产', '《条例》', '长期公开'],
    ])
      .split('\n')
      .slice(1)
      .join('\n')}`
    const report = await linted(source, 'tsv')
    expect(report).toMatchObject({
      kind: 'catalogue',
      title: '云岭市教育局主动公开事项目录',
      agency: '云岭市教育局',
      tables: 2,
      entries: 6,
    })
  })

  test('nothing was recognised, so nothing is said', async () => {
    const report = await linted('姓名\t电话\n及时\t及时\n', 'tsv')
    expect(report).toMatchObject({ kind: undefined, tables: 0, entries: 0, diagnostics: [] })
  })

  test.each<[string, Partial<Settings>, string, string]>([
    ['the day that was asked for', { asOf: '2024-05-01' }, '2026年1月20日', '2024-05-01'],
    ['the date of the document', {}, '2026年1月20日', '2026-01-20'],
    ['today', {}, '', '2026-11-21'],
  ])('the law is judged by %s', async (_name, settings, date, asOf) => {
    const { asOf: judged } = await linted(`${tsv(ROWS)}\n${date}\n`, 'tsv', settings)
    expect(judged).toBe(asOf)
  })
})

describe('the findings', () => {
  test('come in order of place, whatever the order of the rules', async () => {
    const rules = [VAGUE, MISSING, reporting('deadline-often', 'often', '每年一次')]
    const told = await Promise.all(
      [rules, rules.toReversed()].map((some) => linted(tsv(ROWS), 'tsv', active(some))),
    )
    const [forward, backward] = told.map(({ diagnostics }) =>
      diagnostics.map(({ location, rule, fingerprint }) => [location.label, rule, fingerprint]),
    )
    expect(forward?.map((one) => one.slice(0, 2))).toEqual([
      ['序号1／公开时限', 'deadline-vague'],
      ['序号2／公开依据', 'basis-missing'],
      ['序号2／公开时限', 'deadline-vague'],
      ['序号4／公开依据', 'basis-missing'],
      ['序号5／公开时限', 'deadline-vague'],
      ['序号5／公开时限', 'deadline-often'],
    ])
    expect(backward).toEqual(forward)
  })

  test('name the table where several count from 1', async () => {
    const table = markdown(ROWS.slice(0, 2))
    const source = `${table}\n另一张表\n\n${table}`
    const { diagnostics } = await linted(source, 'md', active([MISSING]))
    expect(diagnostics.map(({ location }) => location.label)).toEqual([
      '表1 序号2／公开依据',
      '表2 序号2／公开依据',
    ])
  })

  test('about one of two texts in one cell point at its own words', async () => {
    const source = [
      ['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体'],
      ['1', '机构职能', '职能、地址', '《预算法》', '20个工作日内', '县教育局'],
      ['2', '人事任免', '任免信息', '《公务员法》', '20个工作日内', '县教育局'],
      ['3', '部门预算', '预算文本', '《预算法》第十四条 及时公开', '县教育局'],
    ]
      .map((row) => `${row.join('\t')}\n`)
      .join('')
    const { diagnostics, recognition } = await linted(source, 'tsv', active([VAGUE]))
    const [found, ...others] = diagnostics
    expect(others).toEqual([])
    expect(found).toMatchObject({
      actual: '及时',
      location: { label: '序号3／公开时限（现在“公开依据”栏）', line: 4, role: 'deadline' },
    })
    const cell = recognition.catalogues[0]?.sheets[0]?.grid.at(3, 3)
    expect(found?.at?.passage).toBe(cell)
    const { line = 0, col = 0, endCol = 0 } = found?.location ?? {}
    expect(source.split('\n')[line - 1]?.slice(col - 1, endCol - 1)).toBe('及时')
    const edits = diagnostics.flatMap(({ fix }) => fix?.edits ?? [])
    const fixed = applyReplacements(source, replacementsOf({ format: 'tsv', text: source }, edits))
    expect(fixed).toBe(source.replace('及时公开', '20个工作日内公开'))
  })

  test('of a rule about the same characters come in order of the rules’ names', async () => {
    const rules = [VAGUE, { ...VAGUE, id: 'deadline-again' }]
    const { diagnostics } = await linted(tsv(ROWS.slice(0, 1)), 'tsv', active(rules))
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['deadline-again', 'deadline-vague'])
  })

  test('say where they are, in the words of a clerk and of a program', async () => {
    const { diagnostics } = await linted(tsv(ROWS.slice(0, 1)), 'tsv')
    expect(diagnostics).toMatchObject([
      {
        rule: 'deadline-vague',
        messageId: 'vague',
        severity: 'warning',
        certainty: 'likely',
        message: '“及时”应当写明。',
        actual: '及时',
        expected: ['20个工作日内'],
        location: {
          label: '序号1／公开时限',
          entry: '1',
          role: 'deadline',
          table: 1,
          row: 2,
          column: 6,
          line: 2,
          endLine: 2,
        },
        related: [{ message: '见这里。', location: { label: '序号1／公开内容', line: 2, col: 9 } }],
      },
    ])
    const { col = 0, endCol = 0 } = diagnostics[0]?.location ?? {}
    expect(
      tsv(ROWS)
        .split('\n')[1]
        ?.slice(col - 1, endCol - 1),
    ).toBe('及时')
  })

  test('have no actual text where nothing stands', async () => {
    const { diagnostics } = await linted(tsv(ROWS.slice(1, 2)), 'tsv', active([MISSING]))
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).not.toHaveProperty('actual')
  })
})

describe('a fingerprint survives', () => {
  test.each<[string, string, string]>([
    ['as Markdown', markdown(ROWS), 'md'],
    ['as comma-separated text', csv(ROWS), 'csv'],
    ['as plain text', tsv(ROWS), 'txt'],
    ['with Windows line ends', tsv(ROWS).replaceAll('\n', '\r\n'), 'tsv'],
    ['below a title', `云岭市教育局主动公开事项目录\n\n${tsv(ROWS)}`, 'tsv'],
    ['with the name of the first level on each row', tsv(ROWS.map(filled)), 'tsv'],
    ['with rows in another order', tsv(ROWS.map(filled).toReversed()), 'tsv'],
    [
      'with other numbers',
      tsv(ROWS.map(([, ...rest], index) => [`${index + 11}`, ...rest])),
      'tsv',
    ],
    [
      'with blanks inside words',
      tsv(ROWS).replaceAll('职能\t', '职 能\t').replace('及时', '及 时'),
      'tsv',
    ],
    [
      'with a column put before',
      tsv(ROWS, (row) => [...row.slice(0, 1), '备', ...row.slice(1)]),
      'tsv',
    ],
  ])('%s', async (_name, source, format) => {
    const before = await fingerprints(tsv(ROWS), 'tsv')
    expect(before).toHaveLength(5)
    expect((await fingerprints(source, format)).toSorted()).toEqual(before.toSorted())
  })

  test.each<[string, readonly Row[]]>([
    ['rows put in before', [['0', '党建', '公告', '通知', '', '及时'], ...ROWS.map(filled)]],
    [
      'rows put in between',
      ROWS.map(filled).flatMap((row, index) => [
        row,
        ['9', '党建', `公告${index}`, '通知', '', '及时'],
      ]),
    ],
    ['rows put in behind', [...ROWS, ['6', '党建', '公告', '通知', '', '及时']]],
  ])('%s', async (_name, rows) => {
    const before = await fingerprints(tsv(ROWS), 'tsv')
    const after = await fingerprints(tsv(rows), 'tsv')
    expect(after.length).toBeGreaterThan(before.length)
    expect(before.filter((one) => !after.includes(one))).toEqual([])
  })

  test('a row taken out, and only its own findings go', async () => {
    const before = await fingerprints(tsv(ROWS), 'tsv')
    const after = await fingerprints(tsv(ROWS.toSpliced(1, 1)), 'tsv')
    expect(after).toEqual(before.toSpliced(1, 2))
  })

  test('another wording of the sentence', async () => {
    const reworded = { ...VAGUE, messages: { ...VAGUE.messages, vague: '“{actual}”不明确。' } }
    const before = await fingerprints(tsv(ROWS), 'tsv', [VAGUE])
    expect(await fingerprints(tsv(ROWS), 'tsv', [reworded])).toEqual(before)
  })
})

describe('a fingerprint tells apart', () => {
  const [first = []] = ROWS

  test.each<[string, Row]>([
    ['another item', ['1', '机构', '领导', '机构职能', '《条例》', '及时']],
    ['another first level', ['1', '党建', '职能', '机构职能', '《条例》', '及时']],
    ['other words in the same place', ['1', '机构', '职能', '机构职能', '《条例》', '及时公布']],
    ['another column', ['1', '机构', '职能', '及时', '《条例》', '长期公开']],
  ])('%s', async (_name, row) => {
    const rule = reporting('deadline-vague', 'vague', '及时', true)
    const [before] = await fingerprints(tsv([first]), 'tsv', [rule])
    const [after] = await fingerprints(tsv([row]), 'tsv', [rule])
    expect(before).toBeDefined()
    expect(after).toBeDefined()
    expect(after).not.toBe(before)
  })

  test('rules and sentences', async () => {
    const rules = [
      VAGUE,
      reporting('deadline-other', 'vague', '及时'),
      reporting('deadline-vague', 'other', '及时'),
    ]
    const all = await Promise.all(rules.map((rule) => fingerprints(tsv([first]), 'tsv', [rule])))
    expect(new Set(all.flat()).size).toBe(3)
  })

  test('twins in rows that say the same', async () => {
    const found = await fingerprints(tsv([first, first, first]), 'tsv')
    expect(found).toHaveLength(3)
    expect(new Set(found).size).toBe(3)
    expect((await fingerprints(tsv([first, first]), 'tsv')).toSorted()).toEqual(
      found.slice(0, 2).toSorted(),
    )
  })
})

function active(rules: readonly Rule[]): Pick<Settings, 'rules'> {
  return { rules: rules.map((rule) => ({ rule })) }
}

async function linted(source: string, format: string, settings: Partial<Settings> = {}) {
  const bytes = new TextEncoder().encode(source)
  const document = await readDocument({ name: `目录.${format}`, bytes })
  const authorities = Authorities.of([])
  return lint(document, {
    ...active([VAGUE, MISSING]),
    authorities,
    today: '2026-11-21',
    ...settings,
  })
}

async function fingerprints(source: string, format: string, rules = [VAGUE, MISSING]) {
  const { diagnostics } = await linted(source, format, active(rules))
  return diagnostics.map(({ fingerprint }) => fingerprint)
}

function filled(row: Row): Row {
  const [seq = '', first = '', ...rest] = row
  return [seq, first === '' ? '财政' : first, ...rest]
}

function tsv(rows: readonly Row[], change = (row: Row): Row => row): string {
  return [HEADER, ...rows].map((row) => `${change(row).join('\t')}\n`).join('')
}

function csv(rows: readonly Row[]): string {
  const quoted = (text: string) => (/[,"\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [HEADER, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('')
}

function markdown(rows: readonly Row[]): string {
  return [HEADER, HEADER.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('')
}

/** A rule that reports a word, or a basis that is blank; in every column, when it is asked to. */
function reporting(
  id: string,
  message: 'vague' | 'often' | 'missing' | 'other',
  word: string,
  everywhere = false,
): Rule {
  return defineRule({
    id,
    title: '不明确',
    severity: 'warning',
    certainty: 'likely',
    kinds: ['catalogue'],
    fix: 'suggested',
    basis: [{ source: '中华人民共和国政府信息公开条例', article: '第二十六条', gist: '' }],
    why: '',
    how: '',
    messages: {
      vague: '“{actual}”应当写明。',
      often: '“{actual}”应当写明。',
      other: '“{actual}”应当写明。',
      missing: '应当写明“{actual}”。',
      here: '见这里。',
    },
    examples: { good: [], bad: [] },
    *check({ catalogue }) {
      const pattern = new RegExp(word === '' ? '^$' : [...word].join('\\s*'), 'u')
      for (const entry of catalogue.entries) {
        const roles = everywhere ? (['content', 'deadline'] as const) : (['deadline'] as const)
        for (const role of word === '' ? (['basis'] as const) : roles) {
          const passage = entry.own(role)
          const content = entry.own('content')
          const match = pattern.exec(passage?.text ?? '')
          if (passage === undefined || content === undefined || match === null) continue
          const span = { start: match.index, end: match.index + match[0].length }
          yield {
            message,
            data: { actual: word },
            at: everywhere ? { passage } : { passage, span },
            related: [{ message: 'here', at: { passage: content } }],
            fix: { safety: 'suggested', edits: [replace(passage, span, '20个工作日内')] },
          }
        }
      }
    },
  })
}
