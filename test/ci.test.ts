import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { CHECK_OPTIONS, COMMANDS } from '../src/cli/options.ts'
import { isDocument } from '../src/node/files.ts'
import { FORMATS } from '../src/report/index.ts'

const BIN = resolve('bin/mulint.cjs')
const HEADER =
  '云岭市教育局主动公开事项目录\n\n序号\t公开事项\t公开内容\t公开依据\t公开时限\t公开主体\t公开渠道\t公开对象\t公开方式\n'
const ROW =
  '1\t公开指南\t指南文本\t《中华人民共和国政府信息公开条例》第十二条\t实时更新\t市教育局\t政府网站\t全社会\t主动公开\n'
const GOOD = HEADER + ROW
const BAD = HEADER + ROW.replace('市教育局', '')

const home = realpathSync(mkdtempSync(join(tmpdir(), 'mulint-ci-')))
let folder = ''
let count = 0

beforeEach(() => {
  folder = join(home, `工作 区${++count}`)
  mkdirSync(join(folder, '报送 材料'), { recursive: true })
  writeFileSync(join(folder, '报送 材料/教育局 目录.tsv'), GOOD)
  writeFileSync(join(folder, '坏的目录.tsv'), BAD)
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; default: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

interface Step {
  readonly id?: string
  readonly shell?: string
  readonly run?: string
  readonly uses?: string
  readonly env?: Readonly<Record<string, string>>
}

describe('action.yml', () => {
  const action: Action = parse(readFileSync('action.yml', 'utf8'))
  const { steps } = action.runs
  const step = (id: string) => steps.find((one) => one.id === id) as Step

  test('has steps with a shell or an action, and tells every input and output', () => {
    expect(action.runs.using).toBe('composite')
    for (const { run, uses, shell } of steps) {
      expect(run === undefined).toBe(uses !== undefined)
      expect(shell).toBe(run === undefined ? undefined : 'bash')
    }
    for (const { description } of Object.values(action.inputs)) expect(description).not.toBe('')
  })

  test('uses every input, and only inputs and outputs that are there', () => {
    const text = readFileSync('action.yml', 'utf8')
    const used = [...text.matchAll(/inputs\.([\w-]+)/gu)].map(([, name]) => name)
    expect(new Set(used)).toEqual(new Set(Object.keys(action.inputs)))
    for (const [, id = '', name = ''] of text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/gu)) {
      expect(step(id).run).toContain(`"${name}=`)
    }
  })

  test('puts nothing that a caller writes into a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{')
  })

  test('asks for options that there are', () => {
    const names = CHECK_OPTIONS.map(({ name }) => name)
    const script = step('check').run ?? ''
    const asked = [...script.matchAll(/ --([a-z-]+)/gu)].map(([, name]) => name)
    expect(new Set(asked)).toEqual(new Set(['format', 'fail-on']))
    expect(asked.filter((name) => !names.includes(name ?? ''))).toEqual([])
    const levels = CHECK_OPTIONS.find(({ name }) => name === 'fail-on')?.choices ?? []
    expect(levels).toContain(action.inputs['fail-on']?.default)
    for (const level of levels) expect(action.inputs['fail-on']?.description).toContain(level)
  })

  describe('the check', () => {
    const DEFAULTS = {
      MULINT_BIN: BIN,
      MULINT_PATHS: action.inputs.paths?.default ?? '',
      MULINT_ARGS: action.inputs.args?.default ?? '',
      MULINT_FAIL_ON: action.inputs['fail-on']?.default ?? '',
      MULINT_SARIF: action.inputs.sarif?.default ?? '',
      MULINT_UPLOAD: action.inputs['upload-sarif']?.default ?? '',
    }

    test('is given every variable that it reads', () => {
      expect(Object.keys(step('check').env ?? {}).sort()).toEqual(Object.keys(DEFAULTS).sort())
    })

    test.each<[why: string, env: Partial<typeof DEFAULTS>, code: number, sarif?: string]>([
      ['everything', {}, 1],
      ['a path with a blank', { MULINT_PATHS: '报送 材料/教育局 目录.tsv' }, 0],
      ['several paths', { MULINT_PATHS: '报送 材料\r\n\n坏的目录.tsv\n' }, 1],
      ['a path that looks like an option', { MULINT_PATHS: '--version' }, 2],
      ['a path that a shell would obey', { MULINT_PATHS: '$(touch obeyed)' }, 2],
      ['options', { MULINT_ARGS: '--rule\nsubject-missing=off\n' }, 0],
      ['an option that a shell would obey', { MULINT_ARGS: '--only=`touch obeyed`' }, 2],
      ['a lower level', { MULINT_PATHS: '报送 材料', MULINT_FAIL_ON: 'info' }, 0],
      ['a level that is none', { MULINT_FAIL_ON: 'fatal' }, 2],
      ['SARIF in a file', { MULINT_SARIF: '扫描 结果.sarif' }, 1, '扫描 结果.sarif'],
      ['SARIF to upload', { MULINT_UPLOAD: 'true' }, 1, 'mulint.sarif'],
      ['SARIF that cannot be written', { MULINT_SARIF: '没有/a.sarif' }, 2],
    ])('of %s', (_, env, code, sarif) => {
      const { status, stdout, outputs } = runStep(step('check'), { ...DEFAULTS, ...env })
      expect({ status, outputs }).toEqual({
        status: code,
        outputs: { 'exit-code': String(code), ...(sarif !== undefined && { sarif }) },
      })
      if (code === 1) expect(stdout).toContain('::error file=坏的目录.tsv,line=4')
      if (sarif !== undefined) {
        expect(JSON.parse(readFileSync(join(folder, sarif), 'utf8')).version).toBe('2.1.0')
      }
      expect(existsSync(join(folder, 'obeyed'))).toBe(false)
    })
  })

  describe('the installation', () => {
    test('of the version after uses builds what was checked out', () => {
      const { status, outputs, asked } = install('')
      expect(status).toBe(0)
      expect(asked).toEqual([`${folder}: ci --include=dev --no-audit --no-fund`])
      expect(outputs).toEqual({ bin: `${folder}/bin/mulint.cjs` })
    })

    test('of a version from npm is exact', () => {
      const { status, outputs, asked } = install('0.1.0')
      expect(status).toBe(0)
      expect(asked).toEqual([
        `${folder}: install --prefix ${folder}/mulint --no-audit --no-fund mulint@0.1.0`,
      ])
      expect(outputs).toEqual({ bin: `${folder}/mulint/node_modules/mulint/bin/mulint.cjs` })
    })

    test.each(['latest', '^0.1.0', '0.1', '0.1.0; touch obeyed', 'file:///tmp'])(
      'refuses %s',
      (version) => {
        const { status, asked, stdout } = install(version)
        expect({ status, asked }).toEqual({ status: 2, asked: [] })
        expect(stdout).toBe('::error title=mulint::version 应当写全，例如 0.1.0\n')
      },
    )

    /** Runs the step with an npm that writes down what it is asked. */
    function install(version: string) {
      const tools = join(folder, 'tools')
      mkdirSync(tools)
      writeFileSync(join(tools, 'npm'), '#!/bin/sh\necho "$PWD: $*" >> "$RUNNER_TEMP/asked"\n')
      chmodSync(join(tools, 'npm'), 0o755)
      const result = runStep(step('install'), {
        MULINT_VERSION: version,
        MULINT_SOURCE: folder,
        RUNNER_TEMP: folder,
        PATH: `${tools}${delimiter}${process.env.PATH}`,
      })
      const file = join(folder, 'asked')
      const asked = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
      return { ...result, asked }
    }
  })
})

describe('docs/ci.md', () => {
  const page = readFileSync('docs/ci.md', 'utf8')
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, text = '']) => text)
  const { inputs }: Action = parse(readFileSync('action.yml', 'utf8'))

  test('has examples that are YAML', () => {
    expect(examples.length).toBeGreaterThan(4)
    for (const example of examples) expect(parse(example)).toBeTypeOf('object')
  })

  test('hands the action inputs that it has', () => {
    const given = [...page.matchAll(/mulint@v[\d.]+\n +with:\n((?: +.*\n)+)/gu)].flatMap(
      ([, text = '']) => Object.keys(parse(text)),
    )
    expect(given.length).toBeGreaterThan(3)
    expect(given.filter((name) => !Object.hasOwn(inputs, name))).toEqual([])
    for (const name of Object.keys(inputs)) expect(page).toContain(`| \`${name}\` |`)
  })

  test('names options and outputs that there are', () => {
    const lines = page.split('\n').filter((line) => /mulint(?:@[\d.]+)? check /u.test(line))
    const used = lines.flatMap((line) =>
      [...line.matchAll(/ --?([a-z-]+)/gu)].map(([, name]) => name),
    )
    const names = CHECK_OPTIONS.flatMap(({ name, short }) => [name, short])
    expect(used.filter((name) => !names.includes(name) && name !== 'yes')).toEqual([])
    const [, table = ''] = page.split('| 名称 | 给谁看 |')
    const outputs = [...(table.split('\n\n')[0]?.matchAll(/^\| `([a-z]+)` \| /gmu) ?? [])]
    expect(outputs.map(([, name]) => name)).toEqual(Object.keys(FORMATS))
  })
})

/** Runs the script of a step as the runner does, in the working folder. */
function runStep({ run = '' }: Step, env: Readonly<Record<string, string>>) {
  const script = join(folder, 'step.sh')
  const output = join(folder, 'output')
  writeFileSync(script, run)
  writeFileSync(output, '')
  const { status, stdout } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', script],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, GITHUB_OUTPUT: output, ...env } },
  )
  const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean)
  const outputs = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  return { status, stdout, outputs }
}

describe('.pre-commit-hooks.yaml', () => {
  const [hook, ...more]: readonly Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'))
  const words = hook?.entry.split(' ') ?? []

  interface Hook {
    readonly id: string
    readonly entry: string
    readonly language: string
    readonly files: string
    readonly require_serial: boolean
  }

  test('runs a command of ours by the name that the package installs', () => {
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(more).toEqual([])
    expect(hook).toMatchObject({ id: 'mulint', language: 'node', require_serial: true })
    expect(Object.keys(bin)).toContain(words[0])
    expect(Object.keys(COMMANDS)).toContain(words[1])
    for (const word of words.slice(2)) {
      expect(CHECK_OPTIONS.map(({ name }) => `--${name}`)).toContain(word)
    }
  })

  // What Python reads as (?i) stands behind the pattern here.
  const pattern = new RegExp(hook?.files.replace(/^\(\?i\)/u, '') ?? '', 'iu')

  test.each([
    ['报送 材料/教育局 目录.tsv', true],
    ['2025年度报告.PDF', true],
    ['政务公开台账.et', true],
    ['公开事项清单.docx', true],
    ['README.md', false],
    ['目录/说明.md', false],
    ['目录.png', false],
    ['目录.md.bak', false],
  ])('passes %s: %s', (path, isPassed) => {
    expect(pattern.test(path)).toBe(isPassed)
  })

  test('passes every format that is looked at', () => {
    const all =
      'md markdown csv tsv txt xlsx xlsm xlsb xls et docx docm doc wps pdf html htm ofd rtf odt ods'
    for (const extension of [...all.split(' '), 'png', 'json', 'zip']) {
      const path = `目录.${extension}`
      expect([path, pattern.test(path)]).toEqual([path, isDocument(path)])
    }
  })

  test('checks the staged files that it is given by name', () => {
    const { GIT_DIR: _, GIT_INDEX_FILE: __, ...env } = process.env
    const git = (...args: string[]) =>
      spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' }).stdout
    git('init', '--quiet')
    git('add', '--all')
    const staged = git('diff', '--cached', '--name-only', '-z').split('\0').filter(Boolean)
    const passed = staged.filter((path) => pattern.test(path))
    expect(passed).toEqual(['坏的目录.tsv', '报送 材料/教育局 目录.tsv'])
    const run = (...paths: string[]) =>
      spawnSync(process.execPath, [BIN, ...words.slice(1), ...paths], {
        cwd: folder,
        encoding: 'utf8',
      })
    expect(run(...passed).status).toBe(1)
    expect(run(...passed).stdout).toContain('subject-missing')
    expect(run('报送 材料/教育局 目录.tsv').status).toBe(0)
  })
})
