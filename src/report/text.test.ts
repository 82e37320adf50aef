import { describe, expect, test } from 'vitest'
import { diagnostic, runOf } from '../../test/run-result.ts'
import type { Diagnostic } from '../engine/diagnostic.ts'
import type { FileResult } from '../engine/result.ts'
import { choosePaint, PLAIN } from './paint.ts'
import { renderText } from './text.ts'

const LAST = '共检查1个文件、1张表、15个条目，用16条规则；法规数据截至2026-07-31。'

describe('one finding is one line', () => {
  test('with place, severity, sentence and rule, below its file', () => {
    const report = renderText(
      runOf({ title: '云岭市教育局目录', diagnostics: [diagnostic()] }),
      PLAIN,
    )
    expect(report.split('\n')).toEqual([
      '目录1.csv  云岭市教育局目录',
      '  序号2／公开时限  12:9  错误  公开时限“30个工作日内”超过上限“20个工作日”。  deadline-not-allowed',
      '',
      `错误1、警告0、提示0。${LAST}`,
      '',
    ])
  })

  test.each<[string, string]>([
    ['error', '错误'],
    ['warning', '警告'],
    ['info', '提示'],
  ])('%s is called %s', (severity, name) => {
    const changes = { severity: severity as Diagnostic['severity'] }
    expect(renderText(runOf({ diagnostics: [diagnostic(changes)] }), PLAIN)).toContain(
      `  12:9  ${name}  公开`,
    )
  })

  test('labels and places stand in columns, as wide as the terminal shows them', () => {
    const diagnostics = [
      diagnostic({ location: { label: '序号1／公开依据', line: 3, col: 4 } }),
      diagnostic({ location: { label: '表头／备注', line: 1, col: 100 } }),
      diagnostic({ location: { label: '文件' } }),
    ]
    expect(
      linesOf({ diagnostics })
        .slice(1, 4)
        .map((line) => line.split('  公开')[0]),
    ).toEqual([
      '  序号1／公开依据    3:4  错误',
      '  表头／备注       1:100  错误',
      '  文件                    错误',
    ])
  })

  test('no column of places where nobody has one', () => {
    const diagnostics = [diagnostic({ location: { label: '目录!B7' } })]
    expect(linesOf({ diagnostics })[1]).toMatch(/^ {2}目录!B7 {2}错误 {2}/u)
  })

  test('a label that is too long pushes only its own line', () => {
    const long = `序号1／${'公开内容'.repeat(8)}`
    const diagnostics = [
      diagnostic({ location: { label: long } }),
      diagnostic({ location: { label: '序号2／备注' } }),
    ]
    const [, first, second] = linesOf({ diagnostics })
    expect(first).toContain(`  ${long}  错误`)
    expect(second).toContain(`  序号2／备注${' '.repeat(36 - 11)}  错误`)
  })

  test('related places below it', () => {
    const related = [
      { message: '上限由这里确定。', location: { label: '序号2／公开依据', line: 12, col: 3 } },
      { message: '见表头。', location: { label: '表头' } },
    ].map((remark) => ({ ...remark, at: { passage: PASSAGE } }))
    expect(linesOf({ diagnostics: [diagnostic({ related })] }).slice(2, 4)).toEqual([
      '      └ 序号2／公开依据 12:3  上限由这里确定。',
      '      └ 表头  见表头。',
    ])
  })
})

describe('a file', () => {
  test('without findings and notices is not listed', () => {
    const report = renderText(runOf({}, { diagnostics: [diagnostic()] }), PLAIN)
    expect(report).not.toContain('目录1.csv')
    expect(report).toContain('目录2.csv')
  })

  test('with a notice alone is listed', () => {
    const notices = [{ kind: 'unclosed-quote', text: '第2行有一处双引号没有收尾。' } as const]
    expect(linesOf({ notices }).slice(0, 3)).toEqual([
      '目录1.csv',
      '  注  第2行有一处双引号没有收尾。',
      '',
    ])
  })

  test('cannot steer the terminal by its name', () => {
    const report = renderText(
      runOf({ path: '\u001b[31m目录\n.csv', diagnostics: [diagnostic()] }),
      PLAIN,
    )
    expect(report).toContain('‹U+001B›[31m目录⏎.csv')
  })
})

describe('the last line', () => {
  test.each<[string, Partial<FileResult>[], string]>([
    ['nothing found', [{}], `没有发现问题。${LAST}`],
    [
      'counts by severity',
      [{ diagnostics: [diagnostic(), diagnostic({ severity: 'info' })] }],
      `错误1、警告0、提示1。${LAST}`,
    ],
    [
      'nothing of mending, which no command does',
      [{ diagnostics: [diagnostic({ fix: { safety: 'safe', edits: [EDIT] } })] }],
      `错误1、警告0、提示0。${LAST}`,
    ],
    [
      'adds up the files',
      [
        { entries: 3 },
        { tables: 2, entries: 4, diagnostics: [diagnostic({ severity: 'warning' })] },
      ],
      '错误0、警告1、提示0。共检查2个文件、3张表、7个条目，用16条规则；法规数据截至2026-07-31。',
    ],
    [
      'no file at all',
      [],
      '没有检查任何文件。共检查0个文件、0张表、0个条目，用16条规则；法规数据截至2026-07-31。',
    ],
  ])('%s', (_name, files, line) => {
    expect(
      renderText(runOf(...files), PLAIN)
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe(line)
  })

  test('comes below the files that failed, named up to twenty', () => {
    const failed = (status: FileResult['status'], count: number) =>
      Array.from({ length: count }, (_, index) => ({ path: `${status}-${index + 1}`, status }))
    const files = [...failed('unreadable', 2), ...failed('not-recognised', 21)]
    const [unreadable, unknown = ''] = renderText(runOf(...files), PLAIN).split('\n')
    expect(unreadable).toBe('无法读取：unreadable-1、unreadable-2')
    expect(unknown).toMatch(/^没有认出：not-recognised-1、.*、not-recognised-20等21个文件$/u)
  })
})

test('colour changes nothing but the colour', async () => {
  const notices = [{ kind: 'unclosed-quote', text: '有一处双引号没有收尾。' } as const]
  const run = runOf(
    { title: '目录', notices, diagnostics: [diagnostic()] },
    { status: 'unreadable' },
  )
  const colored = renderText(run, await choosePaint(true))
  expect(colored).toContain('\u001b[31m错误\u001b[39m')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken away
  expect(colored.replace(/\u001b\[\d+m/gu, '')).toBe(renderText(run, PLAIN))
})

const PASSAGE = { text: '', origin: { kind: 'text', start: 0, end: 0 } } as const
const EDIT = { passage: PASSAGE, span: { start: 0, end: 0 }, text: '' }

function linesOf(file: Partial<FileResult>): readonly string[] {
  return renderText(runOf(file), PLAIN).split('\n')
}
