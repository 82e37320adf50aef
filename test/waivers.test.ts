import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderOf, HEADER, LATE, mulint, row, TITLE } from './command.ts'

const CATALOGUE =
  TITLE + HEADER + row(1, '公开指南') + row(2, '公开制度', LATE) + row(3, '公开年报', LATE)

let folder = ''

beforeEach(() => {
  folder = folderOf({ '目录.tsv': CATALOGUE })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('mulint waive', () => {
  test('writes what the next check heeds', () => {
    const { status, stdout } = waive('--entry', '2')
    expect(stdout).toBe('写入 目录.mulint.yaml：豁免 deadline-not-allowed，序号2／公开时限。\n')
    expect(status).toBe(0)
    expect(sideFile()).toBe(
      [
        '# mulint 的豁免，一条一项；写法见 docs/waivers.md，也可以用 mulint waive 写。',
        '',
        '- rule: deadline-not-allowed',
        '  item: 公开制度 # 写下时是序号2',
        '  reason: 省厅答复前暂按旧时限',
        '',
      ].join('\n'),
    )
    expect(check()).toEqual({ found: ['序号3／公开时限 deadline-not-allowed'], suppressed: 1 })
    expect(mulint(folder, '目录.tsv').stdout).toMatch(/（另有已豁免1）。共检查1个文件/u)
  })

  test('is content to be run again', () => {
    waive('--entry', '2')
    const before = sideFile()
    expect(waive('--entry', '2').stdout).toContain('已经写在')
    expect(sideFile()).toBe(before)
  })

  test('renews what stands there and leaves the rest as it is', () => {
    const old = [
      '\uFEFF# 教育局的豁免',
      '- reason: 省厅答复前暂按旧时限 # 主任定的',
      '  rule: deadline-not-allowed',
      '  entry: 2',
      '  expires: 2020-01-01',
      '# 下面的也要',
      '- {rule: cite, reason: "旧", item: 公开指南}',
      '',
    ].join('\r\n')
    writeFileSync(join(folder, '目录.mulint.yaml'), old)
    expect(waive('--entry', '3', '--expires', '2099-12-31').stdout).toContain('写入')
    expect(sideFile()).toBe(
      `${old}- rule: deadline-not-allowed\r\n  item: 公开年报 # 写下时是序号3\r\n  reason: 省厅答复前暂按旧时限\r\n  expires: 2099-12-31\r\n`.replace(
        '{rule: cite, reason: "旧", item: 公开指南}',
        '{ rule: cite, reason: "旧", item: 公开指南 }',
      ),
    )
  })

  test('gives an expired waiver a new day', () => {
    waive('--entry', '2')
    const expired = sideFile().replace('旧时限\n', '旧时限\n  expires: 2020-01-01\n')
    writeFileSync(join(folder, '目录.mulint.yaml'), expired)
    expect(check().found).toContain('目录.mulint.yaml 第3行 waiver-expired')
    expect(waive('--entry', '2', '--expires', '2099-12-31').stdout).toContain('更新')
    expect(sideFile()).toBe(expired.replace('2020-01-01', '2099-12-31'))
    expect(check()).toEqual({ found: ['序号3／公开时限 deadline-not-allowed'], suppressed: 1 })
  })

  test('survives a row that is inserted, which changes the 序号', () => {
    waive('--entry', '3', '--role', '公开时限')
    const renumbered =
      TITLE +
      HEADER +
      row(1, '公开指南') +
      row(2, '机构职能') +
      row(3, '公开制度', LATE) +
      row(4, '公开年报', LATE)
    writeFileSync(join(folder, '目录.tsv'), renumbered)
    expect(check()).toEqual({ found: ['序号3／公开时限 deadline-not-allowed'], suppressed: 1 })
  })

  test('writes into the file of the whole name where there is one', () => {
    writeFileSync(join(folder, '目录.tsv.mulint.yaml'), '')
    waive('--entry', '2')
    expect(existsSync(join(folder, '目录.mulint.yaml'))).toBe(false)
    expect(check().suppressed).toBe(1)
  })

  test('names the basis and whoever approved it', () => {
    waive('--entry', '2', '--approver', '王主任', '--basis', '《条例》第二十六条')
    expect(sideFile()).toContain('  basis: 《条例》第二十六条\n  approver: 王主任\n')
  })

  test.each<[why: string, words: readonly string[], message: string]>([
    [
      'nothing there',
      ['目录.tsv', '--rule', 'cite-outdated', '--reason', 'x'],
      '目录.tsv 里没有 cite-outdated 的问题，没有可以豁免的',
    ],
    [
      'nothing in the row',
      ['目录.tsv', '--rule', 'deadline', '--reason', 'x', '--entry', '1'],
      '目录.tsv 的这一处没有 deadline 的问题，有的是序号2／公开时限、序号3／公开时限',
    ],
    ['no rule', ['目录.tsv', '--reason', 'x'], 'waive 要用 --rule 写明一条规则或者一个规则族'],
    [
      'an unknown rule',
      ['目录.tsv', '--rule', 'deadline-not-alowed', '--reason', 'x'],
      '豁免的“deadline-not-alowed”不是规则，是否指 deadline-not-allowed？',
    ],
    ['no reason', ['目录.tsv', '--rule', 'deadline'], 'waive 要用 --reason 写明理由'],
    [
      'a blank reason',
      ['目录.tsv', '--rule', 'deadline', '--reason', ' '],
      'waive 要用 --reason 写明理由',
    ],
    [
      'a day gone by',
      ['目录.tsv', '--rule', 'deadline', '--reason', 'x', '--expires', '2020-01-01'],
      '--expires 2020-01-01 已经过去，豁免到期后不起作用',
    ],
    [
      'an unknown column',
      ['目录.tsv', '--rule', 'deadline', '--reason', 'x', '--role', 'deadlne'],
      '--role：没有“deadlne”这样的栏，是否指 deadline',
    ],
    [
      'no file',
      ['没有.tsv', '--rule', 'deadline', '--reason', 'x'],
      '“没有.tsv”不是一个能检查的文件',
    ],
  ])('refuses: %s', (_, words, message) => {
    const { status, stderr } = mulint(folder, 'waive', ...words)
    expect(stderr).toBe(`mulint：${message}\n`)
    expect(status).toBe(2)
    expect(readdirSync(folder)).toEqual(['目录.tsv'])
  })

  test('touches nothing in a file that it cannot read', () => {
    writeFileSync(join(folder, '目录.mulint.yaml'), '- rule: [')
    const { status, stderr } = waive('--entry', '2')
    expect(stderr).toBe('mulint：目录.mulint.yaml:1 豁免文件不合 YAML 的写法\n')
    expect(status).toBe(2)
    expect(sideFile()).toBe('- rule: [')
  })
})

test('what is waived is not mended', () => {
  const malformed = row(1, '公开指南').replace(
    /\t[^\t]*《[^\t]*/u,
    (cell) => `${cell}（国办发[2019]14号）`,
  )
  writeFileSync(join(folder, '目录.tsv'), TITLE + HEADER + malformed)
  const words = ['fix', '目录.tsv', '--diff', '--only', 'cite-number-malformed']
  expect(mulint(folder, ...words).stdout).toContain('国办发〔2019〕14号')
  const reason = ['--rule', 'cite-number-malformed', '--reason', '省厅原文如此']
  expect(mulint(folder, 'waive', '目录.tsv', ...reason).status).toBe(0)
  expect(mulint(folder, ...words).stdout).not.toContain('国办发〔2019〕14号')
})

describe('supervisors', () => {
  test('are not told what to overlook', () => {
    waive('--entry', '2')
    const source =
      '# 云岭市教育局主动公开事项目录\n\n<!-- mulint-ignore-file deadline: 嫌烦 -->\n\n'
    const cells = CATALOGUE.split('\n')
      .slice(2, -1)
      .map((line) => `| ${line.replaceAll('\t', ' | ')} |`)
    cells.splice(1, 0, `|${' --- |'.repeat(9)}`)
    writeFileSync(join(folder, '目录.md'), `${source}${cells.join('\n')}\n`)
    const all = ['序号2／公开时限 deadline-not-allowed', '序号3／公开时限 deadline-not-allowed']
    expect(check('--no-inline-config').found).toEqual([...all, ...all])
    // Both are waived by the comment, one of them by the file, too.
    expect(check()).toEqual({ found: ['序号3／公开时限 deadline-not-allowed'], suppressed: 3 })
  })

  test('bring waivers of their own', () => {
    const given = [
      '- {file: "*.tsv", rule: deadline-not-allowed, entry: "2", reason: 已函复}',
      '- {file: "别处/**", rule: cite, reason: 已函复}',
      '- {rule: level, reason: 已函复}',
    ].join('\n')
    writeFileSync(join(folder, '上级.yaml'), given)
    const { found, suppressed } = check('--no-inline-config', '--waivers', '上级.yaml')
    expect({ found, suppressed }).toEqual({
      found: ['序号3／公开时限 deadline-not-allowed'],
      suppressed: 1,
    })
    // One that is about other files is not called idle.
    const { stderr } = mulint(folder, '.', '--waivers', '上级.yaml')
    expect(stderr).toBe('mulint：上级.yaml 第3行豁免 level 没有对应的问题\n')
  })

  test.each<[content: string, message: string]>([
    ['- {rule: cite}', '上级.yaml:1 豁免 cite 没有写理由，不起作用；应当写明理由'],
    [
      '- {rule: cite, reason: x}\n- {ruel: cite}',
      '上级.yaml:2 豁免没有“ruel”这一项，是否指 rule；这条豁免不起作用',
    ],
    ['- {rule: cit, reason: x}', '上级.yaml:1 豁免的“cit”不是规则，是否指 cite？'],
    ['rule: cite', '上级.yaml:1 豁免文件应当是一个列表，每条豁免以“- rule:”开头'],
  ])('hear what is wrong with them: %s', (content, message) => {
    writeFileSync(join(folder, '上级.yaml'), content)
    const { status, stderr } = mulint(folder, '目录.tsv', '--waivers', '上级.yaml')
    expect(stderr).toBe(`mulint：${message}\n`)
    expect(status).toBe(2)
  })

  test('hear that there is no such file', () => {
    const { status, stderr } = mulint(folder, '目录.tsv', '--waivers', '没有.yaml')
    expect(stderr).toBe('mulint：没有.yaml:1 豁免文件不存在\n')
    expect(status).toBe(2)
  })
})

describe('a file of waivers', () => {
  test('is no input, whether it is met or named', () => {
    waive('--entry', '2')
    for (const words of [['.'], ['*'], readdirSync(folder)]) {
      const { files } = JSON.parse(mulint(folder, ...words, '-f', 'json').stdout)
      expect(files.map(({ path }: { path: string }) => path)).toEqual(['目录.tsv'])
    }
    const { status, stderr } = mulint(folder, '目录.mulint.yaml')
    expect(stderr).toBe('mulint：豁免文件和基准不是要检查的文件，没有别的文件可查\n')
    expect(status).toBe(2)
  })

  test('of several documents is refused and left as it is', () => {
    const two = '- rule: cite\n  reason: 甲\n---\n- rule: deadline-not-allowed\n  reason: 乙\n'
    writeFileSync(join(folder, '目录.mulint.yaml'), two)
    expect(check().found).toContain('目录.mulint.yaml 第3行 waiver-unreadable')
    expect(waive('--entry', '2').status).toBe(2)
    expect(sideFile()).toBe(two)
  })

  test('that is a link is not followed', () => {
    symlinkSync('/etc/passwd', join(folder, '目录.mulint.yaml'))
    const report = JSON.parse(mulint(folder, '目录.tsv', '-f', 'json').stdout)
    const [told] = report.files[0].findings.filter(
      ({ rule }: { rule: string }) => rule === 'waiver-unreadable',
    )
    expect(told.message).toBe('豁免文件不是普通文件；其中的豁免都不起作用。')
  })
})

test.each(['expired', 'misplaced', 'no-reason', 'unknown', 'unreadable', 'unused'])(
  'explain tells of waiver-%s',
  (name) => {
    const { status, stdout } = mulint(folder, 'explain', `waiver-${name}`)
    expect(stdout).toMatch(/^waiver-[\w-]+ {2}豁免.+\n\n为什么：.+。\n怎么改：.+。\n$/u)
    expect(status).toBe(0)
  },
)

function waive(...words: readonly string[]) {
  const fixed = ['--rule', 'deadline-not-allowed', '--reason', '省厅答复前暂按旧时限']
  return mulint(folder, 'waive', '目录.tsv', ...fixed, ...words)
}

function sideFile(): string {
  const name = existsSync(join(folder, '目录.mulint.yaml'))
    ? '目录.mulint.yaml'
    : '目录.tsv.mulint.yaml'
  return readFileSync(join(folder, name), 'utf8')
}

/** What is told of subjects and of waivers, and how much is set aside. */
function check(...words: readonly string[]) {
  const { stdout } = mulint(folder, '.', '-f', 'json', ...words)
  const { summary, files } = JSON.parse(stdout)
  const findings: { rule: string; place: { label: string } }[] = files.flatMap(
    (file: { findings: unknown[] }) => file.findings,
  )
  return {
    found: findings
      .filter(({ rule }) => rule === 'deadline-not-allowed' || rule.startsWith('waiver-'))
      .map(({ rule, place }) => `${place.label} ${rule}`),
    suppressed: summary.suppressed,
  }
}
